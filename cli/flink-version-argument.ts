// SPDX-License-Identifier: Apache-2.0
// A Flink version on the command line, in any spelling that people use.

import { InvalidArgumentError } from 'commander';
import { flinkVersionMeant, flinkVersions, flinkVersionText } from '../lib/flink/flink-version.ts';
import type { FlinkVersionName } from '../lib/flink/flink-version.ts';

/** `1.20`, `v1_20`, `v1.20` or `1.20.3`. */
export function flinkVersionArgument(text: string): FlinkVersionName {
  const version = flinkVersionMeant(text);
  if (version !== undefined) return version;
  throw new InvalidArgumentError(`Give one of ${flinkVersions.map(flinkVersionText).join(', ')}.`);
}
