// SPDX-License-Identifier: Apache-2.0
// JSON Patch (RFC 6902). Answers with a reason instead of throwing, because what a failed operation means differs between callers.

import { copy, equal, isObject } from '../../runtime/json.ts';
import type { Json } from '../../runtime/json.ts';

interface Operation {
  op: string;
  path: string;
  from?: string;
  value?: Json;
}

/** A patch that does not fit the document, or is none. */
export class JsonPatchError extends Error {
  override readonly name = 'JsonPatchError';
}

/**
 * Applies `patch` to a copy of `document`.
 *
 * @throws JsonPatchError when a `test` fails, a path does not exist or the patch is malformed.
 */
export function applyJsonPatch(document: Json, patch: unknown): Json {
  if (!Array.isArray(patch)) throw new JsonPatchError('a JSON patch is an array of operations');
  let result = copy(document);
  for (const operation of patch as unknown[]) result = applyOperation(result, checked(operation));
  return result;
}

function checked(operation: unknown): Operation {
  if (!isObject(operation) || typeof operation['op'] !== 'string' || typeof operation['path'] !== 'string') {
    throw new JsonPatchError('each operation of a JSON patch has the strings "op" and "path"');
  }
  return operation as unknown as Operation;
}

function applyOperation(root: Json, operation: Operation): Json {
  const path = parsePointer(operation.path);
  switch (operation.op) {
    case 'add':
      return insert(root, path, copy(operation.value ?? null), operation.path);
    case 'remove':
      return take(root, path, operation.path).rest;
    case 'replace':
      read(root, path, operation.path);
      return path.length === 0
        ? copy(operation.value ?? null)
        : set(root, path, copy(operation.value ?? null), operation.path);
    case 'move': {
      const { rest, taken } = take(root, parsePointer(operation.from ?? ''), operation.from ?? '');
      return insert(rest, path, taken, operation.path);
    }
    case 'copy':
      return insert(
        root,
        path,
        copy(read(root, parsePointer(operation.from ?? ''), operation.from ?? '')),
        operation.path,
      );
    case 'test':
      if (!equal(read(root, path, operation.path), operation.value ?? null)) {
        throw new JsonPatchError(`testing path ${operation.path} failed: the value there differs`);
      }
      return root;
    default:
      throw new JsonPatchError(`unknown operation "${operation.op}"`);
  }
}

function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new JsonPatchError(`"${pointer}" is not a JSON pointer: it must start with "/"`);
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function read(root: Json, path: string[], pointer: string): Json {
  let current: Json = root;
  for (const step of path) {
    const next = Array.isArray(current)
      ? current[index(step, current.length - 1, pointer)]
      : isObject(current)
        ? current[step]
        : undefined;
    if (next === undefined) throw new JsonPatchError(`path ${pointer} does not exist`);
    current = next;
  }
  return current;
}

function parentOf(root: Json, path: string[], pointer: string): { parent: Json; last: string } {
  return { parent: read(root, path.slice(0, -1), pointer), last: path.at(-1) ?? '' };
}

function insert(root: Json, path: string[], value: Json, pointer: string): Json {
  if (path.length === 0) return value;
  const { parent, last } = parentOf(root, path, pointer);
  if (Array.isArray(parent))
    parent.splice(last === '-' ? parent.length : index(last, parent.length, pointer), 0, value);
  else if (isObject(parent)) parent[last] = value;
  else throw new JsonPatchError(`path ${pointer} leads into a value that has no members`);
  return root;
}

function set(root: Json, path: string[], value: Json, pointer: string): Json {
  const { parent, last } = parentOf(root, path, pointer);
  if (Array.isArray(parent)) parent[index(last, parent.length - 1, pointer)] = value;
  else if (isObject(parent)) parent[last] = value;
  return root;
}

function take(root: Json, path: string[], pointer: string): { rest: Json; taken: Json } {
  const taken = read(root, path, pointer);
  if (path.length === 0) return { rest: null, taken };
  const { parent, last } = parentOf(root, path, pointer);
  if (Array.isArray(parent)) parent.splice(index(last, parent.length - 1, pointer), 1);
  else if (isObject(parent)) delete parent[last];
  return { rest: root, taken };
}

function index(step: string, highest: number, pointer: string): number {
  if (!/^(0|[1-9]\d*)$/.test(step) || Number(step) > highest)
    throw new JsonPatchError(`path ${pointer} names no place in its list`);
  return Number(step);
}
