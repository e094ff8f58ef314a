// SPDX-License-Identifier: Apache-2.0
// PATCH: which kind of patch a body is, and the object that it makes of another.

import { ApiError, badRequest, invalid, unsupportedMediaType } from './api-error.ts';
import { isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';
import { applyJsonPatch, JsonPatchError } from './json-patch.ts';
import { mergePatch } from '../../manifests/merge-patch.ts';
import type { ResourceType } from './resource-type.ts';
import { applyStrategicMerge } from './strategic-merge.ts';

export const APPLY = 'application/apply-patch+yaml';

/** @throws ApiError 415 for a content type that this resource does not take. */
export function checkPatchType(type: ResourceType, contentType: string): void {
  const known = ['application/json-patch+json', 'application/merge-patch+json', APPLY];
  if (known.includes(contentType)) return;
  if (contentType === 'application/strategic-merge-patch+json') {
    if (type.custom === undefined) return;
    throw unsupportedMediaType(
      `the body of the request was in an unknown format - accepted media types include: ${known.join(', ')}`,
    );
  }
  throw unsupportedMediaType(undefined, {});
}

/** `object` with a patch of any kind but apply. */
export function applyPatch(
  type: ResourceType,
  name: string,
  object: JsonObject,
  contentType: string,
  body: string,
): JsonObject {
  const patch = parse(body);
  try {
    const result =
      contentType === 'application/json-patch+json'
        ? applyJsonPatch(object, listOnly(patch))
        : contentType === 'application/merge-patch+json'
          ? (mergePatch(object, objectOnly(patch)) as Json)
          : applyStrategicMerge(object, objectOnly(patch));
    if (!isObject(result))
      throw invalid(type, name, [
        { reason: 'FieldValueInvalid', field: 'patch', message: 'Invalid value: the patched object is no object' },
      ]);
    return result;
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    // The real server says no more than this, not even which operation.
    throw new ApiError(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
  }
}

function parse(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch (error) {
    throw badRequest(`error decoding patch: ${(error as Error).message}`);
  }
}

function listOnly(patch: Json): Json[] {
  if (Array.isArray(patch)) return patch;
  throw badRequest('error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp');
}

function objectOnly(patch: Json): JsonObject {
  if (isObject(patch)) return patch;
  throw badRequest('error decoding patch: a merge patch is an object');
}
