// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec, UpgradeModeName } from '../api/flink-deployment.ts';
import { readRecordedSpec } from '../api/recorded-spec.ts';
import { known } from './observation.ts';
import { LAST_STATE_MARKER } from './predicates.ts';
import { deployed, gist, stable, type Life } from './test-support/life.ts';
import {
  ended,
  GONE,
  HA_EMPTY,
  HA_FULL,
  jobManager,
  listed,
  POD,
  starting,
  stopping,
} from './test-support/observed.ts';
import { HA, NOW, spec } from './test-support/resource.ts';

const LOCATION = 's3://state/savepoints/savepoint-1';
const FULL = { ha: known(HA_FULL) };
const EMPTY = { ha: known(HA_EMPTY) };
const STATELESS_HA = spec({ config: HA });
const SAVEPOINT = spec({ job: { upgradeMode: 'savepoint' } });
const LAST_STATE = spec({ job: { upgradeMode: 'last-state' }, config: HA });

function recordedMode(life: Life): UpgradeModeName | undefined {
  return readRecordedSpec(life.status.reconciliationStatus?.lastReconciledSpec ?? '').spec.job?.upgradeMode;
}

function suspending(of: FlinkDeploymentSpec): Life {
  return stable(of).editJob({ state: 'suspended' });
}

/** Suspended by the way of its mode, with everything gone that goes. */
function suspended(of: FlinkDeploymentSpec): Life {
  const life = suspending(of);
  if (of === SAVEPOINT) {
    life.look(listed(life.jobId, 'RUNNING'));
    life.acted(stopping({ state: 'completed', location: LOCATION }));
    return life;
  }
  life.look(listed(life.jobId, 'RUNNING', FULL));
  life.look({ ...GONE, ...(of === LAST_STATE ? FULL : EMPTY) });
  return life;
}

const SUSPENDED = {
  lifecycleState: 'SUSPENDED',
  observedGeneration: 2,
  jobStatus: { state: 'FINISHED' },
  reconciliationStatus: { state: 'DEPLOYED' },
  taskManager: { labelSelector: '', replicas: 0 },
};

describe('suspending (5.1 row 3, 5.7)', () => {
  it('stateless: cancels, removes the cluster and its HA data, and only then says that it is suspended', () => {
    const life = suspending(STATELESS_HA);
    const up = listed(life.jobId, 'RUNNING', FULL);
    const cancel = life.look(up);
    expect(cancel.action).toEqual({ do: 'cancel', jobId: life.jobId, missingIsFine: true });
    expect(life.status.lifecycleState).toBe('UPGRADING');
    expect(life.acted(up).action).toEqual({ do: 'scale-to-zero', uid: 'deployment-1' });
    const scaled = {
      ...GONE,
      ...FULL,
      deployment: jobManager({ wanted: 0, available: 0 }),
      pods: [{ ...POD, deletedAt: life.now }],
    };
    expect(life.acted(scaled).action).toBeUndefined();
    expect(life.look({ ...scaled, pods: [] }).action).toMatchObject({ do: 'delete-cluster' });
    expect(life.acted({ ...GONE, ...FULL }).action).toEqual({ do: 'delete-ha-data' });
    expect(gist(life.acted({ ...GONE, ...EMPTY }))).toMatchObject({ does: undefined, requeueAfter: 60_000 });
    expect(life.status).toMatchObject({ ...SUSPENDED, jobManagerDeploymentStatus: 'MISSING' });
    expect(recordedMode(life)).toBe('stateless');
    const { lastReconciledSpec, lastStableSpec } = life.status.reconciliationStatus ?? {};
    expect(lastStableSpec).toBe(lastReconciledSpec);
  });

  it('stateless: is carried through although the mode changes half-way', () => {
    const life = suspending(spec());
    const up = listed(life.jobId, 'RUNNING');
    life.look(up);
    life.acted(up);
    life.editJob({ upgradeMode: 'savepoint' });
    const scaled = { ...GONE, deployment: jobManager({ wanted: 0, available: 0 }) };
    expect(life.look(scaled).action).toMatchObject({ do: 'delete-cluster' });
    life.look(GONE);
    expect(life.status).toMatchObject({ ...SUSPENDED, observedGeneration: 3 });
  });

  it('stateless: starts again empty when it is taken back half-way', () => {
    const life = suspending(spec());
    const up = listed(life.jobId, 'RUNNING');
    life.look(up);
    life.acted(up);
    life.edit(() => spec());
    life.look({ ...GONE, deployment: jobManager({ wanted: 0, available: 0 }) });
    expect(life.look(GONE).action).toMatchObject({ do: 'deploy', generation: 3 });
  });

  it('savepoint: the JobManager of the ended job stays', () => {
    const life = suspending(SAVEPOINT);
    expect(gist(life.look(listed(life.jobId, 'RUNNING')))).toMatchObject({
      does: 'stop-with-savepoint',
      because: ['SavepointUpgrade', 'Suspending'],
    });
    const taken = life.acted(stopping({ state: 'completed', location: LOCATION }));
    expect(gist(taken)).toMatchObject({ does: undefined, requeueAfter: 60_000 });
    expect(life.status).toMatchObject({
      ...SUSPENDED,
      jobManagerDeploymentStatus: 'READY',
      jobStatus: { state: 'FINISHED', upgradeSavepointPath: LOCATION },
    });
    expect(recordedMode(life)).toBe('savepoint');
  });

  it('last-state: removes the cluster gracefully and keeps its HA metadata', () => {
    const life = suspending(LAST_STATE);
    const decision = life.look(listed(life.jobId, 'RUNNING', FULL));
    expect(decision.action).toEqual({ do: 'scale-to-zero', uid: 'deployment-1' });
    expect(decision.events.map(({ reason }) => reason)).toEqual(['SpecChanged', 'Suspended']);
    const scaled = { ...GONE, ...FULL, deployment: jobManager({ wanted: 0, available: 0 }) };
    const next = life.acted(scaled);
    expect(next.action).toMatchObject({ do: 'delete-cluster' });
    expect(next.events.filter(({ once }) => once !== true)).toEqual([]);
    life.acted({ ...GONE, ...FULL });
    expect(life.status).toMatchObject({ ...SUSPENDED, jobManagerDeploymentStatus: 'MISSING' });
    expect(recordedMode(life)).toBe('last-state');
  });

  it('last-state without HA: by cancelling, and it becomes SUSPENDED (quirk 1)', () => {
    const life = suspending(spec({ job: { upgradeMode: 'last-state' } }));
    expect(life.look(listed(life.jobId, 'RUNNING')).action).toMatchObject({ do: 'cancel', missingIsFine: false });
    life.acted(listed(life.jobId, 'CANCELLING'));
    const latest = { latest: { path: 's3://state/chk-9', timestamp: NOW } };
    expect(life.look(ended(life.jobId, 'CANCELED', latest)).action).toMatchObject({ do: 'scale-to-zero' });
    life.look(GONE);
    expect(life.status).toMatchObject({
      ...SUSPENDED,
      jobStatus: { state: 'FINISHED', upgradeSavepointPath: 's3://state/chk-9' },
    });
    expect(recordedMode(life)).toBe('savepoint');
  });

  it('of what the Java operator left in UPGRADING is finished (quirk 1)', () => {
    const life = suspended(SAVEPOINT).setStatus((before) => ({
      ...before,
      reconciliationStatus: { ...before.reconciliationStatus, state: 'UPGRADING' },
      jobManagerDeploymentStatus: 'MISSING',
    }));
    life.look(GONE);
    expect(life.status).toMatchObject(SUSPENDED);
  });

  it.each([
    ['an ended job: its JobManager stays', 'READY', 'FINISHED' as const, undefined],
    ['an ended job whose JobManager restarts: it is removed', 'DEPLOYING', 'FINISHED' as const, 'scale-to-zero'],
  ])('%s', (_, jobManagerDeploymentStatus, state, does) => {
    const life = stable(SAVEPOINT);
    life.look(ended(life.jobId, state));
    life.editJob({ state: 'suspended' });
    const observed =
      jobManagerDeploymentStatus === 'READY' ? ended(life.jobId, state) : starting({ neverAvailable: false });
    expect(life.look(observed).action?.do).toBe(does);
    expect(life.status.lifecycleState).toBe(does === undefined ? 'SUSPENDED' : 'STABLE');
  });

  it('a JobManager that never started is removed: it could start yet', () => {
    const life = deployed(SAVEPOINT).editJob({ state: 'suspended' });
    expect(gist(life.look(starting()))).toMatchObject({
      does: 'scale-to-zero',
      because: ['JobManagerNeverStarted', 'Suspending'],
    });
    const scaled = starting({ wanted: 0, neverAvailable: false });
    expect(life.acted({ ...scaled, pods: [] }).action).toMatchObject({ do: 'delete-cluster' });
    life.acted(GONE);
    expect(life.status).toMatchObject(SUSPENDED);
  });

  it('ends an upgrade that it overtakes, with nothing left that could start', () => {
    const life = stable(SAVEPOINT).edit((before) => ({ ...before, restartNonce: 1 }));
    life.look(listed(life.jobId, 'RUNNING'));
    life.acted(stopping({ state: 'completed', location: LOCATION }));
    life.editJob({ state: 'suspended' });
    expect(life.look(listed(life.jobId, 'FINISHED')).action).toMatchObject({ do: 'scale-to-zero' });
    life.look(GONE);
    expect(life.status).toMatchObject({
      ...SUSPENDED,
      observedGeneration: 3,
      jobStatus: { upgradeSavepointPath: LOCATION },
    });
  });
});

describe('while it is suspended', () => {
  it('nothing of a change is carried out or recorded (5.1 row 4)', () => {
    const life = suspended(SAVEPOINT);
    const stored = life.status.reconciliationStatus;
    const decision = life.edit((before) => ({ ...before, restartNonce: 1 })).look(listed(life.jobId, 'FINISHED'));
    expect(decision.action).toBeUndefined();
    expect(life.status).toMatchObject({ observedGeneration: 2, lifecycleState: 'SUSPENDED' });
    expect(life.status.reconciliationStatus).toEqual(stored);
  });

  it.each([
    ['restarts', { available: 0 }],
    ['has been restarted', { availableChangedAt: NOW + 61_000 }],
  ])('its JobManager is removed when it %s, because it would run the job again', (_, change) => {
    const life = suspended(SAVEPOINT).after(2000);
    const decision = life.look({ ...GONE, deployment: jobManager(change), pods: [POD] });
    expect(gist(decision)).toMatchObject({
      does: 'scale-to-zero',
      because: ['SuspendedJobManagerRestarts', 'OldClusterIsRemoved'],
    });
    life.look(GONE);
    expect(life.status).toMatchObject({ ...SUSPENDED, jobManagerDeploymentStatus: 'MISSING' });
  });

  it('its JobManager goes after its time, without an error (14.3-40)', () => {
    const life = suspended(SAVEPOINT);
    const up = { ...GONE, deployment: jobManager(), pods: [POD] };
    expect(life.after(86_400_000 - 60_000).look(up).action).toBeUndefined();
    expect(gist(life.after(60_001).look(up))).toMatchObject({ does: 'scale-to-zero' });
    const gone = life.look(GONE);
    expect(gone.events).toEqual([]);
    expect(life.status).toMatchObject({ ...SUSPENDED, jobManagerDeploymentStatus: 'MISSING' });
    expect(life.status.error).toBeUndefined();
  });
});

describe('resuming (5.5, 5.7)', () => {
  it.each<[string, FlinkDeploymentSpec, UpgradeModeName, string | undefined, boolean]>([
    ['stateless: empty, new id', STATELESS_HA, 'stateless', undefined, false],
    ['savepoint: from it, new id', SAVEPOINT, 'savepoint', LOCATION, false],
    ['last-state: from HA metadata, same id', LAST_STATE, 'last-state', LAST_STATE_MARKER, true],
    ['savepoint, then last-state: still from the savepoint (14.3-26)', SAVEPOINT, 'last-state', LOCATION, false],
    ['last-state, then savepoint: still from HA metadata', LAST_STATE, 'savepoint', LAST_STATE_MARKER, true],
    ['savepoint, then stateless: empty', SAVEPOINT, 'stateless', undefined, false],
    ['stateless, then savepoint: empty, the state is gone', STATELESS_HA, 'savepoint', undefined, false],
  ])('%s', (_, of, upgradeMode, path, sameJob) => {
    const life = suspended(of);
    const { jobId } = life;
    life.editJob({ state: 'running', upgradeMode });
    const ha = of === LAST_STATE ? FULL : EMPTY;
    if (of === SAVEPOINT) {
      expect(life.look(listed(jobId, 'FINISHED')).action).toMatchObject({ do: 'delete-cluster' });
      expect(life.status.lifecycleState).toBe('UPGRADING');
    }
    const { action } = life.look({ ...GONE, ...ha });
    expect(action).toMatchObject({ do: 'deploy', requireHaMetadata: sameJob, generation: 3 });
    expect(action?.do === 'deploy' && action.savepointPath).toBe(path);
    expect(life.jobId === jobId).toBe(sameJob);
    life.acted(starting());
    expect(life.status).toMatchObject({ lifecycleState: 'DEPLOYED', observedGeneration: 3 });
  });

  it('as stateless after last-state drops the state, HA data first (quirk 19)', () => {
    const life = suspended(LAST_STATE).editJob({ state: 'running', upgradeMode: 'stateless' });
    expect(life.look({ ...GONE, ...FULL }).action).toEqual({ do: 'delete-ha-data' });
    const { action } = life.acted({ ...GONE, ...EMPTY });
    expect(action).toMatchObject({ do: 'deploy', requireHaMetadata: false });
    expect(action).not.toHaveProperty('savepointPath');
  });
});
