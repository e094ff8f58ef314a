// SPDX-License-Identifier: Apache-2.0
// What the Java operator takes without a word and its user will not like: settings of a job that contradict one another, that have no effect,
// or that lose state. What certainly fails is an error; the rest are warnings and hints.

import { autoscalerOptions } from '../../flink/autoscaler-options.ts';
import { isSet } from '../../flink/configuration.ts';
import { parseDuration } from '../../flink/duration.ts';
import { flinkVersionAtLeast } from '../../flink/flink-version.ts';
import type { FlinkVersionName } from '../../flink/flink-version.ts';
import { haMode, isHaActive } from '../../flink/high-availability.ts';
import { javaUriProblem, uriParts } from '../../flink/java-uri.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { flinkOptions } from '../../flink/options.ts';
import { quartzCronProblem } from '../../flink/quartz-cron.ts';
import { ValueError } from '../../flink/value-error.ts';
import { configurationPath, isBlank } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

const CHECKPOINT_DIRECTORY = flinkOptions.executionCheckpointingDir;
const SAVEPOINT_DIRECTORY = flinkOptions.executionCheckpointingSavepointDir;

function isOlder(version: FlinkVersionName | undefined, than: FlinkVersionName): boolean {
  return version !== undefined && !flinkVersionAtLeast(version, than);
}

/** The jar of an application is read by Flink itself, in the cluster. */
export function jarNotReadable({ spec }: RuleInput): Problem | undefined {
  const { job, flinkVersion, mode } = spec;
  const uri = job?.jarURI;
  if (uri === undefined || isBlank(uri)) return undefined;
  const problem = javaUriProblem(uri);
  if (problem !== undefined) return badJar(`"${uri}" is not a URI: ${problem}.`);
  const { scheme, host, path } = uriParts(uri);
  if (scheme === undefined) {
    // Flink before 1.19 takes it for a file outside the image; later versions may find it where it is meant.
    const certain = mode === 'standalone' || isOlder(flinkVersion, 'v1_19');
    return badJar(
      `"${uri}" does not say where: a path in the image begins with local://.`,
      certain ? 'error' : 'warning',
      `local://${uri.startsWith('/') ? '' : '/opt/flink/usrlib/'}${uri}`,
    );
  }
  if (scheme === 'local' && host !== undefined) {
    return badJar(
      `In "${uri}" "${host}" is the name of a host, and the path is only "${path}".`,
      'warning',
      `local:///${host}${path}`,
    );
  }
  if (mode !== 'standalone' && scheme !== 'local' && isOlder(flinkVersion, 'v1_19')) {
    return badJar(
      `Flink ${flinkVersion ?? ''} fetches no jar by ${scheme}: the jar of an application must be in the image.`,
    );
  }
  return undefined;
}

function badJar(
  message: string,
  severity: 'error' | 'warning' = 'error',
  meant = 'local:///opt/flink/usrlib/job.jar',
): Problem {
  return {
    path: 'spec.job.jarURI',
    message,
    allowed: 'a URI such as local:///opt/flink/usrlib/job.jar (a file in the image)',
    remedy: `Write ${meant}, if that is where the jar is.`,
    severity,
  };
}

/** Without metadata outside the JobManager its loss leaves no trace of the last checkpoint. */
export function lastStateWithoutHa({ spec, config }: RuleInput): Problem | undefined {
  if (spec.job?.upgradeMode !== 'last-state' || isHaActive(config)) return undefined;
  return {
    path: 'spec.job.upgradeMode',
    message:
      'Upgrade mode last-state goes on from the last checkpoint, but without high availability only a running JobManager knows which ' +
      'that is: if it is lost, the job waits for somebody to name a savepoint or a checkpoint.',
    allowed: `${flinkOptions.highAvailabilityType.key}: kubernetes with this mode`,
    remedy: `Set ${flinkOptions.highAvailabilityType.key} to kubernetes and ${flinkOptions.highAvailabilityStorageDir.key} to a durable directory.`,
    severity: 'warning',
  };
}

/** Kubernetes and ZooKeeper hold pointers only; what they point to needs a place. */
export function haWithoutStorage({ config, read }: RuleInput): Problem | undefined {
  const mode = haMode(config);
  // a factory of somebody else's may need no directory, and arguments of the entry point may give one
  if (mode === 'none' || mode === 'other' || !isBlank(read(flinkOptions.highAvailabilityStorageDir))) return undefined;
  if (isSet(config, flinkOptions.kubernetesJobmanagerEntrypointArgs)) return undefined;
  const { key } = flinkOptions.highAvailabilityStorageDir;
  return {
    path: configurationPath(key),
    message: 'High availability is on, but there is no directory for its metadata: no JobManager will start.',
    allowed: 'a durable directory, for example s3://bucket/ha',
    remedy: `Set ${key}.`,
  };
}

/** A program may turn checkpoints on by itself, so this is only a hint. Mode last-state gets an interval from the operator. */
export function noCheckpoints({ spec, config }: RuleInput): Problem | undefined {
  if (spec.job?.upgradeMode !== 'savepoint' || isSet(config, flinkOptions.executionCheckpointingInterval))
    return undefined;
  const { key } = flinkOptions.executionCheckpointingInterval;
  return {
    path: configurationPath(key),
    message:
      'Unless the program turns them on, there are no checkpoints: after a failure the job goes back to its last savepoint, or to nothing.',
    allowed: 'a duration such as 1 min',
    remedy: `Set ${key}.`,
    severity: 'hint',
  };
}

export function checkpointNonceTooOld({ spec }: RuleInput): Problem | undefined {
  if (spec.job?.checkpointTriggerNonce === undefined || !isOlder(spec.flinkVersion, 'v1_17')) return undefined;
  return {
    path: 'spec.job.checkpointTriggerNonce',
    message: `Flink ${spec.flinkVersion ?? ''} takes no checkpoints on request: the nonce has no effect.`,
    allowed: 'Flink 1.17 or later',
    remedy: 'Use spec.job.savepointTriggerNonce, or remove it.',
    severity: 'warning',
  };
}

export function periodicCheckpointsTooOld({ spec, config }: RuleInput): Problem | undefined {
  const option = operatorOptions.periodicCheckpointInterval;
  if (spec.job === undefined || !isSet(config, option) || !isOlder(spec.flinkVersion, 'v1_17')) return undefined;
  return {
    path: configurationPath(option.key),
    message: `Flink ${spec.flinkVersion ?? ''} takes no checkpoints on request: the operator triggers none.`,
    allowed: 'Flink 1.17 or later',
    remedy: `Remove it; checkpoints are Flink's own by ${flinkOptions.executionCheckpointingInterval.key}.`,
    severity: 'warning',
  };
}

/** A text that is neither a duration nor a cron expression never triggers, and only the operator's log says so. */
export function periodNotReadable({ config, read }: RuleInput): Problem[] | undefined {
  let problems: Problem[] | undefined;
  for (const option of [operatorOptions.periodicSavepointInterval, operatorOptions.periodicCheckpointInterval]) {
    if (!isSet(config, option)) continue;
    const text = read(option);
    if (isBlank(text) || isDuration(text)) continue;
    const problem = quartzCronProblem(text);
    if (problem === undefined) continue;
    problems ??= [];
    problems.push({
      path: configurationPath(option.key),
      message: `"${text}" is no duration, and as a cron expression it ${problem}: nothing will be triggered.`,
      allowed: 'a duration such as 6 h, or a Quartz cron expression such as "0 0 3 * * ?"',
      remedy: `Correct ${option.key}.`,
      severity: 'warning',
    });
  }
  return problems;
}

/** The operator reads no ISO 8601 here. */
function isDuration(text: string): boolean {
  if (/^\s*p/i.test(text)) return false;
  try {
    parseDuration(text);
    return true;
  } catch (error) {
    if (error instanceof ValueError) return false;
    throw error;
  }
}

/** Savepoints lie below the directory, each in one of its own. */
export function initialSavepointIsDirectory({ spec, read }: RuleInput): Problem | undefined {
  const path = spec.job?.initialSavepointPath;
  if (path === undefined) return undefined;
  const directory = [SAVEPOINT_DIRECTORY, CHECKPOINT_DIRECTORY].find((option) => samePlace(read(option), path));
  if (!isBlank(path) && directory === undefined) return undefined;
  return {
    path: 'spec.job.initialSavepointPath',
    message: isBlank(path)
      ? 'An empty path is a path: Flink looks for a savepoint there and does not start.'
      : `This is the directory in which ${directory?.key ?? ''} collects them, and not one of them.`,
    allowed: 'the path of one savepoint or checkpoint, such as s3://bucket/savepoints/savepoint-1a2b3c-0123456789ab',
    remedy: isBlank(path) ? 'Remove it, or name a savepoint.' : 'Name one of the directories in it.',
    severity: 'warning',
  };
}

function samePlace(directory: string | undefined, path: string): boolean {
  return directory !== undefined && !isBlank(directory) && directory.replace(/\/+$/, '') === path.replace(/\/+$/, '');
}

export function initialSavepointChangedAlone({ spec, recorded }: RuleInput): Problem | undefined {
  const path = spec.job?.initialSavepointPath;
  const old = recorded?.job;
  if (path === undefined || old === undefined || path === old.initialSavepointPath) return undefined;
  if (spec.job?.savepointRedeployNonce !== undefined && spec.job.savepointRedeployNonce !== old.savepointRedeployNonce)
    return undefined;
  return {
    path: 'spec.job.initialSavepointPath',
    message: 'The job was deployed before: another path alone changes nothing.',
    allowed: 'a new spec.job.savepointRedeployNonce with it',
    remedy:
      'To go back to that savepoint, give spec.job.savepointRedeployNonce a new value; what the job has done since is then lost.',
    severity: 'warning',
  };
}

export function parallelismOverruled({ spec, read }: RuleInput): Problem | undefined {
  const replicas = spec.taskManager?.replicas;
  const parallelism = spec.job?.parallelism ?? 0;
  if (replicas === undefined || replicas < 1 || parallelism < 1) return undefined;
  const slots = read(flinkOptions.taskmanagerNumberOfTaskSlots);
  if (replicas * slots === parallelism) return undefined;
  return {
    path: 'spec.job.parallelism',
    message: `The parallelism will be ${replicas * slots}, not ${parallelism}: spec.taskManager.replicas (${replicas}) times ${flinkOptions.taskmanagerNumberOfTaskSlots.key} (${slots}).`,
    allowed: `${replicas * slots}`,
    remedy: 'Remove spec.taskManager.replicas to have as many as the parallelism needs, or spec.job.parallelism.',
    severity: 'warning',
  };
}

export function scalingLosesState({ spec, read }: RuleInput): Problem | undefined {
  if (
    spec.job?.upgradeMode !== 'stateless' ||
    !read(autoscalerOptions.enabled) ||
    !read(autoscalerOptions.scalingEnabled)
  )
    return undefined;
  const inPlace =
    read(operatorOptions.jobUpgradeInplaceScalingEnabled) &&
    read(flinkOptions.jobmanagerScheduler).toLowerCase() === 'adaptive' &&
    !isOlder(spec.flinkVersion, 'v1_18');
  if (inPlace) return undefined;
  return {
    path: 'spec.job.upgradeMode',
    message: 'The autoscaler restarts the job to scale it, and in mode stateless every restart drops the state.',
    allowed: 'savepoint or last-state',
    remedy: `Choose another spec.job.upgradeMode; or set ${flinkOptions.jobmanagerScheduler.key} to adaptive with Flink 1.18 or later, so that the job is scaled where it runs.`,
    severity: 'warning',
  };
}
