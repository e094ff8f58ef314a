// SPDX-License-Identifier: Apache-2.0
// What the API server does to one object: create, update and delete, with all the rules between a request and the store. Synchronous on
// purpose: a write is one step, as a transaction of etcd is. Requests, watches and lists stand elsewhere.

import type { Clock } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';
import { ApiError, alreadyExists, badRequest, conflict, invalid, notFound, preconditionFailed } from './api-error.ts';
import type { Allocator } from './built-in-defaults.ts';
import { checkTypeMeta, checkTypes } from './built-in-validation.ts';
import { checkPreconditions, deletionOf, uidMismatch } from './deletion.ts';
import { mayGo, validateFinalizers } from './finalizers.ts';
import type { DeleteOptions } from './finalizers.ts';
import { nextGeneration } from './generation.ts';
import { validateImmutable } from './immutable-fields.ts';
import { equal } from '../../runtime/json.ts';
import { managersAfterUpdate } from './managed-fields.ts';
import { checkNamespace, initialMetadata, keptMetadata } from './metadata-on-write.ts';
import { generatedName, validateName } from './names.ts';
import { checkSize, completed, normalised, validate, validateStatus } from './object-rules.ts';
import type { RequestContext } from './request-context.ts';
import { apiVersionOf, storageKey } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';
import type { Store } from './store.ts';
import { keyOf } from '../../kubernetes/object-key.ts';
import type { DraftObject, StoredMeta, StoredObject } from './stored-object.ts';
import { timestamp } from '../../kubernetes/timestamp.ts';

/** Where an object is. */
export interface Place {
  readonly type: ResourceType;
  /** Empty for cluster-scoped resources. */
  readonly namespace: string;
  readonly name: string;
}

export type Part = 'main' | 'status';

/** The object as it was before it went, or as it waits for its end. */
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
    // The real server forgets to say a reason here, and answers 500.
    if (given.resourceVersion)
      throw new ApiError(500, '', 'resourceVersion should not be set on objects to be created');
    this.#checkNamespaceExists(type, namespace);
    const name = given.name || (given.generateName ? generatedName(given.generateName, this.#random) : '');
    if (name === '') {
      const message = 'Required value: name or generateName is required';
      throw invalid(type, '', [{ reason: 'FieldValueRequired', field: 'metadata.name', message }]);
    }
    const creationTimestamp = timestamp(this.#clock.now());
    const metadata = initialMetadata(type, given, { name, namespace, uid: this.#random.uuid(), creationTimestamp });
    if (context.managedFields !== undefined) metadata.managedFields = context.managedFields;
    const kept = type.statusSubresource && type.kind !== 'Node' ? withoutStatus(draft) : draft;
    const typed = { ...kept, apiVersion: apiVersionOf(type), kind: type.kind, metadata } as StoredObject;
    const whole = completed(type, normalised(type, typed, context), this.#allocate);
    const object = (context.admit?.(whole, undefined) ?? whole) as StoredObject;
    const errors = [...validateName(type, name), ...validate(type, object)];
    if (errors.length > 0) throw invalid(type, name, errors);
    if (this.find({ type, namespace, name }) !== undefined) throw alreadyExists(type, name);
    return this.#put(type, object, context);
  }

  /** PUT: `draft` replaces the object, or its status. */
  update(place: Place, draft: DraftObject, part: Part, context: RequestContext): StoredObject {
    const { type, name } = place;
    checkTypeMeta(type, draft);
    checkTypes(type, draft);
    const given = draft.metadata ?? {};
    if ((given.name ?? '') !== name) {
      throw badRequest(
        given.name
          ? `the name of the object (${given.name}) does not match the name on the URL (${name})`
          : 'name must be provided',
      );
    }
    checkNamespace(place.namespace, given.namespace, type);
    const before = this.get(place);
    if (type.custom !== undefined && !given.resourceVersion) {
      const message = 'Invalid value: 0: must be specified for an update';
      // Here, and only here, the real server names the resource instead of the kind.
      throw invalid({ ...type, kind: type.plural }, name, [
        { reason: 'FieldValueInvalid', field: 'metadata.resourceVersion', message },
      ]);
    }
    return this.replace(place, before, draft, part, context);
  }

  /** The common end of PUT and PATCH: `draft` is the wanted state, its resourceVersion (if any) the condition. */
  replace(place: Place, before: StoredObject, draft: DraftObject, part: Part, context: RequestContext): StoredObject {
    const { type, name } = place;
    const given = draft.metadata ?? {};
    if (given.uid && given.uid !== before.metadata.uid)
      throw preconditionFailed(type, name, uidMismatch(given.uid, before.metadata.uid));
    if (given.resourceVersion && given.resourceVersion !== before.metadata.resourceVersion) throw conflict(type, name);
    const whole =
      part === 'main' ? this.#nextMain(type, before, draft, context) : this.#nextStatus(type, before, draft, context);
    const admitted = (context.admit?.(whole, before) ?? whole) as StoredObject;
    const errors = [
      ...validateFinalizers(before, admitted.metadata),
      ...validateImmutable(type, before, admitted),
      ...(part === 'status' ? validateStatus(type, admitted) : validate(type, admitted)),
    ];
    if (errors.length > 0) throw invalid(type, name, errors);
    const after = { ...admitted, metadata: this.#nextMetadata(type, before, admitted, part, context) };
    if (mayGo(after.metadata)) {
      if (!context.dryRun) this.#store.remove(storageKey(type), keyOf(place.namespace, name));
      return after;
    }
    return equal(before, after) ? before : this.#put(type, after, context);
  }

  delete(place: Place, options: DeleteOptions, context: RequestContext): DeleteOutcome {
    const before = this.get(place);
    checkPreconditions(place.type, before, options);
    context.admit?.(undefined, before);
    const deletion = deletionOf(place.type, before, options, this.#clock.now());
    if (deletion === 'held') return { object: before, gone: false };
    if (deletion !== 'gone') return { object: this.#put(place.type, deletion, context), gone: false };
    if (!context.dryRun) this.remove(place);
    return { object: before, gone: true };
  }

  /** Takes an object out of the store without any of the rules; only for what is no request, such as a namespace that is empty now. */
  remove(place: Place): void {
    this.#store.remove(storageKey(place.type), keyOf(place.namespace, place.name));
  }

  #nextMain(type: ResourceType, before: StoredObject, draft: DraftObject, context: RequestContext): StoredObject {
    const metadata = keptMetadata(draft.metadata ?? {}, before.metadata);
    const { apiVersion, kind } = before;
    const whole = normalised(type, { ...draft, apiVersion, kind, metadata }, context);
    const status = before['status'] === undefined ? {} : { status: before['status'] };
    const own = type.statusSubresource ? { ...withoutStatus(whole), ...status } : whole;
    return completed(type, own as StoredObject, this.#allocate, before);
  }

  #nextStatus(type: ResourceType, before: StoredObject, draft: DraftObject, context: RequestContext): StoredObject {
    const status = draft['status'] === undefined ? {} : { status: draft['status'] };
    return normalised(type, { ...withoutStatus(before), ...status } as StoredObject, context);
  }

  #nextMetadata(
    type: ResourceType,
    before: StoredObject,
    after: StoredObject,
    part: Part,
    context: RequestContext,
  ): StoredMeta {
    const generation = nextGeneration(type, before, after);
    const by = {
      manager: context.fieldManager,
      time: timestamp(this.#clock.now()),
      ...(part === 'status' ? { subresource: 'status' } : {}),
    };
    const managedFields = context.managedFields ?? managersAfterUpdate(type, before, after, by);
    return {
      ...after.metadata,
      ...(generation === undefined ? {} : { generation }),
      ...(managedFields === undefined ? {} : { managedFields }),
    };
  }

  #put(type: ResourceType, object: StoredObject, context: RequestContext): StoredObject {
    checkSize(object);
    if (context.dryRun) return object;
    const { namespace, name } = object.metadata;
    return this.#store.put(storageKey(type), keyOf(namespace, name), object);
  }

  #checkNamespaceExists(type: ResourceType, namespace: string): void {
    if (!type.namespaced) return;
    const found = this.#store.get('/namespaces', namespace);
    if (found === undefined) throw notFound({ ...type, group: '', plural: 'namespaces' }, namespace);
    if (found.metadata.deletionTimestamp === undefined) return;
    const resource = type.group === '' ? type.plural : `${type.plural}.${type.group}`;
    const why = `namespace ${namespace} is being terminated`;
    throw new ApiError(
      403,
      'Forbidden',
      `${resource} is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
      {
        ...(type.group === '' ? {} : { group: type.group }),
        kind: type.plural,
        causes: [{ reason: 'NamespaceTerminating', message: why, field: 'metadata.namespace' }],
      },
    );
  }
}

function withoutStatus(object: DraftObject | StoredObject): DraftObject {
  const { status: _status, ...rest } = object;
  return rest;
}
