// SPDX-License-Identifier: Apache-2.0
// What a state store asks of a cluster: directories and checkpoint options, access to the service that keeps the files, a volume.

import type { EnvVar } from '../../kubernetes/objects.ts';
import { flinkOptions } from '../../flink/options.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { durationText } from '../quantities.ts';
import type { DurationValue } from '../quantities.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { known, named, renamed } from './option-name.ts';
import type { S3Options, StateVolume } from './state-store.ts';

const CHECKPOINT_DIRECTORY = renamed(
  'execution.checkpointing.dir',
  'v1_20',
  'state.checkpoints.dir',
  'state.backend.fs.checkpointdir',
);
const SAVEPOINT_DIRECTORY = renamed(
  'execution.checkpointing.savepoint-dir',
  'v1_20',
  'state.savepoints.dir',
  'savepoints.state.backend.fs.dir',
);
const CHECKPOINT_INTERVAL = known(flinkOptions.executionCheckpointingInterval);
const INCREMENTAL = renamed('execution.checkpointing.incremental', 'v1_20', 'state.backend.incremental');
const BACKEND = renamed('state.backend.type', 'v1_17', 'state.backend');
const SAVEPOINT_INTERVAL = known(operatorOptions.periodicSavepointInterval);
const S3_ENDPOINT = named('s3.endpoint');
// the file system reads both spellings
const S3_PATH_STYLE = named('s3.path-style-access', 's3.path.style.access');

const STATE_VOLUME = 'flink-state';

/** `<directory>/<name>`, where the state is. */
export function belowState(directory: string | undefined, name: string): string | undefined {
  return directory === undefined ? undefined : `${directory.replace(/\/+$/, '')}/${name}`;
}

/** Adds what `props.state` asks for. */
export function addState({ state }: FlinkClusterProps, cluster: ClusterDraft): void {
  if (state === undefined) return;
  const interval = (value: DurationValue | undefined): string | undefined =>
    value === undefined ? undefined : durationText(value);
  cluster.set(CHECKPOINT_DIRECTORY, belowState(state.directory, 'checkpoints'), 'state.directory');
  cluster.set(SAVEPOINT_DIRECTORY, belowState(state.directory, 'savepoints'), 'state.directory');
  cluster.set(CHECKPOINT_INTERVAL, interval(state.checkpointInterval), 'state.checkpointInterval');
  cluster.set(INCREMENTAL, state.incremental, 'state.incremental');
  cluster.set(BACKEND, state.backend, 'state.backend');
  cluster.set(SAVEPOINT_INTERVAL, interval(state.savepointInterval), 'state.savepointInterval');
  if (state.s3 !== undefined) addS3(state.s3, cluster);
  if (state.volume !== undefined) addVolume(state.volume, cluster);
}

function addS3({ endpoint, pathStyleAccess, credentials, plugin }: S3Options, cluster: ClusterDraft): void {
  cluster.set(S3_ENDPOINT, endpoint, 'state.s3.endpoint');
  cluster.set(S3_PATH_STYLE, pathStyleAccess, 'state.s3.pathStyleAccess');
  if (credentials !== undefined) {
    const { secretName, accessKeyIdKey = 'accessKeyId', secretAccessKeyKey = 'secretAccessKey' } = credentials;
    cluster.pods.setEnv(fromSecret('AWS_ACCESS_KEY_ID', secretName, accessKeyIdKey));
    cluster.pods.setEnv(fromSecret('AWS_SECRET_ACCESS_KEY', secretName, secretAccessKeyKey));
  }
  if (plugin !== undefined) cluster.pods.setEnv({ name: 'ENABLE_BUILT_IN_PLUGINS', value: plugin });
}

function fromSecret(name: string, secret: string, key: string): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

function addVolume({ claimName, mountPath, subPath, fsGroup }: StateVolume, { pods }: ClusterDraft): void {
  pods.mount(
    { name: STATE_VOLUME, persistentVolumeClaim: { claimName } },
    { mountPath, ...(subPath === undefined ? {} : { subPath }) },
  );
  if (fsGroup !== undefined) pods.spec = { ...pods.spec, securityContext: { fsGroup } };
}
