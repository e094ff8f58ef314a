// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { known, type Observation } from './observation.ts';
import { questions } from './questions.ts';
import { gist, INVALID, Life, stable } from './test-support/life.ts';
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
import { application, HA, NOW, spec } from './test-support/resource.ts';

const FULL = { ha: known(HA_FULL) };
const SAVEPOINT = spec({ job: { upgradeMode: 'savepoint' } });

/** Stable, and then edited to something invalid that would need a restart. */
function broken(of = SAVEPOINT): Life {
  return stable(of).editJob({ parallelism: 0 });
}

describe('an invalid spec (1.7)', () => {
  it('before anything was deployed is FAILED and waits for an edit (row 2)', () => {
    const life = new Life();
    const decision = life.look(GONE, INVALID);
    expect(gist(decision)).toEqual({
      does: undefined,
      because: ['ValidationError'],
      requeueAfter: undefined,
      retry: false,
    });
    expect(life.status.lifecycleState).toBe('FAILED');
    expect(life.status.error).toContain('exception.ValidationException');
    expect(life.status.error).toContain('spec.job.parallelism');
    expect(decision.events).toMatchObject([{ type: 'Warning', reason: 'ValidationError', once: true }]);
    expect(gist(life.editJob({ parallelism: 1 }).look(GONE)).does).toBe('deploy');
    expect(life.status.error).toBeUndefined();
  });

  it('that becomes valid and suspended is no failure any more', () => {
    const life = new Life();
    life.look(GONE, INVALID);
    life.editJob({ state: 'suspended' }).look(GONE);
    expect(life.status.lifecycleState).toBe('CREATED');
    expect(life.status.error).toBeUndefined();
  });

  it('leaves what runs as it was recorded, and its error stays (row 3, 14.1-8)', () => {
    const life = broken();
    const { reconciliationStatus } = life.status;
    const decision = life.look(listed(life.jobId, 'RUNNING'), INVALID);
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['ValidationError'], requeueAfter: 60_000 });
    expect(life.status).toMatchObject({
      observedGeneration: 1,
      lifecycleState: 'STABLE',
      jobStatus: { state: 'RUNNING' },
    });
    expect(life.status.reconciliationStatus).toEqual(reconciliationStatus);
    expect(life.status.error).toContain('spec.job.parallelism');
    const stored = life.status;
    life.after(60_000).look(listed(life.jobId, 'RUNNING'), INVALID);
    expect(life.status).toEqual(stored);
    const conditions = Object.fromEntries((life.status.conditions ?? []).map(({ type, status }) => [type, status]));
    expect(conditions).toEqual({ Running: 'True', Ready: 'False', Reconciling: 'False', Stalled: 'True' });
  });

  it('is observed on: the status keeps advancing (14.1-8, 9)', () => {
    const life = broken();
    life.look(listed(life.jobId, 'RESTARTING'), INVALID);
    expect(life.status.jobStatus?.state).toBe('RESTARTING');
  });

  it('does not keep a lost JobManager from being recovered', () => {
    const life = broken(spec({ job: { upgradeMode: 'last-state' }, config: HA }));
    const decision = life.look({ ...GONE, ...FULL }, INVALID);
    expect(decision.action).toMatchObject({
      do: 'deploy',
      generation: 1,
      requireHaMetadata: true,
      spec: { job: { parallelism: 2 } },
    });
  });

  it('drops no state: the mode on record is how the job was started, not what its user wants', () => {
    const life = broken();
    expect(gist(life.look(GONE, INVALID))).toMatchObject({ does: undefined });
    const failed = stable(
      spec({ job: { upgradeMode: 'savepoint' }, config: { 'kubernetes.operator.job.restart.failed': 'true' } }),
    );
    failed.editJob({ parallelism: 0 });
    failed.look(ended(failed.jobId, 'FAILED', { latest: { path: 's3://state/chk', timestamp: NOW } }), INVALID);
    expect(failed.look(GONE, INVALID).action).toMatchObject({ do: 'deploy', savepointPath: 's3://state/chk' });
  });

  it('lets an upgrade that was under way end as it was recorded (14.1-8)', () => {
    const life = stable(SAVEPOINT).edit((before) => ({ ...before, restartNonce: 1 }));
    life.look(listed(life.jobId, 'RUNNING'));
    life.acted(stopping({ state: 'completed', location: 's3://state/1' }));
    life.editJob({ parallelism: 0 });
    const { action } = life.look(GONE, INVALID);
    expect(action).toMatchObject({
      do: 'deploy',
      generation: 2,
      savepointPath: 's3://state/1',
      spec: { restartNonce: 1, job: { state: 'running', parallelism: 2 } },
    });
  });

  it('lets a stop that was under way end, and starts the job again as it was', () => {
    const life = stable(SAVEPOINT).edit((before) => ({ ...before, restartNonce: 1 }));
    life.look(listed(life.jobId, 'RUNNING'));
    life.editJob({ parallelism: 0 });
    life.look(stopping({ state: 'completed', location: 's3://state/1' }), INVALID);
    const { action } = life.look(GONE, INVALID);
    expect(action).toMatchObject({ do: 'deploy', savepointPath: 's3://state/1', spec: { job: { parallelism: 2 } } });
    expect(action).not.toHaveProperty('spec.restartNonce', 1);
  });
});

describe('a value that no rule of validation reads', () => {
  const UNREADABLE = { 'kubernetes.operator.savepoint.format.type': 'SMALL' };

  it('is answered like an invalid spec', () => {
    const life = stable(SAVEPOINT).edit((before) => ({
      ...before,
      restartNonce: 1,
      flinkConfiguration: { ...before.flinkConfiguration, ...UNREADABLE },
    }));
    const decision = life.look(listed(life.jobId, 'RUNNING'));
    expect(gist(decision)).toMatchObject({ does: undefined, because: ['ValidationError'] });
    expect(life.status.error).toContain('kubernetes.operator.savepoint.format.type');
  });
});

describe('a record that cannot be read', () => {
  it('is said, and what runs is left alone', () => {
    const life = stable().setStatus((before) => ({
      ...before,
      reconciliationStatus: { ...before.reconciliationStatus, lastReconciledSpec: '{' },
    }));
    const decision = life.edit((before) => ({ ...before, restartNonce: 1 })).look(listed(life.jobId, 'RUNNING'));
    expect(gist(decision)).toEqual({
      does: undefined,
      because: ['ValidationError'],
      requeueAfter: 60_000,
      retry: false,
    });
    expect(life.status.reconciliationStatus?.lastReconciledSpec).toBe('{');
    expect(life.status.error).toContain('cannot be read');
    const stored = life.status;
    expect(life.after(60_000).look(listed(life.jobId, 'RUNNING')).events).toMatchObject([{ once: true }]);
    expect(life.status).toEqual(stored);
  });
});

describe('what is not served yet', () => {
  it.each<[string, Life]>([
    ['a session', new Life(application({ spec: { ...spec(), job: undefined } as never }))],
    ['standalone mode', new Life(application({ spec: spec({ mode: 'standalone' }) }))],
    [
      'a rollback',
      stable().setStatus((s) => ({ ...s, reconciliationStatus: { ...s.reconciliationStatus, state: 'ROLLING_BACK' } })),
    ],
    [
      'what was rolled back',
      stable().setStatus((s) => ({ ...s, reconciliationStatus: { ...s.reconciliationStatus, state: 'ROLLED_BACK' } })),
    ],
  ])('%s is left alone, and said so', (_, life) => {
    const stored = life.status;
    const decision = life.look(listed('x', 'RUNNING'));
    expect(gist(decision)).toEqual({ does: undefined, because: ['NotServed'], requeueAfter: undefined, retry: false });
    expect(decision.events).toMatchObject([{ reason: 'NotServed', once: true }]);
    expect(life.status).toEqual(stored);
  });
});

describe('what is asked (questions)', () => {
  const cached: Observation = { ...GONE, deployment: jobManager(), pods: [POD] };

  function asked(life: Life, observed: Observation = cached, errors = [] as typeof INVALID) {
    const input = { resource: life.resource, observed, base: {}, now: NOW, freshJobId: 'f'.repeat(32) };
    return questions(input, errors);
  }

  it.each<[string, () => Life, Observation, ReturnType<typeof asked>]>([
    ['a running job: only the list', () => stable(), cached, { jobs: true, ha: false, checkpoints: false }],
    [
      'HA that runs well is not read',
      () => stable(spec({ config: HA })),
      cached,
      { jobs: true, ha: false, checkpoints: false },
    ],
    [
      'HA of a lost JobManager',
      () => stable(spec({ config: HA })),
      GONE,
      { jobs: false, ha: true, checkpoints: false },
    ],
    [
      'HA for a change',
      () => stable(spec({ config: HA })).editJob({ parallelism: 4 }),
      cached,
      { jobs: true, ha: true, checkpoints: false },
    ],
    [
      'nothing of a JobManager that is not up',
      () => stable(),
      starting(),
      { jobs: false, ha: false, checkpoints: false },
    ],
    [
      'HA data at the end, whatever the spec says',
      () => stable().delete(),
      GONE,
      { jobs: false, ha: true, checkpoints: false },
    ],
  ])('%s', (_, make, observed, expected) => {
    expect(asked(make(), observed)).toEqual(expected);
  });

  it('how a stop stands, from the moment at which it is on record', () => {
    const life = stable(SAVEPOINT).editJob({ parallelism: 4 });
    expect(asked(life)).not.toHaveProperty('stop');
    const { action } = life.look(listed(life.jobId, 'RUNNING'));
    const triggerId = action?.do === 'stop-with-savepoint' ? action.triggerId : '';
    expect(asked(life).stop).toEqual({ jobId: life.jobId, triggerId });
    life.editJob({ parallelism: 2, upgradeMode: 'last-state' });
    expect(asked(life).stop).toEqual({ jobId: life.jobId, triggerId });
  });

  it('for the recorded spec when the resource has an invalid one', () => {
    const life = stable().edit(() => ({ mode: 'standalone' }));
    expect(asked(life, cached, INVALID)).toEqual({ jobs: true, ha: false, checkpoints: false });
    expect(asked(stable().edit((s) => ({ ...s, taskManager: { resource: { memory: 'much' } } })))).toMatchObject({
      jobs: true,
    });
  });

  it('nothing for a record that cannot be read', () => {
    const life = stable().setStatus((s) => ({ ...s, reconciliationStatus: { lastReconciledSpec: '{' } }));
    expect(asked(life)).toEqual({ jobs: false, ha: false, checkpoints: false });
    expect(asked(life.delete(), GONE)).toMatchObject({ ha: true });
    expect(life.look({ ...GONE, ha: known(HA_EMPTY) }).action).toEqual({ do: 'remove-finalizer' });
  });
});
