// SPDX-License-Identifier: Apache-2.0
// Rules on the size and number of JobManagers and TaskManagers, as the spec writes them; what Flink makes of a memory is memory.ts.

import { isHaActive } from '../../flink/high-availability.ts';
import { resourceMemoryBytes } from '../../flink/memory-size.ts';
import { parseQuantity } from '../../flink/quantity.ts';
import { ValueError } from '../../flink/value-error.ts';
import type { ComponentResource } from '../flink-deployment.ts';
import type { ResourceRequirements } from '../../kubernetes/objects.ts';
import { haRemedy } from './configuration.ts';
import type { Component } from './memory-verdict.ts';
import { isBlank } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

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
      Object.entries(resources[section] ?? {}).flatMap(([name, value]: [string, string | number | null]) =>
        // the API server drops a null
        value === null ? [] : badQuantity(`${path}.${section}.${name}`, name, value),
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
  const request = requests?.[name] ?? undefined;
  const limit = limits?.[name] ?? undefined;
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
