// SPDX-License-Identifier: Apache-2.0
// A JobManager that was killed leaves its leader lock behind, and its successor waits until the lease is over. Once Kubernetes
// shows that no JobManager is left the lock protects nobody, so it is given back in the dead one's name.

import type { ConfigMap } from '../../../lib/kubernetes/objects.ts';

const LEADER_ANNOTATION = 'control-plane.alpha.kubernetes.io/leader';

/** The ConfigMap with its lock released, or undefined when it holds none. Only for a cluster without a JobManager pod. */
export function releaseLeadership(configMap: ConfigMap, clusterId: string, now: number): ConfigMap | undefined {
  if (configMap.metadata?.name !== `${clusterId}-cluster-config-map`) return undefined;
  const lock = parse(configMap.metadata.annotations?.[LEADER_ANNOTATION]);
  if (lock === undefined || lock['holderIdentity'] === '' || lock['holderIdentity'] === undefined) return undefined;
  const instant = new Date(now).toISOString();
  const released = { ...lock, holderIdentity: '', leaseDuration: 1, acquireTime: instant, renewTime: instant };
  return {
    ...configMap,
    metadata: {
      ...configMap.metadata,
      annotations: { ...configMap.metadata.annotations, [LEADER_ANNOTATION]: JSON.stringify(released) },
    },
  };
}

function parse(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
