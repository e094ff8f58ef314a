// SPDX-License-Identifier: Apache-2.0
// Whose update counts, and what none may change.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script } from './conversation.ts';

export const UPDATES: readonly Script[] = [
  {
    name: 'optimistic locking',
    async run(talk: Conversation): Promise<void> {
      const maps = talk.core('configmaps');
      const { body: first } = await talk.expect(201, 'POST', maps, {
        body: { metadata: { name: 'c-l' }, data: { x: '1' } },
      });
      const version = first.metadata.resourceVersion;
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
          body: { metadata: { resourceVersion: second.metadata.resourceVersion }, data: { x: '4' } },
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
          message: `Operation cannot be fulfilled on ConfigMap "c-l": the UID in the precondition (bad) does not match the UID in record (${first.metadata.uid}). The object might have been deleted and then recreated`,
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
    name: 'immutable fields',
    async run(talk: Conversation): Promise<void> {
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
];
