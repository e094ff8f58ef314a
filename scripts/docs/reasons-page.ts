// SPDX-License-Identifier: Apache-2.0
// The page of the operator's reasons: what a decision can find, from lib/lifecycle/reason.ts.

import { REASONS } from '../../lib/lifecycle/reason.ts';
import { code, page, table } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

export function reasonsPage(): GeneratedPage {
  return page('reasons.md', 'Reasons of the operator', [
    'Each decision of the operator has reasons. You find their codes in its log: with each action, and with every decision at ' +
      '`LOG_LEVEL=debug`. A code keeps its meaning.',
    table(
      ['Reason', 'Meaning'],
      Object.entries(REASONS).map(([name, meaning]) => [code(name), meaning]),
    ),
  ]);
}
