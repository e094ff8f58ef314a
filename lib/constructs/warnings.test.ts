// SPDX-License-Identifier: Apache-2.0
import { Testing } from 'cdk8s';
import { afterEach, expect, it, vi } from 'vitest';
import type { Finding } from '../api/finding.ts';
import { warn, WARNING_METADATA } from './warnings.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const about = (path: string, severity: Finding['severity']): Finding => ({
  code: 'props.overruled',
  path,
  message: 'is',
  remedy: 'do',
  severity,
});

it('tells of all warnings of a construct at once, and keeps hints for tools', () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue();
  const chart = Testing.chart();
  warn(chart, 'Chart', [about('a', 'warning'), about('b', 'hint'), about('c', 'warning')], {});
  expect(said.mock.calls).toEqual([
    [
      'Chart test: 2 warnings\n  warning props.overruled at a: is\n    to do: do\n  warning props.overruled at c: is\n    to do: do',
    ],
  ]);
  expect(chart.node.metadata.map(({ type }) => type)).toEqual(Array(3).fill(WARNING_METADATA));
});

it('says nothing where there are only hints', () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue();
  warn(Testing.chart(), 'Chart', [about('b', 'hint')], {});
  expect(said).not.toHaveBeenCalled();
});

it('gives each warning to the handler', () => {
  const said: string[] = [];
  const onWarning = ({ path }: Finding, at: string): void => void said.push(`${at} ${path}`);
  warn(Testing.chart(), 'Chart', [about('a', 'warning'), about('b', 'hint'), about('c', 'warning')], { onWarning });
  expect(said).toEqual(['test a', 'test c']);
});
