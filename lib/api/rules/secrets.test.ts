// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec } from '../flink-deployment.ts';
import { validateFlinkDeployment } from '../validate.ts';

const good: FlinkDeploymentSpec = {
  image: 'flink:1.20',
  flinkVersion: 'v1_20',
  serviceAccount: 'flink',
  jobManager: { resource: { memory: '2g', cpu: 1 } },
  taskManager: { resource: { memory: '2g', cpu: 1 } },
  job: { jarURI: 'local:///job.jar', parallelism: 1 },
};

const found = (spec: Partial<FlinkDeploymentSpec>): unknown =>
  validateFlinkDeployment({ metadata: { name: 'app' }, spec: { ...good, ...spec } }, {}).map(
    ({ code, path, severity }) => `${severity} ${code} ${path}`,
  );

describe('secrets in the open', () => {
  it('in the configuration', () => {
    expect(
      found({
        flinkConfiguration: { s3: { 'access-key': 'flink', 'secret-key': 'geheim' }, 's3.endpoint': 'http://s3' },
      }),
    ).toEqual([
      'warning secret.in-configuration spec.flinkConfiguration.s3.access-key',
      'warning secret.in-configuration spec.flinkConfiguration.s3.secret-key',
    ]);
  });

  it('in variables of any container', () => {
    const env = [
      { name: 'AWS_SECRET_ACCESS_KEY', value: 'geheim' },
      { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
      { name: 'API_KEY', value: '$(OTHER)' },
      { name: 'TOKENS_PER_SECOND', value: '5' },
    ];
    expect(
      found({
        podTemplate: { spec: { containers: [{ name: 'flink-main-container', env }] } },
        taskManager: {
          ...good.taskManager,
          podTemplate: { spec: { initContainers: [{ name: 'a', image: 'b', env }] } },
        },
      }),
    ).toEqual([
      'warning secret.in-environment spec.podTemplate.spec.containers[0].env[0].value',
      'warning secret.in-environment spec.taskManager.podTemplate.spec.initContainers[0].env[0].value',
    ]);
  });
});
