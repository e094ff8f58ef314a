// SPDX-License-Identifier: Apache-2.0
// The shape of a state store in props.

import { flag, integer, object, oneOf, reject, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import { durationShape, storageShape } from '../quantity-shapes.ts';
import { absolutePath, directory, named } from './common-shapes.ts';
import type {
  AzureCredentials,
  AzureOptions,
  GcsCredentials,
  GcsOptions,
  S3Credentials,
  S3Options,
  StateStore,
  StateVolume,
} from './state-store.ts';

const secretName = named('a Secret', 'flink-state');

const volume = object<StateVolume>(
  {
    claimName: named('a PersistentVolumeClaim', 'flink-state'),
    size: storageShape,
    storageClass: text,
    accessMode: oneOf(['ReadWriteMany', 'ReadWriteOnce']),
    mountPath: absolutePath,
    subPath: text,
    fsGroup: integer(0),
  },
  ['mountPath'],
);

/** One claim: either it is there, or it is made. */
const oneVolume: Shape<StateVolume> = (value, path, report) => {
  const checked = volume(value, path, report);
  if (checked?.mountPath === undefined) return undefined;
  const { claimName, size, storageClass, accessMode } = checked;
  if (report.rejected.has(`${path}.claimName`) || report.rejected.has(`${path}.size`)) return undefined;
  if ((claimName === undefined) === (size === undefined))
    return reject(
      report,
      path,
      'needs exactly one of `claimName` and `size`',
      'a claim that is there, or the size of one that is made',
      'use StateStore.volume(claim) or StateStore.pvc(size)',
    );
  if (size === undefined) {
    for (const [member, given] of Object.entries({ storageClass, accessMode })) {
      if (given === undefined) continue;
      const remedy = 'remove it, or give `size` instead of `claimName`';
      reject(
        report,
        `${path}.${member}`,
        'would be ignored: the claim is there already',
        'nothing',
        remedy,
        'props.ignored',
      );
    }
  }
  return checked;
};

const state = object<StateStore>(
  {
    directory,
    checkpointInterval: durationShape,
    checkpointTimeout: durationShape,
    minPause: durationShape,
    tolerableFailures: integer(0),
    unaligned: (value, path, report) => (typeof value === 'boolean' ? value : durationShape(value, path, report)),
    guarantee: oneOf(['exactly-once', 'at-least-once']),
    retained: integer(1),
    retainOnCancellation: flag,
    checkpointDirectory: directory,
    savepointDirectory: directory,
    backend: oneOf(['hashmap', 'rocksdb', 'forst']),
    incremental: flag,
    s3: object<S3Options>({
      endpoint: text,
      pathStyleAccess: flag,
      region: text,
      credentials: complete(
        object<S3Credentials>({ secretName, accessKeyIdKey: text, secretAccessKeyKey: text }, ['secretName']),
      ),
      plugin: text,
    }),
    gcs: object<GcsOptions>({
      credentials: complete(object<GcsCredentials>({ secretName, key: text }, ['secretName'])),
      plugin: text,
    }),
    azure: object<AzureOptions>({
      credentials: complete(object<AzureCredentials>({ secretName, key: text }, ['secretName'])),
      plugin: text,
    }),
    volume: oneVolume,
  },
  ['directory'],
);

/** The shape of `state`. */
export const stateShape: Shape<StateStore> = (value, path, report) => {
  const checked = state(value, path, report);
  // without a directory there is nothing that the rest could be about
  return checked?.directory === undefined ? undefined : checked;
};

/** Credentials without a Secret are none. */
function complete<T extends { readonly secretName: unknown }>(shape: Shape<T>): Shape<T> {
  return (value, path, report) => {
    const checked = shape(value, path, report);
    return checked?.secretName === undefined ? undefined : checked;
  };
}
