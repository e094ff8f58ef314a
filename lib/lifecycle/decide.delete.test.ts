// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { known } from './observation.ts';
import { deployed, gist, INVALID, Life, LOST, REFUSED, stable } from './test-support/life.ts';
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
  UNKNOWN,
} from './test-support/observed.ts';
import { application, HA, NOW, spec } from './test-support/resource.ts';

const FULL = { ha: known(HA_FULL) };
const EMPTY = { ha: known(HA_EMPTY) };
const WITH_SAVEPOINT = spec({
  job: { upgradeMode: 'savepoint' },
  config: { 'kubernetes.operator.job.savepoint-on-deletion': 'true' },
});

function deleting(of: FlinkDeploymentSpec = spec()): Life {
  return stable(of).delete();
}

describe('deleting (10.1, 10.2)', () => {
  it('cancels, removes the cluster, deletes HA data, and only then takes the finalizer away', () => {
    const life = deleting(spec({ config: HA }));
    const up = listed(life.jobId, 'RUNNING', FULL);
    const first = life.look(up);
    expect(first.action).toEqual({ do: 'cancel', jobId: life.jobId, missingIsFine: true });
    expect(first.events.map(({ reason }) => reason)).toEqual(['Cleanup', 'Suspended']);
    expect(life.status.lifecycleState).toBe('DELETING');
    expect(life.acted(up, LOST).action).toEqual({ do: 'scale-to-zero', uid: 'deployment-1' });
    const going = {
      ...GONE,
      ...FULL,
      deployment: jobManager({ wanted: 0, available: 0 }),
      pods: [{ ...POD, deletedAt: life.now }],
    };
    const waiting = life.acted(going);
    expect(gist(waiting)).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(waiting.events).toEqual([]);
    expect(life.look({ ...going, pods: [] }).action).toMatchObject({ do: 'delete-cluster' });
    expect(gist(life.acted({ ...GONE, ...FULL, pods: going.pods })).does).toBeUndefined();
    expect(gist(life.look({ ...GONE, ha: UNKNOWN }))).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(life.look({ ...GONE, ...FULL }).action).toEqual({ do: 'delete-ha-data' });
    const last = life.acted({ ...GONE, ...EMPTY });
    expect(gist(last)).toMatchObject({ does: 'remove-finalizer', because: ['Deleting', 'Deleted'] });
  });

  it.each<[string, () => Life]>([
    ['was never deployed', () => new Life(application()).delete()],
    ['was created suspended', () => new Life(application({ spec: spec({ job: { state: 'suspended' } }) })).delete()],
    [
      'is suspended',
      () => {
        const life = stable().editJob({ state: 'suspended' });
        life.look(GONE);
        return life.delete();
      },
    ],
    [
      'has ended',
      () => {
        const life = stable();
        life.look(ended(life.jobId, 'FINISHED'));
        return life.delete();
      },
    ],
    ['has lost its JobManager', () => deleting()],
    [
      'is invalid',
      () => new Life(application({ spec: spec({ config: { 'taskmanager.numberOfTaskSlots': 'two' } }) })).delete(),
    ],
  ])('is done at once when nothing is left of what %s', (_, make) => {
    expect(gist(make().look({ ...GONE, ...EMPTY }))).toMatchObject({ does: 'remove-finalizer' });
  });

  it('does not cancel what has ended, nor wait for its JobManager gracefully', () => {
    const life = stable();
    life.look(ended(life.jobId, 'FINISHED'));
    expect(life.delete().look(ended(life.jobId, 'FINISHED')).action).toMatchObject({ do: 'delete-cluster' });
  });

  it('deletes HA data although HA was switched off since, or was never on', () => {
    expect(deleting().look({ ...GONE, ...FULL }).action).toEqual({ do: 'delete-ha-data' });
  });

  it('removes what an interrupted first deployment left', () => {
    const life = new Life();
    life.look(GONE);
    life.delete();
    expect(life.look({ ...starting(), ...EMPTY }).action).toMatchObject({ do: 'scale-to-zero' });
  });

  it('leaves a Deployment of somebody else alone, and the HA data of its name', () => {
    const life = deleting(spec({ config: HA }));
    const decision = life.look({ ...GONE, ...FULL, deployment: jobManager({ ours: false }), pods: [POD] });
    expect(gist(decision)).toMatchObject({ does: 'remove-finalizer' });
  });

  it('has nothing to do without its finalizer', () => {
    const life = deleting();
    life.resource = { ...life.resource, metadata: { ...life.resource.metadata, finalizers: [] } };
    expect(life.look(listed(life.jobId, 'RUNNING')).action).toBeUndefined();
  });

  it('needs no valid spec (10.1)', () => {
    const life = deleting().edit((before) => ({ ...before, taskManager: { resource: { cpu: 1, memory: 'much' } } }));
    life.delete();
    expect(life.look(listed(life.jobId, 'RUNNING', EMPTY), INVALID).action).toMatchObject({ do: 'cancel' });
    expect(life.status.error).toBeUndefined();
  });

  it('needs no readable record', () => {
    const life = deleting().setStatus((before) => ({
      ...before,
      reconciliationStatus: { ...before.reconciliationStatus, lastReconciledSpec: 'not json' },
    }));
    expect(life.look(listed(life.jobId, 'RUNNING', EMPTY)).action).toMatchObject({ do: 'cancel' });
    expect(gist(life.look({ ...GONE, ...EMPTY })).does).toBe('remove-finalizer');
  });

  it.each(['scale-to-zero', 'remove-finalizer'] as const)(
    'says when %s failed, and tries again by the retry schedule',
    (does) => {
      const life = deleting();
      const observed = does === 'scale-to-zero' ? { ...starting(), ...EMPTY } : { ...GONE, ...EMPTY };
      expect(gist(life.look(observed)).does).toBe(does);
      const failed = life.acted(observed, LOST);
      expect(gist(failed)).toMatchObject({ does: undefined, retry: true });
      expect(life.status.error).toContain('no answer');
      expect(gist(life.look(observed)).does).toBe(does);
    },
  );
});

describe('a savepoint on deletion', () => {
  const LOCATION = 's3://state/savepoints/last';

  it('is taken first', () => {
    const life = deleting(WITH_SAVEPOINT);
    expect(life.look(listed(life.jobId, 'RUNNING')).action).toMatchObject({ do: 'stop-with-savepoint', drain: false });
    expect(gist(life.acted(stopping({ state: 'in-progress', since: life.now })))).toMatchObject({
      does: undefined,
      requeueAfter: 250,
    });
    const taken = life.look(stopping({ state: 'completed', location: LOCATION }, EMPTY));
    expect(taken.action).toMatchObject({ do: 'delete-cluster' });
    expect(life.status.jobStatus).toMatchObject({ state: 'FINISHED', upgradeSavepointPath: LOCATION });
    expect(gist(life.acted({ ...GONE, ...EMPTY })).does).toBe('remove-finalizer');
  });

  it('that failed is tried again, under another id', () => {
    const life = deleting(WITH_SAVEPOINT);
    const first = life.look(listed(life.jobId, 'RUNNING')).action;
    const neverAsked = listed(life.jobId, 'RUNNING', { stop: known({ state: 'never-asked' }) });
    expect(gist(life.after(500).acted(neverAsked, REFUSED))).toMatchObject({ does: undefined, requeueAfter: 60_000 });
    const again = life.after(60_000).look(neverAsked).action;
    expect(again?.do).toBe('stop-with-savepoint');
    expect(again).not.toEqual(first);
  });

  it.each<[string, (life: Life) => ReturnType<typeof listed>]>([
    ['restarts', (life) => listed(life.jobId, 'RESTARTING')],
    ['is not known', () => starting({ neverAvailable: false })],
    ['has lost its JobManager', () => GONE],
  ])('is waited for while the job %s, and said how to do without', (_, observed) => {
    const life = deleting(WITH_SAVEPOINT);
    const decision = life.look(observed(life));
    expect(gist(decision)).toMatchObject({ does: undefined, requeueAfter: 10_000 });
    expect(gist(decision).because).toContain('SavepointOnDeletionPending');
    expect(decision.events).toContainEqual(expect.objectContaining({ reason: 'CleanupFailed', once: true }));
    life.edit(() =>
      spec({ job: { upgradeMode: 'savepoint' }, config: { 'kubernetes.operator.job.savepoint-on-deletion': 'false' } }),
    );
    expect(gist(life.look({ ...observed(life), ...EMPTY })).does).toMatch(/cancel|scale-to-zero|remove-finalizer/);
  });

  it('takes up the stop of an upgrade that was under way', () => {
    const life = stable(WITH_SAVEPOINT).edit((before) => ({ ...before, restartNonce: 1 }));
    const upgrade = life.look(listed(life.jobId, 'RUNNING')).action;
    life.delete();
    const deletion = life.look(stopping({ state: 'in-progress', since: life.now })).action;
    expect(
      deletion === undefined ||
        (deletion.do === 'stop-with-savepoint' &&
          upgrade?.do === 'stop-with-savepoint' &&
          deletion.triggerId === upgrade.triggerId),
    ).toBe(true);
    expect(life.look(stopping({ state: 'completed', location: LOCATION })).action).toMatchObject({
      do: 'delete-cluster',
    });
  });

  it('is not needed by a job that has ended, is suspended, or was never started', () => {
    const finished = deleting(WITH_SAVEPOINT);
    const latest = { latest: { path: LOCATION, timestamp: NOW } };
    expect(finished.look({ ...ended(finished.jobId, 'FINISHED', latest), ...EMPTY }).action).toMatchObject({
      do: 'delete-cluster',
    });
    const attempted = deployed(WITH_SAVEPOINT).setStatus((before) => ({
      ...before,
      jobManagerDeploymentStatus: 'MISSING',
      reconciliationStatus: {
        ...before.reconciliationStatus,
        state: 'UPGRADING',
        lastReconciledSpec: (before.reconciliationStatus?.lastReconciledSpec ?? '').replace('"running"', '"suspended"'),
      },
    }));
    expect(gist(attempted.delete().look({ ...GONE, ...EMPTY })).does).toBe('remove-finalizer');
  });
});
