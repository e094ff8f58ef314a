// SPDX-License-Identifier: Apache-2.0
// Cached objects without what no rule looks at. With a thousand applications the pod templates would be most of the memory.

import type { Deployment, Pod, Stored } from '../../../lib/kubernetes/objects.ts';

/** A Deployment without its pod template. */
export function slimDeployment(deployment: Stored<Deployment>): Stored<Deployment> {
  const { spec } = deployment;
  if (spec !== undefined)
    deployment.spec = {
      selector: spec.selector,
      template: {},
      ...(spec.replicas === undefined ? {} : { replicas: spec.replicas }),
    };
  return deployment;
}

/** A pod without its spec. */
export function slimPod(pod: Stored<Pod>): Stored<Pod> {
  delete pod.spec;
  return pod;
}
