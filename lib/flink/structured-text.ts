// SPDX-License-Identifier: Apache-2.0
// Lists and maps as one text, in Flink's older form (`a;b`, `k:v,k:v`), which every Flink version reads. The YAML flow form of
// newer configuration files is not handled here; see configuration-file.ts.

import { ValueError } from './value-error.ts';

const ALLOWED_LIST = 'a list such as "a;b;\'c;d\'" (parts with ; or quotes in single quotes, inner quotes doubled)';
const ALLOWED_MAP =
  'a map such as "key:value,other:value" (keys or values with : in single quotes, pairs with , in single quotes)';

/** `['a', 'b;c']` becomes `a;'b;c'`. */
export function formatList(items: readonly string[]): string {
  return items.map((item) => quotedFor(item, ';')).join(';');
}

/** `{ a: '1', b: 'x:y' }` becomes `a:1,b:'x:y'`. Pairs keep the order of the object. */
export function formatMap(map: Readonly<Record<string, string>>): string {
  return Object.entries(map)
    .map(([key, value]) => quotedFor(`${quotedFor(key, ':')}:${quotedFor(value, ':')}`, ','))
    .join(',');
}

/** The parts of a list text; unquoted parts are trimmed, empty ones dropped. Throws `ValueError` for an unclosed quote. */
export function parseList(text: string): string[] {
  return splitStructured(text, ';', ALLOWED_LIST);
}

/** The pairs of a map text. Throws `ValueError` for a pair without exactly one colon outside quotes. */
export function parseMap(text: string): Record<string, string> {
  const map: [string, string][] = [];
  for (const pair of splitStructured(text, ',', ALLOWED_MAP)) {
    const [key, value, ...more] = splitStructured(pair, ':', ALLOWED_MAP);
    if (key === undefined || value === undefined || more.length > 0) throw new ValueError(text, ALLOWED_MAP);
    map.push([key, value]);
  }
  return Object.fromEntries(map);
}

/** Splits at `separator` outside quotes. A quote counts only at the start of a part; inside quotes a doubled one stands for itself. */
export function splitStructured(text: string, separator: string, allowed: string = ALLOWED_LIST): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const quoted = /^\s*(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)")\s*/u.exec(rest);
    if (quoted) {
      parts.push(quoted[1]?.replaceAll("''", "'") ?? quoted[2]?.replaceAll('""', '"') ?? '');
      at += quoted[0].length;
      if (at < text.length && text[at] !== separator) throw new ValueError(text, allowed);
      at += 1;
      continue;
    }
    if (/^\s*['"]/u.test(rest)) throw new ValueError(text, allowed);
    const end = text.indexOf(separator, at);
    const part = text.slice(at, end < 0 ? text.length : end).trim();
    if (part !== '') parts.push(part);
    at = end < 0 ? text.length : end + 1;
  }
  return parts;
}

function quotedFor(text: string, separator: string): string {
  return text.includes(separator) || /['"]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}
