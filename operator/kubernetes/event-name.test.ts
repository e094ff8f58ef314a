// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventName, javaHashCode } from './event-name.ts';
import type { EventIdentity } from './event-name.ts';

/** Events that the Java operator wrote on a real cluster; made by scripts/record-event-names.ts. */
const recorded = JSON.parse(
  readFileSync(new URL('fixtures/event-names.json', import.meta.url), 'utf8'),
) as (EventIdentity & {
  name: string;
  about: { kind: string; name: string; uid: string };
})[];

describe('the name of an event is the one that the Java operator gave it', () => {
  expect(recorded.length).toBeGreaterThan(50);
  for (const { name, about, ...event } of recorded) {
    it(`${name}: ${event.reason} of ${about.kind} ${about.name}`, () => {
      expect(eventName(event, { kind: about.kind, metadata: { name: about.name, uid: about.uid } })).toBe(name);
    });
  }
});

describe('String.hashCode', () => {
  const table: [text: string, hash: number][] = [
    ['', 0],
    ['a', 97],
    ['hello', 99162322],
    ['polygenelubricants', -2147483648],
    ['€', 8364],
    ['𝄞', 1772394],
  ];
  for (const [text, hash] of table) it(`of '${text}' is ${hash}`, () => expect(javaHashCode(text)).toBe(hash));
});

it('a key stands in for the message, and a recreated object has events of its own', () => {
  const event = { component: 'Operator', type: 'Normal', reason: 'MemoryPressure', messageKey: 'gcPressure' } as const;
  const about = { kind: 'FlinkDeployment', metadata: { name: 'a', uid: '1' } };
  const name = eventName({ ...event, message: '81 %' }, about);
  expect(eventName({ ...event, message: '92 %' }, about)).toBe(name);
  expect(eventName({ ...event, message: '81 %' }, { ...about, metadata: { name: 'a', uid: '2' } })).not.toBe(name);
});
