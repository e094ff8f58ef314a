// SPDX-License-Identifier: Apache-2.0
// A Kubernetes API server in memory: the same paths, objects, refusals and watches as the real one, under a clock that a test moves. It
// runs nothing by itself: Deployments, pods and garbage are the business of the controllers beside it.

import type { Clock } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';
import type { Transport, TransportRequest } from '../../runtime/transport.ts';
import type { KubernetesObject, Stored } from '../../kubernetes/objects.ts';
import type { Answer } from './answer.ts';
import { serveCustomResources } from './custom-resources.ts';
import { FaultPlan } from './faults.ts';
import { listen } from './http-listener.ts';
import type { Listening, ListenOptions } from './http-listener.ts';
import { InProcessTransport } from './in-process-transport.ts';
import type { ClientTransport, Write } from './in-process-transport.ts';
import { copy, equal, isObject } from '../../runtime/json.ts';
import { mergePatch } from '../../manifests/merge-patch.ts';
import { handleWithAdmission } from './admitted-handling.ts';
import { Operations } from './operations.ts';
import type { Place } from './operations.ts';
import { internalContext } from './request-context.ts';
import { RequestHandler } from './request-handler.ts';
import type { HandledRequest } from './request-handler.ts';
import { isWrite } from './request-log.ts';
import type { LoggedRequest } from './request-log.ts';
import { ResourceRegistry } from './resource-registry.ts';
import { Store } from './store.ts';
import type { Change } from './store.ts';
import type { DraftObject, StoredObject } from './stored-object.ts';

/** What the server is given, and how much it remembers. */
export interface ApiServerOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Namespaces that exist from the start, besides `default` and `kube-system`. */
  readonly namespaces?: readonly string[];
  /** The Kubernetes version that `/version` tells; default `1.34.4`. */
  readonly version?: string;
  /** Reaches admission webhooks; without it, webhook configurations are stored and have no effect. Direct writes of the test and of controllers never meet them. */
  readonly webhooks?: Transport;
  /** How many changes of each resource a watch can go back; default 1000. */
  readonly historyLength?: number;
}

/** Called around each mutating request of a client; throwing from it is a mistake of the test, not of the client. */
export interface WriteObserver {
  /** Before anything was done about it. */
  before?(write: Write): void;
  /** After it was carried out or refused. */
  after?(write: Write): void;
}

const SEEDING = internalContext('test');

/** A Kubernetes API server in memory: clients reach it by transports, tests and controllers directly. */
export class InMemoryApiServer {
  readonly clock: Clock;
  readonly random: Random;
  /** What goes wrong between clients and this server. */
  readonly faults: FaultPlan = new FaultPlan();
  /** Every request so far, oldest first; a test may empty it. */
  readonly requests: LoggedRequest[] = [];
  /** Where objects are kept, below all rules. */
  readonly store: Store;
  /** What a request does, without its HTTP. */
  readonly operations: Operations;
  /** The kinds that are served. */
  readonly registry: ResourceRegistry = new ResourceRegistry();
  readonly #handler: RequestHandler;
  readonly #webhooks: Transport | undefined;
  readonly #observers = new Set<WriteObserver>();

  constructor(options: ApiServerOptions) {
    this.clock = options.clock;
    this.random = options.random;
    this.#webhooks = options.webhooks;
    this.store = new Store({ historyLength: options.historyLength ?? 1000 });
    let address = 0;
    let port = 30_000;
    this.operations = new Operations({
      store: this.store,
      clock: this.clock,
      random: this.random,
      allocate: {
        clusterIp: () => `10.96.${Math.floor(++address / 250)}.${(address % 250) + 1}`,
        nodePort: () => port++,
      },
    });
    this.#handler = new RequestHandler({
      store: this.store,
      operations: this.operations,
      registry: this.registry,
      clock: this.clock,
      random: this.random,
      version: options.version ?? '1.34.4',
    });
    serveCustomResources({
      store: this.store,
      operations: this.operations,
      registry: this.registry,
      now: () => this.clock.now(),
    });
    for (const name of ['default', 'kube-system', ...(options.namespaces ?? [])])
      this.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }

  /** A connection for one client; its name stands in {@link requests}, in faults and as the field manager. */
  transport(client = 'test'): ClientTransport {
    return new InProcessTransport(this, client);
  }

  /** Serves the same over HTTP (or HTTPS) on the loopback interface. */
  listen(port = 0, options: ListenOptions = {}): Promise<Listening> {
    return listen(this, port, options);
  }

  /** The object, or `undefined`. `resource` is a plural, kind or short name; `namespace` is empty for cluster-scoped ones. The caller's own copy. */
  get<T extends KubernetesObject = KubernetesObject>(
    resource: string,
    namespace: string,
    name: string,
  ): Stored<T> | undefined {
    const found = this.operations.find(this.#place(resource, namespace, name));
    return found === undefined ? undefined : (copy(found) as unknown as Stored<T>);
  }

  /** Copies of all objects of a resource, of one namespace or of all, ordered by name. */
  list<T extends KubernetesObject = KubernetesObject>(resource: string, namespace = ''): Stored<T>[] {
    return this.operations
      .all(this.registry.byName(resource))
      .filter((object) => namespace === '' || object.metadata.namespace === namespace)
      .map((object) => copy(object) as unknown as Stored<T>);
  }

  /**
   * Brings an object about as `kubectl apply` would: creates it or merges it into what exists, and its status with it. Not a request: no fault
   * hits it and it is not logged. A missing namespace is created.
   *
   * @throws ApiError when the object is refused.
   */
  apply<T extends KubernetesObject>(object: T): Stored<T> {
    const draft = copy(object) as unknown as DraftObject;
    const type = this.registry.findKind(draft.apiVersion ?? '', draft.kind ?? '');
    if (type === undefined)
      throw new Error(
        `${draft.apiVersion ?? '(no apiVersion)'} ${draft.kind ?? '(no kind)'} is not served: apply its CustomResourceDefinition first`,
      );
    const namespace = type.namespaced ? (draft.metadata?.namespace ?? 'default') : '';
    if (namespace !== '' && this.get('namespaces', '', namespace) === undefined)
      this.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    const place: Place = { type, namespace, name: draft.metadata?.name ?? '' };
    const before = this.operations.find(place);
    let stored =
      before === undefined
        ? this.operations.create(type, namespace, draft, SEEDING)
        : this.operations.replace(place, before, merged(before, draft), 'main', SEEDING);
    if (type.statusSubresource && isObject(draft['status'])) {
      const now = this.operations.get({ ...place, name: stored.metadata.name });
      stored = this.operations.replace(
        { ...place, name: stored.metadata.name },
        now,
        { ...now, status: merged(now, draft)['status'] },
        'status',
        SEEDING,
      );
    }
    return copy(stored) as unknown as Stored<T>;
  }

  /** Replaces an object with what `change` makes of it, status included; no conflict is possible. */
  edit<T extends KubernetesObject = KubernetesObject>(
    resource: string,
    namespace: string,
    name: string,
    change: (object: Stored<T>) => void,
  ): Stored<T> {
    const place = this.#place(resource, namespace, name);
    const before = this.operations.get(place);
    const draft = copy(before) as unknown as Stored<T>;
    change(draft);
    const wanted = draft as unknown as DraftObject;
    let stored = this.operations.replace(place, before, wanted, 'main', SEEDING);
    if (place.type.statusSubresource && !equal(stored['status'], wanted['status'])) {
      stored = this.operations.replace(place, stored, { ...stored, status: wanted['status'] }, 'status', SEEDING);
    }
    return copy(stored) as unknown as Stored<T>;
  }

  /** Deletes as `kubectl delete` does: in the background, or as `propagationPolicy` says. */
  delete(
    resource: string,
    namespace: string,
    name: string,
    propagationPolicy: 'Background' | 'Foreground' | 'Orphan' = 'Background',
  ): void {
    this.operations.delete(this.#place(resource, namespace, name), { propagationPolicy }, SEEDING);
  }

  /** Calls `listener` synchronously after each change of the store; returns how to stop that. */
  onChange(listener: (change: Change) => void): () => void {
    return this.store.onChange(listener);
  }

  /** Observes the mutating requests of clients; returns how to stop that. */
  onWrite(observer: WriteObserver): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Forgets the history: every watch or continued list from an earlier version meets 410. */
  compact(): void {
    this.store.compact();
  }

  /** One request, as the transports hand it over. */
  async handle(request: HandledRequest): Promise<Answer> {
    const transport = this.#webhooks;
    return transport === undefined || !isWrite(request.method)
      ? this.#handler.handle(request)
      : handleWithAdmission(
          this.#handler,
          { store: this.store, clock: this.clock, random: this.random, transport, registry: this.registry },
          request,
        );
  }

  /** For transports. */
  announce(moment: 'before' | 'after', write: Write): void {
    for (const observer of [...this.#observers]) observer[moment]?.(write);
  }

  /** For transports. */
  log(client: string, request: TransportRequest, status: number): void {
    this.requests.push({ method: request.method, path: request.path, client, status, time: this.clock.now() });
  }

  #place(resource: string, namespace: string, name: string): Place {
    const type = this.registry.byName(resource);
    return { type, namespace: type.namespaced ? namespace : '', name };
  }
}

function merged(before: StoredObject, draft: DraftObject): DraftObject {
  return mergePatch(before, copy(draft)) as DraftObject;
}
