// SPDX-License-Identifier: Apache-2.0
// A pod template of a FlinkDeployment with its place, and what all rules on templates ask.

import type { PodTemplateSpec } from '../../kubernetes/objects.ts';

/** A template and where it stands. */
export interface Placed {
  readonly path: string;
  readonly component: 'both' | 'jobManager' | 'taskManager';
  readonly template: PodTemplateSpec;
}

/** The templates that are merged with this one, itself included. */
export function relatedTo({ component }: Placed, all: readonly Placed[]): Placed[] {
  return all.filter((other) => component === 'both' || other.component === 'both' || other.component === component);
}

/** In a template nulls stay where they are written. */
export function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}
