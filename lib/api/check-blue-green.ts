// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with a FlinkBlueGreenDeployment, all at once: its own fields, and the spec in its template as that of the
// FlinkDeployments that will be made of it.

import { flattenConfiguration } from '../flink/configuration.ts';
import { isObject } from '../runtime/json.ts';
import type { CheckContext } from './check-context.ts';
import { withBlueGreenDefaults } from './defaults.ts';
import type { Finding } from './finding.ts';
import type { FlinkBlueGreenDeployment } from './flink-blue-green-deployment.ts';
import { OptionReader } from './option-reader.ts';
import { readRecordOf } from './recorded-spec.ts';
import { readableRecord } from './readable-record.ts';
import { BLUE_GREEN_RULES } from './rules/blue-green.ts';
import { CLUSTER_NAME } from './rules/identity.ts';
import { runRules } from './rules/rule.ts';
import { flinkBlueGreenDeploymentSpecSchema } from './schemas.ts';
import { validateFlinkDeployment } from './validate.ts';
import { elsewhere, wellFormed } from './well-formed.ts';

/** All findings for a FlinkBlueGreenDeployment; none if both colours can be deployed. */
export function checkBlueGreen(resource: FlinkBlueGreenDeployment, context: CheckContext): Finding[] {
  const { value, findings, malformed } = wellFormed(flinkBlueGreenDeploymentSpecSchema, resource.spec ?? {}, 'spec');
  const spec = withBlueGreenDefaults(value);
  const { recorded, unreadable } = readableRecord(
    resource.status?.lastReconciledSpec,
    'status.lastReconciledSpec',
    (text) => readRecordOf(text, withBlueGreenDefaults).spec,
  );
  const defaults = context.operatorDefaults ?? {};
  const options = new OptionReader({ ...defaults, ...flattenConfiguration(spec.template?.spec?.flinkConfiguration) });
  const generateName = resource.metadata?.generateName;
  const found = runRules(BLUE_GREEN_RULES, {
    name: resource.metadata?.name ?? '',
    ...(typeof generateName === 'string' ? { generateName } : {}),
    namespace: resource.metadata?.namespace ?? 'default',
    spec,
    isNew: recorded === undefined && unreadable.length === 0,
    read: (option) => options.read(option),
  });
  return [
    // what is wrong inside the template is told by the child
    ...findings.filter(({ path }) => !isInTemplate(path)),
    ...unreadable,
    ...elsewhere(found, malformed),
    ...childFindings(resource, context),
  ];
}

const TEMPLATE = 'spec.template.spec';

function isInTemplate(path: string): boolean {
  return path === TEMPLATE || path.startsWith(`${TEMPLATE}.`);
}

/** What is wrong with the FlinkDeployments, in terms of the template. */
function childFindings(resource: FlinkBlueGreenDeployment, context: CheckContext): Finding[] {
  const template: unknown = resource.spec?.template;
  if (!isObject(template) || !isObject(template['spec'])) return [];
  const { name = '', namespace } = resource.metadata ?? {};
  const ofChild = `${name}-green`;
  // a name that leads to no child is a finding already
  const metadata = {
    name: CLUSTER_NAME.test(ofChild) ? ofChild : 'child',
    ...(namespace === undefined ? {} : { namespace }),
  };
  return validateFlinkDeployment({ metadata, spec: template['spec'] }, context.operatorDefaults ?? {}).map(inTemplate);
}

function inTemplate({ path, message, allowed, remedy, ...others }: Finding): Finding {
  return {
    ...others,
    path: relocated(path),
    message: relocated(message),
    ...(allowed === undefined ? {} : { allowed: relocated(allowed) }),
    remedy: relocated(remedy),
  };
}

/** Every path of a spec's member that stands in a text. */
function relocated(text: string): string {
  return text.replace(/(?<![\w.])spec(?=\.[a-z]|$)/gi, TEMPLATE);
}
