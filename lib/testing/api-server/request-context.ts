// SPDX-License-Identifier: Apache-2.0
// What accompanies one request through the server besides its object.

/** Who asks, and under which conditions. */
export interface RequestContext {
  /** The client's name as the test gave it; recorded as the field manager unless another is given. */
  readonly client: string;
  readonly fieldManager: string;
  /** Compute the answer and store nothing. */
  readonly dryRun: boolean;
  readonly fieldValidation: 'Ignore' | 'Warn' | 'Strict';
  /** Sent as `Warning: 299` headers. */
  readonly warnings: string[];
  /** Of an apply: the object's managers after it. */
  readonly managedFields?: unknown[];
  /** Admission: sees the object as it would be stored and may answer with another one, or throw; sees none on a DELETE. */
  readonly admit?: Admit;
}

export type Admit = (
  object: Record<string, unknown> | undefined,
  before: Record<string, unknown> | undefined,
) => Record<string, unknown> | undefined;

/** The context of a controller or of the test itself. */
export function internalContext(client: string): RequestContext {
  return { client, fieldManager: client, dryRun: false, fieldValidation: 'Warn', warnings: [] };
}
