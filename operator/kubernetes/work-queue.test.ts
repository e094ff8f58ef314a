// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { FLINK_RETRY } from './backoff.ts';
import { Priority, WorkQueue } from './work-queue.ts';

function setUp() {
  const clock = new VirtualClock();
  const queue = new WorkQueue({ clock, backoff: FLINK_RETRY });
  const taken: (string | undefined)[] = [];
  const take = async (): Promise<string | undefined> => {
    void queue.get().then((key) => taken.push(key));
    await clock.settle();
    return taken.at(-1);
  };
  return { clock, queue, taken, take };
}

describe('the queue', () => {
  it('hands out a key once, however often it was added', async () => {
    const { queue, taken, take } = setUp();
    for (let i = 0; i < 3; i++) queue.add('a');
    await take();
    await take();
    expect(taken).toEqual(['a']);
  });

  it('keeps a key back that is being worked on, and hands it out again if it was added meanwhile', async () => {
    const { queue, taken, take, clock } = setUp();
    queue.add('a');
    await take();
    queue.add('a');
    await take();
    expect(taken).toEqual(['a']);
    queue.done('a');
    await clock.settle();
    expect(taken).toEqual(['a', 'a']);
  });

  it('hands out higher priorities first, and the same priority in the order of readiness', async () => {
    const { queue, taken, take } = setUp();
    queue.add('old', { priority: Priority.initial });
    queue.add('later', { afterMs: 5 });
    queue.add('b');
    queue.add('c', { priority: Priority.initial });
    queue.add('a');
    for (let i = 0; i < 4; i++) await take();
    expect(taken).toEqual(['b', 'a', 'old', 'c']);
  });

  it('puts a key whose priority rises at the end of its new class', async () => {
    const { queue, taken, take } = setUp();
    queue.add('a', { priority: Priority.initial });
    queue.add('b');
    queue.add('a');
    queue.add('c');
    for (let i = 0; i < 3; i++) await take();
    expect(taken).toEqual(['b', 'a', 'c']);
  });

  it('never lowers a priority and never postpones', async () => {
    const { clock, queue, taken, take } = setUp();
    queue.add('a', { priority: 5, afterMs: 100 });
    queue.add('a', { priority: 1, afterMs: 5_000 });
    await take();
    await clock.advance(99);
    expect(taken).toEqual([]);
    await clock.advance(1);
    expect(taken).toEqual(['a']);
    expect(queue.priorityOf('a')).toBe(5);
  });

  it('hands out a key in back-off at once when something new comes', async () => {
    const { queue, taken, take } = setUp();
    queue.add('a', { rateLimited: true });
    await take();
    expect(taken).toEqual([]);
    queue.add('a');
    await take();
    expect(taken).toEqual(['a']);
    expect(queue.failures('a')).toBe(1);
  });

  it('takes the shorter of back-off and given delay', async () => {
    const { clock, queue, taken, take } = setUp();
    queue.add('a', { rateLimited: true, afterMs: 100 });
    queue.add('b', { rateLimited: true, afterMs: 60_000 });
    await take();
    await take();
    await clock.advance(100);
    expect(taken).toEqual(['a']);
    await clock.advance(4_900);
    expect(taken).toEqual(['a', 'b']);
  });

  it('waits 5 s, half as long again each time, fifteen times; then no more', async () => {
    const { clock, queue, take } = setUp();
    const waits: number[] = [];
    queue.add('a');
    for (;;) {
      await take();
      const failed = clock.monotonic();
      const more = queue.add('a', { rateLimited: true });
      queue.done('a');
      if (!more) break;
      let ready = false;
      void queue.get().then((key) => {
        ready = true;
        queue.done(key ?? '');
        queue.add('a');
      });
      await clock.runUntil(() => ready, 10_000_000);
      waits.push(Math.round(clock.monotonic() - failed));
    }
    expect(waits).toEqual(Array.from({ length: 15 }, (_, i) => Math.round(5_000 * 1.5 ** i)));
  });

  it('does not count a failure that something newer answers anyway', async () => {
    const { queue, take } = setUp();
    queue.add('a');
    await take();
    queue.add('a');
    expect(queue.add('a', { rateLimited: true })).toBe(true);
    expect(queue.failures('a')).toBe(0);
  });

  it('starts the back-off anew after a success', async () => {
    const { queue } = setUp();
    queue.add('a', { rateLimited: true });
    queue.forget('a');
    expect(queue.failures('a')).toBe(0);
  });

  it('sends all who wait home at shutdown, and leaves no timer', async () => {
    const { clock, queue, taken, take } = setUp();
    queue.add('b', { afterMs: 1_000 });
    await take();
    await take();
    queue.shutdown();
    await clock.settle();
    expect(taken).toEqual([undefined, undefined]);
    expect(await queue.get()).toBeUndefined();
    expect(queue.add('a')).toBe(false);
    expect(clock.pendingTimers).toBe(0);
  });

  it('refuses to take back what it did not hand out', () => {
    const { queue } = setUp();
    expect(() => queue.done('a')).toThrow("has not handed out 'a'");
  });

  it('takes a delay longer than a timer can be', async () => {
    const { clock, queue, taken, take } = setUp();
    queue.add('a', { afterMs: 2 ** 32 });
    await take();
    await clock.advance(2 ** 32 - 1);
    expect(taken).toEqual([]);
    await clock.advance(1);
    expect(taken).toEqual(['a']);
  });
});

/** What the queue should hold, kept in the simplest way: a list of wishes, asked from beginning to end each time. */
interface Model {
  wishes: Map<string, { priority: number; readyAt: number; ready: number | undefined }>;
  working: Set<string>;
  takers: number;
  order: number;
}

describe('any history of adds, gets, dones and waiting', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('add' as const),
        key,
        priority: fc.constantFrom(-100, 0, 7),
        afterMs: fc.constantFrom(0, 0, 1, 10, 50),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('get' as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('done' as const), which: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 9, 40) }) },
  );

  it('hands out exactly what the model says, never a key twice at once, and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { clock, queue } = setUp();
        const model: Model = { wishes: new Map(), working: new Set(), takers: 0, order: 0 };
        const expected: string[] = [];
        const actual: string[] = [];
        const working = new Set<string>();
        const settle = (): void => {
          const now = clock.monotonic();
          const due = [...model.wishes].filter(([, wish]) => wish.readyAt <= now && wish.ready === undefined);
          for (const [each, wish] of due.sort(([, a], [, b]) => a.readyAt - b.readyAt))
            if (!model.working.has(each)) wish.ready = model.order++;
          while (model.takers > 0) {
            const [first] = [...model.wishes]
              .filter(([, wish]) => wish.ready !== undefined)
              .sort(([, a], [, b]) => b.priority - a.priority || (a.ready ?? 0) - (b.ready ?? 0));
            if (first === undefined) return;
            model.wishes.delete(first[0]);
            model.working.add(first[0]);
            model.takers--;
            expected.push(first[0]);
          }
        };
        for (const each of steps) {
          if (each.do === 'add') {
            queue.add(each.key, each);
            const readyAt = clock.monotonic() + each.afterMs;
            const old = model.wishes.get(each.key);
            if (old === undefined) model.wishes.set(each.key, { priority: each.priority, readyAt, ready: undefined });
            else {
              if (each.priority > old.priority && old.ready !== undefined) old.ready = model.order++;
              old.priority = Math.max(old.priority, each.priority);
              old.readyAt = Math.min(old.readyAt, readyAt);
            }
            settle();
          } else if (each.do === 'get') {
            void queue.get().then((taken) => {
              if (taken === undefined) return;
              expect(working.has(taken), `${taken} twice at once`).toBe(false);
              working.add(taken);
              actual.push(taken);
            });
            model.takers++;
            settle();
          } else if (each.do === 'done') {
            const held = [...model.working][each.which];
            if (held !== undefined) {
              working.delete(held);
              queue.done(held);
              model.working.delete(held);
              settle();
            }
          } else {
            for (let ms = 0; ms < each.ms; ms++) {
              await clock.advance(1);
              settle();
            }
          }
          await clock.settle();
          expect(actual).toEqual(expected);
        }
        // Nothing is lost: with a taker for everything and time enough, all that was wished for comes out.
        for (const held of [...model.working]) {
          queue.done(held);
          working.delete(held);
        }
        const left = [...model.wishes.keys()].sort();
        const before = actual.length;
        for (let i = 0; i < 6; i++) {
          void queue.get().then((taken) => taken !== undefined && actual.push(taken));
        }
        await clock.advance(100);
        expect(actual.slice(before).sort()).toEqual(left);
        queue.shutdown();
        await clock.settle();
        expect(clock.pendingTimers).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
