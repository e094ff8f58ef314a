// SPDX-License-Identifier: Apache-2.0
// The error of a text that is not a value of its kind. It names the text and what would have been allowed, so that whoever knows
// the field or key can complete the sentence. It is a user's mistake, never a defect: callers show the message without a stack.

/** A text that cannot be read as what it should be. */
export class ValueError extends Error {
  override readonly name: string = 'ValueError';
  /** The offending text, as it was given. */
  readonly input: string;
  /** What is allowed, as a phrase: `a duration such as "10 s"`. */
  readonly allowed: string;

  /** The configuration key or the path of the field, where it is known. */
  readonly where: string | undefined;

  /** `where` (a configuration key, a field path) is put in front of the sentence when it is known. */
  constructor(input: string, allowed: string, where?: string) {
    super(`${where === undefined ? '' : `${where}: `}"${input}" is not ${allowed}`);
    this.input = input;
    this.allowed = allowed;
    this.where = where;
  }
}
