// SPDX-License-Identifier: Apache-2.0
// The recorded spec in a status, for rules that compare with it; one that cannot be read is a finding.

import type { Finding } from './finding.ts';
import { UnreadableRecordedSpec } from './recorded-spec.ts';

/**
 * Reads a record.
 *
 * @param text as it stands in the status; absent before the first deployment
 * @param path where it stands
 * @param read may throw `UnreadableRecordedSpec`
 */
export function readableRecord<T>(
  text: string | null | undefined,
  path: string,
  read: (text: string) => T,
): { recorded?: T; unreadable: Finding[] } {
  if (text === undefined || text === null) return { unreadable: [] };
  try {
    return { recorded: read(text), unreadable: [] };
  } catch (error) {
    if (!(error instanceof UnreadableRecordedSpec)) throw error;
    const unreadable: Finding = {
      code: 'recorded-spec.unreadable',
      path,
      message: error.message,
      remedy: 'Restore the status from a backup, or delete the resource and create it again from a savepoint.',
      severity: 'error',
    };
    return { unreadable: [unreadable] };
  }
}
