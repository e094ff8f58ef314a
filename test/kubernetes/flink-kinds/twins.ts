// SPDX-License-Identifier: Apache-2.0
// Asks two API servers about the same random documents and compares the answers whole: what is stored, every cause of a refusal to the
// letter, warnings. The order in which findings come is the server's own affair, and names that are made at random are left out.

import { Conversation } from '../conformance/conversation.ts';
import type { Asked, Seen } from '../conformance/conversation.ts';
import { KINDS } from './field-tree.ts';
import { canonical, createHolder, pathOf, request, samples } from './scripts.ts';
import type { Transport } from '../../../lib/runtime/transport.ts';

/** One line for each difference. Both servers must serve the Flink kinds, and have the namespace. */
export async function compareTwins(one: Transport, other: Transport, namespace: string): Promise<string[]> {
  const talks = [one, other].map((transport) => new Conversation(transport, namespace));
  const differences: string[] = [];
  for (const kind of KINDS) {
    const holders = await each(talks, (talk) => createHolder(talk, kind));
    for (const sample of samples(kind)) {
      const [a, b] = await each(talks, async (talk, index) => {
        const [method, path, body] = request(sample, pathOf(talk, kind), holders[index] as Seen);
        return answerOf(await talk.ask(method, path, { body }), sample.part);
      });
      if (a !== b)
        differences.push(`${kind} ${sample.number} ${JSON.stringify(sample.document)}:\n  ${a ?? ''}\n  ${b ?? ''}`);
    }
    await each(talks, (talk) => talk.expect(200, 'DELETE', `${pathOf(talk, kind)}/holder`));
  }
  return [...differences, ...talks.flatMap((talk) => talk.differences)];
}

function each<T>(talks: readonly Conversation[], ask: (talk: Conversation, index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(talks.map(ask));
}

function answerOf({ code, body, headers }: Asked, part: 'spec' | 'status'): string {
  const { reason, details } = body as unknown as { reason?: string; details?: { causes?: object[] } };
  const causes = details?.causes?.map(canonical).sort();
  const stored = code < 300 ? (body as unknown as Record<string, unknown>)[part] : undefined;
  return canonical({ code, reason, causes, stored, warning: headers['warning'] });
}
