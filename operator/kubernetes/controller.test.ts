// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { sleep } from '../../lib/runtime/clock.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { memoryLog } from '../telemetry/memory-log.ts';
import { Controller } from './controller.ts';
import type { ControllerOptions, ReconcileRequest, ReconcileResult } from './controller.ts';
import { TerminalError } from './reconcile-error.ts';
import { noMetrics } from './runtime-metrics.ts';
import type { RuntimeMetrics } from './runtime-metrics.ts';

type Reconcile = (request: ReconcileRequest) => Promise<ReconcileResult | undefined>;

function setUp(reconcile: Reconcile, options: Partial<ControllerOptions> = {}) {
  const clock = new VirtualClock();
  const { log, lines } = memoryLog();
  const counted: string[] = [];
  const metrics: RuntimeMetrics = {
    ...noMetrics,
    reconciled: (controller, result) => counted.push(`${controller} ${result}`),
    terminalError: () => counted.push('terminal'),
    panicked: () => counted.push('panic'),
    timedOut: () => counted.push('timeout'),
  };
  const runs: [at: number, key: string][] = [];
  const controller = new Controller({
    name: 'flinkdeployment',
    clock,
    random: new SeededRandom(),
    log,
    metrics,
    rate: { limit: 0, periodMs: 0 },
    reconcile: (request) => {
      runs.push([clock.monotonic(), request.key]);
      return reconcile(request);
    },
    ...options,
  });
  controller.start();
  return { clock, controller, lines, counted, runs };
}

const succeed: Reconcile = () => Promise.resolve(undefined);
const fail: Reconcile = () => Promise.reject(new Error('no'));

describe('results', () => {
  it('success: runs when something happens', async () => {
    const { clock, controller, runs, counted } = setUp(succeed);
    controller.queue.add('n/a');
    await clock.advance(1e9);
    expect(runs).toEqual([[0, 'n/a']]);
    expect(counted).toEqual(['flinkdeployment success']);
  });

  it('requeueAfter: runs again then', async () => {
    const { clock, controller, runs, counted } = setUp(() => Promise.resolve({ requeueAfterMs: 60_000 }));
    controller.queue.add('n/a');
    await clock.advance(130_000);
    expect(runs.map(([at]) => at)).toEqual([0, 60_000, 120_000]);
    expect(counted[0]).toBe('flinkdeployment requeue_after');
  });

  it('requeueAfter, and something happens before: runs then, and once more at its time only if asked again', async () => {
    let first = true;
    const { clock, controller, runs } = setUp(() => {
      const again = first;
      first = false;
      return Promise.resolve(again ? { requeueAfterMs: 60_000 } : undefined);
    });
    controller.queue.add('n/a');
    await clock.advance(10_000);
    controller.queue.add('n/a');
    await clock.advance(100_000);
    expect(runs.map(([at]) => at)).toEqual([0, 10_000]);
  });

  it('error: runs again after 5 s, 7.5 s, ...', async () => {
    const { clock, controller, runs, counted, lines } = setUp(fail);
    controller.queue.add('n/a');
    await clock.advance(13_000);
    expect(runs.map(([at]) => at)).toEqual([0, 5_000, 12_500]);
    expect(counted).toEqual(Array(3).fill('flinkdeployment error'));
    expect(lines[0]).toMatchObject({ level: 'error', fields: { namespace: 'n', name: 'a', failures: 1 } });
  });

  it('error, and something happens during the back-off: runs at once', async () => {
    const { clock, controller, runs } = setUp(fail);
    controller.queue.add('n/a');
    await clock.advance(1_000);
    controller.queue.add('n/a');
    await clock.advance(1_000);
    expect(runs.map(([at]) => at)).toEqual([0, 1_000]);
  });

  it('error, and something happened during the run: runs at once and costs no retry', async () => {
    const { clock, controller, runs } = setUp(async ({ key, failures }) => {
      if (runs.length === 1) controller.queue.add(key);
      if (runs.length === 2) expect(failures).toBe(0);
      throw new Error('no');
    });
    controller.queue.add('n/a');
    await clock.advance(5_000);
    expect(runs.map(([at]) => at)).toEqual([0, 0, 5_000]);
  });

  it('success after errors: the back-off starts anew', async () => {
    const failures: number[] = [];
    const { clock, controller, runs } = setUp((request) => {
      failures.push(request.failures);
      return runs.length === 3 ? Promise.resolve({ requeueAfterMs: 1_000 }) : Promise.reject(new Error('no'));
    });
    controller.queue.add('n/a');
    await clock.advance(18_500);
    expect(runs.map(([at]) => at)).toEqual([0, 5_000, 12_500, 13_500, 18_500]);
    expect(failures).toEqual([0, 1, 2, 0, 1]);
  });

  it('all retries used up: runs again when something happens, or after ten hours', async () => {
    const { clock, controller, runs, lines } = setUp(fail, {
      backoff: { initialMs: 1_000, multiplier: 1, maxAttempts: 2 },
    });
    controller.queue.add('n/a');
    await clock.advance(2_000 + 36_000_000);
    expect(runs.map(([at]) => at)).toEqual([0, 1_000, 2_000, 36_002_000]);
    expect(lines[2]?.message).toContain('retries are used up');
  });

  it('terminal error: never runs again by itself', async () => {
    const { clock, controller, runs, counted } = setUp(() => Promise.reject(new TerminalError('never')));
    controller.queue.add('n/a');
    await clock.advance(1e9);
    expect(runs).toHaveLength(1);
    expect(counted).toEqual(['terminal', 'flinkdeployment error']);
  });

  const panics: [string, Reconcile][] = [
    ['a TypeError', () => Promise.reject(new TypeError('x is undefined'))],
    [
      'something thrown that is no error',
      async () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what a careless library does
        throw 'text';
      },
    ],
    [
      'a throw before the first await',
      () => {
        throw new RangeError('sync');
      },
    ],
  ];
  for (const [name, reconcile] of panics) {
    it(`${name}: is a panic, counted and retried`, async () => {
      const { clock, controller, runs, counted } = setUp(reconcile);
      controller.queue.add('n/a');
      await clock.advance(5_000);
      expect(runs).toHaveLength(2);
      expect(counted.slice(0, 2)).toEqual(['panic', 'flinkdeployment error']);
    });
  }
});

describe('workers', () => {
  it('run as many keys at once as there are workers, but never one key twice', async () => {
    const running = new Set<string>();
    let most = 0;
    const { clock, controller, runs } = setUp(
      async ({ key }) => {
        expect(running.has(key)).toBe(false);
        running.add(key);
        most = Math.max(most, running.size);
        await sleep(clock, 10);
        running.delete(key);
        return undefined;
      },
      { workers: 3 },
    );
    for (let i = 0; i < 10; i++) controller.queue.add(`n/${i % 5}`);
    await clock.advance(5);
    for (let i = 0; i < 5; i++) controller.queue.add(`n/${i}`);
    await clock.advance(1_000);
    expect(most).toBe(3);
    // 3 and 4 were still waiting when they were added again.
    expect(runs).toHaveLength(8);
  });

  it('are held back by the rate limit for what is left of the period, and lose nothing', async () => {
    const { clock, controller, runs } = setUp(() => Promise.resolve({ requeueAfterMs: 1_000 }), {
      rate: { limit: 3, periodMs: 15_000 },
    });
    controller.queue.add('n/a');
    await clock.advance(16_500);
    expect(runs.map(([at]) => at)).toEqual([0, 1_000, 2_000, 15_000, 16_000]);
  });
});

describe('the deadline', () => {
  it('aborts the signal of a run after five minutes', async () => {
    const { clock, controller, counted, runs } = setUp(({ signal }) => sleep(clock, 1e7, signal).then(() => undefined));
    controller.queue.add('n/a');
    await clock.advance(299_999);
    expect(counted).toEqual([]);
    await clock.advance(1);
    expect(counted).toEqual(['timeout', 'flinkdeployment error']);
    await clock.advance(5_000);
    expect(runs).toHaveLength(2);
  });

  it('keeps the key locked while a run does not listen', async () => {
    const { clock, controller, runs } = setUp(() => sleep(clock, 600_000).then(() => undefined));
    controller.queue.add('n/a');
    await clock.advance(400_000);
    controller.queue.add('n/a');
    await clock.advance(100_000);
    expect(runs).toHaveLength(1);
  });

  it('is off with 0', async () => {
    const { clock, controller, counted } = setUp(({ signal }) => sleep(clock, 1e7, signal).then(() => undefined), {
      deadlineMs: 0,
    });
    controller.queue.add('n/a');
    await clock.advance(1e7);
    expect(counted).toEqual(['flinkdeployment success']);
  });
});

describe('stopping', () => {
  it('waits for the run that is under way and starts no other', async () => {
    const { clock, controller, counted, runs } = setUp(() => sleep(clock, 10_000).then(() => undefined), {
      workers: 1,
    });
    controller.queue.add('n/a');
    controller.queue.add('n/b');
    await clock.advance(1_000);
    let stopped: number | undefined;
    void controller.stop(25_000).then(() => (stopped = clock.monotonic()));
    await clock.advance(60_000);
    expect([stopped, runs.length, counted]).toEqual([10_000, 1, ['flinkdeployment success']]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('aborts what is not done after the grace, and waits no longer', async () => {
    let reason: unknown;
    const { clock, controller } = setUp(({ signal }) => {
      signal.addEventListener('abort', () => (reason = signal.reason));
      return new Promise(() => undefined);
    });
    controller.queue.add('n/a');
    await clock.settle();
    let stopped: number | undefined;
    void controller.stop(25_000).then(() => (stopped = clock.monotonic()));
    await clock.advance(60_000);
    expect(stopped).toBe(25_000);
    expect(reason).toMatchObject({ name: 'ReconcileTimeout', message: 'the operator is stopping' });
  });

  it('is at once done when nothing was started', async () => {
    const { clock, controller } = setUp(succeed);
    let stopped = false;
    void controller.stop(25_000).then(() => (stopped = true));
    await clock.settle();
    expect(stopped).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });
});

it('gives each run a log that names it', async () => {
  const { clock, controller, lines } = setUp(
    ({ log }) => {
      log.info({ step: 1 }, 'hello');
      return Promise.resolve(undefined);
    },
    { describe: () => ({ uid: 'u-1', generation: 4 }) },
  );
  controller.queue.add('n/a');
  await clock.settle();
  expect(lines).toEqual([
    {
      level: 'info',
      message: 'hello',
      fields: {
        controller: 'flinkdeployment',
        namespace: 'n',
        name: 'a',
        uid: 'u-1',
        generation: 4,
        reconcileID: expect.stringMatching(/^[0-9a-f-]{36}$/),
        step: 1,
      },
    },
  ]);
});
