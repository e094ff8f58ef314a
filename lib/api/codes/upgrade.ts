// SPDX-License-Identifier: Apache-2.0
// The catalogue of what a change of the Flink version does to a configuration.

import type { UpgradeCode } from '../../flink/catalogue/index.ts';
import type { CodeInfo } from './code-info.ts';

export type { UpgradeCode } from '../../flink/catalogue/index.ts';

const IGNORED = 'Flink ignores keys that it does not know, so the setting silently loses its effect.';

export const UPGRADE_CODES: Readonly<Record<UpgradeCode, CodeInfo>> = {
  'upgrade.removed': {
    title: 'A key that the new version no longer knows',
    severity: 'warning',
    why: IGNORED,
    fix: 'Write what has taken its place, or make sure that the job can do without it.',
  },
  'upgrade.not-yet-known': {
    title: 'A key that the older version does not know yet',
    severity: 'warning',
    why: IGNORED,
    fix: 'Write the older name where there is one.',
  },
  'upgrade.renamed': {
    title: 'A key with a new name',
    severity: 'hint',
    why: 'The new version still reads the older name, and logs a warning.',
    fix: 'Write the new name once no older version needs this configuration.',
  },
  'upgrade.superseded': {
    title: 'A key that another one takes the place of',
    severity: 'hint',
    why: 'Both are read; the new one takes precedence.',
    fix: 'Write the new name once no older version needs this configuration.',
  },
  'upgrade.value-not-read': {
    title: 'A value that the new version cannot read',
    severity: 'error',
    why: 'Flink fails when it reads the option, and the cluster does not start.',
    fix: 'Write the value that the finding gives, or choose another one.',
  },
  'upgrade.value-changed': {
    title: 'A value that the new version reads in another way',
    severity: 'warning',
    why: 'The old file flink-conf.yaml is read line by line, and config.yaml of Flink 2 is YAML: one text means two things.',
    fix: 'Look at the value, and write what is meant.',
  },
  'upgrade.type-changed': {
    title: 'An option of another type',
    severity: 'hint',
    why: 'The value that is set is read either way, and means the same.',
    fix: 'Nothing needs to be done.',
  },
  'upgrade.deprecated': {
    title: 'A key that becomes deprecated',
    severity: 'hint',
    why: 'The new version still reads it, and logs a warning.',
    fix: 'Plan to do without it.',
  },
  'upgrade.default-changed': {
    title: 'A default that changes under the configuration',
    severity: 'warning',
    why: 'The option is not set, so the new default holds after the upgrade.',
    fix: 'Nothing if the new default is welcome; otherwise set the option to what it was.',
  },
  'upgrade.key-and-parent': {
    title: 'A key that has a value and keys below it',
    severity: 'error',
    why: 'The configuration file of Flink 2 is nested YAML, which cannot say this. The operator fails to deploy the cluster.',
    fix: 'Use the newer name of the shorter key.',
  },
  'upgrade.memory': {
    title: 'Memory that is divided up in another way',
    severity: 'warning',
    why: 'The same sizes leave another amount to each part of the process.',
    fix: 'Set the limit that the finding names, or give the process more memory.',
  },
  'upgrade.fact': {
    title: 'What every upgrade over this version meets',
    severity: 'hint',
    why: 'The cluster or its image differs, whatever the configuration says.',
    fix: 'Do what the finding says where it applies.',
  },
};
