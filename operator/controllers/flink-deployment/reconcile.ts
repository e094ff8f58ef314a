// SPDX-License-Identifier: Apache-2.0
// One reconcile of a FlinkDeployment: observe, decide, write status, act, and again with the outcome until there is nothing to do.

import { decide } from '../../../lib/lifecycle/decide.ts';
import type { Action } from '../../../lib/lifecycle/action.ts';
import type { Decision } from '../../../lib/lifecycle/decision.ts';
import type { ActionOutcome } from '../../../lib/lifecycle/observation.ts';
import { equal } from '../../../lib/runtime/json.ts';
import { isConflict, isNotFound } from '../../kubernetes/kube-error.ts';
import type { ReconcileRequest, ReconcileResult } from '../../kubernetes/controller.ts';
import { act } from './act.ts';
import type { Context, StoredFlinkDeployment } from './context.ts';
import { FlinkObserver } from './flink-view.ts';
import { inputFor, observe } from './observe.ts';
import { ResourceErrors } from './resource-errors.ts';

/** Steps in one run; a longer chain goes on in the next run, after others had their turn. */
const LONGEST_CHAIN = 20;

/** A failed action is in the status already; the queue only has to bring the resource back by its schedule. */
export class ActionFailed extends Error {
  override readonly name = 'ActionFailed';
}

/** Makes the reconcile function of the controller. */
export function flinkDeploymentReconciler(
  context: Context,
): (request: ReconcileRequest) => Promise<ReconcileResult | undefined> {
  const flink = new FlinkObserver(context);
  const resourceErrors = new ResourceErrors(() => context.settings().base);
  return async ({ namespace, name, signal, log }) => {
    let outcome: ActionOutcome | undefined;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const resource = context.resources.get(namespace, name);
      if (resource === undefined) return undefined;
      if (step === 0 && resource.metadata.deletionTimestamp === undefined && resource.spec === undefined)
        return undefined;
      const errors = resourceErrors.of(resource, log);
      const observed = await observe(context, flink, resource, outcome, errors, signal);
      const input = inputFor(context, resource, observed);
      const decision = decide(input, errors);
      for (const reason of decision.because) log.debug({ reason: reason.code }, reason.message);
      context.onDecision?.({ resource, decision });
      const current = await writeStatus(context, resource, decision);
      if (current === undefined) {
        // Somebody else wrote in between: nothing was done yet, so decide again from what is there now.
        outcome = undefined;
        continue;
      }
      for (const { key, once, ...event } of decision.events)
        context.events.record(current, {
          ...event,
          ...(key === undefined ? {} : { messageKey: key }),
          ...(once === true ? { repetition: { kind: 'once' as const } } : {}),
        });
      if (decision.action !== undefined) {
        log.info({ ...describeAction(decision.action), reason: decision.because.map(({ code }) => code) }, 'acting');
        outcome = await act(context, current, decision.action, signal);
        if (decision.action.do === 'remove-finalizer' && outcome.result.ok) {
          flink.forget(current.metadata.uid);
          return undefined;
        }
        continue;
      }
      outcome = undefined;
      if (decision.retry === true) throw new ActionFailed(decision.because.at(-1)?.message ?? 'the last action failed');
      if (decision.requeueAfter === undefined) return undefined;
      if (decision.requeueAfter > 0) return { requeueAfterMs: decision.requeueAfter };
    }
    return { requeueAfterMs: 1 };
  };
}

/** What of an action belongs into the log. */
function describeAction(action: Action): Record<string, string> {
  return { action: action.do, ...(action.do === 'stop-with-savepoint' ? { triggerId: action.triggerId } : {}) };
}

/** Writes the status if it differs; undefined when the resource has changed meanwhile. */
async function writeStatus(
  context: Context,
  resource: StoredFlinkDeployment,
  decision: Decision,
): Promise<StoredFlinkDeployment | undefined> {
  // An empty status says no more than none.
  if (equal(resource.status ?? {}, decision.status)) return resource;
  try {
    const written = await context.flinkDeployments.replaceStatus({ ...resource, status: decision.status });
    context.resources.written(written);
    return written;
  } catch (error) {
    const { namespace, name, uid } = resource.metadata;
    if (isNotFound(error)) context.resources.deleted(namespace, name, uid);
    else if (isConflict(error)) {
      const latest = await context.flinkDeployments.find(namespace, name);
      if (latest === undefined) context.resources.deleted(namespace, name, uid);
      else context.resources.written(latest);
    } else throw error;
    return undefined;
  }
}
