// SPDX-License-Identifier: Apache-2.0
// One FlinkDeployment through a row of decisions: each status is stored and each action's outcome can be told to the next decision. Every
// input is frozen, so that a decision that wrote to it would throw.

import type { Finding } from '../../api/finding.ts';
import type {
  FlinkDeployment,
  FlinkDeploymentSpec,
  FlinkDeploymentStatus,
  JobSpec,
} from '../../api/flink-deployment.ts';
import type { FlatConfiguration } from '../../flink/configuration.ts';
import type { Action } from '../action.ts';
import { FINALIZER } from '../cleanup.ts';
import { decide } from '../decide.ts';
import type { Decision, Input } from '../decision.ts';
import { known, NOTHING_OBSERVED, type ActionFailure, type Observation } from '../observation.ts';
import type { ReasonCode } from '../reason.ts';
import { HA_EMPTY, listed, starting } from './observed.ts';
import { application, NOW, spec } from './resource.ts';

export const INVALID: readonly Finding[] = [
  { code: 'V-17', path: 'spec.job.parallelism', message: 'It is 0.', remedy: 'Raise it.', severity: 'error' },
];

export const REFUSED: ActionFailure = { kind: 'refused', type: 'RestClientException', message: 'no', httpStatus: 409 };
export const LOST: ActionFailure = { kind: 'retry', type: 'java.io.IOException', message: 'no answer' };

export class Life {
  resource: FlinkDeployment;
  now: number = NOW;
  base: FlatConfiguration = {};
  #last: Decision | undefined;
  #ids = 0;

  constructor(resource: FlinkDeployment = application()) {
    this.resource = resource;
  }

  get status(): FlinkDeploymentStatus {
    return this.resource.status ?? {};
  }

  get jobId(): string {
    return this.status.jobStatus?.jobId ?? '';
  }

  /** Decides on what is seen and stores the status. */
  look(observed: Observation = NOTHING_OBSERVED, errors: readonly Finding[] = []): Decision {
    const freshJobId = (++this.#ids).toString(16).padStart(32, '0');
    const { resource, base, now } = this;
    const input: Input = frozen({ resource, observed, base, now, freshJobId });
    const decision = decide(input, frozen(errors));
    this.resource = { ...this.resource, status: decision.status };
    this.#last = decision;
    return decision;
  }

  /** Tells how the last action ended, and what is seen then. */
  acted(observed: Observation = NOTHING_OBSERVED, failure?: ActionFailure): Decision {
    const action = this.#last?.action;
    if (action === undefined) throw new Error('the last decision has no action');
    const result = failure === undefined ? { ok: true as const } : { ok: false as const, failure };
    return this.look({ ...observed, outcome: { action, result } });
  }

  edit(change: (before: FlinkDeploymentSpec) => FlinkDeploymentSpec): this {
    const { metadata } = this.resource;
    const generation = (metadata?.generation ?? 0) + 1;
    this.resource = { ...this.resource, spec: change(this.resource.spec ?? {}), metadata: { ...metadata, generation } };
    return this;
  }

  editJob(change: JobSpec): this {
    return this.edit((before) => ({ ...before, job: { ...before.job, ...change } }));
  }

  setStatus(change: (before: FlinkDeploymentStatus) => FlinkDeploymentStatus): this {
    this.resource = { ...this.resource, status: change(this.status) };
    return this;
  }

  delete(): this {
    const deletionTimestamp = new Date(this.now).toISOString();
    const metadata = { ...this.resource.metadata, finalizers: [FINALIZER], deletionTimestamp };
    this.resource = { ...this.resource, metadata };
    return this;
  }

  after(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }
}

/** Deployed, nothing seen of it yet. */
export function deployed(of: FlinkDeploymentSpec = spec()): Life {
  const life = new Life(application({ spec: of }));
  life.look({ ...NOTHING_OBSERVED, ha: known(HA_EMPTY) });
  life.acted(starting());
  return life;
}

/** Deployed, with a job that runs. */
export function stable(of: FlinkDeploymentSpec = spec()): Life {
  const life = deployed(of).after(60_000);
  life.look(listed(life.jobId, 'RUNNING', { checkpoints: known({}) }));
  return life;
}

/** What a decision does, and why; the rest is looked at where it matters. */
export function gist({ action, because, requeueAfter, retry }: Decision): {
  does: Action['do'] | undefined;
  because: ReasonCode[];
  requeueAfter: number | undefined;
  retry: boolean;
} {
  return { does: action?.do, because: because.map(({ code }) => code), requeueAfter, retry: retry === true };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}
