// SPDX-License-Identifier: Apache-2.0
// Copies what Flink's own classes made of given texts and configurations into the tests' fixtures, one case a line so that a
// change of the data can be read: `node scripts/copy-flink-cases.ts <folder>`.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/copy-flink-cases.ts <folder with memory-cases.json>');

for (const name of ['memory-cases.json', 'value-parsing-cases.json']) {
  const { flinkVersions, cases } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    flinkVersions: unknown;
    cases: unknown[];
  };
  const lines = cases.map((one) => JSON.stringify(one)).join(',\n');
  writeFileSync(
    join('lib/flink/fixtures', name),
    `{"flinkVersions":${JSON.stringify(flinkVersions)},"cases":[\n${lines}\n]}\n`,
  );
}
