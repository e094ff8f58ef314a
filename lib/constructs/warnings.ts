// SPDX-License-Identifier: Apache-2.0
// Where warnings about props go: to the construct's metadata, for tools, and to a function, for people. Hints go to the metadata only. Errors
// do not come here; they are thrown.

import type { Construct } from 'constructs';
import type { Finding } from '../api/finding.ts';
import { formatFindings } from '../api/finding.ts';

/** Receives each warning with the path of its construct. */
export type WarningHandler = (warning: Finding, constructPath: string) => void;

/** Type of the entries in a construct's metadata that hold warnings and hints. */
export const WARNING_METADATA = 'flinkwright:warning';

/** Members that every construct of this library takes. */
export interface WarningProps {
  /**
   * Called for each warning: something will be deployed, but perhaps not as meant.
   * @default - written to the standard error stream
   */
  readonly onWarning?: WarningHandler;
}

/** Records warnings and hints, and tells of the warnings. */
export function warn(
  construct: Construct,
  kind: string,
  warnings: readonly Finding[],
  { onWarning }: WarningProps,
): void {
  for (const warning of warnings) construct.node.addMetadata(WARNING_METADATA, warning);
  // What may well be meant so is for tools; nobody wants to read it at every synthesis.
  const told = warnings.filter(({ severity }) => severity !== 'hint');
  if (told.length === 0) return;
  if (onWarning !== undefined) for (const warning of told) onWarning(warning, construct.node.path);
  // eslint-disable-next-line no-restricted-globals -- the user's program is the root here, and has said nothing else
  else console.warn(formatFindings(`${kind} ${construct.node.path}`, told));
}
