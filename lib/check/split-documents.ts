// SPDX-License-Identifier: Apache-2.0
// A file cut at its `---` lines before it is parsed, as kubectl does, so that a document that cannot be read costs only itself. JSON that
// is one value after the other is cut as well. What the pieces mean is not looked at.

/** One document's text; `start` is its offset in the file. */
export interface DocumentText {
  readonly text: string;
  readonly start: number;
}

/** The documents of a file that hold anything but comments, in their order. */
export function splitDocuments(text: string): DocumentText[] {
  // A mark of the byte order is no content; to keep offsets right it is left out of the first document only.
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const cuts = [...text.slice(start).matchAll(/^(---(?=[ \t\r\n]|$)|\.\.\.(?=[ \t]*(#.*)?\r?$))/gmu)].map(
    ({ index, 0: mark }) => ({ end: start + index, next: start + index + mark.length }),
  );
  const starts = [start, ...cuts.map(({ next }) => next)];
  const ends = [...cuts.map(({ end }) => end), text.length];
  return starts
    .map((from, index) => ({ text: text.slice(from, ends[index]), start: from }))
    .filter(({ text: part }) => /^(?!%)[ \t]*[^\s#]/mu.test(part))
    .flatMap(splitJson);
}

/** `{…} {…}`: what `jq` and `kubectl get -o json` in a loop write. */
function splitJson({ text, start }: DocumentText): DocumentText[] {
  if (!/^\s*\{/u.test(text)) return [{ text, start }];
  const ends = endsOfValues(text);
  if (ends.length < 2) return [{ text, start }];
  return ends.map((end, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0);
    return { text: text.slice(from, index === ends.length - 1 ? text.length : end), start: start + from };
  });
}

/** Where each brace that opens a value at the top is closed again; none if that cannot be told. */
function endsOfValues(text: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s"{}[\]]/gsu)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth < 0) return [];
      if (depth === 0) ends.push(index + 1);
    } else if (depth === 0) return [];
  }
  return depth === 0 ? ends : [];
}
