// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Input } from './decision.ts';
import { REASONS } from './reason.ts';
import { anyBeginning, anyMoves } from './test-support/any-history.ts';
import { play } from './test-support/history.ts';
import type { Decided } from './test-support/tiny-operator.ts';

/** Holds for every decision of many histories. */
function everyDecision(property: (decided: Decided) => void): void {
  fc.assert(
    fc.property(anyBeginning, anyMoves, (beginning, moves) => {
      play(beginning, moves, property);
    }),
    { numRuns: 150 },
  );
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

/** The next input when nothing has happened but that the status was written. */
function next({ input, decision }: Decided): Input {
  const { outcome: _, ...observed } = input.observed;
  return { ...input, observed, resource: { ...input.resource, status: decision.status } };
}

describe('every decision', () => {
  it('leaves its input alone and depends on nothing else', () => {
    everyDecision(({ input, errors, decision }) => {
      expect(decide(frozen(structuredClone(input)), frozen(structuredClone(errors)))).toEqual(decision);
    });
  });

  it('is plain JSON', () => {
    everyDecision(({ decision }) => {
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      expect(JSON.parse(JSON.stringify(decision.status))).toStrictEqual(decision.status);
    });
  });

  it('has a reason, and none of them is "nothing to do" when there is something', () => {
    everyDecision(({ decision: { because, action, retry, requeueAfter } }) => {
      expect(because.length).toBeGreaterThan(0);
      for (const { code, message } of because) {
        expect(REASONS).toHaveProperty(code);
        expect(message).not.toBe('');
      }
      const idle = because.some(({ code }) => code === 'NothingToDo');
      if (idle)
        expect({ action, retry, requeueAfter: requeueAfter === 0 }).toEqual({
          action: undefined,
          retry: undefined,
          requeueAfter: false,
        });
    });
  });

  it('says when to look again in one way', () => {
    everyDecision(({ decision: { action, retry, requeueAfter } }) => {
      const ways = [action !== undefined, retry === true, requeueAfter !== undefined].filter(Boolean);
      expect(ways.length).toBeLessThanOrEqual(1);
      if (requeueAfter !== undefined)
        expect(requeueAfter === 0 || (requeueAfter >= 250 && requeueAfter <= 60_000)).toBe(true);
    });
  });

  it('is the same again while nothing happens: nothing is written twice', () => {
    everyDecision((decided) => {
      if (decided.decision.requeueAfter === 0) return;
      // Its answer was about an attempt that is over: the next one is asked about under another id.
      if (decided.decision.because.some(({ code }) => code === 'SavepointFailed')) return;
      // The failure of an action is told once; what is wrong besides is told again afterwards.
      if (decided.decision.retry === true) return;
      const again = decide(next(decided), decided.errors);
      if (again.requeueAfter === 0 || again.action?.do !== decided.decision.action?.do) return;
      expect(again.status).toEqual(decided.decision.status);
      expect(again.action).toEqual(decided.decision.action);
    });
  });

  it('tells nothing twice while nothing happens, but that it refuses to go on', () => {
    everyDecision((decided) => {
      if (decided.decision.requeueAfter === 0 || decided.decision.action !== undefined) return;
      if (decided.decision.because.some(({ code }) => code === 'SavepointFailed')) return;
      const again = decide(next(decided), decided.errors);
      if (again.action !== undefined || again.requeueAfter === 0) return;
      const told = again.events.filter(({ once }) => once !== true).map(({ reason }) => reason);
      expect(['UpgradeFailed', 'RestoreFailed']).toEqual(expect.arrayContaining(told));
    });
  });

  it('ends in a few steps while nothing happens', () => {
    everyDecision((decided) => {
      let current: Decided = decided;
      for (let step = 0; step < 4; step++) {
        if (current.decision.requeueAfter !== 0) return;
        const input = next(current);
        current = { input, errors: decided.errors, decision: decide(input, decided.errors) };
      }
      expect(current.decision.requeueAfter).not.toBe(0);
    });
  });
});
