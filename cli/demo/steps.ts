// SPDX-License-Identifier: Apache-2.0
// The steps of the demo, each with what must be observed for it to count. The order is the story.

import { JobState } from '../../lib/index.ts';
import type { Checkpoint } from '../../operator/flink/checkpoints.ts';
import { samePath } from './flink-look.ts';
import { thousands } from './narrator.ts';
import type { Stage } from './stage.ts';
import { abbreviated } from './story.ts';

export interface Step {
  readonly name: string;
  readonly title: string;
  /** What is about to happen. */
  readonly text: string;
  /** Carries it out and returns what was observed. @throws NotObserved */
  run(stage: Stage): Promise<string[]>;
}

export const STEPS: readonly Step[] = [
  {
    name: 'deploy',
    title: 'Deploy',
    text: 'A FlinkApplication in TypeScript (examples/state-machine) is synthesised and applied. The operator makes a Flink cluster of it.',
    run: deploy,
  },
  {
    name: 'checkpoints',
    title: 'Checkpoints',
    text: 'Flink saves the state of the job every 5 seconds. Nothing for the operator to do.',
    run: takeCheckpoints,
  },
  {
    name: 'upgrade',
    title: 'Upgrade with a savepoint',
    text: 'One number changes in the TypeScript. upgradeMode is savepoint: the job must go on exactly where it stopped.',
    run: upgrade,
  },
  {
    name: 'recovery',
    title: 'The JobManager is killed',
    text: 'High availability is on: the next JobManager finds the job and its newest checkpoint in what the dead one has stored.',
    run: recover,
  },
  {
    name: 'suspend',
    title: 'Suspend',
    text: 'The job stops with a savepoint. Its JobManager stays, so that one can still look at the job; its TaskManagers go.',
    run: suspend,
  },
  {
    name: 'resume',
    title: 'Resume',
    text: 'The job starts again from the savepoint that it was suspended with.',
    run: resume,
  },
  {
    name: 'delete',
    title: 'Delete',
    text: 'The FlinkDeployment is deleted. Nothing of it may be left in the namespace.',
    run: remove,
  },
];

async function deploy(stage: Stage): Promise<string[]> {
  await stage.apply({ parallelism: 1 });
  await stage.until('the job RUNNING and the FlinkDeployment STABLE', () => stage.isStable());
  const { resource, deployment } = stage;
  stage.expect(
    'a Deployment that the FlinkDeployment owns',
    deployment?.metadata.ownerReferences?.some(({ uid }) => uid === resource?.metadata.uid) === true,
  );
  return [`Job ${abbreviated(jobId(stage))} is RUNNING in Flink, the FlinkDeployment is STABLE.`];
}

async function takeCheckpoints(stage: Stage): Promise<string[]> {
  await stage.until('2 completed checkpoints', () => completed(stage) >= 2);
  return [`Flink has completed ${String(completed(stage))} checkpoints.`];
}

async function upgrade(stage: Stage): Promise<string[]> {
  const [jobBefore, tasksBefore] = [jobId(stage), tasks(stage)];
  await stage.apply({ parallelism: 2 });
  await stage.until('the upgraded job RUNNING and the FlinkDeployment STABLE', () => stage.isStable());
  stage.expect('a job with more tasks than before', tasks(stage) > tasksBefore);
  stage.expect('another job than before', jobId(stage) !== jobBefore);
  return [`Job ${abbreviated(jobId(stage))} runs with parallelism 2.`, ...restoredFromRecordedSavepoint(stage)];
}

async function recover(stage: Stage): Promise<string[]> {
  await stage.until('a checkpoint of the upgraded job', () => completed(stage) >= 1);
  const [jobBefore, startBefore, newest] = [jobId(stage), startTime(stage), latest(stage)?.id ?? 0];
  const killed = await stage.killJobManager();
  await stage.until('another JobManager and the job RUNNING again', () => {
    const isNew = stage.jobManagerPods.some(({ metadata }) => metadata.uid !== killed.metadata.uid);
    // The dead one may go on answering for a moment.
    return isNew && startTime(stage) !== startBefore && stage.isStable();
  });
  stage.expect(`the same job, ${jobBefore}`, jobId(stage) === jobBefore);
  const from = restored(stage);
  const isCheckpoint = from?.isSavepoint === false && from.id >= newest;
  stage.expect(`a job that Flink has restored from checkpoint ${String(newest)} or a newer one`, isCheckpoint);
  return [
    `Job ${abbreviated(jobBefore)} runs again, from checkpoint ${String(from?.id)}${counted(stage, from?.externalPath)}`,
  ];
}

async function suspend(stage: Stage): Promise<string[]> {
  const before = savepoint(stage);
  await stage.apply({ parallelism: 2, jobState: JobState.SUSPENDED });
  await stage.until('the FlinkDeployment SUSPENDED', () => stage.isSuspended());
  await stage.until('no job that runs', () => !stage.flink.answers || stage.flink.job?.state === 'FINISHED');
  stage.expect('a new savepoint in the status', savepoint(stage) !== undefined && savepoint(stage) !== before);
  return [`No job runs. Its state is in ${savepoint(stage) ?? ''}${counted(stage, savepoint(stage))}`];
}

async function resume(stage: Stage): Promise<string[]> {
  const path = savepoint(stage);
  await stage.apply({ parallelism: 2, jobState: JobState.RUNNING });
  await stage.until('the resumed job RUNNING and the FlinkDeployment STABLE', () => stage.isStable());
  stage.expect(`the savepoint of the suspension (${path ?? ''}) on record`, samePath(path, savepoint(stage)));
  return [`Job ${abbreviated(jobId(stage))} is RUNNING.`, ...restoredFromRecordedSavepoint(stage)];
}

async function remove(stage: Stage): Promise<string[]> {
  await stage.delete();
  await stage.until('the FlinkDeployment gone', () => stage.resource === undefined);
  let left: string[] = [];
  await stage
    .until('nothing left', async () => (left = await stage.leftovers()).length === 0)
    .catch((error: unknown) => {
      stage.expect(`nothing left in the namespace, but there are ${left.join(', ')}`, left.length === 0);
      throw error;
    });
  return ['Every kind of object in the namespace was listed: nothing is left.'];
}

function jobId({ status }: Stage): string {
  return status.jobStatus?.jobId ?? '';
}

function savepoint({ status }: Stage): string | undefined {
  return status.jobStatus?.upgradeSavepointPath;
}

/** When the present JobManager has taken the job up. */
function startTime({ flink }: Stage): number | undefined {
  return flink.answers ? flink.job?.startTime : undefined;
}

function tasks({ flink }: Stage): number {
  return flink.answers ? (flink.job?.tasks.total ?? 0) : 0;
}

function completed({ flink }: Stage): number {
  return flink.answers ? (flink.checkpoints?.counts.completed ?? 0) : 0;
}

function latest({ flink }: Stage): Checkpoint | undefined {
  return flink.answers ? flink.checkpoints?.latest.completed : undefined;
}

function restored({ flink }: Stage): Checkpoint | undefined {
  return flink.answers ? flink.checkpoints?.latest.restored : undefined;
}

/** Asks Flink itself what the job was started from. */
function restoredFromRecordedSavepoint(stage: Stage): string[] {
  const [recorded, from] = [savepoint(stage), restored(stage)];
  stage.expect('the path of a savepoint in the status', recorded !== undefined);
  stage.expect(
    `a job that Flink has restored from exactly ${recorded ?? ''}`,
    from?.isSavepoint === true && samePath(from.externalPath, recorded),
  );
  const { counter } = stage.place;
  if (counter !== undefined) {
    const [inSavepoint, atStart] = [counter.in(recorded ?? ''), counter.atStart()];
    stage.expect(`a job that counts on from ${String(inSavepoint)}, not ${String(atStart)}`, inSavepoint === atStart);
  }
  return [`Flink says: restored from ${from?.externalPath ?? ''}${counted(stage, from?.externalPath)}`];
}

function counted({ place }: Stage, path: string | undefined): string {
  const value = path === undefined ? undefined : place.counter?.in(path);
  return value === undefined ? '.' : ` – the job had counted to ${thousands(value)}.`;
}
