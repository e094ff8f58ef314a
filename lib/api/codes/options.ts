// SPDX-License-Identifier: Apache-2.0
// The catalogue of what is found in configuration options: keys and values.

import type { CodeInfo } from './code-info.ts';

export type OptionsCode = 'configuration.unreadable-value';

export const OPTIONS_CODES: Readonly<Record<OptionsCode, CodeInfo>> = {
  'configuration.unreadable-value': {
    title: 'A value that its option cannot be read from',
    severity: 'error',
    why:
      'Flink or the operator fails when it reads the option: the cluster does not start, or the change is refused while the old one keeps ' +
      'running.',
    fix: 'Write the value in the form that the finding names, or remove the key to get the default.',
  },
};
