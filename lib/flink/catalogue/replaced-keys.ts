// SPDX-License-Identifier: Apache-2.0
// What to write instead of a key that a version reads no more.

import type { KeyMeaning } from './option-index.ts';

/** Removed options that others took the place of, without being read under their names. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  'jobmanager.heap.size': 'jobmanager.memory.process.size (or spec.jobManager.resource.memory)',
  'jobmanager.heap.mb': 'jobmanager.memory.process.size (or spec.jobManager.resource.memory)',
  'taskmanager.heap.size': 'taskmanager.memory.process.size (or spec.taskManager.resource.memory)',
  'taskmanager.heap.mb': 'taskmanager.memory.process.size (or spec.taskManager.resource.memory)',
  'cluster.evenly-spread-out-slots': 'taskmanager.load-balance.mode: SLOTS',
  'pipeline.default-kryo-serializers': 'pipeline.serialization-config',
  'pipeline.registered-kryo-types': 'pipeline.serialization-config',
  'pipeline.registered-pojo-types': 'pipeline.serialization-config',
  'security.ssl.enabled': 'security.ssl.internal.enabled and security.ssl.rest.enabled',
  'taskmanager.network.numberOfBuffers': 'taskmanager.memory.network.min and taskmanager.memory.network.max',
};

const REPORTER_CLASS = /^metrics\.reporter\.[^.]+\.class$/u;

/** What to write instead in that version, if there is such a thing. */
export function replacementOf(key: string, meaning: KeyMeaning | undefined, version: number): string | undefined {
  if (Object.hasOwn(REPLACEMENTS, key)) return REPLACEMENTS[key];
  if (REPORTER_CLASS.test(key)) return `${key.replace(/class$/u, 'factory.class')} with the factory of the reporter`;
  const options = meaning?.is === 'old name' ? meaning.of : meaning?.is === 'option' ? meaning.supersededBy : [];
  return options.find((option) => option.isIn(version))?.key;
}
