// SPDX-License-Identifier: Apache-2.0
// The shape of a cluster's props: which members there are and what each takes, for JavaScript users and for casts. What members mean for
// each other is checked in `cluster-rules.ts`, and what the finished resource means in `lib/api`.

import { configShape } from '../config-shape.ts';
import { FlinkVersion, ImagePullPolicy } from '../enums.ts';
import { anyObject, integer, object, oneOf, positive, recordOf, reject, shown, text } from '../props-shape.ts';
import type { Members, Shape } from '../props-shape.ts';
import { sizeShape } from '../quantity-shapes.ts';
import type { EnvValue, FlinkClusterProps, JobManagerProps, TaskManagerProps } from './cluster-props.ts';
import { metadataShape, named, nonce, plainText } from './common-shapes.ts';
import { securityShape } from './security.ts';
import { highAvailabilityShape, stateShape } from './state-shape.ts';

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

/** The shapes of all members of `FlinkClusterProps`, for the shapes of props that have more. */
export const CLUSTER_MEMBERS: Members<FlinkClusterProps> = {
  metadata: metadataShape,
  flinkVersion: oneOf(Object.values(FlinkVersion)),
  image: text,
  imagePullPolicy: oneOf(Object.values(ImagePullPolicy)),
  restartNonce: nonce,
  state: stateShape,
  highAvailability: highAvailabilityShape,
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
  serviceAccount: named('a service account', 'flink'),
  env: recordOf(envValue),
  podLabels: recordOf(plainText),
  podAnnotations: recordOf(plainText),
  security: securityShape,
  podTemplate: anyObject,
  ingress: anyObject,
  logConfiguration: recordOf(plainText),
  mode: oneOf(['native', 'standalone']),
  config: configShape,
  operatorConfig: configShape,
  spec: anyObject,
};
