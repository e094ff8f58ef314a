// SPDX-License-Identifier: Apache-2.0
// The defaults that the real server writes into built-in objects. Those, and only those, that show in what clients read back and that a
// comparison of wanted and found objects therefore meets.

import { qualifiedResource } from './api-error.ts';
import { isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';
import type { ResourceType } from './resource-type.ts';

type Defaulter = (object: JsonObject, allocate: Allocator) => void;

/** What must be unique in a cluster. */
export interface Allocator {
  clusterIp(): string;
  nodePort(): number;
}

/** Fills in the defaults of a built-in object; changes `object`, which must be the caller's own copy. */
export function applyBuiltInDefaults(type: ResourceType, object: JsonObject, allocate: Allocator): void {
  DEFAULTERS[qualifiedResource(type)]?.(object, allocate);
}

const DEFAULTERS: Record<string, Defaulter> = {
  namespaces: (object) => {
    set(member(object, 'spec'), 'finalizers', ['kubernetes']);
    set(member(object, 'status'), 'phase', 'Active');
    const metadata = member(object, 'metadata');
    set(member(metadata, 'labels'), 'kubernetes.io/metadata.name', metadata['name'] ?? '');
  },
  pods: (object) => {
    podSpec(member(object, 'spec'));
    set(member(object, 'status'), 'phase', 'Pending');
  },
  services: (object, allocate) => {
    const spec = member(object, 'spec');
    set(spec, 'type', 'ClusterIP');
    set(spec, 'sessionAffinity', 'None');
    const nodePorts = spec['type'] === 'NodePort' || spec['type'] === 'LoadBalancer';
    for (const port of objects(spec['ports'])) {
      set(port, 'protocol', 'TCP');
      set(port, 'targetPort', port['port'] ?? 0);
      if (nodePorts) set(port, 'nodePort', allocate.nodePort());
    }
    if (spec['type'] !== 'ExternalName') {
      set(spec, 'clusterIP', allocate.clusterIp());
      set(spec, 'clusterIPs', [spec['clusterIP'] ?? '']);
      set(spec, 'ipFamilies', ['IPv4']);
      set(spec, 'ipFamilyPolicy', 'SingleStack');
      set(spec, 'internalTrafficPolicy', 'Cluster');
    }
    if (nodePorts) set(spec, 'externalTrafficPolicy', 'Cluster');
    if (spec['type'] === 'LoadBalancer') set(spec, 'allocateLoadBalancerNodePorts', true);
    set(member(object, 'status'), 'loadBalancer', {});
  },
  secrets: (object) => {
    set(object, 'type', 'Opaque');
    const plain = object['stringData'];
    if (!isObject(plain)) return;
    const data = member(object, 'data');
    for (const [key, value] of Object.entries(plain))
      data[key] = Buffer.from(typeof value === 'string' ? value : '').toString('base64');
    delete object['stringData'];
  },
  'deployments.apps': (object) => {
    const spec = member(object, 'spec');
    workload(spec);
    member(object, 'status');
    set(spec, 'revisionHistoryLimit', 10);
    set(spec, 'progressDeadlineSeconds', 600);
    const strategy = member(spec, 'strategy');
    set(strategy, 'type', 'RollingUpdate');
    if (strategy['type'] !== 'RollingUpdate') return;
    const rolling = member(strategy, 'rollingUpdate');
    set(rolling, 'maxUnavailable', '25%');
    set(rolling, 'maxSurge', '25%');
  },
  'replicasets.apps': (object) => {
    workload(member(object, 'spec'));
    set(member(object, 'status'), 'replicas', 0);
  },
  'statefulsets.apps': (object) => {
    const spec = member(object, 'spec');
    workload(spec);
    set(spec, 'revisionHistoryLimit', 10);
    set(spec, 'podManagementPolicy', 'OrderedReady');
    set(member(spec, 'updateStrategy'), 'type', 'RollingUpdate');
  },
  persistentvolumeclaims: (object) => {
    set(member(object, 'spec'), 'volumeMode', 'Filesystem');
    set(member(object, 'status'), 'phase', 'Pending');
  },
};

function workload(spec: JsonObject): void {
  set(spec, 'replicas', 1);
  podSpec(member(member(spec, 'template'), 'spec'));
}

function podSpec(spec: JsonObject): void {
  set(spec, 'restartPolicy', 'Always');
  set(spec, 'terminationGracePeriodSeconds', 30);
  set(spec, 'dnsPolicy', 'ClusterFirst');
  set(spec, 'securityContext', {});
  set(spec, 'schedulerName', 'default-scheduler');
  // The two names of one field; the server keeps them equal.
  if (spec['serviceAccountName'] !== undefined) set(spec, 'serviceAccount', spec['serviceAccountName']);
  else if (spec['serviceAccount'] !== undefined) spec['serviceAccountName'] = spec['serviceAccount'];
  const containers = [...objects(spec['containers']), ...objects(spec['initContainers'])];
  for (const holder of [spec, ...containers]) dropEmptyLists(holder);
  for (const container of containers) {
    set(container, 'resources', {});
    set(container, 'terminationMessagePath', '/dev/termination-log');
    set(container, 'terminationMessagePolicy', 'File');
    set(container, 'imagePullPolicy', pullPolicy(container['image']));
    for (const port of objects(container['ports'])) set(port, 'protocol', 'TCP');
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      const value = container[probe];
      if (isObject(value)) probeDefaults(value);
    }
  }
  for (const volume of objects(spec['volumes'])) volumeDefaults(volume);
}

/** Go leaves out lists without an item. */
function dropEmptyLists(object: JsonObject): void {
  for (const [name, value] of Object.entries(object))
    if (Array.isArray(value) && value.length === 0) delete object[name];
}

function pullPolicy(image: Json | undefined): string {
  const tag = /:([^:/@]+)$/.exec(typeof image === 'string' ? image : '')?.[1];
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function probeDefaults(probe: JsonObject): void {
  set(probe, 'timeoutSeconds', 1);
  set(probe, 'periodSeconds', 10);
  set(probe, 'successThreshold', 1);
  set(probe, 'failureThreshold', 3);
  if (isObject(probe['httpGet'])) {
    set(probe['httpGet'], 'path', '/');
    set(probe['httpGet'], 'scheme', 'HTTP');
  }
}

function volumeDefaults(volume: JsonObject): void {
  for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
    const value = volume[source];
    // 0644, written in decimal as JSON has no octal.
    if (isObject(value)) set(value, 'defaultMode', 420);
  }
  if (Object.keys(volume).length === 1) volume['emptyDir'] = {};
  if (isObject(volume['hostPath'])) set(volume['hostPath'], 'type', '');
}

function member(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  if (isObject(value)) return value;
  const created: JsonObject = {};
  object[name] = created;
  return created;
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter((item) => isObject(item)) : [];
}

function set(object: JsonObject, name: string, value: Json): void {
  if (object[name] === undefined || object[name] === null) object[name] = value;
}
