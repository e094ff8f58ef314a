// SPDX-License-Identifier: Apache-2.0
// A command line in one text, cut into the list that was meant. For remedies: nothing is run by it.

/** Words between blanks; quotes keep blanks together, and are dropped. */
export function wordsOf(text: string): string[] {
  const words = text.match(/(?:[^\s"']|"[^"]*"|'[^']*')+|["']/gu) ?? [];
  return words.map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/gu, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
}
