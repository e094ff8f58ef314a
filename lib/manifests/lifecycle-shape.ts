// SPDX-License-Identifier: Apache-2.0
// The shapes of the props about how an operator looks after a job.

import { quartzCronProblem } from '../flink/quartz-cron.ts';
import { directory } from './cluster/common-shapes.ts';
import type {
  CheckpointProps,
  HealthCheckProps,
  LifecycleProps,
  Periodic,
  RollbackProps,
  SavepointProps,
  UpgradeProps,
} from './lifecycle-props.ts';
import { flag, integer, object, oneOf, reject, shown } from './props-shape.ts';
import type { Members, Shape } from './props-shape.ts';
import { durationShape } from './quantity-shapes.ts';

const schedule: Shape<string> = (value, path, report) => {
  const allowed = 'second minute hour day-of-month month day-of-week [year], one of the two days as ?';
  if (typeof value !== 'string')
    return reject(report, path, `${shown(value)} is not a cron expression`, allowed, "give one: '0 0 3 * * ?'");
  const problem = quartzCronProblem(value);
  if (problem === undefined) return value;
  const isUnix = value.trim().split(/\s+/).length === 5;
  const remedy = isUnix ? 'put the second in front, and write ? for one of the two days' : "such as '0 0 3 * * ?'";
  return reject(report, path, `'${value}' ${problem}`, allowed, remedy);
};

const PERIODIC: Members<Periodic> = { interval: durationShape, schedule };

/** One of `interval` and `schedule` at most. */
function periodic<T extends Periodic>(shape: Shape<T>): Shape<T> {
  return (value, path, report) => {
    const checked = shape(value, path, report);
    if (checked?.interval !== undefined && checked.schedule !== undefined)
      reject(
        report,
        `${path}.schedule`,
        `and \`${path}.interval\` say when, and only one can count`,
        'one of the two',
        'remove one',
        'props.twice',
      );
    return checked;
  };
}

/** The shape of `savepoints`. */
export const savepointsShape: Shape<SavepointProps> = periodic(
  object<SavepointProps>({
    ...PERIODIC,
    directory,
    format: oneOf(['canonical', 'native']),
    history: object<NonNullable<SavepointProps['history']>>({ maxCount: integer(1), maxAge: durationShape }),
    cleanup: flag,
    onDeletion: flag,
  }),
);

const rollback = object<RollbackProps>({ readinessTimeout: durationShape });
const healthCheck = object<HealthCheckProps>({
  maxRestarts: integer(1),
  restartWindow: durationShape,
  checkpointWindow: durationShape,
});

/** The shapes of the members of `LifecycleProps`, for the shapes of props that have more. */
export const LIFECYCLE_MEMBERS: Members<LifecycleProps> = {
  savepoints: savepointsShape,
  checkpoints: periodic(object<CheckpointProps>({ ...PERIODIC, type: oneOf(['full', 'incremental']) })),
  rollback: (value, path, report) => (typeof value === 'object' ? rollback : flag)(value, path, report),
  upgrade: object<UpgradeProps>({
    maxCheckpointAge: durationShape,
    lastStateFallback: flag,
    cancelJob: flag,
    waitForSavepoint: flag,
    inPlaceScaling: flag,
  }),
  restartFailed: flag,
  healthCheck: (value, path, report) => (typeof value === 'object' ? healthCheck : flag)(value, path, report),
};
