// SPDX-License-Identifier: Apache-2.0
// The Flink versions a custom resource can name: their order, and which of them are served. What differs between them stands
// where it matters, as a comparison with `flinkVersionAtLeast`.

/** All versions of the API, oldest first. */
export const flinkVersions = [
  'v1_13',
  'v1_14',
  'v1_15',
  'v1_16',
  'v1_17',
  'v1_18',
  'v1_19',
  'v1_20',
  'v2_0',
  'v2_1',
  'v2_2',
  'v2_3',
  'v2_4',
] as const;

/** One of {@link flinkVersions}. */
export type FlinkVersionName = (typeof flinkVersions)[number];

const OLDEST_SUPPORTED: FlinkVersionName = 'v1_15';
const NEWEST_DEPRECATED: FlinkVersionName = 'v1_18';

/** Negative, zero or positive, by major and minor number; for `sort`. */
export function compareFlinkVersions(a: FlinkVersionName, b: FlinkVersionName): number {
  return flinkVersions.indexOf(a) - flinkVersions.indexOf(b);
}

/** Whether `version` is `least` or newer. */
export function flinkVersionAtLeast(version: FlinkVersionName, least: FlinkVersionName): boolean {
  return compareFlinkVersions(version, least) >= 0;
}

/** Whether clusters of this version are served at all. */
export function isSupported(version: FlinkVersionName): boolean {
  return flinkVersionAtLeast(version, OLDEST_SUPPORTED);
}

/** Whether the version is served with a warning, or not any more. */
export function isDeprecated(version: FlinkVersionName): boolean {
  return compareFlinkVersions(version, NEWEST_DEPRECATED) <= 0;
}

/** `v1_20` as people write it: `1.20`. */
export function flinkVersionText(version: FlinkVersionName): string {
  return version.slice(1).replace('_', '.');
}

/** Whether a text is one of the versions, e.g. before a key such as `….flink-version.v1_20.x` is trusted. */
export function isFlinkVersionName(text: string): text is FlinkVersionName {
  return (flinkVersions as readonly string[]).includes(text);
}

/** Characters; what is longer is no version, and would keep the pattern busy for long. */
const LONGEST_SPELLING = 100;

/** The version that somebody means: `v1_20`, `1.20`, `v1.20`, `1.20.3`, `flink-1.20` in any case; also 1.2, which is 1.20 as a number. */
export function flinkVersionMeant(text: string): FlinkVersionName | undefined {
  if (text.length > LONGEST_SPELLING) return undefined;
  const { groups } =
    /^(?:flink)?[-_: ]*v?(?<major>\d+)(?:[._-](?<minor>\d+)(?:[._-]\d+)*)?(?:-[\w.-]+)?$/iu.exec(text.trim()) ?? {};
  if (groups === undefined) return undefined;
  const [major = '', minor = '0'] = [groups['major'], groups['minor']];
  const meant = [`v${major}_${minor}`, `v${major}_${minor}0`].find(isFlinkVersionName);
  return meant;
}
