// SPDX-License-Identifier: Apache-2.0
// An application in ESM, run as it stands by Node's type stripping: imports every entry point that it is given.
import assert from 'node:assert/strict';

const names: string[] = process.argv.slice(2);
for (const name of names) {
  const entry = (await import(name)) as Record<string, unknown>;
  const exported = Object.keys(entry).filter((key) => key !== 'default');
  assert.ok(exported.length > 0, `${name} exports nothing`);
  for (const key of exported) assert.notEqual(entry[key], undefined, `${name}: ${key} is undefined`);
  console.log(`import ${name}: ${exported.length} exports`);
}
