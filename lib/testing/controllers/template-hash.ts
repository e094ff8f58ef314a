// SPDX-License-Identifier: Apache-2.0
// The name of a pod template: equal templates get equal names. The letters are Kubernetes', the hash is our own.

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';
const LENGTH = 9;

/** FNV-1a over the JSON of the template, spelled in letters that form no words. `collisions`: how many names were taken already. */
export function templateHash(template: unknown, collisions = 0): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(JSON.stringify(template) + (collisions === 0 ? '' : String(collisions))))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  let name = '';
  for (; name.length < LENGTH; hash /= BigInt(LETTERS.length))
    name += LETTERS.charAt(Number(hash % BigInt(LETTERS.length)));
  return name;
}
