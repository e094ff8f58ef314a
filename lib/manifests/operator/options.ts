// SPDX-License-Identifier: Apache-2.0
// What can be chosen about an installation of the operator, with the defaults in one place. The builders beside this file see only the
// complete form.

import type { ResourceRequirements } from '../../kubernetes/objects.ts';
import { DEFAULT_LOG_FILES } from '../default-configuration.ts';

/** How the operator is installed. Names are those of the Java operator's chart wherever jobs or tools depend on them. */
export interface OperatorInstallationOptions {
  /** Image of the operator, with a tag or digest. Its entry point starts the operator. */
  readonly image: string;
  /**
   * Name of the Deployment, and value of the label `app.kubernetes.io/name` by which it finds its pods.
   * @default 'flinkwright'
   */
  readonly name?: string;
  /**
   * Namespace of the operator itself.
   * @default 'flinkwright'
   */
  readonly namespace?: string;
  /**
   * Whether the namespace is part of the installation.
   * @default false
   */
  readonly createNamespace?: boolean;
  /**
   * Namespaces whose resources are served. The operator gets rights there and nowhere else. They must exist.
   * @default - all namespaces, by a ClusterRole
   */
  readonly watchNamespaces?: readonly string[];
  /**
   * Service account of the operator; its roles are called after it.
   * @default 'flink-operator'
   */
  readonly serviceAccount?: string;
  /**
   * Service account under which Flink's own pods run (`spec.serviceAccount` of a FlinkDeployment); made, with its role, in every watched
   * namespace, or in the operator's when all are watched. `false`: you make it yourself.
   * @default 'flink'
   */
  readonly jobServiceAccount?: string | false;
  /**
   * The operator's configuration: `kubernetes.operator.*`, and Flink options as defaults for every cluster. Laid over the built-in one
   * (one slot, parallelism 1, module access for Java 17).
   * @default {}
   */
  readonly configuration?: Readonly<Record<string, string>>;
  /**
   * Log files of clusters whose spec has no `logConfiguration`: `log4j-console.properties` or `logback-console.xml` to text.
   * @default - INFO to the console and a rolling file
   */
  readonly logFiles?: Readonly<Record<string, string>>;
  /**
   * CPU and memory of the operator's container. Node's heap gets three quarters of the memory limit.
   * @default - requests 50m and 64Mi, limit 512Mi of memory and none of CPU
   */
  readonly resources?: ResourceRequirements;
  /**
   * Number of pods; more than one needs `kubernetes.operator.leader-election.enabled` and `….leader-election.lease-name`.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Labels on every object and on the pods.
   * @default {}
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * When the kubelet pulls the image.
   * @default 'IfNotPresent'
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /**
   * Names of Secrets with credentials for the image's registry.
   * @default []
   */
  readonly imagePullSecrets?: readonly string[];
  /**
   * Further environment variables of the operator's container.
   * @default {}
   */
  readonly env?: Readonly<Record<string, string>>;
}

/** The options with nothing left open. */
export type OperatorInstallation = Required<OperatorInstallationOptions>;

/** Writes the defaults out. */
export function operatorInstallation(options: OperatorInstallationOptions): OperatorInstallation {
  return {
    name: 'flinkwright',
    namespace: 'flinkwright',
    createNamespace: false,
    watchNamespaces: [],
    serviceAccount: 'flink-operator',
    jobServiceAccount: 'flink',
    configuration: {},
    logFiles: DEFAULT_LOG_FILES,
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '512Mi' } },
    replicas: 1,
    labels: {},
    imagePullPolicy: 'IfNotPresent',
    imagePullSecrets: [],
    env: {},
    ...options,
  };
}

/** Labels by which the operator's pods are found; a Deployment's selector, so they never change. */
export function selectorLabels({ name }: OperatorInstallation): Record<string, string> {
  return { 'app.kubernetes.io/name': name };
}

/** Labels of every object of the installation. */
export function installationLabels(installation: OperatorInstallation): Record<string, string> {
  return { ...installation.labels, ...selectorLabels(installation), 'app.kubernetes.io/component': 'operator' };
}
