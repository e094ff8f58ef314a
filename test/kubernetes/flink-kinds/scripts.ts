// SPDX-License-Identifier: Apache-2.0
// Conformance scripts of the Flink kinds: their definitions are applied in both ways, and random documents are then taken, pruned and refused
// as the Java operator's definitions say. Documents are only tried (dry run): an operator on the same cluster never sees them.

import { customResourceDefinitions } from '../../../lib/api/crd.ts';
import type { CustomResourceDefinition } from '../../../lib/api/crd.ts';
import type { JsonObject } from '../../../lib/runtime/json.ts';
import { SeededRandom } from '../../../lib/testing/seeded-random.ts';
import type { Asked, Conversation, Script } from '../conformance/conversation.ts';
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
  ...KINDS.map((kind, index): Script => ({
    name: `documents of a ${kind}`,
    run: (talk) => tryDocuments(talk, kind, index),
  })),
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

async function tryDocuments(talk: Conversation, kind: string, seed: number): Promise<void> {
  const random = new SeededRandom(4200 + seed);
  const tree = fieldTree(kind);
  const spec = tree.members.get('spec');
  if (spec === undefined) throw new Error(`${kind} has no spec`);
  const path = talk.group(API_VERSION, `${kind.toLowerCase()}s`);
  for (let number = 0; number < 2 * DOCUMENTS; number++) {
    const isFaulty = number % 2 === 1;
    const document = { spec: randomDocument(spec, random, isFaulty ? FAULTS : NO_FAULTS) };
    const verdict = judged(document, tree);
    const body = { apiVersion: API_VERSION, kind, metadata: { name: `random-${number}` }, ...document };
    const created = await talk.ask('POST', `${path}?dryRun=All`, { body });
    compare(talk, `POST of ${kind} ${number} ${JSON.stringify(document)}`, created, verdict);
    if (isFaulty) continue;
    const applied = await talk.ask('PATCH', `${path}/random-${number}?dryRun=All&fieldManager=conformance`, {
      body,
      type: APPLY,
    });
    compare(talk, `server-side apply of ${kind} ${number} ${JSON.stringify(document)}`, applied, verdict);
  }
}

function compare(talk: Conversation, what: string, answer: Asked, { stored, wrong }: Verdict): void {
  if (wrong.length > 0) {
    talk.compare(`${what}: status`, 422, answer.code);
    const fields = [...new Set(answer.body.details?.causes?.map(({ field }) => field))].sort();
    talk.compare(`${what}: fields refused`, [...wrong].sort(), fields);
    return;
  }
  talk.compare(`${what}: status`, 201, answer.code);
  const { spec } = answer.body as unknown as JsonObject;
  talk.compare(`${what}: what is stored`, canonical((stored as JsonObject)['spec']), canonical(spec));
}

/** One text for one value, whatever the order of its members: nothing that is stored may be left out of the comparison. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
