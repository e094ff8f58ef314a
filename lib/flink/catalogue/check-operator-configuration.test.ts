// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkOperatorConfiguration } from './check-operator-configuration.ts';

const DEFAULTS = 'kubernetes.operator.default-configuration';

function told(config: Record<string, string>): string[] {
  return checkOperatorConfiguration(config).map(({ severity, code }) => `${severity} ${code}`);
}

describe('the configuration of the operator', () => {
  it.each<[string, string, string | undefined]>([
    ['kubernetes.operator.reconcile.interval', '15 s', undefined],
    ['kubernetes.operator.watched.namespaces', 'a,b', undefined],
    ['kubernetes.operator.metrics.reporter.prom.port', '9999', undefined],
    ['kubernetes.operator.savepoint.format.type', 'native', undefined],
    ['taskmanager.numberOfTaskSlots', '1', undefined],
    [`${DEFAULTS}.namespace.analytics.taskmanager.numberOfTaskSlots`, '2', undefined],
    [`${DEFAULTS}.flink-version.v1_18.env.java.opts.all`, '-Da=#b', undefined],
    [`${DEFAULTS}.flink-version.v1_19+.env.java.default-opts.all`, '-Da', undefined],
    [`${DEFAULTS}.namespace.analytics.kubernetes.operator.reconcile.interval`, '5 s', undefined],
    ['kubernetes.operator.reconcile.intervall', '15 s', 'warning options.unknown-key'],
    ['kubernetes.operator.reconcile.interval', '15 secs.', 'error configuration.unreadable-value'],
    ['kubernetes.operator.bluegreen.abort.grace-period', '1 min', 'warning options.not-per-resource'],
    ['taskmanager.numberOfTaskSlots', 'two', 'warning configuration.unreadable-value'],
    [`${DEFAULTS}.flink-version.v1_20.taskmanager.numberOfTaskSlots`, 'two', 'error configuration.unreadable-value'],
    [`${DEFAULTS}.flink-version.v2_0.jobmanager.heap.size`, '1g', 'warning options.removed'],
    [`${DEFAULTS}.flink-version.1.20.rest.port`, '8081', 'warning options.unknown-key'],
    [`${DEFAULTS}.namespace.analytics.taskmanager.numberOfTaskSlot`, '2', 'hint options.unknown-key'],
  ])('%s: %s: %s', (key, value, expected) => {
    expect(told({ [key]: value })).toEqual(expected === undefined ? [] : [expected]);
  });
});
