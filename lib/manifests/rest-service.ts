// SPDX-License-Identifier: Apache-2.0
// The Service through which the operator and people reach Flink's REST API and web interface.

import { readOption } from '../flink/configuration.ts';
import { flinkOptions } from '../flink/options.ts';
import type { Service } from '../kubernetes/objects.ts';
import { commonLabels, jobManagerSelector, restServiceName } from './cluster-names.ts';
import { portOf } from './native-cluster.ts';
import type { NativeCluster } from './native-cluster.ts';

const HEADLESS = 'Headless_ClusterIP';

/** Service `<id>-rest`, of the type that `kubernetes.rest-service.exposed.type` says. */
export function restService({ id, namespace, configuration }: NativeCluster): Service {
  const annotations = readOption(configuration, flinkOptions.kubernetesRestServiceAnnotations);
  const exposed = readOption(configuration, flinkOptions.kubernetesRestServiceExposedType);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: restServiceName(id),
      namespace,
      labels: commonLabels(id),
      ...(annotations === undefined ? {} : { annotations: { ...annotations } }),
    },
    spec: {
      ...(exposed === HEADLESS ? { type: 'ClusterIP', clusterIP: 'None' } : { type: exposed }),
      selector: jobManagerSelector(id),
      ports: [
        {
          name: 'rest',
          port: readOption(configuration, flinkOptions.restPort),
          targetPort: portOf(configuration, flinkOptions.restBindPort),
        },
      ],
    },
  };
}
