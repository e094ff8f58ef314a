// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { withBlueGreenDefaults, withDefaults, withSessionJobDefaults, withSnapshotDefaults } from './defaults.ts';
import type { FlinkDeploymentSpec } from './flink-deployment.ts';

describe('withDefaults', () => {
  it('writes every default out, in recorded order', () => {
    const spec = withDefaults({ jobManager: {}, taskManager: {}, ingress: {}, job: {} });
    expect(JSON.stringify(spec)).toBe(
      '{"job":{"parallelism":0,"args":[],"state":"running","upgradeMode":"stateless"},"flinkConfiguration":{},' +
        '"ingress":{},"jobManager":{"replicas":1},"taskManager":{}}',
    );
  });

  it('makes no objects up', () => {
    expect(withDefaults({})).toEqual({ flinkConfiguration: {} });
  });

  it('drops nulls, but not those inside the configuration', () => {
    const spec = { image: null, job: { args: null, state: null }, flinkConfiguration: { a: null } };
    expect(withDefaults(spec as unknown as FlinkDeploymentSpec)).toEqual({
      job: { parallelism: 0, args: [], state: 'running', upgradeMode: 'stateless' },
      flinkConfiguration: { a: null },
    });
  });

  it('keeps what is given, changes nothing and is done after once', () => {
    const given: FlinkDeploymentSpec = {
      job: { parallelism: 3, args: ['x'], state: 'suspended', upgradeMode: 'last-state' },
      jobManager: { replicas: 2 },
      flinkConfiguration: { a: 1 },
    };
    const before = structuredClone(given);
    expect(withDefaults(given)).toEqual(given);
    expect(withDefaults(withDefaults(given))).toEqual(withDefaults(given));
    expect(given).toEqual(before);
  });

  it('hands out defaults that are nobody else’s', () => {
    withDefaults({ job: {} }).job?.args.push('x');
    expect(withDefaults({ job: {} }).job?.args).toEqual([]);
  });
});

describe('the other kinds', () => {
  it('a session job has the defaults of a job', () => {
    expect(JSON.stringify(withSessionJobDefaults({ deploymentName: 'a', job: {} }))).toBe(
      '{"job":{"parallelism":0,"args":[],"state":"running","upgradeMode":"stateless"},"flinkConfiguration":{},"deploymentName":"a"}',
    );
  });

  it('a snapshot is tried for ever, and its savepoint goes with it', () => {
    expect(withSnapshotDefaults({ savepoint: {} })).toEqual({
      savepoint: { formatType: 'CANONICAL', disposeOnDelete: true, alreadyExists: false },
      backoffLimit: -1,
    });
    expect(withSnapshotDefaults({ checkpoint: {}, backoffLimit: 0 })).toEqual({ checkpoint: {}, backoffLimit: 0 });
  });

  it('a blue/green deployment has those of the spec in its template', () => {
    expect(withBlueGreenDefaults({ template: { spec: { jobManager: {} } } })).toEqual({
      template: { spec: { flinkConfiguration: {}, jobManager: { replicas: 1 } } },
    });
    expect(withBlueGreenDefaults({})).toEqual({});
  });
});
