// SPDX-License-Identifier: Apache-2.0
// The resources that every cluster has, as a table. Registered means: stored, watched, listed in discovery. What is done with them is
// the business of controllers, and most have none here.

import type { ResourceType } from './resource-type.ts';

interface Row {
  kind: string;
  plural?: string;
  short?: string[];
  cluster?: true;
  /** `/status` exists. */
  status?: true;
  scale?: true;
  /** The server counts `metadata.generation`. */
  generation?: true;
  all?: true;
}

const GROUPS: Record<string, Row[]> = {
  v1: [
    { kind: 'Namespace', short: ['ns'], cluster: true, status: true },
    { kind: 'Node', short: ['no'], cluster: true, status: true },
    { kind: 'Pod', short: ['po'], status: true, generation: true, all: true },
    { kind: 'Service', short: ['svc'], status: true, all: true },
    { kind: 'Endpoints', plural: 'endpoints', short: ['ep'] },
    { kind: 'ConfigMap', short: ['cm'] },
    { kind: 'Secret' },
    { kind: 'ServiceAccount', short: ['sa'] },
    { kind: 'Event', short: ['ev'] },
    { kind: 'PersistentVolumeClaim', short: ['pvc'], status: true },
    { kind: 'PersistentVolume', short: ['pv'], cluster: true, status: true },
    { kind: 'ResourceQuota', short: ['quota'], status: true },
    { kind: 'LimitRange', short: ['limits'] },
  ],
  'apps/v1': [
    { kind: 'Deployment', short: ['deploy'], status: true, scale: true, generation: true, all: true },
    { kind: 'ReplicaSet', short: ['rs'], status: true, scale: true, generation: true, all: true },
    { kind: 'StatefulSet', short: ['sts'], status: true, scale: true, generation: true, all: true },
    { kind: 'DaemonSet', short: ['ds'], status: true, generation: true, all: true },
  ],
  'batch/v1': [
    { kind: 'Job', status: true, generation: true, all: true },
    { kind: 'CronJob', short: ['cj'], status: true, generation: true, all: true },
  ],
  'rbac.authorization.k8s.io/v1': [
    { kind: 'Role' },
    { kind: 'RoleBinding' },
    { kind: 'ClusterRole', cluster: true },
    { kind: 'ClusterRoleBinding', cluster: true },
  ],
  'networking.k8s.io/v1': [
    { kind: 'Ingress', plural: 'ingresses', short: ['ing'], status: true, generation: true },
    { kind: 'IngressClass', plural: 'ingressclasses', cluster: true, generation: true },
    { kind: 'NetworkPolicy', plural: 'networkpolicies', short: ['netpol'], generation: true },
  ],
  'discovery.k8s.io/v1': [{ kind: 'EndpointSlice' }],
  'coordination.k8s.io/v1': [{ kind: 'Lease' }],
  'policy/v1': [{ kind: 'PodDisruptionBudget', short: ['pdb'], status: true, generation: true }],
  'autoscaling/v2': [{ kind: 'HorizontalPodAutoscaler', short: ['hpa'], status: true, all: true }],
  'scheduling.k8s.io/v1': [
    { kind: 'PriorityClass', plural: 'priorityclasses', short: ['pc'], cluster: true, generation: true },
  ],
  'storage.k8s.io/v1': [{ kind: 'StorageClass', plural: 'storageclasses', short: ['sc'], cluster: true }],
  'admissionregistration.k8s.io/v1': [
    { kind: 'ValidatingWebhookConfiguration', cluster: true, generation: true },
    { kind: 'MutatingWebhookConfiguration', cluster: true, generation: true },
  ],
  'apiextensions.k8s.io/v1': [
    {
      kind: 'CustomResourceDefinition',
      short: ['crd', 'crds'],
      cluster: true,
      status: true,
      generation: true,
    },
  ],
};

/** Every built-in resource type. */
export const BUILT_IN_RESOURCES: readonly ResourceType[] = Object.entries(GROUPS).flatMap(([groupVersion, rows]) => {
  const slash = groupVersion.indexOf('/');
  return rows.map((row): ResourceType => ({
    group: slash < 0 ? '' : groupVersion.slice(0, slash),
    version: groupVersion.slice(slash + 1),
    kind: row.kind,
    listKind: `${row.kind}List`,
    plural: row.plural ?? `${row.kind.toLowerCase()}s`,
    singular: row.kind.toLowerCase(),
    shortNames: row.short ?? [],
    categories: row.all ? ['all'] : [],
    namespaced: !row.cluster,
    statusSubresource: row.status ?? false,
    ...(row.scale ? { scale: { spec: '.spec.replicas', status: '.status.replicas', selector: '.spec.selector' } } : {}),
    generation: row.generation ?? false,
  }));
});
