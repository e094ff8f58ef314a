// SPDX-License-Identifier: Apache-2.0
// Options that Flink declares as free texts although it accepts only certain words, or the name of a class. Tried with the classes of Flink
// 1.20.5 and 2.0.2 that read them. Enumerations are in the table of options.

import { TABLE_VERSIONS } from './option-table.ts';

/** What such an option accepts. */
export interface ClosedValues {
  readonly values: readonly string[];
  /** Whether the name of a user's class is accepted as well. */
  readonly classes: boolean;
  /** Whether small and capital letters matter; mostly they do not. */
  readonly exactCase: boolean;
}

interface Row {
  readonly keys: readonly string[];
  /** Words, with the first and last version if not all have them: `forst@2.0-`. */
  readonly words: string;
  readonly classes?: true;
  readonly exactCase?: true;
}

const ROWS: readonly Row[] = [
  {
    keys: ['state.backend.type', 'state.backend'],
    words: 'hashmap rocksdb forst@2.0- jobmanager@-1.20 filesystem@-1.20',
    classes: true,
  },
  {
    keys: ['high-availability.type', 'high-availability'],
    words: 'NONE standalone KUBERNETES ZOOKEEPER',
    classes: true,
  },
  {
    keys: ['restart-strategy.type', 'restart-strategy'],
    words: 'none off disable fixeddelay fixed-delay failurerate failure-rate exponentialdelay exponential-delay',
  },
  {
    keys: ['execution.checkpointing.storage', 'state.checkpoint-storage'],
    words: 'jobmanager filesystem',
    classes: true,
  },
  {
    keys: ['cleanup-strategy.type', 'cleanup-strategy'],
    words: 'none disable off fixed-delay fixeddelay exponential-delay exponentialdelay',
  },
  { keys: ['jobmanager.execution.failover-strategy'], words: 'full region' },
  {
    keys: ['state.backend.rocksdb.predefined-options'],
    words: 'DEFAULT SPINNING_DISK_OPTIMIZED SPINNING_DISK_OPTIMIZED_HIGH_MEM FLASH_SSD_OPTIMIZED',
    exactCase: true,
  },
  { keys: ['security.ssl.provider'], words: 'JDK OPENSSL' },
  { keys: ['classloader.resolve-order'], words: 'child-first parent-first' },
  { keys: ['high-availability.zookeeper.client.acl'], words: 'open creator' },
];

const byKey = new Map(ROWS.flatMap((row) => row.keys.map((key) => [key, row] as const)));

/** What the option accepts in that version; `undefined` if it is free, or not known to be closed. */
export function closedValues(key: string, version: number): ClosedValues | undefined {
  const row = byKey.get(key);
  if (row === undefined) return undefined;
  const values = row.words.split(' ').flatMap((word) => {
    const [name = '', span = '-'] = word.split('@');
    const [from = '', to = ''] = span.split('-');
    return version >= placeOf(from, 0) && version <= placeOf(to, Infinity) ? [name] : [];
  });
  return { values, classes: row.classes === true, exactCase: row.exactCase === true };
}

function placeOf(version: string, otherwise: number): number {
  const place = (TABLE_VERSIONS as readonly string[]).indexOf(`v${version.replace('.', '_')}`);
  return place < 0 ? otherwise : place;
}
