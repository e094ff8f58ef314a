// SPDX-License-Identifier: Apache-2.0
// What the API server does to one object: create, update, patch and delete, with all the rules between a request and the store. Synchronous
// on purpose: a write is one step, as a transaction of etcd is. Requests, watches and lists stand elsewhere.

import type { Clock } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';
import { ApiError, alreadyExists, badRequest, conflict, invalid, notFound, preconditionFailed } from './api-error.ts';
import type { FieldError } from './api-error.ts';
import { applyBuiltInDefaults } from './built-in-defaults.ts';
import type { Allocator } from './built-in-defaults.ts';
import { checkTypeMeta, checkTypes, validateBuiltIn } from './built-in-validation.ts';
import { CLEANUP_FINALIZER, finalizersForDeletion, mayGo, validateFinalizers } from './finalizers.ts';
import type { DeleteOptions } from './finalizers.ts';
import { nextGeneration } from './generation.ts';
import { validateImmutable } from './immutable-fields.ts';
import { copy, equal } from './json.ts';
import type { JsonObject } from './json.ts';
import { generatedName, validateLabels, validateName } from './names.ts';
import type { RequestContext } from './request-context.ts';
import { apiVersionOf, storageKey } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';
import { validateSchema } from './schema-validation.ts';
import type { Store } from './store.ts';
import { keyOf } from './stored-object.ts';
import type { DraftObject, StoredMeta, StoredObject } from './stored-object.ts';
import { applyDefaults, prune } from './structural-schema.ts';
import { timestamp } from './timestamps.ts';

/** Above this, etcd refuses a value. */
const MAX_OBJECT_BYTES = 1.5 * 1024 * 1024;

/** Where an object is. */
export interface Place {
  readonly type: ResourceType;
  /** Empty for cluster-scoped resources. */
  readonly namespace: string;
  readonly name: string;
}

export type Part = 'main' | 'status';

/** The object as it was before the DELETE took effect, or as it waits for its end. */
export interface DeleteOutcome {
  readonly object: StoredObject;
  readonly gone: boolean;
}

export class Operations {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #allocate: Allocator;

  constructor(options: { store: Store; clock: Clock; random: Random; allocate: Allocator }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#allocate = options.allocate;
  }

  find(place: Place): StoredObject | undefined {
    return this.#store.get(storageKey(place.type), keyOf(place.namespace, place.name));
  }

  /** Every object of a type, as stored. */
  all(type: ResourceType): StoredObject[] {
    return this.#store.list(storageKey(type));
  }

  /** @throws ApiError 404 */
  get(place: Place): StoredObject {
    const object = this.find(place);
    if (object === undefined) throw notFound(place.type, place.name);
    return object;
  }

  create(type: ResourceType, namespace: string, draft: DraftObject, context: RequestContext): StoredObject {
    checkTypeMeta(type, draft);
    checkTypes(type, draft);
    const given = draft.metadata ?? {};
    checkNamespace(namespace, given.namespace, type);
    if (given.resourceVersion) throw badRequest('resourceVersion should not be set on objects to be created');
    this.#checkNamespaceExists(type, namespace);
    const name = given.name || (given.generateName ? generatedName(given.generateName, this.#random) : '');
    if (name === '') {
      throw invalid(type, '', [
        {
          reason: 'FieldValueRequired',
          field: 'metadata.name',
          message: 'Required value: name or generateName is required',
        },
      ]);
    }
    const {
      deletionTimestamp: _gone,
      deletionGracePeriodSeconds: _grace,
      resourceVersion: _version,
      generation: _generation,
      ...kept
    } = given;
    const metadata: StoredMeta = {
      ...kept,
      name,
      ...(type.namespaced ? { namespace } : {}),
      uid: this.#random.uuid(),
      resourceVersion: '0',
      creationTimestamp: timestamp(this.#clock.now()),
      ...(type.generation || type.custom !== undefined ? { generation: 1 } : {}),
    };
    if (!type.namespaced) delete metadata.namespace;
    let object = this.#normalised(
      type,
      { ...draft, apiVersion: apiVersionOf(type), kind: type.kind, metadata },
      context,
    );
    if (type.statusSubresource && !keepsInitialStatus(type)) object = withoutStatus(object);
    object = this.#completed(type, object);
    object = this.#admitted(type, object, undefined, context);
    const errors = [...validateName(type, name), ...this.#validate(type, object)];
    if (errors.length > 0) throw invalid(type, name, errors);
    if (this.find({ type, namespace, name }) !== undefined) throw alreadyExists(type, name);
    return this.#put(type, object, context);
  }

  /** PUT: `draft` replaces the object, or its status. */
  update(place: Place, draft: DraftObject, part: Part, context: RequestContext): StoredObject {
    const { type } = place;
    checkTypeMeta(type, draft);
    checkTypes(type, draft);
    const given = draft.metadata ?? {};
    if ((given.name ?? '') !== place.name) {
      throw badRequest(
        given.name
          ? `the name of the object (${given.name}) does not match the name on the URL (${place.name})`
          : 'name must be provided',
      );
    }
    checkNamespace(place.namespace, given.namespace, type);
    const before = this.get(place);
    if (type.custom !== undefined && !given.resourceVersion) {
      throw invalid({ ...type, kind: type.plural }, place.name, [
        {
          reason: 'FieldValueInvalid',
          field: 'metadata.resourceVersion',
          message: 'Invalid value: 0: must be specified for an update',
        },
      ]);
    }
    return this.replace(place, before, draft, part, context);
  }

  /** The common end of PUT and PATCH: `draft` is the wanted state, its resourceVersion (if any) the condition. */
  replace(place: Place, before: StoredObject, draft: DraftObject, part: Part, context: RequestContext): StoredObject {
    const { type, name } = place;
    const given = draft.metadata ?? {};
    if (given.uid && given.uid !== before.metadata.uid) {
      throw preconditionFailed(type, name, uidMismatch(given.uid, before.metadata.uid));
    }
    if (given.resourceVersion && given.resourceVersion !== before.metadata.resourceVersion) throw conflict(type, name);
    const metadata = keptMetadata(part === 'main' ? given : before.metadata, before.metadata);
    const draftOfPart: DraftObject =
      part === 'status'
        ? { ...before, status: draft['status'], metadata }
        : { ...draft, apiVersion: before.apiVersion, kind: before.kind, metadata };
    let after = this.#normalised(type, draftOfPart as StoredObject, context);
    if (part === 'main' && type.statusSubresource) after = withStatusOf(after, before);
    if (part === 'main') after = this.#completed(type, after, before);
    after = this.#admitted(type, after, before, context);
    const errors = [
      ...validateFinalizers(before, after.metadata),
      ...validateImmutable(type, before, after),
      ...this.#validate(type, after),
    ];
    if (errors.length > 0) throw invalid(type, name, errors);
    const generation = nextGeneration(type, before, after);
    after = { ...after, metadata: { ...after.metadata, ...(generation === undefined ? {} : { generation }) } };
    if (mayGo(after.metadata)) {
      if (!context.dryRun) this.#store.remove(storageKey(type), keyOf(place.namespace, name));
      return after;
    }
    return equal(before, after) ? before : this.#put(type, after, context);
  }

  delete(place: Place, options: DeleteOptions, context: RequestContext): DeleteOutcome {
    const { type, name } = place;
    const before = this.get(place);
    const { preconditions } = options;
    if (preconditions?.uid !== undefined && preconditions.uid !== before.metadata.uid) {
      throw preconditionFailed(type, name, uidMismatch(preconditions.uid, before.metadata.uid));
    }
    if (
      preconditions?.resourceVersion !== undefined &&
      preconditions.resourceVersion !== before.metadata.resourceVersion
    ) {
      throw preconditionFailed(
        type,
        name,
        `the ResourceVersion in the precondition (${preconditions.resourceVersion}) does not match the ResourceVersion in record (${before.metadata.resourceVersion}). The object might have been modified`,
      );
    }
    this.#admitted(type, undefined, before, context);
    const finalizers = finalizersForDeletion(before.metadata, options);
    if (type.kind === 'CustomResourceDefinition' && before.metadata.deletionTimestamp === undefined)
      finalizers.push(CLEANUP_FINALIZER);
    const grace = gracePeriod(type, before, options);
    const { metadata } = before;
    const deleting = metadata.deletionTimestamp !== undefined;
    const held = finalizers.length > 0 || holdsNamespace(type, before);
    if (!held && grace === 0) {
      if (!context.dryRun) this.#store.remove(storageKey(type), keyOf(place.namespace, name));
      return { object: before, gone: true };
    }
    const shorter = deleting && grace < (metadata.deletionGracePeriodSeconds ?? 0);
    if (deleting && !shorter && equal(finalizers, metadata.finalizers ?? [])) return { object: before, gone: false };
    const after: StoredObject = {
      ...before,
      metadata: {
        ...withoutFinalizers(metadata),
        ...(finalizers.length > 0 ? { finalizers } : {}),
        ...(deleting && !shorter
          ? {}
          : {
              deletionTimestamp: timestamp(this.#clock.now() + grace * 1000),
              deletionGracePeriodSeconds: grace,
              ...(metadata.generation === undefined ? {} : { generation: metadata.generation + 1 }),
            }),
      },
      ...(holdsNamespace(type, before) ? { status: { phase: 'Terminating' } } : {}),
    };
    return { object: this.#put(type, after, context), gone: false };
  }

  /** Takes an object out of the store without any of the rules; only for what is no request (a cleared namespace, a kubelet's last word). */
  remove(place: Place): void {
    this.#store.remove(storageKey(place.type), keyOf(place.namespace, place.name));
  }

  #normalised(type: ResourceType, object: StoredObject, context: RequestContext): StoredObject {
    const schema = type.custom?.schema;
    if (schema === undefined) return copy(object);
    const pruned = prune(object as unknown as JsonObject, schema);
    if (pruned.unknown.length > 0 && context.fieldValidation !== 'Ignore') {
      const texts = pruned.unknown.sort().map((path) => `unknown field "${path}"`);
      if (context.fieldValidation === 'Strict') {
        throw badRequest(
          `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: strict decoding error: ${texts.join(', ')}`,
        );
      }
      context.warnings.push(...texts);
    }
    return applyDefaults(pruned.value, schema) as unknown as StoredObject;
  }

  #completed(type: ResourceType, object: StoredObject, before?: StoredObject): StoredObject {
    if (type.custom !== undefined) return object;
    const own = copy(object) as unknown as JsonObject;
    if (before !== undefined) inheritAllocated(type, own, before as unknown as JsonObject);
    applyBuiltInDefaults(type, own, this.#allocate);
    return own as unknown as StoredObject;
  }

  #admitted(
    type: ResourceType,
    object: StoredObject | undefined,
    before: StoredObject | undefined,
    context: RequestContext,
  ): StoredObject {
    if (context.admit === undefined) return object ?? (before as StoredObject);
    return context.admit(object as Record<string, unknown>, before) as unknown as StoredObject;
  }

  #validate(type: ResourceType, object: StoredObject): FieldError[] {
    const errors = validateLabels(object.metadata.labels);
    if (type.custom === undefined) errors.push(...validateBuiltIn(type, object));
    else if (type.custom.schema !== undefined) errors.push(...validateSchema(object as never, type.custom.schema));
    return errors;
  }

  #put(type: ResourceType, object: StoredObject, context: RequestContext): StoredObject {
    const { namespace, name } = object.metadata;
    if (roughSize(object) > MAX_OBJECT_BYTES && Buffer.byteLength(JSON.stringify(object)) > MAX_OBJECT_BYTES) {
      throw new ApiError(500, 'InternalError', 'etcdserver: request is too large');
    }
    if (context.dryRun) return object;
    return this.#store.put(storageKey(type), keyOf(namespace, name), object);
  }

  #checkNamespaceExists(type: ResourceType, namespace: string): void {
    if (!type.namespaced) return;
    const found = this.#store.get('/namespaces', namespace);
    if (found === undefined) {
      throw new ApiError(404, 'NotFound', `namespaces "${namespace}" not found`, {
        name: namespace,
        kind: 'namespaces',
      });
    }
    if (found.metadata.deletionTimestamp === undefined) return;
    throw new ApiError(
      403,
      'Forbidden',
      `${type.plural}${type.group === '' ? '' : `.${type.group}`} is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
      {
        ...(type.group === '' ? {} : { group: type.group }),
        kind: type.plural,
        causes: [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${namespace} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      },
    );
  }
}

function checkNamespace(ofRequest: string, ofObject: string | undefined, type: ResourceType): void {
  if (!type.namespaced || ofObject === undefined || ofObject === '' || ofObject === ofRequest) return;
  throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
}

/** What a client sends for the server's own fields is ignored. */
function keptMetadata(given: DraftObject['metadata'] & object, before: StoredMeta): StoredMeta {
  const {
    name,
    namespace,
    uid,
    resourceVersion,
    creationTimestamp,
    generation,
    deletionTimestamp,
    deletionGracePeriodSeconds,
  } = before;
  const { deletionTimestamp: _gone, deletionGracePeriodSeconds: _grace, generation: _generation, ...rest } = given;
  const metadata: StoredMeta = {
    ...rest,
    name,
    uid,
    resourceVersion,
    ...(namespace === undefined ? {} : { namespace }),
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
    ...(generation === undefined ? {} : { generation }),
    ...(deletionTimestamp === undefined ? {} : { deletionTimestamp }),
    ...(deletionGracePeriodSeconds === undefined ? {} : { deletionGracePeriodSeconds }),
  };
  // An empty list or map of metadata is not stored at all.
  for (const field of ['finalizers', 'ownerReferences', 'labels', 'annotations'] as const) {
    const value = metadata[field];
    if (value !== undefined && (value === null || Object.keys(value).length === 0)) delete metadata[field];
  }
  if (rest.managedFields === undefined && before.managedFields !== undefined)
    metadata.managedFields = before.managedFields;
  return metadata;
}

function withoutFinalizers(metadata: StoredMeta): StoredMeta {
  const { finalizers: _finalizers, ...rest } = metadata;
  return rest;
}

function withoutStatus(object: StoredObject): StoredObject {
  const { status: _status, ...rest } = object;
  return rest as StoredObject;
}

function withStatusOf(object: StoredObject, before: StoredObject): StoredObject {
  const rest = withoutStatus(object);
  return before['status'] === undefined ? rest : { ...rest, status: before['status'] };
}

/** A pod's or node's creator may say what it already is; a workload's may not. */
function keepsInitialStatus(type: ResourceType): boolean {
  return type.kind === 'Node';
}

function holdsNamespace(type: ResourceType, object: StoredObject): boolean {
  return (
    type.kind === 'Namespace' &&
    type.group === '' &&
    ((object['spec'] as { finalizers?: string[] } | undefined)?.finalizers ?? []).length > 0
  );
}

/** Seconds that a pod is left to end by itself; nothing else has a grace period. */
function gracePeriod(type: ResourceType, object: StoredObject, options: DeleteOptions): number {
  if (type.kind !== 'Pod' || type.group !== '') return 0;
  const spec = (object['spec'] ?? {}) as { nodeName?: string; terminationGracePeriodSeconds?: number };
  const { phase } = (object['status'] ?? {}) as { phase?: string };
  if (!spec.nodeName || phase === 'Succeeded' || phase === 'Failed') return 0;
  const asked = options.gracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
  return Math.max(0, asked);
}

/** What the server gave an object once and a client's PUT may leave out. */
function inheritAllocated(type: ResourceType, object: JsonObject, before: JsonObject): void {
  if (type.kind !== 'Service' || type.group !== '') return;
  const spec = object['spec'];
  const was = before['spec'];
  if (
    typeof spec !== 'object' ||
    spec === null ||
    Array.isArray(spec) ||
    typeof was !== 'object' ||
    was === null ||
    Array.isArray(was)
  )
    return;
  for (const field of ['clusterIP', 'clusterIPs'])
    if (spec[field] === undefined && was[field] !== undefined) spec[field] = was[field];
}

function uidMismatch(wanted: string, found: string): string {
  return `the UID in the precondition (${wanted}) does not match the UID in record (${found}). The object might have been deleted and then recreated`;
}

/** An upper bound that is cheap for the usual object: only strings can be large. */
function roughSize(value: unknown): number {
  if (typeof value === 'string') return value.length * 3;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  for (const [key, member] of Object.entries(value)) size += key.length + 4 + roughSize(member);
  return size;
}
