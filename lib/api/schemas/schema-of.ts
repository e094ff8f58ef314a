// SPDX-License-Identifier: Apache-2.0
// Holds a schema to a hand-kept type: zod's declarations must not reach users, so the types are written by hand, and what does not agree
// to the letter does not compile.

import type * as z from 'zod';
import { SCHEMA_MARKS } from '../structural-schema.ts';

/** A schema whose input and output are `T`. */
export type SchemaOf<T> = z.ZodType<T, T>;

/** Nothing to add if the types are the same down to every optional member, else something that no schema is. */
// Two functions with a parameter of their own are the only thing that compares types to the letter.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
type Agreeing<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? unknown : never;

/**
 * Passes a schema on if what it accepts is exactly the hand-kept type `T`; it does not compile otherwise.
 *
 * @param name of `T`, by which its members are described in definitions
 */
export function schemaOf<T>(name?: string): <S extends z.ZodType>(schema: S & Agreeing<z.input<S>, T>) => SchemaOf<T> {
  return (schema) => {
    const named = name === undefined ? schema : schema.meta({ ...schema.meta(), [SCHEMA_MARKS.type]: name });
    return named as unknown as SchemaOf<T>;
  };
}
