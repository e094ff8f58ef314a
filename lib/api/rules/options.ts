// SPDX-License-Identifier: Apache-2.0
// What is known of Flink's options, applied to `spec.flinkConfiguration`. Only keys that the resource itself sets are judged; the
// operator's defaults are the business of whoever sets those.

import { checkConfiguration, type OptionProblem, type Surroundings } from '../../flink/catalogue/index.ts';
import type { FlatConfiguration } from '../../flink/configuration.ts';
import type { FlinkVersionName } from '../../flink/flink-version.ts';
import { normaliseResourceMemory } from '../../flink/memory-size.ts';
import { ValueError } from '../../flink/value-error.ts';
import type { SpecWithDefaults } from '../defaults.ts';
import type { Finding } from '../finding.ts';
import { configurationPath, isBlank } from './rule.ts';
import { secretOptions } from './secrets.ts';

/**
 * Findings about the options of a FlinkDeployment.
 *
 * @param own the flattened `spec.flinkConfiguration`
 * @param all the same with the operator's defaults below it
 * @param onlyErrors whether warnings and hints may be missing
 */
export function optionFindings(
  spec: SpecWithDefaults,
  own: FlatConfiguration,
  all: FlatConfiguration,
  onlyErrors = false,
): Finding[] {
  const surroundings: Surroundings = {
    all,
    onlyErrors,
    mode: spec.mode ?? 'native',
    cluster: spec.job === undefined ? 'session' : 'application',
    setBySpec: (key) => setBySpec(spec, key),
  };
  return configurationFindings(own, spec.flinkVersion, surroundings);
}

/** The same for any configuration: that of a session job, a template, a cluster's defaults. */
export function configurationFindings(
  config: FlatConfiguration,
  version: FlinkVersionName | undefined,
  surroundings: Surroundings = {},
  pathOf: (key: string) => string = configurationPath,
): Finding[] {
  const problems = checkConfiguration(config, version, surroundings);
  const secrets = secretOptions(config, pathOf);
  return problems.length === 0 ? secrets : [...problems.map((problem) => findingOf(problem, pathOf)), ...secrets];
}

function findingOf({ key, ...problem }: OptionProblem, pathOf: (key: string) => string): Finding {
  return { ...problem, path: pathOf(key) };
}

/** Which field of the spec sets the key, and to what. Asked only about keys that fields can set. */
function setBySpec(spec: SpecWithDefaults, key: string): { field: string; value: string } | undefined {
  const { jobManager, taskManager, job } = spec;
  switch (key) {
    case 'kubernetes.container.image.ref':
    case 'kubernetes.container.image':
      return given('spec.image', spec.image);
    case 'kubernetes.container.image.pull-policy':
      return given('spec.imagePullPolicy', spec.imagePullPolicy);
    case 'kubernetes.service-account':
      return given('spec.serviceAccount', spec.serviceAccount);
    case 'jobmanager.memory.process.size':
      return memory('spec.jobManager', jobManager);
    case 'taskmanager.memory.process.size':
      return memory('spec.taskManager', taskManager);
    case 'kubernetes.jobmanager.cpu.amount':
    case 'kubernetes.jobmanager.cpu':
      return cpu('spec.jobManager', jobManager);
    case 'kubernetes.taskmanager.cpu.amount':
    case 'kubernetes.taskmanager.cpu':
      return cpu('spec.taskManager', taskManager);
    case 'kubernetes.jobmanager.replicas':
      return given('spec.jobManager.replicas', positive(jobManager?.replicas));
    case 'parallelism.default':
      return job === undefined || taskManager?.replicas !== undefined || spec.mode === 'standalone'
        ? undefined
        : given('spec.job.parallelism', positive(job.parallelism));
    case 'pipeline.jars':
      return spec.mode === 'standalone' ? undefined : given('spec.job.jarURI', job?.jarURI);
    case 'pipeline.classpaths':
      return spec.mode === 'standalone' ? given('spec.job.jarURI', job?.jarURI) : undefined;
    case 'execution.savepoint.ignore-unclaimed-state':
      return given('spec.job.allowNonRestoredState', job?.allowNonRestoredState);
    default:
      return undefined;
  }
}

type Component = SpecWithDefaults['jobManager'] | SpecWithDefaults['taskManager'];

function memory(field: string, component: Component): { field: string; value: string } | undefined {
  const requests = component?.resources;
  const fromResources = requests?.requests?.['memory'] ?? requests?.limits?.['memory'];
  const text = fromResources ?? component?.resource?.memory;
  if (text === undefined || isBlank(String(text))) return undefined;
  const set = given(`${field}.${fromResources === undefined ? 'resource' : 'resources'}`, text);
  try {
    return set && { ...set, value: normaliseResourceMemory(set.value) };
  } catch (error) {
    if (error instanceof ValueError) return set;
    throw error;
  }
}

function cpu(field: string, component: Component): { field: string; value: string } | undefined {
  const requests = component?.resources;
  const fromResources = requests?.requests?.['cpu'] ?? requests?.limits?.['cpu'];
  return given(
    `${field}.${fromResources === undefined ? 'resource' : 'resources'}`,
    fromResources ?? component?.resource?.cpu,
  );
}

function positive(count: number | undefined): number | undefined {
  return count !== undefined && count > 0 ? count : undefined;
}

function given(
  field: string,
  value: string | number | boolean | undefined | null,
): { field: string; value: string } | undefined {
  return value === undefined || value === null || isBlank(String(value)) ? undefined : { field, value: String(value) };
}
