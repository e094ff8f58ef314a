// SPDX-License-Identifier: Apache-2.0
// Rules on a FlinkSessionJob, in the order in which the Java operator tries them. Those on the job itself are an application's, asked of the
// configuration of session and job together; they are silent while the session is not known.

import { flattenConfiguration } from '../../flink/configuration.ts';
import { flinkVersionAtLeast, isFlinkVersionName } from '../../flink/flink-version.ts';
import type { FlinkVersionName } from '../../flink/flink-version.ts';
import { isOperatorKey } from '../../flink/operator-key.ts';
import type { FlinkDeployment } from '../flink-deployment.ts';
import {
  artifactHostRestricted,
  artifactHostUnknown,
  artifactNotAUri,
  artifactSchemeNotAllowed,
  artifactWithoutHost,
  artifactWithoutScheme,
} from './artifact.ts';
import type { ArtifactInput } from './artifact.ts';
import { AUTOSCALER_RULES } from './autoscaler.ts';
import { CLUSTER_NAME } from './identity.ts';
import {
  checkpointAgeWithoutSavepointDirectory,
  checkpointDirectoryMissing,
  manualSavepointWithoutDirectory,
  periodicSavepointWithoutDirectory,
  savepointModeWithoutDirectory,
} from './job.ts';
import {
  checkpointNonceTooOld,
  initialSavepointChangedAlone,
  initialSavepointIsDirectory,
  noCheckpoints,
  periodicCheckpointsTooOld,
  periodNotReadable,
  scalingLosesState,
} from './job-doubts.ts';
import { redeployWithoutPath } from './recorded.ts';
import { isBlank } from './rule.ts';
import type { Problem, Rule, RuleInput } from './rule.ts';

/** What a rule on a session job may look at; `spec` is the job's as if it were an application's, of the session's version. */
export interface SessionJobInput extends RuleInput, ArtifactInput {
  readonly deploymentName: string | undefined;
  /** What was last deployed, if anything was. */
  readonly recordedDeploymentName: string | undefined;
  /** The session cluster, if it is known. */
  readonly session: FlinkDeployment | undefined;
}

function deploymentNameNotAllowed({ deploymentName }: SessionJobInput): Problem | undefined {
  if (deploymentName !== undefined && CLUSTER_NAME.test(deploymentName)) return undefined;
  return {
    path: 'spec.deploymentName',
    message:
      deploymentName === undefined
        ? 'The session cluster is not named.'
        : `"${deploymentName}" cannot be the name of a session cluster.`,
    allowed: 'the name of a session FlinkDeployment in the same namespace',
    remedy: 'Set spec.deploymentName to the metadata.name of the session.',
  };
}

function jobMissing({ spec }: SessionJobInput): Problem | undefined {
  if (spec.job !== undefined) return undefined;
  return {
    path: 'spec.job',
    message: 'The job is missing.',
    allowed: 'an object with jarURI and parallelism',
    remedy: 'Set spec.job.',
  };
}

function deploymentNameChanged({ deploymentName, recordedDeploymentName }: SessionJobInput): Problem | undefined {
  if (recordedDeploymentName === undefined || deploymentName === recordedDeploymentName) return undefined;
  return {
    path: 'spec.deploymentName',
    message: `The job runs in the session ${recordedDeploymentName}; it cannot move to ${deploymentName ?? 'another'}.`,
    allowed: recordedDeploymentName,
    remedy: `Set it back; for another session create a FlinkSessionJob with another name, and spec.job.initialSavepointPath to take the state along.`,
  };
}

function sessionIsAnApplication({ session, deploymentName }: SessionJobInput): Problem | undefined {
  if (session?.spec?.job === undefined || session.spec.job === null) return undefined;
  return {
    path: 'spec.deploymentName',
    message: `${deploymentName ?? ''} is an application cluster: it has a job of its own and takes no other.`,
    allowed: 'a FlinkDeployment without spec.job',
    remedy: 'Name a session cluster, or create one: a FlinkDeployment without spec.job.',
  };
}

function sessionIsAnother({ session, deploymentName }: SessionJobInput): Problem | undefined {
  const name = session?.metadata?.name;
  if (name === undefined || deploymentName === undefined || name === deploymentName) return undefined;
  return {
    path: 'spec.deploymentName',
    message: `The session at hand is ${name}, not ${deploymentName}.`,
    allowed: name,
    remedy: `Set spec.deploymentName to ${name}.`,
  };
}

/** Always needed: a session job has no TaskManagers of its own that could fix it. */
function parallelismNotPositive({ spec }: SessionJobInput): Problem | undefined {
  if (spec.job === undefined || spec.job.parallelism >= 1) return undefined;
  return {
    path: 'spec.job.parallelism',
    message: `The parallelism of the job is ${spec.job.parallelism}.`,
    allowed: '1 or more',
    remedy: 'Set spec.job.parallelism; to stop the job set spec.job.state to suspended.',
  };
}

function nothingToRun({ spec }: SessionJobInput): Problem | undefined {
  if (spec.job === undefined || !isBlank(spec.job.jarURI) || !isBlank(spec.job.entryClass)) return undefined;
  return {
    path: 'spec.job.jarURI',
    message: 'Neither a jar nor a class is named: an empty jar would be uploaded, and there is nothing in it to run.',
    allowed: 'a URI that the operator can fetch, such as https://artifacts.example.com/job-1.0.jar',
    remedy: 'Set spec.job.jarURI; for a program that is on the class path of the session set spec.job.entryClass.',
  };
}

function configurationNotShipped({ spec, session }: SessionJobInput): Problem | undefined {
  const version = flinkVersionOf(session);
  if (version === undefined || flinkVersionAtLeast(version, 'v1_17')) return undefined;
  const key = Object.keys(flattenConfiguration(spec.flinkConfiguration)).find((name) => !isOperatorKey(name));
  if (key === undefined) return undefined;
  return {
    path: 'spec.flinkConfiguration',
    message: `Flink ${version} takes no configuration with a single job: ${key} has no effect.`,
    allowed: 'keys that begin with kubernetes.operator. or job.autoscaler., or Flink 1.17 or later',
    remedy: `Set ${key} in the session cluster, or in the program.`,
    severity: 'warning',
  };
}

/** An error for an application; the Java operator lets a session job do it, and its state is gone. */
function redeployFromNothing(input: SessionJobInput): Problem | undefined {
  const found = redeployWithoutPath(input);
  return found && { ...found, severity: 'warning' };
}

/** The Flink version of a cluster, if it has one that exists. */
export function flinkVersionOf(cluster: FlinkDeployment | undefined): FlinkVersionName | undefined {
  const version: unknown = cluster?.spec?.flinkVersion;
  return typeof version === 'string' && isFlinkVersionName(version) ? version : undefined;
}

/** Only where the configuration of the session is known is anything known to be missing from it. */
function knowing(find: Rule['find']): Rule<SessionJobInput>['find'] {
  return (input) => (input.session === undefined ? undefined : find(input));
}

export const SESSION_JOB_RULES: readonly Rule<SessionJobInput>[] = [
  { code: 'V-42', find: deploymentNameNotAllowed },
  { code: 'V-43', find: jobMissing },
  { code: 'V-45', find: deploymentNameChanged },
  { code: 'V-46', find: artifactNotAUri },
  { code: 'V-47', find: artifactWithoutScheme },
  { code: 'V-48', find: artifactSchemeNotAllowed },
  { code: 'V-49', find: artifactWithoutHost },
  { code: 'V-50', find: artifactHostUnknown },
  { code: 'V-51', find: artifactHostRestricted },
  { code: 'V-52', find: sessionIsAnApplication },
  { code: 'V-53', find: sessionIsAnother },
  { code: 'V-11', find: knowing(checkpointDirectoryMissing) },
  { code: 'V-12', find: knowing(savepointModeWithoutDirectory) },
  { code: 'V-13', find: knowing(manualSavepointWithoutDirectory) },
  { code: 'V-14', find: knowing(periodicSavepointWithoutDirectory) },
  { code: 'V-15', find: knowing(checkpointAgeWithoutSavepointDirectory) },
  { code: 'V-17', find: parallelismNotPositive },
  ...AUTOSCALER_RULES.map(({ code, find }): Rule<SessionJobInput> => ({ code, find: knowing(find) })),
  { code: 'V-34', find: redeployFromNothing },
  { code: 'job.no-checkpoints', find: knowing(noCheckpoints) },
  { code: 'job.checkpoint-nonce-too-old', find: checkpointNonceTooOld },
  { code: 'job.periodic-checkpoints-too-old', find: periodicCheckpointsTooOld },
  { code: 'job.period-not-readable', find: periodNotReadable },
  { code: 'job.initial-savepoint-directory', find: initialSavepointIsDirectory },
  { code: 'job.initial-savepoint-alone', find: initialSavepointChangedAlone },
  { code: 'job.scaling-loses-state', find: knowing(scalingLosesState) },
  { code: 'session-job.nothing-to-run', find: nothingToRun },
  { code: 'session-job.configuration-not-shipped', find: configurationNotShipped },
];
