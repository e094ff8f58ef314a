// SPDX-License-Identifier: Apache-2.0
// The file system that simulated clusters share: it survives every pod. It knows files by their whole path and keeps values, not bytes.

/** The state of a job as a snapshot keeps it. */
export interface Snapshot {
  readonly kind: 'checkpoint' | 'savepoint';
  readonly jobId: string;
  /** Id in the job's sequence of checkpoints and savepoints. */
  readonly id: number;
  /** The job's state: a number that grows while the job runs. */
  readonly value: number;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
}

/** Flink writes `file:/data` for `file:///data`; both name the same place. */
export function normalizePath(path: string): string {
  return path.replace(/^([a-z]+):\/\/\/+/, '$1:/').replace(/\/+$/, '');
}

/** Files by path. */
export class SimulatedStorage {
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #files = new Map<string, unknown>();

  writeSnapshot(path: string, snapshot: Snapshot): void {
    this.#snapshots.set(normalizePath(path), snapshot);
  }

  snapshot(path: string): Snapshot | undefined {
    return this.#snapshots.get(normalizePath(path));
  }

  /** Any other file: handles of high availability, entries of the job result store. */
  writeFile(path: string, content: unknown): void {
    this.#files.set(normalizePath(path), content);
  }

  file(path: string): unknown {
    return this.#files.get(normalizePath(path));
  }

  remove(path: string): void {
    this.#snapshots.delete(normalizePath(path));
    this.#files.delete(normalizePath(path));
  }

  /** Paths of all snapshots, oldest first. */
  snapshots(): readonly (Snapshot & { readonly path: string })[] {
    return [...this.#snapshots]
      .map(([path, snapshot]) => ({ ...snapshot, path }))
      .sort((a, b) => a.takenAt - b.takenAt);
  }

  /** Paths of all other files. */
  files(): readonly string[] {
    return [...this.#files.keys()];
  }
}
