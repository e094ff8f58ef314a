// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec, UpgradeModeName } from '../api/flink-deployment.ts';
import { readRecordedSpec } from '../api/recorded-spec.ts';
import { known } from './observation.ts';
import type { Decision } from './decision.ts';
import { LAST_STATE_MARKER } from './predicates.ts';
import { deployed, gist, LOST, REFUSED, stable, type Life } from './test-support/life.ts';
import {
  ended,
  GONE,
  HA_FULL,
  jobManager,
  listed,
  POD,
  stopping,
  UNKNOWN,
  unreachable,
} from './test-support/observed.ts';
import { HA, NOW, spec } from './test-support/resource.ts';

const LOCATION = 's3://state/savepoints/savepoint-1';
const SAVEPOINT = spec({ job: { upgradeMode: 'savepoint' } });
const LAST_STATE = spec({ job: { upgradeMode: 'last-state' }, config: HA });
/** HA everywhere, metadata in it. */
const FULL = { ha: known(HA_FULL) };

function recorded(life: Life): {
  state: string | undefined;
  mode: UpgradeModeName | undefined;
  first: boolean | undefined;
} {
  const { spec: of, metadata } = readRecordedSpec(life.status.reconciliationStatus?.lastReconciledSpec ?? '');
  return { state: of.job?.state, mode: of.job?.upgradeMode, first: metadata?.firstDeployment };
}

/** Stable, and the spec asks for something that needs a restart. */
function changed(of: FlinkDeploymentSpec): Life {
  return stable(of).edit((before) => ({ ...before, restartNonce: 1 }));
}

/** The job is out of the way, and the attempt at the new spec is on record. */
const ATTEMPT = { lifecycleState: 'UPGRADING', observedGeneration: 2, jobStatus: { state: 'FINISHED' } };

describe('what a change does (4.3, 4.4)', () => {
  it('is told once for each generation', () => {
    const life = changed(SAVEPOINT);
    const first = life.look(unreachable(0));
    expect(first.events).toContainEqual(
      expect.objectContaining({
        reason: 'SpecChanged',
        key: 'SpecChange: 2',
        once: true,
        message: expect.stringContaining('restartNonce: absent -> 1'),
      }),
    );
  });

  it('is acknowledged when it needs no restart, and the record keeps the old spec (14.1-6)', () => {
    const life = stable(SAVEPOINT);
    const before = life.status.reconciliationStatus;
    life.editJob({ upgradeMode: 'last-state' });
    const decision = life.look(listed(life.jobId, 'RUNNING'));
    expect(gist(decision)).toEqual({
      does: undefined,
      because: ['SpecAcknowledged'],
      requeueAfter: 60_000,
      retry: false,
    });
    expect(life.status.observedGeneration).toBe(2);
    expect(life.status.reconciliationStatus).toEqual(before);
    expect(gist(life.look(listed(life.jobId, 'RUNNING'))).because).toEqual(['NothingToDo']);
  });

  it('starts nothing when a nonce is taken away (14.3-41)', () => {
    const life = stable(spec({ restartNonce: 3, job: { savepointRedeployNonce: 3 } }));
    life.edit(() => spec());
    expect(life.look(listed(life.jobId, 'RUNNING')).action).toBeUndefined();
  });

  it('keeps the nonces that were handled last, so that those which changed with it still fire (4.2-3b)', () => {
    const life = stable(spec({ job: { savepointTriggerNonce: 1 } })).editJob({
      savepointTriggerNonce: 2,
      parallelism: 4,
    });
    life.look(listed(life.jobId, 'RUNNING'));
    life.acted(listed(life.jobId, 'CANCELLING'));
    const { job } = readRecordedSpec(life.status.reconciliationStatus?.lastReconciledSpec ?? '').spec;
    expect(job).toMatchObject({ savepointTriggerNonce: 1, parallelism: 4, state: 'suspended' });
  });
});

describe('mode stateless', () => {
  it('cancels without waiting, records the attempt, and starts empty under a new id (14.3-24, 37)', () => {
    const life = changed(spec());
    const old = life.jobId;
    const cancel = life.look(listed(old, 'RUNNING'));
    expect(cancel.action).toEqual({ do: 'cancel', jobId: old, missingIsFine: true });
    expect(cancel.events.map(({ reason }) => reason)).toEqual(['SpecChanged', 'Suspended']);
    expect(gist(life.acted(listed(old, 'RUNNING'), LOST))).toMatchObject({ does: undefined, requeueAfter: 0 });
    expect(life.status).toMatchObject(ATTEMPT);
    expect(recorded(life)).toEqual({ state: 'suspended', mode: 'stateless', first: false });
    expect(life.look(listed(old, 'CANCELLING')).action).toMatchObject({
      do: 'delete-cluster',
      propagation: 'Foreground',
    });
    expect(gist(life.acted({ ...GONE, deployment: jobManager({ deleting: true }), pods: [POD] })).does).toBeUndefined();
    expect(gist(life.look({ ...GONE, pods: [POD] })).does).toBeUndefined();
    const start = life.look(GONE);
    expect(start.action).toMatchObject({ do: 'deploy', requireHaMetadata: false, generation: 2 });
    expect(start.action).not.toHaveProperty('savepointPath');
    expect(life.jobId).not.toBe(old);
    expect(life.status.jobStatus).not.toHaveProperty('upgradeSavepointPath');
  });

  it.each([
    ['its JobManager is lost', () => unreachable(60_000)],
    ['it was not seen to run yet', (life: Life) => listed(life.jobId, 'INITIALIZING')],
  ])('goes on when %s', (_, observed) => {
    const life = deployed().edit((before) => ({ ...before, restartNonce: 1 }));
    life.look(observed(life));
    life.look(observed(life));
    expect(life.status).toMatchObject(ATTEMPT);
  });

  it('forgets a savepoint that is on record (14.3-24)', () => {
    const life = stable(spec({ job: { initialSavepointPath: LOCATION } })).edit((before) => ({
      ...before,
      restartNonce: 1,
    }));
    life.look(ended(life.jobId, 'FINISHED'));
    expect(recorded(life).mode).toBe('stateless');
    expect(life.look(GONE).action).not.toHaveProperty('savepointPath');
    expect(life.status.jobStatus).not.toHaveProperty('upgradeSavepointPath');
  });

  it('does not cancel a job twice, nor one whose JobManager is being removed', () => {
    const life = changed(spec());
    life.setStatus((before) => ({ ...before, jobStatus: { ...before.jobStatus, state: 'CANCELLING' } }));
    expect(life.look(listed(life.jobId, 'CANCELLING')).action).toBeUndefined();
    expect(life.status).toMatchObject(ATTEMPT);
  });
});

describe('mode savepoint', () => {
  it('records that the job is being stopped, follows the savepoint, and starts from it', () => {
    const life = changed(SAVEPOINT);
    const old = life.jobId;
    const ask = life.look(listed(old, 'RUNNING'));
    expect(ask.action).toEqual({
      do: 'stop-with-savepoint',
      jobId: old,
      triggerId: expect.stringMatching(/^[0-9a-f]{32}$/),
      directory: 's3://state/savepoints',
      drain: false,
      formatType: 'CANONICAL',
    });
    expect(recorded(life)).toEqual({ state: 'running', mode: 'savepoint', first: false });
    expect(life.status).toMatchObject({ observedGeneration: 1, reconciliationStatus: { state: 'UPGRADING' } });
    const stored = life.status;
    const pending = life.acted(stopping({ state: 'in-progress', since: life.now }));
    expect(gist(pending)).toMatchObject({ does: undefined, requeueAfter: 250 });
    expect(gist(pending).because).toContain('SavepointPending');
    expect(life.status).toEqual(stored);
    const taken = life.after(900).look(stopping({ state: 'completed', location: LOCATION }));
    expect(gist(taken)).toMatchObject({ does: undefined, requeueAfter: 0 });
    expect(life.status).toMatchObject({ ...ATTEMPT, jobStatus: { state: 'FINISHED', upgradeSavepointPath: LOCATION } });
    expect(recorded(life)).toEqual({ state: 'suspended', mode: 'savepoint', first: false });
    expect(life.look(listed(old, 'FINISHED')).action).toMatchObject({ do: 'delete-cluster' });
    const start = life.look(GONE);
    expect(start.action).toMatchObject({ do: 'deploy', savepointPath: LOCATION, requireHaMetadata: false });
    expect(life.jobId).not.toBe(old);
  });

  it('asks for the options of the spec in charge, which count at once', () => {
    const life = stable(SAVEPOINT).edit((before) => ({
      ...before,
      restartNonce: 1,
      flinkConfiguration: {
        ...before.flinkConfiguration,
        'execution.checkpointing.savepoint-dir': 's3://elsewhere',
        'kubernetes.operator.job.drain-on-savepoint-deletion': 'true',
        'kubernetes.operator.savepoint.format.type': 'NATIVE',
      },
    }));
    expect(life.look(listed(life.jobId, 'RUNNING')).action).toMatchObject({
      directory: 's3://elsewhere',
      drain: true,
      formatType: 'NATIVE',
    });
  });

  it('asks under the same id again when the answer or the process was lost, and whatever the spec says by then', () => {
    const life = changed(SAVEPOINT);
    const first = life.look(listed(life.jobId, 'RUNNING')).action;
    const neverAsked = listed(life.jobId, 'RUNNING', { stop: known({ state: 'never-asked' }) });
    expect(life.look(neverAsked).action).toEqual(first);
    life.edit((before) => ({ ...before, restartNonce: 2 }));
    expect(life.look(neverAsked).action).toEqual(first);
    life.edit((before) => ({ ...before, restartNonce: 0 }));
    expect(life.look(neverAsked).action).toEqual(first);
  });

  it.each<[string, (life: Life) => Decision, string]>([
    [
      'is refused',
      (life) => life.acted(listed(life.jobId, 'RUNNING', { stop: known({ state: 'never-asked' }) }), REFUSED),
      'failed: no',
    ],
    [
      'fails',
      (life) => life.acted(stopping({ state: 'failed', cause: { type: 'CheckpointException', message: 'declined' } })),
      'CheckpointException: declined',
    ],
  ])('goes on with the running job when the savepoint %s, and tries under another id', (_, outcome, why) => {
    const life = changed(SAVEPOINT);
    const first = life.look(listed(life.jobId, 'RUNNING')).action;
    const failed = outcome(life.after(500));
    expect(gist(failed)).toMatchObject({ does: undefined, requeueAfter: 60_000 });
    expect(failed.events).toMatchObject([{ type: 'Warning', reason: 'SavepointError' }]);
    expect(life.status.reconciliationStatus?.state).toBe('DEPLOYED');
    expect(life.status.error).toContain(why);
    expect(life.status.error).toContain('UpgradeFailureException');
    const again = life.after(60_000).look(listed(life.jobId, 'RUNNING')).action;
    expect(again?.do).toBe('stop-with-savepoint');
    expect(again).not.toEqual(first);
  });

  it('says that a savepoint is late and waits on: a second stop beside the first would break the job', () => {
    const life = changed(SAVEPOINT);
    life.look(listed(life.jobId, 'RUNNING'));
    const since = life.now;
    const late = life.after(600_001).look(stopping({ state: 'in-progress', since }));
    expect(gist(late)).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(late.events).toContainEqual(expect.objectContaining({ reason: 'SavepointError', once: true }));
    expect(life.status.error).toContain('execution.checkpointing.timeout');
  });

  it('decides nothing while nobody knows how the savepoint stands', () => {
    const life = changed(SAVEPOINT);
    life.look(listed(life.jobId, 'RUNNING'));
    const decision = life.acted(listed(life.jobId, 'RUNNING', { stop: UNKNOWN }));
    expect(gist(decision)).toMatchObject({ does: undefined, requeueAfter: 250 });
    expect(gist(decision).because).toContain('SavepointPending');
  });

  it.each([
    ['in progress', stopping({ state: 'in-progress', since: NOW })],
    ['done', stopping({ state: 'completed', location: LOCATION })],
  ])('follows a stop that is %s although the spec is taken back, and starts the job again', (_, observed) => {
    const life = changed(SAVEPOINT);
    life.look(listed(life.jobId, 'RUNNING'));
    life.edit(() => SAVEPOINT);
    life.look(observed);
    life.look(stopping({ state: 'completed', location: LOCATION }));
    expect(life.status).toMatchObject({ lifecycleState: 'UPGRADING', observedGeneration: 3 });
    expect(life.look(GONE).action).toMatchObject({ do: 'deploy', savepointPath: LOCATION, generation: 3 });
  });

  it('follows it although the spec turns to last-state: the end of the job deletes the HA metadata', () => {
    const life = changed(spec({ job: { upgradeMode: 'savepoint' }, config: HA }));
    life.look(listed(life.jobId, 'RUNNING', FULL));
    life.editJob({ upgradeMode: 'last-state' });
    expect(life.look(stopping({ state: 'in-progress', since: life.now }, FULL)).action).toBeUndefined();
    life.look(stopping({ state: 'completed', location: LOCATION }, FULL));
    expect(recorded(life).mode).toBe('savepoint');
  });

  it('finds what the savepoint was when its answer was lost with the JobManager: the last state of the ended job', () => {
    const life = changed(SAVEPOINT);
    life.look(listed(life.jobId, 'RUNNING'));
    life.look(ended(life.jobId, 'FINISHED', { latest: { path: LOCATION, timestamp: NOW } }));
    expect(life.status).toMatchObject({ ...ATTEMPT, jobStatus: { state: 'FINISHED', upgradeSavepointPath: LOCATION } });
  });

  it('does not take a job that has ended unread for a running one', () => {
    const life = changed(SAVEPOINT);
    const decision = life.look(listed(life.jobId, 'FINISHED', { checkpoints: UNKNOWN }));
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['LastStateUnread'], requeueAfter: 250 });
  });

  it('does not judge a job by a JobManager that has just come up', () => {
    const life = changed(SAVEPOINT);
    const fresh = { deployment: jobManager({ availableChangedAt: life.now - 1000 }) };
    expect(gist(life.look(listed(undefined, 'RUNNING', fresh)))).toMatchObject({
      does: undefined,
      because: ['WaitingForJob', 'WaitingForJob'],
      requeueAfter: 250,
    });
  });

  it('takes the path on record before the older list of savepoints (14.3-25)', () => {
    const life = changed(SAVEPOINT).setStatus(({ jobStatus, ...before }) => ({
      ...before,
      jobStatus: {
        ...jobStatus,
        upgradeSavepointPath: LOCATION,
        savepointInfo: { lastSavepoint: { location: 's3://older' } },
      },
    }));
    life.look(ended(life.jobId, 'FAILED'));
    expect(life.look(GONE).action).toMatchObject({ savepointPath: 's3://older' });
  });
});

describe('mode last-state', () => {
  it('removes the cluster gracefully, keeps its HA metadata and its job id, and recovers (14.3-37)', () => {
    const life = changed(LAST_STATE);
    const { jobId } = life;
    const decision = life.look(listed(jobId, 'RUNNING', FULL));
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['LastStateUpgrade'], requeueAfter: 0 });
    expect(life.status).toMatchObject(ATTEMPT);
    expect(recorded(life)).toEqual({ state: 'suspended', mode: 'last-state', first: false });
    expect(life.look(listed(jobId, 'RUNNING', FULL)).action).toEqual({ do: 'scale-to-zero', uid: 'deployment-1' });
    const scaled = {
      ...GONE,
      ...FULL,
      deployment: jobManager({ wanted: 0, available: 0 }),
      pods: [{ ...POD, deletedAt: life.now }],
    };
    expect(gist(life.acted(scaled))).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(life.look({ ...scaled, pods: [] }).action).toMatchObject({ do: 'delete-cluster' });
    expect(life.look({ ...GONE, ...FULL }).action).toMatchObject({
      do: 'deploy',
      jobId,
      savepointPath: LAST_STATE_MARKER,
      requireHaMetadata: true,
    });
  });

  it('deletes a JobManager that takes longer than a minute to end', () => {
    const life = changed(LAST_STATE);
    life.look(listed(life.jobId, 'RUNNING', FULL));
    const scaled = { ...GONE, ...FULL, deployment: jobManager({ wanted: 0, available: 0 }) };
    const pods = [{ ...POD, deletedAt: life.now - 60_000 }];
    expect(life.look({ ...scaled, pods }).action).toMatchObject({ do: 'delete-cluster' });
  });

  it('cancels a job that has no HA, follows it, and starts from its last checkpoint (14.3-27)', () => {
    const life = changed(spec({ job: { upgradeMode: 'last-state' } }));
    const { jobId } = life;
    const cancel = life.look(listed(jobId, 'RUNNING'));
    expect(cancel.action).toEqual({ do: 'cancel', jobId, missingIsFine: false });
    expect(recorded(life)).toEqual({ state: 'running', mode: 'savepoint', first: false });
    expect(gist(life.acted(listed(jobId, 'RUNNING')))).toMatchObject({ does: undefined, requeueAfter: 250 });
    expect(life.status.jobStatus).toMatchObject({ state: 'CANCELLING', updateTime: String(life.now) });
    expect(gist(life.look(listed(jobId, 'CANCELLING')))).toMatchObject({ does: undefined, because: ['CancelPending'] });
    const latest = { latest: { path: 's3://state/chk-9', timestamp: NOW } };
    expect(life.look(ended(jobId, 'CANCELED', latest)).action).toMatchObject({ do: 'delete-cluster' });
    expect(recorded(life)).toEqual({ state: 'suspended', mode: 'savepoint', first: false });
    expect(life.look(GONE).action).toMatchObject({ do: 'deploy', savepointPath: 's3://state/chk-9' });
  });

  it('tries a cancel that failed again, decided afresh', () => {
    const life = changed(spec({ job: { upgradeMode: 'last-state' } }));
    life.look(listed(life.jobId, 'RUNNING'));
    const failed = life.acted(listed(life.jobId, 'RUNNING'), REFUSED);
    expect(gist(failed)).toMatchObject({ does: undefined, because: ['CancelFailed'], requeueAfter: 60_000 });
    expect(failed.events).toMatchObject([{ reason: 'CleanupFailed' }]);
    expect(life.look(listed(life.jobId, 'RUNNING')).action).toMatchObject({ do: 'cancel' });
  });

  it('takes a savepoint when its state is older than allowed, and asks how it stands (14.3-34)', () => {
    const config = { ...HA, 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '10 s' };
    const life = changed(spec({ job: { upgradeMode: 'last-state' }, config }));
    const old = { checkpoints: known({ latest: { path: 'x', timestamp: NOW } }), ...FULL };
    expect(gist(life.look(listed(life.jobId, 'RUNNING', old)))).toMatchObject({
      does: 'stop-with-savepoint',
      because: ['CheckpointTooOld'],
    });
    const young = { checkpoints: known({ latest: { path: 'x', timestamp: life.now } }), ...FULL };
    const other = changed(spec({ job: { upgradeMode: 'last-state' }, config }));
    expect(gist(other.look(listed(other.jobId, 'RUNNING', young))).because).toEqual(['LastStateUpgrade']);
  });

  it('waits for Flink no longer than it has to', () => {
    const config = { ...HA, 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '10 s' };
    const life = changed(spec({ job: { upgradeMode: 'last-state' }, config }));
    const pending = { checkpoints: known({ pendingSince: life.now - 1 }), ...FULL };
    expect(gist(life.look(listed(life.jobId, 'RUNNING', pending)))).toEqual({
      does: undefined,
      because: ['CheckpointPending'],
      requeueAfter: 10_000,
      retry: false,
    });
  });

  it('does not remove a cluster while its HA metadata cannot be read', () => {
    const life = changed(LAST_STATE);
    const decision = life.look(listed(life.jobId, 'RUNNING', { ha: UNKNOWN }));
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['HaMetadataUnknown'], requeueAfter: 10_000 });
    expect(life.status.reconciliationStatus?.state).toBe('DEPLOYED');
  });

  it('forgets the path of an earlier life when a job that was started empty goes on from HA metadata', () => {
    const life = changed(LAST_STATE).setStatus(({ jobStatus, ...before }) => ({
      ...before,
      jobStatus: { ...jobStatus, upgradeSavepointPath: 's3://ages/ago' },
    }));
    life.look(listed(life.jobId, 'RUNNING', FULL));
    expect(life.status.jobStatus).not.toHaveProperty('upgradeSavepointPath');
  });
});
