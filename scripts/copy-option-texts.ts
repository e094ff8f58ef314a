// SPDX-License-Identifier: Apache-2.0
// Makes scripts/docs/option-texts.json, the words about the options of operator and autoscaler that the pages show, from the list of the
// Java operator's options: `node scripts/copy-option-texts.ts <operator-options.json>`. Types and defaults stand in lib/flink.

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

interface Option {
  key: string;
  group: string;
  description: string;
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: node scripts/copy-option-texts.ts <operator-options.json>');
const options = JSON.parse(readFileSync(source, 'utf8')) as Option[];
const texts = Object.fromEntries(options.map(({ key, group, description }) => [key, { group, description }]));
writeFileSync(new URL('docs/option-texts.json', import.meta.url), `${JSON.stringify(texts, undefined, 2)}\n`);
