// SPDX-License-Identifier: Apache-2.0
// What the catalogue holds of each finding code. The texts are about the mistake in general; a finding's own sentences say where it stands
// and with which values.

import type { Severity } from '../finding.ts';

/** One kind of mistake, explained. */
export interface CodeInfo {
  /** A short heading, without a full stop. */
  readonly title: string;
  /** The worst severity it comes with. */
  readonly severity: Severity;
  /** What happens in the cluster if nobody minds it. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}
