// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLUSTER_NAME, clusterName } from './cluster-name.ts';

const hash = (): string => 'c8f00ba4';

describe('the name of a Flink cluster', () => {
  it.each([
    ['fraud-detection', 'fraud-detection'],
    ['a', 'a'],
    [`a${'b'.repeat(44)}`, `a${'b'.repeat(44)}`],
    [`a${'b'.repeat(45)}`, `${'b'.repeat(36)}-c8f00ba4`],
    ['nested.chart_with.odd', 'nested-chart-with-odd-c8f00ba4'],
    ['Fraud', 'fraud-c8f00ba4'],
    ['2fast', 'flink-2fast-c8f00ba4'],
    ['fraud-', 'fraud-c8f00ba4'],
    ['', 'flink-c8f00ba4'],
    ['___', 'flink-c8f00ba4'],
    ['1'.repeat(60), 'flink-c8f00ba4'],
  ])('%s becomes %s', (generated, name) => {
    expect(clusterName(generated, hash)).toBe(name);
  });

  it('is always allowed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80, unit: 'binary' }),
        fc.stringMatching(/^[a-f0-9]{8,42}$/),
        (generated, hex) => {
          expect(clusterName(generated, () => hex)).toMatch(CLUSTER_NAME);
        },
      ),
    );
  });

  it('leaves alone what is allowed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z](?:[-a-z0-9]{0,43}[a-z0-9])?$/), (name) => {
        expect(clusterName(name, hash)).toBe(name);
      }),
    );
  });

  it('keeps two objects apart whose names were changed', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 46 }),
        fc.stringMatching(/^[a-f0-9]{8}$/),
        fc.stringMatching(/^[a-f0-9]{8}$/),
        (name, a, b) => {
          fc.pre(a !== b);
          expect(clusterName(name, () => a)).not.toBe(clusterName(name, () => b));
        },
      ),
    );
  });
});
