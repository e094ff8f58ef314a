// SPDX-License-Identifier: Apache-2.0
// Puts our operator on the cluster to be measured, as a user would: our definitions, our manifests, an image that the cluster has. It watches
// all namespaces, since the rig uses two. Removing takes the namespaces and all roles along.

import { execFileSync } from 'node:child_process';
import { customResourceDefinitions } from '../../lib/api/crd.ts';
import { buildOperatorInstallation } from '../../lib/manifests/operator/installation.ts';
import type { KubernetesObject } from '../../lib/kubernetes/objects.ts';
import { CONFIGURATION } from '../support/configuration.ts';

/** Name of the installation, and value of the label by which the rig finds its pod. */
export const NAME = 'flinkwright';
/** Namespace of the operator and of the applications that are measured. */
export const NAMESPACE = 'flinkwright-bench';
/** Namespace of the applications that exist on paper. */
export const SCALE_NAMESPACE = 'flinkwright-bench-scale';
/** A part of the user name under which the operator's requests stand in the audit log. */
export const USER: string = `${NAMESPACE}:flink-operator`;
/** Labels of the operator's pod. */
export const SELECTOR: string = `app.kubernetes.io/name=${NAME}`;

function manifests(image: string): KubernetesObject[] {
  return buildOperatorInstallation({
    image,
    name: NAME,
    namespace: NAMESPACE,
    createNamespace: true,
    configuration: CONFIGURATION,
  });
}

function kubectl(args: readonly string[], objects?: readonly KubernetesObject[]): void {
  execFileSync('kubectl', args, {
    stdio: [objects === undefined ? 'ignore' : 'pipe', 'ignore', 'inherit'],
    ...(objects === undefined ? {} : { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) }),
  });
}

/** Installs and waits until the operator's pod is ready. */
export function install(image: string): void {
  const definitions = customResourceDefinitions();
  kubectl(['apply', '--server-side', '-f', '-'], definitions);
  for (const { metadata } of definitions)
    kubectl(['wait', '--for=condition=Established', `crd/${metadata?.name ?? ''}`, '--timeout=30s']);
  kubectl(['apply', '-f', '-'], manifests(image));
  kubectl(['--namespace', NAMESPACE, 'rollout', 'restart', `deployment/${NAME}`]);
  kubectl(['--namespace', NAMESPACE, 'rollout', 'status', `deployment/${NAME}`, '--timeout=60s']);
}

/** Restarts the operator, so that a measurement does not inherit the memory of the one before. */
export function restart(): void {
  kubectl(['--namespace', NAMESPACE, 'rollout', 'restart', `deployment/${NAME}`]);
  kubectl(['--namespace', NAMESPACE, 'rollout', 'status', `deployment/${NAME}`, '--timeout=60s']);
}

/** Removes the applications, then the operator that cleans up after them. The definitions stay. */
export function uninstall(image: string): void {
  for (const namespace of [NAMESPACE, SCALE_NAMESPACE])
    kubectl(['--namespace', namespace, 'delete', 'flinkdeployments', '--all', '--ignore-not-found', '--timeout=120s']);
  kubectl(['delete', 'namespace', SCALE_NAMESPACE, '--ignore-not-found', '--timeout=120s']);
  kubectl(['delete', '--ignore-not-found', '--timeout=120s', '-f', '-'], manifests(image));
}
