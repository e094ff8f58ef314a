// SPDX-License-Identifier: Apache-2.0
// The catalogue of the rules on FlinkStateSnapshot: the Java operator's under its numbers, and what only shows when the snapshot is taken.

import type { CodeInfo } from './code-info.ts';

export type SnapshotCode =
  | 'V-60'
  | 'V-61'
  | 'V-62'
  | 'snapshot.target-without-job'
  | 'snapshot.checkpoint-too-old'
  | 'snapshot.format-unknown'
  | 'snapshot.nowhere-to-write'
  | 'snapshot.exists-nowhere'
  | 'snapshot.disposes-of-foreign'
  | 'snapshot.backoff-below-never';

const REFUSED = 'The operator refuses the resource, and no snapshot is taken.';
const TRIED_FOR_EVER = 'Every attempt fails, and unless spec.backoffLimit says otherwise it is tried again for ever.';

export const SNAPSHOT_CODES: Readonly<Record<SnapshotCode, CodeInfo>> = {
  'V-60': {
    title: 'Not exactly one of savepoint and checkpoint',
    severity: 'error',
    why: REFUSED,
    fix: 'Set one of spec.savepoint and spec.checkpoint; an empty object is enough.',
  },
  'V-61': {
    title: 'A snapshot of no job',
    severity: 'error',
    why: REFUSED,
    fix: 'Set spec.jobReference, or spec.savepoint.alreadyExists to true for a savepoint that is there already.',
  },
  'V-62': {
    title: 'A snapshot of a job that is not there',
    severity: 'error',
    why: `${REFUSED} One that was admitted stays TRIGGER_PENDING, with an event every minute.`,
    fix: 'Set kind and name in spec.jobReference to those of a resource in the same namespace.',
  },
  'snapshot.target-without-job': {
    title: 'A snapshot of a session cluster',
    severity: 'error',
    why: 'A session cluster has no job of its own, so the snapshot is abandoned.',
    fix: 'Name the FlinkSessionJob whose state is meant.',
  },
  'snapshot.checkpoint-too-old': {
    title: 'A checkpoint of a Flink that takes none on request',
    severity: 'error',
    why: TRIED_FOR_EVER,
    fix: 'Ask for a savepoint, or move the job to Flink 1.17 or later.',
  },
  'snapshot.format-unknown': {
    title: 'A savepoint in format UNKNOWN',
    severity: 'error',
    why: `The API server takes the value, because a status may hold it. ${TRIED_FOR_EVER}`,
    fix: 'Set spec.savepoint.formatType to CANONICAL or NATIVE.',
  },
  'snapshot.nowhere-to-write': {
    title: 'A savepoint without a directory',
    severity: 'error',
    why: TRIED_FOR_EVER,
    fix: 'Set spec.savepoint.path, or execution.checkpointing.savepoint-dir of the job.',
  },
  'snapshot.exists-nowhere': {
    title: 'An existing savepoint without its path',
    severity: 'warning',
    why: 'The resource becomes COMPLETED at once, without a path: it stands for nothing.',
    fix: 'Set spec.savepoint.path to where the savepoint is.',
  },
  'snapshot.disposes-of-foreign': {
    title: 'An existing savepoint that is deleted with its resource',
    severity: 'hint',
    why: 'By default disposeOnDelete is true: deleting the resource deletes the files of a savepoint that it did not make.',
    fix: 'Set spec.savepoint.disposeOnDelete to false to keep them.',
  },
  'snapshot.backoff-below-never': {
    title: 'A back-off limit below -1',
    severity: 'warning',
    why: 'Every negative number means for ever; no other meaning is known.',
    fix: 'Set spec.backoffLimit to -1 (for ever), 0 (no further try) or a positive number.',
  },
};
