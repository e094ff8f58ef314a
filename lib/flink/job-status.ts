// SPDX-License-Identifier: Apache-2.0
// The states of a Flink job, as its REST API names them. Task states are others.

/** Every state; with RECONCILING an operator also says that it does not know. */
export const jobStatuses = [
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
] as const;

/** One of {@link jobStatuses}. */
export type JobStatusName = (typeof jobStatuses)[number];
