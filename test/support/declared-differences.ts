// SPDX-License-Identifier: Apache-2.0
// Differences that are right, as a table: a test fails over one that is not in it, and over an entry that nothing needs any more.

import { differences, type Difference } from './differences.ts';

/** A kind of difference, and why it is right. */
export interface Declaration {
  readonly why: string;
  matches(difference: Difference): boolean;
}

export class DeclaredDifferences {
  readonly #declarations: readonly Declaration[];
  readonly #needed = new Set<Declaration>();

  constructor(declarations: readonly Declaration[]) {
    this.#declarations = declarations;
  }

  /** The differences of two trees that no declaration matches. */
  undeclared(ours: unknown, theirs: unknown): Difference[] {
    return differences(ours, theirs).filter((difference) => {
      const declaration = this.#declarations.find(({ matches }) => matches(difference));
      if (declaration !== undefined) this.#needed.add(declaration);
      return declaration === undefined;
    });
  }

  /** Declarations that nothing compared so far has needed. */
  get unneeded(): string[] {
    return this.#declarations.filter((declaration) => !this.#needed.has(declaration)).map(({ why }) => why);
  }
}
