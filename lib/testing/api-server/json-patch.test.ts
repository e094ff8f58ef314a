// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import jsonPatch from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../runtime/json.ts';
import { applyJsonPatch, JsonPatchError } from './json-patch.ts';

describe('JSON patch', () => {
  // The examples of RFC 6902, appendix A.
  it.each<[string, Json, unknown[], Json]>([
    ['adds a member', { foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { baz: 'qux', foo: 'bar' }],
    [
      'adds an item',
      { foo: ['bar', 'baz'] },
      [{ op: 'add', path: '/foo/1', value: 'qux' }],
      { foo: ['bar', 'qux', 'baz'] },
    ],
    ['removes a member', { baz: 'qux', foo: 'bar' }, [{ op: 'remove', path: '/baz' }], { foo: 'bar' }],
    ['removes an item', { foo: ['bar', 'qux', 'baz'] }, [{ op: 'remove', path: '/foo/1' }], { foo: ['bar', 'baz'] }],
    [
      'replaces',
      { baz: 'qux', foo: 'bar' },
      [{ op: 'replace', path: '/baz', value: 'boo' }],
      { baz: 'boo', foo: 'bar' },
    ],
    [
      'moves a member',
      { foo: { a: 1, b: 2 }, qux: {} },
      [{ op: 'move', from: '/foo/a', path: '/qux/c' }],
      { foo: { b: 2 }, qux: { c: 1 } },
    ],
    ['moves an item', { foo: [1, 2, 3, 4] }, [{ op: 'move', from: '/foo/1', path: '/foo/3' }], { foo: [1, 3, 4, 2] }],
    ['tests', { baz: 'qux', foo: ['a', 2] }, [{ op: 'test', path: '/foo/1', value: 2 }], { baz: 'qux', foo: ['a', 2] }],
    [
      'adds a nested object',
      { foo: 'bar' },
      [{ op: 'add', path: '/child', value: { grandchild: {} } }],
      { foo: 'bar', child: { grandchild: {} } },
    ],
    ['unescapes', { '/': 9, '~1': 10 }, [{ op: 'test', path: '/~01', value: 10 }], { '/': 9, '~1': 10 }],
    ['appends', { foo: ['bar'] }, [{ op: 'add', path: '/foo/-', value: ['abc'] }], { foo: ['bar', ['abc']] }],
    ['replaces the whole', { a: 1 }, [{ op: 'replace', path: '', value: [1] }], [1]],
  ])('%s', (_, document, patch, expected) => {
    const before = structuredClone(document);
    expect(applyJsonPatch(document, patch)).toEqual(expected);
    expect(document).toEqual(before);
  });

  it.each<[string, unknown]>([
    ['a test that fails', [{ op: 'test', path: '/a', value: 2 }]],
    ['a number compared with a text', [{ op: 'test', path: '/a', value: '1' }]],
    ['a missing member', [{ op: 'remove', path: '/b' }]],
    ['a missing parent', [{ op: 'add', path: '/b/c', value: 1 }]],
    ['an index out of range', [{ op: 'add', path: '/l/3', value: 1 }]],
    ['a leading zero', [{ op: 'add', path: '/l/01', value: 1 }]],
    ['no pointer', [{ op: 'add', path: 'a', value: 1 }]],
    ['an unknown operation', [{ op: 'frob', path: '/a' }]],
    ['no list', { op: 'add', path: '/a', value: 1 }],
  ])('refuses %s', (_, patch) => {
    expect(() => applyJsonPatch({ a: 1, l: [1, 2] }, patch)).toThrow(JsonPatchError);
  });

  it('carries out what another library says is the difference between any two documents', () => {
    const document = fc
      .dictionary(fc.string(), fc.jsonValue())
      .filter((value) => !JSON.stringify(value).includes('__proto__'));
    fc.assert(
      fc.property(document, document, (from, to) => {
        expect(applyJsonPatch(from as Json, jsonPatch.compare(from, to))).toEqual(JSON.parse(JSON.stringify(to)));
      }),
    );
  });
});
