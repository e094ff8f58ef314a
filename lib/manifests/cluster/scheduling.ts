// SPDX-License-Identifier: Apache-2.0
// On which nodes pods run. Everything is in the form of the wire, except spreading, which finds the pods of the cluster by itself.

import { COMPONENTS, LABELS } from '../cluster-names.ts';
import type { PodSpec } from '../../kubernetes/objects.ts';
import { jsonObject } from '../json-shape.ts';
import { integer, listOf, object, oneOf, recordOf, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import { plainText } from './common-shapes.ts';

/** How evenly pods are spread over nodes or zones (`topologySpreadConstraints`). */
export interface TopologySpread {
  /**
   * Label of nodes: each of its values is one place.
   * @example 'topology.kubernetes.io/zone'
   */
  readonly topologyKey: string;
  /**
   * Largest difference between two places.
   * @default 1
   */
  readonly maxSkew?: number;
  /**
   * What happens to a pod that cannot be placed evenly.
   * @default 'ScheduleAnyway'
   */
  readonly whenUnsatisfiable?: 'ScheduleAnyway' | 'DoNotSchedule';
  /**
   * Which pods count.
   * @default - those of the same component of this cluster
   */
  readonly labelSelector?: Readonly<Record<string, unknown>>;
}

/** Makes spreads. */
export const TopologySpread = {
  /** Over zones. */
  zones(options: Omit<TopologySpread, 'topologyKey'> = {}): TopologySpread {
    return { topologyKey: 'topology.kubernetes.io/zone', ...options };
  },
  /** Over nodes. */
  nodes(options: Omit<TopologySpread, 'topologyKey'> = {}): TopologySpread {
    return { topologyKey: 'kubernetes.io/hostname', ...options };
  },
} as const;

/** On which nodes pods run. */
export interface SchedulingProps {
  /**
   * Labels that a node must have.
   * @default - any node
   * @example { 'node.kubernetes.io/instance-type': 'm7i.xlarge' }
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Affinity in Kubernetes' form. @default - none */
  readonly affinity?: Readonly<Record<string, unknown>>;
  /**
   * Taints that do not keep the pods away.
   * @default - none
   * @example [{ key: 'dedicated', operator: 'Equal', value: 'flink', effect: 'NoSchedule' }]
   */
  readonly tolerations?: readonly Readonly<Record<string, unknown>>[];
  /**
   * How pods are spread.
   * @default - left to the cluster
   * @example [TopologySpread.zones()]
   */
  readonly topologySpread?: readonly TopologySpread[];
  /** Name of the PriorityClass. @default - that of the cluster */
  readonly priorityClassName?: string;
}

/** The shape of `scheduling`. */
export const schedulingShape: Shape<SchedulingProps> = object<SchedulingProps>({
  nodeSelector: recordOf(plainText),
  affinity: jsonObject,
  tolerations: listOf(jsonObject),
  topologySpread: listOf(
    object<TopologySpread>(
      {
        topologyKey: text,
        maxSkew: integer(1),
        whenUnsatisfiable: oneOf(['ScheduleAnyway', 'DoNotSchedule']),
        labelSelector: jsonObject,
      },
      ['topologyKey'],
    ),
  ),
  priorityClassName: text,
});

/** The fields of a pod's spec that `scheduling` stands for. */
export function schedulingSpec(
  scheduling: SchedulingProps,
  cluster: string,
  component: 'jobManager' | 'taskManager',
): PodSpec {
  const { nodeSelector, affinity, tolerations, topologySpread, priorityClassName } = scheduling;
  const ownPods = { matchLabels: { [LABELS.app]: cluster, [LABELS.component]: COMPONENTS[component] } };
  return {
    ...(nodeSelector === undefined ? {} : { nodeSelector: { ...nodeSelector } }),
    ...(affinity === undefined ? {} : { affinity: { ...affinity } }),
    ...(tolerations === undefined ? {} : { tolerations: tolerations.map((toleration) => ({ ...toleration })) }),
    ...(priorityClassName === undefined ? {} : { priorityClassName }),
    ...(topologySpread === undefined
      ? {}
      : {
          topologySpreadConstraints: topologySpread.map(
            ({ topologyKey, maxSkew = 1, whenUnsatisfiable = 'ScheduleAnyway', labelSelector = ownPods }) => ({
              maxSkew,
              topologyKey,
              whenUnsatisfiable,
              labelSelector,
            }),
          ),
        }),
  };
}
