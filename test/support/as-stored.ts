// SPDX-License-Identifier: Apache-2.0
// One form for an object as it was written and as the API server gives it back: without what the server adds, quantities as numbers. Both
// sides of a comparison go through it. It knows the defaults of the kinds that make a Flink cluster and no others.

import { parseQuantity } from '../../lib/flink/quantity.ts';

type Tree = Record<string, unknown>;

/** Members that the server fills in, by the path of their parent (`*` is an array element) and with the value it gives. */
const DEFAULTS: readonly (readonly [path: string, member: string, value?: unknown])[] = [
  ['', 'status'],
  ['metadata', 'creationTimestamp'],
  ['metadata', 'resourceVersion'],
  ['metadata', 'uid'],
  ['metadata', 'generation'],
  ['metadata', 'managedFields'],
  ['metadata.annotations', 'deployment.kubernetes.io/revision'],
  // Deployment
  ['spec', 'progressDeadlineSeconds', 600],
  ['spec', 'revisionHistoryLimit', 10],
  ['spec', 'strategy', { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' }, type: 'RollingUpdate' }],
  ['spec.template.metadata', 'creationTimestamp', null],
  ['spec.template.spec', 'hostNetwork', false],
  ['spec.template.spec', 'dnsPolicy', 'ClusterFirst'],
  ['spec.template.spec', 'restartPolicy', 'Always'],
  ['spec.template.spec', 'schedulerName', 'default-scheduler'],
  ['spec.template.spec', 'securityContext', {}],
  ['spec.template.spec', 'terminationGracePeriodSeconds', 30],
  ...['containers', 'initContainers'].flatMap((list): [string, string, unknown][] => [
    [`spec.template.spec.${list}.*`, 'imagePullPolicy', 'IfNotPresent'],
    [`spec.template.spec.${list}.*`, 'resources', {}],
    [`spec.template.spec.${list}.*`, 'terminationMessagePath', '/dev/termination-log'],
    [`spec.template.spec.${list}.*`, 'terminationMessagePolicy', 'File'],
  ]),
  ['spec.template.spec.containers.*.ports.*', 'protocol', 'TCP'],
  ['spec.template.spec.containers.*.startupProbe', 'successThreshold', 1],
  ['spec.template.spec.containers.*.startupProbe', 'timeoutSeconds', 1],
  ['spec.template.spec.containers.*.startupProbe.httpGet', 'scheme', 'HTTP'],
  ['spec.template.spec.volumes.*.configMap', 'defaultMode', 420],
  ['spec.template.spec.volumes.*.secret', 'defaultMode', 420],
  // Service
  ['spec', 'clusterIPs'],
  ['spec', 'internalTrafficPolicy', 'Cluster'],
  ['spec', 'ipFamilies'],
  ['spec', 'ipFamilyPolicy', 'SingleStack'],
  ['spec', 'sessionAffinity', 'None'],
  ['spec', 'type', 'ClusterIP'],
  ['spec.ports.*', 'protocol', 'TCP'],
];

/** `object` in the form that can be compared. */
export function asStored(object: unknown): unknown {
  return normal(object, '');
}

function normal(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((element) => normal(element, `${path}.*`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([member]) => !isDefault(value as Tree, member, path));
  return Object.fromEntries(
    entries.map(([member, child]) => [
      member,
      /resources\.(?:requests|limits)$/u.test(path)
        ? parseQuantity(child as string)
        : normal(child, path === '' ? member : `${path}.${member}`),
    ]),
  );
}

function isDefault(parent: Tree, member: string, path: string): boolean {
  const value = parent[member];
  if (path === 'metadata' && member === 'annotations') {
    return Object.keys(value as Tree).every((name) => isDefault(value as Tree, name, 'metadata.annotations'));
  }
  if (path === 'spec' && member === 'clusterIP') return value !== 'None';
  if (path === 'spec.ports.*' && member === 'targetPort') return value === parent['port'];
  return DEFAULTS.some(
    ([where, name, given]) =>
      where === path && name === member && (given === undefined || JSON.stringify(given) === JSON.stringify(value)),
  );
}
