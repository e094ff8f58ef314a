// SPDX-License-Identifier: Apache-2.0
// The homes that settings are sent to exist: fields in the schemas, options in the catalogue, with the right older name and version.

import { describe, expect, it } from 'vitest';
import { findOptions } from '../../flink/catalogue/index.ts';
import type { OptionInfo } from '../../flink/catalogue/index.ts';
import { schemaFindings } from '../schema-findings.ts';
import { flinkDeploymentSpecSchema } from '../schemas.ts';
import { FOREIGN } from './invention-foreign.ts';
import { HOMES } from './invention-homes.ts';
import { inventedField } from './invented-field.ts';

const homes = [...new Set(Object.values(HOMES).flatMap((some) => Object.values(some)))];
const options = homes.filter((home) => home.startsWith('option:')).map((home) => home.slice('option:'.length));

function option(key: string): OptionInfo | undefined {
  return findOptions(key).find((found) => found.key === key);
}

describe('options', () => {
  it.each(options)('%s', (text) => {
    const [key = '', older, since] = text.split('|');
    const found = option(key);
    expect(found?.key).toBe(key);
    if (older === undefined) return;
    expect(found?.otherNames).toContain(older);
    expect(found?.since).toBe(since);
  });

  it('in sentences', () => {
    const sentences = [
      ...homes,
      ...Object.values(FOREIGN).flatMap((some) => Object.values(some).map(({ remedy }) => remedy)),
    ];
    const keys = sentences.flatMap(
      (text) => text.match(/\b(?:kubernetes|jobmanager|taskmanager|restart-strategy|metrics)\.[a-z][\w.-]*\w/gu) ?? [],
    );
    const named = [...new Set(keys)].filter((key) => !key.includes('|'));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((key) => option(key) === undefined)).toEqual([]);
  });
});

describe('fields', () => {
  /** What the field is called that is meant, for each field that nobody has. */
  const meant = Object.entries(HOMES).flatMap(([rest, some]) =>
    Object.keys(some).flatMap((key) => {
      const parent = rest === '' ? 'spec' : `spec.${rest}`;
      const path = inventedField(parent, key, undefined, [])?.meant;
      return path === undefined || path.includes('flinkConfiguration.') ? [] : [path];
    }),
  );

  it.each([...new Set(meant)])('%s', (path) => {
    // A number fits some fields and has the wrong type for others; unknown it is nowhere.
    const spec = path
      .split('.')
      .slice(1)
      .reduceRight<unknown>((value, name) => ({ [name]: value }), 1);
    const codes = schemaFindings(flinkDeploymentSpecSchema, spec, ['spec']).map(({ code }) => code);
    expect(codes).not.toContain('schema.unknown-field');
    expect(codes.filter((code) => code.startsWith('invention.lives') || code.startsWith('invention.other'))).toEqual(
      [],
    );
  });
});
