// SPDX-License-Identifier: Apache-2.0
// Remembers what a pure function of a text has answered. For texts that come again and again, such as sizes and keys in the manifests of one
// team; what throws is not remembered.

/** Longer texts hardly come again, and a few of them would fill the memory of a process that runs for months. */
const LONGEST = 500;

/** `compute`, which is asked once for each text of usual length; when `keep` answers are known, it starts anew. */
export function remember<V>(compute: (text: string) => V, keep = 1000): (text: string) => V {
  const answers = new Map<string, V>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = compute(text);
      if (answers.size >= keep) answers.clear();
      answers.set(text, answer);
    }
    return answer;
  };
}
