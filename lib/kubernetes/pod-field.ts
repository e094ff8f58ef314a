// SPDX-License-Identifier: Apache-2.0
// Looks fields of a pod template up: which there are, and of which type. The table is read type by type, when one is first asked for.

import { POD_FIELDS } from './pod-fields.ts';

/** What stands at the end of lists and maps. */
export type PodScalar = 'text' | 'number' | 'boolean' | 'quantity' | 'number-or-text' | 'anything' | 'object';

export interface PodField {
  readonly holds: 'one' | 'list' | 'map';
  readonly of: PodScalar;
  /** The type of the object, for `podFieldsOf`. */
  readonly type?: string;
  /** All there are, if the text is one of a few. */
  readonly values?: readonly string[];
}

/** Where a template begins. */
export const POD_TEMPLATE_TYPE = 'PodTemplateSpec';

const types = new Map<string, ReadonlyMap<string, PodField>>();

/** The fields of an object type; none if it is not known. */
export function podFieldsOf(type: string): ReadonlyMap<string, PodField> {
  let fields = types.get(type);
  if (fields === undefined) {
    const text = Object.hasOwn(POD_FIELDS, type) ? (POD_FIELDS[type] ?? '') : '';
    fields = new Map(text.split(' ').filter(Boolean).map(entryOf));
    types.set(type, fields);
  }
  return fields;
}

const SCALARS: Readonly<Record<string, PodScalar>> = {
  '': 'text',
  '#': 'number',
  '?': 'boolean',
  '=': 'quantity',
  '%': 'number-or-text',
  '*': 'anything',
};

/** `containers[]:Container`, `limits{}=`, `protocol|SCTP|TCP|UDP`. */
function entryOf(text: string): [string, PodField] {
  const [, name = '', list, map, rest = ''] = /^([A-Za-z0-9]+)(\[\])?(\{\})?(.*)$/.exec(text) ?? [];
  const holds = list !== undefined ? 'list' : map !== undefined ? 'map' : 'one';
  if (rest.startsWith(':')) return [name, { holds, of: 'object', type: rest.slice(1) }];
  if (rest.startsWith('|')) return [name, { holds, of: 'text', values: rest.slice(1).split('|') }];
  return [name, { holds, of: SCALARS[rest] ?? 'anything' }];
}
