// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readRecordedSpec } from '../api/recorded-spec.ts';
import { known, NOTHING_OBSERVED, type HaMetadata } from './observation.ts';
import { LAST_STATE_MARKER } from './predicates.ts';
import { deployed, gist, Life, LOST } from './test-support/life.ts';
import { GONE, HA_EMPTY, HA_FULL, jobManager, listed, POD, starting, UNKNOWN } from './test-support/observed.ts';
import { application, HA, spec } from './test-support/resource.ts';

const NOT_CHECKPOINTED: HaMetadata = { ...HA_FULL, checkpointed: false };

function record(life: Life) {
  return readRecordedSpec(life.status.reconciliationStatus?.lastReconciledSpec ?? '');
}

describe('before anything exists', () => {
  it('adds the finalizer first and writes no status', () => {
    const life = new Life(application({ finalizers: [] }));
    const decision = life.look();
    expect(gist(decision)).toEqual({
      does: 'add-finalizer',
      because: ['FinalizerMissing'],
      requeueAfter: undefined,
      retry: false,
    });
    expect(decision.status).toEqual({});
  });

  it('tries a finalizer that was refused by the retry schedule, and says so', () => {
    const life = new Life(application({ finalizers: [] }));
    life.look();
    const decision = life.acted(GONE, LOST);
    expect(decision).toMatchObject({ retry: true, status: {} });
    expect(decision.action).toBeUndefined();
    expect(decision.events).toMatchObject([{ type: 'Warning', reason: 'Error' }]);
  });

  it.each([
    ['older than any that is served (14.1-10)', 'v1_14' as const],
    ['missing (14.1-10)', undefined],
  ])('leaves a Flink version alone that is %s: event, no status, no look by itself', (_, flinkVersion) => {
    const { flinkVersion: __, ...rest } = spec();
    const life = new Life(application({ spec: flinkVersion === undefined ? rest : { ...rest, flinkVersion } }));
    const decision = life.look();
    expect(gist(decision)).toEqual({
      does: undefined,
      because: ['UnsupportedFlinkVersion'],
      requeueAfter: undefined,
      retry: false,
    });
    expect(decision.status).toEqual({});
    expect(decision.events).toMatchObject([{ reason: 'UnsupportedFlinkVersion', once: true }]);
  });

  it('does not deploy what is created suspended, and starts it as a first deployment later (14.1-1)', () => {
    const life = new Life(application({ spec: spec({ job: { state: 'suspended' } }) }));
    expect(gist(life.look())).toEqual({
      does: undefined,
      because: ['CreatedSuspended'],
      requeueAfter: 60_000,
      retry: false,
    });
    expect(life.status).toMatchObject({ lifecycleState: 'CREATED', reconciliationStatus: { state: 'UPGRADING' } });
    expect(life.status.reconciliationStatus?.lastReconciledSpec).toBeUndefined();
    life.editJob({ state: 'running', initialSavepointPath: 's3://state/initial' });
    expect(life.look().action).toMatchObject({ do: 'deploy', savepointPath: 's3://state/initial' });
  });
});

describe('the first deployment', () => {
  it('records the attempt, with its job id, in the same decision that deploys (14.1-2)', () => {
    const life = new Life();
    const decision = life.look({ ...GONE, ha: known(HA_EMPTY) });
    expect(gist(decision).because).toEqual(['FirstDeployment', 'Starting']);
    expect(decision.action).toEqual({
      do: 'deploy',
      spec: spec(),
      jobId: '1'.padStart(32, '0'),
      requireHaMetadata: false,
      generation: 1,
    });
    expect(life.status).toMatchObject({
      jobStatus: { jobId: '1'.padStart(32, '0'), state: 'RECONCILING' },
      jobManagerDeploymentStatus: 'MISSING',
      lifecycleState: 'UPGRADING',
      observedGeneration: 1,
      reconciliationStatus: { state: 'UPGRADING', reconciliationTimestamp: life.now },
      taskManager: { labelSelector: '', replicas: 0 },
    });
    expect(record(life)).toMatchObject({
      spec: { job: { state: 'suspended', upgradeMode: 'stateless' } },
      metadata: { apiVersion: 'flink.apache.org/v1beta1', firstDeployment: true },
    });
    expect(decision.events).toMatchObject([{ type: 'Normal', reason: 'Submit', component: 'JobManagerDeployment' }]);
  });

  it.each([
    ['stateless', undefined, 'stateless'],
    ['savepoint', undefined, 'stateless'],
    ['last-state', undefined, 'stateless'],
    ['stateless', 's3://state/initial', 'savepoint'],
    ['last-state', 's3://state/initial', 'savepoint'],
  ] as const)('in mode %s from %s records mode %s (14.1-4)', (upgradeMode, initialSavepointPath, recorded) => {
    const path = initialSavepointPath === undefined ? {} : { initialSavepointPath };
    const life = deployed(spec({ job: { upgradeMode, ...path } }));
    expect(record(life).spec.job).toMatchObject({ state: 'running', upgradeMode: recorded });
    expect(life.status.jobStatus?.upgradeSavepointPath).toBe(initialSavepointPath);
  });

  it('is deployed when the action is done', () => {
    const life = new Life();
    life.look();
    const decision = life.acted(starting());
    expect(gist(decision)).toEqual({ does: undefined, because: ['Deployed'], requeueAfter: 10_000, retry: false });
    expect(life.status).toMatchObject({
      jobStatus: { state: 'RECONCILING' },
      jobManagerDeploymentStatus: 'DEPLOYING',
      lifecycleState: 'DEPLOYED',
      reconciliationStatus: { state: 'DEPLOYED' },
      taskManager: { labelSelector: 'component=taskmanager,app=clicks', replicas: 1 },
    });
    expect(record(life)).toMatchObject({ spec: { job: { state: 'running' } }, metadata: { firstDeployment: true } });
    expect(life.status.reconciliationStatus?.lastStableSpec).toBeUndefined();
  });

  it('says what failed, keeps the job id and tries again with the same record', () => {
    const life = new Life();
    life.look();
    const { jobId } = life;
    const failed = life.acted(GONE, LOST);
    expect(gist(failed)).toMatchObject({ does: undefined, because: ['ActionFailed'], retry: true });
    expect(failed.events).toMatchObject([{ type: 'Warning', reason: 'Error' }]);
    expect(life.status.error).toContain('exception.ReconciliationException');
    const stored = life.status;
    const again = life.after(5000).look();
    expect(again.action).toMatchObject({ do: 'deploy', jobId });
    expect(life.status).toEqual(stored);
  });

  it('is made afresh from a spec that changed before it came to pass (14.1-3)', () => {
    const life = new Life();
    life.look();
    life.acted(GONE, LOST);
    life.editJob({ initialSavepointPath: 's3://state/initial' });
    const decision = life.look();
    expect(gist(decision)).toMatchObject({
      does: 'deploy',
      because: ['FirstDeploymentFailed', 'FirstDeployment', 'Starting'],
    });
    expect(decision.action).toMatchObject({ savepointPath: 's3://state/initial', generation: 2 });
    expect(record(life)).toMatchObject({
      spec: { job: { upgradeMode: 'savepoint' } },
      metadata: { firstDeployment: true },
    });
  });

  it('removes what an attempt left that is taken back by a suspension', () => {
    const life = new Life();
    life.look();
    life.editJob({ state: 'suspended' });
    expect(life.look(starting()).action).toEqual({ do: 'scale-to-zero', uid: 'deployment-1' });
    expect(life.acted(starting({ wanted: 0, neverAvailable: false })).action).toBeUndefined();
    expect(gist(life.look(GONE))).toMatchObject({ does: undefined, because: ['CreatedSuspended'] });
  });

  it('deletes HA data of an older life first, and waits while it cannot tell whether there are any', () => {
    const life = new Life(application({ spec: spec({ config: HA }) }));
    expect(gist(life.look({ ...GONE, ha: UNKNOWN }))).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(life.look({ ...GONE, ha: known(HA_FULL) }).action).toEqual({ do: 'delete-ha-data' });
    expect(life.acted({ ...GONE, ha: known(HA_EMPTY) }).action).toMatchObject({
      do: 'deploy',
      requireHaMetadata: false,
    });
  });

  it('waits for the JobManager of a resource of the same name that was deleted', () => {
    const life = new Life();
    expect(gist(life.look({ ...GONE, pods: [POD] }))).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(life.status.lifecycleState).toBe('UPGRADING');
    expect(gist(life.look(GONE))).toMatchObject({ does: 'deploy' });
  });
});

describe('somebody else has a Deployment of this name', () => {
  const foreign = { ...NOTHING_OBSERVED, deployment: jobManager({ ours: false }), pods: [POD] };

  it('says so, touches neither it nor its HA data, and tries again', () => {
    const life = new Life(application({ spec: spec({ config: HA }) }));
    const decision = life.look({ ...foreign, ha: known(HA_FULL) });
    expect(gist(decision)).toMatchObject({ does: undefined, retry: true });
    expect(gist(decision).because).toContain('ForeignDeployment');
    expect(life.status.error).toContain('does not belong to FlinkDeployment analytics/clicks');
    const stored = life.status;
    life.after(5000).look({ ...foreign, ha: known(HA_FULL) });
    expect(life.status).toEqual(stored);
  });

  it('waits while it is being deleted', () => {
    const going = { ...foreign, deployment: jobManager({ ours: false, deleting: true }) };
    expect(gist(new Life().look(going))).toMatchObject({ does: undefined, requeueAfter: 10_000, retry: false });
  });
});

describe('an attempt whose outcome was lost (2.2)', () => {
  /** The record of a first deployment that the process did not survive. */
  function interrupted(mode: 'stateless' | 'last-state' = 'stateless'): Life {
    const life = new Life(application({ spec: spec({ job: { upgradeMode: mode }, config: HA }) }));
    life.look({ ...GONE, ha: known(HA_EMPTY) });
    return life;
  }

  it('is completed when its Deployment is there: same job id, same generation', () => {
    const life = interrupted();
    const decision = life.look(starting());
    expect(gist(decision)).toMatchObject({ does: 'deploy', because: ['ClusterCreatedInPart'] });
    expect(decision.action).toMatchObject({ jobId: life.jobId, generation: 1, requireHaMetadata: false });
    expect(gist(life.acted(starting()))).toMatchObject({ does: undefined, because: ['Deployed'] });
    expect(life.status.lifecycleState).toBe('DEPLOYED');
  });

  it.each([
    ['another generation', { generation: '7' }, 'scale-to-zero'],
    ['no generation', 'unmarked' as const, 'scale-to-zero'],
    ['a Deployment that is being deleted', { deleting: true }, undefined],
    ['a Deployment that was scaled away', { wanted: 0 }, undefined],
  ])('is not taken as such with %s (14.1-7)', (_, change, does) => {
    const life = interrupted();
    const { generation: __, ...unmarked } = jobManager({ available: 0, neverAvailable: true });
    const deployment = change === 'unmarked' ? unmarked : { ...unmarked, generation: '1', ...change };
    const decision = life.look({ ...NOTHING_OBSERVED, deployment, pods: [POD], ha: known(HA_EMPTY) });
    expect(decision.action?.do).toBe(does);
    expect(gist(decision).because).toContain('OldClusterIsRemoved');
  });

  it('is given up for a newer spec when it never started', () => {
    const life = interrupted().edit((before) => ({ ...before, restartNonce: 1 }));
    expect(gist(life.look(starting())).does).toBe('scale-to-zero');
  });

  it('is completed before a newer spec is carried out when it may have started', () => {
    const life = interrupted().edit((before) => ({ ...before, restartNonce: 1 }));
    const decision = life.look(listed(undefined, 'RUNNING', { ha: known(HA_FULL) }));
    expect(decision.action).toMatchObject({ do: 'deploy', generation: 1, spec: { job: { state: 'running' } } });
    expect(decision.action).not.toHaveProperty('spec.restartNonce', 1);
    life.acted(starting({ neverAvailable: false }));
    expect(life.status).toMatchObject({ observedGeneration: 1, lifecycleState: 'DEPLOYED' });
  });

  it.each([
    ['of the same spec', 1],
    ['of a newer spec', 2],
  ])(
    'that has run and is gone again goes on from the HA metadata that it alone can have written, %s',
    (_, generation) => {
      const life = interrupted('last-state');
      const { jobId } = life;
      if (generation === 2) life.edit((before) => ({ ...before, restartNonce: 1 }));
      const { action } = life.look({ ...GONE, ha: known(HA_FULL) });
      expect(action).toMatchObject({
        do: 'deploy',
        jobId,
        generation,
        requireHaMetadata: true,
        savepointPath: LAST_STATE_MARKER,
      });
    },
  );

  it('keeps its job id when its Deployment is not there, so that one found later is the one on record', () => {
    const life = interrupted();
    const { jobId } = life;
    expect(life.look({ ...GONE, ha: known(HA_EMPTY) }).action).toMatchObject({ do: 'deploy', jobId });
  });
});

describe('what a job starts from (5.6)', () => {
  it('goes under the id that the user has fixed (14.3-37)', () => {
    const jobId = 'abcdefabcdefabcdefabcdefabcdefab';
    const life = new Life(application({ spec: spec({ config: { '$internal.pipeline.job-id': jobId } }) }));
    expect(life.look().action).toMatchObject({ jobId });
  });

  it('forgets the health of an earlier cluster', () => {
    const life = new Life(
      application({ status: { clusterInfo: { ClusterHealthInfo: '{}', 'flink-version': '1.20.5' } } }),
    );
    life.look();
    expect(life.status.clusterInfo).toEqual({ 'flink-version': '1.20.5' });
  });

  /** An attempt to recover from HA metadata is on record. */
  function resuming(path?: string): Life {
    const life = deployed(spec({ job: { upgradeMode: 'last-state' }, config: HA }));
    const observed = { ...listed(life.jobId, 'RUNNING'), ha: known(HA_FULL) };
    life.after(60_000).edit((before) => ({ ...before, restartNonce: 1 }));
    life.look(observed);
    if (path !== undefined)
      life.setStatus((before) => ({ ...before, jobStatus: { ...before.jobStatus, upgradeSavepointPath: path } }));
    return life;
  }

  it.each<[string, HaMetadata, string | undefined, string | undefined]>([
    ['a checkpoint in HA metadata', HA_FULL, undefined, LAST_STATE_MARKER],
    ['HA metadata without a checkpoint, started empty (14.3-30)', NOT_CHECKPOINTED, undefined, undefined],
    ['HA metadata without a checkpoint, started from a savepoint', NOT_CHECKPOINTED, 's3://state/1', 's3://state/1'],
  ])('%s', (_, ha, path, expected) => {
    const life = resuming(path);
    const { jobId } = life;
    const { action } = life.look({ ...GONE, ha: known(ha) });
    expect(action).toMatchObject({ do: 'deploy', jobId, requireHaMetadata: true });
    expect(action?.do === 'deploy' && action.savepointPath).toBe(expected);
    expect(life.status.jobStatus?.upgradeSavepointPath).toBe(expected);
  });

  it('is refused when HA metadata have lost their checkpoints', () => {
    const life = resuming(LAST_STATE_MARKER);
    const decision = life.look({ ...GONE, ha: known(NOT_CHECKPOINTED) });
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['LastStateUnknown'], requeueAfter: 60_000 });
    expect(life.status.error).toContain('Manual restore required.');
  });

  it('is refused when HA is switched off before the job has recovered from it, and goes on when it is on again', () => {
    const life = resuming().edit((before) => ({ ...before, flinkConfiguration: spec().flinkConfiguration ?? {} }));
    const decision = life.look({ ...GONE, ha: known(HA_FULL) });
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['HaMetadataMissing'], requeueAfter: 60_000 });
    life.edit(() => spec({ job: { upgradeMode: 'last-state' }, config: HA }));
    expect(life.look({ ...GONE, ha: known(HA_FULL) }).action).toMatchObject({ do: 'deploy', requireHaMetadata: true });
  });

  it('waits while HA metadata cannot be read', () => {
    expect(gist(resuming().look({ ...GONE, ha: UNKNOWN }))).toMatchObject({
      does: undefined,
      because: ['HaMetadataUnknown'],
      requeueAfter: 10_000,
    });
  });

  it('waits for HA metadata that are not there, in UPGRADING, and starts as soon as they are back (14.3-29)', () => {
    const life = resuming();
    const refused = life.look({ ...GONE, ha: known(HA_EMPTY) });
    expect(gist(refused)).toMatchObject({ does: undefined, because: ['HaMetadataMissing'], requeueAfter: 60_000 });
    expect(refused.events).toMatchObject([{ reason: 'RestoreFailed' }]);
    expect(life.status).toMatchObject({ lifecycleState: 'UPGRADING' });
    expect(life.status.error).toContain('HA metadata is not available');
    const stored = life.status;
    life.after(60_000).look({ ...GONE, ha: known(HA_EMPTY) });
    expect(life.status).toEqual(stored);
    expect(life.look({ ...GONE, ha: known(HA_FULL) }).action).toMatchObject({ do: 'deploy', requireHaMetadata: true });
  });
});
