// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FlinkDeployment, FlinkDeploymentStatus, JobStatusName } from '../api/flink-deployment.ts';
import type { Deployment } from '../kubernetes/objects.ts';
import { GENERATION_ANNOTATION } from '../manifests/cluster-names.ts';
import { known, NOTHING_OBSERVED, type JobManagerDeployment, type Observation } from './observation.ts';
import { gist, Life } from './test-support/life.ts';
import { GONE, jobManager, POD, stopping } from './test-support/observed.ts';

const RECORDINGS = new URL('../../test/fixtures/recordings/java/', import.meta.url);

function recording(moment: string, kind: string): unknown {
  const file = new URL(`${moment}/${kind}.yaml`, RECORDINGS);
  if (!existsSync(file)) return undefined;
  return (parse(readFileSync(file, 'utf8')) as { items: unknown[] }).items[0];
}

function flinkDeployment(moment: string): FlinkDeployment {
  return recording(moment, 'flinkdeployments') as FlinkDeployment;
}

/** The recorded Deployment, as it is seen. Wherever there is one there is one pod of it, and none is being deleted. */
function recorded(moment: string): JobManagerDeployment | undefined {
  const found = recording(moment, 'deployments') as Deployment | undefined;
  if (found === undefined) return undefined;
  const { metadata, spec, status } = found;
  const available = status?.conditions?.find(({ type }) => type === 'Available');
  const owner = flinkDeployment(moment).metadata?.uid;
  return {
    uid: metadata?.uid ?? '',
    ours: (metadata?.ownerReferences ?? []).some(({ uid }) => uid === owner),
    generation: metadata?.annotations?.[GENERATION_ANNOTATION] ?? '',
    deleting: metadata?.deletionTimestamp !== undefined,
    wanted: spec?.replicas ?? 1,
    available: status?.availableReplicas ?? 0,
    availableChangedAt: Date.parse(available?.lastTransitionTime ?? ''),
    neverAvailable: available?.status === 'False' && available.lastTransitionTime === metadata?.creationTimestamp,
  };
}

/** What is seen at a moment; `state` is that of the recorded job in Flink, if Flink answers. */
function seen(moment: string, state?: JobStatusName): Observation {
  const deployment = recorded(moment);
  const cached: Observation = deployment === undefined ? GONE : { ...NOTHING_OBSERVED, deployment, pods: [POD] };
  if (state === undefined) return cached;
  const { jobId = '', startTime = '0' } = flinkDeployment(moment).status?.jobStatus ?? {};
  const job = { id: jobId, name: 'State machine job', state, startTime: Number(startTime) };
  return { ...cached, jobs: known([job]), checkpoints: known({}) };
}

function takenOver(moment: string): Life {
  const life = new Life(flinkDeployment(moment));
  const since = life.status.reconciliationStatus?.reconciliationTimestamp ?? 0;
  life.now = since + 20_000;
  return life;
}

describe('going on from what the Java operator left', () => {
  it.each<[string, JobStatusName | undefined, string]>([
    ['application-deploying', undefined, 'DEPLOYED'],
    ['application-deployed-not-ready', undefined, 'DEPLOYED'],
    ['application-deployed-not-ready', 'INITIALIZING', 'DEPLOYED'],
    ['application-deployed-not-ready', 'RUNNING', 'STABLE'],
    ['application-stable', 'RUNNING', 'STABLE'],
    ['application-stateless-upgraded', 'RUNNING', 'STABLE'],
    ['application-stateless-suspended', undefined, 'SUSPENDED'],
    ['application-stateless-suspended-settled', undefined, 'SUSPENDED'],
    ['savepoint-stable', 'RUNNING', 'STABLE'],
    ['savepoint-upgraded', 'RUNNING', 'STABLE'],
    ['savepoint-suspended', undefined, 'SUSPENDED'],
    ['savepoint-suspended-settled', undefined, 'SUSPENDED'],
    ['savepoint-resuming', undefined, 'DEPLOYED'],
    ['savepoint-resumed', 'RUNNING', 'STABLE'],
    ['savepoint-triggered-by-nonce', 'RUNNING', 'STABLE'],
  ])('%s, job %s: touches nothing, however often it looks', (moment, state, lifecycle) => {
    const life = takenOver(moment);
    const { reconciliationStatus: before, jobStatus, observedGeneration } = life.status;
    for (let i = 0; i < 3; i++) {
      expect(life.look(seen(moment, state)).action).toBeUndefined();
      expect(life.status).toMatchObject({ lifecycleState: lifecycle, observedGeneration });
      expect(life.status.jobStatus?.jobId).toBe(jobStatus?.jobId);
      expect(life.status.jobStatus?.upgradeSavepointPath).toBe(jobStatus?.upgradeSavepointPath);
      expect(life.status.reconciliationStatus?.lastReconciledSpec).toBe(before?.lastReconciledSpec);
      life.after(60_000);
    }
    const stored = life.status;
    life.look(seen(moment, state));
    expect(life.status).toEqual(stored);
  });

  it('application-created: from the beginning', () => {
    expect(takenOver('application-created').look().action).toEqual({ do: 'add-finalizer' });
  });

  it('application-stateless-upgrading: deploys the new spec, empty, under a new id', () => {
    const life = takenOver('application-stateless-upgrading');
    const { jobId } = life;
    const { action } = life.look(seen('application-stateless-upgrading'));
    expect(action).toMatchObject({
      do: 'deploy',
      generation: 2,
      requireHaMetadata: false,
      spec: { job: { parallelism: 1 } },
    });
    expect(action).not.toHaveProperty('savepointPath');
    expect(life.jobId).not.toBe(jobId);
  });

  it.each(['savepoint-upgrading', 'savepoint-upgrading-path-known'])(
    '%s: removes the old cluster and starts from the recorded savepoint',
    (moment) => {
      const life = takenOver(moment);
      const path = life.status.jobStatus?.upgradeSavepointPath;
      expect(path).toMatch(/^file:.*savepoint-/);
      expect(life.look(seen(moment, 'FINISHED')).action).toMatchObject({ do: 'delete-cluster' });
      expect(life.look(GONE).action).toMatchObject({ do: 'deploy', generation: 2, savepointPath: path });
    },
  );

  it('savepoint-suspended: resumes from the recorded savepoint', () => {
    const life = takenOver('savepoint-suspended').editJob({ state: 'running' });
    const path = life.status.jobStatus?.upgradeSavepointPath;
    expect(life.look(seen('savepoint-suspended', 'FINISHED')).action).toMatchObject({ do: 'delete-cluster' });
    expect(life.look(GONE).action).toMatchObject({ do: 'deploy', savepointPath: path });
  });

  it('application-deploying, but nothing of the Deployment was recorded yet: completes it under the recorded id', () => {
    const life = takenOver('application-deploying').setStatus((before) => ({
      ...before,
      jobManagerDeploymentStatus: 'MISSING',
      reconciliationStatus: {
        ...before.reconciliationStatus,
        state: 'UPGRADING',
        lastReconciledSpec: (before.reconciliationStatus?.lastReconciledSpec ?? '').replace('"running"', '"suspended"'),
      },
    }));
    const { jobId } = life;
    expect(gist(life.look(seen('application-deploying')))).toMatchObject({
      does: 'deploy',
      because: ['ClusterCreatedInPart'],
    });
    expect(life.jobId).toBe(jobId);
    life.acted(seen('application-deploying'));
    expect(life.status.reconciliationStatus?.lastReconciledSpec).toBe(
      flinkDeployment('application-deploying').status?.reconciliationStatus?.lastReconciledSpec,
    );
  });
});

/** What differs by design, with the reason; everything else but times and ids has to be equal. */
const DIFFERENCES = {
  'the conditions Ready, Reconciling and Stalled stand beside Running': [],
  'Running and clusterInfo are written together with what they are derived from, not one write later': [
    'application-stable',
    'application-stateless-upgraded',
    'savepoint-stable',
    'savepoint-upgraded',
    'savepoint-resumed',
  ],
  'the attempt is recorded before the old cluster is removed, so its JobManager is still there': [
    'application-stateless-upgrading',
  ],
} as const;

function comparable(moment: string, status: FlinkDeploymentStatus): unknown {
  const { conditions, clusterInfo, jobManagerDeploymentStatus, jobStatus, reconciliationStatus, ...rest } = status;
  const { jobId, startTime, updateTime, ...job } = jobStatus ?? {};
  const { reconciliationTimestamp, ...record } = reconciliationStatus ?? {};
  const differs = (what: keyof typeof DIFFERENCES): boolean =>
    (DIFFERENCES[what] as readonly string[]).includes(moment);
  const running = (conditions ?? [])
    .filter(({ type }) => type === 'Running')
    .map(({ lastTransitionTime: _, ...condition }) => condition);
  // How much state there is differs from run to run.
  const { 'state-size': stateSize, ...info } = clusterInfo ?? {};
  const late = differs(
    'Running and clusterInfo are written together with what they are derived from, not one write later',
  );
  const early = differs('the attempt is recorded before the old cluster is removed, so its JobManager is still there');
  return {
    ...rest,
    ...(late ? {} : { running, clusterInfo: info }),
    ...(early ? {} : { jobManagerDeploymentStatus }),
    stateSize: late ? '-' : typeof stateSize,
    jobStatus: { ...job, times: [startTime, updateTime].map((time) => typeof time), id: typeof jobId },
    reconciliationStatus: { ...record, time: typeof reconciliationTimestamp },
  };
}

describe('the status of our own decisions is that of the Java operator', () => {
  const CLUSTER = known({
    flinkVersion: '1.20.5',
    flinkRevision: '0980485 @ 2026-06-08T09:21:06+02:00',
    taskManagers: 1,
  });

  class Replay extends Life {
    readonly #stateSize: { stateSize?: number };

    constructor(moment: string, stateSize: { stateSize?: number }) {
      const resource = flinkDeployment(moment);
      super({
        ...resource,
        metadata: { ...resource.metadata, finalizers: ['flinkdeployments.flink.apache.org/finalizer'] },
      });
      this.#stateSize = stateSize;
    }

    /** The spec becomes what it was at a moment. */
    becomes(moment: string): this {
      const { spec = {}, metadata } = flinkDeployment(moment);
      this.resource = {
        ...this.resource,
        spec,
        metadata: { ...this.resource.metadata, generation: metadata?.generation ?? 0 },
      };
      return this;
    }

    up(state: JobStatusName = 'RUNNING'): Observation {
      const job = { id: this.jobId, name: 'State machine job', state, startTime: this.now - 1000 };
      const generation = String(this.status.observedGeneration ?? 0);
      const deployment = jobManager({ generation, availableChangedAt: this.now - 60_000 });
      const checkpoints = known(this.#stateSize);
      return { ...NOTHING_OBSERVED, deployment, pods: [POD], jobs: known([job]), cluster: CLUSTER, checkpoints };
    }

    starting(): Observation {
      return { ...NOTHING_OBSERVED, deployment: jobManager({ available: 0, neverAvailable: true }), pods: [POD] };
    }

    is(moment: string): this {
      expect(comparable(moment, this.status)).toEqual(comparable(moment, flinkDeployment(moment).status ?? {}));
      return this.after(60_000);
    }
  }

  it('through first deployment, stateless upgrade and suspension', () => {
    const life = new Replay('application-created', {});
    life.look(GONE);
    life.acted(life.starting());
    life.is('application-deploying');
    life.look(life.up());
    life.is('application-stable');
    life.becomes('application-stateless-upgrading').look(life.up());
    life.acted(life.up('CANCELLING'));
    life.is('application-stateless-upgrading');
    life.look(life.up('CANCELLING'));
    life.look(GONE);
    life.acted(life.starting());
    life.look(life.up());
    life.is('application-stateless-upgraded');
    life.becomes('application-stateless-suspended').look(life.up());
    life.acted(life.up('CANCELLING'));
    life.look(GONE);
    life.is('application-stateless-suspended');
    life.look(GONE);
    life.is('application-stateless-suspended-settled');
  });

  it('through savepoint upgrade, suspension and resumption', () => {
    const path = (moment: string): string => flinkDeployment(moment).status?.jobStatus?.upgradeSavepointPath ?? '';
    const done = (location: string): Observation => stopping({ state: 'completed', location });
    const life = new Replay('savepoint-stable', { stateSize: 3979 }).setStatus(() => ({}));
    life.look(GONE);
    life.acted(life.starting());
    life.look(life.up());
    life.is('savepoint-stable');
    life.becomes('savepoint-upgrading').look(life.up());
    life.acted(done(path('savepoint-upgrading')));
    life.is('savepoint-upgrading');
    life.look(life.up('FINISHED'));
    life.is('savepoint-upgrading-path-known');
    life.look(GONE);
    life.acted(life.starting());
    life.look(life.up());
    life.is('savepoint-upgraded');
    life.becomes('savepoint-suspended').look(life.up());
    life.acted(done(path('savepoint-suspended')));
    life.is('savepoint-suspended');
    life.look({ ...life.up('FINISHED'), jobs: NOTHING_OBSERVED.jobs, cluster: NOTHING_OBSERVED.cluster });
    life.is('savepoint-suspended-settled');
    life.becomes('savepoint-resuming').look(life.up('FINISHED'));
    life.look(GONE);
    life.acted(life.starting());
    life.is('savepoint-resuming');
    life.look(life.up());
    life.is('savepoint-resumed');
  });
});
