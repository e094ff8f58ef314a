// SPDX-License-Identifier: Apache-2.0
// What the Java operator's definitions say of every field (test/fixtures/crd-fields), as a tree, and what an API server does to a document
// by it: takes it with unknown fields and nulls dropped, or refuses it with the places of wrong types and values.

import { readFileSync } from 'node:fs';
import { isObject } from '../../../lib/runtime/json.ts';
import type { Json, JsonObject } from '../../../lib/runtime/json.ts';

export const KINDS: readonly string[] = [
  'FlinkDeployment',
  'FlinkSessionJob',
  'FlinkStateSnapshot',
  'FlinkBlueGreenDeployment',
];

/** One field. `any`: everything is kept as it is, nulls inside it too; `opaque`: an object of which that is true. */
export interface FieldNode {
  readonly type: string;
  readonly values?: readonly string[];
  /** Of the root: the members that count replicas, and so may not be negative. */
  readonly replicas?: readonly string[];
  readonly members: Map<string, FieldNode>;
  items?: FieldNode;
  valuesOfMap?: FieldNode;
}

interface Field {
  path: string;
  type: string;
  enum?: string[];
}

/** The Java operator's definitions hold the schema of a pod; ours keep whatever is there. */
const OPAQUE = /\bpodTemplate$/;

/** The tree of a kind's fields: `spec` and `status`. */
export function fieldTree(kind: string): FieldNode {
  const file = new URL(`../../fixtures/crd-fields/${kind.toLowerCase()}.json`, import.meta.url);
  const { fields, subresources } = JSON.parse(readFileSync(file, 'utf8')) as {
    fields: Field[];
    subresources: { scale?: { specReplicasPath: string; statusReplicasPath: string } };
  };
  const { scale } = subresources;
  const replicas = scale === undefined ? [] : [scale.specReplicasPath, scale.statusReplicasPath];
  const root: FieldNode = { type: 'object', members: new Map(), replicas };
  for (const { path, type, enum: values } of fields) {
    if (/\bpodTemplate\./.test(path)) continue;
    const node: FieldNode = {
      type: OPAQUE.test(path) ? 'opaque' : type,
      ...(values === undefined ? {} : { values }),
      members: new Map(),
    };
    place(root, path, node);
  }
  return root;
}

function place(root: FieldNode, path: string, node: FieldNode): void {
  const steps = path.replaceAll('[]', '.[]').split('.');
  const last = steps.pop() ?? '';
  let parent = root;
  for (const step of steps) {
    const next = step === '[]' ? parent.items : step === '*' ? parent.valuesOfMap : parent.members.get(step);
    if (next === undefined) throw new Error(`${path} has no parent`);
    parent = next;
  }
  if (last === '[]') parent.items = node;
  else if (last === '*') parent.valuesOfMap = node;
  else parent.members.set(last, node);
}

export interface Verdict {
  /** The value as it is stored. */
  readonly stored: Json;
  /** Paths of values of a wrong type or outside an enumeration. */
  readonly wrong: string[];
  /** Paths of fields that are dropped because nobody knows them. */
  readonly unknown: string[];
}

/** What an API server does to `value`. */
export function judged(value: Json, node: FieldNode): Verdict {
  const wrong: string[] = [];
  const unknown: string[] = [];
  const stored = visit(value, node, '');
  wrong.push(...(node.replicas ?? []).filter((path) => !isScalable(stored, path)));
  return { stored, wrong, unknown };

  function visit(here: Json, { type, values, members, items, valuesOfMap }: FieldNode, path: string): Json {
    if (type === 'any') return here;
    if (!isOfType(here, type)) {
      wrong.push(path);
      return here;
    }
    if (values !== undefined && !values.includes(here as string)) wrong.push(path);
    if (Array.isArray(here)) return here.map((item, index) => visit(item, items as FieldNode, `${path}[${index}]`));
    if (!isObject(here) || type === 'opaque') return here;
    const result: JsonObject = {};
    for (const [name, member] of Object.entries(here)) {
      const at = path === '' ? name : `${path}.${name}`;
      const known = members.get(name) ?? valuesOfMap;
      if (known === undefined) unknown.push(at);
      else if (member !== null) result[name] = visit(member, known, at);
    }
    return result;
  }
}

function isOfType(value: Json, type: string): boolean {
  switch (type) {
    case 'object':
    case 'opaque':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'int-or-string':
      return Number.isInteger(value) || typeof value === 'string';
    default:
      return typeof value === type;
  }
}

/** Whether the member at the path is absent or a number of replicas. */
function isScalable(value: Json, path: string): boolean {
  let here: Json | undefined = value;
  for (const step of path.slice(1).split('.')) {
    if (!isObject(here)) return false;
    here = here[step];
    if (here === undefined) return true;
  }
  return Number.isInteger(here) && (here as number) >= 0 && (here as number) < 2 ** 31;
}
