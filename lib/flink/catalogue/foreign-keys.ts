// SPDX-License-Identifier: Apache-2.0
// Keys that are not for users of Flink on Kubernetes: internal ones, those of other platforms, leftovers that nothing reads.

import type { OptionProblem } from './option-problem.ts';
import { INTERNAL_PREFIXES, OTHER_PLATFORMS } from './option-table.ts';

/** Whether Flink sets such keys itself. */
export function isInternal(key: string): boolean {
  return INTERNAL_PREFIXES.some((prefix) => key.startsWith(prefix));
}

/** Whether the key is for YARN and the like. */
export function isForeign(key: string): boolean {
  return OTHER_PLATFORMS.some((prefix) => key.startsWith(prefix));
}

/** What is to be said about an internal key. */
export function internal(key: string): OptionProblem {
  return {
    code: 'options.internal-key',
    key,
    message: `${key} is internal to Flink, which sets it itself or through the operator.`,
    remedy: `Remove ${key}.`,
    severity: 'warning',
  };
}

/** What is to be said about a key of another platform. */
export function otherPlatform(key: string): OptionProblem {
  return {
    code: 'options.other-platform',
    key,
    message: `${key} is for ${key.slice(0, key.indexOf('.')).toUpperCase()}; on Kubernetes nothing reads it.`,
    remedy: `Remove ${key}.`,
    severity: 'warning',
  };
}

/** What is to be said about a leftover of old releases. */
export function dead(key: string): OptionProblem {
  return {
    code: 'options.dead-key',
    key,
    message: `${key} is a leftover of very old releases; nothing reads it.`,
    remedy: `Remove ${key}.`,
    severity: 'warning',
  };
}
