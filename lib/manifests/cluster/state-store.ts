// SPDX-License-Identifier: Apache-2.0
// Where jobs keep their state: one root below which checkpoints, savepoints and high-availability metadata each get a directory. A
// `StateStore` is a plain value: the factories only help to write it. Nothing here is turned into configuration; see `state-part.ts`.

import { given } from '../given.ts';
import type { DurationValue, SizeValue } from '../quantities.ts';
import type { NamedObject } from './env-value.ts';

/** When and how state is written. */
export interface StateOptions {
  /**
   * Time between the starts of two checkpoints (`execution.checkpointing.interval`).
   * @default - not set: Flink takes no checkpoints, except with `UpgradeMode.LAST_STATE`, where the operator sets 5 minutes
   * @example Duration.minutes(1)
   */
  readonly checkpointInterval?: DurationValue;
  /**
   * Time after which a checkpoint is given up (`execution.checkpointing.timeout`).
   * @default - Flink's: 10 minutes
   */
  readonly checkpointTimeout?: DurationValue;
  /**
   * Least time between the end of a checkpoint and the start of the next (`execution.checkpointing.min-pause`).
   * @default - Flink's: none
   */
  readonly minPause?: DurationValue;
  /**
   * Checkpoints in a row that may fail before the job does (`execution.checkpointing.tolerable-failed-checkpoints`).
   * @default - Flink's: 0
   */
  readonly tolerableFailures?: number;
  /**
   * Whether barriers may overtake records, so that checkpoints get through under backpressure (`execution.checkpointing.unaligned.enabled`;
   * `execution.checkpointing.unaligned` before Flink 1.17); a duration: only after so long
   * (`execution.checkpointing.aligned-checkpoint-timeout`).
   * @default false
   */
  readonly unaligned?: boolean | DurationValue;
  /**
   * Whether each record counts exactly once or at least once after a recovery (`execution.checkpointing.mode`).
   * @default 'exactly-once'
   */
  readonly guarantee?: 'exactly-once' | 'at-least-once';
  /**
   * Number of completed checkpoints that are kept (`execution.checkpointing.num-retained`; `state.checkpoints.num-retained` before
   * Flink 1.20).
   * @default - Flink's: 1
   */
  readonly retained?: number;
  /**
   * Whether the last checkpoint outlives the cancelling of its job (`execution.checkpointing.externalized-checkpoint-retention`). Upgrades
   * with `UpgradeMode.LAST_STATE` need it.
   * @default - the operator's: true
   */
  readonly retainOnCancellation?: boolean;
  /**
   * Where checkpoints go (`execution.checkpointing.dir`; `state.checkpoints.dir` before Flink 1.20), as a URI.
   * @default - `<directory>/checkpoints`
   */
  readonly checkpointDirectory?: string;
  /**
   * Where savepoints go (`execution.checkpointing.savepoint-dir`; `state.savepoints.dir` before Flink 1.20), as a URI.
   * @default - `<directory>/savepoints`
   */
  readonly savepointDirectory?: string;
  /**
   * Where running state lives (`state.backend.type`; `state.backend` before Flink 1.17). `forst` exists from Flink 2.0 on.
   * @default - Flink's: `hashmap`, on the heap
   */
  readonly backend?: 'hashmap' | 'rocksdb' | 'forst';
  /**
   * Whether a checkpoint holds only the difference to the one before (`execution.checkpointing.incremental`; `state.backend.incremental`
   * before Flink 1.20). Only the `rocksdb` and `forst` backends can.
   * @default false
   */
  readonly incremental?: boolean;
}

/** The file system of a store. */
export interface FileSystemOptions {
  /**
   * File name of the file-system plugin below `/opt/flink/opt` of the image, activated through `ENABLE_BUILT_IN_PLUGINS`. Its version
   * must be that of the image.
   * @default - none: the image has its plugin in place
   * @example 'flink-s3-fs-presto-1.20.1.jar'
   */
  readonly plugin?: string;
}

/** How to reach an S3 service. Every member may be left out on a cluster that grants access by workload identity. */
export interface S3Options extends FileSystemOptions {
  /**
   * Address of the service (`s3.endpoint`).
   * @default - Amazon's, by region
   * @example 'http://minio.storage:9000'
   */
  readonly endpoint?: string;
  /**
   * Address buckets by path instead of by host name, as MinIO wants it (`s3.path-style-access`).
   * @default false
   */
  readonly pathStyleAccess?: boolean;
  /**
   * Region of the bucket (`AWS_REGION` of the pods).
   * @default - that of the pod's environment
   */
  readonly region?: string;
  /**
   * Secret with the access key, in the namespace of the application. Its values reach the pods as `AWS_ACCESS_KEY_ID` and
   * `AWS_SECRET_ACCESS_KEY`.
   * @default - credentials of the pod's environment (workload identity)
   */
  readonly credentials?: S3Credentials;
}

/** A Secret that holds an access key. */
export interface S3Credentials {
  /** The Secret: its name, or anything that has one. */
  readonly secretName: NamedObject;
  /**
   * Its key with the id.
   * @default 'accessKeyId'
   */
  readonly accessKeyIdKey?: string;
  /**
   * Its key with the secret.
   * @default 'secretAccessKey'
   */
  readonly secretAccessKeyKey?: string;
}

/** How to reach Google Cloud Storage. Every member may be left out on a cluster that grants access by workload identity. */
export interface GcsOptions extends FileSystemOptions {
  /**
   * Secret with the key file of a service account, in the namespace of the application. It is mounted, and `GOOGLE_APPLICATION_CREDENTIALS`
   * names the file.
   * @default - credentials of the pod's environment (workload identity)
   */
  readonly credentials?: GcsCredentials;
}

/** A Secret that holds the key file of a service account. */
export interface GcsCredentials {
  /** The Secret: its name, or anything that has one. */
  readonly secretName: NamedObject;
  /**
   * Its key with the file.
   * @default 'key.json'
   */
  readonly key?: string;
}

/** How to reach Azure Blob Storage. */
export interface AzureOptions extends FileSystemOptions {
  /**
   * Secret with the account key, for `wasb://` and `wasbs://`: its value reaches the pods as `AZURE_STORAGE_KEY`, where Flink's own key
   * provider looks for it. For `abfs://` and `abfss://` Flink reads an account key from its configuration only, which everybody can read:
   * use workload identity there.
   * @default - credentials of the pod's environment (workload identity), as `config` says
   */
  readonly credentials?: AzureCredentials;
}

/** A Secret that holds the key of a storage account. */
export interface AzureCredentials {
  /** The Secret: its name, or anything that has one. */
  readonly secretName: NamedObject;
  /**
   * Its key with the account key.
   * @default 'accountKey'
   */
  readonly key?: string;
}

/** A PersistentVolumeClaim that every pod of the application mounts: one that is there (`claimName`), or one that is made (`size`). */
export interface StateVolume {
  /** The claim, in the namespace of the application: its name, or anything that has one. */
  readonly claimName?: NamedObject;
  /**
   * Makes a claim `<application>-state` of this size. It is part of the chart: deleting it there deletes the state.
   * @example Size.gibibytes(50)
   */
  readonly size?: SizeValue;
  /**
   * Class of the claim that is made.
   * @default - that of the cluster
   */
  readonly storageClass?: string;
  /**
   * How the claim that is made can be mounted. `ReadWriteOnce` binds all pods to one node.
   * @default 'ReadWriteMany'
   */
  readonly accessMode?: 'ReadWriteMany' | 'ReadWriteOnce';
  /** Absolute path in the containers. */
  readonly mountPath: string;
  /**
   * Directory within the volume.
   * @default - its root
   */
  readonly subPath?: string;
  /**
   * Group that owns the volume's files (`securityContext.fsGroup`).
   * @default - as `security.fsGroup`: 9999
   */
  readonly fsGroup?: number;
}

/** Where jobs keep their state; made by the factories of the same name. */
export interface StateStore extends StateOptions {
  /**
   * Root directory, as a URI. Checkpoints go to `<directory>/checkpoints`, savepoints to `<directory>/savepoints`, high-availability
   * metadata to `<directory>/ha` (`high-availability.storageDir`). Give each application its own.
   */
  readonly directory: string;
  /** How to reach S3, when `directory` is there. */
  readonly s3?: S3Options;
  /** How to reach Google Cloud Storage, when `directory` is there. */
  readonly gcs?: GcsOptions;
  /** How to reach Azure Blob Storage, when `directory` is there. */
  readonly azure?: AzureOptions;
  /** The volume to mount, when `directory` is on one. */
  readonly volume?: StateVolume;
}

type VolumeOptions = StateOptions & Partial<Pick<StateVolume, 'mountPath' | 'subPath' | 'fsGroup'>>;

const S3_MEMBERS = ['endpoint', 'pathStyleAccess', 'region', 'credentials', 'plugin'] as const;
const KEY_MEMBERS = ['credentials', 'plugin'] as const;
const VOLUME_MEMBERS = ['claimName', 'size', 'storageClass', 'accessMode', 'mountPath', 'subPath', 'fsGroup'] as const;

/** Makes state stores. */
export const StateStore = {
  /**
   * State in S3 or a service that speaks its protocol.
   * @param uri `s3://bucket/path` (or `s3a://`, `s3p://`)
   */
  s3(uri: string, options: StateOptions & S3Options = {}): StateStore {
    return store(uri, options, 's3', S3_MEMBERS);
  },
  /**
   * State in Google Cloud Storage.
   * @param uri `gs://bucket/path`
   */
  gcs(uri: string, options: StateOptions & GcsOptions = {}): StateStore {
    return store(uri, options, 'gcs', KEY_MEMBERS);
  },
  /**
   * State in Azure Blob Storage or Data Lake Storage.
   * @param uri `abfss://container@account.dfs.core.windows.net/path`, `wasbs://container@account.blob.core.windows.net/path`
   */
  azure(uri: string, options: StateOptions & AzureOptions = {}): StateStore {
    return store(uri, options, 'azure', KEY_MEMBERS);
  },
  /**
   * State in HDFS. The addresses of its servers come with `hadoop`, or with the image.
   * @param uri `hdfs:///path`, `hdfs://nameservice/path`
   */
  hdfs(uri: string, options: StateOptions = {}): StateStore {
    return { directory: uri, ...options };
  },
  /**
   * State in a directory that all pods already reach.
   * @param uri with a scheme that the image has a file system for
   */
  directory(uri: string, options: StateOptions = {}): StateStore {
    return { directory: uri, ...options };
  },
  /**
   * State on a PersistentVolumeClaim, which is mounted into the JobManager and every TaskManager; for more than one node it must be
   * ReadWriteMany.
   * @param claim the claim, in the namespace of the application: its name, or anything that has one
   */
  volume(claim: NamedObject, options: VolumeOptions = {}): StateStore {
    return onVolume({ ...options, claimName: claim });
  },
  /**
   * State on a PersistentVolumeClaim that is made, `<application>-state`; it is mounted into the JobManager and every TaskManager.
   * @param size such as `Size.gibibytes(50)`, `'50Gi'`
   */
  pvc(size: SizeValue, options: VolumeOptions & Pick<StateVolume, 'storageClass' | 'accessMode'> = {}): StateStore {
    return onVolume({ ...options, size });
  },
} as const;

function onVolume(options: StateOptions & Partial<StateVolume>): StateStore {
  const { mountPath = '/data' } = given(options);
  return store(`file://${mountPath}`, { ...options, mountPath }, 'volume', VOLUME_MEMBERS);
}

/** Options of the store itself, and those of its file system below `member`. */
function store(uri: string, options: object, member: keyof StateStore, names: readonly string[]): StateStore {
  const state: Record<string, unknown> = {};
  const fileSystem: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given(options))) {
    if (value !== undefined) (names.includes(name) ? fileSystem : state)[name] = value;
  }
  return { directory: uri, ...state, ...(Object.keys(fileSystem).length > 0 ? { [member]: fileSystem } : {}) };
}
