// SPDX-License-Identifier: Apache-2.0
// The shape of an application's props: which members there are and what each takes, for JavaScript users and for casts. What members
// mean for each other is checked in `flink-application-rules.ts`, and what the finished resource means in `lib/api`.

import { CLUSTER_NAME } from './cluster-name.ts';
import { configShape } from './config-shape.ts';
import { FlinkVersion, ImagePullPolicy, JobState, UpgradeMode } from './enums.ts';
import type {
  EnvValue,
  FlinkApplicationProps,
  HighAvailabilityProps,
  JobManagerProps,
  MetadataProps,
  TaskManagerProps,
} from './flink-application-props.ts';
import type { Job } from './job.ts';
import {
  anyObject,
  flag,
  integer,
  listOf,
  object,
  oneOf,
  positive,
  recordOf,
  reject,
  shown,
  text,
} from './props-shape.ts';
import type { Shape } from './props-shape.ts';
import { durationShape, sizeShape } from './quantity-shapes.ts';
import type { S3Credentials, S3Options, StateStore, StateVolume } from './state-store.ts';

const nonce = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const plainText: Shape<string> = (value, path, report) =>
  typeof value === 'string'
    ? value
    : reject(report, path, `${shown(value)} is not a text`, 'text', "quote it: 'true', '1'");

const clusterNameShape: Shape<string> = (value, path, report) =>
  typeof value === 'string' && CLUSTER_NAME.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} cannot be the name of a Flink cluster`,
        'at most 45 characters: lower-case letters, digits and -, beginning with a letter, not ending with -',
        typeof value === 'string' && value.length > 45
          ? `shorten it by ${value.length - 45}`
          : 'change it, or leave it out to have one made',
      );

export const metadataShape: Shape<MetadataProps> = object<MetadataProps>({
  name: clusterNameShape,
  namespace: text,
  labels: recordOf(plainText),
  annotations: recordOf(plainText),
});

const job = object<Job>({
  jar: text,
  parallelism: integer(1),
  args: listOf(plainText),
  entryClass: text,
  allowNonRestoredState: flag,
  restoreFrom: text,
  redeployNonce: nonce,
});

/** A URI with a scheme: without one, Flink would take a path on the pod's own disk. */
const directory: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^[a-z][a-z\d+.-]*:\/\/?[^\s]+$/i.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not a URI with a scheme`,
        's3://..., gs://..., abfss://..., hdfs://..., file:///...',
        'write the scheme in front',
      );

const absolutePath: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^\/[^:]+$/.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not an absolute path`,
        'a path that begins with /',
        "give one such as '/data'",
      );

const state = object<StateStore>(
  {
    directory,
    checkpointInterval: durationShape,
    savepointInterval: durationShape,
    backend: oneOf(['hashmap', 'rocksdb', 'forst']),
    incremental: flag,
    s3: object<S3Options>({
      endpoint: text,
      pathStyleAccess: flag,
      credentials: object<S3Credentials>({ secretName: text, accessKeyIdKey: text, secretAccessKeyKey: text }, [
        'secretName',
      ]),
      plugin: text,
    }),
    volume: object<StateVolume>({ claimName: text, mountPath: absolutePath, subPath: text, fsGroup: integer(0) }, [
      'claimName',
      'mountPath',
    ]),
  },
  ['directory'],
);

const highAvailability: Shape<boolean | HighAvailabilityProps> = (value, path, report) =>
  typeof value === 'object'
    ? object<HighAvailabilityProps>({ storageDir: directory })(value, path, report)
    : flag(value, path, report);

const serviceAccount: Shape<string | { readonly name: string }> = (value, path, report) => {
  // constructs of any library are welcome: only their name counts
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
  return typeof name === 'string' && name !== ''
    ? name
    : reject(
        report,
        path,
        `${shown(value)} is not a service account`,
        'a name, or anything with a name',
        "give its name: 'flink'",
      );
};

const envValue: Shape<EnvValue> = (value, path, report) => {
  if (typeof value === 'string') return value;
  if (typeof value === 'object')
    return object<{ valueFrom: Record<string, unknown> }>({ valueFrom: anyObject }, ['valueFrom'])(value, path, report);
  return reject(
    report,
    path,
    `${shown(value)} is not the value of a variable`,
    'text, or { valueFrom: ... }',
    "quote it: 'true', '1'",
  );
};

/** The shape of `FlinkApplicationProps`. */
export const flinkApplicationShape: Shape<FlinkApplicationProps> = object<FlinkApplicationProps>(
  {
    metadata: metadataShape,
    flinkVersion: oneOf(Object.values(FlinkVersion)),
    image: text,
    imagePullPolicy: oneOf(Object.values(ImagePullPolicy)),
    job,
    upgradeMode: oneOf(Object.values(UpgradeMode)),
    jobState: oneOf(Object.values(JobState)),
    restartNonce: nonce,
    state,
    highAvailability,
    jobManager: object<JobManagerProps>({
      cpu: positive,
      memory: sizeShape,
      replicas: integer(1),
      podTemplate: anyObject,
    }),
    taskManager: object<TaskManagerProps>({
      cpu: positive,
      memory: sizeShape,
      slots: integer(1),
      replicas: integer(1),
      podTemplate: anyObject,
    }),
    serviceAccount,
    env: recordOf(envValue),
    podLabels: recordOf(plainText),
    podAnnotations: recordOf(plainText),
    podTemplate: anyObject,
    ingress: anyObject,
    logConfiguration: recordOf(plainText),
    mode: oneOf(['native', 'standalone']),
    config: configShape,
    operatorConfig: configShape,
    spec: anyObject,
  },
  ['flinkVersion', 'job'],
);
