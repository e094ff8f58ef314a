// SPDX-License-Identifier: Apache-2.0
// The conformance scripts against the in-memory server; `test/e2e/conformance.ts` runs the same against a real one.

import { expect, it } from 'vitest';
import { Cluster } from '../../lib/testing/controllers/cluster.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { runConformance } from './conformance.ts';
import { differences, ABSENT } from './conformance/expectation.ts';
import { InMemoryApiServer } from '../../lib/testing/api-server/server.ts';

it('behaves as a real API server did', async () => {
  const clock = new VirtualClock();
  const server = new InMemoryApiServer({ clock, random: new SeededRandom(), namespaces: ['conformance'] });
  const cluster = new Cluster(server, { brokenImages: ['localhost/flinkwright-conformance-none:1'] });
  let found: string[] | undefined;
  const running = runConformance(server.transport('conformance'), 'conformance').then((lines) => {
    found = lines;
  });
  // The scripts wait for controllers, and those for time.
  while (found === undefined) await clock.advance(10);
  await running;
  cluster.stop();
  expect(found).toEqual([]);
  expect(server.list('configmaps')).toEqual([]);
});

it('notices what differs', () => {
  const expected = { a: 1, b: ABSENT, c: /^x/, d: [1, { e: 2 }] };
  expect(differences(expected, { a: 1, c: 'xy', d: [1, { e: 2, f: 3 }], more: true })).toEqual([]);
  expect(differences(expected, { a: 2, b: 0, c: 'y', d: [1] })).toEqual([
    'a is 2 instead of 1',
    'b is 0 instead of absent',
    'c is "y", which does not match ^x',
    'd is [1] instead of [1,{"e":2}]',
  ]);
});
