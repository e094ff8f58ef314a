// SPDX-License-Identifier: Apache-2.0
// What the steps of the demo can do and see. Everything seen comes from the API server and from Flink.

import type { FlinkDeployment, FlinkDeploymentStatus } from '../../lib/api/flink-deployment.ts';
import type { Deployment, KubernetesObject, Pod, Stored } from '../../lib/kubernetes/objects.ts';
import { sleep } from '../../lib/runtime/clock.ts';
import type { KubernetesClient } from '../../operator/kubernetes/client.ts';
import { Informer } from '../../operator/kubernetes/informer.ts';
import { CONFIG_MAP, DEPLOYMENT, FLINK_DEPLOYMENT, POD, SERVICE } from '../../operator/kubernetes/resource-kind.ts';
import type { ResourceKind } from '../../operator/kubernetes/resource-kind.ts';
import type { StateMachineProps } from '../../examples/state-machine/chart.ts';
import { apply, everythingIn } from './api.ts';
import { EXAMPLE, synthesise } from './example.ts';
import { type FlinkLook, lookAtFlink } from './flink-look.ts';
import { messageOf, type Narrator } from './narrator.ts';
import type { Place } from './place.ts';
import { specChanges } from './spec-changes.ts';
import type { Story } from './story.ts';

/** What was expected did not come about. */
export class NotObserved extends Error {
  override readonly name = 'NotObserved';
  readonly seen: readonly string[];

  constructor(expected: string, seen: readonly string[]) {
    super(expected);
    this.seen = seen;
  }
}

export interface StageOptions {
  readonly place: Place;
  readonly client: KubernetesClient;
  readonly kinds: readonly ResourceKind[];
  readonly story: Story;
  readonly narrator: Narrator;
  /** Seconds that anything may take. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

export class Stage {
  readonly place: Place;
  /** What Flink showed last. */
  flink: FlinkLook = { answers: false, why: 'nothing runs yet' };
  readonly #options: StageOptions;
  readonly #resources: Informer<FlinkDeployment>;
  readonly #deployments: Informer<Deployment>;
  readonly #pods: Informer<Pod>;
  readonly #watches: readonly Pick<Informer<KubernetesObject>, 'start' | 'synced'>[];
  #baseline: readonly string[] = [];
  #applied: FlinkDeployment | undefined;
  #generation = 0;

  constructor(options: StageOptions) {
    const { client, place, narrator } = options;
    this.#options = options;
    this.place = place;
    const watch = <T extends KubernetesObject>(kind: ResourceKind<T>): Informer<T> => {
      const informer = new Informer<T>({ resource: client.resource(kind), namespaces: [place.namespace] });
      informer.onChange((change) => {
        narrator.changed(change);
      });
      return informer;
    };
    this.#resources = watch(FLINK_DEPLOYMENT);
    this.#deployments = watch(DEPLOYMENT);
    this.#pods = watch(POD);
    const others = [watch(SERVICE), watch(CONFIG_MAP)];
    this.#watches = [this.#resources, this.#deployments, this.#pods, ...others];
  }

  /** Begins to watch the namespace; what is in it now will be left out of account at the end. */
  async open(): Promise<void> {
    for (const watch of this.#watches) void watch.start(this.#options.signal);
    await Promise.all(this.#watches.map((watch) => watch.synced));
    this.#baseline = await this.#everything();
  }

  get resource(): Stored<FlinkDeployment> | undefined {
    return this.#resources.get(this.place.namespace, EXAMPLE);
  }

  get status(): FlinkDeploymentStatus {
    return this.resource?.status ?? {};
  }

  /** The JobManager's Deployment. */
  get deployment(): Stored<Deployment> | undefined {
    return this.#deployments.get(this.place.namespace, EXAMPLE);
  }

  /** The JobManager's pods that are not about to go. */
  get jobManagerPods(): Stored<Pod>[] {
    return this.#pods
      .list()
      .filter(
        ({ metadata }) =>
          metadata.labels?.['component'] === 'jobmanager' &&
          metadata.labels['app'] === EXAMPLE &&
          metadata.deletionTimestamp === undefined,
      );
  }

  /** Synthesises the example with these props and applies it. */
  async apply(props: Omit<StateMachineProps, 'namespace'>): Promise<void> {
    const { client, kinds, story, place } = this.#options;
    const application = { image: place.image };
    const wanted = synthesise({ namespace: place.namespace, checkpointInterval: '5 s', application, ...props });
    const before = this.#applied?.spec;
    story.tell(
      'you',
      `cdk8s synth && kubectl apply --server-side: FlinkDeployment/${EXAMPLE}`,
      before === undefined ? [] : specChanges(before, wanted.spec),
    );
    this.#applied = wanted;
    const stored = await apply(client, kinds, wanted);
    this.#generation = stored.metadata.generation ?? 0;
  }

  /** Deletes the JobManager's pod without grace, as the loss of its node would. */
  async killJobManager(): Promise<Stored<Pod>> {
    const { client, story, place } = this.#options;
    const [pod] = this.jobManagerPods;
    if (pod === undefined) throw new NotObserved('a JobManager pod that could be killed', this.seen());
    story.tell('you', `kubectl delete --grace-period=0 --force Pod/${pod.metadata.name}`);
    await client.resource(POD).delete(place.namespace, pod.metadata.name, { gracePeriodSeconds: 0 });
    return pod;
  }

  async delete(): Promise<void> {
    const { client, story, place } = this.#options;
    story.tell('you', `kubectl delete FlinkDeployment/${EXAMPLE}`);
    await client.resource(FLINK_DEPLOYMENT).delete(place.namespace, EXAMPLE);
  }

  /** Whether the spec that was applied last is carried out, proved stable, and its job runs in Flink itself. */
  isStable(): boolean {
    const { lifecycleState, observedGeneration, jobStatus } = this.status;
    const { flink } = this;
    return (
      lifecycleState === 'STABLE' &&
      observedGeneration === this.#generation &&
      jobStatus?.state === 'RUNNING' &&
      flink.answers &&
      flink.job?.id === jobStatus.jobId &&
      flink.job?.effectiveState === 'RUNNING'
    );
  }

  isSuspended(): boolean {
    const { lifecycleState, observedGeneration } = this.status;
    return lifecycleState === 'SUSPENDED' && observedGeneration === this.#generation;
  }

  /** What there is besides what was there from the start. */
  async leftovers(): Promise<string[]> {
    return (await this.#everything()).filter((name) => !this.#baseline.includes(name));
  }

  /** Waits until `condition` holds. @throws NotObserved that says what there was instead. */
  async until(expected: string, condition: () => boolean | Promise<boolean>): Promise<void> {
    const { place, patience, narrator, signal } = this.#options;
    const end = place.clock.monotonic() + patience * 1000;
    for (;;) {
      this.flink = await lookAtFlink({
        transport: place.flink,
        clock: place.clock,
        name: EXAMPLE,
        namespace: place.namespace,
      });
      narrator.looked(this.flink);
      if (await condition()) return;
      if (place.clock.monotonic() >= end)
        throw new NotObserved(`${expected} within ${String(patience)} s`, this.seen());
      await sleep(place.clock, place.lookMs, signal);
    }
  }

  /** @throws NotObserved unless `holds`. */
  expect(expected: string, holds: boolean): void {
    if (!holds) throw new NotObserved(expected, this.seen());
  }

  /** What there is, in a few lines. */
  seen(): string[] {
    const { resource, flink, status } = this;
    if (resource === undefined) return [`there is no FlinkDeployment/${EXAMPLE}`];
    const pods = this.#pods.list().map((pod) => `${pod.metadata.name} ${podState(pod)}`);
    return [
      `FlinkDeployment/${EXAMPLE}: lifecycle ${status.lifecycleState ?? '-'}, job ${status.jobStatus?.state ?? '-'}, ` +
        `JobManager ${status.jobManagerDeploymentStatus ?? '-'}, generation ${String(status.observedGeneration ?? '-')} of ${String(resource.metadata.generation)}`,
      ...(status.error === undefined ? [] : [`status.error: ${messageOf(status.error)}`]),
      flink.answers
        ? `Flink: job ${flink.job?.id ?? '-'} ${flink.job?.effectiveState ?? 'none'}, restored from ${flink.checkpoints?.latest.restored?.externalPath ?? 'nothing'}`
        : `Flink: ${flink.why}`,
      `pods: ${pods.length === 0 ? 'none' : pods.join(', ')}`,
    ];
  }

  #everything(): Promise<string[]> {
    const { client, kinds, place } = this.#options;
    return everythingIn(client, kinds, place.namespace);
  }
}

function podState({ status = {} }: Pod): string {
  const waiting = status.containerStatuses?.map(({ state }) => state?.waiting?.reason).find((why) => why !== undefined);
  return waiting ?? status.phase ?? 'unknown';
}
