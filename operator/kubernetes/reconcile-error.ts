// SPDX-License-Identifier: Apache-2.0
// The ways in which a reconcile fails that the controller treats differently from "it failed, try again".

/** Trying again cannot help until the object changes. */
export class TerminalError extends Error {
  override readonly name = 'TerminalError';
}

/** The reason of a reconcile's signal: it took too long, or the operator stops. */
export class ReconcileTimeout extends Error {
  override readonly name = 'ReconcileTimeout';
}

/** True for a mistake of the program, as opposed to something that went wrong in the world: what Go calls a panic. */
export function isPanic(error: unknown): boolean {
  return (
    !(error instanceof Error) ||
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError
  );
}
