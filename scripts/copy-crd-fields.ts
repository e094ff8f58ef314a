// SPDX-License-Identifier: Apache-2.0
// Copies what the Java operator's own definitions say of every field into the tests' fixtures, one file a kind and one field a line:
// `node scripts/copy-crd-fields.ts <crd-fields.json>`. Members that say nothing (null, false, nothing declared) are left out.

import { readFileSync, writeFileSync } from 'node:fs';

interface Field {
  path: string;
  type: string;
  enum?: string[] | null;
  extensions?: Record<string, unknown>;
  truncated?: boolean;
  children?: string[];
}

interface Kind {
  fields: Field[];
  [member: string]: unknown;
}

const file = process.argv[2];
if (file === undefined) throw new Error('usage: node scripts/copy-crd-fields.ts <crd-fields.json>');
const { source, notation, kinds } = JSON.parse(readFileSync(file, 'utf8')) as {
  source: string;
  notation: unknown;
  kinds: Record<string, Kind>;
};

for (const [kind, { fields, crdMetadataKeys: _, crdSpecKeys: __, fieldCount: ___, ...about }] of Object.entries(
  kinds,
)) {
  const head = Object.entries({ source, notation, ...about }).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  const lines = fields.map((field) => JSON.stringify(slim(field)));
  writeFileSync(
    new URL(`../test/fixtures/crd-fields/${kind.toLowerCase()}.json`, import.meta.url),
    `{\n${head.join(',\n')},\n"fields":[\n${lines.join(',\n')}\n]}\n`,
  );
}

function slim({ path, type, enum: values, extensions = {}, truncated, children }: Field): Field {
  return {
    path,
    type,
    ...(values ? { enum: values } : {}),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    ...(truncated === true ? { truncated, children: children ?? [] } : {}),
  };
}
