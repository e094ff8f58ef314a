// SPDX-License-Identifier: Apache-2.0
// Which changes in the cluster wake which FlinkDeployment.

import type { FlinkDeployment } from '../../../lib/api/flink-deployment.ts';
import type { Deployment, Pod } from '../../../lib/kubernetes/objects.ts';
import { LABELS } from '../../../lib/manifests/cluster-names.ts';
import type { Change } from '../../kubernetes/change.ts';
import { keyOf } from '../../../lib/kubernetes/object-key.ts';

/** The resource itself: its spec, its finalizers, its deletion. A changed status is our own echo. */
export function resourceKeys({ object, old, type }: Change<FlinkDeployment>): string[] {
  const now = object.metadata;
  const before = type === 'update' ? old?.metadata : undefined;
  const echo =
    before?.uid === now.uid &&
    before.generation === now.generation &&
    before.deletionTimestamp === now.deletionTimestamp &&
    before.finalizers?.length === now.finalizers?.length;
  return echo ? [] : [keyOf(now.namespace, now.name)];
}

/** A JobManager Deployment wakes its owner. */
export function deploymentKeys({ object }: Change<Deployment>): string[] {
  const owners = (object.metadata.ownerReferences ?? []).filter(({ kind }) => kind === 'FlinkDeployment');
  return owners.map(({ name }) => keyOf(object.metadata.namespace, name));
}

/** A JobManager pod wakes the resource whose cluster it belongs to. */
export function podKeys({ object }: Change<Pod>): string[] {
  const app = object.metadata.labels?.[LABELS.app];
  return app === undefined ? [] : [keyOf(object.metadata.namespace, app)];
}
