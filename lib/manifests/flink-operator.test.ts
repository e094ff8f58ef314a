// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkOperatorConfiguration } from '../flink/catalogue/index.ts';
import { DEFAULT_CONFIGURATION } from './default-configuration.ts';
import { buildFlinkOperator } from './flink-operator.ts';

function built(configuration: Record<string, unknown>): { objects: number; found: string[] } {
  const { manifest, findings } = buildFlinkOperator({ image: 'flinkwright:1', namespace: 'flink', configuration });
  return { objects: manifest.length, found: findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`) };
}

describe('the configuration of an operator', () => {
  it('that comes with it is as it should be', () => {
    expect(checkOperatorConfiguration(DEFAULT_CONFIGURATION)).toEqual([]);
  });

  it('is checked, and a misspelt key is told', () => {
    const { objects, found } = built({ kubernetes: { operator: { 'reconcile.intervall': '15 s' } } });
    expect(found).toEqual(["warning options.unknown-key configuration['kubernetes.operator.reconcile.intervall']"]);
    expect(objects).toBeGreaterThan(0);
  });

  it('with a value that cannot be read makes no operator', () => {
    const { objects, found } = built({ 'kubernetes.operator.reconcile.interval': 'often' });
    const where = "configuration['kubernetes.operator.reconcile.interval']";
    expect(found).toEqual([`error configuration.unreadable-value ${where}`]);
    expect(objects).toBe(0);
  });
});
