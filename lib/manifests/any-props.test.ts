// SPDX-License-Identifier: Apache-2.0
// Whatever JavaScript hands over as props, builders answer with findings: no exception, and nothing that JSON cannot hold. Good props get one
// member replaced by something that does not belong there.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Built } from './cluster/built.ts';
import { StateStore } from './cluster/state-store.ts';
import { buildFlinkApplication } from './flink-application.ts';
import { buildFlinkBlueGreenDeployment } from './flink-blue-green-deployment.ts';
import { buildFlinkSessionJob } from './flink-session-job.ts';
import { buildFlinkSession } from './flink-session.ts';
import { buildFlinkStateSnapshot } from './flink-state-snapshot.ts';
import { Job } from './job.ts';

const identity = { name: 'name', namespace: 'data' };
const cluster = {
  flinkVersion: 'v2_0',
  metadata: { name: 'a', labels: { a: 'b' } },
  state: StateStore.s3('s3://a/b', { credentials: { secretName: 's3' } }),
  jobManager: { cpu: 1, memory: '2g' },
  taskManager: { memory: '2g', slots: 2 },
  config: { a: { b: 1 } },
  spec: { flinkConfiguration: { x: 'y' } },
} as const;
const job = Job.sql('INSERT INTO a SELECT 1;', { parallelism: 2, startFresh: { reason: 'because' } });
const autoscaler = { metricsWindow: '10 min', quotas: { cpu: 3, memory: '8g' }, memoryTuning: { overhead: 0.1 } };

const SUBJECTS: Readonly<Record<string, { good: object; build: (props: never) => Built<object> }>> = {
  application: {
    good: { ...cluster, job, autoscaler },
    build: (props) => buildFlinkApplication(props, identity),
  },
  session: {
    good: { ...cluster, sqlGateway: { port: 1, memory: '1g', config: {} }, ports: [{ name: 'jmx', port: 9 }] },
    build: (props) => buildFlinkSession(props, identity),
  },
  'session job': {
    good: { session: { name: 'a' }, job, autoscaler, state: StateStore.directory('s3://a/b'), config: {}, spec: {} },
    build: (props) => buildFlinkSessionJob(props, identity, buildFlinkSession(cluster, identity).manifest),
  },
  snapshot: {
    good: { of: { kind: 'FlinkDeployment', name: 'a' }, savepoint: { path: 's3://a/b' }, metadata: {}, spec: {} },
    build: (props) => buildFlinkStateSnapshot(props, identity),
  },
  'blue/green application': {
    good: { ...cluster, job, transition: { deletionDelay: '1 s' }, spec: { template: { spec: { job: {} } } } },
    build: (props) => buildFlinkBlueGreenDeployment(props, identity),
  },
};

const json = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    true,
    false,
    [],
    {},
    [null],
    [[]],
    [{}],
    { a: null },
    { name: 5 },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const other = fc.constantFrom<unknown>(
  ...[undefined, Number.NaN, { toString: null }, () => 1, Symbol('a'), 10n, new Date(0), new Map()],
);

/** All places in a value, as paths. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => places(member, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe('any props', () => {
  it.each(Object.entries(SUBJECTS))('of a %s', (_, { good, build }) => {
    expect(build(good as never).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const anywhere = fc.constantFrom(...places(good));
    fc.assert(
      fc.property(anywhere, json, other, fc.boolean(), (path, isJson, isNot, choice) => {
        // what the escape hatch is given is not looked at until it is rendered
        const value = choice || path[0] === 'spec' ? isJson : isNot;
        const { manifest, extras, findings } = build(replaced(good, path, value) as never);
        expect(Array.isArray(findings)).toBe(true);
        for (const { code, path: at, message, remedy } of findings) {
          for (const text of [code, message, remedy]) expect(text).toMatch(/\S/);
          expect(typeof at).toBe('string');
        }
        const isRefused = findings.some(({ severity }) => severity === 'error');
        if (!isRefused) expect(JSON.parse(JSON.stringify([manifest, extras]))).toEqual([manifest, extras]);
      }),
      { numRuns: 200 },
    );
  });
});
