// SPDX-License-Identifier: Apache-2.0
// The parts of the process that commands use, so that a test can stand in for them.

import type { Output } from './demo/screen.ts';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
}
