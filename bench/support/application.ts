// SPDX-License-Identifier: Apache-2.0
// The application that is deployed once or a thousand times: stateless, as in the measurements of the Java operator.

import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';

/** Namespace of all of them. */
export const NAMESPACE = 'bench';

export function benchApplication(name: string): FlinkDeployment {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      image: 'flink:1.20',
      flinkVersion: 'v1_20',
      serviceAccount: 'flink',
      flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '2' },
      jobManager: { resource: { cpu: 1, memory: '1024m' } },
      taskManager: { resource: { cpu: 1, memory: '1024m' } },
      job: {
        jarURI: 'local:///opt/flink/examples/streaming/StateMachineExample.jar',
        parallelism: 2,
        state: 'running',
        upgradeMode: 'stateless',
      },
    },
  };
}
