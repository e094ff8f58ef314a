// SPDX-License-Identifier: Apache-2.0
// The Kubernetes objects that Flinkwright reads and writes, as the plain JSON they are on the wire. Hand-kept and deliberately
// partial: a field stands here when some code names it.

/** An object that owns this one. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** `metadata` of an object. */
export interface ObjectMeta {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: unknown[];
}

/** Any object of the Kubernetes API. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
}

/** An object as it comes from the API server: named and versioned. */
export type Stored<T extends KubernetesObject> = T & {
  metadata: ObjectMeta & { name: string; uid: string; resourceVersion: string };
};

/** A variable of a container, from a value or from somewhere else. */
export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: Record<string, unknown>;
}

export interface ContainerPort {
  name?: string;
  containerPort: number;
  protocol?: string;
}

/** What a container asks for and may use: quantities by resource. */
export interface ResourceRequirements {
  /** What is reserved, as quantities by resource: `cpu`, `memory`, `ephemeral-storage`, ... */
  requests?: Record<string, string | number>;
  /** What may not be exceeded, as quantities by resource. */
  limits?: Record<string, string | number>;
  /** Claims of dynamic resource allocation; accepted, and not used. */
  claims?: { name: string; request?: string }[];
}

/** A container; fields that nobody here names are carried along. */
export interface Container {
  name: string;
  image?: string;
  imagePullPolicy?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  envFrom?: Record<string, unknown>[];
  ports?: ContainerPort[];
  resources?: ResourceRequirements;
  volumeMounts?: { name: string; mountPath: string; [field: string]: unknown }[];
  startupProbe?: Record<string, unknown>;
  [field: string]: unknown;
}

/** A pod's spec; fields that nobody here names are carried along. */
export interface PodSpec {
  serviceAccount?: string;
  serviceAccountName?: string;
  hostNetwork?: boolean;
  dnsPolicy?: string;
  containers?: Container[];
  initContainers?: Container[];
  volumes?: { name: string; [field: string]: unknown }[];
  nodeSelector?: Record<string, string>;
  tolerations?: Record<string, unknown>[];
  imagePullSecrets?: { name: string }[];
  [field: string]: unknown;
}

/** The template of a pod. The Flink resources accept a whole Pod here, hence `apiVersion`, `kind` and `status`. */
export interface PodTemplateSpec {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  spec?: PodSpec;
  status?: unknown;
}

/** One aspect of an object's state. */
export interface Condition {
  /** The aspect, for example `Running`. */
  type: string;
  /** `True`, `False` or `Unknown`. */
  status: string;
  /** Why, in one word. */
  reason?: string;
  /** Why, in a sentence. */
  message?: string;
  /** When `status` last changed: an instant in ISO 8601. */
  lastTransitionTime?: string;
  /** When the condition was last looked at: an instant in ISO 8601. */
  lastUpdateTime?: string;
  /** The `metadata.generation` that it is about. */
  observedGeneration?: number;
}

export interface Deployment extends KubernetesObject {
  apiVersion?: 'apps/v1';
  kind?: 'Deployment';
  spec?: {
    replicas?: number;
    selector: { matchLabels: Record<string, string> };
    template: PodTemplateSpec;
    [field: string]: unknown;
  };
  status?: {
    replicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    observedGeneration?: number;
    conditions?: Condition[];
    [field: string]: unknown;
  };
}

/** What the kubelet tells of a container. */
export interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    running?: unknown;
    terminated?: { exitCode?: number; reason?: string; message?: string };
  };
  lastState?: { terminated?: { exitCode?: number; reason?: string; message?: string } };
}

export interface Pod extends KubernetesObject {
  apiVersion?: 'v1';
  kind?: 'Pod';
  spec?: PodSpec;
  status?: {
    phase?: string;
    podIP?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
    [field: string]: unknown;
  };
}

export interface Service extends KubernetesObject {
  apiVersion?: 'v1';
  kind?: 'Service';
  spec?: {
    type?: string;
    clusterIP?: string;
    selector?: Record<string, string>;
    ports?: { name?: string; port: number; targetPort?: number | string; protocol?: string; nodePort?: number }[];
    [field: string]: unknown;
  };
}

export interface PersistentVolumeClaim extends KubernetesObject {
  apiVersion?: 'v1';
  kind?: 'PersistentVolumeClaim';
  spec?: {
    accessModes?: string[];
    storageClassName?: string;
    resources?: ResourceRequirements;
    [field: string]: unknown;
  };
}

export interface ConfigMap extends KubernetesObject {
  apiVersion?: 'v1';
  kind?: 'ConfigMap';
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
  immutable?: boolean;
}

/** An Ingress; what its spec holds is made and compared as a whole. */
export interface Ingress extends KubernetesObject {
  apiVersion?: 'networking.k8s.io/v1';
  kind?: 'Ingress';
  spec?: Record<string, unknown>;
}

export interface CoreEvent extends KubernetesObject {
  apiVersion?: 'v1';
  kind?: 'Event';
  involvedObject: { apiVersion?: string; kind?: string; name?: string; namespace?: string; uid?: string };
  source?: { component?: string };
  reportingComponent?: string;
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  firstTimestamp?: string;
  lastTimestamp?: string;
}

/** A Lease, by which one of several leads. */
export interface Lease extends KubernetesObject {
  apiVersion?: 'coordination.k8s.io/v1';
  kind?: 'Lease';
  spec?: {
    holderIdentity?: string;
    leaseDurationSeconds?: number;
    /** Micro-time, e.g. `2026-11-21T11:47:13.000000Z`. */
    acquireTime?: string;
    renewTime?: string;
    leaseTransitions?: number;
  };
}

export interface Namespace extends KubernetesObject {
  apiVersion?: 'v1';
  kind?: 'Namespace';
  status?: { phase?: string };
}

export interface CustomResourceDefinition extends KubernetesObject {
  apiVersion?: 'apiextensions.k8s.io/v1';
  kind?: 'CustomResourceDefinition';
  spec?: Record<string, unknown>;
  status?: { conditions?: Condition[]; [field: string]: unknown };
}

export interface ServiceAccount extends KubernetesObject {
  apiVersion?: 'v1';
  kind?: 'ServiceAccount';
}

export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  resourceNames?: string[];
}

export interface Role extends KubernetesObject {
  apiVersion?: 'rbac.authorization.k8s.io/v1';
  kind?: 'Role' | 'ClusterRole';
  rules: PolicyRule[];
}

export interface RoleBinding extends KubernetesObject {
  apiVersion?: 'rbac.authorization.k8s.io/v1';
  kind?: 'RoleBinding' | 'ClusterRoleBinding';
  roleRef: { apiGroup: string; kind: string; name: string };
  subjects: { kind: string; name: string; namespace?: string }[];
}
