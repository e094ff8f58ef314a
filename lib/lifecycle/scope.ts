// SPDX-License-Identifier: Apache-2.0
// What the phases of one decision share: the input, the values derived from it, and the draft of the result. A scope lives for one
// call of `decide` and is never seen outside, which is why its draft may be written to.

import type { FlinkDeploymentSpec, FlinkDeploymentStatus } from '../api/flink-deployment.ts';
import type { RecordedSpec } from '../api/recorded-spec.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import {
  effectiveConfiguration,
  observeConfiguration,
  operatorConfiguration,
} from '../manifests/effective-configuration.ts';
import type { EventDraft, Input, Reason } from './decision.ts';
import type { Observation } from './observation.ts';
import { deployedSpec, lastReconciled } from './predicates.ts';
import type { ReasonCode } from './reason.ts';
import { draftStatus } from './draft-status.ts';

export interface Scope {
  readonly input: Input;
  readonly observed: Observation;
  readonly now: number;
  readonly at: { readonly name: string; readonly namespace: string };
  /** The spec in charge: the resource's own, or the recorded one while the resource's breaks a rule. */
  readonly spec: FlinkDeploymentSpec;
  /** The generation of the spec in charge. */
  readonly generation: number;
  readonly status: FlinkDeploymentStatus;
  readonly events: EventDraft[];
  readonly because: Reason[];
  /** Configuration of the operator for this namespace and Flink version. */
  operatorConfiguration(): FlatConfiguration;
  /** Full configuration that the spec in charge is deployed with. */
  deployConfiguration(): FlatConfiguration;
  /** Configuration for talking to what runs: the deployed spec's, with the operator options of the spec in charge. */
  observeConfiguration(): FlatConfiguration;
}

/** Starts the scope of one decision. */
export function openScope(input: Input): Scope {
  const metadata = input.resource.metadata ?? {};
  return scopeFor(
    input,
    input.resource.spec ?? {},
    metadata.generation ?? 0,
    draftStatus(input.resource.status),
    [],
    [],
  );
}

/** The same decision with another spec in charge; draft, events and reasons are shared. */
export function withSpec(scope: Scope, spec: FlinkDeploymentSpec, generation: number): Scope {
  return scopeFor(scope.input, spec, generation, scope.status, scope.events, scope.because);
}

function scopeFor(
  input: Input,
  spec: FlinkDeploymentSpec,
  generation: number,
  status: FlinkDeploymentStatus,
  events: EventDraft[],
  because: Reason[],
): Scope {
  const at = { name: input.resource.metadata?.name ?? '', namespace: input.resource.metadata?.namespace ?? '' };
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | undefined;
    return () => (made ??= { value: make() }).value;
  };
  return {
    input,
    observed: input.observed,
    now: input.now,
    at,
    spec,
    generation,
    status,
    events,
    because,
    operatorConfiguration: once(() => operatorConfiguration(input.base, at.namespace, spec.flinkVersion)),
    deployConfiguration: once(() => effectiveConfiguration(spec, at, input.base)),
    observeConfiguration: once(() => observeConfiguration(deployedSpec(status) ?? spec, spec, at, input.base)),
  };
}

/** Adds a finding: why what follows is decided. */
export function find(scope: Scope, code: ReasonCode, message: string): void {
  scope.because.push({ code, message });
}

export function emit(scope: Scope, event: EventDraft): void {
  scope.events.push(event);
}

/** The spec that was recorded last; fails loudly where no rule may get before the first deployment. */
export function recorded(scope: Scope): RecordedSpec {
  const spec = lastReconciled(scope.status);
  if (spec === undefined)
    throw new Error(`FlinkDeployment ${scope.at.namespace}/${scope.at.name}: nothing was recorded yet`);
  return spec;
}

/** Whether HA is active both in what runs and in what is to run: only then can HA metadata carry the state over. */
export function haOnBothSides(scope: Scope): boolean {
  return isHaActive(scope.deployConfiguration()) && isHaActive(scope.observeConfiguration());
}
