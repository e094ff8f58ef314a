// SPDX-License-Identifier: Apache-2.0
// Manifests as people write them, one trap each, and exactly what is found in them: the lines `#> severity code path (line)` at the end of each
// file, or beside it for JSON. With MANIFESTS=write they are brought up to date; each was then judged by a person. `#server` says what a real
// API server (Kubernetes 1.34, our definitions, kubectl with strict validation) makes of the file.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEnvelope } from '../lib/api/envelope.ts';
import { deploymentErrors, validateFlinkDeployment } from '../lib/api/validate.ts';
import { checkFiles } from '../lib/check/check-files.ts';
import type { LocatedFinding } from '../lib/check/located-finding.ts';
import { readResources } from '../lib/check/read-resources.ts';
import { DEFAULT_CONFIGURATION } from '../lib/manifests/default-configuration.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/manifests');
const MARK = /^#> .*\r?\n?/gmu;

const manifests = readdirSync(FOLDER).filter((name) => /\.(yaml|json)$/u.test(name));

/** Where the expectation of a manifest stands. */
function expectationFile(name: string): string {
  return join(FOLDER, name.endsWith('.json') ? `${name}.findings` : name);
}

function found(name: string): LocatedFinding[] {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return [...checkFiles([{ name, text }]).findings];
}

function lines(findings: readonly LocatedFinding[]): string[] {
  const shown = findings.map(({ severity, code, path, line }) =>
    `${severity} ${code}${path === '' ? '' : ` ${path}`} (${line})`.trim(),
  );
  return shown.length === 0 ? ['nothing'] : shown;
}

function expected(name: string): string[] {
  const file = expectationFile(name);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return (text.match(MARK) ?? []).map((line) => line.slice(3).trimEnd());
}

if (process.env['MANIFESTS'] === 'write') {
  for (const name of manifests) {
    const file = expectationFile(name);
    const body = file.endsWith('.findings') ? '' : readFileSync(file, 'utf8').replace(MARK, '');
    const end = body.includes('\r\n') ? '\r\n' : '\n';
    writeFileSync(
      file,
      `${body}${lines(found(name))
        .map((line) => `#> ${line}${end}`)
        .join('')}`,
    );
  }
}

describe('manifests as people write them', () => {
  it.each(manifests)('%s', (name) => {
    expect(lines(found(name))).toEqual(expected(name));
  });

  it('every finding says what is wrong and what to do', () => {
    for (const finding of manifests.flatMap(found)) {
      expect(finding.message).toMatch(/^\S.{15,}[.!?]$/su);
      expect(finding.remedy).toMatch(/^\S.{7,}/su);
      expect(finding.line).toBeGreaterThan(0);
      expect(finding.column).toBeGreaterThan(0);
    }
  });

  it('whatever is done to them, each is checked without an exception, and every place is one in the file', () => {
    const texts = manifests.map((name) => readFileSync(join(FOLDER, name), 'utf8'));
    const scraps = [
      'null',
      '[]',
      '{}',
      '"',
      ': ',
      '\n',
      '\n  ',
      '- ',
      '*a',
      '&a ',
      '<<: *a',
      '0',
      '1e999',
      '{{x}}',
      '---\n',
      '|\n',
      'true',
      '\t',
      '#',
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.nat(30),
      scrap: fc.constantFrom(...scraps),
    });
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }), (original, edits) => {
        const text = edits.reduce((whole, { at, gone, scrap }) => {
          const from = Math.floor(at * whole.length);
          return whole.slice(0, from) + scrap + whole.slice(from + gone);
        }, original);
        const rows = text.split('\n');
        for (const { line, column } of checkFiles([{ name: 'a.yaml', text }]).findings) {
          expect(rows[line - 1]?.length ?? -1).toBeGreaterThanOrEqual(column - 1);
        }
      }),
      { numRuns: 150 },
    );
  });

  // What the API server refuses is an error of ours, unless the file is no resource of ours at all.
  it.each(manifests.filter((name) => readFileSync(expectationFile(name), 'utf8').includes('#server refuses')))(
    'the API server refuses %s, and so do we',
    (name) => {
      expect(found(name).map(({ severity }) => severity)).toContain('error');
    },
  );

  // A schema's error about a type or a value is certain, so the API server must have refused the file as well.
  it.each(manifests.filter((name) => readFileSync(expectationFile(name), 'utf8').includes('#server accepts')))(
    'the API server accepts %s: no error about types',
    (name) => {
      const types = [
        'schema.unknown-field',
        'schema.wrong-type',
        'schema.not-allowed',
        'invention.spelling',
        'invention.placeholder',
      ];
      expect(found(name).filter(({ code }) => types.includes(code))).toEqual([]);
    },
  );
});

it('an operator, which asks for errors only, finds them all', () => {
  const deployments = manifests
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readResources([{ name, text: readFileSync(join(FOLDER, name), 'utf8') }]).resources)
    .filter(({ kind }) => kind === 'FlinkDeployment');
  let errors = 0;
  for (const { resource } of deployments) {
    const { sent } = checkEnvelope(resource, 'FlinkDeployment');
    const all = validateFlinkDeployment(sent, DEFAULT_CONFIGURATION).filter(({ severity }) => severity === 'error');
    expect(deploymentErrors(sent, DEFAULT_CONFIGURATION)).toEqual(all);
    errors += all.length;
  }
  expect(errors).toBeGreaterThan(30);
});
