// SPDX-License-Identifier: Apache-2.0
// Create, read, update, delete and list of plain objects, and how each is refused.

import { ABSENT } from './expectation.ts';
import type { Script } from './conversation.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export const OBJECTS: readonly Script[] = [
  {
    name: 'metadata on create',
    async run(talk) {
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
        if (String(metadata.name).startsWith('c-')) await talk.ask('DELETE', `${maps}/${String(metadata.name)}`);
    },
  },
  {
    name: 'what a create refuses',
    async run(talk) {
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
    name: 'optimistic locking',
    async run(talk) {
      const maps = talk.core('configmaps');
      const { body: first } = await talk.expect(201, 'POST', maps, {
        body: { metadata: { name: 'c-l' }, data: { x: '1' } },
      });
      const version = String(first.metadata.resourceVersion);
      const put = (metadata: object, data: object): { body: unknown } => ({
        body: { metadata: { name: 'c-l', ...metadata }, data },
      });
      await talk.expect(409, 'PUT', `${maps}/c-l`, put({ resourceVersion: '1' }, { x: '2' }), {
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on configmaps "c-l": the object has been modified; please apply your changes to the latest version and try again',
        details: { name: 'c-l', kind: 'configmaps' },
      });
      await talk.expect(200, 'PUT', `${maps}/c-l`, put({ resourceVersion: version }, { x: '1' }), {
        metadata: { resourceVersion: version },
      });
      const { body: second } = await talk.expect(
        200,
        'PUT',
        `${maps}/c-l`,
        put({ resourceVersion: version }, { x: '2' }),
        { metadata: { resourceVersion: (v: unknown) => Number(v) > Number(version) } },
      );
      await talk.expect(200, 'PUT', `${maps}/c-l`, put({}, { x: '3' }), {
        data: { x: '3' },
        metadata: { uid: first.metadata.uid, creationTimestamp: first.metadata.creationTimestamp },
      });
      await talk.expect(
        400,
        'PUT',
        `${maps}/c-l`,
        { body: { metadata: { name: 'other' } } },
        { message: 'the name of the object (other) does not match the name on the URL (c-l)' },
      );
      await talk.expect(
        404,
        'PUT',
        `${maps}/c-none`,
        { body: { metadata: { name: 'c-none' } } },
        { reason: 'NotFound' },
      );
      await talk.expect(
        409,
        'PATCH',
        `${maps}/c-l`,
        {
          body: { metadata: { resourceVersion: String(second.metadata.resourceVersion) }, data: { x: '4' } },
          type: 'application/merge-patch+json',
        },
        { reason: 'Conflict' },
      );
      await talk.expect(
        409,
        'DELETE',
        `${maps}/c-l`,
        { body: { preconditions: { uid: 'bad' } } },
        {
          message: `Operation cannot be fulfilled on ConfigMap "c-l": the UID in the precondition (bad) does not match the UID in record (${String(first.metadata.uid)}). The object might have been deleted and then recreated`,
          details: { name: 'c-l', kind: 'ConfigMap' },
        },
      );
      await talk.expect(
        409,
        'DELETE',
        `${maps}/c-l`,
        { body: { preconditions: { resourceVersion: version } } },
        { reason: 'Conflict' },
      );
      await talk.expect(200, 'DELETE', `${maps}/c-l`, { body: { preconditions: { uid: first.metadata.uid } } });
    },
  },
  {
    name: 'selectors and pages',
    async run(talk) {
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
  {
    name: 'immutable fields',
    async run(talk) {
      const merge = 'application/merge-patch+json';
      await talk.expect(201, 'POST', talk.core('configmaps'), {
        body: { metadata: { name: 'c-i' }, immutable: true, data: { a: 'b' } },
      });
      await talk.expect(
        422,
        'PATCH',
        talk.core('configmaps/c-i'),
        { body: { data: { a: 'c' } }, type: merge },
        { message: 'ConfigMap "c-i" is invalid: data: Forbidden: field is immutable when `immutable` is set' },
      );
      await talk.ask('DELETE', talk.core('configmaps/c-i'));
      const { body: service } = await talk.expect(
        201,
        'POST',
        talk.core('services'),
        { body: { metadata: { name: 'c-s' }, spec: { ports: [{ port: 1 }] } } },
        {
          metadata: { generation: ABSENT },
          spec: {
            ports: [{ protocol: 'TCP', port: 1, targetPort: 1 }],
            clusterIP: /^\d+\.\d+\.\d+\.\d+$/,
            type: 'ClusterIP',
            sessionAffinity: 'None',
            ipFamilies: ['IPv4'],
            ipFamilyPolicy: 'SingleStack',
            internalTrafficPolicy: 'Cluster',
          },
          status: { loadBalancer: {} },
        },
      );
      await talk.expect(
        200,
        'PUT',
        talk.core('services/c-s'),
        { body: { metadata: { name: 'c-s' }, spec: { ports: [{ port: 2 }] } } },
        { spec: { clusterIP: service.spec.clusterIP } },
      );
      await talk.expect(
        422,
        'PATCH',
        talk.core('services/c-s'),
        { body: { spec: { clusterIP: '198.18.2.250' } }, type: merge },
        {
          message:
            'Service "c-s" is invalid: spec.clusterIPs[0]: Invalid value: ["198.18.2.250"]: may not change once set',
        },
      );
      await talk.expect(200, 'DELETE', talk.core('services/c-s'), {}, { kind: 'Service' });
    },
  },
  {
    name: 'dry run',
    async run(talk) {
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
