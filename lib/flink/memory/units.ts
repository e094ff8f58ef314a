// SPDX-License-Identifier: Apache-2.0
// Sizes that lost their unit. Flink takes a bare number for bytes and is content; its owner is not.

import type { FlatConfiguration } from '../configuration.ts';
import type { MemoryAdvice } from './advice.ts';

const MEBIBYTE = 2 ** 20;

/** One piece of advice for each size of the process that is a bare number of less than a MiB. */
export function unitMissing(config: FlatConfiguration, role: 'jobmanager' | 'taskmanager'): MemoryAdvice[] {
  const found: MemoryAdvice[] = [];
  for (const key in config) {
    if (!key.startsWith(`${role}.memory.`) || !/\.(size|min|max)$/u.test(key)) continue;
    const text = config[key]?.trim() ?? '';
    if (!/^\d+$/u.test(text) || Number(text) === 0 || Number(text) >= MEBIBYTE) continue;
    // 32768 is a sensible segment, and a sensible number of bytes
    if (key === 'taskmanager.memory.segment-size') continue;
    found.push({
      code: 'memory.unit-missing',
      severity: 'warning',
      message: `${key} is "${text}", and a number without unit is bytes: less than one MiB.`,
      remedy: `Write the unit: ${text}m.`,
      key,
    });
  }
  return found;
}
