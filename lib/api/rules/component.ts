// SPDX-License-Identifier: Apache-2.0
// Rules on the size and number of JobManagers and TaskManagers. Memory is derived as Flink itself will do it, so that a layout that
// Flink would refuse is found here.

import type { FlatConfiguration } from '../../flink/configuration.ts';
import { isHaActive } from '../../flink/high-availability.ts';
import { normaliseResourceMemory, resourceMemoryBytes } from '../../flink/memory-size.ts';
import { deriveJobManagerMemory, deriveTaskManagerMemory, isMemoryError } from '../../flink/process-memory.ts';
import { flinkOptions } from '../../flink/options.ts';
import { parseQuantity } from '../../flink/quantity.ts';
import { ValueError } from '../../flink/value-error.ts';
import type { ComponentResource, FlinkVersionName } from '../flink-deployment.ts';
import type { ResourceRequirements } from '../../kubernetes/objects.ts';
import { haRemedy } from './configuration.ts';
import { isBlank } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

type Component = 'jobManager' | 'taskManager';

/** The rules of the newest version that changed the memory model, for resources that do not name a version. */
const VERSION_WITHOUT_VERSION: FlinkVersionName = 'v2_0';

const COMPONENTS = {
  jobManager: {
    title: 'JobManager',
    derive: deriveJobManagerMemory,
    processSize: flinkOptions.jobmanagerMemoryProcessSize,
  },
  taskManager: {
    title: 'TaskManager',
    derive: deriveTaskManagerMemory,
    processSize: flinkOptions.taskmanagerMemoryProcessSize,
  },
} as const;

/** V-18 and V-23: no memory, or none that Flink can divide up. */
export function memoryNotDerivable(component: Component): (input: RuleInput) => Problem | undefined {
  const { title, derive, processSize } = COMPONENTS[component];
  return ({ spec, config }) => {
    const given = memoryOf(spec[component]);
    const size = given === undefined ? undefined : readableSize(given);
    // An unreadable memory is a finding of the rules below; there is nothing to derive from it.
    if (given !== undefined && size === undefined) return undefined;
    const sized: FlatConfiguration = size === undefined ? config : { ...config, [processSize.key]: size };
    const result = derive(
      sized,
      spec.flinkVersion ?? VERSION_WITHOUT_VERSION,
      spec.mode === 'standalone' ? 'script' : 'kubernetes',
    );
    if (!isMemoryError(result)) return undefined;
    return {
      path: `spec.${component}.resource.memory`,
      message:
        given === undefined
          ? `The ${title} has no memory: neither spec.${component}.resource.memory, nor spec.${component}.resources.requests.memory ` +
            `or limits.memory is set, and Flink cannot derive it from the configuration. ${sentence(result.message)}`
          : `The ${title} has ${given} of memory, which Flink cannot divide up. ${sentence(result.message)}`,
      allowed: 'a size such as 2048m or 2Gi',
      remedy: `Set spec.${component}.resource.memory or spec.${component}.resources.requests.memory to a size that fits, or ${processSize.key}.`,
    };
  };
}

function memoryOf(component: RuleInput['spec'][Component]): string | undefined {
  const { resources, resource } = component ?? {};
  const memory = resources?.requests?.['memory'] ?? resources?.limits?.['memory'] ?? resource?.memory;
  return memory === undefined || isBlank(String(memory)) ? undefined : String(memory);
}

function readableSize(memory: string): string | undefined {
  return problemOf(() => normaliseResourceMemory(memory)) === undefined ? normaliseResourceMemory(memory) : undefined;
}

/** V-19 and V-24: texts of the older `resource` that are no sizes. */
export function resourceNotReadable(component: Component): (input: RuleInput) => Problem[] {
  return ({ spec }) => {
    const resource: ComponentResource = spec[component]?.resource ?? {};
    const path = `spec.${component}.resource`;
    return [
      ...(isBlank(resource.memory)
        ? []
        : badValue(`${path}.memory`, resource.memory ?? '', 'memory', () =>
            resourceMemoryBytes(resource.memory ?? ''),
          )),
      ...(isBlank(resource.ephemeralStorage)
        ? []
        : badValue(`${path}.ephemeralStorage`, resource.ephemeralStorage ?? '', 'storage', () =>
            parseQuantity(resource.ephemeralStorage ?? ''),
          )),
    ];
  };
}

/** V-20 and V-25: requests and limits that are no quantities, are not positive, or contradict each other. */
export function resourcesNotReadable(component: Component): (input: RuleInput) => Problem[] {
  return ({ spec }) => {
    const resources: ResourceRequirements = spec[component]?.resources ?? {};
    const path = `spec.${component}.resources`;
    const sections = (['requests', 'limits'] as const).flatMap((section) =>
      Object.entries(resources[section] ?? {}).flatMap(([name, value]) =>
        badQuantity(`${path}.${section}.${name}`, name, value),
      ),
    );
    return [...sections, ...requestAboveLimit(path, resources, 'cpu'), ...requestAboveLimit(path, resources, 'memory')];
  };
}

function badQuantity(path: string, name: string, value: string | number): Problem[] {
  const problems = badValue(path, String(value), name, () => amountOf(name, value));
  if (problems.length > 0) return problems;
  const amount = amountOf(name, value);
  const mayBeZero = name !== 'cpu' && name !== 'memory';
  if (amount > 0 || (mayBeZero && amount === 0)) return [];
  return [
    {
      path,
      message: `"${value}" is no possible amount of ${name}.`,
      allowed: mayBeZero ? '0 or more' : 'more than 0',
      remedy: `Correct ${path}, or remove it.`,
    },
  ];
}

function requestAboveLimit(path: string, { requests, limits }: ResourceRequirements, name: string): Problem[] {
  const request = requests?.[name];
  const limit = limits?.[name];
  if (request === undefined || limit === undefined) return [];
  if (problemOf(() => amountOf(name, request) + amountOf(name, limit)) !== undefined) return [];
  if (amountOf(name, request) <= amountOf(name, limit)) return [];
  return [
    {
      path: `${path}.requests.${name}`,
      message: `The request of ${request} is above the limit of ${limit}.`,
      allowed: `at most ${limit}`,
      remedy: `Lower ${path}.requests.${name}, or raise ${path}.limits.${name}.`,
    },
  ];
}

/** Memory as the operator understands it (Flink's syntax first), everything else as Kubernetes does. */
function amountOf(name: string, value: string | number): number {
  return name === 'memory' ? resourceMemoryBytes(String(value)) : parseQuantity(value);
}

function badValue(path: string, value: string, what: string, read: () => unknown): Problem[] {
  const allowed = problemOf(read);
  if (allowed === undefined) return [];
  return [
    { path, message: `"${value}" is not an amount of ${what}.`, allowed, remedy: `Correct ${path}, or remove it.` },
  ];
}

/** What would have been allowed, if reading fails. */
function problemOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof ValueError) return error.allowed;
    throw error;
  }
}

export function jobManagersNotPositive({ spec }: RuleInput): Problem | undefined {
  const replicas = spec.jobManager?.replicas ?? 1;
  if (replicas >= 1) return undefined;
  return {
    path: 'spec.jobManager.replicas',
    message: `A cluster with ${replicas} JobManagers does not exist.`,
    allowed: '1 or more',
    remedy: 'Set it to 1, or remove it.',
  };
}

export function standbyWithoutHa({ spec, config }: RuleInput): Problem | undefined {
  const replicas = spec.jobManager?.replicas ?? 1;
  if (replicas <= 1 || isHaActive(config)) return undefined;
  return {
    path: 'spec.jobManager.replicas',
    message: `${replicas} JobManagers need to agree on a leader, but high availability is off.`,
    allowed: '1 without high availability',
    remedy: haRemedy('set spec.jobManager.replicas to 1'),
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
