// SPDX-License-Identifier: Apache-2.0
// Whether a cluster is certain to read an option. A value that cannot be read does no harm where nobody reads it, so it is no error there.
// What the code of a job sets is not known here; an option that only such code would bring into play does not count as read.

import type { FlatConfiguration } from '../configuration.ts';
import { haMode } from '../high-availability.ts';
import { isOperatorKey } from '../operator-key.ts';

/** Read by other programs of Flink, only by jobs, schedulers and connectors of a certain kind, or by nobody any more. */
const BY_SOME = new RegExp(
  `^(?:${[
    'historyserver|sql-client|sql-gateway|minicluster|local|client|queryable-state|env|fs|zookeeper',
    'table|materialized-table|python|cep|pipeline\\.cep|source|sink|collect-sink|taskmanager\\.collect-sink|user\\.artifacts',
    'execution\\.batch|execution\\.async-state|execution\\.sorted-inputs|execution\\.batch-state-backend|compiler',
    'jobmanager\\.adaptive-scheduler|jobmanager\\.adaptive-batch-scheduler|slow-task-detector|job-event|fine-grained',
    'jobmanager\\.partition|taskmanager\\.network\\.(?:batch|hybrid)-shuffle|taskmanager\\.runtime|taskmanager\\.debug',
    'state\\.changelog|state\\.latency-track|state\\.backend\\.(?:forst|changelog|latency-track)|jobstore',
    'resourcemanager\\.standalone|security\\.delegation|metrics\\.system-resource|rest\\.profiling|web\\.backpressure',
    'akka\\.watch|pekko\\.watch|hidden|internal',
  ].join('|')})\\.`,
  'u',
);

/** False if the option may never be looked at, given the other options. */
export function isSurelyRead(key: string, all: FlatConfiguration): boolean {
  if (BY_SOME.test(key)) return false;
  if (key.startsWith('state.backend.rocksdb.'))
    return valueOf(all, 'state.backend.type', 'state.backend') === 'rocksdb';
  const strategy = /^restart-strategy\.([a-z]+-[a-z]+)\./u.exec(key)?.[1];
  if (strategy !== undefined) return valueOf(all, 'restart-strategy.type', 'restart-strategy') === strategy;
  const cleanup = /^cleanup-strategy\.([a-z]+-[a-z]+)\./u.exec(key)?.[1];
  if (cleanup !== undefined) return valueOf(all, 'cleanup-strategy.type', 'cleanup-strategy') === cleanup;
  const service = /^high-availability\.(zookeeper|kubernetes)\./u.exec(key)?.[1];
  if (service !== undefined) return haMode(all) === service;
  if (key.startsWith('security.ssl.') && !key.endsWith('enabled')) {
    return Object.keys(all).some((other) => /^security\.ssl\..*enabled$/u.test(other) && all[other] === 'true');
  }
  return true;
}

/** Sent along with a job; everything else of a session is read when its processes start, and none of it out of a job's configuration. */
const WITH_THE_JOB = /^(?:pipeline|execution|state|restart-strategy|parallelism)(?:\.|$)/u;

/** False if the configuration of a job that is sent to a running session may never be asked for the option. */
export function isReadPerJob(key: string): boolean {
  return isOperatorKey(key) || WITH_THE_JOB.test(key);
}

function valueOf(all: FlatConfiguration, key: string, olderKey: string): string | undefined {
  return (all[key] ?? all[olderKey])?.trim().toLowerCase();
}
