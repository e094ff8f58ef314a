// SPDX-License-Identifier: Apache-2.0
// The pages of the operator's and the autoscaler's options: keys, types and defaults from lib/flink, words from option-texts.json, and
// whether this operator acts on an option from where the code reads it.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { autoscalerOptions } from '../../lib/flink/autoscaler-options.ts';
import type { ConfigOption } from '../../lib/flink/configuration.ts';
import { formatDuration } from '../../lib/flink/duration.ts';
import { formatMemorySize } from '../../lib/flink/memory-size.ts';
import { operatorOptions } from '../../lib/flink/operator-options.ts';
import { code, page, table } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

const root = join(import.meta.dirname, '..', '..');

type Texts = Readonly<Record<string, { readonly group: string; readonly description: string }>>;
const texts = JSON.parse(readFileSync(join(import.meta.dirname, 'option-texts.json'), 'utf8')) as Texts;

type Options = Readonly<Record<string, ConfigOption<unknown>>>;

/** Groups in the order of the page. */
const GROUPS: Readonly<Record<string, string>> = {
  'job-upgrade': 'Upgrades and the end of jobs',
  deployment: 'Deployment',
  snapshot: 'Savepoints and checkpoints',
  session: 'Sessions',
  artifacts: 'Jars of session jobs',
  bluegreen: 'Blue/green deployments',
  'cluster-health': 'Health of Flink clusters',
  ingress: 'Ingress',
  watch: 'What is watched',
  config: "The operator's own configuration",
  reconcile: 'Pace',
  retry: 'Retries',
  'flink-client': 'Talking to Flink, deleting clusters',
  'operator-health': "The operator's health",
  'leader-election': 'Leader election',
  exceptions: 'Errors in status and events',
  metrics: 'Metrics',
  'autoscaler-support': 'Autoscaler',
};

export function operatorOptionPages(): GeneratedPage[] {
  const read = served();
  const options = Object.entries(operatorOptions as Options);
  const groupOf = (key: string): string => texts[key]?.group ?? 'other';
  const groups = [...new Set([...Object.keys(GROUPS), ...options.map(([, { key }]) => groupOf(key))])];
  const families = Object.entries(texts).filter(([key, { group }]) => group === 'prefix' && !key.includes('plugins'));
  return [
    page('options/operator.md', 'Options of the operator', [
      'Keys of the operator, `kubernetes.operator.*`. They go into the configuration of the operator, as a default for every ' +
        'resource, or into `spec.flinkConfiguration` of one resource (`operatorConfig` of a construct).',
      '**Served** says whether this operator acts on the option. The others are known and checked, because the API has them and ' +
        'the Java operator reads them, but they change nothing here yet.',
      ...groups.flatMap((group) => {
        const members = options.filter(([, { key }]) => groupOf(key) === group);
        if (members.length === 0) return [];
        const rows = members.map(([name, option]) => [...row(option), read.has(name) ? 'yes' : 'no']);
        return [`## ${GROUPS[group] ?? group}`, table(['Option', 'Default', 'Meaning', 'Served'], rows)];
      }),
      '## Families',
      table(
        ['Keys', 'Meaning'],
        families.map(([key, { description }]) => [code(key), description]),
      ),
    ]),
    page('options/autoscaler.md', 'Options of the autoscaler', [
      'Keys of the autoscaler, `job.autoscaler.*`. They are known and checked. **This operator does not scale yet**; it says so by an ' +
        'event `NotServed` when `job.autoscaler.enabled` is `true`.',
      'Each may also be written with `kubernetes.operator.` in front: an older form.',
      table(['Option', 'Default', 'Meaning'], Object.values(autoscalerOptions as Options).map(row)),
    ]),
  ];
}

function row(option: ConfigOption<unknown>): string[] {
  const { key, fallbackKeys } = option;
  const text = texts[key];
  if (text === undefined)
    throw new Error(`${key} has no words: node scripts/copy-option-texts.ts <operator-options.json>`);
  const names = fallbackKeys.filter((older) => older !== `kubernetes.operator.${key}`);
  const older = names.length === 0 ? '' : ` Older name: ${names.map(code).join(', ')}.`;
  return [code(key), defaultText(option), text.description + older];
}

/** A default as one would write it: `60 s`, `10 kb`; what a value looks like is asked of the option itself. */
function defaultText(option: ConfigOption<unknown>): string {
  const value = option.default;
  if (value === undefined || value === '') return '';
  if (Array.isArray(value)) return code(value.join(';'));
  if (typeof value === 'number') {
    if (reads(option, '1 min') === 60_000) return value < 0 ? 'off' : code(formatDuration(value));
    if (reads(option, '1 kb') === 1024) return code(formatMemorySize(value));
  }
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- texts, numbers and booleans are left
  return code(String(value));
}

function reads(option: ConfigOption<unknown>, text: string): unknown {
  try {
    return option.parse(text);
  } catch {
    return undefined;
  }
}

/** Names of the options that the operator acts on: those that its code reads, other than to say that they are not served. */
function served(): Set<string> {
  const files = globSync(['operator/**/*.ts', 'lib/lifecycle/*.ts', 'lib/manifests/*.ts'], { cwd: root }).filter(
    (file) => !/\.test\.ts$|not-served/u.test(file),
  );
  const source = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  return new Set([...source.matchAll(/\boperatorOptions\.(\w+)/gu)].map(([, name = '']) => name));
}
