// SPDX-License-Identifier: Apache-2.0
// What a watch tells, and in which order.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script } from './conversation.ts';

const MERGE = 'application/merge-patch+json';

export const WATCHES: readonly Script[] = [
  {
    name: 'a watch from a version',
    async run(talk: Conversation): Promise<void> {
      const maps = talk.core('configmaps');
      const { body: list } = await talk.expect(200, 'GET', maps);
      const from = list.metadata.resourceVersion;
      await talk.expect(201, 'POST', maps, { body: { metadata: { name: 'w-a', labels: { watched: 'yes' } } } });
      await talk.expect(200, 'PATCH', `${maps}/w-a`, { body: { data: { x: '1' } }, type: MERGE });
      await talk.expect(200, 'PATCH', `${maps}/w-a`, { body: { data: { x: '1' } }, type: MERGE });
      const { body: unlabelled } = await talk.expect(200, 'PATCH', `${maps}/w-a`, {
        body: { metadata: { labels: { watched: 'no' } } },
        type: MERGE,
      });
      await talk.expect(200, 'PATCH', `${maps}/w-a`, {
        body: { metadata: { labels: { watched: 'yes' } } },
        type: MERGE,
      });
      await talk.expect(200, 'DELETE', `${maps}/w-a`);
      const six = await talk.watch(`${maps}?resourceVersion=${from}`, (events) => events.length === 5);
      talk.compare(
        'events',
        ['ADDED', 'MODIFIED', 'MODIFIED', 'MODIFIED', 'DELETED'],
        six.map((event) => event.type),
      );
      talk.compare(
        'versions rise',
        [...six].map((event) => Number(event.object.metadata.resourceVersion)).sort((a, b) => a - b),
        six.map((event) => Number(event.object.metadata.resourceVersion)),
      );
      talk.compare(
        'the first',
        { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'w-a' }, data: ABSENT },
        six[0]?.object,
      );
      talk.compare('the deleted one', { data: { x: '1' } }, six[4]?.object);
      const selected = await talk.watch(
        `${maps}?resourceVersion=${from}&labelSelector=watched%3Dyes`,
        (events) => events.length === 5,
      );
      talk.compare(
        'selected',
        ['ADDED', 'MODIFIED', 'DELETED', 'ADDED', 'DELETED'],
        selected.map((event) => event.type),
      );
      talk.compare(
        'what ceased to match',
        { metadata: { labels: { watched: 'yes' }, resourceVersion: unlabelled.metadata.resourceVersion } },
        selected[2]?.object,
      );
    },
  },
  {
    name: 'a watch from the beginning',
    async run(talk: Conversation): Promise<void> {
      const maps = talk.core('configmaps');
      await talk.expect(201, 'POST', maps, { body: { metadata: { name: 'w-b', labels: { start: 'here' } } } });
      for (const version of ['', '&resourceVersion=0']) {
        const events = await talk.watch(`${maps}?labelSelector=start%3Dhere${version}`, (seen) => seen.length === 1);
        talk.compare('begins with what there is', [{ type: 'ADDED', object: { metadata: { name: 'w-b' } } }], events);
      }
      const streamed = await talk.watch(
        `${maps}?labelSelector=start%3Dhere&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
        (seen) => seen.length === 2,
      );
      talk.compare(
        'a streamed list',
        [
          { type: 'ADDED' },
          {
            type: 'BOOKMARK',
            object: {
              kind: 'ConfigMap',
              apiVersion: 'v1',
              metadata: {
                name: ABSENT,
                resourceVersion: /^\d+$/,
                annotations: { 'k8s.io/initial-events-end': 'true' },
              },
            },
          },
        ],
        streamed,
      );
      await talk.expect(200, 'DELETE', `${maps}/w-b`);
    },
  },
];
