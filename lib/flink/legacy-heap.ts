// SPDX-License-Identifier: Apache-2.0
// The heap keys of Flink 1.9 and older (`jobmanager.heap.size`, `.mb`, ...), which releases before 2.0 still read when no new key
// is set. Which new key they stand for depends on who reads them, so the caller says.

import { isSet, type ConfigOption, type FlatConfiguration } from './configuration.ts';
import { flinkVersionAtLeast, type FlinkVersionName } from './flink-version.ts';
import { readMemoryOption, readSize } from './memory-rules.ts';

/** The configuration with an old heap key turned into `meant`, unless that is set itself. */
export function withLegacyHeap(
  config: FlatConfiguration,
  version: FlinkVersionName,
  heapSize: ConfigOption<number | undefined>,
  heapMegabytes: ConfigOption<number | undefined>,
  meant: ConfigOption<number | undefined>,
): FlatConfiguration {
  if (flinkVersionAtLeast(version, 'v2_0') || isSet(config, meant)) return config;
  if (isSet(config, heapSize)) return { ...config, [meant.key]: `${readSize(config, heapSize)}b` };
  const megabytes = readMemoryOption(config, heapMegabytes);
  return megabytes === undefined ? config : { ...config, [meant.key]: `${megabytes}m` };
}
