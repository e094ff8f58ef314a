// SPDX-License-Identifier: Apache-2.0
// The statistics of one job's checkpoints, kept by one JobManager: it starts anew with every JobManager, while the ids go on.

/** One checkpoint or savepoint as it was taken. */
export interface CheckpointEntry {
  readonly id: number;
  readonly type: 'CHECKPOINT' | 'SAVEPOINT' | 'SYNC_SAVEPOINT';
  readonly format: string | null;
  readonly triggeredAt: number;
  status: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  endedAt: number;
  path: string | null;
  discarded: boolean;
  failure: string | null;
}

/** What the job was restored from. */
export interface RestoredEntry {
  readonly id: number;
  readonly restoredAt: number;
  readonly isSavepoint: boolean;
  readonly path: string;
}

const SIZE = 4096;

export class CheckpointLog {
  readonly #limit: number;
  #entries: CheckpointEntry[] = [];
  /** Failures that never had an entry: triggered while not all tasks ran. */
  readonly #counts = { restored: 0, total: 0, completed: 0, failed: 0 };
  readonly #latest: { completed?: CheckpointEntry; savepoint?: CheckpointEntry; failed?: CheckpointEntry } = {};
  #restored: RestoredEntry | undefined;

  /** `limit`: Flink's `web.checkpoints.history`. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get completed(): number {
    return this.#counts.completed;
  }

  begin(entry: CheckpointEntry): void {
    this.#entries = [entry, ...this.#entries].slice(0, this.#limit);
    this.#counts.total++;
  }

  complete(entry: CheckpointEntry, path: string, now: number): void {
    Object.assign(entry, { status: 'COMPLETED', path, endedAt: now });
    this.#counts.completed++;
    this.#latest[entry.type === 'CHECKPOINT' ? 'completed' : 'savepoint'] = entry;
  }

  fail(entry: CheckpointEntry, reason: string, now: number): void {
    Object.assign(entry, { status: 'FAILED', failure: reason, endedAt: now });
    this.#counts.failed++;
    this.#latest.failed = entry;
  }

  /** A trigger that was refused at once. */
  refuse(): void {
    this.#counts.total++;
    this.#counts.failed++;
  }

  restore(restored: RestoredEntry): void {
    this.#counts.restored++;
    this.#restored = restored;
  }

  /** The job ended or a newer checkpoint has replaced it: its files are gone. */
  discard(path: string): void {
    for (const entry of [...this.#entries, ...Object.values(this.#latest)])
      if (entry.path === path) entry.discarded = true;
  }

  /** The answer of `/jobs/:id/checkpoints`. */
  toJson(subtasks: number): Record<string, unknown> {
    const show = (entry: CheckpointEntry | undefined): unknown => (entry === undefined ? null : shown(entry, subtasks));
    const { restored, total, completed, failed } = this.#counts;
    const durations = this.#entries.filter((e) => e.status === 'COMPLETED').map((e) => e.endedAt - e.triggeredAt);
    const size = durations.map(() => SIZE);
    const none = durations.map(() => 0);
    return {
      counts: { restored, total, in_progress: total - completed - failed, completed, failed },
      summary: {
        checkpointed_size: summary(size),
        state_size: summary(size),
        end_to_end_duration: summary(durations),
        alignment_buffered: summary([0]),
        processed_data: summary(none),
        persisted_data: summary(none),
      },
      latest: {
        completed: show(this.#latest.completed),
        savepoint: show(this.#latest.savepoint),
        failed: show(this.#latest.failed),
        restored:
          this.#restored === undefined
            ? null
            : {
                id: this.#restored.id,
                restore_timestamp: this.#restored.restoredAt,
                is_savepoint: this.#restored.isSavepoint,
                external_path: this.#restored.path,
              },
      },
      history: this.#entries.map((entry) => shown(entry, subtasks)),
    };
  }
}

function shown(entry: CheckpointEntry, subtasks: number): Record<string, unknown> {
  const done = entry.status === 'COMPLETED';
  return {
    className: entry.status.toLowerCase(),
    id: entry.id,
    status: entry.status,
    is_savepoint: entry.type !== 'CHECKPOINT',
    savepointFormat: entry.format,
    trigger_timestamp: entry.triggeredAt,
    latest_ack_timestamp: done ? entry.endedAt : -1,
    checkpointed_size: done ? SIZE : 0,
    state_size: done ? SIZE : 0,
    end_to_end_duration: entry.status === 'IN_PROGRESS' ? -1 : entry.endedAt - entry.triggeredAt,
    alignment_buffered: 0,
    processed_data: 0,
    persisted_data: 0,
    num_subtasks: subtasks,
    num_acknowledged_subtasks: done ? subtasks : 0,
    checkpoint_type: entry.type,
    tasks: {},
    ...(done && { external_path: entry.path, discarded: entry.discarded }),
    ...(entry.status === 'FAILED' && { failure_timestamp: entry.endedAt, failure_message: entry.failure }),
  };
}

function summary(values: readonly number[]): Record<string, number | string> {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number | string =>
    sorted.length === 0 ? 'NaN' : (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 'NaN');
  const sum = sorted.reduce((a, b) => a + b, 0);
  return {
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    avg: sorted.length === 0 ? 0 : Math.floor(sum / sorted.length),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    p999: at(0.999),
  };
}
