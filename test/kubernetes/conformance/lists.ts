// SPDX-License-Identifier: Apache-2.0
// Lists: selectors, pages, and the deletion of a collection.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script } from './conversation.ts';

export const LISTS: readonly Script[] = [
  {
    name: 'selectors and pages',
    async run(talk: Conversation): Promise<void> {
      const maps = talk.core('configmaps');
      for (const [name, labels] of Object.entries({
        'c-1': { part: 'conf', tier: 'a' },
        'c-2': { part: 'conf', tier: 'b' },
        'c-3': { part: 'conf' },
      })) {
        await talk.expect(201, 'POST', maps, { body: { metadata: { name, labels } } });
      }
      const names = async (query: string): Promise<string[]> =>
        (await talk.ask('GET', `${maps}?${query}`)).body.items.map(
          (item: { metadata: { name: string } }) => item.metadata.name,
        );
      const select = async (selector: string, expected: string[]): Promise<void> =>
        talk.compare(selector, expected, await names(`labelSelector=${encodeURIComponent(`part=conf,${selector}`)}`));
      await select('tier=a', ['c-1']);
      await select('tier==a', ['c-1']);
      await select('tier!=a', ['c-2', 'c-3']);
      await select('tier in (a, b)', ['c-1', 'c-2']);
      await select('tier notin (a)', ['c-2', 'c-3']);
      await select('tier', ['c-1', 'c-2']);
      await select('!tier', ['c-3']);
      talk.compare('metadata.name', ['c-2'], await names('fieldSelector=metadata.name%3Dc-2'));
      await talk.expect(
        400,
        'GET',
        `${maps}?labelSelector=a%20b%20c`,
        {},
        { message: "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt" },
      );
      await talk.expect(
        400,
        'GET',
        `${maps}?fieldSelector=data.x%3D1`,
        {},
        { message: '"data.x" is not a known field selector: only "metadata.name", "metadata.namespace"' },
      );
      await talk.expect(
        400,
        'GET',
        talk.core('pods?fieldSelector=spec.foo%3D1'),
        {},
        { message: 'field label not supported: spec.foo' },
      );
      const page = `${maps}?limit=2&labelSelector=part%3Dconf`;
      const { body: first } = await talk.expect(
        200,
        'GET',
        page,
        {},
        {
          kind: 'ConfigMapList',
          apiVersion: 'v1',
          items: [{ apiVersion: ABSENT, kind: ABSENT, metadata: { name: 'c-1' } }, { metadata: { name: 'c-2' } }],
          metadata: { continue: /./, remainingItemCount: ABSENT },
        },
      );
      await talk.ask('DELETE', `${maps}/c-3`);
      const next = `${page}&continue=${encodeURIComponent(String(first.metadata.continue))}`;
      await talk.expect(
        200,
        'GET',
        next,
        {},
        {
          items: [{ metadata: { name: 'c-3' } }],
          metadata: { continue: (value: unknown) => !value, resourceVersion: first.metadata.resourceVersion },
        },
      );
      await talk.expect(400, 'GET', `${maps}?limit=2&continue=abc`, {}, { message: /^invalid continue token/ });
      await talk.expect(
        504,
        'GET',
        `${maps}?resourceVersion=999999999&resourceVersionMatch=NotOlderThan`,
        {},
        { reason: 'Timeout', details: { causes: [{ reason: 'ResourceVersionTooLarge' }] } },
      );
      await talk.expect(200, 'DELETE', `${maps}?labelSelector=part%3Dconf`, {}, { kind: 'ConfigMapList' });
      talk.compare('after the deletion of the collection', [], await names('labelSelector=part%3Dconf'));
    },
  },
];
