// SPDX-License-Identifier: Apache-2.0
// What a factory is given in JavaScript without types may be `null` or nothing where an object is due. The factory then makes something that
// lacks its members, and the checks say which: a factory itself never throws.

/** `options`, or no options at all. */
export function given<T extends object>(options: T): T {
  return typeof options === 'object' && options !== null ? options : ({} as T);
}
