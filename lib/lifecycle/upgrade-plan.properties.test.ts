// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobManagerDeploymentStatus, JobStatusName, UpgradeModeName } from '../api/flink-deployment.ts';
import { known, type Observed } from './observation.ts';
import { LAST_STATE_MARKER } from './predicates.ts';
import type { UpgradeCase } from './upgrade-case.ts';
import { planUpgrade, UPGRADE_RULES, type UpgradePlan } from './upgrade-plan.ts';

const NOW = 1_000_000;
const UNKNOWN = { known: false, why: { code: 'error', message: 'the API server does not answer' } } as const;
const PATH = 's3://state/savepoint-1';

const STATES: readonly (JobStatusName | undefined)[] = [
  undefined,
  'INITIALIZING',
  'CREATED',
  'RUNNING',
  'FAILING',
  'FAILED',
  'CANCELLING',
  'CANCELED',
  'FINISHED',
  'RESTARTING',
  'SUSPENDED',
  'RECONCILING',
];
const JOB_MANAGERS: readonly JobManagerDeploymentStatus[] = [
  'READY',
  'DEPLOYED_NOT_READY',
  'DEPLOYING',
  'MISSING',
  'ERROR',
];
const MODES: readonly UpgradeModeName[] = ['savepoint', 'last-state', 'stateless'];

function observed<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Observed<T>> {
  return fc.oneof(
    value.map((it) => known(it)),
    fc.constant(UNKNOWN),
  );
}

const time = fc.integer({ min: NOW - 100, max: NOW });
const anyCase: fc.Arbitrary<UpgradeCase> = fc.record(
  {
    mode: fc.constantFrom(...MODES),
    recordedMode: fc.constantFrom(...MODES),
    jobState: fc.constantFrom(...STATES),
    jobStart: time,
    jobManager: fc.constantFrom(...JOB_MANAGERS),
    cancellable: fc.boolean(),
    lastSavepoint: fc.constantFrom(PATH, LAST_STATE_MARKER),
    versionChanges: fc.boolean(),
    haDeployed: fc.boolean(),
    haOnBothSides: fc.boolean(),
    haMetadata: observed(fc.boolean()),
    neverStarted: fc.boolean(),
    savepointDirectory: fc.boolean(),
    fallbackEnabled: fc.boolean(),
    cancelEnabled: fc.boolean(),
    maxCheckpointAge: fc.integer({ min: 0, max: 100 }),
    checkpoints: observed(
      fc.record(
        { latest: fc.record({ path: fc.constant(PATH), timestamp: time }), pendingSince: time },
        { requiredKeys: [] },
      ),
    ),
    now: fc.constant(NOW),
  },
  {
    requiredKeys: [
      'mode',
      'recordedMode',
      'jobState',
      'jobManager',
      'cancellable',
      'versionChanges',
      'haDeployed',
      'haOnBothSides',
      'haMetadata',
      'neverStarted',
      'savepointDirectory',
      'fallbackEnabled',
      'cancelEnabled',
      'checkpoints',
      'now',
    ],
  },
);

describe('every case there is', () => {
  const holds = (property: (c: UpgradeCase, plan: UpgradePlan) => void): void => {
    fc.assert(
      fc.property(anyCase, (c) => {
        property(c, planUpgrade(c));
      }),
      { numRuns: 20_000 },
    );
  };

  it('has an answer with a reason', () => {
    holds((_, plan) => {
      expect(plan.because.message.length).toBeGreaterThan(0);
    });
  });

  it('drops the state only in mode stateless, and keeps it in no other way there', () => {
    holds((c, plan) => {
      const restore = 'restore' in plan ? plan.restore : undefined;
      expect(plan.stop === 'drop' || restore === 'stateless').toBe(c.mode === 'stateless');
    });
  });

  it('removes a cluster for its HA metadata only when these were seen, and HA is on both sides of the same version', () => {
    holds((c, plan) => {
      if (plan.stop !== 'remove') return;
      expect(c.haOnBothSides && c.haMetadata.known && c.haMetadata.value && !c.versionChanges).toBe(true);
    });
  });

  it('never starts from the marker of a state that is not known', () => {
    holds((c, plan) => {
      if (plan.stop === 'nothing' && plan.restore === 'savepoint') expect(c.lastSavepoint).not.toBe(LAST_STATE_MARKER);
    });
  });

  it('starts from the recorded path only when no newer state can hide in HA metadata', () => {
    holds((c, plan) => {
      if (plan.stop !== 'never-started' && (plan.stop !== 'nothing' || plan.restore !== 'savepoint')) return;
      const seenToBeEmpty = c.haMetadata.known && !c.haMetadata.value;
      const asked = c.jobState === 'CANCELED' || (plan.stop === 'nothing' && c.jobManager === 'READY');
      expect(asked || !c.haDeployed || seenToBeEmpty).toBe(true);
    });
  });

  it('asks for a savepoint only of a running job, and cancels only one that can be asked', () => {
    holds((c, plan) => {
      if (plan.stop === 'savepoint') expect(c.jobState).toBe('RUNNING');
      if (plan.stop === 'cancel') expect(c.cancellable).toBe(true);
    });
  });

  it('never cancels a job that has not taken over what its HA metadata hold', () => {
    holds((c, plan) => {
      if (plan.stop !== 'cancel' || c.jobState !== 'INITIALIZING') return;
      expect(!c.haDeployed || (c.haMetadata.known && !c.haMetadata.value)).toBe(true);
    });
  });

  it('is the answer of the first rule that speaks, but for those that an application can overrule', () => {
    holds((c, plan) => {
      const first = UPGRADE_RULES.map(({ rule }) => rule(c)).find((found) => found !== undefined);
      if (first?.stop === 'wait') expect(['wait', 'never-started', 'refuse']).toContain(plan.stop);
      else expect(plan).toEqual(first);
    });
  });
});
