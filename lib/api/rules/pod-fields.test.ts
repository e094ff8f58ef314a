// SPDX-License-Identifier: Apache-2.0
// The same random templates that test/e2e/conformance.ts shows to a real API server.

import { describe, expect, it } from 'vitest';
import { podSamples } from '../../../test/kubernetes/flink-kinds/random-pod-template.ts';
import { podFieldProblems } from './pod-fields.ts';
import type { Problem } from './rule.ts';

function problems(template: unknown): Problem[] {
  const found: Problem[] = [];
  podFieldProblems(template, '', found);
  return found;
}

describe('random pod templates', () => {
  it('have a wrong type where one is, and nothing else', () => {
    for (const { template, wrong } of podSamples())
      expect(problems(template).map(({ code, path }) => `${code ?? ''} ${path}`)).toEqual(
        wrong === undefined ? [] : [`pod-template.wrong-type ${wrong}`],
      );
    expect(podSamples().filter(({ wrong }) => wrong !== undefined).length).toBeGreaterThan(40);
  });
});
