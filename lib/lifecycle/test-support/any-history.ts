// SPDX-License-Identifier: Apache-2.0
// Histories for property tests: mostly runs of the operator and time, now and then a fault or an edit. Those that fail shrink to a few moves.

import fc from 'fast-check';
import { EVENTS, type Beginning, type Move } from './history.ts';
import { FAULTS } from './tiny-operator.ts';

const run: fc.Arbitrary<Move> = fc.record({
  do: fc.constant('run' as const),
  fault: fc.oneof({ weight: 3, arbitrary: fc.constant('none' as const) }, fc.constantFrom(...FAULTS)),
  at: fc.nat({ max: 4 }),
});
const moments = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 20 }));
const wait: fc.Arbitrary<Move> = fc.record({ do: fc.constant('wait' as const), moments });
const mode: fc.Arbitrary<Move> = fc.record({
  do: fc.constant('mode' as const),
  mode: fc.constantFrom('savepoint', 'last-state', 'stateless'),
});
const unreachable: fc.Arbitrary<Move> = fc.record({ do: fc.constant('unreachable' as const), moments });
const event: fc.Arbitrary<Move> = fc.constantFrom(...EVENTS).map((it) => ({ do: it }));

export const anyMoves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: run },
    { weight: 7, arbitrary: wait },
    { weight: 4, arbitrary: event },
    { weight: 1, arbitrary: mode },
    { weight: 1, arbitrary: unreachable },
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
);

const toggle = (key: string): fc.Arbitrary<Record<string, string>> =>
  fc.constantFrom({}, {}, { [`kubernetes.operator.${key}`]: 'true' });

export const anyBeginning: fc.Arbitrary<Beginning> = fc.record({
  mode: fc.constantFrom('savepoint', 'last-state', 'stateless'),
  ha: fc.boolean(),
  options: fc
    .tuple(
      toggle('job.upgrade.last-state.job-cancel.enabled'),
      toggle('job.restart.failed'),
      toggle('job.savepoint-on-deletion'),
      fc.constantFrom({}, {}, { 'kubernetes.operator.job.upgrade.last-state-fallback.enabled': 'false' }),
      fc.constantFrom({}, {}, { 'kubernetes.operator.resource.deletion.propagation': 'Background' }),
    )
    .map((all) => Object.assign({}, ...all) as Record<string, string>),
});
