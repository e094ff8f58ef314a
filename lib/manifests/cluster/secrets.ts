// SPDX-License-Identifier: Apache-2.0
// Secrets that stand in the configuration of props. What stands in a manifest or a ConfigMap can be read by many, so secrets come by
// reference. Which keys hold one is known in `lib/flink`.

import type { Finding } from '../../api/finding.ts';
import { finding } from '../finding.ts';
import { isSecretKey } from '../../flink/secret-keys.ts';
import type { ClusterConfiguration } from './cluster-configuration.ts';

/** What to do instead, where there is something. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [
    /^(fs\.)?s3/,
    "put it into a Secret and give StateStore.s3(uri, { credentials: { secretName } }), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY by `env` and EnvValue.fromSecret('name', 'key')",
  ],
  [
    /^fs\.azure\.account\.key/,
    'put it into a Secret and give StateStore.azure(uri, { credentials: { secretName } }) with a wasbs:// URI, or use workload identity',
  ],
  [/^metrics\.reporter\./, "use MetricsReporter with `secrets: { ... EnvValue.fromSecret('name', 'key') }`"],
];

const REMEDY =
  "put it into a Secret and give it in `secretConfig` by EnvValue.fromSecret('name', 'key'); what only the program reads, in `env` or `mounts`";

/** Secrets that stand in the configuration, with what to do instead. */
export function secretsInConfiguration({ entries, origin }: ClusterConfiguration): Finding[] {
  const findings: Finding[] = [];
  for (const key in entries) {
    if (!isSecretKey(key, entries[key] ?? '')) continue;
    findings.push(
      finding(
        'props.secret',
        origin.get(key) ?? key,
        'holds a secret, which everybody could read in the manifest and in the ConfigMap of the cluster',
        INSTEAD.find(([pattern]) => pattern.test(key))?.[1] ?? REMEDY,
      ),
    );
  }
  return findings;
}
