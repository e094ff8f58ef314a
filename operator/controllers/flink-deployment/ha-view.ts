// SPDX-License-Identifier: Apache-2.0
// What the high-availability ConfigMaps of a cluster say. They are read when a decision needs them and not watched: Flink renews
// its leader lock in them every few seconds, which would wake the operator for every application all the time.

import { known, NOT_ASKED, type HaMetadata, type Observed } from '../../../lib/lifecycle/observation.ts';
import {
  atLeastOneCheckpoint,
  haSelector,
  isHaMetadataAvailable,
  configMapName,
  taskManagerTemplateName,
} from '../../../lib/manifests/cluster-names.ts';
import type { Context, StoredFlinkDeployment } from './context.ts';

/** Reads the HA metadata, if it is asked for. */
export async function viewHa(
  context: Context,
  resource: StoredFlinkDeployment,
  asked: boolean,
  signal: AbortSignal,
): Promise<Observed<HaMetadata>> {
  if (!asked) return NOT_ASKED;
  const { name, namespace } = resource.metadata;
  try {
    const all = await context.configMaps.listAll(namespace, { labelSelector: haSelector(name), signal });
    // The cluster's own ConfigMaps carry the same labels but go with their Deployment.
    const own = [configMapName(name), taskManagerTemplateName(name)];
    return known({
      available: isHaMetadataAvailable(all, name),
      checkpointed: atLeastOneCheckpoint(all, name),
      present: all.some(
        (configMap) => !own.includes(configMap.metadata.name) && configMap.metadata.deletionTimestamp === undefined,
      ),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return { known: false, why: { code: 'error', message: error instanceof Error ? error.message : String(error) } };
  }
}
