// SPDX-License-Identifier: Apache-2.0
// What the real world needs of an operator, however it runs.

/** A line of the operator's log. */
export interface OperatorLine {
  readonly message: string;
  readonly [field: string]: unknown;
}

export interface OperatorControl {
  /** Starts it unless it runs; resolves when it works. */
  start(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<void>;
}
