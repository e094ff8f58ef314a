// SPDX-License-Identifier: Apache-2.0
// The shapes of JobManager and TaskManagers, and what their props ask of a cluster besides the fields of the spec: slots, limits, nodes.
// Limits are factors in Flink, the same for every operator that speaks this API; the factor is made so that the limit comes out to the MiB.

import { javaDouble } from '../../flink/java-text.ts';
import { resourceMemoryBytes } from '../../flink/memory-size.ts';
import { flinkOptions } from '../../flink/options.ts';
import { parseQuantity } from '../../flink/quantity.ts';
import { finding } from '../finding.ts';
import { integer, object, positive, reject, shown } from '../props-shape.ts';
import type { Members, Shape } from '../props-shape.ts';
import { sizeText } from '../quantities.ts';
import { sizeShape, storageShape } from '../quantity-shapes.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import type { ComponentProps, CpuValue, JobManagerProps, TaskManagerProps } from './component-props.ts';
import { known, named } from './option-name.ts';
import type { OptionName } from './option-name.ts';
import { podTemplateShape } from './pod-template-shape.ts';
import { schedulingShape, schedulingSpec } from './scheduling.ts';

const SLOTS = known(flinkOptions.taskmanagerNumberOfTaskSlots);
const MEBIBYTE = 2 ** 20;

interface LimitFactors {
  readonly cpu: OptionName;
  readonly memory: OptionName;
}

const LIMIT_FACTORS: Readonly<Record<'jobManager' | 'taskManager', LimitFactors>> = {
  jobManager: factorsOf('jobmanager'),
  taskManager: factorsOf('taskmanager'),
};

function factorsOf(component: string): LimitFactors {
  return {
    cpu: named(`kubernetes.${component}.cpu.limit-factor`),
    memory: named(`kubernetes.${component}.memory.limit-factor`),
  };
}

const cpuShape: Shape<CpuValue> = (value, path, report) => {
  const milli = typeof value === 'string' ? /^(\d+)m$/.exec(value.trim())?.[1] : undefined;
  if (milli !== undefined)
    return reject(
      report,
      path,
      `${shown(value)} is not a number above 0`,
      'a number above 0',
      `write ${Number(milli) / 1000}`,
    );
  if (typeof value !== 'object' || value === null || !('amount' in value)) return positive(value, path, report);
  try {
    return positive(parseQuantity(String(value.amount)), path, report);
  } catch {
    return reject(report, path, `${shown(value.amount)} is no number of cores`, 'a number above 0', 'give 0.5, 2');
  }
};

const COMPONENT: Members<ComponentProps> = {
  cpu: cpuShape,
  cpuLimit: cpuShape,
  memory: sizeShape,
  memoryLimit: sizeShape,
  ephemeralStorage: storageShape,
  scheduling: schedulingShape,
  podTemplate: podTemplateShape,
};

/** The shape of `jobManager`. */
export const jobManagerShape: Shape<JobManagerProps> = object<JobManagerProps>({ ...COMPONENT, replicas: integer(1) });

/** The shape of `taskManager`. */
export const taskManagerShape: Shape<TaskManagerProps> = object<TaskManagerProps>({
  ...COMPONENT,
  slots: integer(1),
  replicas: integer(1),
});

/** Adds what JobManager and TaskManagers ask for. */
export function addComponents(props: FlinkClusterProps, cluster: ClusterDraft): void {
  const { jobManager, taskManager, scheduling } = props;
  cluster.set(SLOTS, taskManager?.slots, 'taskManager.slots');
  if (jobManager !== undefined) addLimits('jobManager', jobManager, cluster);
  if (taskManager !== undefined) addLimits('taskManager', taskManager, cluster);
  const own = jobManager?.scheduling !== undefined || taskManager?.scheduling !== undefined;
  if (!own && scheduling === undefined) return;
  if (!own && scheduling?.topologySpread === undefined)
    Object.assign(cluster.pods.spec, schedulingSpec(scheduling ?? {}, cluster.name, 'taskManager'));
  else {
    for (const component of ['jobManager', 'taskManager'] as const) {
      const both = { ...scheduling, ...props[component]?.scheduling };
      Object.assign(cluster[component].spec, schedulingSpec(both, cluster.name, component));
    }
  }
}

function addLimits(component: 'jobManager' | 'taskManager', props: ComponentProps, cluster: ClusterDraft): void {
  const factors = LIMIT_FACTORS[component];
  const { cpu, cpuLimit, memory, memoryLimit } = props;
  if (cpuLimit !== undefined) {
    const factor = ratio(component, 'cpu', cpu as number | undefined, cpuLimit as number, cluster);
    if (factor !== undefined) cluster.set(factors.cpu, javaDouble(factor), `${component}.cpuLimit`);
  }
  if (memoryLimit !== undefined) {
    const requested = memory === undefined ? undefined : mebibytes(memory);
    const limit = mebibytes(memoryLimit);
    const factor = ratio(component, 'memory', requested, limit, cluster);
    if (factor !== undefined)
      cluster.set(factors.memory, javaDouble(exact(factor, requested ?? 0, limit)), `${component}.memoryLimit`);
  }
}

function ratio(
  component: string,
  what: 'cpu' | 'memory',
  request: number | undefined,
  limit: number,
  { findings }: ClusterDraft,
): number | undefined {
  const path = `${component}.${what}Limit`;
  if (request === undefined) {
    findings.push(
      finding(
        'props.missing',
        `${component}.${what}`,
        `is missing: \`${path}\` counts from it`,
        `give \`${component}.${what}\``,
      ),
    );
    return undefined;
  }
  if (limit >= request) return limit === request ? undefined : limit / request;
  findings.push(
    finding(
      'props.invalid',
      path,
      `is below \`${component}.${what}\``,
      `raise it, or lower \`${component}.${what}\``,
      'error',
      `at least ${what === 'cpu' ? request : `${request}m`}`,
    ),
  );
  return undefined;
}

function mebibytes(size: NonNullable<ComponentProps['memory']>): number {
  return Math.floor(resourceMemoryBytes(sizeText(size)) / MEBIBYTE);
}

/** Flink cuts the product to whole MiB; a quotient is sometimes a hair too small for that. */
function exact(factor: number, request: number, limit: number): number {
  return Math.trunc(request * factor) === limit ? factor : factor * (1 + Number.EPSILON);
}
