// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with a FlinkSessionJob, all at once. What depends on the session cluster is only said if the cluster is known.

import { flattenConfiguration } from '../flink/configuration.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { isObject } from '../runtime/json.ts';
import type { CheckContext } from './check-context.ts';
import { withSessionJobDefaults } from './defaults.ts';
import type { SessionJobSpecWithDefaults } from './defaults.ts';
import type { Finding } from './finding.ts';
import type { FlinkDeployment } from './flink-deployment.ts';
import type { FlinkSessionJob } from './flink-session-job.ts';
import { OptionReader } from './option-reader.ts';
import { readRecordOf } from './recorded-spec.ts';
import { readableRecord } from './readable-record.ts';
import { configurationFindings } from './rules/options.ts';
import { runRules } from './rules/rule.ts';
import { flinkVersionOf, SESSION_JOB_RULES } from './rules/session-job.ts';
import type { SessionJobInput } from './rules/session-job.ts';
import { flinkSessionJobSpecSchema } from './schemas.ts';
import { elsewhere, wellFormed } from './well-formed.ts';

/** All findings for a FlinkSessionJob; none if it can be submitted. */
export function checkSessionJob(resource: FlinkSessionJob, context: CheckContext): Finding[] {
  const { value, findings, malformed } = wellFormed(flinkSessionJobSpecSchema, resource.spec ?? {}, 'spec');
  const { deploymentName, ...spec } = withSessionJobDefaults(value);
  const namespace = resource.metadata?.namespace ?? 'default';
  const session = deploymentName === undefined ? undefined : context.deployment?.(namespace, deploymentName);
  const own = flattenConfiguration(spec.flinkConfiguration);
  const config = { ...context.operatorDefaults, ...configurationOf(session), ...own };
  const { recorded, unreadable } = recordedSpecOf(resource);
  const version = flinkVersionOf(session);
  const options = new OptionReader(config);
  const input: SessionJobInput = {
    name: resource.metadata?.name ?? '',
    namespace,
    spec: version === undefined ? spec : { ...spec, flinkVersion: version },
    config,
    ...(recorded === undefined ? {} : { recorded }),
    read: (option) => options.read(option),
    deploymentName,
    recordedDeploymentName: recorded?.deploymentName,
    session,
    jarURI: spec.job?.jarURI,
    operator: context.operatorConfiguration,
    ...(context.addressesOf === undefined ? {} : { addressesOf: context.addressesOf }),
  };
  const found = runRules(SESSION_JOB_RULES, input);
  const aboutOptions = configurationFindings(own, version, {
    all: config,
    cluster: 'session',
    sessionJob: true,
  });
  return [
    ...findings,
    ...unreadable,
    ...elsewhere(found, malformed),
    ...aboutOptions,
    ...options.findingsBesides(aboutOptions),
  ];
}

/** What a session cluster is configured with; of one that is malformed, as much as can be read. */
function configurationOf(session: FlinkDeployment | undefined): FlatConfiguration {
  const tree: unknown = session?.spec?.flinkConfiguration;
  return isObject(tree) ? flattenConfiguration(tree) : {};
}

function recordedSpecOf(resource: FlinkSessionJob): { recorded?: SessionJobSpecWithDefaults; unreadable: Finding[] } {
  const text = resource.status?.reconciliationStatus?.lastReconciledSpec;
  return readableRecord(
    text,
    'status.reconciliationStatus.lastReconciledSpec',
    (record) => readRecordOf(record, withSessionJobDefaults).spec,
  );
}
