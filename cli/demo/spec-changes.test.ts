// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { specChanges } from './spec-changes.ts';

it('tells each value that is another, that came and that went', () => {
  const before = { job: { parallelism: 1, state: 'running', args: ['a'] }, image: 'flink:1.20' };
  const after = { job: { parallelism: 2, state: 'running', args: ['a', 'b'] }, restartNonce: 3 };
  expect(specChanges(before, after)).toEqual([
    'spec.job.parallelism: 1 → 2',
    'spec.job.args: ["a"] → ["a","b"]',
    'spec.image: flink:1.20 → (not set)',
    'spec.restartNonce: (not set) → 3',
  ]);
});

it('tells nothing of equal specs', () => {
  expect(specChanges({ job: { parallelism: 1 } }, { job: { parallelism: 1 } })).toEqual([]);
});
