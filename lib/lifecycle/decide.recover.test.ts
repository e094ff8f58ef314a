// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec, UpgradeModeName } from '../api/flink-deployment.ts';
import { readRecordedSpec } from '../api/recorded-spec.ts';
import { known, type Observation } from './observation.ts';
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
  UNKNOWN,
  unreachable,
} from './test-support/observed.ts';
import { HA, NOW, spec } from './test-support/resource.ts';

const FULL = { ha: known(HA_FULL) };
const EMPTY = { ha: known(HA_EMPTY) };
const WITH_HA = (upgradeMode: UpgradeModeName): FlinkDeploymentSpec => spec({ job: { upgradeMode }, config: HA });
const RECOVERY_OFF = { 'kubernetes.operator.jm-deployment-recovery.enabled': 'false' };

describe('a lost JobManager (5.9 row 4)', () => {
  it.each<[string, FlinkDeploymentSpec, Observation, string | undefined]>([
    ['last-state with HA', WITH_HA('last-state'), FULL as Observation, LAST_STATE_MARKER],
    ['savepoint with HA', WITH_HA('savepoint'), FULL as Observation, LAST_STATE_MARKER],
    ['stateless with HA', WITH_HA('stateless'), FULL as Observation, LAST_STATE_MARKER],
    ['stateless with HA whose data are gone', WITH_HA('stateless'), EMPTY as Observation, undefined],
    ['stateless without HA', spec(), {} as Observation, undefined],
    [
      'HA metadata without a checkpoint',
      WITH_HA('last-state'),
      { ha: known({ ...HA_FULL, checkpointed: false }) } as Observation,
      undefined,
    ],
  ])('is deployed again, as the same job of the same generation: %s', (_, of, ha, path) => {
    const life = stable(of);
    const { jobId } = life;
    const before = life.status.reconciliationStatus;
    const decision = life.look({ ...GONE, ...ha });
    expect(gist(decision)).toMatchObject({ does: 'deploy', because: ['JobManagerMissing', 'RecoverDeployment'] });
    expect(decision.action).toMatchObject({ jobId, generation: 1 });
    expect(decision.action?.do === 'deploy' && decision.action.savepointPath).toBe(path);
    expect(decision.events.map(({ reason }) => reason)).toEqual(['Missing', 'RecoverDeployment', 'Submit']);
    expect(life.status).toMatchObject({ jobManagerDeploymentStatus: 'MISSING', jobStatus: { state: 'RECONCILING' } });
    life.acted(starting());
    expect(life.status).toMatchObject({ jobManagerDeploymentStatus: 'DEPLOYING', lifecycleState: 'STABLE' });
    expect(life.status.reconciliationStatus).toEqual(before);
  });

  it.each<[string, FlinkDeploymentSpec]>([
    ['its state would be lost without HA', spec({ job: { upgradeMode: 'savepoint' } })],
    ['recovery is switched off', spec({ job: { upgradeMode: 'last-state' }, config: { ...HA, ...RECOVERY_OFF } })],
  ])('is not deployed again when %s, and nobody calls that ready', (_, of) => {
    const life = stable(of);
    expect(gist(life.look({ ...GONE, ...FULL })).because).toEqual(['JobManagerMissing', 'CannotRecover']);
    const again = life.look({ ...GONE, ...FULL });
    expect(gist(again)).toMatchObject({ does: undefined, because: ['CannotRecover'], requeueAfter: 60_000 });
    expect(again.events).toEqual([]);
    const conditions = Object.fromEntries((life.status.conditions ?? []).map(({ type, status }) => [type, status]));
    expect(conditions).toEqual({ Running: 'False', Ready: 'False', Reconciling: 'False', Stalled: 'True' });
  });

  it.each<[string, (life: Life) => Life, Observation]>([
    [
      'the job has ended',
      (life) => life.setStatus((s) => ({ ...s, jobStatus: { ...s.jobStatus, state: 'FINISHED' } })),
      { ...GONE, ...FULL },
    ],
    [
      'it is only failing',
      (life) => life,
      { ...starting(), pods: [{ ...POD, trouble: { reason: 'CrashLoopBackOff', message: '' } }] },
    ],
  ])('is not deployed again when %s', (_, prepare, observed) => {
    expect(prepare(stable(WITH_HA('last-state'))).look(observed).action).toBeUndefined();
  });

  it('waits while HA metadata cannot be read, and for the pod of a Deployment that is gone', () => {
    const life = stable(WITH_HA('last-state'));
    const waiting = life.look({ ...GONE, ha: UNKNOWN });
    expect(gist(waiting)).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(waiting.events.map(({ reason }) => reason)).toEqual(['Missing']);
    const ending = life.look({ ...GONE, ...FULL, pods: [{ ...POD, deletedAt: life.now }] });
    expect(gist(ending)).toMatchObject({ does: undefined, because: ['OldClusterIsRemoved'], requeueAfter: 10_000 });
    expect(gist(life.look({ ...GONE, ...FULL })).does).toBe('deploy');
  });

  it('without HA metadata fails, and recovers when they are back', () => {
    const life = stable(WITH_HA('last-state'));
    const refused = life.look({ ...GONE, ...EMPTY });
    expect(gist(refused)).toMatchObject({ does: undefined, because: ['JobManagerMissing', 'HaMetadataMissing'] });
    expect(life.status).toMatchObject({ lifecycleState: 'FAILED' });
    const stored = life.status;
    life.after(60_000).look({ ...GONE, ...EMPTY });
    expect(life.status).toEqual(stored);
    expect(gist(life.look({ ...GONE, ...FULL })).does).toBe('deploy');
  });

  it('is completed as what it is when the process died half-way, whatever was acknowledged since', () => {
    const life = stable(WITH_HA('last-state'));
    life.look({ ...GONE, ...FULL });
    life.editJob({ allowNonRestoredState: true });
    const decision = life.look({ ...starting(), ...FULL });
    expect(decision.action).toMatchObject({ do: 'deploy', generation: 1, requireHaMetadata: false });
    expect(life.status.observedGeneration).toBe(2);
    expect(gist(life.acted(starting())).because).toContain('Deployed');
  });

  it('is taken as it is when another operator has made it again without a mark', () => {
    const life = stable(WITH_HA('last-state'));
    life.look({ ...GONE, ...FULL });
    const { generation: _, ...deployment } = jobManager({ available: 0, neverAvailable: true });
    const decision = life.look({ ...GONE, ...FULL, deployment, pods: [POD] });
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['RecoverDeployment'] });
    expect(life.status.jobManagerDeploymentStatus).toBe('DEPLOYING');
  });

  it('beside a Deployment of somebody else is not touched', () => {
    const life = stable(WITH_HA('last-state'));
    const decision = life.look({ ...GONE, ...FULL, deployment: jobManager({ ours: false }), pods: [] });
    expect(gist(decision)).toMatchObject({ does: undefined, retry: true });
    expect(gist(decision).because).toContain('ForeignDeployment');
  });
});

describe('a JobManager that was scaled away', () => {
  const scaled = { ...GONE, deployment: jobManager({ wanted: 0, available: 0 }), pods: [] };

  it('is removed and recovered: an interrupted stop has left it', () => {
    const life = stable(WITH_HA('last-state'));
    expect(gist(life.look({ ...scaled, ...FULL }))).toMatchObject({ does: 'delete-cluster' });
    expect(gist(life.acted({ ...GONE, ...FULL })).does).toBe('deploy');
  });

  it('is left alone when it could not be recovered: somebody has done that by hand', () => {
    const life = stable(spec({ job: { upgradeMode: 'savepoint' } }));
    expect(life.look(scaled).action).toBeUndefined();
    expect(life.status).toMatchObject({ jobManagerDeploymentStatus: 'DEPLOYING', jobStatus: { state: 'RECONCILING' } });
    life.look(listed(life.jobId, 'RUNNING'));
    expect(life.status.jobStatus?.state).toBe('RUNNING');
  });
});

describe('a failed job (5.9 row 1, 14.3-44)', () => {
  const RESTART = { 'kubernetes.operator.job.restart.failed': 'true' };
  const LATEST = { latest: { path: 's3://state/chk-4', timestamp: NOW } };

  it('stays failed unless it may be restarted', () => {
    const life = stable(spec({ job: { upgradeMode: 'savepoint' } }));
    expect(life.look(ended(life.jobId, 'FAILED', LATEST)).action).toBeUndefined();
    expect(life.status).toMatchObject({
      lifecycleState: 'FAILED',
      jobStatus: { upgradeSavepointPath: 's3://state/chk-4' },
    });
  });

  it.each<[string, UpgradeModeName, Parameters<typeof ended>[2], string | undefined]>([
    ['from its last checkpoint', 'savepoint', LATEST, 's3://state/chk-4'],
    ['empty in mode stateless', 'stateless', LATEST, undefined],
    ['empty when it never had a state', 'savepoint', {}, undefined],
  ])('is restarted %s', (_, upgradeMode, checkpoints, path) => {
    const life = stable(spec({ job: { upgradeMode }, config: RESTART }));
    const { jobId } = life;
    const decision = life.look(ended(jobId, 'FAILED', checkpoints));
    expect(gist(decision).because).toContain('RestartFailedJob');
    expect(decision.requeueAfter).toBe(0);
    expect(life.status).toMatchObject({ lifecycleState: 'UPGRADING', observedGeneration: 1 });
    expect(life.look(ended(jobId, 'FAILED', checkpoints)).action).toMatchObject({ do: 'delete-cluster' });
    const { action } = life.look(GONE);
    expect(action).toMatchObject({ do: 'deploy', generation: 1 });
    expect(action?.do === 'deploy' && action.savepointPath).toBe(path);
    expect(life.jobId).not.toBe(jobId);
  });

  it('is restarted from a savepoint that only the older list knows', () => {
    const life = stable(spec({ job: { upgradeMode: 'savepoint' }, config: RESTART })).setStatus(
      ({ jobStatus, ...before }) => ({
        ...before,
        jobStatus: { ...jobStatus, savepointInfo: { lastSavepoint: { location: 's3://older' } } },
      }),
    );
    life.look(ended(life.jobId, 'FAILED'));
    expect(life.look(GONE).action).toMatchObject({ savepointPath: 's3://older' });
  });

  it.each<[string, Observation, string | undefined]>([
    ['waits while HA metadata may hold a newer state', { ...unreachable(60_000), ha: UNKNOWN }, undefined],
    ['goes on from HA metadata that hold a newer state', { ...unreachable(60_000), ...FULL }, 'last-state'],
  ])('%s', (_, observed, mode) => {
    const life = stable(spec({ job: { upgradeMode: 'last-state' }, config: { ...HA, ...RESTART } })).setStatus((s) => ({
      ...s,
      jobStatus: { ...s.jobStatus, state: 'FAILED' },
    }));
    life.look(observed);
    expect(life.status.reconciliationStatus?.state).toBe(mode === undefined ? 'DEPLOYED' : 'UPGRADING');
    const record = readRecordedSpec(life.status.reconciliationStatus?.lastReconciledSpec ?? '');
    if (mode !== undefined) expect(record.spec.job?.upgradeMode).toBe(mode);
  });

  it('whose state lies in memory only is not restarted from an older one', () => {
    const life = stable(spec({ job: { upgradeMode: 'savepoint', initialSavepointPath: 's3://old' }, config: RESTART }));
    const memory = { latest: { path: '<checkpoint-not-externally-addressable>', timestamp: NOW } };
    expect(gist(life.look(ended(life.jobId, 'FAILED', memory)))).toMatchObject({ does: undefined });
    expect(life.status.reconciliationStatus?.state).toBe('DEPLOYED');
  });
});

describe('the idle JobManager of an ended job (5.9 row 5, 14.3-40)', () => {
  it.each(['FINISHED', 'FAILED'] as const)(
    '%s: goes after its time, keeps HA data, and does not come back',
    (state) => {
      const life = stable(WITH_HA('last-state'));
      life.look(ended(life.jobId, state));
      expect(life.after(86_400_000).look(ended(life.jobId, state)).action).toBeUndefined();
      expect(gist(life.after(1).look(ended(life.jobId, state)))).toMatchObject({ does: 'scale-to-zero' });
      const gone = life.look({ ...GONE, ...FULL });
      expect(gone.action).toBeUndefined();
      expect(gone.events).toEqual([]);
      expect(life.status).toMatchObject({ jobManagerDeploymentStatus: 'MISSING', jobStatus: { state } });
      expect(life.look({ ...GONE, ...FULL }).action).toBeUndefined();
    },
  );
});

describe('a resource that is only in part carried out', () => {
  it('is looked at until the JobManager is seen', () => {
    const life = deployed();
    const decision = life
      .after(1000)
      .look({ ...starting(), deployment: jobManager({ available: 1, neverAvailable: false }) });
    expect(decision.requeueAfter).toBe(250);
  });
});
