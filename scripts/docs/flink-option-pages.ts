// SPDX-License-Identifier: Apache-2.0
// The pages of Flink's options over all versions that there is data for, from the catalogue in lib/flink: one page for each subject, one
// row for each key. Options that Flink sets itself are left out.

import { catalogueVersions } from '../../lib/flink/catalogue/catalogue-version.ts';
import { findOptions } from '../../lib/flink/catalogue/find-options.ts';
import type { OptionInfo } from '../../lib/flink/catalogue/find-options.ts';
import { flinkVersionText } from '../../lib/flink/flink-version.ts';
import { code, page, table } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

interface Subject {
  readonly file: string;
  readonly title: string;
  readonly prefixes: readonly string[];
}

/** A key belongs to the subject with the longest prefix that fits. */
const SUBJECTS: readonly Subject[] = [
  {
    file: 'state',
    title: 'State and checkpoints',
    prefixes: [
      'state',
      'dstl',
      'execution.checkpointing',
      'execution.savepoint',
      'execution.state-recovery',
      'queryable-state',
    ],
  },
  {
    file: 'jobs',
    title: 'Jobs',
    prefixes: [
      'execution',
      'pipeline',
      'parallelism',
      'restart-strategy',
      'client',
      'source',
      'sink',
      'slow-task-detector',
    ],
  },
  {
    file: 'processes',
    title: 'JobManager and TaskManagers',
    prefixes: [
      'jobmanager',
      'taskmanager',
      'resourcemanager',
      'slotmanager',
      'cluster',
      'env',
      'process',
      'slot',
      'task',
      'classloader',
    ],
  },
  {
    file: 'high-availability',
    title: 'High availability',
    prefixes: [
      'high-availability',
      'zookeeper',
      'jobstore',
      'cleanup-strategy',
      'job-result-store',
      'application-result-store',
    ],
  },
  { file: 'kubernetes', title: 'Kubernetes', prefixes: ['kubernetes', 'external-resource', 'external-resources'] },
  { file: 'security', title: 'Security', prefixes: ['security'] },
  {
    file: 'network',
    title: 'REST, RPC and web interface',
    prefixes: ['rest', 'web', 'akka', 'pekko', 'blob', 'heartbeat', 'historyserver'],
  },
  { file: 'metrics', title: 'Metrics, traces, events', prefixes: ['metrics', 'traces', 'events', 'jmx'] },
  { file: 'file-systems', title: 'File systems', prefixes: ['s3', 'gs', 'fs', 'oss', 'io'] },
  {
    file: 'table',
    title: 'Table API and SQL',
    prefixes: [
      'table',
      'sql-client',
      'sql-gateway',
      'materialized-table',
      'workflow-scheduler',
      'compiler',
      'collect-sink',
    ],
  },
  { file: 'python', title: 'Python', prefixes: ['python'] },
];
const OTHERS: Subject = { file: 'others', title: 'Others', prefixes: [''] };

/** One key over the versions that have it, oldest first. */
interface History {
  readonly key: string;
  readonly versions: { readonly place: number; readonly info: OptionInfo }[];
}

export function flinkOptionPages(): GeneratedPage[] {
  const all = histories();
  const heirs = new Map<string, string[]>();
  for (const { key, versions } of all)
    for (const name of new Set(versions.flatMap(({ info }) => info.otherNames)))
      heirs.set(name, [...(heirs.get(name) ?? []), key]);
  const subjects = [...SUBJECTS, OTHERS].map((subject) => ({
    ...subject,
    options: all.filter(({ key }) => subjectOf(key) === subject),
  }));
  const versions = catalogueVersions.map(flinkVersionText);
  const overview = page('options/README.md', 'Options', [
    `What is known of the options of Flink ${versions[0] ?? ''} to ${versions.at(-1) ?? ''}, read out of Flink itself, and of the operator's. ` +
      'On the command line: `flinkwright options checkpointing --flink 1.20`.',
    table(
      ['Options', 'Keys'],
      subjects.map(({ file, title, options }) => [`[${title}](flink-${file}.md)`, String(options.length)]),
    ),
    '- [Options of the operator](operator.md)\n- [Options of the autoscaler](autoscaler.md)',
  ]);
  return [overview, ...subjects.map(({ file, title, options }) => ofSubject(file, title, options, heirs))];
}

function ofSubject(
  file: string,
  title: string,
  options: readonly History[],
  heirs: ReadonlyMap<string, readonly string[]>,
): GeneratedPage {
  return page(`options/flink-${file}.md`, `Options of Flink: ${title}`, [
    'The default is that of the newest version. **Versions** is empty for an option that all known versions have. [All options](README.md).',
    table(
      ['Option', 'Default', 'Versions', 'Remarks'],
      options.map((option) => {
        const newest = option.versions.at(-1)?.info;
        return [
          `${code(option.key)}<br>${typeOf(newest)}`,
          defaultOf(newest),
          versionsOf(option),
          remarks(option, heirs.get(option.key) ?? []),
        ];
      }),
    ),
  ]);
}

function histories(): History[] {
  const found = new Map<string, History>();
  for (const [place, version] of catalogueVersions.entries()) {
    for (const info of findOptions('', version)) {
      if (info.internal || info.operator) continue;
      const history = found.get(info.key) ?? { key: info.key, versions: [] };
      // Reporters of several kinds may declare one key: the first stands for all.
      if (history.versions.at(-1)?.place !== place) history.versions.push({ place, info });
      found.set(info.key, history);
    }
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function subjectOf(key: string): Subject {
  let best: Subject = OTHERS;
  let length = 0;
  for (const subject of SUBJECTS)
    for (const prefix of subject.prefixes)
      if ((key === prefix || key.startsWith(`${prefix}.`)) && prefix.length > length)
        [best, length] = [subject, prefix.length];
  return best;
}

function typeOf(info: OptionInfo | undefined): string {
  if (info?.values !== undefined) return info.values.map(code).join(', ');
  return info?.type.replaceAll('<', ' of ').replaceAll('>', '') ?? '';
}

function defaultOf(info: OptionInfo | undefined): string {
  if (info?.defaultDependsOn !== undefined) return `by ${info.defaultDependsOn}`;
  return info?.default === undefined ? '' : code(info.default === '' ? "''" : info.default);
}

function versionsOf({ versions }: History): string {
  const newest = catalogueVersions.length - 1;
  const runs: [from: number, to: number][] = [];
  for (const { place } of versions) {
    const last = runs.at(-1);
    if (last?.[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  const text = (place: number): string => flinkVersionText(catalogueVersions[place] ?? 'v1_16');
  return runs
    .filter(([from, to]) => from > 0 || to < newest)
    .map(([from, to]) =>
      from === 0
        ? `to ${text(to)}`
        : to === newest
          ? `from ${text(from)}`
          : from === to
            ? text(from)
            : `${text(from)} to ${text(to)}`,
    )
    .join(', ');
}

/** @param heirs options that read this key as an older name of theirs */
function remarks({ versions }: History, heirs: readonly string[]): string {
  const newest = versions.at(-1)?.info;
  const said = [];
  const first = versions[0]?.info;
  if (newest?.deprecated === true) {
    const since = versions.find(({ info }) => info.deprecated)?.place ?? 0;
    said.push(
      since === 0 ? 'Deprecated.' : `Deprecated from ${flinkVersionText(catalogueVersions[since] ?? 'v1_16')}.`,
    );
  }
  if (heirs.length > 0) said.push(`Now ${heirs.map(code).join(', ')}.`);
  if (newest?.experimental === true) said.push('Experimental.');
  if (first?.default !== newest?.default) {
    const changed = versions.find(({ info }) => info.default === newest?.default)?.place ?? 0;
    said.push(`${defaultOf(first) || 'No default'} before ${flinkVersionText(catalogueVersions[changed] ?? 'v1_16')}.`);
  }
  const names = [...new Set(versions.flatMap(({ info }) => info.otherNames))];
  if (names.length > 0) said.push(`Also read as ${names.map(code).join(', ')}.`);
  if (newest?.module !== undefined) said.push(`In ${code(newest.module)}.`);
  return said.join(' ');
}
