// SPDX-License-Identifier: Apache-2.0
// The configuration of the operator itself: its own options, and Flink's as defaults for all clusters, for those of a namespace or of a
// version. Which of these wins is not judged here; a cluster's own configuration is check-configuration.ts.

import type { FlatConfiguration } from '../configuration.ts';
import { flinkVersions, isFlinkVersionName, type FlinkVersionName } from '../flink-version.ts';
import { isOperatorKey } from '../operator-key.ts';
import { checkConfiguration } from './check-configuration.ts';
import type { OptionProblem } from './option-problem.ts';

const DEFAULTS = 'kubernetes.operator.default-configuration.';

/** What belongs to one cluster and not to the defaults of all. */
const OF_ONE_CLUSTER: readonly OptionProblem['code'][] = [
  'options.set-by-spec',
  'options.set-by-operator',
  'options.fixed-restore-path',
  'options.cut-off-value',
];

/** What is wrong with the operator's configuration, in the order of its keys. */
export function checkOperatorConfiguration(config: FlatConfiguration): OptionProblem[] {
  return Object.entries(config).flatMap(([key, value]) => {
    const { inner, version, unknown } = innerKey(key);
    if (unknown !== undefined) return [unknownVersion(key, unknown)];
    return problemsOf(inner, value, version)
      .filter(({ code }) => !OF_ONE_CLUSTER.includes(code))
      .filter((problem) => !(problem.code === 'options.not-per-resource' && !inner.includes('.bluegreen.')))
      .map((problem): OptionProblem => (inner === key ? problem : { ...problem, key }));
  });
}

/** Options of the operator have no version. Of Flink's, those without one are for clusters of all versions. */
function problemsOf(key: string, value: string, version: FlinkVersionName | undefined): OptionProblem[] {
  return checkConfiguration({ [key]: value }, isOperatorKey(key) ? 'v1_20' : version);
}

interface InnerKey {
  readonly inner: string;
  readonly version?: FlinkVersionName;
  /** What stands where a version should. */
  readonly unknown?: string;
}

function innerKey(key: string): InnerKey {
  if (!key.startsWith(DEFAULTS)) return { inner: key };
  const [, inNamespace] = /^namespace\.[^.]+\.(.+)$/u.exec(key.slice(DEFAULTS.length)) ?? [];
  if (inNamespace !== undefined) return { inner: inNamespace };
  const [, version = '', forVersion] = /^flink-version\.([^.+]+)\+?\.(.+)$/u.exec(key.slice(DEFAULTS.length)) ?? [];
  if (forVersion === undefined) return { inner: key };
  return isFlinkVersionName(version) ? { inner: forVersion, version } : { inner: forVersion, unknown: version };
}

function unknownVersion(key: string, version: string): OptionProblem {
  return {
    code: 'options.unknown-key',
    key,
    message: `"${version}" is not a Flink version that the operator knows; the default is for no cluster.`,
    allowed: flinkVersions.join(', '),
    remedy: 'Write one of these, with a + behind it for that version and all later ones.',
    severity: 'warning',
  };
}
