// SPDX-License-Identifier: Apache-2.0
// How the value of an option may be written, by its type in Flink. Every value may be a text, as in Flink's own files; what a text says
// is checked when a resource is made, not by the compiler.

/** One value that is not a list or a map. */
export type Scalar = string | number | boolean;

/** A text; a number or a boolean is written as such. */
export type TextValue = Scalar;

/** `true` or `false`. */
export type BooleanValue = boolean | 'true' | 'false';

/** A whole number or a fraction. */
export type NumberValue = number | `${number}`;

/** A duration such as `10 s`, `5 min` or `100ms`, or cdk8s's `Duration`; a bare number is milliseconds. */
export type DurationValue =
  number | `${number}${string}` | `P${string}` | { toMilliseconds(options?: { integral?: boolean }): number };

/** A memory size such as `2048m` or `2 gb`, or cdk8s's `Size`; a bare number is bytes. */
export type MemoryValue = number | `${number}${string}` | { toKibibytes(options?: { rounding?: number }): number };

/** A list of texts, or one text such as `a;b`. */
export type ListValue = string | readonly Scalar[];

/** A map of texts, or one text such as `key:value,other:value`. */
export type MapValue = string | { readonly [key: string]: Scalar };

/** A word of an enumeration, which Flink reads in any case. */
export type AnyCase<T extends string> = T | Lowercase<T> | Uppercase<T>;

/** The name of a class; any text, but one that leaves the words beside it to choose from. */
export type ClassName = string & {};

/** Keys below a key, as in nested YAML. */
export interface Nested {
  readonly [key: string]: unknown;
}
