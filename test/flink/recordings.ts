// SPDX-License-Identifier: Apache-2.0
// What a real Flink answered, from test/fixtures/flink-rest (made by scripts/record-flink-rest.ts), for tests to replay or compare with.

import { readFileSync } from 'node:fs';
import type { Transport } from '../../lib/runtime/transport.ts';
import { TransportError } from '../../lib/runtime/transport.ts';

/** One step of a recording: a call with its answer, or an event. */
export interface RecordedStep {
  /** Seconds since the recording began. */
  readonly at: number;
  readonly label?: string;
  /** Method and path. */
  readonly call?: string;
  readonly request?: unknown;
  /** HTTP status, or the error code of a call without answer. */
  readonly status?: number | string;
  readonly body?: Readonly<Record<string, unknown>> | null;
  readonly event?: string;
  readonly configMaps?: readonly {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly keys: Readonly<Record<string, string>>;
  }[];
  readonly pods?: readonly {
    readonly name: string;
    readonly exitCode?: number;
    readonly restarts?: number;
    readonly reason?: string;
  }[];
}

/** The steps of a recording, e.g. `life-1.20`. */
export function recording(name: string): RecordedStep[] {
  const file = new URL(`../fixtures/flink-rest/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedStep[];
}

/** The first step with this label (and, where given, whose call ends so). */
export function labelled(steps: readonly RecordedStep[], label: string, end = ''): RecordedStep {
  const found = steps.find((step) => step.label === label && (step.call ?? '').endsWith(end));
  if (found === undefined) throw new Error(`the recording has no step "${label}" ${end}`);
  return found;
}

/** A transport that answers every request with that step. */
export function replay(step: RecordedStep): Transport {
  return {
    request: () => {
      const { status } = step;
      if (typeof status !== 'number')
        return Promise.reject(
          new TransportError(status ?? 'EUNKNOWN', 'as it was recorded', { sent: status !== 'ECONNREFUSED' }),
        );
      const bytes = new TextEncoder().encode(JSON.stringify(step.body));
      const body = (async function* () {
        yield bytes;
      })();
      return Promise.resolve({ status, headers: { 'content-type': 'application/json; charset=UTF-8' }, body });
    },
  };
}

/** States of the only job in the order in which `/jobs/overview` showed them between two moments, without repetitions. */
export function statesBetween(steps: readonly RecordedStep[], from: number, to: number): string[] {
  const seen: string[] = [];
  for (const step of steps) {
    if (step.call !== 'GET /jobs/overview' || step.status !== 200 || step.at < from || step.at > to) continue;
    const job = (step.body?.['jobs'] as { state: string; tasks: Record<string, number> }[])[0];
    const now = job === undefined ? 'absent' : job.state;
    if (seen.at(-1) !== now) seen.push(now);
  }
  return seen;
}
