// SPDX-License-Identifier: Apache-2.0
// Whether a cluster is certain to read an option. A value that cannot be read does no harm where nobody reads it, so it is no error there.
// What the code of a job sets is not known here; an option that only such code would bring into play does not count as read.

import type { FlatConfiguration } from '../configuration.ts';
import { haMode } from '../high-availability.ts';

/** Read by other programs of Flink, or only by jobs of a certain kind. */
const BY_SOME =
  /^(?:historyserver|sql-client|sql-gateway|minicluster|local|client|queryable-state|table|python|cep|state\.backend\.forst)\./u;

/** False if the option may never be looked at, given the other options. */
export function isSurelyRead(key: string, all: FlatConfiguration): boolean {
  if (BY_SOME.test(key)) return false;
  if (key.startsWith('state.backend.rocksdb.'))
    return valueOf(all, 'state.backend.type', 'state.backend') === 'rocksdb';
  const strategy = /^restart-strategy\.([a-z]+-[a-z]+)\./u.exec(key)?.[1];
  if (strategy !== undefined) return valueOf(all, 'restart-strategy.type', 'restart-strategy') === strategy;
  const service = /^high-availability\.(zookeeper|kubernetes)\./u.exec(key)?.[1];
  if (service !== undefined) return haMode(all) === service;
  if (key.startsWith('security.ssl.') && !key.endsWith('enabled')) {
    return Object.keys(all).some((other) => /^security\.ssl\..*enabled$/u.test(other) && all[other] === 'true');
  }
  return true;
}

function valueOf(all: FlatConfiguration, key: string, olderKey: string): string | undefined {
  return (all[key] ?? all[olderKey])?.trim().toLowerCase();
}
