// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeployment, FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { writeRecordedSpec } from '../api/recorded-spec.ts';
import { partsNotServed, resourceNotServed } from './not-served.ts';
import { NOTHING_OBSERVED } from './observation.ts';
import { openScope, type Scope } from './scope.ts';

const JOB = { jarURI: 'local:///job.jar', parallelism: 1 };

function scopeOf(
  spec: FlinkDeploymentSpec,
  recorded?: FlinkDeploymentSpec,
  state: 'DEPLOYED' | 'ROLLED_BACK' = 'DEPLOYED',
): Scope {
  const text = recorded && writeRecordedSpec(recorded, { firstDeployment: false });
  const resource: FlinkDeployment = {
    metadata: { name: 'app', namespace: 'here', generation: 2 },
    spec: { flinkVersion: 'v1_20', ...spec },
    ...(text === undefined ? {} : { status: { reconciliationStatus: { state, lastReconciledSpec: text } } }),
  };
  return openScope({ resource, observed: NOTHING_OBSERVED, base: {}, now: 0, freshJobId: '0'.repeat(32) });
}

describe('a resource', () => {
  it.each<[string, Scope, string | undefined]>([
    ['with a job is served', scopeOf({ job: JOB }), undefined],
    ['without a job is a session cluster', scopeOf({}), 'spec.job is missing, which makes it a session cluster'],
    ['in standalone mode', scopeOf({ job: JOB, mode: 'standalone' }), 'spec.mode is standalone'],
    [
      'that another operator runs as a session is judged by what runs',
      scopeOf({ job: JOB }, {}),
      'spec.job is missing, which makes it a session cluster',
    ],
    ['whose job was taken out of the spec is still served', scopeOf({}, { job: JOB }), undefined],
    [
      'that was rolled back',
      scopeOf({ job: JOB }, { job: JOB }, 'ROLLED_BACK'),
      'status.reconciliationStatus.state is ROLLED_BACK',
    ],
  ])('%s', (_, scope, expected) => {
    expect(resourceNotServed(scope)).toBe(expected);
  });
});

describe('parts of a spec', () => {
  const withOptions = (flinkConfiguration: Record<string, string>): Scope => scopeOf({ job: JOB, flinkConfiguration });
  it.each<[string, Scope, string[]]>([
    ['nothing asked for', withOptions({}), []],
    [
      'switched off',
      withOptions({ 'kubernetes.operator.deployment.rollback.enabled': 'false', 'job.autoscaler.enabled': 'false' }),
      [],
    ],
    [
      'rollback',
      withOptions({ 'kubernetes.operator.deployment.rollback.enabled': 'true' }),
      ['kubernetes.operator.deployment.rollback.enabled'],
    ],
    [
      'health check',
      withOptions({ 'kubernetes.operator.cluster.health-check.enabled': 'true' }),
      ['kubernetes.operator.cluster.health-check.enabled'],
    ],
    ['autoscaler', withOptions({ 'job.autoscaler.enabled': 'true' }), ['job.autoscaler.enabled']],
    [
      'periodic savepoints',
      withOptions({ 'kubernetes.operator.periodic.savepoint.interval': '1 h' }),
      ['kubernetes.operator.periodic.savepoint.interval'],
    ],
    [
      'periodic checkpoints',
      withOptions({ 'kubernetes.operator.periodic.checkpoint.interval': '1 h' }),
      ['kubernetes.operator.periodic.checkpoint.interval'],
    ],
    ['a nonce that was there from the start', scopeOf({ job: { ...JOB, savepointTriggerNonce: 1 } }), []],
    [
      'a nonce that changed',
      scopeOf(
        { job: { ...JOB, savepointTriggerNonce: 2, checkpointTriggerNonce: 3 } },
        { job: { ...JOB, savepointTriggerNonce: 1 } },
      ),
      ['spec.job.savepointTriggerNonce', 'spec.job.checkpointTriggerNonce'],
    ],
    [
      'a nonce that was handled',
      scopeOf({ job: { ...JOB, savepointTriggerNonce: 1 } }, { job: { ...JOB, savepointTriggerNonce: 1 } }),
      [],
    ],
  ])('%s', (_, scope, expected) => {
    expect(partsNotServed(scope)).toEqual(expected);
  });
});
