// SPDX-License-Identifier: Apache-2.0
// Which of the versions that there is data for stands for a version of a resource. What was found by a stand-in is less certain; the
// checks say so, not this file.

import { flinkVersions, compareFlinkVersions, type FlinkVersionName } from '../flink-version.ts';
import { TABLE_VERSIONS } from './option-table.ts';

/** A version that there is data for. */
export type CatalogueVersion = (typeof TABLE_VERSIONS)[number];

/** Oldest first. */
export const catalogueVersions: readonly CatalogueVersion[] = TABLE_VERSIONS;

/** A place in `catalogueVersions`, and whether it is that version itself or the nearest one. */
export interface VersionPlace {
  readonly index: number;
  readonly exact: boolean;
  /** For sentences: `1.20`, or which version stands in. */
  readonly text: string;
}

/** The nearest version with data; for a resource without a version, the newest one. */
export function placeOf(version: FlinkVersionName | undefined): VersionPlace {
  const newest = TABLE_VERSIONS.length - 1;
  if (version === undefined || !flinkVersions.includes(version)) return standIn(newest);
  const index = (TABLE_VERSIONS as readonly string[]).indexOf(version);
  if (index >= 0) return { index, exact: true, text: versionTextAt(index) };
  return standIn(compareFlinkVersions(version, TABLE_VERSIONS[0]) < 0 ? 0 : newest);
}

function standIn(index: number): VersionPlace {
  return { index, exact: false, text: `${versionTextAt(index)} (the nearest version that is known)` };
}

/** `1.20` for the place of `v1_20`. */
export function versionTextAt(index: number): string {
  return (TABLE_VERSIONS[index] ?? '').slice(1).replace('_', '.');
}

/** The first place of Flink 2. */
export const FLINK_2: number = TABLE_VERSIONS.indexOf('v2_0');
