// SPDX-License-Identifier: Apache-2.0
// Rules on a FlinkStateSnapshot: V-60 to V-62 in the Java operator's order, then what it would find out only when it takes the snapshot.

import { isSet } from '../../flink/configuration.ts';
import type { FlatConfiguration } from '../../flink/configuration.ts';
import { flinkVersionAtLeast } from '../../flink/flink-version.ts';
import { flinkOptions } from '../../flink/options.ts';
import type { SnapshotSpecWithDefaults } from '../defaults.ts';
import type { FlinkDeployment } from '../flink-deployment.ts';
import { isBlank } from './rule.ts';
import type { Problem, Rule } from './rule.ts';
import { flinkVersionOf } from './session-job.ts';

/** What a rule on a snapshot may look at. */
export interface SnapshotInput {
  readonly namespace: string;
  /** With defaults written out. */
  readonly spec: SnapshotSpecWithDefaults;
  /** Whether it is still to be taken. */
  readonly pending: boolean;
  /** False only if it is certain that the referenced resource does not exist. */
  readonly targetExists: boolean;
  /** The referenced FlinkDeployment, if it is known. */
  readonly target: FlinkDeployment | undefined;
  /** The configuration of the target with the operator's defaults; undefined if either is not known. */
  readonly targetConfig: FlatConfiguration | undefined;
}

function notExactlyOne({ spec }: SnapshotInput): Problem | undefined {
  const both = spec.savepoint !== undefined && spec.checkpoint !== undefined;
  if (!both && (spec.savepoint !== undefined || spec.checkpoint !== undefined)) return undefined;
  return {
    path: 'spec',
    message: both
      ? 'Both a savepoint and a checkpoint are asked for.'
      : 'Neither a savepoint nor a checkpoint is asked for.',
    allowed: 'exactly one of spec.savepoint and spec.checkpoint',
    remedy: both ? 'Remove one of the two; take the other in a resource of its own.' : 'Set spec.savepoint to {}.',
  };
}

function referenceMissing({ spec }: SnapshotInput): Problem | undefined {
  if (standsForItself(spec) || spec.jobReference !== undefined) return undefined;
  return {
    path: 'spec.jobReference',
    message: 'It is not said of which job.',
    allowed: 'an object with kind (FlinkDeployment or FlinkSessionJob) and name',
    remedy: 'Set spec.jobReference; for a savepoint that is there already set spec.savepoint.alreadyExists to true.',
  };
}

function targetMissing({ spec, pending, namespace, targetExists }: SnapshotInput): Problem | undefined {
  if (standsForItself(spec) || spec.jobReference === undefined || !pending) return undefined;
  const { kind, name } = spec.jobReference;
  if (kind !== undefined && name !== undefined && targetExists) return undefined;
  const missing = kind === undefined ? 'kind' : 'name';
  if (kind === undefined || name === undefined) {
    return {
      path: `spec.jobReference.${missing}`,
      message: `The reference to the job has no ${missing}.`,
      allowed:
        missing === 'kind' ? 'FlinkDeployment or FlinkSessionJob' : 'the metadata.name of the resource with the job',
      remedy: `Set spec.jobReference.${missing}.`,
    };
  }
  return {
    path: 'spec.jobReference',
    message: `There is no ${kind} ${namespace}/${name}.`,
    allowed: 'a resource in the same namespace',
    remedy: 'Correct spec.jobReference, or create the resource first.',
  };
}

function targetWithoutJob({ spec, pending, target }: SnapshotInput): Problem | undefined {
  if (!pending || standsForItself(spec) || target?.spec === undefined || (target.spec.job ?? undefined) !== undefined)
    return undefined;
  return {
    path: 'spec.jobReference',
    message: `${spec.jobReference?.name ?? ''} is a session cluster: it has no job of its own to take a snapshot of.`,
    allowed: 'an application FlinkDeployment, or a FlinkSessionJob',
    remedy: 'Name the FlinkSessionJob of the job that is meant.',
  };
}

function checkpointTooOld({ spec, pending, target }: SnapshotInput): Problem | undefined {
  const version = flinkVersionOf(target);
  if (!pending || spec.checkpoint === undefined || version === undefined || flinkVersionAtLeast(version, 'v1_17'))
    return undefined;
  return {
    path: 'spec.checkpoint',
    message: `Flink ${version} takes no checkpoints on request.`,
    allowed: 'Flink 1.17 or later',
    remedy: 'Ask for a savepoint.',
  };
}

function formatUnknown({ spec, pending }: SnapshotInput): Problem | undefined {
  if (!pending || spec.savepoint?.formatType !== 'UNKNOWN' || spec.savepoint.alreadyExists) return undefined;
  return {
    path: 'spec.savepoint.formatType',
    message: 'UNKNOWN is what a status says; no savepoint can be taken in it.',
    allowed: 'CANONICAL, NATIVE',
    remedy: 'Set it to CANONICAL or NATIVE, or remove it.',
  };
}

function nowhereToWrite({ spec, pending, targetConfig }: SnapshotInput): Problem | undefined {
  if (!pending || spec.savepoint === undefined || standsForItself(spec) || !isBlank(spec.savepoint.path))
    return undefined;
  if (targetConfig === undefined || isSet(targetConfig, flinkOptions.executionCheckpointingSavepointDir))
    return undefined;
  return {
    path: 'spec.savepoint.path',
    message: 'There is no directory to write the savepoint into, neither here nor in the configuration of the job.',
    allowed: 'a durable directory, for example s3://bucket/savepoints',
    remedy: `Set spec.savepoint.path, or ${flinkOptions.executionCheckpointingSavepointDir.key} of the job.`,
  };
}

function existsNowhere({ spec }: SnapshotInput): Problem | undefined {
  if (!standsForItself(spec) || !isBlank(spec.savepoint?.path)) return undefined;
  return {
    path: 'spec.savepoint.path',
    message: 'The savepoint exists already, but it is not said where: the resource will stand for nothing.',
    allowed: 'the path of a savepoint',
    remedy: 'Set spec.savepoint.path.',
    severity: 'warning',
  };
}

/** Without a job nothing can be disposed of, so nothing is. */
function disposesOfForeign({ spec }: SnapshotInput): Problem | undefined {
  if (!standsForItself(spec) || spec.savepoint?.disposeOnDelete !== true || spec.jobReference?.name === undefined)
    return undefined;
  return {
    path: 'spec.savepoint.disposeOnDelete',
    message: 'Deleting this resource will delete a savepoint that was there before it; that is the default.',
    allowed: 'true or false',
    remedy: 'Set spec.savepoint.disposeOnDelete to false to keep the files; to true if that is meant.',
    severity: 'hint',
  };
}

function backoffBelowNever({ spec }: SnapshotInput): Problem | undefined {
  if (spec.backoffLimit >= -1) return undefined;
  return {
    path: 'spec.backoffLimit',
    message: `${spec.backoffLimit} counts like -1: it is tried for ever.`,
    allowed: '-1 (for ever), 0 (once) or the number of further tries',
    remedy: 'Set spec.backoffLimit to -1, or to the number that is meant.',
    severity: 'warning',
  };
}

function standsForItself(spec: SnapshotSpecWithDefaults): boolean {
  return spec.savepoint?.alreadyExists === true;
}

export const STATE_SNAPSHOT_RULES: readonly Rule<SnapshotInput>[] = [
  { code: 'V-60', find: notExactlyOne },
  { code: 'V-61', find: referenceMissing },
  { code: 'V-62', find: targetMissing },
  { code: 'snapshot.target-without-job', find: targetWithoutJob },
  { code: 'snapshot.checkpoint-too-old', find: checkpointTooOld },
  { code: 'snapshot.format-unknown', find: formatUnknown },
  { code: 'snapshot.nowhere-to-write', find: nowhereToWrite },
  { code: 'snapshot.exists-nowhere', find: existsNowhere },
  { code: 'snapshot.disposes-of-foreign', find: disposesOfForeign },
  { code: 'snapshot.backoff-below-never', find: backoffBelowNever },
];
