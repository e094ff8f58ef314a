// SPDX-License-Identifier: Apache-2.0
// How big a JobManager or TaskManager is, from the two ways in which a spec can say it: `resources` (as Kubernetes writes it) and the
// older `resource`. The result is configuration keys and the requests and limits that Flink does not know; the container's own cpu and
// memory come back from the configuration later.

import type { JobManagerSpec, TaskManagerSpec } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { javaDouble } from '../flink/java-text.ts';
import { normaliseResourceMemory, resourceMemoryBytes } from '../flink/memory-size.ts';
import { parseQuantity } from '../flink/quantity.ts';
import type { ResourceRequirements } from '../kubernetes/objects.ts';

/** Which half of a cluster, as Flink's keys spell it. */
export type Component = 'jobmanager' | 'taskmanager';

type ComponentSpec = JobManagerSpec | TaskManagerSpec;
type Quantity = string | number;

/** Quantities that reach the container through Flink's configuration. */
const THROUGH_CONFIGURATION: ReadonlySet<string> = new Set(['cpu', 'memory']);
const EPHEMERAL_STORAGE = 'ephemeral-storage';

/**
 * The keys that size a component: `<component>.memory.process.size`, `kubernetes.<component>.cpu.amount` (and its old name, for images
 * before 1.17) and, when `resources` has both a request and a limit, the limit factors. A quantity that `resources` does not give is taken
 * from `resource`. Throws `ValueError` for values that cannot be read.
 */
export function resourceConfiguration(
  component: Component,
  spec: ComponentSpec,
  options: { readonly oldCpuKey: boolean },
): FlatConfiguration {
  const requests = spec.resources?.requests ?? {};
  const limits = spec.resources?.limits ?? {};
  const memory = requests['memory'] ?? limits['memory'] ?? spec.resource?.memory;
  const cpu = requests['cpu'] ?? limits['cpu'] ?? spec.resource?.cpu;
  const configuration: Record<string, string> = {};
  if (memory !== undefined && memory !== null) {
    configuration[`${component}.memory.process.size`] = normaliseResourceMemory(String(memory));
  }
  if (cpu !== undefined && cpu !== null) {
    const amount = javaDouble(parseQuantity(cpu));
    configuration[`kubernetes.${component}.cpu.amount`] = amount;
    if (options.oldCpuKey) configuration[`kubernetes.${component}.cpu`] = amount;
  }
  for (const [name, read] of [
    ['cpu', parseQuantity],
    ['memory', memoryBytes],
  ] as const) {
    const factor = ratio(requests[name], limits[name], read);
    if (factor !== undefined) configuration[`kubernetes.${component}.${name}.limit-factor`] = javaDouble(factor);
  }
  return configuration;
}

/** Requests and limits that belong straight on the container (`ephemeral-storage`, extended resources), or nothing. */
export function otherResources(spec: ComponentSpec): ResourceRequirements | undefined {
  const requests = others(spec.resources?.requests);
  const limits = others(spec.resources?.limits);
  const storage = spec.resource?.ephemeralStorage ?? '';
  if (!isGiven(spec.resources) && storage.trim() !== '') {
    requests[EPHEMERAL_STORAGE] = storage;
    limits[EPHEMERAL_STORAGE] = storage;
  }
  const found = {
    ...(Object.keys(requests).length === 0 ? {} : { requests }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}

function isGiven(resources: ResourceRequirements | undefined): boolean {
  return Object.keys(resources?.requests ?? {}).length + Object.keys(resources?.limits ?? {}).length > 0;
}

function others(quantities: Record<string, Quantity> | undefined): Record<string, Quantity> {
  return Object.fromEntries(Object.entries(quantities ?? {}).filter(([name]) => !THROUGH_CONFIGURATION.has(name)));
}

function ratio(
  request: Quantity | undefined,
  limit: Quantity | undefined,
  read: (text: Quantity) => number,
): number | undefined {
  if (request === undefined || limit === undefined) return undefined;
  const requested = read(request);
  return requested > 0 ? read(limit) / requested : undefined;
}

/** As the process size reads it, so that `2048m` and `2Gi` are equal; the Java operator takes `m` for milli here. */
function memoryBytes(text: Quantity): number {
  return resourceMemoryBytes(String(text));
}
