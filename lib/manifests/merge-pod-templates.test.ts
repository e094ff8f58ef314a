// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PodTemplateSpec } from '../kubernetes/objects.ts';
import { mergePodTemplates } from './merge-pod-templates.ts';

const BY_POSITION = { arraysByName: false };
const BY_NAME = { arraysByName: true };

/** A template around one field of the pod, and that field back from a merge. */
function merged(common: unknown, specific: unknown, options = BY_POSITION): unknown {
  const wrap = (field: unknown): PodTemplateSpec => ({ spec: field === undefined ? {} : { field } });
  return mergePodTemplates(wrap(common), wrap(specific), options)?.spec?.['field'];
}

describe('merging pod templates', () => {
  it.each([
    ['absent, anything', undefined, { a: 1 }, { a: 1 }],
    ['object, object', { a: 1, b: 2 }, { b: 3, c: 4 }, { a: 1, b: 3, c: 4 }],
    ['object, scalar', { a: 1 }, 'x', { a: 1 }],
    ['array, array', [{ a: 1 }, { b: 2 }], [{ c: 3 }], [{ a: 1, c: 3 }, { b: 2 }]],
    ['array, longer array', [{ a: 1 }], [{ a: 2 }, { b: 2 }], [{ a: 2 }, { b: 2 }]],
    ['array, other', [1], 'x', 'x'],
    ['scalar, anything', 'x', { a: 1 }, { a: 1 }],
    ['scalars in arrays', ['a', 'b'], ['c', 'd', 'e'], ['a', 'b', 'e']],
    ['anything, null', { a: 1 }, null, { a: 1 }],
    ['anything, empty array', [1], [], [1]],
    ['null inside', { a: 1 }, { a: null, b: 2 }, { a: 1, b: 2 }],
    ['an empty object that means something', undefined, { emptyDir: {} }, { emptyDir: {} }],
  ])('%s', (_, common, specific, expected) => {
    expect(merged(common, specific)).toEqual(expected);
  });

  it.each([
    [
      'union, common order first',
      [{ name: 'a', x: 1 }, { name: 'b' }],
      [{ name: 'c' }, { name: 'a', y: 2 }],
      [{ name: 'a', x: 1, y: 2 }, { name: 'b' }, { name: 'c' }],
    ],
    ['one element without a name: by position', [{ name: 'a' }], [{ x: 1 }], [{ name: 'a', x: 1 }]],
    [
      'a name twice: the last',
      [
        { name: 'a', x: 1 },
        { name: 'a', x: 2 },
      ],
      [{ name: 'a', y: 1 }],
      [{ name: 'a', x: 2, y: 1 }],
    ],
    [
      'below as well',
      [{ name: 'a', list: [{ name: 'x', v: 1 }] }],
      [{ name: 'a', list: [{ name: 'y' }] }],
      [{ name: 'a', list: [{ name: 'x', v: 1 }, { name: 'y' }] }],
    ],
  ])('by name: %s', (_, common, specific, expected) => {
    expect(merged(common, specific, BY_NAME)).toEqual(expected);
  });

  it('leaves out what a template does not have', () => {
    const pasted = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec: { hostNetwork: true }, status: {} };
    expect(mergePodTemplates(pasted, undefined, BY_POSITION)).toEqual({
      metadata: { name: 'x' },
      spec: { hostNetwork: true },
    });
  });

  it('gives nothing for two that are absent', () => {
    expect(mergePodTemplates(undefined, null, BY_POSITION)).toBeUndefined();
  });
});

describe('properties of the merge', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const { template } = fc.letrec<{ tree: unknown; named: unknown; template: PodTemplateSpec }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(tie('named'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'name', '__proto__'), tie('tree'), { maxKeys: 3 }),
    ),
    named: fc.record({ name: fc.constantFrom('x', 'y', 'z'), value: tie('tree') }),
    template: fc.record({ spec: fc.dictionary(fc.constantFrom('a', 'b', 'containers'), tie('tree')) }),
  }));
  const options = fc.constantFrom(BY_POSITION, BY_NAME);

  it('neither argument is changed', () => {
    fc.assert(
      fc.property(template, template, options, (common, specific, option) => {
        const before = JSON.stringify([common, specific]);
        mergePodTemplates(common, specific, option);
        expect(JSON.stringify([common, specific])).toBe(before);
      }),
    );
  });

  it('by position, laying a template over itself changes nothing', () => {
    fc.assert(
      fc.property(template, (one) => {
        const alone = mergePodTemplates(one, undefined, BY_POSITION);
        expect(mergePodTemplates(one, one, BY_POSITION)).toEqual(alone);
      }),
    );
  });

  it('by name, merging a second time changes nothing more', () => {
    fc.assert(
      fc.property(template, template, (common, specific) => {
        const once = mergePodTemplates(common, specific, BY_NAME);
        expect(mergePodTemplates(once, undefined, BY_NAME)).toEqual(once);
      }),
    );
  });

  it('no member of either is lost', () => {
    fc.assert(
      fc.property(template, template, options, (common, specific, option) => {
        const members = (one: PodTemplateSpec | undefined): string[] => Object.keys(one?.spec ?? {});
        const expected = [common, specific].flatMap((one) => members(mergePodTemplates(one, undefined, option)));
        expect(members(mergePodTemplates(common, specific, option)).sort()).toEqual([...new Set(expected)].sort());
      }),
    );
  });
});
