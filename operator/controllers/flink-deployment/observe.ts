// SPDX-License-Identifier: Apache-2.0
// Reads Kubernetes and Flink into one plain observation.

import type { Finding } from '../../../lib/api/finding.ts';
import type { Input } from '../../../lib/lifecycle/decision.ts';
import {
  NOTHING_OBSERVED,
  type ActionOutcome,
  type JobManagerPod,
  type Observation,
} from '../../../lib/lifecycle/observation.ts';
import { questions } from '../../../lib/lifecycle/questions.ts';
import { EVENT } from '../../kubernetes/resource-kind.ts';
import type { Context, StoredFlinkDeployment } from './context.ts';
import type { FlinkObserver } from './flink-view.ts';
import { viewHa } from './ha-view.ts';
import { cachedPods, viewDeployment, viewPods, waitsForMount } from './kubernetes-view.ts';

/** A pod that has waited so long for its volumes, in milliseconds, waits for something that does not come by itself. */
const MOUNT_PATIENCE = 10_000;

/** Everything that the next decision may look at. */
export async function observe(
  context: Context,
  flink: FlinkObserver,
  resource: StoredFlinkDeployment,
  outcome: ActionOutcome | undefined,
  errors: readonly Finding[],
  signal: AbortSignal,
): Promise<Observation> {
  const deployment = viewDeployment(context, resource);
  const pods = await withMountTrouble(context, resource, viewPods(context, resource), signal);
  const cached: Observation = {
    ...NOTHING_OBSERVED,
    pods,
    ...(deployment === undefined ? {} : { deployment }),
    ...(outcome === undefined ? {} : { outcome }),
  };
  const asked = questions(inputFor(context, resource, cached), errors);
  const [ha, answers] = await Promise.all([
    viewHa(context, resource, asked.ha, signal),
    flink.ask(resource, asked, signal),
  ]);
  return { ...cached, ...answers, ha };
}

/** The input of a decision. */
export function inputFor(context: Context, resource: StoredFlinkDeployment, observed: Observation): Input {
  return {
    resource,
    observed,
    base: context.settings().base,
    now: context.clock.now(),
    freshJobId: context.random.hex(16),
  };
}

async function withMountTrouble(
  context: Context,
  resource: StoredFlinkDeployment,
  pods: JobManagerPod[],
  signal: AbortSignal,
): Promise<JobManagerPod[]> {
  const namespace = resource.metadata.namespace ?? '';
  const stuck = cachedPods(context, namespace, resource.metadata.name).filter(
    (pod) =>
      waitsForMount(pod) && context.clock.now() - Date.parse(pod.metadata.creationTimestamp ?? '') > MOUNT_PATIENCE,
  );
  if (stuck.length === 0) return pods;
  const events = context.kubernetes.resource(EVENT);
  const found = new Map<string, string>();
  for (const { metadata } of stuck) {
    const fieldSelector = `involvedObject.name=${metadata.name},reason=FailedMount`;
    const [event] = await events.listAll(namespace, { fieldSelector, signal }).catch(() => []);
    if (event !== undefined) found.set(metadata.name, event.message ?? 'a volume cannot be mounted');
  }
  return pods.map((pod) => {
    const message = found.get(pod.name);
    return message === undefined || pod.trouble !== undefined
      ? pod
      : { ...pod, trouble: { reason: 'FailedMount', message } };
  });
}
