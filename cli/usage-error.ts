// SPDX-License-Identifier: Apache-2.0
// The command was called in a way that cannot work. The message is all that the user gets to see: what is wrong, and what to do.

export class UsageError extends Error {
  override readonly name = 'UsageError';
}
