// SPDX-License-Identifier: Apache-2.0
// The headless Service by whose name TaskManagers find the JobManager. With high availability there is none: they learn the address of
// the leader instead.

import { readOption } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { flinkOptions } from '../flink/options.ts';
import type { Service } from '../kubernetes/objects.ts';
import { commonLabels, jobManagerName, jobManagerSelector } from './cluster-names.ts';
import { portOf } from './native-cluster.ts';
import type { NativeCluster } from './native-cluster.ts';

/** Service `<id>`, unless high availability is on. */
export function internalService({ id, namespace, configuration }: NativeCluster): Service | undefined {
  if (isHaActive(configuration)) return undefined;
  const annotations = readOption(configuration, flinkOptions.kubernetesInternalServiceAnnotations);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: jobManagerName(id),
      namespace,
      labels: commonLabels(id),
      ...(annotations === undefined ? {} : { annotations: { ...annotations } }),
    },
    spec: {
      clusterIP: 'None',
      selector: jobManagerSelector(id),
      ports: [
        { name: 'jobmanager-rpc', port: readOption(configuration, flinkOptions.jobmanagerRpcPort) },
        { name: 'blobserver', port: portOf(configuration, flinkOptions.blobServerPort) },
      ],
    },
  };
}
