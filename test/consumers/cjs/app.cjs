// SPDX-License-Identifier: Apache-2.0
// An application in CommonJS: requires every entry point that it is given, and gets a CommonJS build rather than an ES module.
const assert = require('node:assert/strict');

for (const name of process.argv.slice(2)) {
  const entry = require(name);
  const exported = Object.keys(entry);
  assert.ok(exported.length > 0, `${name} exports nothing`);
  for (const key of exported) assert.notEqual(entry[key], undefined, `${name}: ${key} is undefined`);
  assert.match(require.resolve(name), /[\\/]dist[\\/]cjs[\\/]/);
  console.log(`require ${name}: ${exported.length} exports`);
}
