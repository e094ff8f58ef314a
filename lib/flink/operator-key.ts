// SPDX-License-Identifier: Apache-2.0
// Which keys of a configuration are for the operator and its autoscaler. They are read as they stand in the resource, and are never written
// into the configuration file of a cluster.

const PREFIXES = ['kubernetes.operator.', 'job.autoscaler.'];

/** Whether the key begins like those of the operator, known or not. */
export function isOperatorKey(key: string): boolean {
  return PREFIXES.some((prefix) => key.startsWith(prefix));
}
