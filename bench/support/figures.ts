// SPDX-License-Identifier: Apache-2.0
// Figures as they are told: a median with its spread and how often it was taken, in Markdown tables.

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** `12.3 (11.9-14.0) n=7`, or the value alone when all are the same. */
export function spread(values: readonly number[], digits = 1): string {
  if (values.length === 0) return '-';
  const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)].map((value) =>
    value.toFixed(digits),
  );
  return least === most
    ? `${String(middle)} n=${String(values.length)}`
    : `${String(middle)} (${String(least)}-${String(most)}) n=${String(values.length)}`;
}

/** Prints a table: the first row is the head. */
export function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  console.log(`\n### ${title}\n`);
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...body]) console.log(line(row));
}
