// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConfigMap, Stored } from '../../lib/kubernetes/objects.ts';
import { TransportError } from '../../lib/runtime/transport.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { KubernetesClient } from './client.ts';
import { Informer } from './informer.ts';
import type { InformerOptions } from './informer.ts';
import { CONFIG_MAP, FLINK_DEPLOYMENT } from './resource-kind.ts';
import { OpenStream, refusal, ScriptedTransport } from '../../test/support/scripted-transport.ts';
import type { Answer } from '../../test/support/scripted-transport.ts';

function configMap(
  name: string,
  resourceVersion: string,
  more: { uid?: string; color?: string; namespace?: string } = {},
): Stored<ConfigMap> {
  const { uid = `uid-${name}`, color = 'red', namespace = 'n' } = more;
  return { metadata: { name, namespace, uid, resourceVersion }, data: { color } };
}

function listed(resourceVersion: string, ...items: Stored<ConfigMap>[]): Answer {
  return { status: 200, body: { kind: 'ConfigMapList', metadata: { resourceVersion }, items } };
}

const reset = new TransportError('ECONNRESET', 'reset', { sent: true });

async function started(script: Answer[], options: Partial<InformerOptions<ConfigMap>> = {}) {
  const clock = new VirtualClock();
  const transport = new ScriptedTransport(...script);
  const client = new KubernetesClient({ transport, clock, random: new SeededRandom() });
  const errors: unknown[] = [];
  const informer = new Informer({
    resource: client.resource(CONFIG_MAP),
    freeze: true,
    indexers: { color: (object) => [object.data?.['color'] ?? ''] },
    onError: (error) => errors.push(error),
    ...options,
  });
  const changes: string[] = [];
  informer.onChange(({ type, object, old, initial, finalStateUnknown }) => {
    const { name, resourceVersion } = object.metadata;
    const from = old === undefined ? '' : `${old.metadata.resourceVersion}->`;
    changes.push(
      `${type} ${name} ${from}${resourceVersion}${initial ? ' initial' : ''}${finalStateUnknown === true ? ' unknown' : ''}`,
    );
  });
  const stop = new AbortController();
  const ended = informer.start(stop.signal);
  await clock.settle();
  onTestFinished(async () => {
    stop.abort(new Error('the test is over'));
    await ended;
    expect(clock.pendingTimers).toBe(0);
  });
  /** Changes since the last call. */
  const news = async (): Promise<string[]> => {
    await clock.settle();
    return changes.splice(0);
  };
  const paths = (): string[] => transport.requests.map(({ path }) => path.replace(/&?timeoutSeconds=\d+/, ''));
  return { clock, transport, informer, errors, news, paths, stop };
}

describe('listing', () => {
  it('delivers the first list as initial and is synced then', async () => {
    const watch = new OpenStream();
    const { informer, news, paths } = await started([listed('5', configMap('a', '3'), configMap('b', '4')), watch]);
    await informer.synced;
    expect(await news()).toEqual(['add a 3 initial', 'add b 4 initial']);
    expect(informer.get('n', 'a')).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap' });
    expect(paths()).toEqual([
      '/api/v1/configmaps?limit=500&resourceVersion=0',
      '/api/v1/configmaps?watch=true&allowWatchBookmarks=true&resourceVersion=5',
    ]);
  });

  it('reads all pages before it tells anything', async () => {
    const first = {
      status: 200,
      body: { metadata: { resourceVersion: '5', continue: 'T' }, items: [configMap('a', '3')] },
    };
    const { informer, news, paths } = await started([first, listed('5', configMap('b', '4')), new OpenStream()]);
    expect(await news()).toEqual(['add a 3 initial', 'add b 4 initial']);
    expect(informer.hasSynced).toBe(true);
    expect(paths()[1]).toBe('/api/v1/configmaps?limit=500&continue=T');
  });

  it('drops managed fields', async () => {
    const object = configMap('a', '3');
    object.metadata.managedFields = [{ manager: 'kubectl' }];
    const { informer } = await started([listed('5', object), new OpenStream()]);
    expect(informer.get('n', 'a')?.metadata).toEqual({ name: 'a', namespace: 'n', uid: 'uid-a', resourceVersion: '3' });
  });

  it('watches each of its namespaces, and a list of one leaves the others alone', async () => {
    const [one, two] = [new OpenStream(), new OpenStream()];
    const here = configMap('a', '3');
    const there = configMap('a', '4', { namespace: 'm', uid: 'other' });
    const { clock, transport, informer, news } = await started([listed('5', here), listed('6', there), one, two], {
      namespaces: ['n', 'm'],
    });
    expect(await news()).toEqual(['add a 3 initial', 'add a 4 initial']);
    transport.script.push(listed('7'), new OpenStream());
    one.event('ERROR', { kind: 'Status', code: 410, reason: 'Expired' });
    await clock.advance(1_000);
    expect(await news()).toEqual(['delete a 3->3 unknown']);
    expect(informer.list()).toEqual([
      expect.objectContaining({ metadata: expect.objectContaining({ namespace: 'm' }) }),
    ]);
  });

  it('passes on the label selector', async () => {
    const { paths } = await started([listed('5'), new OpenStream()], { labelSelector: 'a=b' });
    expect(paths().every((path) => path.includes('labelSelector=a%3Db'))).toBe(true);
    expect(paths()).toHaveLength(2);
  });
});

describe('watching', () => {
  it('delivers changes and keeps the indexes', async () => {
    const watch = new OpenStream();
    const { informer, news } = await started([listed('5', configMap('a', '3')), watch]);
    await news();
    watch.event('ADDED', configMap('b', '6')).event('MODIFIED', configMap('a', '7', { color: 'blue' }));
    expect(await news()).toEqual(['add b 6', 'update a 3->7']);
    expect(informer.byIndex('color', 'red').map(({ metadata }) => metadata.name)).toEqual(['b']);
    expect(informer.byIndex('color', 'blue').map(({ metadata }) => metadata.name)).toEqual(['a']);
    watch.event('DELETED', configMap('a', '8', { color: 'blue' }));
    expect(await news()).toEqual(['delete a 7->8']);
    expect(informer.byIndex('color', 'blue')).toEqual([]);
    expect(() => informer.byIndex('colour', 'x')).toThrow("there is no index 'colour'; there are: color");
  });

  it('goes on from the last bookmark after the server closed the watch', async () => {
    const watch = new OpenStream();
    const { clock, transport, news, paths } = await started([listed('5'), watch]);
    watch.event('BOOKMARK', { metadata: { resourceVersion: '40' } });
    await clock.advance(60_000);
    transport.script.push(new OpenStream());
    watch.end();
    expect(await news()).toEqual([]);
    expect(paths().at(-1)).toBe('/api/v1/configmaps?watch=true&allowWatchBookmarks=true&resourceVersion=40');
  });

  it('goes on from the last event after the connection broke, without a list', async () => {
    const [watch, next] = [new OpenStream(), new OpenStream()];
    const { clock, transport, errors, news, paths } = await started([listed('5'), watch]);
    watch.event('ADDED', configMap('a', '6')).fail(reset);
    transport.script.push(next);
    await clock.advance(800);
    next.event('MODIFIED', configMap('a', '7'));
    expect(await news()).toEqual(['add a 6', 'update a 6->7']);
    expect(errors).toEqual([reset]);
    expect(paths()).toHaveLength(3);
    expect(paths()[2]).toContain('watch=true&allowWatchBookmarks=true&resourceVersion=6');
  });

  for (const [name, trouble] of Object.entries({
    '429': refusal(429, 'TooManyRequests'),
    refused: reset,
    '500': refusal(500, 'x'),
  })) {
    it(`tries the watch again, not the list, after ${name}`, async () => {
      const { clock, paths } = await started([listed('5'), trouble, trouble, new OpenStream()]);
      await clock.advance(2_400);
      expect(
        paths()
          .slice(1)
          .every((path) => path.includes('watch=true')),
      ).toBe(true);
      expect(paths()).toHaveLength(4);
    });
  }

  it('waits longer each time, up to 30 s, and is quick again after two healthy minutes', async () => {
    const watch = new OpenStream();
    const { clock, transport, paths } = await started([listed('5'), ...Array<Answer>(12).fill(reset), watch]);
    await clock.runUntil(() => paths().length === 14, 400_000);
    const took = clock.monotonic();
    // At most 0.8 + 1.6 + 3.2 + 6.4 + 12.8 + 25.6 + 6 * 30 s; full jitter halves that on average.
    expect(took).toBeLessThan(231_000);
    expect(took).toBeGreaterThan(60_000);
    watch.event('BOOKMARK', { metadata: { resourceVersion: '9' } });
    await clock.advance(121_000);
    transport.script.push(new OpenStream());
    watch.fail(reset);
    await clock.advance(800);
    expect(paths()).toHaveLength(15);
  });

  it('takes a peer that is silent for 180 s for gone', async () => {
    const { clock, errors, transport, paths } = await started([listed('5'), new OpenStream()]);
    transport.script.push(new OpenStream());
    await clock.advance(179_999);
    expect(errors).toEqual([]);
    await clock.advance(1_000);
    expect(errors).toMatchObject([{ code: 'ETIMEDOUT' }]);
    expect(paths()).toHaveLength(3);
  });

  it('puts together characters and lines that straddle parts', async () => {
    const watch = new OpenStream();
    const { informer, news } = await started([listed('5'), watch]);
    const bytes = new TextEncoder().encode(
      `${JSON.stringify({ type: 'ADDED', object: configMap('a', '6', { color: 'grün€𝄞' }) })}\n`,
    );
    for (const byte of bytes) watch.bytes(Uint8Array.of(byte));
    expect(await news()).toEqual(['add a 6']);
    expect(informer.get('n', 'a')?.data?.['color']).toBe('grün€𝄞');
  });

  it('takes half a line for a broken connection', async () => {
    const [watch, next] = [new OpenStream(), new OpenStream()];
    const { clock, transport, errors, news } = await started([listed('5'), watch]);
    transport.script.push(next);
    watch.bytes(new TextEncoder().encode('{"type":"ADDED","obj')).end();
    await clock.advance(800);
    next.event('ADDED', configMap('a', '6'));
    expect(await news()).toEqual(['add a 6']);
    expect(errors).toMatchObject([{ code: 'EPROTO' }]);
  });
});

describe('a version that is too old', () => {
  const expired = { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' };
  const cases: Record<string, Answer> = {
    'as the answer': refusal(410, 'Expired'),
    'as an ERROR event': new OpenStream().event('ERROR', expired),
  };
  for (const [name, trouble] of Object.entries(cases)) {
    it(`${name}: lists anew, whatever the newest version is`, async () => {
      const again = listed('20', configMap('a', '3'), configMap('b', '19'), configMap('d', '18'));
      const first = listed('5', configMap('a', '3'), configMap('b', '4'), configMap('c', '5'));
      const { clock, news, paths } = await started([first, trouble, again, new OpenStream()]);
      await clock.advance(800);
      expect((await news()).slice(3)).toEqual(['delete c 5->5 unknown', 'update b 4->19', 'add d 18']);
      expect(paths()[2]).toBe('/api/v1/configmaps?limit=500');
      expect(paths()[3]).toContain('resourceVersion=20');
    });
  }

  it('that the server does not name: three watches closed at once, and it lists anew', async () => {
    const closed = (): Answer => new OpenStream().end();
    const { clock, paths } = await started([listed('5'), closed(), closed(), closed(), listed('30'), new OpenStream()]);
    await clock.advance(10_000);
    expect(paths().slice(4)).toEqual([
      '/api/v1/configmaps?limit=500',
      '/api/v1/configmaps?watch=true&allowWatchBookmarks=true&resourceVersion=30',
    ]);
  });

  it('is not assumed when a closed watch had something to say', async () => {
    const closed = (version: string): Answer =>
      new OpenStream().event('BOOKMARK', { metadata: { resourceVersion: version } }).end();
    const { clock, paths } = await started([
      listed('5'),
      closed('6'),
      closed('7'),
      closed('8'),
      closed('9'),
      new OpenStream(),
    ]);
    await clock.advance(40_000);
    expect(paths()).toHaveLength(6);
    expect(
      paths()
        .slice(1)
        .every((path) => path.includes('watch=true')),
    ).toBe(true);
  });

  it('asks for the newest version when the server has not seen ours yet', async () => {
    const ahead = refusal(504, 'Timeout', 'Too large resource version: 5, current: 3');
    const { clock, paths } = await started([
      listed('5'),
      refusal(404, 'NotFound'),
      ahead,
      ahead,
      ahead,
      ahead,
      ahead,
      listed('4'),
      new OpenStream(),
    ]);
    await clock.advance(60_000);
    expect(
      paths()
        .filter((path) => !path.includes('watch='))
        .at(-1),
    ).toBe('/api/v1/configmaps?limit=500');
  });
});

describe('identity', () => {
  it('an object of the same name with another uid is a delete and an add', async () => {
    const watch = new OpenStream();
    const { news } = await started([listed('5', configMap('a', '3')), watch]);
    watch.event('MODIFIED', configMap('a', '9', { uid: 'second' }));
    expect(await news()).toEqual(['add a 3 initial', 'delete a 3->3 unknown', 'add a 9']);
    watch.event('DELETED', configMap('a', '10'));
    expect(await news(), 'the late end of the first').toEqual([]);
  });

  it('the same version again is no change', async () => {
    const watch = new OpenStream();
    const { news } = await started([listed('5', configMap('a', '3')), watch]);
    watch.event('ADDED', configMap('a', '3'));
    expect(await news()).toEqual(['add a 3 initial']);
  });
});

describe('handlers', () => {
  it('one that throws neither ends the watch nor hides the change from the others', async () => {
    const watch = new OpenStream();
    const { informer, errors, news } = await started([listed('5'), watch]);
    const seen: string[] = [];
    informer.onChange(() => {
      throw new Error('a mistake');
    });
    const stop = informer.onChange(({ object }) => seen.push(object.metadata.name));
    watch.event('ADDED', configMap('a', '6')).event('ADDED', configMap('b', '7'));
    expect(await news()).toEqual(['add a 6', 'add b 7']);
    expect(seen).toEqual(['a', 'b']);
    expect(errors).toEqual([new Error('a mistake'), new Error('a mistake')]);
    stop();
    watch.event('ADDED', configMap('c', '8'));
    await news();
    expect(seen).toEqual(['a', 'b']);
  });

  it('one that comes late is told what is there', async () => {
    const { informer } = await started([listed('5', configMap('a', '3')), new OpenStream()]);
    const seen: unknown[] = [];
    informer.onChange(({ type, object, initial }) => seen.push([type, object.metadata.name, initial]));
    expect(seen).toEqual([['add', 'a', true]]);
  });

  it('must not write into the cache (found in tests by freezing)', async () => {
    const { informer } = await started([listed('5', configMap('a', '3')), new OpenStream()]);
    expect(() => {
      informer.get('n', 'a')!.data!['color'] = 'black';
    }).toThrow(TypeError);
  });
});

it('an indexer that throws leaves its object out of the index, and the watch goes on', async () => {
  const watch = new OpenStream();
  const indexers = { zone: (object: ConfigMap) => [object.metadata!.annotations!['zone']!] };
  const { informer, errors, news } = await started([listed('5', configMap('a', '3')), watch], { indexers });
  const b = configMap('b', '6');
  b.metadata.annotations = { zone: 'x' };
  watch.event('ADDED', b);
  expect(await news()).toEqual(['add a 3 initial', 'add b 6']);
  expect(informer.byIndex('zone', 'x').map(({ metadata }) => metadata.name)).toEqual(['b']);
  expect(errors[0]).toBeInstanceOf(TypeError);
});

describe('own writes', () => {
  it('are visible at once, in every way of reading, until the watch shows them', async () => {
    const watch = new OpenStream();
    const { informer, news } = await started([listed('5', configMap('a', '3')), watch]);
    informer.written(configMap('a', '8', { color: 'blue' }));
    informer.written(configMap('b', '9'));
    expect(informer.get('n', 'a')?.metadata.resourceVersion).toBe('8');
    expect(informer.list().map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
    expect(informer.byIndex('color', 'red').map(({ metadata }) => metadata.name)).toEqual(['b']);
    expect(informer.byIndex('color', 'blue').map(({ metadata }) => metadata.name)).toEqual(['a']);
    watch.event('MODIFIED', configMap('a', '7', { color: 'green' }));
    await news();
    expect(informer.get('n', 'a')?.metadata.resourceVersion, 'an older version still on its way').toBe('8');
    watch.event('MODIFIED', configMap('a', '8', { color: 'blue' })).event('MODIFIED', configMap('a', '10'));
    await news();
    expect(informer.get('n', 'a')?.metadata.resourceVersion).toBe('10');
  });

  it('that the watch was quicker to tell than the answer do not cover what came after', async () => {
    const watch = new OpenStream();
    const { informer, news } = await started([listed('5', configMap('a', '3')), watch]);
    watch.event('MODIFIED', configMap('a', '8')).event('MODIFIED', configMap('a', '9'));
    await news();
    informer.written(configMap('a', '8'));
    expect(informer.get('n', 'a')?.metadata.resourceVersion).toBe('9');
  });

  it('give way after 10 s in which the watch said nothing', async () => {
    const { clock, informer } = await started([listed('5', configMap('a', '3')), new OpenStream()]);
    informer.written(configMap('a', '8'));
    await clock.advance(9_999);
    expect(informer.get('n', 'a')?.metadata.resourceVersion).toBe('8');
    await clock.advance(1);
    expect(informer.get('n', 'a')?.metadata.resourceVersion).toBe('3');
  });

  it('of a delete hide that object, but not its successor', async () => {
    const watch = new OpenStream();
    const { informer, news } = await started([listed('5', configMap('a', '3')), watch]);
    informer.deleted('n', 'a', 'uid-a');
    expect([informer.get('n', 'a'), informer.list()]).toEqual([undefined, []]);
    informer.written(configMap('a', '9', { uid: 'second' }));
    watch.event('DELETED', configMap('a', '8'));
    await news();
    expect(informer.get('n', 'a')?.metadata.uid, 'the end of the first is not the end of the second').toBe('second');
    watch.event('ADDED', configMap('a', '9', { uid: 'second' }));
    await news();
    expect(informer.get('n', 'a')?.metadata.uid).toBe('second');
  });
});

describe('not being synced', () => {
  const cases: [failure: string, trouble: Answer, message: RegExp][] = [
    [
      'missing',
      refusal(404, 'NotFound', 'the server could not find the requested resource'),
      /install the CRD flinkdeployments.flink.apache.org/,
    ],
    [
      'forbidden',
      refusal(403, 'Forbidden', 'cannot list'),
      /grant it 'list' and 'watch' on flinkdeployments.flink.apache.org/,
    ],
    ['unreachable', refusal(500, 'InternalError', 'etcd is down'), /etcd is down/],
  ];
  for (const [failure, trouble, message] of cases) {
    it(`says after 120 s that the kind is ${failure}, and goes on trying`, async () => {
      const clock = new VirtualClock();
      const transport = new ScriptedTransport(...Array<Answer>(30).fill(trouble));
      const client = new KubernetesClient({ transport, clock, random: new SeededRandom() });
      const informer = new Informer({ resource: client.resource(FLINK_DEPLOYMENT), namespaces: ['n'] });
      const stop = new AbortController();
      const ended = informer.start(stop.signal);
      let error: unknown;
      informer.synced.catch((reason: unknown) => (error = reason));
      await clock.advance(119_999);
      expect(error).toBeUndefined();
      await clock.advance(1);
      expect(error).toMatchObject({ name: 'InformerSyncError', failure });
      expect((error as Error).message).toMatch(message);
      transport.script.length = 0;
      transport.script.push(listed('1'), new OpenStream());
      await clock.advance(30_000);
      expect(informer.hasSynced).toBe(true);
      stop.abort(new Error('over'));
      await ended;
      expect(clock.pendingTimers).toBe(0);
    });
  }

  it('ends with the reason of its signal when it is stopped before', async () => {
    const { informer, stop } = await started([]);
    stop.abort(new Error('stopping'));
    await expect(informer.synced).rejects.toThrow('stopping');
  });
});

it('knows when it last heard from the server', async () => {
  const watch = new OpenStream();
  const { clock, informer } = await started([listed('5'), watch]);
  await clock.advance(30_000);
  expect(informer.silentForMs()).toBe(30_000);
  watch.event('BOOKMARK', { metadata: { resourceVersion: '6' } });
  await clock.settle();
  expect(informer.silentForMs()).toBe(0);
  expect(informer.lastEventAt).toBe(clock.now());
});
