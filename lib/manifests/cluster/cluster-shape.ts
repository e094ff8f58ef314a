// SPDX-License-Identifier: Apache-2.0
// The shape of a cluster's props: which members there are and what each takes, for JavaScript users and for casts. What members mean for
// each other is checked in `cluster-rules.ts`, and what the finished resource means in `lib/api`.

import { configShape } from '../config-shape.ts';
import { FlinkVersion, ImagePullPolicy } from '../enums.ts';
import { jsonObject } from '../json-shape.ts';
import { listOf, oneOf, recordOf, text } from '../props-shape.ts';
import type { Members, Shape } from '../props-shape.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { absolutePath, metadataShape, named, nonce, plainText } from './common-shapes.ts';
import { jobManagerShape, taskManagerShape } from './component-part.ts';
import { envFromShape, envShape } from './env-shapes.ts';
import { hadoopShape } from './hadoop.ts';
import { highAvailabilityShape } from './high-availability.ts';
import { loggingShape } from './logging.ts';
import { metricsReportersShape } from './metrics-part.ts';
import { containerShape, podTemplateShape } from './pod-template-shape.ts';
import { portsShape, restServiceShape } from './rest-service.ts';
import { schedulingShape } from './scheduling.ts';
import { secretConfigShape } from './secret-config.ts';
import { securityShape } from './security.ts';
import { stateShape } from './state-shape.ts';
import type { Volume } from './volume.ts';
import { volumeShape } from './volume-shape.ts';

const volumes = recordOf(volumeShape);

const mountsShape: Shape<Record<string, Volume>> = (value, path, report) => {
  const mounts = volumes(value, path, report);
  for (const at of Object.keys(mounts ?? {})) absolutePath(at, `${path}['${at}']`, report);
  return mounts;
};

/** The shapes of all members of `FlinkClusterProps`, for the shapes of props that have more. */
export const CLUSTER_MEMBERS: Members<FlinkClusterProps> = {
  metadata: metadataShape,
  flinkVersion: oneOf(Object.values(FlinkVersion)),
  image: text,
  imagePullPolicy: oneOf(Object.values(ImagePullPolicy)),
  imagePullSecrets: listOf(named('a Secret', 'registry')),
  restartNonce: nonce,
  state: stateShape,
  highAvailability: highAvailabilityShape,
  jobManager: jobManagerShape,
  taskManager: taskManagerShape,
  scheduling: schedulingShape,
  serviceAccount: named('a service account', 'flink'),
  env: envShape,
  envFrom: listOf(envFromShape),
  mounts: mountsShape,
  initContainers: listOf(containerShape),
  sidecars: listOf(containerShape),
  hadoop: hadoopShape,
  podLabels: recordOf(plainText),
  podAnnotations: recordOf(plainText),
  security: securityShape,
  podTemplate: podTemplateShape,
  ingress: jsonObject,
  restService: restServiceShape,
  flinkPorts: portsShape,
  metricsReporters: metricsReportersShape,
  logging: loggingShape,
  logConfiguration: recordOf(plainText),
  mode: oneOf(['native', 'standalone']),
  config: configShape,
  secretConfig: secretConfigShape,
  operatorConfig: configShape,
  spec: jsonObject,
};
