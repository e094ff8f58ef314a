// SPDX-License-Identifier: Apache-2.0
// The shape of parts of props that are in the form of the wire, such as pod templates: anything that can stand in a manifest. What is in it is
// checked where the wire is known. Values that a manifest cannot hold would come out as something else, or as an error far from here.

import { isObject } from '../runtime/json.ts';
import { reject, shown } from './props-shape.ts';
import type { Shape, ShapeReport } from './props-shape.ts';

const ALLOWED = 'text, numbers, true, false, null, lists and objects of these';

/** An object as in JSON; values that a framework resolves later are left to it. */
export const jsonObject: Shape<Record<string, unknown>> = (value, path, report) => {
  if (!isObject(value))
    return reject(report, path, `${shown(value)} is not an object`, 'an object', 'put the members in { }');
  return isJson(value, path, report) ? value : undefined;
};

function isJson(value: unknown, path: string, report: ShapeReport): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return true;
    case 'number':
      return Number.isFinite(value) || refuse(value, path, report);
    case 'object':
      break;
    default:
      return refuse(value, path, report);
  }
  if (value === null) return true;
  if (Array.isArray(value)) return value.every((item, index) => isJson(item, `${path}[${index}]`, report));
  if (isLate(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return refuse(value, path, report);
  for (const [name, member] of Object.entries(value)) {
    if (!isJson(member, `${path}.${name}`, report)) return false;
  }
  return true;
}

/** What cdk8s puts a value in place of when it renders. */
function isLate(value: object): boolean {
  return 'resolve' in value || 'produce' in value || 'producer' in value;
}

function refuse(value: unknown, path: string, report: ShapeReport): false {
  const name = typeof value === 'object' ? (value?.constructor?.name ?? 'an object') : typeof value;
  const what = typeof value === 'number' ? String(value) : `a value of ${name}`;
  reject(report, path, `${what} cannot stand in a manifest`, ALLOWED, 'write the plain value');
  return false;
}
