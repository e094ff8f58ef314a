// SPDX-License-Identifier: Apache-2.0
// What high availability asks of a cluster: its kind, and where job graphs and pointers to checkpoints are kept.

import { flinkVersionAtLeast } from '../../flink/flink-version.ts';
import { flinkOptions } from '../../flink/options.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { known, renamed } from './option-name.ts';
import { belowState } from './state-part.ts';

const TYPE = renamed('high-availability.type', 'v1_17', 'high-availability', 'recovery.mode');
const STORAGE = known(flinkOptions.highAvailabilityStorageDir);

/**
 * Adds what `props.highAvailability` asks for.
 * @param byDefault whether it is on when the props do not say
 */
export function addHighAvailability(props: FlinkClusterProps, cluster: ClusterDraft, byDefault: boolean): void {
  const { highAvailability = byDefault, state } = props;
  if (highAvailability === false) return;
  const storageDir = typeof highAvailability === 'object' ? highAvailability.storageDir : undefined;
  cluster.set(TYPE, kubernetesHa(cluster.version), 'highAvailability');
  cluster.set(
    STORAGE,
    storageDir ?? belowState(state?.directory, 'ha'),
    storageDir === undefined ? 'highAvailability' : 'highAvailability.storageDir',
  );
}

/** The short name is understood by images from 1.16 on; 1.15 wants the factory. */
function kubernetesHa(version: ClusterDraft['version']): string {
  return version === undefined || flinkVersionAtLeast(version, 'v1_16')
    ? 'kubernetes'
    : 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';
}
