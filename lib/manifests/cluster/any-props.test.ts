// SPDX-License-Identifier: Apache-2.0
// Props may hold anything: JavaScript knows no types. Whatever it is, the builders answer with findings, never with an exception, and with the
// same answer each time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFlinkApplication } from '../flink-application.ts';
import type { FlinkApplicationProps } from '../flink-application-props.ts';
import { LIFECYCLE_MEMBERS } from '../lifecycle-shape.ts';
import { CLUSTER_MEMBERS } from './cluster-shape.ts';

const good = {
  flinkVersion: 'v1_20',
  job: { jar: 'local:///job.jar', parallelism: 2 },
  state: { directory: 's3://a/b', s3: { credentials: { secretName: 'a' } }, checkpointInterval: '1 min' },
  jobManager: { cpu: 1, memory: '2g', memoryLimit: '3g', podTemplate: { spec: { containers: [{ name: 'a' }] } } },
  taskManager: { slots: 2, scheduling: { topologySpread: [{ topologyKey: 'a' }] } },
  scheduling: { nodeSelector: { a: 'b' } },
  highAvailability: { type: 'zookeeper', quorum: 'a' },
  env: { A: 'a', B: { valueFrom: { secretKeyRef: {} } } },
  envFrom: [{ secretRef: { name: 'a' } }],
  mounts: { '/a': { source: { emptyDir: {} } }, '/b': { files: { a: 'b' } } },
  initContainers: [{ name: 'i', image: 'i' }],
  sidecars: [{ name: 's', image: 's' }],
  hadoop: { files: { 'core-site.xml': '' } },
  metricsReporters: [{ name: 'a', factoryClass: 'b', settings: { c: 1 }, secrets: { d: { valueFrom: {} } } }],
  logging: { level: 'INFO', loggers: { a: 'WARN' } },
  savepoints: { schedule: '0 0 3 * * ?', history: { maxCount: 3 } },
  secretConfig: { 'a.b': { valueFrom: {} } },
  podTemplate: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'flink-main-container', env: [] }] } },
};

const paths = pathsOf(good);

/** Every place in a value. */
function pathsOf(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [[key], ...pathsOf(member).map((path) => [key, ...path])]);
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Object.assign(Array.isArray(value) ? [] : {}, value);
  copy[key] = replaced((value as Record<string, unknown>)[key], rest, by);
  return copy;
}

const junk = fc.oneof(
  fc.anything({ maxDepth: 2, withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  fc.constantFrom(
    null,
    undefined,
    '',
    [],
    {},
    [null],
    [undefined],
    { name: null },
    { spec: null },
    Symbol('x'),
    () => 1,
  ),
);

function answer(props: unknown): string {
  const { findings, extras } = buildFlinkApplication(props as FlinkApplicationProps, { name: 'app', namespace: 'n' });
  return JSON.stringify([findings.map(({ code, path }) => `${code} ${path}`), extras.length]);
}

describe('props of any kind', () => {
  it('are good to begin with', () => {
    expect(answer(good)).not.toMatch(/props\./);
  });

  it('give findings, and the same each time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), junk, (path, value) => {
        const props = replaced(good, path, value);
        expect(answer(props)).toBe(answer(props));
      }),
      { numRuns: 400 },
    );
  });

  it('give findings in every member', () => {
    const members = [...Object.keys(CLUSTER_MEMBERS), ...Object.keys(LIFECYCLE_MEMBERS), 'job', 'upgradeMode'];
    fc.assert(
      fc.property(fc.constantFrom(...members), junk, (member, value) => {
        answer({ ...good, [member]: value });
      }),
      { numRuns: 400 },
    );
  });
});
