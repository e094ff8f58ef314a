// SPDX-License-Identifier: Apache-2.0
// FlinkDeployments for the tests of the lifecycle: a plain application, and what varies of it.

import type {
  FlinkDeployment,
  FlinkDeploymentSpec,
  FlinkDeploymentStatus,
  JobSpec,
} from '../../api/flink-deployment.ts';
import { FINALIZER } from '../cleanup.ts';

/** The instant at which the tests begin, in epoch milliseconds. */
export const NOW: number = Date.parse('2026-01-01T00:00:00.000Z');

export const NAME = 'clicks';
export const NAMESPACE = 'analytics';
export const UID = '3f0c1d5e-0000-4000-8000-000000000001';

/** High availability by Kubernetes, with its data in a bucket. */
export const HA: Readonly<Record<string, string>> = {
  'high-availability.type': 'kubernetes',
  'high-availability.storageDir': 's3://state/ha',
};

export interface SpecChange extends Omit<FlinkDeploymentSpec, 'job' | 'flinkConfiguration'> {
  readonly job?: JobSpec;
  readonly config?: Readonly<Record<string, string>>;
}

/** A stateless application without HA that could do anything else, with `change` laid over it. */
export function spec({ job, config, ...rest }: SpecChange = {}): FlinkDeploymentSpec {
  return {
    image: 'flink:1.20',
    flinkVersion: 'v1_20',
    serviceAccount: 'flink',
    flinkConfiguration: {
      'taskmanager.numberOfTaskSlots': '2',
      'execution.checkpointing.interval': '10 s',
      'execution.checkpointing.dir': 's3://state/checkpoints',
      'execution.checkpointing.savepoint-dir': 's3://state/savepoints',
      ...config,
    },
    job: {
      jarURI: 'local:///opt/flink/usrlib/clicks.jar',
      parallelism: 2,
      state: 'running',
      upgradeMode: 'stateless',
      ...job,
    },
    jobManager: { resource: { cpu: 1, memory: '1024m' } },
    taskManager: { resource: { cpu: 1, memory: '1024m' } },
    ...rest,
  };
}

export interface ResourceChange {
  readonly spec?: FlinkDeploymentSpec;
  readonly status?: FlinkDeploymentStatus;
  readonly generation?: number;
  readonly finalizers?: string[];
  readonly deleting?: boolean;
}

/** A FlinkDeployment that carries the finalizer. */
export function application(change: ResourceChange = {}): FlinkDeployment {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: {
      name: NAME,
      namespace: NAMESPACE,
      uid: UID,
      generation: change.generation ?? 1,
      finalizers: change.finalizers ?? [FINALIZER],
      ...(change.deleting === true ? { deletionTimestamp: new Date(NOW).toISOString() } : {}),
    },
    spec: change.spec ?? spec(),
    ...(change.status === undefined ? {} : { status: change.status }),
  };
}
