// SPDX-License-Identifier: Apache-2.0
// What deciding costs: the pure function alone, for a job that runs and nothing is new, which is what an operator decides nearly always; and
// whole lives of an application (deploy, upgrade, suspend, resume, delete) in the embedded cluster, with API server, Flink and operator in one process.

import type { FlinkDeployment } from '../lib/api/flink-deployment.ts';
import { validateFlinkDeployment } from '../lib/api/validate.ts';
import { decide } from '../lib/lifecycle/decide.ts';
import type { Input } from '../lib/lifecycle/decision.ts';
import { known, NOTHING_OBSERVED } from '../lib/lifecycle/observation.ts';
import type { Observation } from '../lib/lifecycle/observation.ts';
import { DEFAULT_CONFIGURATION } from '../lib/manifests/default-configuration.ts';
import { EmbeddedCluster } from '../lib/testing/index.ts';
import { startOperator } from '../operator/operator.ts';
import { DEFAULT_SETTINGS } from '../operator/settings.ts';
import { memoryLog } from '../operator/telemetry/memory-log.ts';
import { benchApplication, NAMESPACE } from './support/application.ts';
import { spread, table } from './support/figures.ts';

const ROUNDS = 15;
const DECISIONS = 2000;
const NAME = 'app';

/** Seconds of processor time: on a shared machine the clock on the wall measures the neighbours. */
async function cpuSeconds(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

interface Life {
  /** The resource while its job was running and stable. */
  readonly stable: FlinkDeployment;
  readonly decisions: number;
}

async function life(seed: number): Promise<Life> {
  const cluster = new EmbeddedCluster({ seed });
  let decisions = 0;
  cluster.run((surroundings) =>
    startOperator({
      ...surroundings,
      log: memoryLog().log,
      settings: () => DEFAULT_SETTINGS,
      onDecision: () => decisions++,
    }),
  );
  const { api } = cluster;
  const now = (): FlinkDeployment | undefined => api.get<FlinkDeployment>('flinkdeployments', NAMESPACE, NAME);
  const reached = (state: string): Promise<void> =>
    cluster.until(state, () => {
      const { status, metadata } = now() ?? {};
      return status?.lifecycleState === state && status.observedGeneration === metadata?.generation;
    });
  const change = (edit: (spec: NonNullable<FlinkDeployment['spec']>) => void): void => {
    api.edit<FlinkDeployment>('flinkdeployments', NAMESPACE, NAME, ({ spec }) => {
      if (spec !== undefined) edit(spec);
    });
  };
  const job = (state: 'running' | 'suspended') => (spec: NonNullable<FlinkDeployment['spec']>) => {
    if (spec.job !== undefined) spec.job.state = state;
  };
  try {
    api.apply(benchApplication(NAME));
    await reached('STABLE');
    const stable = now();
    change((spec) => (spec.restartNonce = 1));
    await reached('STABLE');
    change(job('suspended'));
    await reached('SUSPENDED');
    change(job('running'));
    await reached('STABLE');
    api.delete('flinkdeployments', NAMESPACE, NAME);
    await cluster.until('deleted', () => now() === undefined);
    if (stable === undefined) throw new Error('the application was never there');
    return { stable, decisions };
  } finally {
    cluster.stop();
  }
}

/** What is seen of a job that runs. */
function running({ status = {} }: FlinkDeployment): Observation {
  const { jobId = '', jobName = '', startTime = '0' } = status.jobStatus ?? {};
  return {
    ...NOTHING_OBSERVED,
    deployment: {
      uid: 'uid',
      ours: true,
      generation: '1',
      deleting: false,
      wanted: 1,
      available: 1,
      availableChangedAt: Number(startTime),
      neverAvailable: false,
    },
    jobs: known([{ id: jobId, name: jobName, state: 'RUNNING', startTime: Number(startTime) }]),
  };
}

const { stable } = await life(0);
const now = Date.now();
const input: Input = { resource: stable, observed: running(stable), base: DEFAULT_CONFIGURATION, now, freshJobId: '0' };
const because = decide(input, []).because.map(({ code }) => code);
if (because.join() !== 'NothingToDo') throw new Error(`a job that runs is left alone, not: ${because.join()}`);

const perSecond: { decisions: number[]; validations: number[]; lives: number[]; decisionsInLives: number[] } = {
  decisions: [],
  validations: [],
  lives: [],
  decisionsInLives: [],
};
for (let round = 0; round < ROUNDS; round++) {
  const deciding = await cpuSeconds(() => {
    for (let i = 0; i < DECISIONS; i++) decide({ ...input, now: now + i }, []);
  });
  perSecond.decisions.push(DECISIONS / deciding);
  const validating = await cpuSeconds(() => {
    for (let i = 0; i < DECISIONS / 10; i++) validateFlinkDeployment(stable, DEFAULT_CONFIGURATION);
  });
  perSecond.validations.push(DECISIONS / 10 / validating);
  let decisions = 0;
  const living = await cpuSeconds(async () => {
    ({ decisions } = await life(round + 1));
  });
  perSecond.lives.push(1 / living);
  perSecond.decisionsInLives.push(decisions / living);
}
table('For each second of processor time', [
  ['what', 'median (spread)'],
  ['decisions, nothing new', spread(perSecond.decisions, 0)],
  ['validations', spread(perSecond.validations, 0)],
  ['whole lives in the embedded cluster', spread(perSecond.lives, 1)],
  ['decisions in those, with observing and acting', spread(perSecond.decisionsInLives, 0)],
]);
