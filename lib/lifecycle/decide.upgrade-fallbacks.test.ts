// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec, UpgradeModeName } from '../api/flink-deployment.ts';
import { readRecordedSpec } from '../api/recorded-spec.ts';
import { known, type Observation } from './observation.ts';
import { LAST_STATE_MARKER } from './predicates.ts';
import { deployed, gist, LOST, stable, type Life } from './test-support/life.ts';
import { ended, GONE, HA_EMPTY, HA_FULL, listed, starting } from './test-support/observed.ts';
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

describe('a job that cannot be stopped', () => {
  it.each<[string, FlinkDeploymentSpec, Observation, string[]]>([
    [
      '14.3-31 Deployment deleted by hand, HA metadata',
      LAST_STATE,
      { ...GONE, ...FULL },
      ['JobManagerMissing', 'LastStateUpgrade'],
    ],
    [
      '14.3-31 still deploying, HA metadata',
      LAST_STATE,
      { ...starting({ neverAvailable: false }), ...FULL },
      ['JobManagerUnreachable', 'LastStateUpgrade'],
    ],
    [
      '14.3-28 ended, HA metadata still there, reachable',
      LAST_STATE,
      ended('1'.padStart(32, '0'), 'FINISHED'),
      ['JobIsTerminal'],
    ],
  ])('%s: goes on', (_, of, observed, because) => {
    const life = changed(of);
    expect(gist(life.look(observed))).toMatchObject({ does: undefined, because, requeueAfter: 0 });
    expect(life.status).toMatchObject(ATTEMPT);
  });

  it.each<[string, Observation]>([
    ['14.3-31 deploying without metadata', { ...starting({ neverAvailable: false }), ha: known(HA_EMPTY) }],
    ['14.3-32 deploying', { ...starting({ neverAvailable: false }), ha: known(HA_EMPTY) }],
  ])('%s: waits', (_, observed) => {
    const life = changed(LAST_STATE);
    expect(gist(life.look(observed))).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(life.status.reconciliationStatus?.state).toBe('DEPLOYED');
  });

  it('without JobManager and without HA metadata is refused, and FAILED (14.3-32)', () => {
    const life = changed(LAST_STATE);
    const refused = life.look({ ...GONE, ha: known(HA_EMPTY) });
    expect(gist(refused)).toMatchObject({
      does: undefined,
      because: ['JobManagerMissing', 'HaMetadataMissing'],
      requeueAfter: 60_000,
    });
    expect(refused.events.map(({ reason }) => reason)).toEqual(['Missing', 'SpecChanged', 'UpgradeFailed']);
    expect(life.status).toMatchObject({ lifecycleState: 'FAILED', reconciliationStatus: { state: 'DEPLOYED' } });
    const stored = life.status;
    life.after(60_000).look({ ...GONE, ha: known(HA_EMPTY) });
    expect(life.status).toEqual(stored);
  });

  it('whose last state is not known is refused (14.3-28)', () => {
    const life = changed(LAST_STATE).setStatus(({ jobStatus, ...before }) => ({
      ...before,
      jobStatus: { ...jobStatus, state: 'FINISHED', upgradeSavepointPath: LAST_STATE_MARKER },
    }));
    const { lastReconciledSpec, ...rest } = life.status.reconciliationStatus ?? {};
    const started = (lastReconciledSpec ?? '').replace('"upgradeMode":"stateless"', '"upgradeMode":"last-state"');
    life.setStatus((before) => ({ ...before, reconciliationStatus: { ...rest, lastReconciledSpec: started } }));
    expect(gist(life.look(listed(life.jobId, 'FINISHED', FULL)))).toMatchObject({
      does: undefined,
      because: ['JobIsStable', 'LastStateUnknown'],
    });
    expect(life.status.error).toContain('Manual restore required.');
  });

  it('is recovered while its upgrade has to wait (14.3-35)', () => {
    const config = { ...HA, 'kubernetes.operator.job.upgrade.last-state-fallback.enabled': 'false' };
    const life = changed(spec({ job: { upgradeMode: 'savepoint' }, config }));
    const decision = life.look({ ...GONE, ...FULL });
    expect(gist(decision)).toMatchObject({
      does: 'deploy',
      because: ['JobManagerMissing', 'UpgradeHasToWait', 'RecoverDeployment'],
    });
    expect(decision.action).toMatchObject({ generation: 1, requireHaMetadata: true });
  });
});

describe('a JobManager that never started (14.1-5)', () => {
  const INITIAL = { initialSavepointPath: LOCATION };

  it.each<[UpgradeModeName, string | undefined]>([
    ['savepoint', LOCATION],
    ['last-state', LOCATION],
    ['stateless', undefined],
  ])('is kept from starting and replaced in mode %s, from %s', (upgradeMode, path) => {
    const life = deployed(spec({ job: { upgradeMode, ...INITIAL } })).edit((before) => ({
      ...before,
      restartNonce: 1,
    }));
    const decision = life.look(starting());
    if (upgradeMode !== 'stateless') {
      expect(gist(decision)).toMatchObject({ does: 'scale-to-zero', because: ['JobManagerNeverStarted'] });
      expect(gist(life.acted(starting({ wanted: 0, neverAvailable: false })))).toMatchObject({
        does: undefined,
        requeueAfter: 0,
      });
    }
    expect(life.status).toMatchObject(ATTEMPT);
    const start = life.look(GONE).action;
    expect(start?.do === 'deploy' && start.savepointPath).toBe(path);
  });

  it('is looked at again when it starts after all', () => {
    const life = deployed(spec({ job: { upgradeMode: 'savepoint', ...INITIAL } })).edit((before) => ({
      ...before,
      restartNonce: 1,
    }));
    life.look(starting());
    life.acted(starting(), LOST);
    const asked = { stop: { known: true, value: { state: 'never-asked' } } } as const;
    expect(life.look({ ...listed(life.jobId, 'RUNNING'), ...asked }).action).toMatchObject({
      do: 'stop-with-savepoint',
    });
  });
});

describe('a new Flink version (14.3-33)', () => {
  it.each<[string, FlinkDeploymentSpec]>([
    ['savepoint', spec({ job: { upgradeMode: 'savepoint' }, config: HA })],
    ['last-state', LAST_STATE],
  ])('never goes through HA metadata, in mode %s', (_, of) => {
    const life = stable(of).edit((before) => ({ ...before, flinkVersion: 'v2_0' }));
    expect(life.look(listed(life.jobId, 'RUNNING', FULL)).action).toMatchObject({ do: 'stop-with-savepoint' });
    const other = stable(of).edit((before) => ({ ...before, flinkVersion: 'v2_0' }));
    expect(other.look(listed(other.jobId, 'RESTARTING', FULL)).action).toMatchObject({ do: 'cancel' });
  });
});

describe('a job that somebody cancelled in Flink (quirk 2)', () => {
  const LATEST = { latest: { path: 's3://state/chk-3', timestamp: NOW } };

  it.each<[string, FlinkDeploymentSpec, string | undefined]>([
    ['after its first deployment, mode savepoint', SAVEPOINT, 's3://state/chk-3'],
    ['with HA, mode last-state', LAST_STATE, 's3://state/chk-3'],
    ['mode stateless', spec(), undefined],
  ])('starts again %s', (_, of, path) => {
    const life = stable(of);
    const { jobId } = life;
    life.look({ ...ended(jobId, 'CANCELED', LATEST), ha: known(HA_EMPTY) });
    expect(life.status.lifecycleState).toBe('UPGRADING');
    const start = life.look({ ...GONE, ha: known(HA_EMPTY) }).action;
    expect(start).toMatchObject({ do: 'deploy', requireHaMetadata: false });
    expect(start?.do === 'deploy' && start.savepointPath).toBe(path);
    expect(life.jobId).not.toBe(jobId);
  });
});

describe('savepointRedeployNonce (5.10, 14.3-41)', () => {
  const REDEPLOY = { savepointRedeployNonce: 1, initialSavepointPath: LOCATION };

  it.each<UpgradeModeName>(['savepoint', 'last-state', 'stateless'])(
    'starts from its path in mode %s',
    (upgradeMode) => {
      const life = stable(spec({ job: { upgradeMode } })).editJob(REDEPLOY);
      const { jobId } = life;
      expect(gist(life.look(listed(jobId, 'RUNNING')))).toMatchObject({
        does: 'cancel',
        because: ['SavepointRedeploy'],
      });
      life.acted(listed(jobId, 'CANCELLING'));
      expect(life.status).toMatchObject({ ...ATTEMPT, jobStatus: { upgradeSavepointPath: LOCATION } });
      expect(recorded(life).mode).toBe('savepoint');
      life.look(listed(jobId, 'CANCELLING'));
      expect(life.look(GONE).action).toMatchObject({ do: 'deploy', savepointPath: LOCATION, requireHaMetadata: false });
      expect(life.jobId).not.toBe(jobId);
    },
  );

  it('works out of a lost job, and out of a suspension', () => {
    const lost = stable(SAVEPOINT);
    lost.after(60_000).look(listed(undefined, 'RUNNING'));
    lost.editJob(REDEPLOY).look(listed(undefined, 'RUNNING'));
    expect(lost.status).toMatchObject({ ...ATTEMPT, jobStatus: { upgradeSavepointPath: LOCATION } });
    const suspended = stable(spec()).editJob({ state: 'suspended' });
    suspended.look(GONE);
    suspended.editJob({ ...REDEPLOY, state: 'running' }).look(GONE);
    expect(suspended.look(GONE).action).toMatchObject({ do: 'deploy', savepointPath: LOCATION });
  });

  it('removes the cluster and records the path when the job is to be suspended', () => {
    const life = stable(SAVEPOINT).editJob({ ...REDEPLOY, state: 'suspended' });
    life.look(listed(life.jobId, 'RUNNING'));
    life.acted(listed(life.jobId, 'CANCELLING'));
    expect(life.look(listed(life.jobId, 'CANCELLING')).action?.do).toMatch(/scale-to-zero|delete-cluster/);
    life.look(GONE);
    expect(life.status).toMatchObject({ lifecycleState: 'SUSPENDED', jobStatus: { upgradeSavepointPath: LOCATION } });
    life.editJob({ state: 'running' });
    expect(life.look(GONE).action).toMatchObject({ do: 'deploy', savepointPath: LOCATION });
  });
});

describe('a removal that the API server refuses', () => {
  it('is said and tried again by the retry schedule', () => {
    const life = changed(LAST_STATE);
    life.look(listed(life.jobId, 'RUNNING', FULL));
    life.look(listed(life.jobId, 'RUNNING', FULL));
    const failed = life.acted(listed(life.jobId, 'RUNNING', FULL), LOST);
    expect(gist(failed)).toMatchObject({ does: undefined, because: ['ActionFailed'], retry: true });
    expect(life.status.error).toContain('Removing the cluster');
    const again = life.look(listed(life.jobId, 'RUNNING', FULL));
    expect(again.action).toMatchObject({ do: 'scale-to-zero' });
  });
});
