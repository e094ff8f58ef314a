// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with a FlinkStateSnapshot, all at once. What depends on the job is only said if its resource is known.

import { flattenConfiguration } from '../flink/configuration.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { isObject } from '../runtime/json.ts';
import type { CheckContext } from './check-context.ts';
import { withSnapshotDefaults } from './defaults.ts';
import type { Finding } from './finding.ts';
import type { FlinkDeployment } from './flink-deployment.ts';
import type { FlinkStateSnapshot } from './flink-state-snapshot.ts';
import { runRules } from './rules/rule.ts';
import { STATE_SNAPSHOT_RULES } from './rules/state-snapshot.ts';
import { flinkStateSnapshotSpecSchema } from './schemas.ts';
import { elsewhere, wellFormed } from './well-formed.ts';

/** All findings for a FlinkStateSnapshot; none if it can be taken. */
export function checkStateSnapshot(resource: FlinkStateSnapshot, context: CheckContext): Finding[] {
  const { value, findings, malformed } = wellFormed(flinkStateSnapshotSpecSchema, resource.spec ?? {}, 'spec');
  const spec = withSnapshotDefaults(value);
  const namespace = resource.metadata?.namespace ?? 'default';
  const { kind, name } = spec.jobReference ?? {};
  const target = kind === 'FlinkDeployment' && name !== undefined ? context.deployment?.(namespace, name) : undefined;
  const state = resource.status?.state;
  const found = runRules(STATE_SNAPSHOT_RULES, {
    namespace,
    spec,
    pending: state === undefined || state === 'TRIGGER_PENDING',
    targetExists: kind === undefined || name === undefined || context.exists?.(kind, namespace, name) !== false,
    target,
    targetConfig: configurationOf(target, context.operatorDefaults),
  });
  return [...findings, ...elsewhere(found, malformed)];
}

function configurationOf(
  target: FlinkDeployment | undefined,
  defaults: FlatConfiguration | undefined,
): FlatConfiguration | undefined {
  if (target === undefined || defaults === undefined) return undefined;
  const tree: unknown = target.spec?.flinkConfiguration;
  return { ...defaults, ...(isObject(tree) ? flattenConfiguration(tree) : {}) };
}
