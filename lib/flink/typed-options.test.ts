// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readOption, type ConfigOption } from './configuration.ts';
import { valueCases } from './fixtures/flink-cases.ts';
import { flinkOptions } from './options.ts';
import {
  booleanOption,
  doubleOption,
  enumOption,
  floatOption,
  intOption,
  listOfMapsOption,
  listOption,
} from './typed-options.ts';
import { ValueError } from './value-error.ts';

const readers: Record<string, ConfigOption<unknown>> = {
  boolean: booleanOption('key', [], undefined),
  int: intOption('key', [], undefined),
  float: floatOption('key', [], undefined),
  double: doubleOption('key', [], undefined),
  JobManagerOptions$SchedulerType: flinkOptions.jobmanagerScheduler,
  SchedulerExecutionMode: flinkOptions.schedulerMode,
};

describe('typed values, against Flink', () => {
  it.each(valueCases('boolean', 'int', 'float', 'double', 'enum'))('$id $input', ({ kind, input, extra, outcomes }) => {
    const option = readers[extra ?? kind]!;
    const [outcome] = outcomes;
    if (outcome!.error) expect(() => option.parse(input)).toThrow(ValueError);
    else if (kind === 'float') expect(option.parse(input)).toBe(Math.fround(outcome!.value as number));
    else expect(option.parse(input)).toBe(outcome!.value);
  });
});

describe('typed values', () => {
  it.each([
    ['1.5', 1.5],
    [' 2 ', 2],
    ['.5', 0.5],
    ['1e3', 1000],
    ['2.5d', 2.5],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['NaN', Number.NaN],
  ])('double "%s" is %d', (text, value) => {
    expect(doubleOption('key', [], 0).parse(text)).toBe(value);
  });

  it.each(['500m', '', '1.2.3', '0x10', '1e', 'infinity'])('"%s" is no double', (text) => {
    expect(() => doubleOption('key', [], 0).parse(text)).toThrow(ValueError);
  });

  it.each([' 1', '2147483648', '-2147483649', '1e3', ''])('"%s" is no int', (text) => {
    expect(() => intOption('key', [], 0).parse(text)).toThrow(ValueError);
  });

  it('lists the values of an enumeration in the error', () => {
    const option = enumOption('mode', [], ['ONE', 'TWO'], 'ONE');
    expect(() => readOption({ mode: 'three' }, option)).toThrow('mode: "three" is not one of ONE, TWO');
  });

  it('reads lists, and lists of maps, in both forms', () => {
    const tolerations = listOfMapsOption('key', [], []);
    const expected = [{ key: 'a', value: 'x;y' }, { key: 'b' }];
    expect(tolerations.parse("'key:a,value:x;y';key:b")).toEqual(expected);
    expect(tolerations.parse('[{key: a, value: "x;y"}, {key: b}]')).toEqual(expected);
    expect(listOption('key', [], []).parse('[https, http]')).toEqual(['https', 'http']);
    expect(listOption('key', [], []).parse('https;http')).toEqual(['https', 'http']);
  });
});
