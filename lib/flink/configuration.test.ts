// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenConfiguration, isSet, keysOf, readOption } from './configuration.ts';
import { durationOption, intOption, mapOption, stringOption } from './typed-options.ts';
import { ValueError } from './value-error.ts';

describe('flattenConfiguration', () => {
  it.each([
    ['objects', { a: { b: 'x', c: { d: 'y' } }, 'e.f': 'z' }, { 'a.b': 'x', 'a.c.d': 'y', 'e.f': 'z' }],
    ['empty objects', { a: {} }, {}],
    ['lists', { a: ['x', 1, true, null] }, { a: 'x;1;true;null' }],
    ['lists of objects and lists', { a: ['x', { b: 1 }, ['y'], 'z'] }, { a: 'x;;;z' }],
    ['empty lists', { a: [] }, {}],
    ['booleans', { a: true, b: false }, { a: 'true', b: 'false' }],
    [
      'numbers',
      { a: 2, b: 0.5, c: 1.5e7, d: 0.00015, e: -3 },
      { a: '2', b: '0.5', c: '15000000', d: '1.5E-4', e: '-3' },
    ],
    ['large whole numbers', { a: 1e21 }, { a: '1000000000000000000000' }],
    ['null', { a: null }, { a: 'null' }],
    ['texts', { a: ' x ', b: '' }, { a: ' x ', b: '' }],
    ['a prototype as a key', JSON.parse('{"__proto__": {"x": "1"}, "a": {"__proto__": "2"}}'), null],
  ])('%s', (_, tree, flat) => {
    if (flat !== null) expect(flattenConfiguration(tree)).toEqual(flat);
    else
      expect(Object.entries(flattenConfiguration(tree))).toEqual([
        ['__proto__.x', '1'],
        ['a.__proto__', '2'],
      ]);
  });

  it('lets the later of two equal keys win, in either form', () => {
    expect(flattenConfiguration({ 'a.b': '1', a: { b: '2' } })).toEqual({ 'a.b': '2' });
    expect(flattenConfiguration({ a: { b: '2' }, 'a.b': '1' })).toEqual({ 'a.b': '1' });
  });

  it('takes an absent tree for an empty one and refuses everything else', () => {
    expect(flattenConfiguration(undefined)).toEqual({});
    expect(flattenConfiguration(null)).toEqual({});
    for (const tree of ['a: b', 3, ['a'], true]) expect(() => flattenConfiguration(tree)).toThrow(ValueError);
  });

  it('leaves a flat tree of texts as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (tree) => {
        expect(Object.entries(flattenConfiguration(tree))).toEqual(Object.entries(tree));
      }),
    );
  });
});

describe('readOption', () => {
  const port = intOption('rest.port', ['web.port', 'old.port'], 8081);
  const interval = durationOption('interval', [], undefined);

  it('reads the key, then the older keys in order, then takes the default', () => {
    expect(readOption({ 'old.port': '1', 'web.port': '2', 'rest.port': '3' }, port)).toBe(3);
    expect(readOption({ 'old.port': '1', 'web.port': '2' }, port)).toBe(2);
    expect(readOption({ 'old.port': '1' }, port)).toBe(1);
    expect(readOption({}, port)).toBe(8081);
    expect(readOption({}, interval)).toBeUndefined();
  });

  it('names the key that it read in the error', () => {
    expect(() => readOption({ 'web.port': 'x' }, port)).toThrow('web.port: "x" is not a whole number of 32 bits');
  });

  it('does not mistake what every object has for a setting', () => {
    expect(readOption({}, stringOption('constructor', ['toString'], 'none'))).toBe('none');
  });

  it('reads a map from one text or from keys below it, the text first', () => {
    const labels = mapOption('labels', ['old.labels'], undefined);
    expect(readOption({ labels: 'a:1,b:2' }, labels)).toEqual({ a: '1', b: '2' });
    expect(readOption({ 'labels.a': '1', 'labels.b.c': '2' }, labels)).toEqual({ a: '1', 'b.c': '2' });
    expect(readOption({ labels: 'a:1', 'labels.b': '2' }, labels)).toEqual({ a: '1' });
    expect(readOption({ 'old.labels.a': '1' }, labels)).toEqual({ a: '1' });
    expect(isSet({ 'labels.a': '1' }, labels)).toBe(true);
    expect(isSet({ 'labelsx.a': '1' }, labels)).toBe(false);
    expect(keysOf({ 'labels.a': '1', 'old.labels': 'b:2', other: '' }, labels)).toEqual(['labels.a', 'old.labels']);
  });

  it('knows what is set', () => {
    expect(isSet({}, port)).toBe(false);
    expect(isSet({ 'old.port': '' }, port)).toBe(true);
    expect(keysOf({ 'old.port': '1', 'rest.port': '2', x: '' }, port)).toEqual(['rest.port', 'old.port']);
  });
});
