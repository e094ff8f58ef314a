// SPDX-License-Identifier: Apache-2.0
// What ran when and from which state: the record by which a test proves that no state was lost and that no job ever ran twice at once.

/** What a run started from. */
export type RestoredFrom =
  | { readonly kind: 'none' }
  | { readonly kind: 'savepoint'; readonly path: string }
  | { readonly kind: 'checkpoint'; readonly path: string; readonly id: number };

/** How a run ended; LOST: with its JobManager; RESTARTING: the job failed and goes on in another run. */
export type RunEnding = 'FINISHED' | 'CANCELED' | 'FAILED' | 'RESTARTING' | 'LOST';

/** One stretch of time in which the tasks of a job ran without interruption. */
export interface FlinkRun {
  /** `namespace/cluster-id`. */
  readonly cluster: string;
  readonly jobId: string;
  /** The JobManager's pod. */
  readonly pod: string;
  readonly parallelism: number;
  readonly restoredFrom: RestoredFrom;
  /** The state that it began with. */
  readonly startValue: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch; absent while it runs. */
  endedAt?: number;
  /** The state that it ended with. */
  endValue?: number;
  ending?: RunEnding;
}

/** A snapshot that was completed. */
export interface SnapshotRecord {
  readonly cluster: string;
  readonly jobId: string;
  readonly kind: 'checkpoint' | 'savepoint';
  readonly path: string;
  readonly value: number;
  /** Milliseconds since the epoch. */
  readonly completedAt: number;
}

/** All runs and snapshots, in the order of their time. */
export class FlinkHistory {
  /** Oldest first. */
  readonly runs: FlinkRun[] = [];
  /** Oldest first. */
  readonly snapshots: SnapshotRecord[] = [];

  /** Runs of a cluster (`namespace/cluster-id`). */
  runsOf(cluster: string): FlinkRun[] {
    return this.runs.filter((run) => run.cluster === cluster);
  }

  /** Pairs of runs of the same cluster or the same job that were running at the same time. */
  overlaps(): [FlinkRun, FlinkRun][] {
    const found: [FlinkRun, FlinkRun][] = [];
    this.runs.forEach((run, i) => {
      for (const earlier of this.runs.slice(0, i)) {
        const same = earlier.cluster === run.cluster || earlier.jobId === run.jobId;
        if (same && (earlier.endedAt ?? Infinity) > run.startedAt) found.push([earlier, run]);
      }
    });
    return found;
  }

  /** Runs that began with an older state than the newest snapshot that their cluster had completed by then, with that snapshot. */
  losses(): { run: FlinkRun; newest: SnapshotRecord }[] {
    return this.runs.flatMap((run) => {
      const before = this.snapshots.filter((s) => s.cluster === run.cluster && s.completedAt <= run.startedAt);
      const newest = before.reduce<SnapshotRecord | undefined>(
        (best, s) => (best === undefined || s.value > best.value ? s : best),
        undefined,
      );
      return newest !== undefined && run.startValue < newest.value ? [{ run, newest }] : [];
    });
  }
}
