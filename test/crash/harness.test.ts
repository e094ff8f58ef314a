// SPDX-License-Identifier: Apache-2.0
// That the harness tells when the end is another one, and how to see it again.

import { expect, it } from 'vitest';
import { invalidSpec } from '../scenarios/invalid-spec.ts';
import { disturbed, undisturbed } from './harness.ts';

it('fails with scenario, write, request and mode when the end is another one', async () => {
  const expected = await undisturbed(invalidSpec);
  expect(expected.writes.length).toBeGreaterThan(8);
  const other = { ...expected, end: { ...expected.end, objects: [] } };
  await expect(disturbed(invalidSpec, other, 3, 'kill-after')).rejects.toThrow(
    /^invalid-spec: kill-after at write 3 of \d+, Kubernetes \w+ \S+\nalone: node test\/crash\/one.ts invalid-spec 3 kill-after\n/,
  );
});

it('fails when a scenario writes something else the second time', async () => {
  const expected = await undisturbed(invalidSpec);
  const writes = expected.writes.with(1, 'Kubernetes POST /somewhere/else');
  await expect(disturbed(invalidSpec, { ...expected, writes }, 2, 'kill-before')).rejects.toThrow(
    /runs are repeatable/,
  );
});
