// SPDX-License-Identifier: Apache-2.0
// Custom resources: definitions, pruning, defaults, validation, subresources, generation.

import { ABSENT } from './expectation.ts';
import type { Script } from './conversation.ts';
import { DEFINITION_NAME, DEFINITIONS, gadget, GADGET_API, GADGET_DEFINITION } from './gadget.ts';

const MERGE = 'application/merge-patch+json';

export const CUSTOM_RESOURCES: readonly Script[] = [
  {
    name: 'a definition is served',
    async run(talk) {
      await talk.expect(
        201,
        'POST',
        DEFINITIONS,
        { body: GADGET_DEFINITION },
        { metadata: { generation: 1, finalizers: ABSENT } },
      );
      const established = (
        events: { object: { status?: { conditions?: { type: string; status: string }[] } } }[],
      ): boolean =>
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
    async run(talk) {
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
    name: 'validation',
    async run(talk) {
      const gadgets = talk.group(GADGET_API, 'gadgets');
      // The order of findings is not defined: the real server walks Go maps.
      const causes = async (
        spec: unknown,
        expected: [reason: string, message: string, field: string][],
      ): Promise<void> => {
        const { body } = await talk.expect(
          422,
          'POST',
          gadgets,
          { body: gadget('g-v', spec) },
          { reason: 'Invalid', details: { name: 'g-v', group: 'conformance.flinkwright.dev', kind: 'Gadget' } },
        );
        const found = (body.details.causes as { reason: string; message: string; field: string }[])
          .filter(({ field }) => !field.startsWith('.'))
          .map(({ reason, message, field }) => [reason, message, field])
          .sort((a, b) => String(a[2]).localeCompare(String(b[2])));
        talk.compare(JSON.stringify(spec), expected, found);
      };
      await causes({ size: 'tiny', replicas: '1', flag: 'true', list: [{ a: 'x' }], map: { q: 1 }, name: 'ABCDEFG' }, [
        [
          'FieldValueTypeInvalid',
          'Invalid value: "string": spec.flag in body must be of type boolean: "string"',
          'spec.flag',
        ],
        [
          'FieldValueTypeInvalid',
          'Invalid value: "string": spec.list[0].a in body must be of type integer: "string"',
          'spec.list[0].a',
        ],
        [
          'FieldValueTypeInvalid',
          'Invalid value: "integer": spec.map.q in body must be of type string: "integer"',
          'spec.map.q',
        ],
        ['FieldValueTooLong', 'Too long: may not be more than 5 bytes', 'spec.name'],
        [
          'FieldValueTypeInvalid',
          'Invalid value: "string": spec.replicas in body must be of type integer: "string"',
          'spec.replicas',
        ],
        ['FieldValueNotSupported', 'Unsupported value: "tiny": supported values: "small", "large"', 'spec.size'],
      ]);
      await causes({ replicas: -1, either: true, name: 'A' }, [
        [
          'FieldValueTypeInvalid',
          'Invalid value: "boolean": spec.either in body must be of type integer,string: "boolean"',
          'spec.either',
        ],
        ['FieldValueInvalid', 'Invalid value: "A": spec.name in body should match \'^[a-z]+$\'', 'spec.name'],
        [
          'FieldValueInvalid',
          'Invalid value: -1: spec.replicas in body should be greater than or equal to 0',
          'spec.replicas',
        ],
        ['FieldValueRequired', 'Required value', 'spec.size'],
      ]);
      await causes('no', [
        ['FieldValueTypeInvalid', 'Invalid value: "string": spec in body must be of type object: "string"', 'spec'],
      ]);
      await causes({ size: 'small', template: { a: 1 } }, [
        ['FieldValueRequired', 'Required value', 'spec.template.apiVersion'],
        ['FieldValueRequired', 'Required value', 'spec.template.kind'],
      ]);
      await talk.expect(
        400,
        'POST',
        gadgets,
        { body: { metadata: { name: 'g-v' } } },
        { message: /^the object provided is unrecognized \(must be of type Gadget\): Object 'Kind' is missing/ },
      );
      await talk.expect(
        400,
        'POST',
        gadgets,
        { body: { ...(gadget('g-v', {}) as object), apiVersion: 'conformance.flinkwright.dev/v2' } },
        {
          message:
            'the API version in the data (conformance.flinkwright.dev/v2) does not match the expected API version (conformance.flinkwright.dev/v1)',
        },
      );
      await talk.expect(
        500,
        'POST',
        gadgets,
        { body: gadget('g-v', { size: 'small', free: { a: 'x'.repeat(1_700_000) } }) },
        { message: 'etcdserver: request is too large', reason: ABSENT },
      );
      await talk.expect(
        413,
        'POST',
        gadgets,
        { body: gadget('g-v', { size: 'small', free: { a: 'x'.repeat(3_300_000) } }) },
        { reason: 'RequestEntityTooLarge', message: 'Request entity too large: limit is 3145728' },
      );
      await talk.expect(
        400,
        'GET',
        `${gadgets}?fieldSelector=spec.size%3Dsmall`,
        {},
        { message: 'field label not supported: spec.size' },
      );
    },
  },
  {
    name: 'versions, generations and subresources',
    async run(talk) {
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
