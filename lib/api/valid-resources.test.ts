// SPDX-License-Identifier: Apache-2.0
// Resources that are right must not be called wrong: shapes that cover what users write, and everything that the Java operator was seen with.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { checkResource } from './check-resource.ts';
import type { FlinkDeployment } from './flink-deployment.ts';

const VALID = new URL('../../test/fixtures/valid-resources/', import.meta.url);
const JAVA = new URL('../../test/fixtures/recordings/java/', import.meta.url);

interface Resource {
  kind: string;
  metadata: { name: string; namespace?: string };
}

const documents = readdirSync(VALID).flatMap((file) =>
  parseAllDocuments(readFileSync(new URL(file, VALID), 'utf8')).map((document) => document.toJS() as Resource),
);

function deployment(_: string, name: string): FlinkDeployment | undefined {
  return documents.find(({ kind, metadata }) => kind === 'FlinkDeployment' && metadata.name === name) as
    FlinkDeployment | undefined;
}

function exists(kind: string, _: string, name: string): boolean {
  return documents.some((other) => other.kind === kind && other.metadata.name === name);
}

describe('a valid resource', () => {
  it.each(documents.map((resource) => [resource.kind, resource.metadata.name, resource] as const))(
    '%s %s has no error, and no warning that is not known',
    (_, name, resource) => {
      const found = checkResource(resource, { operatorDefaults: {}, operatorConfiguration: {}, deployment, exists });
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
      const warnings = found.filter(({ severity }) => severity === 'warning');
      expect(warnings.map(({ code, path }) => `${code} at ${path}`)).toEqual(DOUBTS[name] ?? []);
    },
  );
});

/** What is doubtful about valid resources, and rightly so. */
const DOUBTS: Readonly<Record<string, readonly string[]>> = {};

describe('what the Java operator was seen with', () => {
  const moments = readdirSync(JAVA, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const seen = moments.flatMap(({ name: moment }) => {
    const files = readdirSync(new URL(`${moment}/`, JAVA)).filter((file) => /^flink\w+\.yaml$/.test(file));
    return files.flatMap((file) => {
      const { items } = parse(readFileSync(new URL(`${moment}/${file}`, JAVA), 'utf8')) as { items: Resource[] };
      return items.map((resource) => [moment, resource.kind, resource.metadata.name, resource] as const);
    });
  });

  it.each(seen)('%s: %s %s has no error', (_, __, ___, resource) => {
    expect(checkResource(resource).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
