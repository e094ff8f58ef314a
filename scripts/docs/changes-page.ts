// SPDX-License-Identifier: Apache-2.0
// The page that says, for every field of a FlinkDeployment, what a change of it does; from the table that the operator compares by.

import { CONFIGURATION_PREFIXES, FLINK_DEPLOYMENT_FIELDS } from '../../lib/api/spec-fields.ts';
import type { FieldTable } from '../../lib/api/spec-fields.ts';
import { CHANGE_CLASSES } from '../../lib/api/change-class.ts';
import type { ChangeClass } from '../../lib/api/change-class.ts';
import { CHANGE_WORDS } from './change-words.ts';
import { code, page, table } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

type Row = readonly [path: string, native: ChangeClass, standalone: ChangeClass];

export function changesPage(): GeneratedPage {
  const all = [...rows('spec', FLINK_DEPLOYMENT_FIELDS), ...configuration()];
  return page('changes.md', 'What a change does', [
    'When you change a FlinkDeployment, each field that differs has a class. The most severe one decides about the whole change. In ' +
      'words: [State and upgrades](../concepts/state-and-upgrades.md).',
    ...CHANGE_CLASSES.flatMap((change) => {
      const members = all.filter(([, native, standalone]) => native === change || standalone === change);
      const { short, meaning } = CHANGE_WORDS[change];
      return [
        `## ${short.charAt(0).toUpperCase()}${short.slice(1)}`,
        meaning,
        table(
          ['Field', 'Mode'],
          members.map(([path, native, standalone]) => [
            code(path),
            native === standalone ? 'native, standalone' : native === change ? 'native' : 'standalone',
          ]),
        ),
      ];
    }),
  ]);
}

function rows(path: string, fields: FieldTable): Row[] {
  return Object.entries(fields).flatMap(([name, { shape, change }]): Row[] =>
    shape.kind === 'object'
      ? rows(`${path}.${name}`, shape.fields)
      : [[`${path}.${name}`, change.native, change.standalone]],
  );
}

function configuration(): Row[] {
  return CONFIGURATION_PREFIXES.map(({ prefix, change }) => [
    `spec.flinkConfiguration: ${prefix}*`,
    change.native ?? 'UPGRADE',
    change.standalone ?? 'UPGRADE',
  ]);
}
