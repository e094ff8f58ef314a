// SPDX-License-Identifier: Apache-2.0
// The `flinkConfiguration` of a cluster: what follows from other props, overlaid with what the user wrote. The user wins under any of an
// option's names, and hears of it when the values differ. Everything comes out flat, so that the order of a map never decides.

import type { Finding } from '../../api/finding.ts';
import { flattenConfiguration } from '../../flink/configuration.ts';
import { finding } from '../finding.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { nameFor } from './option-name.ts';

/** The finished configuration, and the prop that each key came from. */
export interface ClusterConfiguration {
  entries: Record<string, string>;
  origin: Map<string, string>;
  warnings: Finding[];
}

/** The configuration that these (checked) props make, with the options that their parts have asked for. */
export function clusterConfiguration(
  props: Pick<FlinkClusterProps, 'config' | 'operatorConfig'>,
  { options, version }: Pick<ClusterDraft, 'options' | 'version'>,
): ClusterConfiguration {
  const all: Record<string, string> = {};
  const origin = new Map<string, string>();
  const warnings: Finding[] = [];
  for (const source of ['operatorConfig', 'config'] as const) {
    if (props[source] === undefined) continue;
    for (const [key, value] of Object.entries(flattenConfiguration(props[source]))) {
      all[key] = value;
      origin.set(key, `${source}['${key}']`);
    }
  }
  const written = new Set(origin.keys());
  for (const { option, value, from } of options) {
    const own = option.names.find((name) => written.has(name));
    if (own === undefined) {
      const key = nameFor(option, version);
      all[key] = value;
      origin.set(key, from);
    } else if (!isSame(all[own] ?? '', value))
      warnings.push(overruled(origin.get(own) ?? own, from, all[own] ?? '', value));
  }
  const entries: Record<string, string> = {};
  for (const key of Object.keys(all).sort()) entries[key] = all[key] ?? '';
  return { entries, origin, warnings };
}

/** Whether two values mean the same: `4` and `4.0`, `TRUE` and `true`. */
function isSame(one: string, other: string): boolean {
  if (one === other || one.toLowerCase() === other.toLowerCase()) return true;
  return one.trim() !== '' && Number(one) === Number(other);
}

/** Tells that `config` won over a prop. */
export function overruled(path: string, prop: string, written: string, value: string): Finding {
  return finding(
    'props.overruled',
    path,
    `'${written}' wins over '${value}', which \`${prop}\` stands for`,
    `say it once: remove this key or \`${prop}\``,
    'warning',
  );
}
