// SPDX-License-Identifier: Apache-2.0
// Conformance scripts of the Flink kinds: their definitions are applied in both ways, and random documents are then taken, pruned and refused
// as the Java operator's definitions say. Documents are only tried (dry run): an operator on the same cluster never sees them.

import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { customResourceDefinitions } from '../../../lib/api/crd.ts';
import type { CustomResourceDefinition } from '../../../lib/api/crd.ts';
import type { JsonObject } from '../../../lib/runtime/json.ts';
import { SeededRandom } from '../../../lib/testing/seeded-random.ts';
import type { Asked, Conversation, Script, Seen } from '../conformance/conversation.ts';
import { DEFINITIONS } from '../conformance/gadget.ts';
import { fieldTree, judged, KINDS } from './field-tree.ts';
import type { Verdict } from './field-tree.ts';
import { NO_FAULTS, randomDocument } from './random-document.ts';
import type { Faults } from './random-document.ts';

const API_VERSION = 'flink.apache.org/v1beta1';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const APPLY = 'application/apply-patch+yaml';
const MERGE = 'application/merge-patch+json';
const DOCUMENTS = 60;

/** Of each kind as many documents with faults as without. */
const FAULTS: Faults = { null: 0.06, unknown: 0.06, type: 0.03, value: 0.2 };

export const FLINK_KINDS: readonly Script[] = [
  {
    name: 'the definitions of the Flink kinds are applied',
    async run(talk: Conversation): Promise<void> {
      for (const definition of customResourceDefinitions()) {
        await applyClientSide(talk, definition);
        await applyServerSide(talk, definition);
        await untilServed(talk, definition.spec.names.plural);
      }
    },
  },
  { name: 'valid resources', run: tryValidResources },
  ...KINDS.map((kind): Script => ({ name: `documents of a ${kind}`, run: (talk) => tryDocuments(talk, kind) })),
];

/** As `kubectl apply` does: what was applied is kept in an annotation, which is why a definition may not be too large. */
async function applyClientSide(talk: Conversation, definition: CustomResourceDefinition): Promise<void> {
  const annotations = { [LAST_APPLIED]: JSON.stringify(definition) };
  const body = { ...definition, metadata: { ...definition.metadata, annotations } };
  const path = `${DEFINITIONS}/${definition.metadata.name}`;
  const { code } = await talk.ask('GET', path);
  if (code === 404) await talk.expect(201, 'POST', DEFINITIONS, { body });
  await talk.expect(200, 'PATCH', path, { body, type: MERGE }, { spec: { names: definition.spec.names } });
}

async function applyServerSide(talk: Conversation, definition: CustomResourceDefinition): Promise<void> {
  const path = `${DEFINITIONS}/${definition.metadata.name}?fieldManager=flinkwright-conformance&force=true`;
  const { scope, versions } = definition.spec;
  const expected = {
    spec: { scope, versions: versions.map(({ schema, subresources }) => ({ schema, subresources })) },
  };
  await talk.expect(200, 'PATCH', path, { body: definition, type: APPLY }, expected);
}

/** A definition is served a little after it says so. */
async function untilServed(talk: Conversation, plural: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++)
    if ((await talk.ask('GET', talk.group(API_VERSION, plural))).code === 200) return;
}

const VALID = new URL('../../fixtures/valid-resources/', import.meta.url);

/** The resources in which no check may find an error: a server that looks strictly takes them all. */
async function tryValidResources(talk: Conversation): Promise<void> {
  for (const file of readdirSync(VALID)) {
    for (const document of parseAllDocuments(readFileSync(new URL(file, VALID), 'utf8'))) {
      const { metadata, ...resource } = document.toJS() as { kind: string; metadata: { namespace?: string } };
      const { namespace: _, ...others } = metadata;
      const path = `${pathOf(talk, resource.kind)}?dryRun=All&fieldValidation=Strict`;
      await talk.expect(201, 'POST', path, { body: { ...resource, metadata: others } });
    }
  }
}

/** A random document of a kind. */
export interface Sample {
  readonly kind: string;
  readonly number: number;
  readonly part: 'spec' | 'status';
  readonly document: JsonObject;
  readonly verdict: Verdict;
}

/** The documents that are tried, always the same: of two one is faulty, of six one is a status. */
export function samples(kind: string): Sample[] {
  const random = new SeededRandom(4200 + KINDS.indexOf(kind));
  const tree = fieldTree(kind);
  return Array.from({ length: 2 * DOCUMENTS }, (_, number) => {
    const part = number % 6 > 3 ? 'status' : 'spec';
    const node = tree.members.get(part);
    if (node === undefined) throw new Error(`${kind} has no ${part}`);
    const document = { [part]: randomDocument(node, random, number % 2 === 1 ? FAULTS : NO_FAULTS) };
    return { kind, number, part, document, verdict: judged(document, tree) };
  });
}

/** The request that tries a document: a creation, or a replacement of the status of `holder`. */
export function request(
  { kind, number, part, document }: Sample,
  path: string,
  holder: Seen,
): [string, string, unknown] {
  const body = { apiVersion: API_VERSION, kind, ...document };
  if (part === 'status') return ['PUT', `${path}/holder/status?dryRun=All`, { ...body, metadata: holder.metadata }];
  return ['POST', `${path}?dryRun=All`, { ...body, metadata: { name: `random-${number}` } }];
}

/** An object without a spec, which no operator touches, to try statuses on. */
export async function createHolder(talk: Conversation, kind: string): Promise<Seen> {
  const path = pathOf(talk, kind);
  const body = { apiVersion: API_VERSION, kind, metadata: { name: 'holder' } };
  return (await talk.expect(201, 'POST', path, { body })).body;
}

/** Where the objects of a kind are. */
export function pathOf(talk: Conversation, kind: string): string {
  return talk.group(API_VERSION, `${kind.toLowerCase()}s`);
}

async function tryDocuments(talk: Conversation, kind: string): Promise<void> {
  const path = pathOf(talk, kind);
  const holder = await createHolder(talk, kind);
  for (const sample of samples(kind)) {
    const { number, part, document } = sample;
    const [method, url, body] = request(sample, path, holder);
    const what = `${kind} ${number} ${JSON.stringify(document)}`;
    compare(talk, `${method} of ${what}`, await talk.ask(method, url, { body }), sample);
    if (number % 2 === 1 || part === 'status') continue;
    const applied = await talk.ask('PATCH', `${path}/random-${number}?dryRun=All&fieldManager=conformance`, {
      body,
      type: APPLY,
    });
    compare(talk, `server-side apply of ${what}`, applied, sample);
  }
  await talk.expect(200, 'DELETE', `${path}/holder`);
}

function compare(talk: Conversation, what: string, answer: Asked, { part, verdict }: Sample): void {
  const { stored, wrong } = verdict;
  if (wrong.length > 0) {
    talk.compare(`${what}: status`, 422, answer.code);
    const fields = [...new Set(answer.body.details?.causes?.map(({ field }) => field))].filter(
      (field) => field !== '<nil>',
    );
    talk.compare(`${what}: fields refused`, [...wrong].sort(), fields.sort());
    return;
  }
  talk.compare(`${what}: status`, part === 'status' ? 200 : 201, answer.code);
  const found = (answer.body as unknown as JsonObject)[part];
  talk.compare(`${what}: what is stored`, canonical((stored as JsonObject)[part]), canonical(found));
}

/** One text for one value, whatever the order of its members: nothing that is stored may be left out of the comparison. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
