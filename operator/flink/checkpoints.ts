// SPDX-License-Identifier: Apache-2.0
// A job's checkpoint statistics, and which of its snapshots is the newest state that a successor can start from.

import { type Reader, booleanAt, numberAt, objectAt, objectsAt, textAt } from './json-reader.ts';

/** A checkpoint or savepoint, or the one that the job was restored from. */
export interface Checkpoint {
  readonly id: number;
  /** `IN_PROGRESS`, `COMPLETED` or `FAILED`; `RESTORED` for `latest.restored`, to which Flink gives no status. */
  readonly status: string;
  readonly isSavepoint: boolean;
  /** Milliseconds since the epoch: when it was triggered; for a restored one when it was restored. */
  readonly timestamp: number;
  /** Milliseconds since the epoch of the last acknowledgement; -1 while there is none. */
  readonly completedAt: number;
  /** `CHECKPOINT`, `UNALIGNED_CHECKPOINT`, `SAVEPOINT` or `SYNC_SAVEPOINT` (stop with savepoint). */
  readonly type?: string;
  /** Bytes. */
  readonly stateSize?: number;
  readonly externalPath?: string;
  /** True once its files were removed because newer ones have replaced it. */
  readonly discarded?: boolean;
  readonly failureMessage?: string;
}

/** The answer of `/jobs/:id/checkpoints`. */
export interface CheckpointStatistics {
  readonly counts: {
    readonly restored: number;
    readonly total: number;
    readonly inProgress: number;
    readonly completed: number;
    readonly failed: number;
  };
  readonly latest: {
    readonly completed?: Checkpoint;
    readonly savepoint?: Checkpoint;
    readonly failed?: Checkpoint;
    readonly restored?: Checkpoint;
  };
  /** Newest first; Flink keeps `web.checkpoints.history` of them. */
  readonly history: readonly Checkpoint[];
}

/** The newest snapshot that a successor can be started from. */
export interface LatestState {
  readonly id: number;
  /** As Flink tells it: for a checkpoint in the JobManager's memory not a path, but a sentence in angle brackets. */
  readonly path: string;
  /** Milliseconds since the epoch; -1 when Flink does not tell. */
  readonly timestamp: number;
}

/** The snapshot with the greatest id among the restored one, the newest checkpoint and the newest savepoint; undefined when there is none. */
export function latestState(statistics: CheckpointStatistics): LatestState | undefined {
  const { restored, completed, savepoint } = statistics.latest;
  let newest: LatestState | undefined;
  for (const candidate of [restored, completed, savepoint]) {
    if (candidate?.externalPath === undefined || candidate.id < 0) continue;
    if (newest !== undefined && candidate.id <= newest.id) continue;
    newest = { id: candidate.id, path: candidate.externalPath, timestamp: candidate.timestamp };
  }
  return newest;
}

/** The checkpoint that is being taken, if the newest entry of the history is one. */
export function pendingCheckpoint(statistics: CheckpointStatistics): Checkpoint | undefined {
  const newest = statistics.history[0];
  return newest?.status === 'IN_PROGRESS' ? newest : undefined;
}

/** Reads the answer of `/jobs/:id/checkpoints`. */
export function readCheckpoints(body: Reader): CheckpointStatistics {
  const counts = objectAt(body, 'counts') ?? {};
  const latest = objectAt(body, 'latest') ?? {};
  const { completed, savepoint, failed, restored } = {
    completed: one(latest, 'completed'),
    savepoint: one(latest, 'savepoint'),
    failed: one(latest, 'failed'),
    restored: one(latest, 'restored'),
  };
  return {
    counts: {
      restored: numberAt(counts, 'restored') ?? 0,
      total: numberAt(counts, 'total') ?? 0,
      inProgress: numberAt(counts, 'in_progress') ?? 0,
      completed: numberAt(counts, 'completed') ?? 0,
      failed: numberAt(counts, 'failed') ?? 0,
    },
    latest: {
      ...(completed && { completed }),
      ...(savepoint && { savepoint }),
      ...(failed && { failed }),
      ...(restored && { restored }),
    },
    history: objectsAt(body, 'history').map(readCheckpoint),
  };
}

function one(latest: Reader, key: string): Checkpoint | undefined {
  const entry = objectAt(latest, key);
  return entry && readCheckpoint(entry);
}

function readCheckpoint(entry: Reader): Checkpoint {
  const type = textAt(entry, 'checkpoint_type');
  const stateSize = numberAt(entry, 'state_size');
  const externalPath = textAt(entry, 'external_path');
  const discarded = booleanAt(entry, 'discarded');
  const failureMessage = textAt(entry, 'failure_message');
  return {
    id: numberAt(entry, 'id') ?? -1,
    status: textAt(entry, 'status') ?? 'RESTORED',
    isSavepoint: booleanAt(entry, 'is_savepoint') ?? false,
    timestamp: numberAt(entry, 'trigger_timestamp') ?? numberAt(entry, 'restore_timestamp') ?? -1,
    completedAt: numberAt(entry, 'latest_ack_timestamp') ?? -1,
    ...(type !== undefined && { type }),
    ...(stateSize !== undefined && { stateSize }),
    ...(externalPath !== undefined && { externalPath }),
    ...(discarded !== undefined && { discarded }),
    ...(failureMessage !== undefined && { failureMessage }),
  };
}
