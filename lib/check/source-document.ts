// SPDX-License-Identifier: Apache-2.0
// One document of a file: what it says, where its parts stand, and what is wrong with it as a text. What it describes is not known here.

import { parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { Finding } from '../api/finding.ts';
import { findPlace } from './find-place.ts';
import { Lines } from './place.ts';
import type { Place } from './place.ts';
import { plainValue } from './plain-value.ts';
import { splitDocuments } from './split-documents.ts';
import type { DocumentText } from './split-documents.ts';
import { oddityFinding, syntaxFinding } from './syntax-findings.ts';
import type { OffsetFinding } from './syntax-findings.ts';
import { templateMark } from './template.ts';
import { KUBECTL_YAML } from './yaml-tags.ts';

/** A finding with its place in the file. */
export type PlacedFinding = Finding & Place;

export interface SourceDocument {
  /** From 1; documents without any content do not count. */
  readonly index: number;
  /** Undefined for a document that cannot be read. */
  readonly value: unknown;
  /** What is wrong with the text itself. */
  readonly findings: readonly PlacedFinding[];
  /** Where the value at `path` stands, seen from the value at `root` (both as in a finding), and how it is written if it is one word. */
  readonly place: (path: string, root?: string) => Place & { source?: string };
}

/** Everything a file holds, in its order. */
export function readDocuments(text: string): SourceDocument[] {
  const lines = new Lines(text);
  return splitDocuments(text).map((part, index) => readDocument(part, index + 1, lines));
}

function readDocument({ text, start }: DocumentText, index: number, lines: Lines): SourceDocument {
  const document = parseDocument(text, KUBECTL_YAML);
  const placed = ({ at, ...finding }: OffsetFinding): PlacedFinding => ({ ...finding, ...lines.at(start + at) });
  const mark = templateMark(text, document.errors.length === 0);
  const [error] = document.errors;
  const unreadable = mark === undefined ? error && syntaxFinding(error) : templateFinding(mark);
  if (unreadable !== undefined) {
    const finding = placed(unreadable);
    return { index, value: undefined, findings: [finding], place: () => finding };
  }
  const { value, oddities } = plainValue(document);
  const root = document.contents as Node | null;
  return {
    index,
    value,
    findings: oddities.map((oddity) => placed(oddityFinding(oddity, lines, start))),
    place: (path, from = '') => {
      if (root === null) return lines.at(start);
      const { at, ...source } = findPlace(document, root, `${from}${from === '' || path === '' ? '' : '.'}${path}`);
      return { ...lines.at(start + at), ...source };
    },
  };
}

function templateFinding(at: number): OffsetFinding {
  return {
    code: 'document.template',
    path: '',
    message: 'This is a template: what stands in the braces is only filled in when it is rendered.',
    remedy: 'Render it, and check the result: helm template <chart> | flinkwright check -',
    severity: 'error',
    at,
  };
}
