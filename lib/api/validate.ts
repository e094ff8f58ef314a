// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with a FlinkDeployment, all at once: what the schema finds, then every rule in its order. Used before a
// resource is applied, by the admission webhook, and by the operator before it acts.

import { flattenConfiguration, readOption } from '../flink/configuration.ts';
import type { ConfigOption, FlatConfiguration } from '../flink/configuration.ts';
import { ValueError } from '../flink/value-error.ts';
import { withDefaults } from './defaults.ts';
import type { SpecWithDefaults } from './defaults.ts';
import type { Finding } from './finding.ts';
import type { FlinkDeployment, FlinkDeploymentSpec } from './flink-deployment.ts';
import { readRecordedSpec, UnreadableRecordedSpec } from './recorded-spec.ts';
import { FLINK_DEPLOYMENT_RULES } from './rules/flink-deployment-rules.ts';
import { optionFindings } from './rules/options.ts';
import { configurationPath } from './rules/rule.ts';
import type { Problem, RuleInput } from './rules/rule.ts';
import { schemaFindings } from './schema-findings.ts';
import { flinkDeploymentSpecSchema } from './schemas.ts';

export { formatFindings } from './finding.ts';
export type { Finding } from './finding.ts';

/**
 * All findings for a FlinkDeployment; none if it can be deployed. Malformed documents are findings too, never exceptions.
 *
 * @param resource as it is or would be stored; `status` decides which changes are still possible
 * @param defaults the operator's default configuration for the namespace and the Flink version of the resource
 */
export function validateFlinkDeployment(resource: FlinkDeployment, defaults: FlatConfiguration): Finding[] {
  const given: unknown = resource.spec ?? {};
  const findings = schemaFindings(flinkDeploymentSpecSchema, given, ['spec']);
  const malformed = findings.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  const spec = withDefaults(without(given, malformed, 'spec') as FlinkDeploymentSpec);
  const own = flattenConfiguration(spec.flinkConfiguration);
  const config = { ...defaults, ...own };
  const { recorded, unreadable } = recordedSpecOf(resource);
  const values = new UnreadableValues(config);
  const input: RuleInput = {
    name: resource.metadata?.name ?? '',
    namespace: resource.metadata?.namespace ?? 'default',
    spec,
    config,
    ...(recorded === undefined ? {} : { recorded }),
    read: (option) => values.read(option),
  };
  const found = FLINK_DEPLOYMENT_RULES.flatMap(({ code, find }) =>
    listOf(find(input)).map((problem): Finding => ({ code, severity: 'error', ...problem })),
  );
  const options = optionFindings(spec, own, config);
  return [
    ...findings,
    ...unreadable,
    // Where a malformed value was taken out, a rule that misses it says nothing new.
    ...found.filter(({ path }) => !malformed.includes(path)),
    ...options,
    // A value of the spec's own has been read by its option already; those of the operator's defaults have not.
    ...values.findings.filter(({ code, path }) => !options.some((other) => other.code === code && other.path === path)),
  ];
}

/** Reads options for the rules and remembers, once for each key, the values that cannot be read. */
class UnreadableValues {
  readonly #config: FlatConfiguration;
  readonly #findings = new Map<string, Finding>();

  constructor(config: FlatConfiguration) {
    this.#config = config;
  }

  get findings(): Finding[] {
    return [...this.#findings.values()];
  }

  read<T>(option: ConfigOption<T>): T {
    try {
      return readOption(this.#config, option);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      const key = error.where ?? option.key;
      const path = configurationPath(key);
      this.#findings.set(path, {
        code: 'configuration.unreadable-value',
        path,
        message: `"${error.input}" is not ${error.allowed}.`,
        allowed: error.allowed,
        remedy: `Correct ${key}, or remove it to get the default.`,
        severity: 'error',
      });
      return option.default;
    }
  }
}

function recordedSpecOf(resource: FlinkDeployment): { recorded?: SpecWithDefaults; unreadable: Finding[] } {
  const text = resource.status?.reconciliationStatus?.lastReconciledSpec;
  if (text === undefined || text === null) return { unreadable: [] };
  try {
    return { recorded: withDefaults(readRecordedSpec(text).spec), unreadable: [] };
  } catch (error) {
    if (!(error instanceof UnreadableRecordedSpec)) throw error;
    const unreadable: Finding = {
      code: 'recorded-spec.unreadable',
      path: 'status.reconciliationStatus.lastReconciledSpec',
      message: error.message,
      remedy: 'Restore the status from a backup, or delete the resource and create it again from a savepoint.',
      severity: 'error',
    };
    return { unreadable: [unreadable] };
  }
}

function listOf(problems: Problem | readonly Problem[] | undefined): readonly Problem[] {
  if (problems === undefined) return [];
  return Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
}

/** A copy without the members at the given paths; without anything if the whole is malformed. */
function without(value: unknown, paths: readonly string[], at: string): unknown {
  if (paths.length === 0) return value;
  if (paths.includes(at)) return at === 'spec' ? {} : undefined;
  if (Array.isArray(value)) {
    const elements = value.map((element, index) => without(element, paths, `${at}[${index}]`));
    return elements.filter((element) => element !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, without(member, paths, `${at}.${name}`)] as const)
      .filter(([, member]) => member !== undefined),
  );
}
