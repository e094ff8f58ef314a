// SPDX-License-Identifier: Apache-2.0
// Finalizers, owners, and the end of a definition.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script, Seen } from './conversation.ts';
import { DEFINITION_NAME, DEFINITIONS, gadget, GADGET_API } from './gadget.ts';

const MERGE = 'application/merge-patch+json';

/** What an owner reference takes of its owner. */
type Owner = { metadata: { name: string; uid: string } };

async function gone(talk: Conversation, resource: string, name: string, from: string): Promise<Seen | undefined> {
  const events = await talk.watch(
    `${resource}?fieldSelector=metadata.name%3D${name}&resourceVersion=${from}`,
    (seen) => seen.at(-1)?.type === 'DELETED',
  );
  return events.at(-1)?.object;
}

export const DELETION: readonly Script[] = [
  {
    name: 'finalizers',
    async run(talk: Conversation): Promise<void> {
      const gadgets = talk.group(GADGET_API, 'gadgets');
      const one = `${gadgets}/d-f`;
      const { body: created } = await talk.expect(201, 'POST', gadgets, {
        body: {
          ...(gadget('d-f', { size: 'small' }) as object),
          metadata: { name: 'd-f', finalizers: ['example.com/a'] },
        },
      });
      const { body: marked } = await talk.expect(
        200,
        'DELETE',
        one,
        {},
        {
          kind: 'Gadget',
          metadata: {
            generation: 2,
            deletionGracePeriodSeconds: 0,
            deletionTimestamp: /Z$/,
            finalizers: ['example.com/a'],
          },
        },
      );
      await talk.expect(200, 'DELETE', one, {}, { metadata: { resourceVersion: marked.metadata.resourceVersion } });
      await talk.expect(
        422,
        'PATCH',
        one,
        { body: { metadata: { finalizers: ['example.com/a', 'example.com/b'] } }, type: MERGE },
        {
          message:
            /metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers \[\]string\{"example.com\/b"\}$/,
        },
      );
      await talk.expect(
        200,
        'PATCH',
        one,
        { body: { metadata: { deletionTimestamp: null }, spec: { size: 'large' } }, type: MERGE },
        { metadata: { generation: 3, deletionTimestamp: marked.metadata.deletionTimestamp } },
      );
      await talk.expect(
        200,
        'PATCH',
        one,
        { body: { metadata: { finalizers: [] } }, type: MERGE },
        { metadata: { finalizers: ABSENT, name: 'd-f' } },
      );
      await talk.expect(404, 'GET', one);
      const last = await gone(talk, gadgets, 'd-f', created.metadata.resourceVersion);
      talk.compare(
        'the last state',
        { metadata: { finalizers: ['example.com/a'], generation: 3 }, spec: { size: 'large' } },
        last,
      );
    },
  },
  {
    name: 'owners',
    async run(talk: Conversation): Promise<void> {
      const maps = talk.core('configmaps');
      const create = async (name: string, owner?: Owner, block = true): Promise<Seen> => {
        const ownerReferences =
          owner === undefined
            ? {}
            : {
                ownerReferences: [
                  {
                    apiVersion: 'v1',
                    kind: 'ConfigMap',
                    name: owner.metadata.name,
                    uid: owner.metadata.uid,
                    blockOwnerDeletion: block,
                  },
                ],
              };
        return (await talk.expect(201, 'POST', maps, { body: { metadata: { name, ...ownerReferences } } })).body;
      };
      const top = await create('o-top');
      const child = await create('o-child', top);
      await create('o-grandchild', child);
      await talk.expect(
        200,
        'DELETE',
        `${maps}/o-top`,
        { body: { propagationPolicy: 'Background' } },
        { status: 'Success' },
      );
      await gone(talk, maps, 'o-grandchild', child.metadata.resourceVersion);

      const waiting = await create('o-waiting');
      const blocking = await create('o-blocking', waiting);
      await talk.expect(200, 'PATCH', `${maps}/o-blocking`, {
        body: { metadata: { finalizers: ['example.com/hold'] } },
        type: MERGE,
      });
      await talk.expect(
        200,
        'DELETE',
        `${maps}/o-waiting`,
        { body: { propagationPolicy: 'Foreground' } },
        { metadata: { finalizers: ['foregroundDeletion'], deletionTimestamp: /Z$/ } },
      );
      await talk.watch(
        `${maps}?fieldSelector=metadata.name%3Do-blocking&resourceVersion=${blocking.metadata.resourceVersion}`,
        (events) => events.at(-1)?.object.metadata.deletionTimestamp !== undefined,
      );
      await talk.expect(200, 'GET', `${maps}/o-waiting`, {}, { metadata: { finalizers: ['foregroundDeletion'] } });
      await talk.expect(200, 'PATCH', `${maps}/o-blocking`, { body: { metadata: { finalizers: null } }, type: MERGE });
      await gone(talk, maps, 'o-waiting', waiting.metadata.resourceVersion);

      const left = await create('o-left');
      const orphan = await create('o-orphan', left);
      await talk.expect(
        200,
        'DELETE',
        `${maps}/o-left`,
        { body: { propagationPolicy: 'Orphan' } },
        { metadata: { finalizers: ['orphan'] } },
      );
      await gone(talk, maps, 'o-left', left.metadata.resourceVersion);
      await talk.expect(
        200,
        'GET',
        `${maps}/o-orphan`,
        {},
        { metadata: { ownerReferences: ABSENT, uid: orphan.metadata.uid } },
      );
      await talk.expect(200, 'DELETE', `${maps}/o-orphan`);

      const stray = await create('o-stray', {
        metadata: { name: 'o-never', uid: 'f7c9d5a2-0000-4000-8000-000000000000' },
      });
      await gone(talk, maps, 'o-stray', stray.metadata.resourceVersion);
    },
  },
  {
    name: 'the end of a definition',
    async run(talk: Conversation): Promise<void> {
      const gadgets = talk.group(GADGET_API, 'gadgets');
      await talk.expect(201, 'POST', gadgets, { body: gadget('d-e', { size: 'small' }) });
      const { body: definition } = await talk.expect(200, 'GET', `${DEFINITIONS}/${DEFINITION_NAME}`);
      await talk.expect(200, 'DELETE', `${DEFINITIONS}/${DEFINITION_NAME}`);
      await gone(talk, DEFINITIONS, DEFINITION_NAME, definition.metadata.resourceVersion);
      for (let tries = 0; tries < 200; tries++) if ((await talk.ask('GET', gadgets)).code === 404) break;
      await talk.expect(404, 'GET', gadgets);
    },
  },
];
