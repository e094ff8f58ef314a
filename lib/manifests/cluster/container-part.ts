// SPDX-License-Identifier: Apache-2.0
// What the props that every pod knows ask of a cluster: slots, variables, labels and annotations.

import { flinkOptions } from '../../flink/options.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { known } from './option-name.ts';

const SLOTS = known(flinkOptions.taskmanagerNumberOfTaskSlots);

/** Adds what those props ask for. */
export function addContainer(props: FlinkClusterProps, cluster: ClusterDraft): void {
  const { pods } = cluster;
  cluster.set(SLOTS, props.taskManager?.slots, 'taskManager.slots');
  Object.assign(pods.labels, props.podLabels);
  Object.assign(pods.annotations, props.podAnnotations);
  for (const [name, value] of Object.entries(props.env ?? {})) {
    pods.setEnv(typeof value === 'string' ? { name, value } : { name, valueFrom: { ...value.valueFrom } });
  }
}
