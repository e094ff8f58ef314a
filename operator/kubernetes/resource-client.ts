// SPDX-License-Identifier: Apache-2.0
// Reads and writes the objects of one kind. Thin: a method is a request; what to do about a conflict or an object that is gone is
// the caller's decision.

import type { KubernetesObject, ObjectMeta, Stored } from '../../lib/kubernetes/objects.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';
import type { JsonCodec } from './client.ts';
import { isGone, isNotFound } from './kube-error.ts';
import type { KubeRequest, RequestSender } from './request-sender.ts';
import { apiVersionOf, collectionPath, objectPath } from './resource-kind.ts';
import type { ResourceKind } from './resource-kind.ts';
import type {
  Abortable,
  SelectorOptions,
  ListOptions,
  ListPage,
  WatchOptions,
  WriteOptions,
  PatchOptions,
  DeleteOptions,
  PatchType,
} from './resource-options.ts';
import { readWatch } from './watch-stream.ts';
import type { WatchEvent } from './watch-stream.ts';

export type * from './resource-options.ts';

const CONTENT_TYPE: Readonly<Record<PatchType, string>> = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
};

/** Reads and writes objects of one kind. Every method may throw what {@link RequestSender.send} throws. */
export class ResourceClient<T extends KubernetesObject> {
  readonly kind: ResourceKind<T>;
  readonly clock: Clock;
  readonly random: Random;
  readonly #sender: RequestSender;
  readonly #json: JsonCodec;

  constructor(kind: ResourceKind<T>, sender: RequestSender, parts: { clock: Clock; random: Random; json: JsonCodec }) {
    this.kind = kind;
    this.#sender = sender;
    this.clock = parts.clock;
    this.random = parts.random;
    this.#json = parts.json;
  }

  /** @throws KubeError `NotFound` when there is none. */
  async get(namespace: string | undefined, name: string, options: Abortable = {}): Promise<Stored<T>> {
    return this.#object({ verb: 'get', method: 'GET', path: objectPath(this.kind, namespace, name) }, true, options);
  }

  /** Like {@link get}, but undefined when there is none. */
  async find(namespace: string | undefined, name: string, options: Abortable = {}): Promise<Stored<T> | undefined> {
    try {
      return await this.get(namespace, name, options);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /**
   * Reads a list page by page; `undefined` reads all namespaces. A list that takes so long that the server forgets its version
   * ends with a KubeError for which {@link isGone} is true.
   */
  async *list(namespace: string | undefined, options: ListOptions = {}): AsyncGenerator<ListPage<T>> {
    const apiVersion = apiVersionOf(this.kind);
    let next: string | undefined;
    do {
      const path = withQuery(collectionPath(this.kind, namespace), {
        labelSelector: options.labelSelector,
        fieldSelector: options.fieldSelector,
        limit: options.limit ?? 500,
        // A continue token holds the version; the server refuses both together.
        resourceVersion: next === undefined ? options.resourceVersion : undefined,
        continue: next,
      });
      const list = (await this.#send({ verb: 'list', method: 'GET', path }, true, options)) as {
        items?: Stored<T>[] | null;
        metadata?: { resourceVersion?: string; continue?: string };
      };
      const items = list.items ?? [];
      for (const item of items) {
        // Built-in kinds come without these in a list, but with them everywhere else.
        item.apiVersion ??= apiVersion;
        item.kind ??= this.kind.kind;
      }
      yield { items, resourceVersion: list.metadata?.resourceVersion ?? '' };
      next = list.metadata?.continue === '' ? undefined : list.metadata?.continue;
      if (next !== undefined) await this.clock.yield();
    } while (next !== undefined);
  }

  /** Reads a whole list; starts once more when the server forgot the version half-way. */
  async listAll(namespace: string | undefined, options: ListOptions = {}): Promise<Stored<T>[]> {
    const read = async (): Promise<Stored<T>[]> => {
      const items: Stored<T>[] = [];
      for await (const page of this.list(namespace, options)) items.push(...page.items);
      return items;
    };
    try {
      return await read();
    } catch (error) {
      if (!isGone(error)) throw error;
      return await read();
    }
  }

  /** Creates an object in the namespace that it names. */
  async create(object: T, options: WriteOptions = {}): Promise<Stored<T>> {
    const path = collectionPath(this.kind, this.#namespaceOf(object));
    return this.#write('create', 'POST', path, 'application/json', object, false, options);
  }

  /** Replaces a whole object; with a resource version in it only that version. */
  async replace(object: T, options: WriteOptions = {}): Promise<Stored<T>> {
    const path = objectPath(this.kind, this.#namespaceOf(object), object.metadata?.name ?? '', options.subresource);
    const bound = object.metadata?.resourceVersion !== undefined;
    return this.#write('update', 'PUT', path, 'application/json', object, bound, options);
  }

  /** Replaces the status sub-resource; the rest of the object is ignored by the server, except the resource version. */
  replaceStatus(object: T, options: WriteOptions = {}): Promise<Stored<T>> {
    return this.replace(object, { ...options, subresource: 'status' });
  }

  /** Changes a part of an object. */
  async patch(
    namespace: string | undefined,
    name: string,
    type: PatchType,
    body: unknown,
    options: PatchOptions = {},
  ): Promise<Stored<T>> {
    const path = withQuery(objectPath(this.kind, namespace, name, options.subresource), {
      force: type === 'apply' && options.force === true ? true : undefined,
    });
    return this.#write('patch', 'PATCH', path, CONTENT_TYPE[type], body, type === 'apply' || isBound(body), options);
  }

  /** Deletes an object, or marks it for deletion while it has finalizers. */
  async delete(namespace: string | undefined, name: string, options: DeleteOptions = {}): Promise<void> {
    const { signal, ...rest } = options;
    await this.#send(
      {
        verb: 'delete',
        method: 'DELETE',
        path: objectPath(this.kind, namespace, name),
        body: this.#json.stringify({ apiVersion: 'v1', kind: 'DeleteOptions', ...rest }),
      },
      options.preconditions !== undefined,
      signal === undefined ? {} : { signal },
    );
  }

  /** Deletes everything that matches in one namespace. */
  async deleteCollection(namespace: string, options: SelectorOptions & DeleteOptions = {}): Promise<void> {
    const { signal, labelSelector, fieldSelector, ...rest } = options;
    await this.#send(
      {
        verb: 'deletecollection',
        method: 'DELETE',
        path: withQuery(collectionPath(this.kind, namespace), { labelSelector, fieldSelector }),
        body: this.#json.stringify({ apiVersion: 'v1', kind: 'DeleteOptions', ...rest }),
      },
      false,
      signal === undefined ? {} : { signal },
    );
  }

  /**
   * Tells what happens from a version on; ends when the server ends it. Tries once: coming back is the reflector's work.
   *
   * @throws KubeError also for an `ERROR` event, e.g. with code 410 when the version is too old.
   */
  async *watch(namespace: string | undefined, options: WatchOptions = {}): AsyncGenerator<WatchEvent<T>> {
    const path = withQuery(collectionPath(this.kind, namespace), {
      watch: true,
      allowWatchBookmarks: true,
      labelSelector: options.labelSelector,
      fieldSelector: options.fieldSelector,
      resourceVersion: options.resourceVersion,
      timeoutSeconds: options.timeoutSeconds ?? 300 + Math.floor(this.random.next() * 301),
    });
    yield* readWatch<T>({
      open: (signal) =>
        this.#sender.open({ ...this.#request({ verb: 'watch', method: 'GET', path }, true, {}), signal }),
      parse: (text) => this.#json.parse(text),
      clock: this.clock,
      inactivityMs: options.inactivityMs ?? 180_000,
      request: `WATCH ${path}`,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  }

  #write(
    verb: string,
    method: KubeRequest['method'],
    path: string,
    contentType: string,
    body: unknown,
    idempotent: boolean,
    options: WriteOptions,
  ): Promise<Stored<T>> {
    const request = {
      verb,
      method,
      path: withQuery(path, { fieldManager: options.fieldManager }),
      contentType,
      body: this.#json.stringify(body),
      ...(options.subresource === undefined ? {} : { subresource: options.subresource }),
    };
    return this.#object(request, idempotent, options);
  }

  async #object(request: PartialRequest, idempotent: boolean, options: Abortable): Promise<Stored<T>> {
    return (await this.#send(request, idempotent, options)) as Stored<T>;
  }

  async #send(request: PartialRequest, idempotent: boolean, options: Abortable): Promise<unknown> {
    return this.#json.parse(await this.#sender.send(this.#request(request, idempotent, options)));
  }

  #request(request: PartialRequest, idempotent: boolean, options: Abortable): KubeRequest {
    const { group, plural } = this.kind;
    const signal = options.signal === undefined ? {} : { signal: options.signal };
    return { ...request, group, resource: plural, idempotent, ...signal };
  }

  #namespaceOf(object: T): string | undefined {
    const namespace = object.metadata?.namespace;
    if (this.kind.namespaced && namespace === undefined) {
      throw new TypeError(`${this.kind.kind} '${object.metadata?.name ?? ''}': metadata.namespace is missing`);
    }
    return namespace;
  }
}

type PartialRequest = Omit<KubeRequest, 'group' | 'resource' | 'idempotent'>;

/** A patch bound to a version: applied twice, the second time is a conflict. */
function isBound(body: unknown): boolean {
  if (Array.isArray(body)) {
    return body.some((step: { op?: string; path?: string }) => {
      return step.op === 'test' && step.path === '/metadata/resourceVersion';
    });
  }
  return (body as { metadata?: ObjectMeta } | null)?.metadata?.resourceVersion !== undefined;
}

function withQuery(path: string, query: Record<string, string | number | boolean | undefined>): string {
  const text = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&');
  if (text === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${text}`;
}
