// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest';
import { readText } from '../../runtime/transport.ts';
import type { Transport, TransportRequest } from '../../runtime/transport.ts';
import { SeededRandom } from '../seeded-random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { InMemoryApiServer } from './server.ts';

type Decide = (request: {
  operation: string;
  object: { data?: Record<string, string> };
  oldObject: unknown;
  dryRun: boolean;
  uid: string;
}) => object;

function setUp(
  decide: Decide | 'silence',
  webhook: object = {},
  kind = 'Validating',
): { clock: VirtualClock; server: InMemoryApiServer; asked: TransportRequest[] } {
  const clock = new VirtualClock();
  const asked: TransportRequest[] = [];
  const webhooks: Transport = {
    async request(request) {
      asked.push(request);
      if (decide === 'silence') {
        return new Promise((_, reject) =>
          request.signal?.addEventListener('abort', () => reject(request.signal?.reason as Error)),
        );
      }
      const { request: review } = JSON.parse(request.body ?? '') as { request: Parameters<Decide>[0] };
      const body = JSON.stringify({ response: { uid: review.uid, ...decide(review) } });
      return {
        status: 200,
        headers: {},
        body: (async function* () {
          yield new TextEncoder().encode(body);
        })(),
      };
    },
  };
  const server = new InMemoryApiServer({ clock, random: new SeededRandom(), webhooks });
  server.apply({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: `${kind}WebhookConfiguration`,
    metadata: { name: 'w' },
    webhooks: [
      {
        name: 'check.example.com',
        clientConfig: { service: { namespace: 'ops', name: 'hook', path: '/validate', port: 9443 } },
        rules: [
          {
            operations: ['CREATE', 'UPDATE', 'DELETE'],
            apiGroups: [''],
            apiVersions: ['v1'],
            resources: ['configmaps'],
          },
        ],
        ...webhook,
      },
    ],
  } as never);
  return { clock, server, asked };
}

async function post(
  server: InMemoryApiServer,
  path = '/api/v1/namespaces/default/configmaps',
  method = 'POST',
  body: unknown = { metadata: { name: 'm' }, data: { a: 'b' } },
): Promise<{ code: number; body: Record<string, unknown>; warning: string | undefined }> {
  const response = await server
    .transport()
    .request({ method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    code: response.status,
    body: JSON.parse(await readText(response.body)) as Record<string, unknown>,
    warning: response.headers['warning'],
  };
}

describe('a validating webhook', () => {
  it('sees the whole object and lets it pass, with warnings', async () => {
    const { server, asked } = setUp(() => ({ allowed: true, warnings: ['careful'] }));
    const created = await post(server);
    expect(created).toMatchObject({ code: 201, warning: '299 - "careful"' });
    expect(asked[0]).toMatchObject({ origin: 'https://hook.ops.svc:9443', path: '/validate?timeout=10s' });
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      request: {
        operation: 'CREATE',
        name: 'm',
        namespace: 'default',
        dryRun: false,
        oldObject: null,
        object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { uid: expect.any(String) } },
      },
    });
  });

  it('denies in its own words', async () => {
    const { server } = setUp(() => ({ allowed: false, status: { code: 403, message: 'no such luck' } }));
    expect(await post(server)).toMatchObject({
      code: 403,
      body: { message: 'admission webhook "check.example.com" denied the request: no such luck' },
    });
    expect(server.get('configmaps', 'default', 'm')).toBeUndefined();
  });

  it('denies without words', async () => {
    const { server } = setUp(() => ({ allowed: false }));
    expect(await post(server)).toMatchObject({
      code: 400,
      body: { message: 'admission webhook "check.example.com" denied the request without explanation' },
    });
  });

  it('may forbid a deletion', async () => {
    const { server } = setUp(({ operation }) => ({ allowed: operation !== 'DELETE' }));
    await post(server);
    expect(await post(server, '/api/v1/namespaces/default/configmaps/m', 'DELETE', {})).toMatchObject({ code: 400 });
    expect(server.get('configmaps', 'default', 'm')).toBeDefined();
  });

  it.each([
    ['Fail', 500],
    ['Ignore', 201],
  ])('that is silent for its timeout counts as failed: %s', async (failurePolicy, code) => {
    const { clock, server } = setUp('silence', { failurePolicy, timeoutSeconds: 3 });
    let answer: { code: number } | undefined;
    const waiting = post(server).then((value) => (answer = value));
    await clock.advance(2999);
    expect(answer).toBeUndefined();
    await clock.advance(1);
    expect((await waiting).code).toBe(code);
  });

  it('is not asked about other namespaces or resources', async () => {
    const { server, asked } = setUp(() => ({ allowed: false }), {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
    });
    expect((await post(server)).code).toBe(201);
    expect((await post(server, '/api/v1/namespaces/kube-system/secrets')).code).toBe(201);
    expect(asked).toEqual([]);
    expect((await post(server, '/api/v1/namespaces/kube-system/configmaps')).code).toBe(400);
  });
});

it('a mutating webhook changes what is stored', async () => {
  const patch = Buffer.from(
    JSON.stringify([
      { op: 'add', path: '/data/c', value: 'd' },
      { op: 'add', path: '/metadata/labels', value: { x: 'y' } },
    ]),
  ).toString('base64');
  const { server } = setUp(() => ({ allowed: true, patchType: 'JSONPatch', patch }), {}, 'Mutating');
  expect((await post(server)).body).toMatchObject({ data: { a: 'b', c: 'd' }, metadata: { labels: { x: 'y' } } });
});
