// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Transport, TransportRequest } from '../../lib/runtime/transport.ts';
import { readText } from '../../lib/runtime/transport.ts';
import { createProxyTransport, proxyPath } from './proxy-transport.ts';

const status = (code: number, message: string, kind?: string): unknown => ({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message,
  reason: 'ServiceUnavailable',
  code,
  ...(kind && { details: { name: 'clicks-rest', kind } }),
});

function apiServer(code: number, body: unknown, seen: TransportRequest[] = []): Transport {
  return {
    request: (request) => {
      seen.push(request);
      const bytes = (async function* () {
        yield new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
      })();
      return Promise.resolve({ status: code, headers: { 'content-type': 'application/json' }, body: bytes });
    },
  };
}

const REQUEST = { method: 'GET', origin: 'http://clicks-rest.streams:8081', path: '/v1/jobs/overview' };

describe('through the API server', () => {
  it('asks for the service proxy of that Service and port', async () => {
    const seen: TransportRequest[] = [];
    const answer = await createProxyTransport(apiServer(200, { jobs: [] }, seen)).request(REQUEST);
    expect(seen[0]?.path).toBe('/api/v1/namespaces/streams/services/http:clicks-rest:8081/proxy/v1/jobs/overview');
    expect(seen[0]?.origin).toBeUndefined();
    expect(await readText(answer.body)).toBe('{"jobs":[]}');
  });

  it.each([
    ['http://a-rest.ns:8081', '/api/v1/namespaces/ns/services/http:a-rest:8081/proxy'],
    ['https://a-rest.ns.svc.cluster.local:9443', '/api/v1/namespaces/ns/services/https:a-rest:9443/proxy'],
    ['http://a-rest.ns', '/api/v1/namespaces/ns/services/http:a-rest:80/proxy'],
  ])('%s', (origin, path) => expect(proxyPath(origin)).toBe(path));

  it.each([
    [
      'no pod behind the Service',
      503,
      status(503, 'no endpoints available for service "http:clicks-rest:8081"'),
      'ECONNREFUSED',
      false,
    ],
    [
      'a closed port',
      503,
      status(503, 'error trying to reach service: dial tcp 10.0.0.1:8081: connect: connection refused'),
      'ECONNREFUSED',
      false,
    ],
    ['a peer that hangs up', 503, status(503, 'error trying to reach service: EOF'), 'ECONNRESET', true],
    ['no Service', 404, status(404, 'services "clicks-rest" not found', 'services'), 'ENOTFOUND', false],
    ['a peer that is silent', 504, status(504, 'timeout'), 'ECONNRESET', true],
  ])('%s is a connection error', async (_name, code, body, expected, sent) => {
    await expect(createProxyTransport(apiServer(code, body)).request(REQUEST)).rejects.toMatchObject({
      name: 'TransportError',
      code: expected,
      sent,
    });
  });

  it.each([
    ["Flink's own 503", 503, { errors: ['Service temporarily unavailable due to an ongoing leader election.'] }],
    ["Flink's own 404", 404, { errors: ['Not found: /x'] }],
    ['a refusal of the caller', 403, status(403, 'services "http:clicks-rest:8081" is forbidden')],
  ])('%s passes as it is', async (_name, code, body) => {
    const answer = await createProxyTransport(apiServer(code, body)).request(REQUEST);
    expect(answer.status).toBe(code);
    expect(JSON.parse(await readText(answer.body))).toEqual(body);
  });
});
