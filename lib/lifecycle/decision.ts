// SPDX-License-Identifier: Apache-2.0
// A decision as a value: the status to write first, the one action to take then, what to tell the user and why.

import type { FlinkDeployment, FlinkDeploymentStatus } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import type { Action } from './action.ts';
import type { Observation } from './observation.ts';
import type { ReasonCode } from './reason.ts';

/** Everything that a decision depends on. Equal inputs give equal decisions. */
export interface Input {
  readonly resource: FlinkDeployment;
  readonly observed: Observation;
  /** The operator's own configuration, below every resource's. */
  readonly base: FlatConfiguration;
  /** Epoch milliseconds. */
  readonly now: number;
  /** A job id nobody has used, for the case that a new job is started. */
  readonly freshJobId: string;
}

/** Why something was decided: a code from a closed set and a sentence with the values that mattered. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
}

/** A Kubernetes event to be recorded on the resource. */
export interface EventDraft {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly component: 'Operator' | 'JobManagerDeployment' | 'Job';
  readonly message: string;
  /** Takes the message's place in the event's identity. */
  readonly key?: string;
  /** Recorded once and not counted again. */
  readonly once?: boolean;
}

/** What is to be done now. */
export interface Decision {
  /** To be written, if it differs from what is stored, before the action is carried out. */
  readonly status: FlinkDeploymentStatus;
  /** At most one that changes the world; its outcome comes back in the next observation. */
  readonly action?: Action;
  readonly events: readonly EventDraft[];
  readonly because: readonly Reason[];
  /** Milliseconds until the next look when no event comes before; undefined: only an event helps. */
  readonly requeueAfter?: number;
  /** The last action failed: come back by the retry schedule rather than by `requeueAfter`. */
  readonly retry?: boolean;
}
