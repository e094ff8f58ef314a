// SPDX-License-Identifier: Apache-2.0
// Server-side apply.

import { badRequest } from './api-error.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { applyMergePatch } from './merge-patch.ts';
import type { Operations, Part, Place } from './operations.ts';
import type { RequestContext } from './request-context.ts';
import type { DraftObject, StoredObject } from './stored-object.ts';

export interface ApplyOptions {
  readonly part: Part;
  readonly force: boolean;
  readonly manager: string;
  readonly context: RequestContext;
}

export function applyServerSide(
  operations: Operations,
  place: Place,
  body: string,
  options: ApplyOptions,
): StoredObject {
  const wanted = JSON.parse(body) as JsonObject;
  if (!isObject(wanted)) throw badRequest('an apply configuration is an object');
  const before = operations.find(place);
  if (before === undefined)
    return operations.create(place.type, place.namespace, wanted as DraftObject, options.context);
  return operations.replace(
    place,
    before,
    applyMergePatch(before as unknown as JsonObject, wanted) as DraftObject,
    options.part,
    options.context,
  );
}
