// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with a FlinkDeployment, all at once: what the schema finds, then every rule in its order. Used before a
// resource is applied, by the admission webhook, and by the operator before it acts.

import { flattenConfiguration } from '../flink/configuration.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { flinkVersionMeant } from '../flink/flink-version.ts';
import { withDefaults } from './defaults.ts';
import type { SpecWithDefaults } from './defaults.ts';
import type { Finding } from './finding.ts';
import type { FlinkDeployment, FlinkDeploymentSpec } from './flink-deployment.ts';
import { OptionReader } from './option-reader.ts';
import { readRecordedSpec } from './recorded-spec.ts';
import { FLINK_DEPLOYMENT_RULES } from './rules/flink-deployment-rules.ts';
import { optionFindings } from './rules/options.ts';
import { runRules } from './rules/rule.ts';
import type { RuleInput } from './rules/rule.ts';
import { flinkDeploymentSpecSchema } from './schemas.ts';
import { readableRecord } from './readable-record.ts';
import { elsewhere, wellFormed } from './well-formed.ts';

export { formatFindings } from './finding.ts';
export type { Finding } from './finding.ts';

/**
 * All findings for a FlinkDeployment; none if it can be deployed. Malformed documents are findings too, never exceptions.
 *
 * @param resource as it is or would be stored; `status` decides which changes are still possible
 * @param defaults the operator's default configuration for the namespace and the Flink version of the resource
 */
export function validateFlinkDeployment(resource: FlinkDeployment, defaults: FlatConfiguration): Finding[] {
  return findingsOf(resource, defaults, false);
}

/** The errors among these, and nothing that it would take to find the rest: an operator asks for no more, and lives long. */
export function deploymentErrors(resource: FlinkDeployment, defaults: FlatConfiguration): Finding[] {
  return findingsOf(resource, defaults, true).filter(({ severity }) => severity === 'error');
}

function findingsOf(resource: FlinkDeployment, defaults: FlatConfiguration, onlyErrors: boolean): Finding[] {
  const { value, findings, malformed } = wellFormed(flinkDeploymentSpecSchema, resource.spec ?? {}, 'spec');
  const spec = withDefaults(malformed.includes('spec.flinkVersion') ? withVersionMeant(value, resource) : value);
  const own = flattenConfiguration(spec.flinkConfiguration);
  const config = { ...defaults, ...own };
  const { recorded, unreadable } = recordedSpecOf(resource);
  const options = new OptionReader(config);
  const generateName = resource.metadata?.generateName;
  const input: RuleInput = {
    name: resource.metadata?.name ?? '',
    ...(typeof generateName === 'string' ? { generateName } : {}),
    namespace: resource.metadata?.namespace ?? 'default',
    spec,
    config,
    ...(recorded === undefined ? {} : { recorded }),
    read: (option) => options.read(option),
  };
  const found = runRules(FLINK_DEPLOYMENT_RULES, input);
  // What has slipped into the configuration is told once, not option by option.
  const slipped = found.filter(({ code }) => code === 'invention.indented').map(({ path }) => path);
  const aboutOptions = elsewhere(optionFindings(spec, own, config, onlyErrors), slipped);
  return [
    ...findings,
    ...unreadable,
    ...elsewhere(found, malformed),
    ...aboutOptions,
    ...options.findingsBesides(aboutOptions),
  ];
}

/** A version in another spelling is told once; everything else is judged by the version that is meant. */
function withVersionMeant(spec: FlinkDeploymentSpec, resource: FlinkDeployment): FlinkDeploymentSpec {
  const written: unknown = resource.spec?.flinkVersion;
  const meant =
    typeof written === 'string' || typeof written === 'number' ? flinkVersionMeant(String(written)) : undefined;
  return meant === undefined ? spec : { ...spec, flinkVersion: meant };
}

function recordedSpecOf(resource: FlinkDeployment): { recorded?: SpecWithDefaults; unreadable: Finding[] } {
  const text = resource.status?.reconciliationStatus?.lastReconciledSpec;
  return readableRecord(text, 'status.reconciliationStatus.lastReconciledSpec', (record) =>
    withDefaults(readRecordedSpec(record).spec),
  );
}
