// SPDX-License-Identifier: Apache-2.0
// The Flink resources in some files, and what is wrong with the files as such. The resources themselves are not judged here.

import { identify } from './identify.ts';
import type { Identified } from './identify.ts';
import { isKustomizationFile, patchesOf } from './kustomization.ts';
import type { LocatedFinding } from './located-finding.ts';
import type { Neighbour } from './neighbours.ts';
import { missingParts, withoutDirectives } from './partial.ts';
import { readDocuments } from './source-document.ts';
import type { SourceDocument } from './source-document.ts';

/** A file by its name and what is in it. */
export interface SourceFile {
  /** As it shall be shown; `-` for standard input. */
  readonly name: string;
  readonly text: string;
  /** Whether nobody named it: it was found in a folder. What cannot be read in it matters only if it is about Flink. */
  readonly found?: boolean;
}

/** A resource of the API in a file. */
export interface SourceResource extends Neighbour {
  readonly root: string;
  readonly document: SourceDocument;
  /** What it lacks to be whole; undefined for a whole one. */
  readonly partial?: { readonly missing: readonly string[]; readonly certain: boolean };
}

/** What some files hold. */
export interface SourceContents {
  readonly resources: readonly SourceResource[];
  /** About the texts, and about what their documents are. */
  readonly findings: readonly LocatedFinding[];
  /** How many documents with any content there are. */
  readonly documents: number;
}

/** Reads every file; what cannot be read is a finding. */
export function readResources(files: readonly SourceFile[]): SourceContents {
  const read = files.filter(mayConcernUs).map((file) => ({ file, documents: readDocuments(file.text) }));
  const patches = new Set(
    read.flatMap(({ file, documents }) => documents.flatMap((one) => patchesOf(file.name, one.value))),
  );
  const resources: SourceResource[] = [];
  const findings: LocatedFinding[] = [];
  for (const { file, documents } of read) {
    for (const document of documents) {
      const contents = identify(document.value);
      // What stands twice in somebody else's resource is not ours to judge.
      const concernsUs = document.value === undefined || contents.resources.length > 0;
      if (concernsUs)
        findings.push(...document.findings.map((one) => ({ ...one, file: file.name, document: document.index })));
      for (const finding of contents.findings) {
        findings.push({ ...finding, ...placeOf(document, finding.path), file: file.name, document: document.index });
      }
      for (const identified of contents.resources) {
        const { line } = placeOf(document, '', identified.root);
        resources.push({ ...wholeOrPart(identified, patches.has(file.name)), file: file.name, line, document });
      }
    }
  }
  return { resources, findings, documents: read.reduce((sum, { documents }) => sum + documents.length, 0) };
}

/** Folders hold much that is large and has nothing to do with Flink. */
function mayConcernUs({ name, text, found }: SourceFile): boolean {
  return found !== true || isKustomizationFile(name) || /flink\.apache\.org|kind["']?:\s*["']?Flink/u.test(text);
}

function wholeOrPart(
  identified: Identified,
  isListed: boolean,
): Pick<SourceResource, 'kind' | 'resource' | 'root' | 'partial'> {
  const resource = withoutDirectives(identified.resource);
  const missing = missingParts({ ...identified, resource });
  const certain = isListed || resource !== identified.resource;
  const whole = { kind: identified.kind, resource, root: identified.root };
  return certain || missing.length > 0 ? { ...whole, partial: { missing, certain } } : whole;
}

function placeOf(document: SourceDocument, path: string, root = ''): { line: number; column: number } {
  const { line, column } = document.place(path, root);
  return { line, column };
}
