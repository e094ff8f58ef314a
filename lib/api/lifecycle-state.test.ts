// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FlinkDeployment, FlinkDeploymentStatus, JobState, LifecycleState } from './flink-deployment.ts';
import { lifecycleState } from './lifecycle-state.ts';
import { writeRecordedSpec } from './recorded-spec.ts';

const record = (state: JobState = 'running', image = 'a'): string =>
  writeRecordedSpec({ image, job: { state } }, { firstDeployment: false });
const SESSION = writeRecordedSpec({ image: 'a' }, { firstDeployment: false });
const SAME_IN_OTHER_WORDS = '{"resource_metadata":{"firstDeployment":true},"spec":{"job":{},"image":"a"}}';

/** Deployed and stable, with changes to the reconciliation part and to the rest. */
function status(
  reconciliation: NonNullable<FlinkDeploymentStatus['reconciliationStatus']>,
  rest: FlinkDeploymentStatus = {},
): FlinkDeploymentStatus {
  return {
    jobStatus: { state: 'RUNNING' },
    jobManagerDeploymentStatus: 'READY',
    reconciliationStatus: {
      state: 'DEPLOYED',
      lastReconciledSpec: record(),
      lastStableSpec: record(),
      ...reconciliation,
    },
    ...rest,
  };
}

const NO_METADATA = '{"type":"x","message":"HA metadata is not available to restore from"}';

describe('lifecycleState, row by row', () => {
  it.each<[row: string, LifecycleState, FlinkDeploymentStatus]>([
    ['1 deleting', 'DELETING', status({ state: 'UPGRADING' }, { lifecycleState: 'DELETING' })],
    ['1 deleted', 'DELETED', { lifecycleState: 'DELETED' }],
    ['1 any other stored value is ignored', 'STABLE', status({}, { lifecycleState: 'FAILED' })],
    ['2 nothing at all', 'CREATED', {}],
    ['2 nothing recorded', 'CREATED', { error: '', reconciliationStatus: { state: 'UPGRADING' } }],
    ['2 nothing recorded, an error', 'FAILED', { error: 'x', reconciliationStatus: { state: 'UPGRADING' } }],
    ['3 upgrading', 'UPGRADING', status({ state: 'UPGRADING' })],
    ['3 before suspended', 'UPGRADING', status({ state: 'UPGRADING', lastReconciledSpec: record('suspended') })],
    ['4 rolling back', 'ROLLING_BACK', status({ state: 'ROLLING_BACK' })],
    ['5 suspended', 'SUSPENDED', status({ lastReconciledSpec: record('suspended') })],
    [
      '5 before a failed job',
      'SUSPENDED',
      status({ lastReconciledSpec: record('suspended') }, { jobStatus: { state: 'FAILED' } }),
    ],
    ['6 job failed', 'FAILED', status({}, { jobStatus: { state: 'FAILED' } })],
    [
      '7 no metadata, JobManager missing',
      'FAILED',
      status({}, { jobManagerDeploymentStatus: 'MISSING', error: NO_METADATA }),
    ],
    [
      '7 no metadata, JobManager broken',
      'FAILED',
      status({}, { jobManagerDeploymentStatus: 'ERROR', error: NO_METADATA }),
    ],
    [
      '7 manual restore',
      'FAILED',
      status({}, { jobManagerDeploymentStatus: 'MISSING', error: '... Manual restore required. ...' }),
    ],
    [
      '7 other capitals',
      'STABLE',
      status({}, { jobManagerDeploymentStatus: 'MISSING', error: 'manual restore required.' }),
    ],
    ['7 JobManager there', 'STABLE', status({}, { jobManagerDeploymentStatus: 'READY', error: NO_METADATA })],
    ['8 rolled back', 'ROLLED_BACK', status({ state: 'ROLLED_BACK' })],
    ['9 stable', 'STABLE', status({})],
    ['9 stable, spelled otherwise', 'STABLE', status({ lastStableSpec: SAME_IN_OTHER_WORDS })],
    ['9 stable session', 'STABLE', status({ lastReconciledSpec: SESSION, lastStableSpec: SESSION })],
    ['10 another spec was stable', 'DEPLOYED', status({ lastStableSpec: record('running', 'b') })],
    ['10 never stable', 'DEPLOYED', { reconciliationStatus: { state: 'DEPLOYED', lastReconciledSpec: record() } }],
    ['an unreadable record', 'DEPLOYED', status({ lastReconciledSpec: '{' })],
  ])('%s: %s', (_, expected, given) => {
    expect(lifecycleState(given)).toBe(expected);
  });
});

describe('what the Java operator derived', () => {
  const recordings = new URL('../../test/fixtures/recordings/java/', import.meta.url);
  const resources = readdirSync(recordings, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const text = readFileSync(new URL(`${name}/flinkdeployments.yaml`, recordings), 'utf8');
      return (parse(text) as { items: FlinkDeployment[] }).items.map(
        (resource) => [name, resource.status ?? {}] as const,
      );
    });

  it.each(resources)('%s', (_, recordedStatus) => {
    expect(lifecycleState(recordedStatus)).toBe(recordedStatus.lifecycleState ?? 'CREATED');
  });
});
