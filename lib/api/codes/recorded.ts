// SPDX-License-Identifier: Apache-2.0
// The catalogue of what is found in the operator's own records in the status.

import type { CodeInfo } from './code-info.ts';

export type RecordedCode = 'recorded-spec.unreadable';

export const RECORDED_CODES: Readonly<Record<RecordedCode, CodeInfo>> = {
  'recorded-spec.unreadable': {
    title: 'The recorded spec in the status cannot be read',
    severity: 'error',
    why:
      'The operator compares the spec with what it last deployed. Without that record nobody can tell what runs, which change is wanted ' +
      'or where the state is, so nothing is done.',
    fix:
      'Restore the status from a backup, or take a savepoint by hand, delete the resource and create it again with ' +
      'spec.job.initialSavepointPath.',
  },
};
