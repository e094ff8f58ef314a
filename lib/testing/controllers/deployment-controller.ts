// SPDX-License-Identifier: Apache-2.0
// The Deployment controller: one ReplicaSet for each template, moved from the old to the new one by the Deployment's strategy. Paused Deployments
// and roll-backs by annotation are not modelled.

import type { Deployment, Pod, Stored } from '../../kubernetes/objects.ts';
import { keyOf, objectKey, parseKey } from '../../kubernetes/object-key.ts';
import { equal } from '../../runtime/json.ts';
import { storageKey } from '../api-server/resource-type.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import { ClusterAccess, controllerOf } from './cluster-access.ts';
import { ClusterEvents } from './cluster-events.ts';
import { deploymentStatus, setCondition, untilDeadline } from './deployment-status.ts';
import { isActive } from './pod-conditions.ts';
import type { ReplicaSet } from './replica-set-controller.ts';
import { rollingLimits } from './rolling-limits.ts';
import { templateHash } from './template-hash.ts';
import { WorkQueue } from './work-queue.ts';

const COMPONENT = 'deployment-controller';
const HASH_LABEL = 'pod-template-hash';
const REVISION = 'deployment.kubernetes.io/revision';

export class DeploymentController {
  readonly #server: InMemoryApiServer;
  readonly #access: ClusterAccess;
  readonly #events: ClusterEvents;
  readonly #queue: WorkQueue;
  readonly #stop: () => void;

  constructor(server: InMemoryApiServer, delayMs: number) {
    this.#server = server;
    this.#access = new ClusterAccess(server, COMPONENT);
    this.#events = new ClusterEvents(server, COMPONENT);
    this.#queue = new WorkQueue({ clock: server.clock, delayMs, work: (key) => this.#sync(key) });
    const [deployments, sets, pods] = ['deployments', 'replicasets', 'pods'].map((name) =>
      storageKey(server.registry.byName(name)),
    );
    this.#stop = server.onChange((change) => {
      if (change.resource === deployments) this.#queue.add(objectKey(change.object));
      const owner = controllerOf(change.object);
      const namespace = change.object.metadata.namespace ?? '';
      if (change.resource === sets && owner?.kind === 'Deployment') this.#queue.add(keyOf(namespace, owner.name));
      // A recreating Deployment waits for its old pods to be gone.
      if (change.resource === pods && change.type === 'DELETED' && owner?.kind === 'ReplicaSet') {
        const set = this.#access.find<ReplicaSet>('replicasets', namespace, owner.name);
        const above = set === undefined ? undefined : controllerOf(set);
        if (above?.kind === 'Deployment') this.#queue.add(keyOf(namespace, above.name));
      }
    });
  }

  stop(): void {
    this.#stop();
    this.#queue.stop();
  }

  #sync(key: string): void {
    const { namespace = '', name } = parseKey(key);
    const deployment = this.#access.find<Deployment>('deployments', namespace, name);
    if (deployment === undefined) return;
    if (deployment.metadata.deletionTimestamp === undefined) {
      if (at(deployment, 'strategy') === 'Recreate') this.#recreate(deployment);
      else this.#roll(deployment);
    }
    const after = this.#access.find<Deployment>('deployments', namespace, name);
    if (after !== undefined) this.#writeStatus(after);
  }

  #recreate(deployment: Stored<Deployment>): void {
    const { current, old } = this.#sets(deployment);
    const live = old.filter((set) => set.spec.replicas > 0);
    for (const set of live) this.#scale(deployment, set, 0);
    const running = old.some((set) =>
      this.#access
        .controlledBy<Pod>('pods', set)
        .some((pod) => isActive(pod) || pod.metadata.deletionTimestamp !== undefined),
    );
    if (live.length > 0 || running) return;
    const set = current ?? this.#createSet(deployment, old, deployment.spec?.replicas ?? 1);
    this.#scale(deployment, set, deployment.spec?.replicas ?? 1);
  }

  #roll(deployment: Stored<Deployment>): void {
    const { current, old } = this.#sets(deployment);
    const wanted = deployment.spec?.replicas ?? 1;
    const { maxSurge, maxUnavailable } = rollingLimits(deployment);
    const oldReplicas = old.reduce((sum, set) => sum + set.spec.replicas, 0);
    const room = Math.max(0, wanted + maxSurge - oldReplicas);
    const set = current ?? this.#createSet(deployment, old, Math.min(wanted, room));
    const target = set.spec.replicas > wanted ? wanted : Math.max(set.spec.replicas, Math.min(wanted, room));
    if (target !== set.spec.replicas) {
      this.#scale(deployment, set, target);
      return;
    }
    if (oldReplicas === 0) return;
    const available = [set, ...old].reduce((sum, each) => sum + (each.status?.availableReplicas ?? 0), 0);
    // Pods that never became available may go at once; of the others, as many as may be missing.
    let unhealthy =
      oldReplicas +
      set.spec.replicas -
      (wanted - maxUnavailable) -
      (set.spec.replicas - (set.status?.availableReplicas ?? 0));
    let spare = available - (wanted - maxUnavailable);
    for (const each of old.sort(oldestFirst)) {
      const broken = Math.min(each.spec.replicas - (each.status?.availableReplicas ?? 0), Math.max(0, unhealthy));
      const healthy = Math.min(each.spec.replicas - broken, Math.max(0, spare));
      unhealthy -= broken;
      spare -= healthy;
      if (broken + healthy > 0) this.#scale(deployment, each, each.spec.replicas - broken - healthy);
    }
  }

  #sets(deployment: Stored<Deployment>): {
    current: Stored<ReplicaSet> | undefined;
    old: Stored<ReplicaSet>[];
    all: Stored<ReplicaSet>[];
  } {
    const all = this.#access.controlledBy<ReplicaSet>('replicasets', deployment);
    const current = all.find((set) => equal(templateOf(set), deployment.spec?.template));
    return { current, old: all.filter((set) => set !== current), all };
  }

  #createSet(deployment: Stored<Deployment>, old: readonly Stored<ReplicaSet>[], replicas: number): Stored<ReplicaSet> {
    const { namespace = '', name, uid } = deployment.metadata;
    const template = deployment.spec?.template ?? {};
    // A ReplicaSet of that name may be left of a Deployment that was deleted a moment ago.
    let collisions = 0;
    while (this.#access.find('replicasets', namespace, `${name}-${templateHash(template, collisions)}`) !== undefined)
      collisions++;
    const hash = templateHash(template, collisions);
    const labels = { ...template.metadata?.labels, [HASH_LABEL]: hash };
    const revision = String(Math.max(0, ...old.map((set) => Number(set.metadata.annotations?.[REVISION] ?? 0))) + 1);
    const set = this.#access.create<ReplicaSet>('replicasets', namespace, {
      metadata: {
        name: `${name}-${hash}`,
        labels,
        annotations: { [REVISION]: revision },
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'Deployment', name, uid, controller: true, blockOwnerDeletion: true },
        ],
      },
      spec: {
        replicas,
        selector: { matchLabels: { ...deployment.spec?.selector.matchLabels, [HASH_LABEL]: hash } },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
    });
    this.#access.edit<Deployment>('deployments', namespace, name, 'main', (object) => {
      object.metadata.annotations = { ...object.metadata.annotations, [REVISION]: revision };
    });
    this.#access.edit<Deployment>('deployments', namespace, name, 'status', (object) => {
      const created = {
        type: 'Progressing',
        status: 'True',
        reason: 'NewReplicaSetCreated',
        message: `Created new replica set "${set.metadata.name}"`,
      } as const;
      object.status = {
        ...object.status,
        conditions: setCondition(object.status?.conditions ?? [], created, this.#server.clock.now()),
      };
    });
    if (replicas > 0)
      this.#events.write(
        deployment,
        'Normal',
        'ScalingReplicaSet',
        `Scaled up replica set ${set.metadata.name} from 0 to ${replicas}`,
      );
    return set;
  }

  #scale(deployment: Stored<Deployment>, set: Stored<ReplicaSet>, replicas: number): void {
    const before = set.spec.replicas;
    if (before === replicas) return;
    this.#access.edit<ReplicaSet>('replicasets', set.metadata.namespace ?? '', set.metadata.name, 'main', (object) => {
      object.spec.replicas = replicas;
    });
    const direction = replicas > before ? 'up' : 'down';
    this.#events.write(
      deployment,
      'Normal',
      'ScalingReplicaSet',
      `Scaled ${direction} replica set ${set.metadata.name} from ${before} to ${replicas}`,
    );
  }

  #writeStatus(deployment: Stored<Deployment>): void {
    const { current, all } = this.#sets(deployment);
    const nowMs = this.#server.clock.now();
    const status = deploymentStatus({ deployment, sets: all, current, nowMs });
    const { namespace = '', name } = deployment.metadata;
    this.#access.edit<Deployment>('deployments', namespace, name, 'status', (object) => {
      object.status = status;
    });
    const left = untilDeadline(deployment, status.conditions ?? [], nowMs);
    // Past the deadline by a second, since the times in conditions have no fraction.
    if (left !== undefined && left > 0) this.#queue.add(objectKey(deployment), left + 1000);
    this.#forgetOldSets(deployment, status.conditions ?? []);
  }

  #forgetOldSets(deployment: Stored<Deployment>, conditions: readonly { type: string; reason?: string }[]): void {
    const done = conditions.some(
      (condition) => condition.type === 'Progressing' && condition.reason === 'NewReplicaSetAvailable',
    );
    const limit = deployment.spec?.['revisionHistoryLimit'];
    if (!done || typeof limit !== 'number') return;
    const idle = this.#sets(deployment)
      .old.filter(
        (set) =>
          set.spec.replicas === 0 && (set.status?.replicas ?? 0) === 0 && set.metadata.deletionTimestamp === undefined,
      )
      .sort(oldestFirst);
    for (const set of idle.slice(0, Math.max(0, idle.length - limit)))
      this.#access.delete('replicasets', set.metadata.namespace ?? '', set.metadata.name);
  }
}

function at(deployment: Deployment, member: 'strategy'): unknown {
  return (deployment.spec?.[member] as { type?: string } | undefined)?.type;
}

/** The template that a set was made from: its own, without the hash that was added to it. */
function templateOf(set: ReplicaSet): unknown {
  const { [HASH_LABEL]: _hash, ...labels } = set.spec.template.metadata?.labels ?? {};
  return { ...set.spec.template, metadata: { ...set.spec.template.metadata, labels } };
}

function oldestFirst(a: Stored<ReplicaSet>, b: Stored<ReplicaSet>): number {
  const revision = (set: Stored<ReplicaSet>): number => Number(set.metadata.annotations?.[REVISION] ?? 0);
  return revision(a) - revision(b);
}
