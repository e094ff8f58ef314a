// SPDX-License-Identifier: Apache-2.0
// Cuts raw recordings of record-flink-rest.ts down to fixtures: `node scripts/slim-flink-recordings.ts RAW-DIRECTORY FIXTURE-DIRECTORY`.
// Whatever a reader or the simulator is compared with stays; repetitions and numbers that differ in every run go.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [raw = '', fixtures = ''] = process.argv.slice(2);

interface Step {
  call?: string;
  status?: number | string;
  body?: any;
  event?: string;
  configuration?: Record<string, string>;
  [more: string]: any;
}

function slim(steps: Step[]): Step[] {
  const seen = new Map<string, string>();
  const shown = new Set<string>();
  const once = (what: string): boolean => !shown.has(what) && Boolean(shown.add(what));
  return steps.flatMap((step): Step[] => {
    const path = step.call?.split(' ')[1] ?? '';
    if (step.event === 'deployed') return [{ ...step, configuration: pick(step.configuration ?? {}) }];
    if (step.event === 'configmaps' && !changed(seen, 'configmaps', withoutTimes(step['configMaps']))) return [];
    if (step.event !== undefined) return [step];
    if (step.status === 'TimeoutError' && !once(`timeout ${path}`)) return [];
    if (/^\/jobs\/[0-9a-f]{32}$/.test(path) && step.status === 200) {
      if (!once('details')) step.body = { ...step.body, vertices: undefined, plan: undefined };
    }
    if (path === '/taskmanagers' && step.status === 200)
      for (const tm of step.body.taskmanagers.filter(() => !once('taskmanager')))
        for (const large of ['totalResource', 'freeResource', 'hardware', 'memoryConfiguration']) delete tm[large];
    if (path.endsWith('/checkpoints') && step.status === 200) {
      if (!once('summary')) delete step.body.summary;
      if (step['label'] === undefined) step.body.history = step.body.history.slice(0, 1);
    }
    const quiet = step['label'] === undefined && step.call?.startsWith('GET');
    const comparable = JSON.stringify([step.status, step.body], (key, value) =>
      /^(duration|now|last-modification|timeSinceLastHeartbeat|latest_ack_timestamp)$/.test(key)
        ? undefined
        : (value as unknown),
    );
    if (quiet && !changed(seen, path, comparable)) return [];
    return [step];
  });
}

const KEPT =
  /^(kubernetes\.cluster-id|parallelism|taskmanager\.numberOf|execution\.|state\.|high-avail|job-result|restart-strategy|pipeline|\$internal)/;
function pick(configuration: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(configuration).filter(([key]) => KEPT.test(key)));
}

function withoutTimes(value: unknown): string {
  return JSON.stringify(value).replaceAll(/renewTime\W+[\w:.-]+/g, '');
}

function changed(seen: Map<string, string>, key: string, now: string): boolean {
  if (seen.get(key) === now) return false;
  seen.set(key, now);
  return true;
}

mkdirSync(fixtures, { recursive: true });
for (const file of readdirSync(raw).filter((name) => name.endsWith('.json'))) {
  const steps = slim(JSON.parse(readFileSync(join(raw, file), 'utf8')) as Step[]);
  const text = `[\n${steps.map((step) => JSON.stringify(step)).join(',\n')}\n]\n`;
  writeFileSync(join(fixtures, basename(file)), text);
  process.stdout.write(`${file}: ${steps.length} steps, ${text.length} bytes\n`);
}
