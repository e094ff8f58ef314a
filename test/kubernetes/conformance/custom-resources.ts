// SPDX-License-Identifier: Apache-2.0
// Custom resources: definitions, pruning, defaults, validation, subresources, generation.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script, SeenEvent } from './conversation.ts';
import { DEFINITION_NAME, DEFINITIONS, gadget, GADGET_API, GADGET_DEFINITION } from './gadget.ts';

const MERGE = 'application/merge-patch+json';

export const CUSTOM_RESOURCES: readonly Script[] = [
  {
    name: 'a definition is served',
    async run(talk: Conversation): Promise<void> {
      await talk.expect(
        201,
        'POST',
        DEFINITIONS,
        { body: GADGET_DEFINITION },
        { metadata: { generation: 1, finalizers: ABSENT } },
      );
      const established = (events: SeenEvent[]): boolean =>
        events
          .at(-1)
          ?.object.status?.conditions?.some(({ type, status }) => type === 'Established' && status === 'True') ?? false;
      await talk.watch(`${DEFINITIONS}?fieldSelector=metadata.name%3D${DEFINITION_NAME}`, established);
      await talk.expect(
        200,
        'GET',
        `${DEFINITIONS}/${DEFINITION_NAME}`,
        {},
        {
          status: {
            acceptedNames: { kind: 'Gadget', plural: 'gadgets' },
            storedVersions: ['v1'],
            conditions: [
              { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts' },
              { type: 'Established', status: 'True', reason: 'InitialNamesAccepted' },
            ],
          },
        },
      );
      // The real server serves a little after it says so.
      for (let tries = 0; tries < 200; tries++)
        if ((await talk.ask('GET', talk.group(GADGET_API, 'gadgets'))).code === 200) break;
      await talk.expect(
        200,
        'GET',
        `/apis/${GADGET_API}`,
        {},
        {
          kind: 'APIResourceList',
          groupVersion: GADGET_API,
          resources: [
            { name: 'gadgets', singularName: 'gadget', namespaced: true, kind: 'Gadget', shortNames: ['gg'] },
            { name: 'gadgets/status' },
            { name: 'gadgets/scale', kind: 'Scale' },
          ],
        },
      );
    },
  },
  {
    name: 'pruning and defaults',
    async run(talk: Conversation): Promise<void> {
      const gadgets = talk.group(GADGET_API, 'gadgets');
      const spec = {
        size: 'small',
        unknown: 1,
        nothing: null,
        flag: null,
        list: [{ a: 1, b: 2 }],
        either: 'x',
        free: { a: { b: 1 } },
        template: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x', bad: 1 }, more: 1 },
      };
      await talk.expect(
        201,
        'POST',
        gadgets,
        { body: gadget('g-a', spec, { status: { phase: 'X' }, junk: 1 }) },
        {
          metadata: { generation: 1 },
          junk: ABSENT,
          status: ABSENT,
          spec: {
            size: 'small',
            replicas: 1,
            unknown: ABSENT,
            nothing: null,
            flag: ABSENT,
            list: [{ a: 1, b: ABSENT }],
            either: 'x',
            free: { a: { b: 1 } },
            template: { metadata: { name: 'x', bad: ABSENT }, more: 1 },
          },
        },
      );
      await talk.expect(
        400,
        'POST',
        `${gadgets}?fieldValidation=Strict`,
        { body: gadget('g-b', { size: 'small', unknown: 1 }, { junk: 1 }) },
        {
          message:
            'Gadget in version "v1" cannot be handled as a Gadget: strict decoding error: unknown field "junk", unknown field "spec.unknown"',
        },
      );
      const warned = await talk.expect(201, 'POST', `${gadgets}?dryRun=All`, {
        body: gadget('g-b', { size: 'small', unknown: 1 }),
      });
      talk.compare('the warning', /^299 - "unknown field \\"spec.unknown\\""/, warned.headers['warning']);
      await talk.expect(200, 'DELETE', `${gadgets}/g-a`);
    },
  },
  {
    name: 'versions, generations and subresources',
    async run(talk: Conversation): Promise<void> {
      const gadgets = talk.group(GADGET_API, 'gadgets');
      const one = `${gadgets}/g-s`;
      const { body: created } = await talk.expect(201, 'POST', gadgets, { body: gadget('g-s', { size: 'small' }) });
      await talk.expect(
        422,
        'PUT',
        one,
        { body: gadget('g-s', { size: 'large' }) },
        {
          message:
            'gadgets.conformance.flinkwright.dev "g-s" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
        },
      );
      await talk.expect(
        409,
        'PUT',
        one,
        { body: { ...(gadget('g-s', { size: 'large' }) as object), metadata: { name: 'g-s', resourceVersion: '1' } } },
        {
          message:
            'Operation cannot be fulfilled on gadgets.conformance.flinkwright.dev "g-s": the object has been modified; please apply your changes to the latest version and try again',
          details: { name: 'g-s', group: 'conformance.flinkwright.dev', kind: 'gadgets' },
        },
      );
      await talk.expect(
        200,
        'PATCH',
        one,
        { body: { spec: { size: 'large' }, status: { phase: 'N' } }, type: MERGE },
        { metadata: { generation: 2 }, spec: { size: 'large' }, status: ABSENT },
      );
      const { body: same } = await talk.expect(
        200,
        'PATCH',
        one,
        { body: { spec: { size: 'large' } }, type: MERGE },
        { metadata: { generation: 2 } },
      );
      await talk.expect(200, 'GET', one, {}, { metadata: { resourceVersion: same.metadata.resourceVersion } });
      await talk.expect(
        200,
        'PATCH',
        `${one}/status`,
        {
          body: { spec: { size: 'small' }, status: { phase: 'Run', other: 1 }, metadata: { labels: { a: 'b' } } },
          type: MERGE,
        },
        {
          metadata: { generation: 2, labels: ABSENT },
          spec: { size: 'large' },
          status: { phase: 'Run', other: ABSENT },
        },
      );
      await talk.expect(
        200,
        'PATCH',
        one,
        { body: { metadata: { labels: { a: 'b' } } }, type: MERGE },
        { metadata: { generation: 2, labels: { a: 'b' } }, status: { phase: 'Run' } },
      );
      await talk.expect(
        409,
        'PATCH',
        `${one}/status`,
        {
          body: { metadata: { resourceVersion: created.metadata.resourceVersion }, status: { phase: 'Old' } },
          type: MERGE,
        },
        { reason: 'Conflict' },
      );
      await talk.expect(
        415,
        'PATCH',
        one,
        { body: {}, type: 'application/strategic-merge-patch+json' },
        {
          message:
            'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
        },
      );
      await talk.expect(
        200,
        'PATCH',
        `${one}/scale`,
        { body: { spec: { replicas: 3 } }, type: MERGE },
        {
          kind: 'Scale',
          apiVersion: 'autoscaling/v1',
          metadata: { name: 'g-s' },
          spec: { replicas: 3 },
          status: { replicas: 0 },
        },
      );
      await talk.expect(200, 'GET', one, {}, { metadata: { generation: 3 }, spec: { replicas: 3 } });
      await talk.expect(
        200,
        'GET',
        gadgets,
        {},
        {
          kind: 'GadgetList',
          apiVersion: GADGET_API,
          items: [{ apiVersion: GADGET_API, kind: 'Gadget', metadata: { name: 'g-s' } }],
        },
      );
      await talk.expect(
        200,
        'DELETE',
        one,
        {},
        {
          kind: 'Status',
          details: { name: 'g-s', group: 'conformance.flinkwright.dev', kind: 'gadgets', uid: created.metadata.uid },
        },
      );
    },
  },
];
