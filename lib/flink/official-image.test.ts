// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { officialImage } from './official-image.ts';

it.each([
  ['flink', {}],
  ['flink:latest', {}],
  ['flink:1.20', { version: '1.20', minor: '1.20' }],
  ['flink:1.20.1-java17', { version: '1.20.1', minor: '1.20' }],
  ['flink:2.0@sha256:00', { version: '2.0', minor: '2.0' }],
  ['apache/flink:1.20.1', { version: '1.20.1', minor: '1.20' }],
  ['docker.io/library/flink:2.0', { version: '2.0', minor: '2.0' }],
  ['registry.example/flink:1.20', undefined],
  ['flink-with-s3:1.20', undefined],
  ['acme/flink:1.20', undefined],
])('%s', (image, expected) => {
  expect(officialImage(image)).toEqual(expected);
});
