// SPDX-License-Identifier: Apache-2.0
// The page of all finding codes, made of the catalogue in lib/api/codes. Each code is a target for links by its own name.

import { readdirSync } from 'node:fs';
import { FINDING_CODES } from '../../lib/api/finding-codes.ts';
import type { CodeInfo } from '../../lib/api/finding-codes.ts';
import { code, page, table, target } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

/** The areas in the order of the page; an area that is missing here comes last, under its file's name. */
const AREAS: Readonly<Record<string, string>> = {
  schema: 'Fields and types',
  validation: 'Rules on resources',
  metadata: 'Names, labels, annotations',
  job: 'Jobs and their state',
  'session-job': 'Jobs of sessions',
  snapshot: 'Snapshots',
  'blue-green': 'Blue/green',
  invention: 'Things that do not exist',
  options: "Flink's configuration",
  upgrade: 'Upgrades of Flink',
  memory: 'Memory',
  'pod-template': 'Pod templates',
  autoscaler: 'Autoscaler',
  props: 'Props of constructs',
  document: 'Files and documents',
  recorded: 'Changes against what runs',
};

const folder = new URL('../../lib/api/codes/', import.meta.url);

type Codes = Readonly<Record<string, CodeInfo>>;

async function areas(): Promise<[string, Codes][]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !/code-info|\.test\./u.test(file));
  const order = Object.keys(AREAS);
  const place = (area: string): number => (order.includes(area) ? order.indexOf(area) : order.length);
  const found = await Promise.all(
    files.map(async (file): Promise<[string, Codes]> => {
      const module = (await import(new URL(file, folder).href)) as Record<string, Codes>;
      const [, codes = {}] = Object.entries(module).find(([name]) => name.endsWith('_CODES')) ?? [];
      return [file.replace('.ts', ''), codes];
    }),
  );
  return found.sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
}

export async function findingsPage(): Promise<GeneratedPage> {
  const all = await areas();
  const seen = new Set(all.flatMap(([, codes]) => Object.keys(codes)));
  const lost = Object.keys(FINDING_CODES).filter((each) => !seen.has(each));
  if (lost.length > 0) throw new Error(`codes of no area: ${lost.join(', ')}`);
  const title = (area: string): string => AREAS[area] ?? area.charAt(0).toUpperCase() + area.slice(1);
  return page('findings.md', 'Findings', [
    'Everything that Flinkwright can find wrong with a resource, with props or with a file. The same codes are used by the ' +
      'constructs, by `flinkwright check` and by the operator. A code keeps its meaning, so you can search for it.',
    table(
      ['Severity', 'What it means'],
      [
        ['error', 'It is certain, and refused: no manifest is made, or the operator does not carry it out.'],
        ['warning', 'It is deployed, but probably does not do what it seems to.'],
        ['hint', 'It may well be meant so. A hint is about things that nobody but you can know.'],
      ],
    ),
    'The severity below is the worst one that a code comes with. Numbers like `V-17` are for the rules that the Java operator has too.',
    all.map(([area]) => `- [${title(area)}](#${slug(title(area))})`).join('\n'),
    ...all.flatMap(([area, codes]) => [
      `## ${title(area)}`,
      table(
        ['Code', 'What is wrong'],
        Object.entries(codes).map(([name, info]) => [`[${code(name)}](#${name})`, `${info.title} (${info.severity})`]),
      ),
      ...Object.entries(codes).map(entry),
    ]),
  ]);
}

function entry([name, { title, severity, why, fix }]: [string, CodeInfo]): string {
  return [
    `### ${target(name)}${code(name)}: ${title}`,
    `${severity === 'error' ? 'An error' : `A ${severity}`}. ${why}`,
    `**To do:** ${fix}`,
  ].join('\n\n');
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w -]/gu, '')
    .replaceAll(' ', '-');
}
