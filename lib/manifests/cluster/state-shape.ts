// SPDX-License-Identifier: Apache-2.0
// The shape of a state store and of high availability in props.

import { flag, integer, object, oneOf, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import { durationShape } from '../quantity-shapes.ts';
import type { HighAvailabilityProps } from './cluster-props.ts';
import { absolutePath, directory } from './common-shapes.ts';
import type { S3Credentials, S3Options, StateStore, StateVolume } from './state-store.ts';

/** The shape of `state`. */
export const stateShape: Shape<StateStore> = object<StateStore>(
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

/** The shape of `highAvailability`. */
export const highAvailabilityShape: Shape<boolean | HighAvailabilityProps> = (value, path, report) =>
  typeof value === 'object'
    ? object<HighAvailabilityProps>({ storageDir: directory })(value, path, report)
    : flag(value, path, report);
