// SPDX-License-Identifier: Apache-2.0
// It may say less than zod, never more; and what it is there for it does say.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fitsQuickly } from './quick-fit.ts';
import {
  flinkBlueGreenDeploymentSpecSchema,
  flinkDeploymentSpecSchema,
  flinkSessionJobSpecSchema,
  flinkStateSnapshotSpecSchema,
} from './schemas.ts';

const SPEC = {
  flinkVersion: 'v1_20',
  image: 'flink:1.20',
  mode: 'native',
  serviceAccount: 'flink',
  flinkConfiguration: { a: 1, b: { c: [true, null] } },
  podTemplate: { metadata: { labels: { a: 'b' }, x: 1 }, spec: { containers: [{ name: 'a', y: {} }], z: [] } },
  jobManager: { replicas: 1, resource: { cpu: 0.5, memory: '2g' } },
  taskManager: { resources: { requests: { memory: '2Gi', cpu: 1 } } },
  job: { jarURI: 'local:///x.jar', parallelism: 2, args: ['a'], upgradeMode: 'stateless', state: 'running' },
};

/** Any value put at any place of a document that is right. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    'v1_20',
    'v9',
    0,
    -1,
    0.5,
    2 ** 31,
    2 ** 53,
    Number.NaN,
    true,
    [],
    {},
    ['a', 1],
    { a: 'b' },
    { a: 1 },
  ),
  fc.constantFrom<unknown>(
    new Date(0),
    Object.create(null),
    [undefined],
    { name: undefined },
    Object.create({ name: 'x' }),
  ),
);
const places = [
  'flinkVersion',
  'image',
  'mode',
  'job',
  'flinkConfiguration',
  'podTemplate',
  'jobManager',
  'taskManager',
  'imgae',
];
const below = [
  'parallelism',
  'replicas',
  'resource',
  'resources',
  'args',
  'metadata',
  'spec',
  'state',
  'labels',
  'unknown',
  'upgradeMode',
];

describe('a quick look at a document', () => {
  it('never says yes where zod says no', () => {
    let yes = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.option(fc.constantFrom(...below)),
        value,
        (place, member, replaced) => {
          const document: Record<string, unknown> = structuredClone(SPEC);
          const inner = document[place];
          if (member === null || typeof inner !== 'object' || inner === null) document[place] = replaced;
          else (inner as Record<string, unknown>)[member] = replaced;
          const quick = fitsQuickly(flinkDeploymentSpecSchema, document);
          if (quick) yes++;
          if (quick) expect(flinkDeploymentSpecSchema.safeParse(document).success).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
    expect(yes).toBeGreaterThan(100);
  });

  it('says yes to what is right, of every kind', () => {
    expect(fitsQuickly(flinkDeploymentSpecSchema, SPEC)).toBe(true);
    expect(fitsQuickly(flinkSessionJobSpecSchema, { deploymentName: 'a', job: SPEC.job })).toBe(true);
    expect(fitsQuickly(flinkStateSnapshotSpecSchema, { savepoint: { path: 's3://a' }, backoffLimit: 1 })).toBe(true);
    expect(fitsQuickly(flinkBlueGreenDeploymentSpecSchema, { template: { spec: SPEC } })).toBe(true);
  });

  it('says no to what it does not understand', () => {
    expect(fitsQuickly(z.string().min(1), 'a')).toBe(false);
    expect(fitsQuickly(z.email(), 'a@b.cd')).toBe(false);
    expect(fitsQuickly(z.looseObject({}), JSON.parse('{ "__proto__": {} }'))).toBe(false);
    expect(fitsQuickly(z.date(), new Date())).toBe(false);
    expect(fitsQuickly(z.object({ a: z.string() }), {})).toBe(false);
    expect(fitsQuickly(z.object({ a: z.string() }), { a: 'b', c: 1 })).toBe(true);
    expect(fitsQuickly(z.strictObject({ a: z.string() }), { a: 'b', c: 1 })).toBe(false);
  });
});
