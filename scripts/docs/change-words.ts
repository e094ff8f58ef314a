// SPDX-License-Identifier: Apache-2.0
// The classes of changes (lib/api/change-class.ts) in a reader's words.

import type { ChangeClass } from '../../lib/api/change-class.ts';

export const CHANGE_WORDS: Readonly<Record<ChangeClass, { readonly short: string; readonly meaning: string }>> = {
  IGNORE: {
    short: 'none',
    meaning: 'Nothing restarts. The value counts from the next restart on, or is an order to the operator.',
  },
  SCALE: { short: 'scale', meaning: 'It may be done in place. An operator that cannot do so upgrades.' },
  UPGRADE: { short: 'upgrade', meaning: 'The job is stopped as its upgrade mode says, and deployed again.' },
  SAVEPOINT_REDEPLOY: {
    short: 'redeploy',
    meaning: 'The running state is given up. The job starts from `spec.job.initialSavepointPath`.',
  },
};
