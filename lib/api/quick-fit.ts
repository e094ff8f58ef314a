// SPDX-License-Identifier: Apache-2.0
// Whether a document fits its schema, answered in one walk that makes nothing: nearly every document does, and zod would copy each to say so.
// It errs to one side only: what it is not sure of it calls a misfit, and zod is asked. It finds no reasons.

import type * as z from 'zod';

type Fits = (value: unknown) => boolean;

/** The parts of zod's definitions that are understood here. */
interface Definition {
  readonly type: string;
  readonly checks?: readonly unknown[];
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

const compiled = new WeakMap<z.ZodType, Fits>();

/** True only if `schema` has nothing against `value`. */
export function fitsQuickly(schema: z.ZodType, value: unknown): boolean {
  let fits = compiled.get(schema);
  if (fits === undefined) {
    fits = compile(schema);
    compiled.set(schema, fits);
  }
  return fits(value);
}

const never: Fits = () => false;
const always: Fits = () => true;
const isText: Fits = (value) => typeof value === 'string';

/** A predicate for a schema; one that is always false for what is not understood. */
function compile(schema: z.ZodType): Fits {
  const definition = schema._zod.def as unknown as Definition;
  if ((definition.checks?.length ?? 0) > 0) return never;
  switch (definition.type) {
    case 'string':
      return definition.format === undefined ? isText : never;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'number':
      return numberOf(definition.format);
    case 'unknown':
    case 'any':
      return always;
    case 'enum': {
      const values = new Set(Object.values(definition.entries ?? {}));
      return (value) => values.has(value);
    }
    case 'array':
      return definition.element === undefined ? never : arrayOf(compile(definition.element));
    case 'record':
      return definition.valueType === undefined || definition.keyType?._zod.def.type !== 'string'
        ? never
        : recordOf(compile(definition.valueType));
    case 'union': {
      const options = (definition.options ?? []).map(compile);
      return (value) => options.some((fits) => fits(value));
    }
    case 'object':
      return objectOf(definition);
    default:
      return never;
  }
}

function numberOf(format: string | undefined): Fits {
  if (format === undefined) return (value) => Number.isFinite(value);
  if (format === 'safeint') return (value) => Number.isSafeInteger(value);
  if (format !== 'int32') return never;
  return (value) => Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
}

function arrayOf(fits: Fits): Fits {
  return (value) => Array.isArray(value) && value.every((element) => fits(element));
}

function recordOf(fits: Fits): Fits {
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name in value) if (name === '__proto__' || !fits(value[name])) return false;
    return true;
  };
}

/** A member whose value is undefined is left to zod, whether it may be absent or not. */
function objectOf({ shape = {}, catchall }: Definition): Fits {
  const members = new Map<string, Fits>();
  const required: string[] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const { type, innerType } = schema._zod.def as unknown as Definition;
    const optional = type === 'optional' && innerType !== undefined;
    members.set(name, compile(optional ? innerType : schema));
    if (!optional) required.push(name);
  }
  const others = catchall === undefined ? always : compile(catchall);
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name in value) {
      const member = value[name];
      if (member === undefined || name === '__proto__' || !(members.get(name) ?? others)(member)) return false;
    }
    for (const name of required) if (!Object.hasOwn(value, name)) return false;
    return true;
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
