// SPDX-License-Identifier: Apache-2.0
// URIs as Java reads them (java.net.URI): stricter than a browser. Only what Java certainly refuses is refused here.

/** The parts of a URI that rules look at. */
export interface UriParts {
  /** In lower case; undefined if there is none. */
  readonly scheme: string | undefined;
  /** Without user and port, in lower case; undefined if there is none. IPv6 addresses are without brackets. */
  readonly host: string | undefined;
  readonly path: string;
}

const ILLEGAL = /[\s"<>\\^`{|}\u007f]/u;

/** Why `text` is no URI, as the end of a sentence; undefined if it is one. */
export function javaUriProblem(text: string): string | undefined {
  const illegal = ILLEGAL.exec(text)?.[0];
  if (illegal !== undefined) return `it has a ${illegal.trim() === '' ? 'blank' : `"${illegal}"`} in it`;
  if (/%(?![0-9A-Fa-f]{2})/u.test(text)) return 'a "%" must be followed by two hexadecimal digits';
  if (/^[A-Za-z][A-Za-z0-9+.-]*:$/u.test(text)) return 'nothing follows the scheme';
  if (text.startsWith(':')) return 'it begins with ":"';
  return undefined;
}

/** The parts of a text that is a URI. */
export function uriParts(text: string): UriParts {
  const [, scheme, authority, path = ''] =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)/u.exec(text) ?? [];
  const host = authority
    ?.replace(/^.*@/u, '')
    .replace(/:\d*$/u, '')
    .replace(/^\[(.*)\]$/u, '$1')
    .toLowerCase();
  return { scheme: scheme?.toLowerCase(), host: host === '' ? undefined : host, path };
}
