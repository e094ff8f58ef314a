// SPDX-License-Identifier: Apache-2.0
// Access to the services that keep state: addresses, and credentials that reach the pods from Secrets and never stand in a configuration.
// What each of Flink's file systems reads from where is known here and nowhere else.

import type { PersistentVolumeClaim } from '../../kubernetes/objects.ts';
import { quantityText } from '../quantities.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import { EnvValue, nameOf } from './env-value.ts';
import { named } from './option-name.ts';
import type { AzureOptions, GcsOptions, S3Options, StateStore, StateVolume } from './state-store.ts';

const S3_ENDPOINT = named('s3.endpoint');
// the file system reads both spellings
const S3_PATH_STYLE = named('s3.path-style-access', 's3.path.style.access');

const VOLUME = 'flink-state';
const GCS_VOLUME = 'gcs-credentials';
const GCS_PATH = '/etc/flinkwright/gcs';

/** Flink's own reader of `AZURE_STORAGE_KEY`, for the older of Azure's two file systems. */
const AZURE_KEY_PROVIDER = 'org.apache.flink.fs.azurefs.EnvironmentVariableKeyProvider';

/** Adds what the file system of `state` asks for. */
export function addFileSystem(state: StateStore, cluster: ClusterDraft): void {
  const { s3, gcs, azure, volume } = state;
  if (s3 !== undefined) addS3(s3, cluster);
  if (gcs !== undefined) addGcs(gcs, cluster);
  if (azure !== undefined) addAzure(azure, state.directory, cluster);
  if (volume !== undefined) addVolume(volume, cluster);
}

function addS3({ endpoint, pathStyleAccess, region, credentials, plugin }: S3Options, cluster: ClusterDraft): void {
  cluster.set(S3_ENDPOINT, endpoint, 'state.s3.endpoint');
  cluster.set(S3_PATH_STYLE, pathStyleAccess, 'state.s3.pathStyleAccess');
  if (region !== undefined) cluster.pods.setEnv('AWS_REGION', region);
  if (credentials !== undefined) {
    const { secretName, accessKeyIdKey = 'accessKeyId', secretAccessKeyKey = 'secretAccessKey' } = credentials;
    cluster.pods.setEnv('AWS_ACCESS_KEY_ID', EnvValue.fromSecret(secretName, accessKeyIdKey));
    cluster.pods.setEnv('AWS_SECRET_ACCESS_KEY', EnvValue.fromSecret(secretName, secretAccessKeyKey));
  }
  if (plugin !== undefined) cluster.plugins.push(plugin);
}

function addGcs({ credentials, plugin }: GcsOptions, cluster: ClusterDraft): void {
  if (plugin !== undefined) cluster.plugins.push(plugin);
  if (credentials === undefined) return;
  const { secretName, key = 'key.json' } = credentials;
  cluster.pods.mount(
    { name: GCS_VOLUME, secret: { secretName: nameOf(secretName) } },
    { mountPath: GCS_PATH, readOnly: true },
  );
  cluster.pods.setEnv('GOOGLE_APPLICATION_CREDENTIALS', `${GCS_PATH}/${key}`);
}

function addAzure({ credentials, plugin }: AzureOptions, directory: string, cluster: ClusterDraft): void {
  if (plugin !== undefined) cluster.plugins.push(plugin);
  if (credentials === undefined) return;
  const { secretName, key = 'accountKey' } = credentials;
  cluster.pods.setEnv('AZURE_STORAGE_KEY', EnvValue.fromSecret(secretName, key));
  const account = azureAccount(directory);
  if (account !== undefined)
    cluster.set(named(`fs.azure.account.keyprovider.${account}`), AZURE_KEY_PROVIDER, 'state.azure.credentials');
}

/** Host of the storage account in a `wasb` or `wasbs` URI. */
export function azureAccount(uri: string): string | undefined {
  return /^wasbs?:\/\/[^@/]+@([^/]+)/.exec(uri)?.[1];
}

function addVolume(volume: StateVolume, cluster: ClusterDraft): void {
  const { claimName, size, storageClass, accessMode = 'ReadWriteMany', mountPath, subPath, fsGroup } = volume;
  const name = claimName === undefined ? `${cluster.name}-state` : nameOf(claimName);
  if (size !== undefined) {
    const claim: PersistentVolumeClaim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: cluster.metadata(name),
      spec: {
        accessModes: [accessMode],
        ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
        resources: { requests: { storage: quantityText(size) } },
      },
    };
    cluster.extras.push(claim);
  }
  cluster.pods.mount(
    { name: VOLUME, persistentVolumeClaim: { claimName: name } },
    { mountPath, ...(subPath === undefined ? {} : { subPath }) },
  );
  if (fsGroup !== undefined) cluster.pods.spec = { ...cluster.pods.spec, securityContext: { fsGroup } };
}
