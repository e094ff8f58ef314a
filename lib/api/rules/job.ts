// SPDX-License-Identifier: Apache-2.0
// Rules on the job of an application: where its state goes, how many tasks it has, what it runs.

import { isSet } from '../../flink/configuration.ts';
import { flinkVersionAtLeast } from '../../flink/flink-version.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { flinkOptions } from '../../flink/options.ts';
import { configurationPath, isBlank } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

const CHECKPOINT_DIRECTORY = flinkOptions.executionCheckpointingDir;
const SAVEPOINT_DIRECTORY = flinkOptions.executionCheckpointingSavepointDir;

export function checkpointDirectoryMissing({ spec, read }: RuleInput): Problem | undefined {
  if (spec.job === undefined || spec.job.upgradeMode === 'stateless' || !isBlank(read(CHECKPOINT_DIRECTORY))) {
    return undefined;
  }
  return {
    path: configurationPath(CHECKPOINT_DIRECTORY.key),
    message: `Upgrade mode ${spec.job.upgradeMode} keeps the state of the job, but there is no directory for checkpoints.`,
    allowed: 'a durable directory, for example s3://bucket/checkpoints',
    remedy: `Set ${CHECKPOINT_DIRECTORY.key}, or spec.job.upgradeMode to stateless to start without state.`,
  };
}

/** What needs a savepoint directory though there is none; absent if there is no job, or a directory. */
function withoutSavepointDirectory(
  input: RuleInput,
  needs: boolean,
  why: string,
  otherwise: string,
): Problem | undefined {
  if (input.spec.job === undefined || !needs || !isBlank(input.read(SAVEPOINT_DIRECTORY))) return undefined;
  return {
    path: configurationPath(SAVEPOINT_DIRECTORY.key),
    message: `${why}, but there is no directory for savepoints.`,
    allowed: 'a durable directory, for example s3://bucket/savepoints',
    remedy: `Set ${SAVEPOINT_DIRECTORY.key}, or ${otherwise}.`,
  };
}

export function savepointModeWithoutDirectory(input: RuleInput): Problem | undefined {
  return withoutSavepointDirectory(
    input,
    input.spec.job?.upgradeMode === 'savepoint',
    'Upgrade mode savepoint takes a savepoint at every upgrade',
    'choose another spec.job.upgradeMode',
  );
}

export function manualSavepointWithoutDirectory(input: RuleInput): Problem | undefined {
  return withoutSavepointDirectory(
    input,
    input.spec.job?.savepointTriggerNonce !== undefined,
    'spec.job.savepointTriggerNonce asks for a savepoint',
    'remove the nonce',
  );
}

export function periodicSavepointWithoutDirectory(input: RuleInput): Problem | undefined {
  const option = operatorOptions.periodicSavepointInterval;
  return withoutSavepointDirectory(
    input,
    isSet(input.config, option),
    `${option.key} asks for periodic savepoints`,
    `remove ${option.key}`,
  );
}

export function checkpointAgeWithoutSavepointDirectory(input: RuleInput): Problem | undefined {
  const option = operatorOptions.jobUpgradeLastStateMaxAllowedCheckpointAge;
  return withoutSavepointDirectory(
    input,
    isSet(input.config, option),
    `${option.key} takes a savepoint when the last checkpoint is too old`,
    `remove ${option.key}`,
  );
}

export function taskManagersOfJobNotPositive({ spec }: RuleInput): Problem | undefined {
  return spec.job === undefined ? undefined : replicasNotPositive(spec.taskManager?.replicas);
}

export function taskManagersOfSessionNotPositive({ spec }: RuleInput): Problem | undefined {
  return spec.job === undefined ? replicasNotPositive(spec.taskManager?.replicas) : undefined;
}

function replicasNotPositive(replicas: number | undefined): Problem | undefined {
  if (replicas === undefined || replicas >= 1) return undefined;
  return {
    path: 'spec.taskManager.replicas',
    message: `${replicas} TaskManagers cannot run anything.`,
    allowed: '1 or more',
    remedy: 'Set it to 1 or more, or remove it; to stop a job set spec.job.state to suspended.',
  };
}

export function parallelismNotPositive({ spec }: RuleInput): Problem | undefined {
  if (spec.job === undefined || spec.taskManager?.replicas !== undefined || spec.job.parallelism >= 1) return undefined;
  return {
    path: 'spec.job.parallelism',
    message: `The parallelism of the job is ${spec.job.parallelism}, and spec.taskManager.replicas does not fix it either.`,
    allowed: '1 or more',
    remedy: 'Set spec.job.parallelism; to stop the job set spec.job.state to suspended.',
  };
}

const PYTHON_ENTRY = /^org\.apache\.flink\.client\.python\.Python(Driver|GatewayServer)$/;
const PYTHON_ARGUMENTS = ['-py', '-pym', '--python', '--pyModule'];

export function jarMissing({ spec, read }: RuleInput): Problem | undefined {
  const { job, flinkVersion } = spec;
  if (job === undefined || spec.mode === 'standalone' || !isBlank(job.jarURI)) return undefined;
  if ((read(flinkOptions.pipelineJars) ?? []).length > 0) return undefined;
  if (PYTHON_ENTRY.test(job.entryClass ?? '') || job.args.some((arg) => PYTHON_ARGUMENTS.includes(arg)))
    return undefined;
  const allowed = 'a URI such as local:///opt/flink/usrlib/job.jar (a file in the image)';
  if (flinkVersion !== undefined && flinkVersionAtLeast(flinkVersion, 'v2_0')) {
    return {
      path: 'spec.job.jarURI',
      message: 'Flink 2 runs a class of its image without a jar, but the Java operator refuses to start that.',
      allowed,
      remedy: 'Set spec.job.jarURI, if the Java operator is to serve this resource, too.',
      severity: 'hint',
    };
  }
  return {
    path: 'spec.job.jarURI',
    message: 'A native application needs exactly one jar; without it Flink refuses to start.',
    allowed,
    remedy:
      'Set spec.job.jarURI; for a Python job set spec.job.entryClass to org.apache.flink.client.python.PythonDriver.',
  };
}
