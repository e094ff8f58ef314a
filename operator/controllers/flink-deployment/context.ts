// SPDX-License-Identifier: Apache-2.0
// What observing and acting need: clients, caches, time, and the operator's own configuration.

import type { FlinkDeployment } from '../../../lib/api/flink-deployment.ts';
import type { FlatConfiguration } from '../../../lib/flink/configuration.ts';
import type { ConfigMap, Deployment, Ingress, Pod, Stored } from '../../../lib/kubernetes/objects.ts';
import type { Decision } from '../../../lib/lifecycle/decision.ts';
import type { Clock } from '../../../lib/runtime/clock.ts';
import type { Random } from '../../../lib/runtime/random.ts';
import type { Transport } from '../../../lib/runtime/transport.ts';
import type { KubernetesClient } from '../../kubernetes/client.ts';
import type { EventRecorder } from '../../kubernetes/event-recorder.ts';
import type { Informer } from '../../kubernetes/informer.ts';
import type { ResourceClient } from '../../kubernetes/resource-client.ts';
import type { ResourceKind } from '../../kubernetes/resource-kind.ts';
import type { Log } from '../../telemetry/log.ts';

/** The resource as it is stored. */
export type StoredFlinkDeployment = Stored<FlinkDeployment>;

export interface Context {
  readonly kubernetes: KubernetesClient;
  readonly flinkDeployments: ResourceClient<FlinkDeployment>;
  readonly deployments: ResourceClient<Deployment>;
  readonly configMaps: ResourceClient<ConfigMap>;
  readonly ingresses: ResourceClient<Ingress>;
  readonly resources: Informer<FlinkDeployment>;
  readonly jobManagers: Informer<Deployment>;
  readonly jobManagerPods: Informer<Pod>;
  readonly events: EventRecorder;
  /** Reaches `http://<service>.<namespace>:<port>`. */
  readonly flink: Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** The operator's own configuration and log files, as they are now. */
  readonly settings: () => OperatorSettings;
  readonly log: Log;
  /** Told of every decision, before anything of it is carried out. */
  readonly onDecision?: (decided: Decided) => void;
}

/** A decision as it is told to whoever wants to follow the operator. */
export interface Decided {
  readonly resource: StoredFlinkDeployment;
  readonly decision: Decision;
}

/** The operator's own files. */
export interface OperatorSettings {
  readonly base: FlatConfiguration;
  /** Log files for clusters whose spec has none: file name to text. */
  readonly logFiles: Readonly<Record<string, string>>;
}

/** Index of pods by `namespace/app`. */
export const BY_CLUSTER = 'cluster';

/** Any kind of object, for the objects that accompany a cluster. */
export type AnyKind = ResourceKind;
