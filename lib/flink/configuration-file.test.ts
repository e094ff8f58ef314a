// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfigurationFile, renderConfigurationFile } from './configuration-file.ts';
import { valueCases } from './fixtures/flink-cases.ts';
import { ValueError } from './value-error.ts';

describe('configuration files, against Flink', () => {
  it.each(valueCases('yaml'))('$id $input', ({ input, dialect, outcomes }) => {
    expect(outcomes).toHaveLength(1);
    const read = () => parseConfigurationFile(dialect === 'legacy' ? 'flink-conf.yaml' : 'config.yaml', input);
    if (outcomes[0]!.error) expect(read).toThrow(ValueError);
    else expect(read()).toEqual(outcomes[0]!.value);
  });
});

describe('flink-conf.yaml', () => {
  it('holds one line a key, sorted', () => {
    const file = renderConfigurationFile({ b: '2', 'a.c': 'x', a: 'y: z' }, 'v1_20', { 'p.args': ['--a', 'b;c'] });
    expect(file).toEqual({ name: 'flink-conf.yaml', text: "a: y: z\na.c: x\nb: 2\np.args: --a;'b;c'\n" });
  });
});

describe('config.yaml', () => {
  it('nests keys and keeps texts texts', () => {
    const config = { 'a.b': 'true', 'a.c': '2', d: 'x: y', 'e.f': '', 'e.g': 'null', 'e.h': '1.0', 'p.args': 'gone' };
    const { name, text } = renderConfigurationFile(config, 'v2_0', { 'p.args': ['--a', 'b;c', '3'], 'p.none': [] });
    expect(name).toBe('config.yaml');
    expect(parse(text)).toEqual({
      a: { b: 'true', c: '2' },
      d: 'x: y',
      e: { f: '', g: 'null', h: '1.0' },
      p: { args: ['--a', 'b;c', '3'], none: [] },
    });
    expect(text).toContain('a:\n  b: "true"\n  c: "2"\n');
    expect(text).toContain('  args:\n    - --a\n    - b;c\n    - "3"\n');
  });

  it('never folds a long line', () => {
    const long = Array.from({ length: 80 }, (_, index) => `--add-opens=${index}`).join(' ');
    const { text } = renderConfigurationFile({ 'env.java.opts.all': long }, 'v2_1');
    expect(text).toBe(`env:\n  java:\n    opts:\n      all: ${long}\n`);
  });

  it.each([
    [{ 'high-availability': 'kubernetes', 'high-availability.storageDir': 's3://x' }, 'high-availability.storageDir'],
    [{ 'a.b': '1', 'a.b.c.d': '2' }, 'a.b.c.d'],
    [{ a: '1', 'a-b': '2', 'a.b': '3' }, 'a.b'],
  ])('refuses a key that is also the parent of another: %j', (config, longer) => {
    expect(() => renderConfigurationFile(config, 'v2_0')).toThrow(ValueError);
    expect(() => renderConfigurationFile(config, 'v2_0')).toThrow(longer);
    expect(renderConfigurationFile(config, 'v1_20').name).toBe('flink-conf.yaml');
  });
});

it.each(['a: *b', 'a: [*b]', '*b'])('config.yaml that refers to nothing is no configuration: %s', (text) => {
  expect(() => parseConfigurationFile('config.yaml', text)).toThrow(ValueError);
});

it.each(['', '# only a comment', 'null'])('a config.yaml without an entry is an empty configuration: %j', (text) => {
  expect(parseConfigurationFile('config.yaml', text)).toEqual({});
});

describe('both dialects', () => {
  const key = fc
    .array(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/u), { minLength: 2, maxLength: 3 })
    .map((parts) => parts.join('.'));
  const config = fc.dictionary(key, fc.string({ unit: 'grapheme' }), { noNullPrototype: true });

  it('config.yaml gives back any text', () => {
    fc.assert(
      fc.property(config, (values) => {
        const keys = Object.keys(values);
        fc.pre(!keys.some((a) => keys.some((b) => b.startsWith(`${a}.`))));
        expect(parseConfigurationFile('config.yaml', renderConfigurationFile(values, 'v2_2').text)).toEqual(values);
      }),
    );
  });

  it('flink-conf.yaml gives back any text of one line without # and without blanks at its ends', () => {
    const line = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.includes('#'));
    fc.assert(
      fc.property(fc.dictionary(key, line, { noNullPrototype: true }), (values) => {
        expect(parseConfigurationFile('flink-conf.yaml', renderConfigurationFile(values, 'v1_18').text)).toEqual(
          values,
        );
      }),
    );
  });
});
