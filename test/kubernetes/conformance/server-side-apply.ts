// SPDX-License-Identifier: Apache-2.0
// Server-side apply: owners, conflicts, and what goes when it is no longer said.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script, Seen } from './conversation.ts';

const APPLY = 'application/apply-patch+yaml';
const MERGE = 'application/merge-patch+json';

export const SERVER_SIDE_APPLY: readonly Script[] = [
  {
    name: 'server-side apply',
    async run(talk: Conversation): Promise<void> {
      const map = talk.core('configmaps/p-s');
      const apply = (data: object, metadata: object = {}): { body: unknown; type: string } => ({
        body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'p-s', ...metadata }, data },
        type: APPLY,
      });
      await talk.expect(422, 'PATCH', map, apply({}), {
        message: 'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
      });
      await talk.expect(201, 'PATCH', `${map}?fieldManager=one`, apply({ a: '1', b: '2' }, { labels: { x: 'y' } }), {
        metadata: {
          labels: { x: 'y' },
          managedFields: [
            {
              manager: 'one',
              operation: 'Apply',
              apiVersion: 'v1',
              fieldsType: 'FieldsV1',
              fieldsV1: { 'f:data': { 'f:a': {}, 'f:b': {} }, 'f:metadata': { 'f:labels': { 'f:x': {} } } },
            },
          ],
        },
      });
      const { body: second } = await talk.expect(200, 'PATCH', `${map}?fieldManager=one`, apply({ a: '1' }), {
        data: { a: '1', b: ABSENT },
        metadata: { labels: ABSENT },
      });
      await talk.expect(200, 'PATCH', `${map}?fieldManager=one`, apply({ a: '1' }), {
        metadata: { resourceVersion: second.metadata.resourceVersion },
      });
      await talk.expect(409, 'PATCH', `${map}?fieldManager=two`, apply({ a: '2', c: '3' }), {
        reason: 'Conflict',
        message: 'Apply failed with 1 conflict: conflict with "one": .data.a',
        details: { causes: [{ reason: 'FieldManagerConflict', message: 'conflict with "one"', field: '.data.a' }] },
      });
      await talk.expect(200, 'PATCH', `${map}?fieldManager=two&force=true`, apply({ a: '2', c: '3' }), {
        data: { a: '2', c: '3' },
        metadata: { managedFields: [{ manager: 'two', fieldsV1: { 'f:data': { 'f:a': {}, 'f:c': {} } } }] },
      });
      await talk.expect(200, 'PATCH', `${map}?fieldManager=one`, apply({ c: '3' }), { data: { a: '2', c: '3' } });
      await talk.expect(200, 'PATCH', `${map}?fieldManager=two`, apply({ a: '2' }), { data: { a: '2', c: '3' } });
      await talk.expect(
        200,
        'PATCH',
        `${map}?fieldManager=three`,
        { body: { data: { c: '4' } }, type: MERGE },
        { data: { c: '4' } },
      );
      await talk.expect(409, 'PATCH', `${map}?fieldManager=one`, apply({ c: '3' }), {
        message: 'Apply failed with 1 conflict: conflict with "three" using v1: .data.c',
      });
      await talk.expect(
        400,
        'PATCH',
        `${map}?fieldManager=one`,
        { body: { metadata: { name: 'p-s' } }, type: APPLY },
        { message: 'invalid object type: /, Kind=' },
      );
      await talk.expect(200, 'DELETE', map);
    },
  },
  {
    name: 'server-side apply to lists',
    async run(talk: Conversation): Promise<void> {
      const deployment = talk.group('apps/v1', 'deployments/p-l');
      const apply = (containers: unknown[]): { body: unknown; type: string } => ({
        body: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'p-l' },
          spec: {
            replicas: 0,
            selector: { matchLabels: { app: 'p-l' } },
            template: { metadata: { labels: { app: 'p-l' } }, spec: { containers } },
          },
        },
        type: APPLY,
      });
      const names = (object: Seen): unknown =>
        object.spec.template?.spec?.containers?.map(({ name, env = [] }) => [
          name,
          env.map((variable) => variable.name),
        ]);
      const one = {
        name: 'a',
        image: 'a:1',
        env: [
          { name: 'ONE', value: '1' },
          { name: 'TWO', value: '2' },
        ],
      };
      await talk.expect(201, 'PATCH', `${deployment}?fieldManager=one`, apply([one, { name: 'b', image: 'b:1' }]), {
        metadata: { generation: 1 },
      });
      const { body: added } = await talk.expect(
        200,
        'PATCH',
        `${deployment}?fieldManager=two`,
        apply([{ name: 'a', image: 'a:1', env: [{ name: 'THREE', value: '3' }] }]),
        { metadata: { generation: 2 } },
      );
      talk.compare(
        'after the second manager',
        [
          ['a', ['ONE', 'TWO', 'THREE']],
          ['b', []],
        ],
        names(added),
      );
      const { body: less } = await talk.expect(
        200,
        'PATCH',
        `${deployment}?fieldManager=one`,
        apply([{ name: 'a', image: 'a:1', env: [{ name: 'TWO', value: '2' }] }]),
      );
      talk.compare('after the first said less', [['a', ['TWO', 'THREE']]], names(less));
      await talk.expect(200, 'DELETE', deployment);
    },
  },
];
