// SPDX-License-Identifier: Apache-2.0
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { mergePatch } from './merge-patch.ts';
import type { MergePatch } from './merge-patch.ts';

describe('a merge patch', () => {
  // the cases of RFC 7386, appendix A
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, expected) => {
    const before = JSON.stringify([target, patch]);
    expect(mergePatch(target, patch)).toEqual(expected);
    expect(JSON.stringify([target, patch])).toBe(before);
  });

  it('treats __proto__ as data', () => {
    const result = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}')) as object;
    expect(Object.hasOwn(result, '__proto__')).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('keeps the types of known fields and lets unknown ones through', () => {
    type Patch = MergePatch<FlinkDeploymentSpec>;
    expectTypeOf<{ job: { parallelism: 3 } }>().toExtend<Patch>();
    expectTypeOf<{ job: { parallelism: null } }>().toExtend<Patch>();
    expectTypeOf<{ job: null; futureField: { a: 1 } }>().toExtend<Patch>();
    expectTypeOf<{ job: { parallelism: '3' } }>().not.toExtend<Patch>();
    expectTypeOf<{ mode: 'other' }>().not.toExtend<Patch>();
  });
});
