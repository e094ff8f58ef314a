// SPDX-License-Identifier: Apache-2.0
// Options whose values are secret. Flink reads options from its configuration only, and that stands in a ConfigMap. But its start script takes
// more of them on the command line, and a shell puts the value of a variable there: so the value comes from a Secret, and neither the
// manifest nor the ConfigMap holds it.

import { finding } from '../finding.ts';
import { isObject } from '../../runtime/json.ts';
import { recordOf, reject } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { envValueShape } from './env-shapes.ts';
import type { EnvValue } from './env-value.ts';
import { named } from './option-name.ts';

const ARGUMENTS = 'kubernetes.jobmanager.entrypoint.args';
const ENTRY_POINT = named(ARGUMENTS);

/** A reference to a value that nobody may read. */
export const secretValueShape: Shape<EnvValue> = (value, path, report) =>
  isObject(value)
    ? envValueShape(value, path, report)
    : reject(
        report,
        path,
        'would stand where everybody can read it',
        'a reference',
        "give EnvValue.fromSecret('secret', 'key')",
        'props.secret',
      );

/** The shape of `secretConfig`. */
export const secretConfigShape: Shape<Record<string, EnvValue>> = recordOf(secretValueShape);

/** Adds the options of `secretConfig`, and those that other parts have asked for. */
export function addSecretConfig(props: FlinkClusterProps, cluster: ClusterDraft): void {
  for (const [key, value] of Object.entries(props.secretConfig ?? {}))
    cluster.secretOptions.set(key, { value, from: `secretConfig['${key}']` });
  if (cluster.secretOptions.size === 0) return;
  const args: string[] = [];
  const variables = new Set<string>();
  let first: string | undefined;
  for (const [key, { value, from }] of cluster.secretOptions) {
    first ??= from;
    const variable = variableFor(key, variables);
    variables.add(variable);
    cluster.jobManager.setEnv(variable, value);
    // quoted for the shell, which takes the value as one word whatever is in it
    args.push(`-D${key}="$${variable}"`);
    if (!/^[\w.-]+$/.test(key))
      cluster.findings.push(
        finding('props.invalid', from, 'is not a key that a command line can hold', 'use letters, digits, _, - and .'),
      );
  }
  const from = first ?? 'secretConfig';
  cluster.set(ENTRY_POINT, args.join(' '), from);
  if (props.mode === 'standalone')
    cluster.findings.push(
      finding('props.invalid', from, 'reaches Flink in native mode only', "set `mode` to 'native', or remove it"),
    );
  if (props.config?.[ARGUMENTS] !== undefined)
    cluster.findings.push(
      finding(
        'props.twice',
        `config['${ARGUMENTS}']`,
        `and \`${from}\` both add to the command line, and only this would count`,
        'remove one of the two',
      ),
    );
}

/** Keys that differ in a dash only have names of their own, or one would get the other's value. */
function variableFor(key: string, taken: ReadonlySet<string>): string {
  const name = `FLINK_SECRET_${key.replace(/[^A-Za-z\d]+/g, '_').toUpperCase()}`;
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
  return free;
}
