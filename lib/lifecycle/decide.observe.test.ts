// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentStatus, JobManagerDeploymentStatus, JobStatusName } from '../api/flink-deployment.ts';
import { JOB_NOT_FOUND } from '../api/java-error.ts';
import { readRecordedSpec } from '../api/recorded-spec.ts';
import { known, NOTHING_OBSERVED, type Observation } from './observation.ts';
import { LAST_STATE_MARKER } from './predicates.ts';
import { deployed, gist, stable, type Life } from './test-support/life.ts';
import { ended, GONE, jobManager, listed, POD, starting, unreachable } from './test-support/observed.ts';
import { HA, NOW, spec } from './test-support/resource.ts';

/** A JobManager in `before`, with a job in `state`. */
function at(before: JobManagerDeploymentStatus, state: JobStatusName, of = spec()): Life {
  const life = stable(of);
  life.now = NOW;
  return life.setStatus((status) => ({
    ...status,
    jobManagerDeploymentStatus: before,
    jobStatus: { ...status.jobStatus, state },
  }));
}

function suspendedInRecord({ status }: Life): boolean {
  return readRecordedSpec(status.reconciliationStatus?.lastReconciledSpec ?? '').spec.job?.state === 'suspended';
}

describe('the JobManager (2.5)', () => {
  const trouble = { reason: 'ImagePullBackOff', message: '[flink-main-container] no such image' };
  const failing = starting({ neverAvailable: false });
  const down: Observation = { ...failing, pods: [{ ...POD, trouble }] };

  it.each<[string, JobManagerDeploymentStatus, Observation, JobManagerDeploymentStatus]>([
    ['2 available, REST answers', 'DEPLOYING', listed('x', 'RUNNING'), 'READY'],
    ['2 was not ready, REST answers', 'DEPLOYED_NOT_READY', listed('x', 'RUNNING'), 'READY'],
    ['3 available, REST has no leader yet', 'DEPLOYING', unreachable(0, 'not-ready'), 'DEPLOYED_NOT_READY'],
    ['3 available, REST does not answer', 'DEPLOYING', unreachable(0), 'DEPLOYING'],
    ['4 no pod can be created', 'DEPLOYING', starting({ failedCreate: 'exceeded quota' }), 'ERROR'],
    ['5 a container does not start', 'DEPLOYING', down, 'ERROR'],
    [
      '5 trouble of a pod that is going does not count',
      'DEPLOYING',
      { ...failing, pods: [{ ...POD, trouble, deletedAt: NOW }] },
      'DEPLOYING',
    ],
    ['7 otherwise', 'READY', failing, 'DEPLOYING'],
    ['7 leaves ERROR without visible trouble', 'ERROR', failing, 'DEPLOYING'],
    ['7 leaves ERROR when it is available', 'ERROR', listed('x', 'RUNNING'), 'READY'],
    ['7 on its way out', 'READY', { ...GONE, deployment: jobManager({ deleting: true }), pods: [POD] }, 'DEPLOYING'],
    ['7 scaled away by hand', 'READY', { ...GONE, deployment: jobManager({ wanted: 0 }), pods: [POD] }, 'DEPLOYING'],
    ['8 no Deployment', 'READY', GONE, 'MISSING'],
    ['8 leaves ERROR when it is deleted', 'ERROR', GONE, 'MISSING'],
    ['a Deployment of somebody else is none', 'READY', { ...GONE, deployment: jobManager({ ours: false }) }, 'MISSING'],
    ['one lost answer is no news', 'READY', unreachable(9_999), 'READY'],
    ['what lasts is', 'READY', unreachable(10_000), 'DEPLOYING'],
    ['a leader that is lost for long', 'READY', unreachable(10_000, 'not-ready'), 'DEPLOYED_NOT_READY'],
    ['nobody was asked', 'READY', { ...listed('x', 'RUNNING'), jobs: NOTHING_OBSERVED.jobs }, 'READY'],
  ])('row %s', (_, before, observed, after) => {
    const life = at(before, 'RECONCILING', spec({ job: { upgradeMode: 'savepoint' } }));
    life.look(observed);
    expect(life.status.jobManagerDeploymentStatus).toBe(after);
  });

  it('does not leave MISSING by being seen: only a deployment makes sure that everything else is there', () => {
    const life = at('MISSING', 'RECONCILING', spec({ job: { upgradeMode: 'savepoint' } }));
    life.look(listed(life.jobId, 'RUNNING'));
    expect(life.status.jobManagerDeploymentStatus).toBe('MISSING');
  });

  it('is asked too early for nobody but him who has set rest-ready.delay (14.2-14)', () => {
    const life = deployed();
    life.base = { 'kubernetes.operator.observer.rest-ready.delay': '10 s' };
    const since = { deployment: jobManager({ availableChangedAt: NOW - 9_999 }) };
    life.look(listed(life.jobId, 'RUNNING', since));
    expect(life.status.jobManagerDeploymentStatus).toBe('DEPLOYED_NOT_READY');
    life.after(1).look(listed(life.jobId, 'RUNNING', since));
    expect(life.status.jobManagerDeploymentStatus).toBe('READY');
  });

  it.each<[string, Observation, string]>([
    ['FailedCreate', starting({ failedCreate: 'exceeded quota' }), 'FailedCreate'],
    ['a waiting reason', down, 'ImagePullBackOff'],
  ])('in ERROR because of %s tells it once, and the job is not known (14.2-13)', (_, observed, reason) => {
    const life = at('DEPLOYING', 'RUNNING');
    const first = life.look(observed);
    expect(first.events).toMatchObject([{ type: 'Warning', reason, component: 'JobManagerDeployment' }]);
    expect(life.status).toMatchObject({ jobManagerDeploymentStatus: 'ERROR', jobStatus: { state: 'RECONCILING' } });
    expect(life.status.error).toContain('exception.DeploymentFailedException');
    expect(life.status.error).toContain(reason);
    const stored = life.status;
    const second = life.after(60_000).look(observed);
    expect(second.events).toEqual([]);
    expect(gist(second)).toMatchObject({ does: undefined, because: ['JobManagerFailed'] });
    expect(life.status).toEqual(stored);
  });

  it.each<[string, JobManagerDeploymentStatus, boolean]>([
    ['READY', 'READY', true],
    ['DEPLOYING', 'DEPLOYING', true],
    ['MISSING', 'MISSING', false],
    ['ERROR', 'ERROR', false],
  ])('that is gone after %s is an error unless it was one already (row 8)', (_, before, told) => {
    const life = at(before, 'RUNNING', spec({ job: { upgradeMode: 'savepoint' } }));
    const decision = life.look(GONE);
    expect(life.status.jobStatus?.state).toBe('RECONCILING');
    expect(decision.events.map(({ reason }) => reason)).toEqual(told ? ['Missing'] : []);
    expect(life.status.error?.includes('MissingJobManagerException') === true).toBe(told);
  });

  it.each<JobStatusName>(['FINISHED', 'FAILED', 'CANCELED'])(
    'that is gone or fails leaves %s alone (14.2-15)',
    (state) => {
      const gone = at('READY', state, spec({ job: { upgradeMode: 'savepoint' } }));
      expect(gone.look(GONE).events).toEqual([]);
      expect(gone.status).toMatchObject({ jobManagerDeploymentStatus: 'MISSING', jobStatus: { state } });
      const fails = at('READY', state);
      fails.look(down);
      expect(fails.status).toMatchObject({ jobManagerDeploymentStatus: 'ERROR', jobStatus: { state } });
    },
  );

  it.each<[JobStatusName, JobStatusName]>([
    ['RUNNING', 'RECONCILING'],
    ['CANCELLING', 'RECONCILING'],
    ['CREATED', 'CREATED'],
    ['FINISHED', 'FINISHED'],
  ])('that does not answer makes %s %s (2.6.3)', (before, after) => {
    const life = at('READY', before);
    life.look(unreachable(10_000));
    expect(life.status.jobStatus?.state).toBe(after);
  });
});

describe('the job that is listed (2.6.2)', () => {
  it.each<[JobStatusName, JobStatusName, JobStatusName]>([
    ['RECONCILING', 'INITIALIZING', 'RECONCILING'],
    ['RECONCILING', 'CREATED', 'CREATED'],
    ['RECONCILING', 'RUNNING', 'RUNNING'],
    ['RUNNING', 'CREATED', 'CREATED'],
    ['RUNNING', 'INITIALIZING', 'INITIALIZING'],
    ['RUNNING', 'RESTARTING', 'RESTARTING'],
    ['RUNNING', 'FAILING', 'FAILING'],
    ['RUNNING', 'SUSPENDED', 'SUSPENDED'],
    ['FINISHED', 'RUNNING', 'RUNNING'],
  ])('%s is seen as %s and recorded as %s', (before, seen, after) => {
    const life = at('READY', before);
    life.look(listed(life.jobId, seen));
    expect(life.status.jobStatus).toMatchObject({ state: after, jobName: 'clicks', startTime: String(NOW - 50_000) });
  });

  it('is told of with the old and the new state, and its time is kept', () => {
    const life = at('READY', 'RUNNING');
    const decision = life.after(7).look(listed(life.jobId, 'RESTARTING'));
    expect(decision.events).toMatchObject([
      {
        type: 'Normal',
        reason: 'JobStatusChanged',
        component: 'Job',
        message: 'Job status changed from RUNNING to RESTARTING',
      },
    ]);
    expect(life.status.jobStatus?.updateTime).toBe(String(NOW + 7));
    expect(life.after(7).look(listed(life.jobId, 'RESTARTING')).events).toEqual([]);
    expect(life.status.jobStatus?.updateTime).toBe(String(NOW + 7));
  });

  it.each<[string, JobStatusName, JobStatusName, boolean]>([
    ['CANCELED', 'RUNNING', 'CANCELED', true],
    ['FINISHED from CANCELLING', 'CANCELLING', 'FINISHED', true],
    ['FAILED from CANCELLING', 'CANCELLING', 'FAILED', true],
    ['FINISHED', 'RUNNING', 'FINISHED', false],
    ['FAILED without cancel', 'RUNNING', 'FAILED', false],
  ])('that is %s is marked suspended or not (14.2-17)', (_, before, state, marked) => {
    const life = at('READY', before, spec({ job: { upgradeMode: 'savepoint' } }));
    life.look(ended(life.jobId, state));
    expect(suspendedInRecord(life)).toBe(marked);
  });

  it.each<[JobStatusName, boolean]>([
    ['RUNNING', true],
    ['FINISHED', true],
    ['CREATED', false],
    ['RESTARTING', false],
    ['FAILED', false],
  ])('%s proves a spec in DEPLOYED: %s', (state, proves) => {
    const life = deployed();
    life.look(ended(life.jobId, state));
    const { lastReconciledSpec, lastStableSpec } = life.status.reconciliationStatus ?? {};
    expect(lastStableSpec === lastReconciledSpec).toBe(proves);
    expect(life.status.lifecycleState).toBe(proves ? 'STABLE' : state === 'FAILED' ? 'FAILED' : 'DEPLOYED');
  });

  it('forwards why it failed to the status and to an event, once (14.2-19)', () => {
    const life = stable();
    const failure = known({ type: 'java.lang.IllegalStateException', message: 'boom' });
    const decision = life.look({ ...ended(life.jobId, 'FAILED'), failure });
    expect(life.status.error).toContain('java.lang.IllegalStateException: boom');
    expect(life.status.error).toContain('SerializedThrowable');
    expect(decision.events.map(({ reason }) => reason)).toEqual(['Error', 'JobStatusChanged']);
    const stored = life.status;
    expect(life.after(60_000).look(ended(life.jobId, 'FAILED')).events).toEqual([]);
    expect(life.status).toEqual(stored);
  });
});

describe('the last state of a job that has ended (6.6)', () => {
  const CHECKPOINT = { latest: { path: 's3://state/chk-7', timestamp: NOW } };
  const IN_MEMORY = { latest: { path: '<checkpoint-not-externally-addressable>', timestamp: NOW } };

  function withPath(path: string | undefined, mode: 'savepoint' | 'stateless'): Life {
    const initial = mode === 'savepoint' ? { initialSavepointPath: 's3://state/initial' } : {};
    const life = stable(spec({ job: { upgradeMode: 'savepoint', ...initial } }));
    return life.setStatus(({ jobStatus, ...status }) => {
      const { upgradeSavepointPath: _, ...rest } = jobStatus ?? {};
      return { ...status, jobStatus: { ...rest, ...(path === undefined ? {} : { upgradeSavepointPath: path }) } };
    });
  }

  it.each<
    [
      string,
      JobStatusName,
      Parameters<typeof ended>[2],
      'savepoint' | 'stateless',
      string | undefined,
      string | undefined,
    ]
  >([
    ['found', 'FINISHED', CHECKPOINT, 'savepoint', 's3://old', 's3://state/chk-7'],
    [
      'none, started from a savepoint: that is still the last state',
      'FINISHED',
      {},
      'savepoint',
      's3://old',
      's3://old',
    ],
    ['none, FAILED, the same', 'FAILED', {}, 'savepoint', 's3://old', 's3://old'],
    ['none, started empty: a path of an earlier life is forgotten', 'FINISHED', {}, 'stateless', 's3://old', undefined],
    [
      'in memory only: not known, whatever was known before',
      'FINISHED',
      IN_MEMORY,
      'savepoint',
      's3://old',
      LAST_STATE_MARKER,
    ],
  ])('%s', (_, state, checkpoints, mode, before, after) => {
    const life = withPath(before, mode);
    life.look(ended(life.jobId, state, checkpoints));
    expect(life.status.jobStatus?.upgradeSavepointPath).toBe(after);
  });

  it('is an error while it lies in memory, told once', () => {
    const life = withPath('s3://old', 'savepoint');
    const decision = life.look(ended(life.jobId, 'FINISHED', IN_MEMORY));
    expect(decision.events).toContainEqual(expect.objectContaining({ reason: 'CheckpointNotFound' }));
    expect(life.status.error).toContain('Manual restore required.');
    const stored = life.status;
    expect(life.after(60_000).look(ended(life.jobId, 'FINISHED', IN_MEMORY)).events).toEqual([]);
    expect(life.status).toEqual(stored);
  });

  it('is taken in together with the end of the job, or not at all', () => {
    const life = withPath('s3://old', 'savepoint');
    const stored = life.status;
    const decision = life.look(listed(life.jobId, 'FINISHED'));
    expect(life.status).toEqual(stored);
    expect(decision.requeueAfter).toBeLessThanOrEqual(10_000);
  });
});

describe('the job that is not listed (2.6.3)', () => {
  it('is looked for a while after the JobManager has come up', () => {
    const life = deployed().after(20_000);
    const fresh = { deployment: jobManager({ availableChangedAt: NOW + 10_001 }) };
    const early = life.look(listed(undefined, 'RUNNING', fresh));
    expect(gist(early)).toMatchObject({ because: ['WaitingForJob'], requeueAfter: 250 });
    expect(life.status.error).toBeUndefined();
    life.after(1).look(listed(undefined, 'RUNNING', fresh));
    expect(life.status.error).toBe(JOB_NOT_FOUND);
  });

  it('is told once, and its state is not known', () => {
    const life = stable();
    const decision = life.look(listed(undefined, 'RUNNING'));
    expect(decision.events).toMatchObject([{ type: 'Warning', reason: 'Missing', component: 'Job' }]);
    expect(life.status).toMatchObject({ error: JOB_NOT_FOUND, jobStatus: { state: 'RECONCILING' } });
    const stored = life.status;
    expect(life.after(60_000).look(listed(undefined, 'RUNNING')).events).toEqual([]);
    expect(life.status).toEqual(stored);
  });

  it('is no other job', () => {
    const life = stable();
    life.look(listed('another'.padEnd(32, '0'), 'RUNNING'));
    expect(life.status.error).toBe(JOB_NOT_FOUND);
  });

  it('ends a stop that was under way, so that it is decided afresh', () => {
    const life = stable(spec({ job: { upgradeMode: 'savepoint' }, config: HA })).editJob({ parallelism: 4 });
    life.look(listed(life.jobId, 'RUNNING'));
    expect(life.status.reconciliationStatus?.state).toBe('UPGRADING');
    life.after(60_000).look(listed(undefined, 'RUNNING'));
    expect(life.status.reconciliationStatus?.state).toBe('DEPLOYED');
  });

  it('stays ended when it had ended: a restarted JobManager has forgotten it', () => {
    const life = stable();
    life.look(ended(life.jobId, 'FINISHED'));
    const stored = life.status;
    life.after(60_000).look(listed(undefined, 'RUNNING'));
    expect(life.status).toEqual(stored);
  });
});

describe('what is observed at all (2.1, 2.4)', () => {
  it('leaves a job alone that the record says is suspended', () => {
    const life = stable().editJob({ state: 'suspended' });
    life.look(GONE);
    expect(life.status.lifecycleState).toBe('SUSPENDED');
    const stored = life.status;
    life.after(60_000).look(listed(life.jobId, 'RUNNING', { deployment: jobManager({ ours: false }) }));
    expect(life.status).toEqual(stored);
  });

  it.each<[string, Partial<FlinkDeploymentStatus>, boolean]>([
    ['stable, READY', {}, true],
    ['JobManager in ERROR', { jobManagerDeploymentStatus: 'ERROR' }, false],
  ])('clears an error when the spec is stable: %s (14.1-11)', (_, change, cleared) => {
    const life = stable().setStatus((before) => ({ ...before, ...change, error: 'old' }));
    const trouble = { reason: 'CrashLoopBackOff', message: 'x' };
    const observed = cleared
      ? listed(life.jobId, 'RUNNING')
      : { ...starting({ neverAvailable: false }), pods: [{ ...POD, trouble }] };
    life.look(observed);
    expect(life.status.error).toBe(cleared ? undefined : 'old');
  });

  it('keeps an error while the spec has not proved itself (14.1-11)', () => {
    const life = deployed().setStatus((before) => ({ ...before, error: 'old' }));
    life.look(listed(life.jobId, 'CREATED'));
    expect(life.status.error).toBe('old');
    life.look(listed(life.jobId, 'RUNNING'));
    expect(life.status.error).toBeUndefined();
  });
});

describe('cluster info (2.7)', () => {
  it('is merged and never removed', () => {
    const life = stable().setStatus((before) => ({ ...before, clusterInfo: { mine: '1' } }));
    const cluster = known({ flinkVersion: '1.20.5', flinkRevision: 'abc', taskManagers: 2 });
    life.look(listed(life.jobId, 'RUNNING', { cluster, checkpoints: known({ stateSize: 3979 }) }));
    const info = {
      mine: '1',
      'flink-version': '1.20.5',
      'flink-revision': 'abc',
      'state-size': '3979',
      'total-cpu': '3.0',
      'total-memory': '3221225472',
    };
    expect(life.status.clusterInfo).toEqual(info);
    life.look(listed(life.jobId, 'RUNNING'));
    expect(life.status.clusterInfo).toEqual(info);
  });
});

describe('when to look again (1.5)', () => {
  it.each<[string, JobManagerDeploymentStatus, (life: Life) => Observation, number]>([
    ['RUNNING', 'READY', (life) => listed(life.jobId, 'RUNNING'), 60_000],
    ['FINISHED', 'READY', (life) => ended(life.jobId, 'FINISHED'), 60_000],
    ['DEPLOYING, not available', 'DEPLOYING', () => starting(), 10_000],
    [
      'ERROR',
      'ERROR',
      () => ({ ...starting(), pods: [{ ...POD, trouble: { reason: 'ErrImagePull', message: '' } }] }),
      60_000,
    ],
    ['one lost answer', 'READY', () => unreachable(0), 300],
  ])('%s', (_, before, observed, requeueAfter) => {
    const life = stable().setStatus((status) => ({ ...status, jobManagerDeploymentStatus: before }));
    life.now = NOW + 60_000;
    expect(life.look(observed(life)).requeueAfter).toBe(requeueAfter);
  });
});
