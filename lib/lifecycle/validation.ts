// SPDX-License-Identifier: Apache-2.0
// A spec that breaks a rule is answered in the status and otherwise not there: what runs goes on as it was recorded.

import { formatFindings } from '../api/validate.ts';
import type { Finding } from '../api/finding.ts';
import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { ValueError } from '../flink/value-error.ts';
import { setError } from './error-status.ts';
import { isBeforeFirstDeployment, lastReconciled } from './predicates.ts';
import { emit, find, withSpec, type Scope } from './scope.ts';

/** Says what is wrong, and gives the scope with the recorded spec in charge, or nothing when there is none to go on with. */
export function reject(scope: Scope, errors: readonly Finding[]): Scope | undefined {
  const message = invalid(scope, errors);
  find(scope, 'ValidationError', message);
  setInvalid(scope, errors);
  emit(scope, { type: 'Warning', reason: 'ValidationError', component: 'Operator', message, once: true });
  return inCharge(scope);
}

/** Puts what is wrong into the status, if anything is. */
export function setInvalid(scope: Scope, errors: readonly Finding[]): void {
  if (errors.length > 0) setError(scope, { type: 'validation', message: invalid(scope, errors) });
}

function invalid(scope: Scope, errors: readonly Finding[]): string {
  return formatFindings(`FlinkDeployment ${scope.at.namespace}/${scope.at.name}`, [...errors]);
}

/** The scope with the recorded spec in charge instead of an invalid one; undefined when none was recorded yet. */
export function inCharge(scope: Scope): Scope | undefined {
  const { status } = scope;
  const recorded = lastReconciled(status);
  if (isBeforeFirstDeployment(status) || recorded === undefined) return undefined;
  const inFlight =
    status.reconciliationStatus?.state === 'UPGRADING' || status.reconciliationStatus?.state === 'ROLLING_BACK';
  const { job } = recorded.spec;
  const upgradeMode = keepsState(job?.upgradeMode, scope.spec.job?.upgradeMode);
  const spec =
    job === undefined
      ? recorded.spec
      : { ...recorded.spec, job: { ...job, upgradeMode, ...(inFlight ? { state: 'running' as const } : {}) } };
  return withSpec(scope, spec, status.observedGeneration ?? scope.generation);
}

/** What is recorded is how the job was started, which need not be what its user wants for it: an invalid spec never drops state. */
function keepsState(recorded: UpgradeModeName | undefined, wanted: unknown): UpgradeModeName {
  if (recorded !== undefined && recorded !== 'stateless') return recorded;
  return wanted === undefined || wanted === 'stateless' ? 'stateless' : 'savepoint';
}

/** A scope of which everything can be computed, even when the resource's spec is invalid; for a spec that was never deployed, an empty one. */
export function readable(scope: Scope, errors: readonly Finding[]): Scope {
  if (errors.length === 0) return scope;
  const { flinkVersion, job } = scope.spec;
  const empty = { ...(flinkVersion === undefined ? {} : { flinkVersion }), ...(job === undefined ? {} : { job: {} }) };
  return inCharge(scope) ?? withSpec(scope, empty, scope.generation);
}

/**
 * Runs `look`, once more with a finding when a value cannot be read that no rule of validation looks at: the recorded spec is then in
 * charge, as for any other mistake. What cannot be read even then is thrown.
 */
export function withoutUnreadableValues<T>(errors: readonly Finding[], look: (errors: readonly Finding[]) => T): T {
  try {
    return look(errors);
  } catch (error) {
    if (!(error instanceof ValueError) || errors.length > 0) throw error;
    const finding: Finding = {
      code: 'configuration.unreadable-value',
      path: 'spec.flinkConfiguration',
      message: `${error.message}.`,
      allowed: error.allowed,
      remedy: 'Correct the value, or remove it to get the default.',
      severity: 'error',
    };
    return look([finding]);
  }
}
