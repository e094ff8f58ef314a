// SPDX-License-Identifier: Apache-2.0
// What has happened to one application, step after step with the time of each.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shape } from './compact.ts';

/** A request with its answer, or an event. */
export interface Step {
  /** Seconds since the recording began. */
  readonly at: number;
  /** Method and path. */
  readonly call?: string;
  readonly request?: unknown;
  /** HTTP status, or why there was no answer. */
  readonly status?: number | string;
  readonly body?: unknown;
  readonly event?: string;
  readonly [more: string]: unknown;
}

export class Recording {
  readonly steps: Step[] = [];
  readonly #started = Date.now();
  readonly #last = new Map<string, string>();

  add(step: Omit<Step, 'at'>): void {
    this.steps.push({ at: (Date.now() - this.#started) / 1000, ...step });
  }

  /** Adds the step unless the last one under the same key was the same. */
  change(key: string, step: Omit<Step, 'at'>): void {
    const now = shape(step);
    if (this.#last.get(key) === now) return;
    this.#last.set(key, now);
    this.add(step);
  }

  /** The next `change` of every key is added. */
  forgetLast(): void {
    this.#last.clear();
  }

  save(directory: string, file: string): void {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, file), `[\n${this.steps.map((step) => JSON.stringify(step)).join(',\n')}\n]\n`);
  }
}
