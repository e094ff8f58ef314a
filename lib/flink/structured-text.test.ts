// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueCases } from './fixtures/flink-cases.ts';
import { formatList, formatMap, parseList, parseMap, splitStructured } from './structured-text.ts';
import { ValueError } from './value-error.ts';
import { parseListText, parseMapText } from './yaml-text.ts';

const legacy = (kind: string) => valueCases(kind).filter(({ dialect }) => dialect === 'legacy');
const standard = (kind: string) => valueCases(kind).filter(({ dialect }) => dialect === 'standard');

describe.each([
  { what: 'split', cases: valueCases('split'), read: (text: string, extra?: string) => splitStructured(text, extra!) },
  { what: 'older lists', cases: legacy('list'), read: parseList },
  { what: 'older maps', cases: legacy('map'), read: parseMap },
  { what: 'lists in either form', cases: standard('list'), read: parseListText },
  { what: 'maps in either form', cases: standard('map'), read: parseMapText },
])('$what, against Flink', ({ cases, read }) => {
  it.each(cases)('$id $input', ({ input, extra, outcomes }) => {
    expect(outcomes).toHaveLength(1);
    if (outcomes[0]!.error) expect(() => read(input, extra)).toThrow(ValueError);
    else expect(read(input, extra)).toEqual(outcomes[0]!.value);
  });
});

describe('brackets that are no YAML', () => {
  it.each(['[*.jar]', '[a, *b]', `[&a a${', *a'.repeat(200)}]`])('%s is a list in the older form', (text) => {
    expect(parseListText(text)).toEqual(parseList(text));
  });

  it.each(['{a: *b}', '{<<: *b}'])('%s is a map in the older form', (text) => {
    expect(parseMapText(text)).toEqual(parseMap(text));
  });
});

describe('writing', () => {
  it.each([
    [['a', 'b'], 'a;b'],
    [['a;b', 'c'], "'a;b';c"],
    [["it's"], "'it''s'"],
    [['say "x"'], `'say "x"'`],
    [[], ''],
  ])('list %j is %s', (items, text) => {
    expect(formatList(items)).toBe(text);
  });

  it.each([
    [{ a: '1', b: '2' }, 'a:1,b:2'],
    [{ url: 'http://x' }, "'url:''http://x'''"],
    [{ a: 'x,y' }, "'a:x,y'"],
    [{}, ''],
  ])('map %j is %s', (map, text) => {
    expect(formatMap(map)).toBe(text);
  });

  /** Unquoted parts are trimmed and empty ones dropped, in Flink as here; such texts cannot make the round trip. */
  const part = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);

  it('lists are read back', () => {
    fc.assert(
      fc.property(fc.array(part), (items) => {
        expect(parseList(formatList(items))).toEqual(items);
      }),
    );
  });

  it('maps are read back', () => {
    fc.assert(
      fc.property(fc.dictionary(part, part, { noNullPrototype: true }), (pairs) => {
        expect(parseMap(formatMap(pairs))).toEqual(pairs);
      }),
    );
  });
});
