// SPDX-License-Identifier: Apache-2.0
// The three kinds of patch that say what changes.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script } from './conversation.ts';

const JSON_PATCH = 'application/json-patch+json';
const MERGE = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';

export const PATCHES: readonly Script[] = [
  {
    name: 'JSON and merge patches',
    async run(talk: Conversation): Promise<void> {
      const map = talk.core('configmaps/p-a');
      await talk.expect(201, 'POST', talk.core('configmaps'), {
        body: { metadata: { name: 'p-a', annotations: { 'a/b': 'c' } }, data: { x: '1', y: '2' } },
      });
      const refused = {
        reason: 'Invalid',
        message: 'the server rejected our request due to an error in our request',
        code: 422,
      };
      await talk.expect(
        422,
        'PATCH',
        map,
        { body: [{ op: 'test', path: '/data/x', value: '2' }], type: JSON_PATCH },
        refused,
      );
      await talk.expect(422, 'PATCH', map, { body: [{ op: 'remove', path: '/data/z' }], type: JSON_PATCH }, refused);
      await talk.expect(
        400,
        'PATCH',
        map,
        { body: { a: 1 }, type: JSON_PATCH },
        { reason: 'BadRequest', message: /^error decoding patch: / },
      );
      const operations = [
        { op: 'test', path: '/data/x', value: '1' },
        { op: 'replace', path: '/metadata/annotations/a~1b', value: 'd' },
        { op: 'move', from: '/data/y', path: '/data/w' },
        { op: 'add', path: '/metadata/finalizers', value: [] },
        { op: 'add', path: '/metadata/finalizers/-', value: 'example.com/one' },
      ];
      await talk.expect(
        200,
        'PATCH',
        map,
        { body: operations, type: JSON_PATCH },
        {
          metadata: { annotations: { 'a/b': 'd' }, finalizers: ['example.com/one'] },
          data: { x: '1', y: ABSENT, w: '2' },
        },
      );
      await talk.expect(
        200,
        'PATCH',
        map,
        { body: { metadata: { finalizers: null }, data: { x: null, v: '3' } }, type: MERGE },
        {
          metadata: { finalizers: ABSENT, annotations: { 'a/b': 'd' } },
          data: { x: ABSENT, v: '3', w: '2' },
        },
      );
      await talk.expect(400, 'PATCH', map, { text: '{"a"', type: MERGE }, { message: /^error decoding patch: / });
      await talk.expect(415, 'PATCH', map, { body: {}, type: 'application/json' }, { reason: 'UnsupportedMediaType' });
      await talk.expect(
        400,
        'PATCH',
        map,
        { body: { metadata: { name: 'p-b' } }, type: MERGE },
        { message: 'the name of the object (p-b) does not match the name on the URL (p-a)' },
      );
      await talk.expect(
        404,
        'PATCH',
        talk.core('configmaps/p-none'),
        { body: {}, type: MERGE },
        { reason: 'NotFound' },
      );
      await talk.expect(
        422,
        'PATCH',
        map,
        { body: { metadata: { labels: { 'a b': 'v' } } }, type: MERGE },
        { message: /name part must consist of/ },
      );
      await talk.expect(200, 'DELETE', map);
    },
  },
  {
    name: 'strategic merge patches',
    async run(talk: Conversation): Promise<void> {
      const deployment = talk.group('apps/v1', 'deployments/p-d');
      const template = {
        metadata: { labels: { app: 'p-d' } },
        spec: {
          containers: [
            {
              name: 'a',
              image: 'a:1',
              env: [
                { name: 'ONE', value: '1' },
                { name: 'TWO', value: '2' },
              ],
              ports: [{ containerPort: 1 }],
            },
            { name: 'b', image: 'b:1' },
          ],
          volumes: [{ name: 'v', emptyDir: {} }],
          tolerations: [{ key: 'x', operator: 'Exists' }],
        },
      };
      await talk.expect(201, 'POST', talk.group('apps/v1', 'deployments'), {
        body: { metadata: { name: 'p-d' }, spec: { replicas: 0, selector: { matchLabels: { app: 'p-d' } }, template } },
      });
      const patched = (containers: unknown[], more: object = {}): unknown => ({
        spec: { template: { spec: { containers, ...more } } },
      });
      const patch = async (change: object, expected: unknown): Promise<unknown> =>
        talk.expect(
          200,
          'PATCH',
          deployment,
          { body: { spec: { template: { spec: change } } }, type: STRATEGIC },
          expected,
        );
      await patch(
        {
          containers: [
            {
              name: 'a',
              env: [
                { name: 'TWO', value: '3' },
                { name: 'THREE', value: '4' },
              ],
              ports: [{ containerPort: 2 }],
            },
          ],
          tolerations: [],
        },
        patched(
          [
            {
              name: 'a',
              image: 'a:1',
              env: [
                { name: 'ONE', value: '1' },
                { name: 'TWO', value: '3' },
                { name: 'THREE', value: '4' },
              ],
              ports: [{ containerPort: 2 }, { containerPort: 1 }],
            },
            { name: 'b', image: 'b:1' },
          ],
          { tolerations: ABSENT },
        ),
      );
      await patch(
        {
          containers: [{ name: 'b', $patch: 'delete' }],
          volumes: [{ name: 'v', $retainKeys: ['name', 'configMap'], configMap: { name: 'm' } }],
        },
        patched([{ name: 'a' }], { volumes: [{ name: 'v', emptyDir: ABSENT, configMap: { name: 'm' } }] }),
      );
      await patch(
        {
          $setElementOrder: undefined,
          '$setElementOrder/containers': [{ name: 'c' }, { name: 'a' }],
          containers: [{ name: 'c', image: 'c:1' }],
        },
        patched([{ name: 'c' }, { name: 'a' }]),
      );
      await patch({ containers: [{ $patch: 'replace' }, { name: 'd', image: 'd:1' }] }, patched([{ name: 'd' }]));
      await talk.expect(200, 'DELETE', deployment);
    },
  },
];
