// SPDX-License-Identifier: Apache-2.0
// Where a job keeps its state: one root below which checkpoints, savepoints and high-availability metadata each get a directory. A
// `StateStore` is a plain value: the factories only help to write it. Nothing here is turned into configuration; see
// `state-part.ts`.

import type { DurationValue } from '../quantities.ts';

/** When and how state is written. */
export interface StateOptions {
  /**
   * Time between the starts of two checkpoints (`execution.checkpointing.interval`).
   * @default - not set: Flink takes no checkpoints, except with `UpgradeMode.LAST_STATE`, where the operator sets 5 minutes
   * @example Duration.minutes(1)
   */
  readonly checkpointInterval?: DurationValue;
  /**
   * Time between savepoints that the operator takes by itself (`kubernetes.operator.periodic.savepoint.interval`).
   * @default - none are taken
   */
  readonly savepointInterval?: DurationValue;
  /**
   * Where running state lives (`state.backend.type`; `state.backend` before Flink 1.17).
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

/** How to reach an S3 service. Every member may be left out on a cluster that grants access by workload identity. */
export interface S3Options {
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
   * Secret with the access key, in the namespace of the application. Its values reach the pods as `AWS_ACCESS_KEY_ID` and
   * `AWS_SECRET_ACCESS_KEY`.
   * @default - credentials of the pod's environment (workload identity)
   */
  readonly credentials?: S3Credentials;
  /**
   * File name of the file-system plugin below `/opt/flink/opt` of the image, activated through `ENABLE_BUILT_IN_PLUGINS`. Its version
   * must be that of the image.
   * @default - none: the image has its plugin in place
   * @example 'flink-s3-fs-presto-1.20.1.jar'
   */
  readonly plugin?: string;
}

/** A Secret that holds an access key. */
export interface S3Credentials {
  /** Name of the Secret. */
  readonly secretName: string;
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

/** A PersistentVolumeClaim that every pod of the application mounts; with more than one node it must be ReadWriteMany. */
export interface StateVolume {
  /** Name of the claim, in the namespace of the application. */
  readonly claimName: string;
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

/** Where a job keeps its state; made by the factories of the same name. */
export interface StateStore extends StateOptions {
  /**
   * Root directory, as a URI. Checkpoints go to `<directory>/checkpoints` (`execution.checkpointing.dir`), savepoints to
   * `<directory>/savepoints` (`execution.checkpointing.savepoint-dir`), high-availability metadata to `<directory>/ha`
   * (`high-availability.storageDir`). Give each application its own.
   */
  readonly directory: string;
  /** How to reach S3, when `directory` is there. */
  readonly s3?: S3Options;
  /** The volume to mount, when `directory` is on one. */
  readonly volume?: StateVolume;
}

/** Makes state stores. */
export const StateStore = {
  /**
   * State in S3 or a service that speaks its protocol.
   * @param uri `s3://bucket/path` (or `s3a://`, `s3p://`)
   */
  s3(uri: string, options: StateOptions & S3Options = {}): StateStore {
    const { endpoint, pathStyleAccess, credentials, plugin, ...state } = options;
    const s3: S3Options = {
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(pathStyleAccess === undefined ? {} : { pathStyleAccess }),
      ...(credentials === undefined ? {} : { credentials }),
      ...(plugin === undefined ? {} : { plugin }),
    };
    return { directory: uri, ...state, ...(Object.keys(s3).length > 0 ? { s3 } : {}) };
  },
  /**
   * State in a directory that all pods already reach.
   * @param uri with a scheme that the image has a file system for: `gs://bucket/path`, `abfss://…`, `hdfs:///…`
   */
  directory(uri: string, options: StateOptions = {}): StateStore {
    return { directory: uri, ...options };
  },
  /**
   * State on a PersistentVolumeClaim, which is mounted into the JobManager and every TaskManager.
   * @param claimName name of the claim, in the namespace of the application
   */
  volume(claimName: string, options: StateOptions & Partial<Omit<StateVolume, 'claimName'>> = {}): StateStore {
    const { mountPath = '/data', subPath, fsGroup, ...state } = options;
    const volume: StateVolume = {
      claimName,
      mountPath,
      ...(subPath === undefined ? {} : { subPath }),
      ...(fsGroup === undefined ? {} : { fsGroup }),
    };
    return { directory: `file://${mountPath}`, ...state, volume };
  },
} as const;
