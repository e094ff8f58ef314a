// SPDX-License-Identifier: Apache-2.0
// What a construct or component of any library says of the object that it makes, when it is given where a reference is meant. Plain objects
// are left alone, so that a misspelt member is still seen.

/** `value`, or only `members` of it if it is an instance of a class. */
export function referenceOf(value: unknown, members: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return value;
  const instance = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(members.map((member) => [member, instance[member]]));
}
