// SPDX-License-Identifier: Apache-2.0
// A JobManager that was killed leaves its leader lock behind, and its successor waits until the lease is over. Once Kubernetes
// shows that no JobManager is left the lock protects nobody, so it is given back in the dead one's name.

import type { ConfigMap } from '../../../lib/kubernetes/objects.ts';

const LEADER_ANNOTATION = 'control-plane.alpha.kubernetes.io/leader';

/** Only the holder is taken out and every other character stays: Flink's reader refuses a record whose times have other digits. */
const HOLDER = /("holderIdentity"\s*:\s*)"[^"]+"/;

/** The ConfigMap with its lock released, or undefined when it holds none. Only for a cluster without a JobManager pod. */
export function releaseLeadership(configMap: ConfigMap, clusterId: string): ConfigMap | undefined {
  if (configMap.metadata?.name !== `${clusterId}-cluster-config-map`) return undefined;
  const lock = configMap.metadata.annotations?.[LEADER_ANNOTATION];
  if (lock === undefined || !HOLDER.test(lock)) return undefined;
  const annotations = { ...configMap.metadata.annotations, [LEADER_ANNOTATION]: lock.replace(HOLDER, '$1""') };
  return { ...configMap, metadata: { ...configMap.metadata, annotations } };
}
