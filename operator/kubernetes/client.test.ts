// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../lib/kubernetes/objects.ts';
import { TransportError } from '../../lib/runtime/transport.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { KubernetesClient } from './client.ts';
import type { KubernetesClientOptions, RequestInfo, ResourceClient } from './client.ts';
import { isAlreadyExists, isConflict, isGone, isNotFound, KubeError } from './kube-error.ts';
import { CONFIG_MAP, FLINK_DEPLOYMENT, NAMESPACE } from './resource-kind.ts';
import { refusal, ScriptedTransport } from '../../test/support/scripted-transport.ts';
import type { Answer } from '../../test/support/scripted-transport.ts';

function setUp(script: Answer[], options: Partial<KubernetesClientOptions> = {}) {
  const clock = new VirtualClock();
  const transport = new ScriptedTransport(...script);
  const client = new KubernetesClient({ transport, clock, random: new SeededRandom(), ...options });
  return { clock, transport, client, configMaps: client.resource(CONFIG_MAP) };
}

/** Lets time pass until the promise is settled; the outcome and the milliseconds that took. */
async function outcome<T>(
  clock: VirtualClock,
  promise: Promise<T>,
): Promise<{ value?: T; error?: unknown; ms: number }> {
  const started = clock.monotonic();
  let settled: { value?: T; error?: unknown } | undefined;
  promise.then(
    (value) => (settled = { value }),
    (error: unknown) => (settled = { error }),
  );
  await clock.runUntil(() => settled !== undefined, 600_000);
  return { ...settled, ms: clock.monotonic() - started };
}

const OK: Answer = { status: 200, body: { metadata: { name: 'a', uid: 'u', resourceVersion: '2' } } };
const reset = new TransportError('ECONNRESET', 'reset', { sent: true });
const refused = new TransportError('ECONNREFUSED', 'refused', { sent: false });
const bound: ConfigMap = { metadata: { name: 'a', namespace: 'n', resourceVersion: '1' } };
const unbound: ConfigMap = { metadata: { name: 'a', namespace: 'n' } };

type Call = (resource: ResourceClient<ConfigMap>) => Promise<unknown>;
const calls: Record<string, Call> = {
  get: (r) => r.get('n', 'a'),
  list: (r) => r.listAll('n'),
  create: (r) => r.create(unbound),
  'replace with version': (r) => r.replace(bound),
  'replace without version': (r) => r.replace(unbound),
  'merge patch': (r) => r.patch('n', 'a', 'merge', { data: {} }),
  'merge patch with version': (r) => r.patch('n', 'a', 'merge', { metadata: { resourceVersion: '1' } }),
  'json patch with version test': (r) =>
    r.patch('n', 'a', 'json', [{ op: 'test', path: '/metadata/resourceVersion', value: '1' }]),
  apply: (r) => r.patch('n', 'a', 'apply', {}, { fieldManager: 'f' }),
  'delete by uid': (r) => r.delete('n', 'a', { preconditions: { uid: 'u' } }),
  'delete by name': (r) => r.delete('n', 'a'),
};

/** Tries per call and trouble: 2 is "once more", 1 is "given to the caller". */
const retried: [trouble: string, first: Answer, tries: Record<string, number>][] = [
  [
    'no answer, perhaps carried out',
    reset,
    {
      get: 2,
      list: 2,
      create: 1,
      'replace with version': 2,
      'replace without version': 1,
      'merge patch': 1,
      'merge patch with version': 2,
      'json patch with version test': 2,
      apply: 2,
      'delete by uid': 2,
      'delete by name': 1,
    },
  ],
  ['never sent', refused, { get: 2, create: 2, 'replace without version': 2, 'delete by name': 2 }],
  ['409', refusal(409, 'Conflict'), { create: 1, 'replace with version': 1, apply: 1, 'merge patch': 1 }],
  ['429', refusal(429, 'TooManyRequests'), { get: 2, create: 2, apply: 2, 'delete by name': 2 }],
  ['503', refusal(503, 'ServiceUnavailable'), { get: 2, create: 1, 'replace with version': 2, 'merge patch': 1 }],
  ['504', refusal(504, 'Timeout'), { get: 2, create: 1, apply: 2, 'delete by uid': 2, 'delete by name': 1 }],
  ['500', refusal(500, 'InternalError'), { get: 1, create: 1, apply: 1 }],
  ['404', refusal(404, 'NotFound'), { get: 1, apply: 1 }],
  ['403', refusal(403, 'Forbidden'), { get: 1, create: 1 }],
];

describe('retries', () => {
  for (const [trouble, first, tries] of retried) {
    for (const [call, expected] of Object.entries(tries)) {
      it(`${call} after ${trouble}: ${expected === 1 ? 'not repeated' : 'repeated'}`, async () => {
        const { clock, transport, configMaps } = setUp([first, OK]);
        const { error } = await outcome(clock, calls[call]!(configMaps));
        expect(transport.requests).toHaveLength(expected);
        expect(error === undefined).toBe(expected === 2);
      });
    }
  }

  it('503 of a create with Retry-After is repeated, after that time', async () => {
    const wait: Answer = { status: 503, headers: { 'retry-after': '7' }, body: 'proxy says no' };
    const { clock, transport, configMaps } = setUp([wait, OK]);
    const { ms } = await outcome(clock, configMaps.create(unbound));
    expect(transport.requests).toHaveLength(2);
    expect(ms).toBeGreaterThanOrEqual(7_000);
    expect(ms).toBeLessThan(7_300);
  });

  it('gives a Retry-After of minutes to the caller', async () => {
    const wait: Answer = { status: 429, headers: { 'retry-after': '120' }, body: {} };
    const { clock, transport, configMaps } = setUp([wait, OK]);
    const { error, ms } = await outcome(clock, configMaps.get('n', 'a'));
    expect((error as KubeError).retryAfterSeconds).toBe(120);
    expect([transport.requests.length, ms]).toEqual([1, 0]);
  });

  it('ends after five tries, within 200 + 400 + 800 + 1600 ms', async () => {
    const { clock, transport, configMaps } = setUp([reset, reset, reset, reset, reset, OK]);
    const { error, ms } = await outcome(clock, configMaps.get('n', 'a'));
    expect(error).toBe(reset);
    expect(transport.requests).toHaveLength(5);
    expect(ms).toBeLessThanOrEqual(3_000);
    expect(clock.pendingTimers).toBe(0);
  });

  it('stops waiting when the caller gives up', async () => {
    const { clock, transport, configMaps } = setUp([reset, OK]);
    const giveUp = new AbortController();
    const result = outcome(clock, configMaps.get('n', 'a', { signal: giveUp.signal }));
    giveUp.abort(new Error('enough'));
    expect((await result).error).toEqual(new Error('enough'));
    expect(transport.requests).toHaveLength(1);
    expect(clock.pendingTimers).toBe(0);
  });

  it('gives a silent server 30 s for each try', async () => {
    const { clock, transport, configMaps } = setUp([]);
    const { error, ms } = await outcome(clock, configMaps.create(unbound));
    expect(error).toMatchObject({ name: 'TransportError', code: 'ETIMEDOUT', sent: true });
    expect([transport.requests.length, ms]).toEqual([1, 30_000]);
  });
});

describe('the fence', () => {
  const fenced = new Error('the lease is lost');
  const reads = new Set(['get', 'list']);
  for (const [name, call] of Object.entries(calls)) {
    it(`${name} is ${reads.has(name) ? 'let through' : 'kept from the server'}`, async () => {
      const { clock, transport, configMaps } = setUp([OK], {
        fence: () => {
          throw fenced;
        },
      });
      const { error } = await outcome(clock, call(configMaps));
      expect(error).toBe(reads.has(name) ? undefined : fenced);
      expect(transport.requests).toHaveLength(reads.has(name) ? 1 : 0);
    });
  }

  it('stands before every repetition, too', async () => {
    let open = true;
    const { clock, transport, configMaps } = setUp([refusal(429, 'TooManyRequests'), OK], {
      fence: () => {
        if (!open) throw fenced;
        open = false;
      },
    });
    const { error } = await outcome(clock, configMaps.create(unbound));
    expect(error).toBe(fenced);
    expect(transport.requests).toHaveLength(1);
  });
});

describe('what is sent', () => {
  const sent: [name: string, call: Call, method: string, path: string, contentType: string | undefined][] = [
    ['get', calls['get']!, 'GET', '/api/v1/namespaces/n/configmaps/a', undefined],
    ['create', calls['create']!, 'POST', '/api/v1/namespaces/n/configmaps', 'application/json'],
    ['replace', calls['replace with version']!, 'PUT', '/api/v1/namespaces/n/configmaps/a', 'application/json'],
    ['status', (r) => r.replaceStatus(bound), 'PUT', '/api/v1/namespaces/n/configmaps/a/status', 'application/json'],
    ['merge', calls['merge patch']!, 'PATCH', '/api/v1/namespaces/n/configmaps/a', 'application/merge-patch+json'],
    [
      'json on a sub-resource',
      (r) => r.patch('n', 'a', 'json', [], { subresource: 'status' }),
      'PATCH',
      '/api/v1/namespaces/n/configmaps/a/status',
      'application/json-patch+json',
    ],
    [
      'strategic',
      (r) => r.patch('n', 'a', 'strategic', {}),
      'PATCH',
      '/api/v1/namespaces/n/configmaps/a',
      'application/strategic-merge-patch+json',
    ],
    [
      'apply',
      (r) => r.patch('n', 'a', 'apply', {}, { fieldManager: 'f', force: true }),
      'PATCH',
      '/api/v1/namespaces/n/configmaps/a?force=true&fieldManager=f',
      'application/apply-patch+yaml',
    ],
    [
      'deleteCollection',
      (r) => r.deleteCollection('n', { labelSelector: 'app=x,component=y' }),
      'DELETE',
      '/api/v1/namespaces/n/configmaps?labelSelector=app%3Dx%2Ccomponent%3Dy',
      'application/json',
    ],
  ];
  for (const [name, call, method, path, contentType] of sent) {
    it(`${name}: ${method} ${path}`, async () => {
      const { clock, transport, configMaps } = setUp([OK]);
      await outcome(clock, call(configMaps));
      expect(transport.requests[0]).toMatchObject({ method, path });
      expect(transport.requests[0]?.headers?.['content-type']).toBe(contentType);
    });
  }

  it('delete carries its options', async () => {
    const { clock, transport, configMaps } = setUp([OK]);
    await outcome(clock, configMaps.delete('n', 'a', { propagationPolicy: 'Foreground', preconditions: { uid: 'u' } }));
    expect(JSON.parse(transport.requests[0]?.body ?? '')).toEqual({
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: 'Foreground',
      preconditions: { uid: 'u' },
    });
  });

  it('addresses custom and cluster-wide kinds', async () => {
    const { clock, transport, client } = setUp([OK, OK]);
    await outcome(clock, client.resource(FLINK_DEPLOYMENT).get('n', 'job'));
    await outcome(clock, client.resource(NAMESPACE).get(undefined, 'n'));
    expect(transport.requests.map(({ path }) => path)).toEqual([
      '/apis/flink.apache.org/v1beta1/namespaces/n/flinkdeployments/job',
      '/api/v1/namespaces/n',
    ]);
  });

  it('never turns a missing name or namespace into the address of a collection', async () => {
    const { configMaps } = setUp([]);
    await expect(configMaps.delete('n', '')).rejects.toThrow(/needs a name/);
    await expect(configMaps.delete(undefined, 'a')).rejects.toThrow(/needs a namespace/);
    await expect(configMaps.create({ metadata: { name: 'a' } })).rejects.toThrow(/metadata.namespace is missing/);
  });
});

describe('lists', () => {
  const page = (names: string[], next?: string): Answer => ({
    status: 200,
    body: {
      metadata: { resourceVersion: '9', ...(next === undefined ? {} : { continue: next }) },
      items: names.map((name) => ({ metadata: { name, uid: name, resourceVersion: '1' } })),
    },
  });

  it('come in pages, and only the first asks for a version', async () => {
    const { clock, transport, configMaps } = setUp([page(['a', 'b'], 'T+/1'), page(['c'], '')]);
    const { value } = await outcome(clock, configMaps.listAll(undefined, { limit: 2, resourceVersion: '0' }));
    expect(value?.map(({ metadata }) => metadata.name)).toEqual(['a', 'b', 'c']);
    expect(value?.[0]).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap' });
    expect(transport.requests.map(({ path }) => path)).toEqual([
      '/api/v1/configmaps?limit=2&resourceVersion=0',
      '/api/v1/configmaps?limit=2&continue=T%2B%2F1',
    ]);
  });

  it('start once more when the version expires between two pages', async () => {
    const { clock, configMaps } = setUp([page(['a'], 'T'), refusal(410, 'Expired'), page(['a'], 'U'), page(['b'])]);
    const { value } = await outcome(clock, configMaps.listAll('n'));
    expect(value?.map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
  });
});

describe('errors', () => {
  it('say what was asked and what the server said', async () => {
    const { clock, configMaps } = setUp([refusal(404, 'NotFound', 'configmaps "a" not found')]);
    const { error } = await outcome(clock, configMaps.get('n', 'a'));
    expect(error).toMatchObject({
      code: 404,
      reason: 'NotFound',
      message: 'GET /api/v1/namespaces/n/configmaps/a: 404 configmaps "a" not found',
    });
    expect(isNotFound(error)).toBe(true);
  });

  it('find turns not found into undefined, and nothing else', async () => {
    const { clock, configMaps } = setUp([refusal(404, 'NotFound'), refusal(403, 'Forbidden')]);
    expect(await outcome(clock, configMaps.find('n', 'a'))).toMatchObject({ value: undefined, ms: 0 });
    expect((await outcome(clock, configMaps.find('n', 'a'))).error).toMatchObject({ code: 403 });
  });

  it('tell a conflict from a name that is taken', () => {
    const conflict = new KubeError({ code: 409, reason: 'Conflict' }, 'PUT /x');
    const taken = new KubeError({ code: 409, reason: 'AlreadyExists' }, 'POST /x');
    expect([isConflict(conflict), isAlreadyExists(conflict)]).toEqual([true, false]);
    expect([isConflict(taken), isAlreadyExists(taken)]).toEqual([false, true]);
    expect(isGone(new KubeError({ code: 410, reason: 'Gone' }, ''))).toBe(true);
  });

  it('keep the words of a proxy that speaks no Status', async () => {
    const { clock, configMaps } = setUp([{ status: 502, body: '<html>bad gateway</html>' }]);
    const { error } = await outcome(clock, configMaps.get('n', 'a'));
    expect(error).toMatchObject({ code: 502, reason: '' });
    expect((error as Error).message).toContain('bad gateway');
  });
});

it('reports each try', async () => {
  const infos: RequestInfo[] = [];
  const { clock, configMaps } = setUp([reset, OK], { onRequest: (info) => infos.push(info) });
  await outcome(clock, configMaps.get('n', 'a'));
  expect(infos).toMatchObject([
    { verb: 'get', method: 'GET', resource: 'configmaps', code: '<error>', retry: 0 },
    { verb: 'get', code: '200', retry: 1, responseBytes: 57 },
  ]);
});
