// SPDX-License-Identifier: Apache-2.0
// Comparison of an answer with what a script expects. Members that are not expected are not looked at; a function is asked.

/** Expected in place of a member that must not be there. */
export const ABSENT: unique symbol = Symbol('absent');

/** Where `found` is not as `expected`; empty when it is. Lists are compared whole. */
export function differences(expected: unknown, found: unknown, path = ''): string[] {
  if (expected === undefined) return [];
  const here = path === '' ? 'the answer' : path;
  if (expected === ABSENT) return found === undefined ? [] : [`${here} is ${show(found)} instead of absent`];
  if (typeof expected === 'function') {
    const test = expected as (value: unknown) => boolean;
    return test(found) ? [] : [`${here} is ${show(found)}, which ${test.toString()} refuses`];
  }
  if (expected instanceof RegExp) {
    return typeof found === 'string' && expected.test(found)
      ? []
      : [`${here} is ${show(found)}, which does not match ${expected.source}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length)
      return [`${here} is ${show(found)} instead of ${show(expected)}`];
    return expected.flatMap((item: unknown, index) =>
      differences(item, (found as unknown[])[index], `${path}[${index}]`),
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return [`${here} is ${show(found)} instead of ${show(expected)}`];
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(value, (found as Record<string, unknown>)[name], path === '' ? name : `${path}.${name}`),
    );
  }
  return Object.is(expected, found) ? [] : [`${here} is ${show(found)} instead of ${show(expected)}`];
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'absent').slice(0, 400);
}
