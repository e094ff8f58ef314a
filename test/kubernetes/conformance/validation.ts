// SPDX-License-Identifier: Apache-2.0
// What is wrong with a custom resource, in the words of the server.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script } from './conversation.ts';
import { gadget, GADGET_API } from './gadget.ts';

/** Needs the definition that CUSTOM_RESOURCES creates. */
export const VALIDATION: readonly Script[] = [
  {
    name: 'validation',
    async run(talk: Conversation): Promise<void> {
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
];
