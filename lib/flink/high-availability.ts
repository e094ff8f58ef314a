// SPDX-License-Identifier: Apache-2.0
// Which kind of high availability a configuration asks for. Whether its metadata exists is another question, asked of the cluster.

import { readOption, type FlatConfiguration } from './configuration.ts';
import { flinkOptions } from './options.ts';

/** `other` is a factory class that Flink loads and that an operator cannot look into. */
export type HaMode = 'none' | 'kubernetes' | 'zookeeper' | 'other';

const KUBERNETES_FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';

/** The mode that `high-availability.type` (or an older name of it) selects; names in any case. */
export function haMode(config: FlatConfiguration): HaMode {
  const value = readOption(config, flinkOptions.highAvailabilityType);
  switch (value.toLowerCase()) {
    case 'none':
    case 'standalone':
      return 'none';
    case 'kubernetes':
    case KUBERNETES_FACTORY.toLowerCase():
      return 'kubernetes';
    case 'zookeeper':
      return 'zookeeper';
    default:
      return 'other';
  }
}

/** Whether Flink keeps metadata outside the JobManager, so that a new JobManager can go on where the last one stopped. */
export function isHaActive(config: FlatConfiguration): boolean {
  return haMode(config) !== 'none';
}
