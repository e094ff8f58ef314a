// SPDX-License-Identifier: Apache-2.0
// What a create makes of an object, and how it is refused.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script } from './conversation.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export const CREATION: readonly Script[] = [
  {
    name: 'metadata on create',
    async run(talk: Conversation): Promise<void> {
      const maps = talk.core('configmaps');
      const { body: created } = await talk.expect(
        201,
        'POST',
        maps,
        { body: { metadata: { name: 'c-a', generation: 7, uid: 'mine', labels: {}, unknown: 1 }, data: { x: '1' } } },
        {
          kind: 'ConfigMap',
          apiVersion: 'v1',
          metadata: {
            name: 'c-a',
            namespace: talk.namespace,
            uid: UUID,
            creationTimestamp: SECONDS,
            resourceVersion: /^\d+$/,
            generation: 7,
            labels: ABSENT,
            unknown: ABSENT,
          },
          data: { x: '1' },
        },
      );
      await talk.expect(200, 'GET', `${maps}/c-a`, {}, { metadata: created.metadata });
      await talk.expect(
        201,
        'POST',
        maps,
        { body: { metadata: { generateName: 'c-g-' } } },
        { metadata: { name: /^c-g-[bcdfghjklmnpqrstvwxz2456789]{5}$/ } },
      );
      await talk.expect(
        409,
        'POST',
        maps,
        { body: { metadata: { name: 'c-a' } } },
        {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: 'configmaps "c-a" already exists',
          reason: 'AlreadyExists',
          details: { name: 'c-a', kind: 'configmaps', group: ABSENT },
          code: 409,
        },
      );
      await talk.expect(
        200,
        'DELETE',
        `${maps}/c-a`,
        {},
        { kind: 'Status', status: 'Success', details: { name: 'c-a', kind: 'configmaps', uid: created.metadata.uid } },
      );
      await talk.expect(
        404,
        'DELETE',
        `${maps}/c-a`,
        {},
        { reason: 'NotFound', message: 'configmaps "c-a" not found' },
      );
      await talk.expect(
        404,
        'GET',
        `${maps}/c-a`,
        {},
        { reason: 'NotFound', details: { name: 'c-a', kind: 'configmaps' } },
      );
      const { body: list } = await talk.ask('GET', maps);
      for (const { metadata } of list.items)
        if (metadata.name.startsWith('c-')) await talk.ask('DELETE', `${maps}/${metadata.name}`);
    },
  },
  {
    name: 'what a create refuses',
    async run(talk: Conversation): Promise<void> {
      const maps = talk.core('configmaps');
      await talk.expect(
        422,
        'POST',
        maps,
        { body: { metadata: { name: 'A_b' } } },
        {
          reason: 'Invalid',
          message:
            /^ConfigMap "A_b" is invalid: metadata.name: Invalid value: "A_b": a lowercase RFC 1123 subdomain must consist of/,
          details: {
            name: 'A_b',
            kind: 'ConfigMap',
            causes: [{ reason: 'FieldValueInvalid', field: 'metadata.name' }],
          },
        },
      );
      await talk.expect(
        422,
        'POST',
        maps,
        { body: { metadata: {} } },
        {
          message: 'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
          details: {
            name: ABSENT,
            causes: [
              {
                reason: 'FieldValueRequired',
                field: 'metadata.name',
                message: 'Required value: name or generateName is required',
              },
            ],
          },
        },
      );
      await talk.expect(
        400,
        'POST',
        maps,
        { body: { metadata: { name: 'c-b' }, data: { x: 1 } } },
        {
          reason: 'BadRequest',
          message:
            'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
        },
      );
      await talk.expect(400, 'POST', maps, { text: '{"metadata"' }, { reason: 'BadRequest' });
      await talk.expect(
        400,
        'POST',
        maps,
        { body: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'c-b' } } },
        { reason: 'BadRequest' },
      );
      await talk.expect(
        400,
        'POST',
        maps,
        { body: { metadata: { name: 'c-b', namespace: 'other' } } },
        {
          message: 'the namespace of the provided object does not match the namespace sent on the request',
        },
      );
      await talk.expect(
        404,
        'POST',
        '/api/v1/namespaces/absent-for-sure/configmaps',
        { body: { metadata: { name: 'c-b' } } },
        {
          message: 'namespaces "absent-for-sure" not found',
          details: { name: 'absent-for-sure', kind: 'namespaces' },
        },
      );
      await talk.expect(
        500,
        'POST',
        maps,
        { body: { metadata: { name: 'c-b', resourceVersion: '1' } } },
        {
          message: 'resourceVersion should not be set on objects to be created',
          reason: ABSENT,
        },
      );
      await talk.expect(
        422,
        'POST',
        maps,
        { body: { metadata: { name: 'c-b' }, data: { x: 'x'.repeat(1_100_000) } } },
        {
          message: 'ConfigMap "c-b" is invalid: []: Too long: may not be more than 1048576 bytes',
        },
      );
      await talk.expect(
        404,
        'GET',
        talk.core('nonsense'),
        {},
        { message: 'the server could not find the requested resource', reason: 'NotFound' },
      );
      await talk.expect(405, 'PUT', maps, { body: {} }, { reason: 'MethodNotAllowed' });
    },
  },
  {
    name: 'dry run',
    async run(talk: Conversation): Promise<void> {
      await talk.expect(
        201,
        'POST',
        talk.core('configmaps?dryRun=All'),
        { body: { metadata: { name: 'c-d' } } },
        { metadata: { uid: UUID } },
      );
      await talk.expect(404, 'GET', talk.core('configmaps/c-d'));
      await talk.expect(201, 'POST', talk.core('configmaps'), { body: { metadata: { name: 'c-d' } } });
      await talk.expect(
        200,
        'PATCH',
        talk.core('configmaps/c-d?dryRun=All'),
        { body: { data: { a: 'b' } }, type: 'application/merge-patch+json' },
        { data: { a: 'b' } },
      );
      await talk.expect(200, 'DELETE', talk.core('configmaps/c-d?dryRun=All'));
      await talk.expect(200, 'GET', talk.core('configmaps/c-d'), {}, { data: ABSENT });
      await talk.expect(200, 'DELETE', talk.core('configmaps/c-d'));
    },
  },
];
