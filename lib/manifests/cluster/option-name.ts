// SPDX-License-Identifier: Apache-2.0
// What an option of Flink is called in a version, for options that props stand for. A user may write any of the names; we write the one that
// the image of the version understands.

import type { FlinkVersionName } from '../../api/flink-deployment.ts';
import { flinkVersionAtLeast } from '../../flink/flink-version.ts';

/** An option: any of `names` is read; `newest` is written, or `before` to images older than `since`. */
export interface OptionName {
  readonly names: readonly string[];
  readonly newest: string;
  readonly since?: FlinkVersionName;
  readonly before?: string;
}

/** An option with the older names that Flink still reads. */
export function named(key: string, ...older: string[]): OptionName {
  return { names: [key, ...older], newest: key };
}

/** An option that got its name in `since`, and was called `before` until then. */
export function renamed(key: string, since: FlinkVersionName, before: string, ...older: string[]): OptionName {
  return { names: [key, before, ...older], newest: key, since, before };
}

/** An option that the library knows anyway. */
export function known(option: { readonly key: string; readonly fallbackKeys: readonly string[] }): OptionName {
  return { names: [option.key, ...option.fallbackKeys], newest: option.key };
}

/** The name to write for an image of `version`. */
export function nameFor({ newest, since, before }: OptionName, version: FlinkVersionName | undefined): string {
  return since === undefined || before === undefined || version === undefined || flinkVersionAtLeast(version, since)
    ? newest
    : before;
}
