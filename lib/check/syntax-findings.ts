// SPDX-License-Identifier: Apache-2.0
// What is wrong with a document as YAML, in words that say what to do. One finding for a text that cannot be read: what a parser says
// after its first complaint is mostly about its own confusion.

import type { ErrorCode } from 'yaml';
import type { Finding } from '../api/finding.ts';
import type { Lines } from './place.ts';
import type { Oddity } from './plain-value.ts';

/** A finding at an offset of the text. */
export interface OffsetFinding extends Finding {
  readonly at: number;
}

/** What a parser has against a text. */
interface Complaint {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Nothing is sent to a cluster that cannot be read. */
export function syntaxFinding({ code, message, pos }: Complaint): OffsetFinding {
  const [first = message] = message.split('\n');
  return {
    code: 'document.syntax',
    path: '',
    message: `This cannot be read as YAML: ${SAID[code] ?? lowerFirst(first)}.`,
    remedy: REMEDIES[code] ?? 'Correct the text here, or in the lines just above.',
    severity: 'error',
    at: pos[0],
  };
}

const SAID: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'a tab is no indentation',
  BLOCK_AS_IMPLICIT_KEY:
    'there is a second ": " in what looks like one value, or a line is indented deeper than the one above it',
  MULTILINE_IMPLICIT_KEY: 'a line looks like a key, but has no ": " behind it',
  BAD_INDENT: 'the indentation does not match that of the lines above',
  BAD_SCALAR_START: 'a value without quotes cannot begin with this character',
  UNEXPECTED_TOKEN: 'something follows what looks like the end of a value',
};

const REMEDIES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'Indent with blanks.',
  BLOCK_AS_IMPLICIT_KEY:
    'Put the value in quotes if it contains ": ", and give keys of one object the same indentation.',
  MULTILINE_IMPLICIT_KEY: 'Write "key: value", with a blank behind the colon.',
  BAD_INDENT: 'Give all keys of one object the same indentation, and close every bracket.',
  BAD_SCALAR_START: 'Put the value in quotes.',
  MISSING_CHAR: 'Close the quote or the bracket, and write a blank behind colons.',
  UNEXPECTED_TOKEN: 'Put the value in quotes if it begins with a brace, a bracket or a quote.',
};

/** Where a document says something that cannot be sent, or says it twice. */
export function oddityFinding(oddity: Oddity, lines: Lines, start: number): OffsetFinding {
  const { path, at } = oddity;
  switch (oddity.is) {
    case 'duplicate':
      return duplicate(oddity, lines.at(oddity.first + start).line, lines.at(at + start).line);
    case 'bad-key':
      return {
        ...error('document.not-json', path, at),
        message: 'A key must be a text; this one is an object, a list or null.',
        remedy:
          'Put it in quotes. If it is meant as a value that begins with a brace or a bracket, put that value in quotes.',
      };
    case 'bad-number':
      return {
        ...error('document.not-json', path, at),
        message: 'Resources are sent as JSON, which has no number for infinity or for "not a number".',
        remedy: 'Put it in quotes if a text is meant, or write a finite number.',
      };
    case 'bad-merge':
      return {
        ...error('document.anchor', path, at),
        message: 'Only an object, or a list of objects, can be merged in with "<<".',
        remedy: 'Merge an alias of an object: "<<: *name".',
      };
    case 'endless':
      return {
        ...error('document.anchor', path, at),
        message: 'This alias stands for something that contains the alias itself.',
        remedy: 'Write out what is meant.',
      };
    case 'too-large':
      return {
        ...error('document.anchor', path, at),
        message: 'With its aliases written out, this document has more than a million values.',
        remedy: 'Use aliases of what holds no other aliases.',
      };
    case 'no-anchor':
      return {
        ...error('document.anchor', path, at),
        message: `There is no anchor "&${oddity.anchor}" above this alias in its document.`,
        remedy: `Mark what is meant with &${oddity.anchor}, or put the value in quotes if the asterisk is part of it.`,
      };
  }
}

function duplicate(
  { key, same, path, at }: Extract<Oddity, { is: 'duplicate' }>,
  first: number,
  second: number,
): OffsetFinding {
  return {
    ...error('document.duplicate-key', path, at),
    severity: same ? 'warning' : 'error',
    message: same
      ? `"${key}" stands twice in the same object, in lines ${first} and ${second}, with the same value; some tools refuse that.`
      : `"${key}" stands twice in the same object, in lines ${first} and ${second}; what line ${first} says is lost.`,
    remedy: `Remove line ${first} or line ${second}${same ? '.' : ', or bring the two together.'}`,
  };
}

function error(
  code: Finding['code'],
  path: string,
  at: number,
): Pick<OffsetFinding, 'code' | 'path' | 'severity' | 'at'> {
  return { code, path, severity: 'error', at };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/[.:]$/u, '');
}
