// SPDX-License-Identifier: Apache-2.0
// How large the operator is that ships: the bundle, plain and compressed. The image's size is told by `bench/real`.

import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { table } from './support/figures.ts';

const bundle = new URL('../dist/operator/operator.mjs', import.meta.url);
if (!existsSync(bundle)) throw new Error('there is no bundle: run `npm run build:operator` first');
const text = readFileSync(bundle);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
table('Size of the bundle', [
  ['what', 'size'],
  ['operator.mjs', megabytes(text.length)],
  ['operator.mjs, gzip', megabytes(gzipSync(text, { level: 9 }).length)],
]);
