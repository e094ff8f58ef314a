// SPDX-License-Identifier: Apache-2.0
// LIST, whole or in pages. The pages of one list show one moment: a continued list sees the store as it was when the first page was made.

import { ApiError, badRequest, expired } from './api-error.ts';
import { inVersion } from './object-view.ts';
import type { View } from './object-view.ts';
import { apiVersionOf, storageKey } from './resource-type.ts';
import type { Store } from './store.ts';
import { keyOf } from '../../kubernetes/object-key.ts';
import type { StoredObject } from './stored-object.ts';

interface Token {
  v: 'meta.k8s.io/v1';
  rv: number;
  start: string;
}

/** @throws ApiError 410 for a continuation whose moment is forgotten, 504 for a version that does not exist yet. */
export function listObjects(store: Store, view: View, query: URLSearchParams): Record<string, unknown> {
  const asked = Number(query.get('resourceVersion') ?? '0');
  if (asked > store.version) throw tooLarge(query.get('resourceVersion') ?? '', store.version);
  const limit = Number(query.get('limit') ?? '0');
  const token = query.get('continue') ?? '';
  const from = token === '' ? undefined : decode(token);
  const version = from?.rv ?? store.version;
  const resource = storageKey(view.type);
  const snapshot = from === undefined ? store.list(resource) : asOf(store, resource, from.rv);
  const matching = snapshot.filter((object) => view.includes(object));
  const rest = from === undefined ? matching : matching.filter((object) => keyOfObject(object) > from.start);
  const page = limit > 0 ? rest.slice(0, limit) : rest;
  const remaining = rest.length - page.length;
  const last = page.at(-1);
  return {
    kind: view.type.listKind,
    apiVersion: apiVersionOf(view.type),
    metadata: {
      resourceVersion: String(version),
      ...(remaining > 0 && last !== undefined
        ? {
            continue: encode({ v: 'meta.k8s.io/v1', rv: version, start: keyOfObject(last) }),
            ...(view.selective ? {} : { remainingItemCount: remaining }),
          }
        : {}),
    },
    items: page.map((object) => itemOf(view, object)),
  };
}

/** Items of built-in lists come without apiVersion and kind, those of custom resources with them. */
function itemOf(view: View, object: StoredObject): unknown {
  if (view.type.custom !== undefined) return inVersion(view.type, object);
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
  return rest;
}

function keyOfObject(object: StoredObject): string {
  return keyOf(object.metadata.namespace, object.metadata.name);
}

/** The objects at an earlier version: today's, with the changes since undone. */
function asOf(store: Store, resource: string, version: number): StoredObject[] {
  const changes = store.changesSince(resource, version);
  if (changes === undefined) {
    throw expired(
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
    );
  }
  const objects = new Map(store.list(resource).map((object) => [keyOfObject(object), object]));
  for (const { object, before } of changes.reverse()) {
    if (before === undefined) objects.delete(keyOfObject(object));
    else objects.set(keyOfObject(object), before);
  }
  return [...objects.keys()].sort().map((key) => objects.get(key) as StoredObject);
}

function encode(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function decode(text: string): Token {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString()) as Token;
    if (typeof token.rv === 'number' && typeof token.start === 'string') return token;
  } catch {
    // Falls through: whatever it is, it is not a token of ours.
  }
  throw badRequest('invalid continue token: continue key is not valid: it was not made by this server');
}

function tooLarge(asked: string, current: number): ApiError {
  return new ApiError(504, 'Timeout', `Timeout: Too large resource version: ${asked}, current: ${current}`, {
    causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version', field: '' }],
    retryAfterSeconds: 1,
  });
}
