// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBeginning, anyMoves } from './test-support/any-history.ts';
import { play, type Beginning, type Event, type Move } from './test-support/history.ts';
import { judge } from './test-support/judge.ts';
import type { Fault } from './test-support/tiny-operator.ts';

const run = (fault: Fault = 'none', at = 0): Move => ({ do: 'run', fault, at });
const wait = (moments: number): Move => ({ do: 'wait', moments });
const it_ = (event: Event): Move => ({ do: event });
const mode = (to: Beginning['mode']): Move => ({ do: 'mode', mode: to });
const SAVEPOINT: Beginning = { mode: 'savepoint', ha: false, options: {} };
const STATELESS: Beginning = { mode: 'stateless', ha: false, options: {} };
const HA: Beginning = { mode: 'last-state', ha: true, options: {} };
const STARTED: readonly Move[] = [run(), wait(4), run()];

describe('any history of users, nodes, networks and dying operators', () => {
  it('runs the job once, from its newest state, and ends where it should', () => {
    fc.assert(
      fc.property(anyBeginning, anyMoves, (beginning, moves) => {
        expect(judge(play(beginning, moves))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('histories that once went wrong', () => {
  it.each<[string, Beginning, readonly Move[]]>([
    [
      'a lost JobManager is not started empty because the spec is invalid',
      SAVEPOINT,
      [run(), it_('make the spec invalid'), wait(2), it_('delete the Deployment'), wait(10), it_('restart')],
    ],
    [
      'a JobManager that starts between the decision that it never will and its removal',
      SAVEPOINT,
      [run(), it_('restart'), run('dies before the action', 1), wait(2), run(), run(), wait(1), run()],
    ],
    [
      'a job is cancelled while it is being set up again and HA is switched off',
      { ...SAVEPOINT, ha: true },
      [...STARTED, it_('kill the JobManager'), it_('change HA')],
    ],
    [
      'a job is cancelled while it is being set up again and the version changes',
      { ...SAVEPOINT, ha: true },
      [...STARTED, it_('change the version'), it_('kill the JobManager'), wait(1), run(), wait(5)],
    ],
    [
      'a spec is taken back while its savepoint is being taken',
      SAVEPOINT,
      [...STARTED, it_('restart'), run('dies after the action'), it_('take back the last edit'), wait(5)],
    ],
    [
      'a spec turns to last-state while its savepoint is being taken',
      { ...SAVEPOINT, ha: true },
      [...STARTED, it_('restart'), run('dies after the action'), mode('last-state'), run(), wait(3), run(), wait(5)],
    ],
    [
      'a cancelled job loses its JobManager',
      { ...STATELESS, ha: true },
      [...STARTED, it_('suspend'), run('dies after the action', 1), mode('savepoint'), run(), wait(3)],
    ],
    [
      'a stateless suspension is interrupted by another mode',
      STATELESS,
      [run(), wait(1), run(), it_('suspend'), run(), mode('savepoint'), run(), wait(3)],
    ],
    [
      'a stateless suspension with HA is taken back',
      { ...STATELESS, ha: true },
      [...STARTED, it_('suspend'), run(), wait(2), run(), wait(3), it_('resume')],
    ],
    ['a job is cancelled in Flink after its first deployment', SAVEPOINT, [...STARTED, it_('cancel the job'), wait(2)]],
    [
      'a job with HA is cancelled in Flink',
      HA,
      [...STARTED, it_('restart'), run(), wait(9), run(), it_('cancel the job')],
    ],
    [
      'a deletion meets the savepoint of an upgrade',
      { ...SAVEPOINT, options: { 'kubernetes.operator.job.savepoint-on-deletion': 'true' } },
      [...STARTED, it_('restart'), run('dies after the action'), it_('delete'), run(), wait(3)],
    ],
    [
      'a deletion with a savepoint meets a job that restarts',
      { ...SAVEPOINT, options: { 'kubernetes.operator.job.savepoint-on-deletion': 'true' } },
      [...STARTED, it_('restart the job'), it_('delete'), run(), wait(3)],
    ],
    [
      'HA is switched off in the middle of an upgrade',
      HA,
      [...STARTED, it_('restart'), run(), it_('change HA'), wait(2), run()],
    ],
    [
      'a JobManager that was to be kept from starting starts after all',
      SAVEPOINT,
      [run(), it_('restart'), run('dies before the action'), wait(4), run(), wait(1), run(), run()],
    ],
    [
      'a JobManager is kept from starting for a suspension that is taken back',
      SAVEPOINT,
      [run(), it_('suspend'), run(), it_('take back the last edit'), wait(11), run()],
    ],
    [
      'a first deployment is taken back',
      SAVEPOINT,
      [run('dies in the middle of the action', 1), it_('suspend'), run()],
    ],
    [
      'HA is switched off and the resource deleted',
      HA,
      [...STARTED, it_('change HA'), run(), wait(9), run(), it_('delete')],
    ],
  ])('%s', (_, beginning, moves) => {
    expect(judge(play(beginning, moves))).toEqual([]);
  });
});
