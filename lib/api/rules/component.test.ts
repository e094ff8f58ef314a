// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { validateFlinkDeployment } from '../validate.ts';

/** The errors for a JobManager with these resources. */
function errors(resources: object): string[] {
  const resource = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'a' },
    spec: {
      flinkVersion: 'v1_20',
      image: 'flink:1.20',
      serviceAccount: 'flink',
      jobManager: { resources },
      taskManager: { resource: { memory: '2g' } },
    },
  };
  return validateFlinkDeployment(resource as never, {})
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
}

// measured: kubectl create --dry-run=server shows the resource without them
describe('amounts that are null, which an API server drops', () => {
  it.each([
    { requests: { cpu: 1, memory: null }, limits: { memory: '2Gi' } },
    { requests: { memory: '2Gi', cpu: null } },
    { requests: { memory: '2Gi' }, limits: { memory: null, 'nvidia.com/gpu': null } },
  ])('%j', (resources) => {
    expect(errors(resources)).toEqual([]);
  });

  it('of no use where there is no other', () => {
    expect(errors({ requests: { memory: null } })).toEqual(['V-18 spec.jobManager.resource.memory']);
  });
});
