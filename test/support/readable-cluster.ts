// SPDX-License-Identifier: Apache-2.0
// The objects of a Flink cluster by kind and name, with the files inside ConfigMaps taken apart, so that two clusters can be compared key
// by key.

import { parse } from 'yaml';
import { parseMap, splitStructured } from '../../lib/flink/structured-text.ts';
import type { ConfigMap, KubernetesObject } from '../../lib/kubernetes/objects.ts';
import { asStored } from './as-stored.ts';

/** `Kind name` to object. */
export function readableCluster(objects: readonly KubernetesObject[]): Record<string, unknown> {
  return Object.fromEntries(
    objects.map((object) => {
      const stored = asStored(object) as KubernetesObject;
      const data = (object as ConfigMap).data;
      return [
        `${object.kind} ${object.metadata?.name}`,
        data === undefined ? stored : { ...stored, data: Object.fromEntries(Object.entries(data).map(readFile)) },
      ];
    }),
  );
}

function readFile([name, text]: [string, string]): [string, unknown] {
  if (name === 'flink-conf.yaml') return [name, Object.fromEntries(text.trimEnd().split('\n').map(readLine))];
  return [name, name.endsWith('.yaml') ? parse(text) : text];
}

/** Unlike Flink's own reader this keeps keys whose value is empty. */
function readLine(line: string): [string, unknown] {
  const colon = line.indexOf(': ');
  const [key, value] = [line.slice(0, colon), line.slice(colon + 2)];
  if (key === 'kubernetes.jobmanager.owner.reference') return [key, readReferences(value)];
  return [key, key === 'kubernetes.jobmanager.annotations' ? parseMap(value) : value];
}

/** The order of a reference's members means nothing. */
function readReferences(value: string): unknown {
  return splitStructured(value, ';').map((reference) => splitStructured(reference, ',').sort());
}
