// SPDX-License-Identifier: Apache-2.0
// The error of a configuration from which no working cluster can be built, found only when its objects are made.

/** A user's mistake, never a defect: show the message without a stack. It starts with the key or field that is to blame. */
export class ClusterError extends Error {
  override readonly name: string = 'ClusterError';
  /** The configuration key or the path of the field. */
  readonly where: string;

  constructor(where: string, message: string) {
    super(`${where}: ${message}`);
    this.where = where;
  }
}
