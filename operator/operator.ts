// SPDX-License-Identifier: Apache-2.0
// Puts the operator together from what surrounds it. The same function serves the process in a cluster, the one started from a
// shell, and the ones that tests start and kill; only the surroundings differ.

import { isSet, readOption } from '../lib/flink/configuration.ts';
import { operatorOptions } from '../lib/flink/operator-options.ts';
import type { Pod } from '../lib/kubernetes/objects.ts';
import { COMPONENTS, LABELS, NATIVE_TYPE } from '../lib/manifests/cluster-names.ts';
import type { Clock } from '../lib/runtime/clock.ts';
import type { Random } from '../lib/runtime/random.ts';
import type { Transport } from '../lib/runtime/transport.ts';
import {
  BY_CLUSTER,
  type Context,
  type Decided,
  type OperatorSettings,
} from './controllers/flink-deployment/context.ts';
import { flinkDeploymentReconciler } from './controllers/flink-deployment/reconcile.ts';
import { deploymentKeys, podKeys, resourceKeys } from './controllers/flink-deployment/triggers.ts';
import { slimDeployment, slimPod } from './controllers/flink-deployment/slim.ts';
import type { BackoffOptions } from './kubernetes/backoff.ts';
import { KubernetesClient } from './kubernetes/client.ts';
import { Controller } from './kubernetes/controller.ts';
import { EventRecorder } from './kubernetes/event-recorder.ts';
import { Health } from './kubernetes/health.ts';
import { Informer } from './kubernetes/informer.ts';
import { CONFIG_MAP, DEPLOYMENT, EVENT, FLINK_DEPLOYMENT, INGRESS, POD } from './kubernetes/resource-kind.ts';
import { Runtime } from './kubernetes/runtime.ts';
import type { Log } from './telemetry/log.ts';

/** Everything that the operator does not bring along itself. */
export interface Surroundings {
  /** Reaches the API server. */
  readonly kubernetes: Transport;
  /** Reaches `http://<service>.<namespace>:<port>` for the JobManagers. */
  readonly flink: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The operator's own configuration as it is now; read again for every decision. */
  readonly settings: () => OperatorSettings;
  /** Namespaces to watch; all of them unless given. */
  readonly namespaces?: readonly string[];
  /** Called before every write; throws when this process may no longer write. */
  readonly fence?: () => void;
  /** Told of every decision before it is carried out. */
  readonly onDecision?: (decided: Decided) => void;
  /** Deep-freezes cached objects, so that a test finds whoever writes into them. */
  readonly freeze?: boolean;
}

/** An operator that is running or about to. */
export interface RunningOperator {
  /** For the probes of the pod. */
  readonly health: Health;
  /** Resolves when the caches have been filled and work has begun. */
  readonly started: Promise<void>;
  /** Ends what is under way and stops; safe to call again. */
  stop(): Promise<void>;
}

/** I/O-bound workers are cheap here; the key counts where somebody has set it. */
const WORKERS = 200;

/** Starts the operator. */
export function startOperator(surroundings: Surroundings): RunningOperator {
  const { clock, random, log, settings } = surroundings;
  const kubernetes = new KubernetesClient({
    transport: surroundings.kubernetes,
    clock,
    random,
    ...(surroundings.fence === undefined ? {} : { fence: surroundings.fence }),
  });
  const context = contextOf(surroundings, kubernetes);
  const { base } = settings();
  const parallelism = readOption(base, operatorOptions.reconcileParallelism);
  const controller = new Controller({
    name: 'flinkdeployment',
    reconcile: flinkDeploymentReconciler(context),
    describe: (key) => {
      const [namespace, name] = key.split('/');
      return context.resources.get(namespace, name ?? '')?.metadata;
    },
    clock,
    random,
    log,
    workers: isSet(base, operatorOptions.reconcileParallelism) && parallelism > 0 ? parallelism : WORKERS,
    backoff: backoffOf(base),
    rate: rateOf(base),
  });
  controller
    .watch(context.resources, resourceKeys)
    .watch(context.jobManagers, deploymentKeys)
    .watch(context.jobManagerPods, podKeys);
  const health = new Health();
  const runtime = new Runtime({
    clock,
    log,
    health,
    informers: [context.resources, context.jobManagers, context.jobManagerPods],
    controllers: [controller],
    events: context.events,
  });
  return { health, started: runtime.start(), stop: () => runtime.stop() };
}

function contextOf(surroundings: Surroundings, kubernetes: KubernetesClient): Context {
  const { log, namespaces, freeze } = surroundings;
  const shared = {
    ...(namespaces === undefined ? {} : { namespaces }),
    ...(freeze === undefined ? {} : { freeze }),
    onError: (error: unknown): void => {
      log.warn({ error }, 'a watch failed and is opened again');
    },
  };
  const flinkDeployments = kubernetes.resource(FLINK_DEPLOYMENT);
  const deployments = kubernetes.resource(DEPLOYMENT);
  const labelSelector = `${LABELS.component}=${COMPONENTS.jobManager},${LABELS.type}=${NATIVE_TYPE}`;
  const selector = readOption(surroundings.settings().base, operatorOptions.labelSelector);
  return {
    kubernetes,
    flinkDeployments,
    deployments,
    configMaps: kubernetes.resource(CONFIG_MAP),
    ingresses: kubernetes.resource(INGRESS),
    resources: new Informer({
      resource: flinkDeployments,
      ...shared,
      ...(selector === undefined ? {} : { labelSelector: selector }),
    }),
    jobManagers: new Informer({ resource: deployments, ...shared, labelSelector, trim: slimDeployment }),
    jobManagerPods: new Informer({
      resource: kubernetes.resource(POD),
      ...shared,
      labelSelector,
      trim: slimPod,
      indexers: {
        [BY_CLUSTER]: ({ metadata }: Pod) => [`${metadata?.namespace ?? ''}/${metadata?.labels?.[LABELS.app] ?? ''}`],
      },
    }),
    events: new EventRecorder({ events: kubernetes.resource(EVENT), log }),
    flink: surroundings.flink,
    clock: surroundings.clock,
    random: surroundings.random,
    settings: surroundings.settings,
    log,
    ...(surroundings.onDecision === undefined ? {} : { onDecision: surroundings.onDecision }),
  };
}

function backoffOf(base: OperatorSettings['base']): BackoffOptions {
  const maxMs = readOption(base, operatorOptions.retryMaxInterval);
  return {
    initialMs: readOption(base, operatorOptions.retryInitialInterval),
    multiplier: readOption(base, operatorOptions.retryIntervalMultiplier),
    maxAttempts: readOption(base, operatorOptions.retryMaxAttempts),
    ...(maxMs === undefined ? {} : { maxMs }),
  };
}

/**
 * The limit protects a JVM operator from storms of events. Here events are merged in the queue and looks at Flink are paced by the
 * decisions themselves, so by default it would only delay; it counts where somebody has set it.
 */
function rateOf(base: OperatorSettings['base']): { limit: number; periodMs: number } {
  const given = isSet(base, operatorOptions.rateLimiterLimit) || isSet(base, operatorOptions.rateLimiterRefreshPeriod);
  return {
    limit: given ? readOption(base, operatorOptions.rateLimiterLimit) : 0,
    periodMs: readOption(base, operatorOptions.rateLimiterRefreshPeriod),
  };
}
