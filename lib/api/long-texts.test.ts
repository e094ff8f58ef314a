// SPDX-License-Identifier: Apache-2.0
// Whoever may create a resource may write anything into it. No text may keep the checks, and with them an operator, busy for long.

import { expect, it } from 'vitest';
import { checkResource } from './check-resource.ts';

const LENGTH = 100_000;
const TEXTS = ['a', ' ', '9', '-', '${', '$(', '{{', '{{ ', '[{', 'a.', 'a:', '__a', '1-', '/'].map((part) =>
  part.repeat(LENGTH / part.length),
);

const resource = (spec: object): object => ({
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  metadata: { name: 'a' },
  spec: { flinkVersion: 'v1_20', image: 'a', serviceAccount: 'a', ...spec },
});

it.each<[string, (text: string) => object]>([
  ['the version', (text) => ({ flinkVersion: `${text}!` })],
  ['the image', (text) => ({ image: `${text}!` })],
  ['the jar', (text) => ({ job: { jarURI: `local:///${text}!`, parallelism: 1 } })],
  ['the ingress', (text) => ({ ingress: { template: `${text}!` } })],
  ['a size', (text) => ({ jobManager: { resource: { memory: `${text}!` } } })],
  ['an option', (text) => ({ flinkConfiguration: { 'kubernetes.taskmanager.tolerations': `${text}!` } })],
  ['the key of an option', (text) => ({ flinkConfiguration: { [`${text}!`]: 1 } })],
  ['the name of a field', (text) => ({ [`${text}!`]: 1 })],
  ['the name of a field of pods', (text) => ({ podTemplate: { spec: { [`${text}!`]: 1 } } })],
])('a long text for %s is judged at once', (_, spec) => {
  const judge = (text: string): number => checkResource(resource(spec(text))).length;
  // what is made at the first question is made now
  judge('a');
  for (const text of TEXTS) {
    const start = performance.now();
    judge(text);
    // What goes over a text again for each of its characters takes seconds.
    expect([text.slice(0, 4), performance.now() - start < 1500]).toEqual([text.slice(0, 4), true]);
  }
});
