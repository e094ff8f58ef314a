// SPDX-License-Identifier: Apache-2.0
// What a scenario may do and see. It is written once against this and runs in two worlds: the embedded cluster on virtual time, and a
// real Kubernetes with real Flink.

import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import type { FlinkRestClient } from '../../operator/flink/rest-client.ts';
import type { ResourceKind } from '../../operator/kubernetes/resource-kind.ts';
import type { Storage } from './application.ts';
import type { Trace } from './trace.ts';

export type StoredApplication = Stored<FlinkDeployment>;

export interface World {
  readonly kind: 'embedded' | 'real';
  readonly namespace: string;
  /** Flink's minor version: `1.20`, `2.0`. */
  readonly flinkVersion: string;
  /** Where the job's state is kept. */
  readonly storage: Storage;

  /** Creates the one FlinkDeployment of the scenario, {@link APPLICATION}. */
  apply(application: FlinkDeployment): Promise<void>;
  /** Merges into its `spec`, as an editor of the resource would. */
  patchSpec(patch: Readonly<Record<string, unknown>>): Promise<void>;
  delete(): Promise<void>;
  /** The FlinkDeployment now. */
  application(): Promise<StoredApplication | undefined>;

  /** Waits. @throws Error that names `what` and what the resource looked like. */
  until(what: string, condition: () => Promise<boolean> | boolean, limitSeconds?: number): Promise<void>;
  pause(seconds: number): Promise<void>;

  list<T extends KubernetesObject>(kind: ResourceKind<T>): Promise<Stored<T>[]>;
  /** Asks the JobManager of the application, as anybody would. */
  ask<T>(question: (client: FlinkRestClient) => Promise<T>): Promise<T>;

  /** Deletes the JobManager's pod without grace, as the loss of its node would. */
  killJobManagerPod(): Promise<void>;
  /** Deletes the JobManager's Deployment behind the operator's back. */
  deleteJobManagerDeployment(): Promise<void>;
  /** From now on savepoints cannot be written, or can again. */
  refuseSavepoints(refuse: boolean): Promise<void>;

  /** SIGKILL. */
  killOperator(): Promise<void>;
  startOperator(): Promise<void>;
  /** From now on each write of the resource's status kills the operator, and a new one is started. Returns how to end that, which tells how often. */
  killOperatorAtStatusWrites(): () => Promise<number>;

  /** Every object in the namespace, of whatever kind, that was not there when the scenario began; `Kind/name`. Events apart. */
  leftovers(): Promise<string[]>;
  /** What happened so far. */
  trace(): Promise<Trace>;
  /** @throws Error when a job ran twice at once, or from an older state than there was. `lossIsFine`: the scenario drops state on purpose. */
  checkLineage(lossIsFine: boolean): Promise<void>;
}

/** One scenario. */
export interface Scenario {
  /** File name and name of its trace. */
  readonly name: string;
  /** A sentence. */
  readonly title: string;
  /** Versions of Flink for the real world; `['1.20']` unless given. */
  readonly versions?: readonly string[];
  /** Where the state is kept, one run each; on a volume unless given. */
  readonly storages?: readonly Storage[];
  /** How the operator runs in the real world; from a shell unless given. */
  readonly operator?: 'shell' | 'pod';
  /** Pod Security Standard that its namespace enforces in the real world; none unless given. */
  readonly podSecurity?: 'restricted';
  /** The scenario drops state on purpose. */
  readonly losesState?: boolean;
  /** Its job ends or fails by itself, as its arguments say. */
  readonly endsByItself?: boolean;
  run(world: World): Promise<void>;
}
