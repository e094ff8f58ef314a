// SPDX-License-Identifier: Apache-2.0
// What the conformance scripts cannot bring about on a real server: expiry, bookmarks, time-outs.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../kubernetes/objects.ts';
import { readText } from '../../runtime/transport.ts';
import { SeededRandom } from '../seeded-random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { InMemoryApiServer } from './server.ts';

const MAPS = '/api/v1/namespaces/default/configmaps';

function setUp(historyLength = 1000): { clock: VirtualClock; server: InMemoryApiServer } {
  const clock = new VirtualClock();
  return { clock, server: new InMemoryApiServer({ clock, random: new SeededRandom(), historyLength }) };
}

async function watch(
  server: InMemoryApiServer,
  clock: VirtualClock,
  query: string,
  ms: number,
): Promise<{ type: string; object: Record<string, unknown> }[]> {
  const response = await server
    .transport()
    .request({ method: 'GET', path: `${MAPS}?watch=true&${query}`, stream: true });
  let text: string | undefined;
  void readText(response.body).then((all) => (text = all));
  await clock.advance(ms);
  expect(text).toBeDefined();
  return (text ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { type: string; object: Record<string, unknown> });
}

function write(server: InMemoryApiServer, name: string, data: Record<string, string> = {}): string {
  const map: ConfigMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
  return server.apply(map).metadata.resourceVersion;
}

describe('a watch', () => {
  it('gets bookmarks every minute and before its end, with nothing but the version', async () => {
    const { clock, server } = setUp();
    const from = write(server, 'a');
    server.apply({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'moves-the-version-on' } } as never);
    const events = await watch(
      server,
      clock,
      `resourceVersion=${from}&allowWatchBookmarks=true&timeoutSeconds=150`,
      150_000,
    );
    const bookmark = {
      type: 'BOOKMARK',
      object: { kind: 'ConfigMap', apiVersion: 'v1', metadata: { resourceVersion: String(Number(from) + 1) } },
    };
    expect(events).toEqual([bookmark, bookmark, bookmark]);
  });

  it('without asking for bookmarks gets none', async () => {
    const { clock, server } = setUp();
    expect(await watch(server, clock, 'timeoutSeconds=150', 150_000)).toEqual([]);
  });

  it('from a forgotten version is expired', async () => {
    const { clock, server } = setUp();
    const old = write(server, 'a');
    const known = write(server, 'b');
    server.compact();
    expect(await watch(server, clock, `resourceVersion=${old}`, 1)).toMatchObject([
      { type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired' } },
    ]);
    expect(await watch(server, clock, `resourceVersion=${known}&timeoutSeconds=1`, 1000)).toEqual([]);
  });

  it('goes back as far as the history', async () => {
    const { clock, server } = setUp(10);
    const first = write(server, 'a');
    for (let count = 0; count < 30; count++) write(server, 'a', { count: String(count) });
    expect((await watch(server, clock, `resourceVersion=${first}`, 1))[0]?.type).toBe('ERROR');
    const recent = Number(server.get('configmaps', 'default', 'a')?.metadata.resourceVersion) - 10;
    expect(await watch(server, clock, `resourceVersion=${recent}&timeoutSeconds=1`, 1000)).toHaveLength(10);
  });

  it('ends by itself between half an hour and an hour', async () => {
    const { clock, server } = setUp();
    expect(await watch(server, clock, '', 3_600_000)).toEqual([]);
  });

  it('leaves nothing behind when its reader stops', async () => {
    const { clock, server } = setUp();
    const response = await server
      .transport()
      .request({ method: 'GET', path: `${MAPS}?watch=true&allowWatchBookmarks=true`, stream: true });
    write(server, 'a');
    for await (const _ of response.body) break;
    expect(clock.pendingTimers).toBe(0);
  });
});

it('a continued list is expired when its moment is forgotten', async () => {
  const { server } = setUp();
  for (const name of ['a', 'b']) write(server, name);
  const page = JSON.parse(
    await readText((await server.transport().request({ method: 'GET', path: `${MAPS}?limit=1` })).body),
  ) as { metadata: { continue: string; remainingItemCount: number } };
  expect(page.metadata.remainingItemCount).toBe(1);
  write(server, 'c');
  server.compact();
  const next = await server
    .transport()
    .request({ method: 'GET', path: `${MAPS}?limit=1&continue=${page.metadata.continue}` });
  expect(next.status).toBe(410);
  expect(JSON.parse(await readText(next.body))).toMatchObject({ reason: 'Expired' });
});

it('a list and the watch from its version never lose or repeat a change', async () => {
  const step = fc.record({ name: fc.constantFrom('a', 'b', 'c'), on: fc.boolean(), remove: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.array(step, { maxLength: 20 }), async (before, after) => {
      const { clock, server } = setUp();
      const act = (steps: typeof before): void => {
        for (const { name, on, remove } of steps) {
          if (!remove)
            server.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: { on: String(on) } } });
          else if (server.get('configmaps', 'default', name) !== undefined)
            server.delete('configmaps', 'default', name);
        }
      };
      act(before);
      const path = `${MAPS}?labelSelector=on%3Dtrue`;
      const list = JSON.parse(await readText((await server.transport().request({ method: 'GET', path })).body)) as {
        metadata: { resourceVersion: string };
        items: { metadata: { name: string; resourceVersion: string } }[];
      };
      const mirror = new Map(list.items.map(({ metadata }) => [metadata.name, metadata.resourceVersion]));
      act(after);
      for (const { type, object } of await watch(
        server,
        clock,
        `labelSelector=on%3Dtrue&resourceVersion=${list.metadata.resourceVersion}&timeoutSeconds=1`,
        1000,
      )) {
        const metadata = object['metadata'] as { name: string; resourceVersion: string };
        // An object is added once, and only what was added is modified or deleted.
        expect(mirror.has(metadata.name)).toBe(type !== 'ADDED');
        if (type === 'DELETED') mirror.delete(metadata.name);
        else mirror.set(metadata.name, metadata.resourceVersion);
      }
      const now = server.list('configmaps', 'default').filter((object) => object.metadata.labels?.['on'] === 'true');
      expect([...mirror].sort()).toEqual(now.map(({ metadata }) => [metadata.name, metadata.resourceVersion]));
    }),
    { numRuns: 100 },
  );
});
