// SPDX-License-Identifier: Apache-2.0
// The application that scenarios run: the example job that counts and fails by itself when its state has lost or repeated a number.

import type { FlinkDeployment, FlinkDeploymentSpec } from '../../lib/api/flink-deployment.ts';

/** Its name. */
export const APPLICATION = 'app';

/** An image that no registry has. */
export const MISSING_IMAGE = 'flink:not-there';

export type Storage = 'volume' | 's3';

const ROOT: Readonly<Record<Storage, string>> = { volume: 'file:///data', s3: 's3://flink' };

export interface ApplicationOptions {
  readonly upgradeMode: 'stateless' | 'savepoint' | 'last-state';
  readonly highAvailability?: boolean;
  readonly parallelism?: number;
  readonly args?: readonly string[];
  readonly configuration?: Readonly<Record<string, string>>;
  readonly initialSavepointPath?: string;
}

interface Place {
  readonly namespace: string;
  readonly flinkVersion: string;
  readonly storage: Storage;
}

/** The FlinkDeployment. */
export function application(place: Place, options: ApplicationOptions): FlinkDeployment {
  const { flinkVersion, storage, namespace } = place;
  const root = storage === 's3' ? `${ROOT.s3}/${namespace}` : ROOT.volume;
  const spec: FlinkDeploymentSpec = {
    image: `flink:${flinkVersion}`,
    flinkVersion: `v${flinkVersion.replace('.', '_')}` as FlinkDeploymentSpec['flinkVersion'] & string,
    serviceAccount: 'flink',
    flinkConfiguration: {
      'taskmanager.numberOfTaskSlots': '2',
      'execution.checkpointing.interval': '3 s',
      'execution.checkpointing.dir': `${root}/checkpoints`,
      'execution.checkpointing.savepoint-dir': `${root}/savepoints`,
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '3',
      ...(options.highAvailability === true
        ? { 'high-availability.type': 'kubernetes', 'high-availability.storageDir': `${root}/ha` }
        : {}),
      ...FASTER,
      ...(storage === 's3' ? S3 : {}),
      ...options.configuration,
    },
    podTemplate: podTemplate(place),
    jobManager: { resource: { cpu: 0.5, memory: '1024m' } },
    taskManager: { resource: { cpu: 0.5, memory: '1024m' } },
    job: {
      jarURI: 'local:///opt/flink/examples/streaming/StateMachineExample.jar',
      args: [...(options.args ?? ['--rate', '1000'])],
      parallelism: options.parallelism ?? 2,
      state: 'running',
      upgradeMode: options.upgradeMode,
      ...(options.initialSavepointPath === undefined ? {} : { initialSavepointPath: options.initialSavepointPath }),
    },
  };
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: APPLICATION, namespace: place.namespace },
    spec,
  };
}

/** Jobs on a small machine start in half the time when their processes may use more CPU than they ask for, and compile less. */
export const FASTER: Readonly<Record<string, string>> = {
  'kubernetes.jobmanager.cpu.limit-factor': '4',
  'kubernetes.taskmanager.cpu.limit-factor': '4',
  'env.java.opts.all': '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
};

/** The cluster tool's S3 service. */
const S3: Readonly<Record<string, string>> = {
  's3.endpoint': 'http://s3.s3:7070',
  's3.path.style.access': 'true',
  's3.access-key': 'flink',
  's3.secret-key': 'flink-secret',
};

function podTemplate({ storage }: Place): object {
  const container =
    storage === 's3'
      ? { env: [{ name: 'ENABLE_BUILT_IN_PLUGINS', value: 'flink-s3-fs-presto-1.20.5.jar' }] }
      : { volumeMounts: [{ name: 'data', mountPath: '/data' }] };
  return {
    spec: {
      containers: [{ name: 'flink-main-container', ...container }],
      ...(storage === 's3' ? {} : { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] }),
    },
  };
}
