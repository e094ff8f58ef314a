// SPDX-License-Identifier: Apache-2.0
// A short fingerprint of files that end up in a ConfigMap. It goes into the pods' annotations: Flink reads its files at the start only, so a
// changed file must restart what uses it.

import { createHash } from 'node:crypto';

/** Annotation of pods: one fingerprint over all files that the props gave them. */
export const CONTENT_HASH_ANNOTATION = 'flinkwright.dev/content-hash';

const LENGTH = 16;

/** The same for the same names and contents, whatever their order. */
export function contentHash(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  // lengths in front, so that no two sets of files look the same
  for (const name of Object.keys(files).sort())
    hash.update(`${name.length}:${name}${files[name]?.length}:${files[name]}`);
  return hash.digest('hex').slice(0, LENGTH);
}
