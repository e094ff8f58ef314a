// SPDX-License-Identifier: Apache-2.0
// Cuts raw recordings of record-flink-rest.ts down to fixtures: `node scripts/slim-flink-recordings.ts RAW-DIRECTORY FIXTURE-DIRECTORY`.
// Whatever a reader or the simulator is compared with stays; repetitions and numbers that differ in every run go.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asObject, objectsAt, textsAt, type Reader } from '../operator/flink/json-reader.ts';
import type { Step } from './record-flink-rest/recording.ts';

const [raw = '', fixtures = ''] = process.argv.slice(2);

/** Options that say something about the life of the job. */
const KEPT =
  /^(kubernetes\.cluster-id|parallelism|taskmanager\.numberOf|execution\.|state\.|high-avail|job-result|restart-strategy|pipeline|\$internal)/;
const LARGE_IN_TASK_MANAGER = ['totalResource', 'freeResource', 'hardware', 'memoryConfiguration'];
const VOLATILE = /^(duration|now|last-modification|timeSinceLastHeartbeat|latest_ack_timestamp)$/;

/** Remembers what has been seen. */
class Seen {
  readonly #last = new Map<string, string>();

  /** True when it is asked for the first time. */
  first(what: string): boolean {
    return this.changed(what, '');
  }

  changed(what: string, now: string): boolean {
    if (this.#last.get(what) === now) return false;
    this.#last.set(what, now);
    return true;
  }
}

function slim(steps: readonly Step[]): Step[] {
  const seen = new Seen();
  return steps.flatMap((step): Step[] => {
    if (step.event !== undefined) return slimEvent(step, seen);
    const path = step.call?.split(' ')[1] ?? '';
    if (step.status === 'TimeoutError' && !seen.first(`timeout ${path}`)) return [];
    const body = asObject(step.body);
    const kept = step.status === 200 && body !== undefined ? { ...step, body: slimBody(body, path, step, seen) } : step;
    const isWatched = step['label'] === undefined && step.call?.startsWith('GET') === true;
    return isWatched && !seen.changed(path, comparable(kept)) ? [] : [kept];
  });
}

function slimEvent(step: Step, seen: Seen): Step[] {
  if (step.event === 'configmaps') {
    const now = JSON.stringify(step['configMaps']).replaceAll(/renewTime\W+[\w:.-]+/g, '');
    return seen.changed('configmaps', now) ? [step] : [];
  }
  if (step.event !== 'deployed') return [step];
  const options = Object.entries(textsAt(step, 'configuration')).filter(([key]) => KEPT.test(key));
  return [{ ...step, configuration: Object.fromEntries(options) }];
}

/** The first answer of a kind is kept whole, of later ones what can have changed. */
function slimBody(body: Reader, path: string, step: Step, seen: Seen): Reader {
  if (/^\/jobs\/[0-9a-f]{32}$/.test(path)) return seen.first('details') ? body : without(body, ['vertices', 'plan']);
  if (path === '/taskmanagers') {
    const all = objectsAt(body, 'taskmanagers');
    return {
      ...body,
      taskmanagers: all.map((each) => (seen.first('one') ? each : without(each, LARGE_IN_TASK_MANAGER))),
    };
  }
  if (!path.endsWith('/checkpoints')) return body;
  const shorter = seen.first('summary') ? body : without(body, ['summary']);
  return step['label'] === undefined ? { ...shorter, history: objectsAt(body, 'history').slice(0, 1) } : shorter;
}

function without(object: Reader, names: readonly string[]): Reader {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

function comparable({ status, body }: Step): string {
  return JSON.stringify([status, body], (key, value: unknown) => (VOLATILE.test(key) ? undefined : value));
}

mkdirSync(fixtures, { recursive: true });
for (const file of readdirSync(raw).filter((name) => name.endsWith('.json'))) {
  const steps = slim(JSON.parse(readFileSync(join(raw, file), 'utf8')) as Step[]);
  const text = `[\n${steps.map((step) => JSON.stringify(step)).join(',\n')}\n]\n`;
  writeFileSync(join(fixtures, basename(file)), text);
  process.stdout.write(`${file}: ${steps.length} steps, ${text.length} bytes\n`);
}
