// SPDX-License-Identifier: Apache-2.0
// A session as others see it, whether this app makes it or not, and how one that is made here is recognised, also one of another copy of this
// library. The classes stand elsewhere, because they need each other.

import type { IConstruct } from 'constructs';
import type { FlinkDeployment } from '../api/flink-deployment.ts';
import type { SessionJobProps } from '../manifests/flink-session-job-props.ts';
import type { FlinkSessionJob } from './flink-session-job.ts';
import type { WarningProps } from './warnings.ts';

/** Property that marks a session construct. */
export const SESSION_BRAND: symbol = Symbol.for('flinkwright.FlinkSession');

/** A session that jobs can be added to: a `FlinkSession`, or what `FlinkSession.fromName` gives. */
export interface FlinkSessionReference extends IConstruct {
  /** Name of the session's FlinkDeployment. */
  readonly name: string;
  /** Its namespace; absent: wherever it is applied. */
  readonly namespace: string | undefined;
  /** Adds a job to the session. */
  addJob(id: string, props: SessionJobProps & WarningProps): FlinkSessionJob;
}

/** What a session construct knows of itself beyond that. */
export interface MadeHere {
  /** Its FlinkDeployment as it was built, before patches. */
  readonly manifest: FlinkDeployment;
}

/** Whether `value` is a session construct. */
export function isMadeHere(value: unknown): value is FlinkSessionReference & MadeHere {
  return typeof value === 'object' && value !== null && SESSION_BRAND in value;
}
