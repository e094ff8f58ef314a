// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { memoryLog } from '../../telemetry/memory-log.ts';
import type { StoredFlinkDeployment } from './context.ts';
import { ResourceErrors } from './resource-errors.ts';

const metadata = {
  name: 'clicks',
  namespace: 'streams',
  uid: '1',
  resourceVersion: '1',
  creationTimestamp: '',
  generation: 1,
};

function resource(spec: StoredFlinkDeployment['spec']): StoredFlinkDeployment {
  return { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata, ...(spec && { spec }) };
}

it('tells errors only, and looks again when the resource or the configuration is another', () => {
  const { log, lines } = memoryLog();
  let base = {};
  const errors = new ResourceErrors(() => base);
  const invalid = resource({ flinkVersion: 'v1_18', serviceAccount: 'flink', job: { parallelism: 0 } });
  const found = errors.of(invalid, log);
  expect(found.map(({ code }) => code)).toContain('V-17');
  expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  expect(errors.of(invalid, log)).toBe(found);
  base = { 'kubernetes.operator.deployment.rollback.enabled': 'true' };
  expect(errors.of(invalid, log).map(({ code }) => code)).toContain('V-06');
  expect(lines).toEqual([]);
});

it('takes a resource as it is when a check fails by a fault of its own', () => {
  const { log, lines } = memoryLog();
  const unreadable = resource({
    get image(): string {
      throw new TypeError('a fault');
    },
  });
  expect(new ResourceErrors(() => ({})).of(unreadable, log)).toEqual([]);
  expect(lines.map(({ level }) => level)).toEqual(['error']);
});
