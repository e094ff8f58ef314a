// SPDX-License-Identifier: Apache-2.0
// Further ports of a session's JobManager: on its container, and through a Service beside the session. Flink's own ports are the operator's
// business.

import type { Service } from '../kubernetes/objects.ts';
import { COMPONENTS, LABELS } from './cluster-names.ts';
import type { ClusterDraft } from './cluster/cluster-draft.ts';
import type { FlinkSessionProps } from './flink-session-props.ts';

/** Name of the Service with the further ports of a session. */
export function sessionPortsServiceName(session: string): string {
  return `${session}-ports`;
}

/** Adds the ports and the Service. */
export function addPorts({ ports = [] }: Pick<FlinkSessionProps, 'ports'>, cluster: ClusterDraft): void {
  if (ports.length === 0) return;
  const { name, namespace, labels } = cluster;
  cluster.jobManager.ports.push(
    ...ports.map(({ name: ofPort, port, protocol }) => ({
      name: ofPort,
      containerPort: port,
      ...(protocol === undefined ? {} : { protocol }),
    })),
  );
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: sessionPortsServiceName(name),
      ...(namespace === undefined ? {} : { namespace }),
      ...(Object.keys(labels).length > 0 ? { labels: { ...labels } } : {}),
    },
    spec: {
      type: 'ClusterIP',
      // the label `type` tells native from standalone; the others are the same in both
      selector: { [LABELS.app]: name, [LABELS.component]: COMPONENTS.jobManager },
      ports: ports.map(({ name: ofPort, port, protocol }) => ({
        name: ofPort,
        port,
        targetPort: ofPort,
        ...(protocol === undefined ? {} : { protocol }),
      })),
    },
  };
  cluster.extras.push(service);
}
