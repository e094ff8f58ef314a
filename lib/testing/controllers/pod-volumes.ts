// SPDX-License-Identifier: Apache-2.0
// Which volume keeps a pod from starting: ConfigMaps and Secrets that do not exist, unless the volume says that they need not.

import type { Pod, Stored } from '../../kubernetes/objects.ts';
import { at } from '../../runtime/json.ts';
import type { ClusterAccess } from './cluster-access.ts';

export interface MissingVolume {
  readonly volume: string;
  /** e.g. `configmap "flink-config"` */
  readonly what: string;
}

export function missingVolume(access: ClusterAccess, pod: Stored<Pod>): MissingVolume | undefined {
  const namespace = pod.metadata.namespace ?? '';
  for (const volume of pod.spec?.volumes ?? []) {
    const projected = at(volume, ['projected', 'sources']);
    for (const source of [volume, ...(Array.isArray(projected) ? (projected as unknown[]) : [])]) {
      const what = missingSource(access, namespace, source);
      if (what !== undefined) return { volume: volume.name, what };
    }
  }
  return undefined;
}

function missingSource(access: ClusterAccess, namespace: string, source: unknown): string | undefined {
  const wanted: [kind: string, resource: string, source: unknown, name: unknown][] = [
    ['configmap', 'configmaps', at(source, ['configMap']), at(source, ['configMap', 'name'])],
    [
      'secret',
      'secrets',
      at(source, ['secret']),
      at(source, ['secret', 'secretName']) ?? at(source, ['secret', 'name']),
    ],
  ];
  for (const [kind, resource, options, name] of wanted) {
    if (typeof name !== 'string' || at(options, ['optional']) === true) continue;
    if (access.find(resource, namespace, name) === undefined) return `${kind} "${name}"`;
  }
  return undefined;
}
