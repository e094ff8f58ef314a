// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { sleep } from '../../lib/runtime/clock.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { memoryLog } from '../telemetry/memory-log.ts';
import { KubernetesClient } from './client.ts';
import { Controller } from './controller.ts';
import { EventRecorder } from './event-recorder.ts';
import { Health } from './health.ts';
import { Informer } from './informer.ts';
import { CONFIG_MAP, EVENT } from './resource-kind.ts';
import { Runtime } from './runtime.ts';
import { OpenStream, ScriptedTransport } from '../../test/support/scripted-transport.ts';
import type { Answer } from '../../test/support/scripted-transport.ts';

const object = { metadata: { name: 'a', namespace: 'n', uid: 'u', resourceVersion: '1' } };

function setUp(script: Answer[], reconcileMs = 10_000) {
  const clock = new VirtualClock();
  const random = new SeededRandom();
  const { log } = memoryLog();
  const transport = new ScriptedTransport(...script);
  const client = new KubernetesClient({ transport, clock, random });
  const informer = new Informer({ resource: client.resource(CONFIG_MAP) });
  const events = new EventRecorder({ events: client.resource(EVENT), log });
  const happened: string[] = [];
  const at = (what: string): void => void happened.push(`${clock.monotonic() / 1000} ${what}`);
  const controller = new Controller({
    name: 'c',
    clock,
    random,
    log,
    reconcile: async ({ signal }) => {
      at('reconcile begins');
      await sleep(clock, reconcileMs, signal).finally(() => at('reconcile ends'));
      events.record(
        { ...object, kind: 'ConfigMap' },
        { component: 'Operator', type: 'Normal', reason: 'r', message: 'm' },
      );
      return undefined;
    },
  }).watch(informer);
  const health = new Health();
  const runtime = new Runtime({
    clock,
    log,
    health,
    informers: [informer],
    controllers: [controller],
    events,
    drain: () => Promise.resolve(at(`drain, ready ${health.isOk('readyz')}`)),
    release: () => Promise.resolve(at(`release after ${transport.requests.at(-1)?.method}`)),
  });
  return { clock, transport, runtime, health, happened, at };
}

const listed: Answer = { status: 200, body: { metadata: { resourceVersion: '5' }, items: [object] } };

it('starts with the informers, is ready when they have listed, and works only when told to lead', async () => {
  const { clock, runtime, health, happened } = setUp([listed, new OpenStream()]);
  expect(health.handle('/readyz')?.body).toContain('not listed yet: configmaps');
  await runtime.warmUp();
  await clock.settle();
  expect([health.isOk('readyz'), happened]).toEqual([true, []]);
  runtime.lead();
  await clock.settle();
  expect(happened).toEqual(['0 reconcile begins']);
  const stopped = runtime.stop();
  await clock.advance(30_000);
  await stopped;
});

it('stops in order: not ready, drained, watches aborted, reconciles ended, events sent, lease released', async () => {
  const { clock, transport, runtime, health, happened, at } = setUp([listed, new OpenStream()]);
  await runtime.start();
  await clock.advance(4_000);
  transport.requests[1]?.signal?.addEventListener('abort', () => at('watch aborted'));
  transport.script.push({ status: 201, body: { metadata: {} } });
  let stopped = false;
  void runtime.stop().then(() => (stopped = true));
  expect(runtime.stop(), 'a second call is the same stop').toBe(runtime.stop());
  await clock.advance(20_000);
  expect(happened).toEqual([
    '0 reconcile begins',
    '4 drain, ready false',
    '4 watch aborted',
    '10 reconcile ends',
    '10 release after POST',
  ]);
  expect([stopped, health.isOk('readyz'), clock.pendingTimers]).toEqual([true, false, 0]);
});

it('takes at most 27 s, whatever its reconciles and events do', async () => {
  const { clock, runtime } = setUp([listed, new OpenStream()], 1e9);
  await runtime.start();
  await clock.settle();
  let stopped: number | undefined;
  void runtime.stop().then(() => (stopped = clock.monotonic()));
  await clock.advance(60_000);
  expect(stopped).toBeLessThanOrEqual(27_000);
});

it('stopped before it was started, does nothing and ends', async () => {
  const { clock, runtime, happened } = setUp([]);
  void runtime.stop();
  runtime.lead();
  await clock.settle();
  expect(happened).toEqual(['0 drain, ready false', '0 release after undefined']);
});

it('is unhealthy when an informer has heard nothing for ten minutes', async () => {
  const { clock, transport, runtime, health } = setUp([listed, new OpenStream()]);
  await runtime.warmUp();
  transport.script.length = 0;
  await clock.advance(600_000);
  expect(health.isOk('healthz')).toBe(true);
  await clock.advance(1);
  expect(health.handle('/healthz')?.body).toContain('nothing heard for 10 minutes about: configmaps');
  void runtime.stop();
  await clock.advance(30_000);
});
