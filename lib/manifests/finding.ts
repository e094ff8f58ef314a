// SPDX-License-Identifier: Apache-2.0
// Makes findings about props. Their form is everybody's (`lib/api/finding.ts`); their paths are in terms of props.

import type { Finding } from '../api/finding.ts';

/** A finding about a prop. */
export function finding(
  code: Finding['code'],
  path: string,
  message: string,
  remedy: string,
  severity: Finding['severity'] = 'error',
  allowed?: string,
): Finding {
  return { code, path, message, ...(allowed === undefined ? {} : { allowed }), remedy, severity };
}
