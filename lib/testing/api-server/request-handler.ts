// SPDX-License-Identifier: Apache-2.0
// From an HTTP request to an answer: chooses the operation and shapes its result. Synchronous, like the operations.

import { ApiError, badRequest, methodNotAllowed, noSuchResource } from './api-error.ts';
import { refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import { discover } from './discovery.ts';
import type { DeleteOptions } from './finalizers.ts';
import { isObject } from '../../runtime/json.ts';
import type { JsonObject } from '../../runtime/json.ts';
import { listObjects } from './list.ts';
import { inVersion, viewOf } from './object-view.ts';
import type { Operations, Part, Place } from './operations.ts';
import { APPLY, applyPatch, checkPatchType } from './patch.ts';
import type { Admit, RequestContext } from './request-context.ts';
import type { ResourceRegistry } from './resource-registry.ts';
import { routeOf } from './route.ts';
import type { ResourceRoute } from './route.ts';
import { scaleOf, withScale } from './scale.ts';
import { applyServerSide } from './server-side-apply.ts';
import type { Store } from './store.ts';
import type { DraftObject, StoredObject } from './stored-object.ts';
import { timestamp } from '../../kubernetes/timestamp.ts';
import { openWatch } from './watch.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';

/** The largest request body that is read. */
const MAX_BODY_BYTES = 3 * 1024 * 1024;
/** The server ends a watch after a random time between this and twice this when the client does not say. */
const SHORTEST_WATCH_MS = 30 * 60_000;

export interface HandledRequest {
  readonly client: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly admit?: Admit;
  /** Compute the answer as a dry run although the client did not ask for one. */
  readonly rehearsal?: boolean;
}

export interface HandlerOptions {
  readonly store: Store;
  readonly operations: Operations;
  readonly registry: ResourceRegistry;
  readonly clock: Clock;
  readonly random: Random;
  /** e.g. `1.34.4` */
  readonly version: string;
}

export class RequestHandler {
  readonly #options: HandlerOptions;

  constructor(options: HandlerOptions) {
    this.#options = options;
  }

  handle(request: HandledRequest): Answer {
    try {
      return this.#route(request);
    } catch (error) {
      if (error instanceof ApiError) return refusal(error.status);
      throw error;
    }
  }

  #route(request: HandledRequest): Answer {
    if (Buffer.byteLength(request.body) > MAX_BODY_BYTES) {
      throw new ApiError(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${MAX_BODY_BYTES}`, {});
    }
    const { registry, version } = this.#options;
    const found = request.method === 'GET' ? discover(request.path, registry, version) : undefined;
    if (found !== undefined) return found;
    const route = routeOf(request.path, registry);
    if (route === undefined) {
      const known =
        request.path.startsWith('/api/v1/') ||
        registry.all().some((type) => request.path.startsWith(`/apis/${type.group}/${type.version}/`));
      if (known) throw noSuchResource();
      return { code: 404, text: '404 page not found\n' };
    }
    const context = contextOf(request);
    const answer = this.#answer(request, route, context);
    return context.warnings.length === 0 ? answer : { ...answer, warnings: context.warnings };
  }

  /** A refusal has warnings of its own. */
  #answer(request: HandledRequest, route: ResourceRoute, context: RequestContext): Answer {
    try {
      return this.#dispatch(request, route, context);
    } catch (error) {
      if (error instanceof ApiError) return refusal(error.status);
      throw error;
    }
  }

  #dispatch(request: HandledRequest, route: ResourceRoute, context: RequestContext): Answer {
    const { type, namespace, name, subresource } = route;
    if (name === '') return this.#collection(request, route, context);
    if (type.namespaced && namespace === '') throw noSuchResource();
    const place: Place = { type, namespace, name };
    if (subresource === '') return this.#object(request, place, 'main', context);
    if (subresource === 'status' && type.statusSubresource) return this.#object(request, place, 'status', context);
    if (subresource === 'scale' && type.scale !== undefined) return this.#scale(request, place, context);
    throw noSuchResource();
  }

  #collection(request: HandledRequest, route: ResourceRoute, context: RequestContext): Answer {
    const { store, clock, random, operations } = this.#options;
    const { type, namespace } = route;
    const { method, query } = request;
    if (method === 'POST') {
      if (type.namespaced && namespace === '') throw methodNotAllowed();
      const draft = parseObject(request.body, type.kind);
      return { code: 201, body: inVersion(type, operations.create(type, namespace, draft, context)) };
    }
    // "metadata.name=x" is how a single object is watched.
    const view = viewOf(type, namespace, query);
    if (method === 'GET' && isTrue(query.get('watch'))) {
      const seconds = Number(query.get('timeoutSeconds') ?? '0');
      return {
        code: 200,
        stream: openWatch(store, clock, {
          view,
          resourceVersion: query.get('resourceVersion'),
          bookmarks: isTrue(query.get('allowWatchBookmarks')),
          sendInitialEvents: isTrue(query.get('sendInitialEvents')),
          timeoutMs: seconds > 0 ? seconds * 1000 : SHORTEST_WATCH_MS * (1 + random.next()),
        }),
      };
    }
    if (method === 'GET') return { code: 200, body: listObjects(store, view, query) };
    if (method !== 'DELETE') throw methodNotAllowed();
    const before = listObjects(store, view, new URLSearchParams());
    const options = deleteOptions(request);
    for (const object of operations.all(type).filter((each) => view.includes(each))) {
      operations.delete(
        { type, namespace: object.metadata.namespace ?? '', name: object.metadata.name },
        options,
        context,
      );
    }
    return { code: 200, body: before };
  }

  #object(request: HandledRequest, place: Place, part: Part, context: RequestContext): Answer {
    const { operations } = this.#options;
    const shown = (object: StoredObject, code = 200): Answer => ({ code, body: inVersion(place.type, object) });
    switch (request.method) {
      case 'GET':
        return shown(operations.get(place));
      case 'PUT':
        return shown(operations.update(place, parseObject(request.body, place.type.kind), part, context));
      case 'PATCH':
        return this.#patch(request, place, part, context);
      case 'DELETE': {
        if (part !== 'main') throw methodNotAllowed();
        const { object, gone } = operations.delete(place, deleteOptions(request), context);
        return gone && !returnsDeleted(place) ? { code: 200, body: deletedStatus(place, object) } : shown(object);
      }
      default:
        throw methodNotAllowed();
    }
  }

  #patch(request: HandledRequest, place: Place, part: Part, context: RequestContext): Answer {
    const { operations } = this.#options;
    const { type, name } = place;
    const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
    checkPatchType(type, contentType);
    if (contentType === APPLY) {
      const existed = operations.find(place) !== undefined;
      const force = isTrue(request.query.get('force'));
      const object = applyServerSide(operations, place, request.body, {
        part,
        force,
        manager: request.query.get('fieldManager') ?? '',
        time: timestamp(this.#options.clock.now()),
        context,
      });
      return { code: existed ? 200 : 201, body: inVersion(type, object) };
    }
    const before = operations.get(place);
    const patched = applyPatch(
      type,
      name,
      inVersion(type, before) as unknown as JsonObject,
      contentType,
      request.body,
    ) as DraftObject;
    const given = patched.metadata?.name ?? name;
    if (given !== name)
      throw badRequest(`the name of the object (${given}) does not match the name on the URL (${name})`);
    return { code: 200, body: inVersion(type, operations.replace(place, before, patched, part, context)) };
  }

  #scale(request: HandledRequest, place: Place, context: RequestContext): Answer {
    const { operations } = this.#options;
    const { type, name } = place;
    const before = operations.get(place);
    if (request.method === 'GET') return { code: 200, body: scaleOf(type, before) };
    const current = scaleOf(type, before) as JsonObject;
    const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
    if (request.method !== 'PUT' && request.method !== 'PATCH') throw methodNotAllowed();
    const wanted =
      request.method === 'PUT'
        ? parseObject(request.body, 'Scale')
        : applyPatch(type, name, current, contentType, request.body);
    const version = (wanted['metadata'] as { resourceVersion?: string } | undefined)?.resourceVersion;
    const draft = withScale(type, before, wanted as JsonObject);
    const metadata = { ...draft.metadata, ...(version === undefined ? {} : { resourceVersion: version }) };
    return {
      code: 200,
      body: scaleOf(type, operations.replace(place, before, { ...draft, metadata }, 'main', context)),
    };
  }
}

function contextOf(request: HandledRequest): RequestContext {
  const { client, query, headers, admit } = request;
  const validation = query.get('fieldValidation');
  return {
    client,
    fieldManager: query.get('fieldManager') ?? (headers['user-agent']?.split('/')[0] || client),
    dryRun: request.rehearsal === true || query.getAll('dryRun').includes('All'),
    fieldValidation: validation === 'Strict' || validation === 'Ignore' ? validation : 'Warn',
    warnings: [],
    ...(admit === undefined ? {} : { admit }),
  };
}

function parseObject(body: string, kind: string): DraftObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    const reason = body === '' ? 'unexpected end of JSON input' : 'invalid JSON';
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: ${reason} (${body.slice(0, 32)})`,
    );
  }
  if (!isObject(parsed))
    throw badRequest(`the object provided is unrecognized (must be of type ${kind}): it is no JSON object`);
  return parsed;
}

function deleteOptions(request: HandledRequest): DeleteOptions {
  const options = (request.body === '' ? {} : parseObject(request.body, 'DeleteOptions')) as unknown as DeleteOptions;
  const { query } = request;
  const seconds = query.get('gracePeriodSeconds');
  const policy = query.get('propagationPolicy') as 'Foreground' | 'Background' | 'Orphan' | null;
  return {
    ...options,
    ...(seconds === null ? {} : { gracePeriodSeconds: Number(seconds) }),
    ...(policy === null ? {} : { propagationPolicy: policy }),
  };
}

/** Pods answer a DELETE with the pod even when it is gone at once; nearly everything else with a Status. */
function returnsDeleted(place: Place): boolean {
  return (
    place.type.group === '' &&
    ['pods', 'services', 'serviceaccounts', 'persistentvolumeclaims'].includes(place.type.plural)
  );
}

function deletedStatus({ type, name }: Place, object: StoredObject): unknown {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, ...(type.group === '' ? {} : { group: type.group }), kind: type.plural, uid: object.metadata.uid },
  };
}

function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}
