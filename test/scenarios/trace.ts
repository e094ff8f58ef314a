// SPDX-License-Identifier: Apache-2.0
// What a scenario leaves behind to be compared: taken from the API server's changes and the operator's log, in both worlds by the same
// rules. Times, identities and what Flink creates by itself are not part of it.

import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import type { Deployment, KubernetesObject, Pod, Stored } from '../../lib/kubernetes/objects.ts';

export interface Trace {
  /** `status.lifecycleState` as it changed. */
  readonly lifecycle: readonly string[];
  /** What the operator asked of Flink: `stop-with-savepoint`, `cancel`. */
  readonly flinkCalls: readonly string[];
  /** What became of the objects that belong to the operator: created, and for the JobManager's Deployment scaled and deleted. */
  readonly objects: readonly string[];
}

/** A change in the namespace. */
export interface SeenChange {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Stored<KubernetesObject>;
}

const FLINK_CALLS: ReadonlySet<string> = new Set(['stop-with-savepoint', 'cancel']);

/** Builds a trace from changes in the order of their versions. */
export class TraceRecorder {
  readonly #changes: SeenChange[] = [];
  readonly #flinkCalls: string[] = [];
  readonly #triggers = new Set<unknown>();
  readonly #statusListeners = new Set<() => void>();
  readonly #twice: string[] = [];
  readonly #jobManagerPods = new Map<string, { readonly name: string; readonly owner: string }>();
  #status = '';
  #wasStable = false;

  /** A change was seen. */
  see(change: SeenChange): void {
    const { kind } = change.object;
    this.#changes.push(change);
    if (kind === 'FlinkDeployment') this.#seeStatus(change.object as Stored<FlinkDeployment>);
    if (kind === 'Pod') this.#seePod(change);
  }

  /** The operator carries out an action. To ask again for a stop under the same trigger id, as after a crash, is to ask once. */
  acts({ action, triggerId }: Readonly<Record<string, unknown>>): void {
    if (typeof action !== 'string' || !FLINK_CALLS.has(action)) return;
    if (triggerId !== undefined && this.#triggers.has(triggerId)) return;
    this.#triggers.add(triggerId);
    this.#flinkCalls.push(action);
  }

  /** Calls `listener` after each write of the status; returns how to end that. */
  onStatusWrite(listener: () => void): () => void {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  }

  /** Sentences about JobManagers of two Deployments that were there at the same time. */
  get clustersAtOnce(): readonly string[] {
    return this.#twice;
  }

  /** Whether the application has ever been STABLE. */
  get wasStable(): boolean {
    return this.#wasStable;
  }

  trace(): Trace {
    const changes = [...this.#changes].sort((a, b) => version(a) - version(b));
    return { lifecycle: lifecycleOf(changes), flinkCalls: [...this.#flinkCalls], objects: objectsOf(changes) };
  }

  #seeStatus({ status }: Stored<FlinkDeployment>): void {
    const text = JSON.stringify(status ?? {});
    if (text === this.#status) return;
    this.#status = text;
    this.#wasStable ||= status?.lifecycleState === 'STABLE';
    for (const listener of [...this.#statusListeners]) listener();
  }

  #seePod({ type, object }: SeenChange): void {
    const pod = object as Stored<Pod>;
    if (pod.metadata.labels?.['component'] !== 'jobmanager') return;
    const { uid, name } = pod.metadata;
    if (type === 'DELETED') {
      this.#jobManagerPods.delete(uid);
      return;
    }
    if (this.#jobManagerPods.has(uid)) return;
    const owner = pod.metadata.ownerReferences?.[0]?.uid ?? '';
    for (const other of this.#jobManagerPods.values())
      if (other.owner !== owner) this.#twice.push(`${name} was created while ${other.name} was there`);
    this.#jobManagerPods.set(uid, { name, owner });
  }
}

function version({ object }: SeenChange): number {
  return Number(object.metadata.resourceVersion);
}

function lifecycleOf(changes: readonly SeenChange[]): string[] {
  const states: string[] = [];
  for (const { object } of changes) {
    if (object.kind !== 'FlinkDeployment') continue;
    const state = (object as FlinkDeployment).status?.lifecycleState;
    if (state !== undefined && states.at(-1) !== state) states.push(state);
  }
  return states;
}

function objectsOf(changes: readonly SeenChange[]): string[] {
  const lines: string[] = [];
  // What accompanies a Deployment is created at once, in no order.
  let unordered: string[] = [];
  const flush = (): void => {
    lines.push(...unordered.sort());
    unordered = [];
  };
  const scaled = new Set<string>();
  for (const { type, object } of changes) {
    const name = `${object.kind ?? ''}/${object.metadata.name}`;
    if (!belongsToOperator(object)) continue;
    if (object.kind !== 'Deployment') {
      if (type === 'ADDED') unordered.push(`created ${name}`);
      continue;
    }
    const { replicas = 1 } = (object as Deployment).spec ?? {};
    const line =
      type === 'ADDED'
        ? `created ${name}`
        : type === 'DELETED'
          ? `deleted ${name}`
          : replicas === 0 && !scaled.has(object.metadata.uid)
            ? `scaled ${name} to 0`
            : undefined;
    if (line === undefined) continue;
    if (replicas === 0) scaled.add(object.metadata.uid);
    flush();
    lines.push(line);
  }
  flush();
  return lines;
}

/** The JobManager's Deployment and what it owns; the objects of Flink's high availability have no owner. */
function belongsToOperator({ kind, metadata }: KubernetesObject): boolean {
  const wanted = kind === 'Deployment' || kind === 'Ingress' ? 'FlinkDeployment' : 'Deployment';
  return kind !== 'Pod' && (metadata?.ownerReferences ?? []).some((owner) => owner.kind === wanted);
}
