// SPDX-License-Identifier: Apache-2.0
// How big JobManager and TaskManagers are and where they run. Declarations only.

import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import type { SizeValue } from '../quantities.ts';
import type { SchedulingProps } from './scheduling.ts';

/** CPU cores: a number, or anything with an amount in Kubernetes' notation, such as `Cpu` of cdk8s-plus. */
export type CpuValue = number | { readonly amount: string };

/** What JobManager and TaskManagers have in common. */
export interface ComponentProps {
  /**
   * CPU cores that the pod is guaranteed (`spec.<component>.resource.cpu`): 0.5, 2.
   * @default - Flink's: 1 for the JobManager, one for each slot of a TaskManager
   */
  readonly cpu?: CpuValue;
  /**
   * CPU cores that the pod may use while others do not (`kubernetes.<component>.cpu.limit-factor`). Needs `cpu`.
   * @default - as `cpu`
   */
  readonly cpuLimit?: CpuValue;
  /**
   * Memory of the whole container (`spec.<component>.resource.memory`), which Flink divides up: `Size.gibibytes(2)`, `'2g'`.
   * @default - `1600m` for the JobManager, `1728m` for a TaskManager, unless `config` sizes it by `<component>.memory.*`
   */
  readonly memory?: SizeValue;
  /**
   * Memory at which the container is killed (`kubernetes.<component>.memory.limit-factor`). Flink uses no more than `memory`; what is above
   * is for what runs beside it. Needs `memory`.
   * @default - as `memory`
   */
  readonly memoryLimit?: SizeValue;
  /**
   * Disk of the node for logs, spilled data and local state (`spec.<component>.resource.ephemeralStorage`): `Size.gibibytes(20)`, `'20Gi'`.
   * @default - no request and no limit
   */
  readonly ephemeralStorage?: SizeValue;
  /**
   * Where its pods run; each member given here replaces that of the cluster's `scheduling`.
   * @default - as the cluster's
   */
  readonly scheduling?: SchedulingProps;
  /**
   * Laid over `podTemplate` (`spec.<component>.podTemplate`); containers, volumes, mounts and variables by name.
   * @default - none
   */
  readonly podTemplate?: PodTemplateSpec;
}

/** The JobManager. */
export interface JobManagerProps extends ComponentProps {
  /**
   * Number of JobManagers; the others stand by (`spec.jobManager.replicas`). More than 1 needs high availability.
   * @default 1
   */
  readonly replicas?: number;
}

/** Each TaskManager. */
export interface TaskManagerProps extends ComponentProps {
  /**
   * Subtasks that one TaskManager runs side by side (`taskmanager.numberOfTaskSlots`).
   * @default - Flink's: 1
   */
  readonly slots?: number;
  /**
   * Fixed number of TaskManagers (`spec.taskManager.replicas`). It then decides the parallelism: `replicas` × `slots`.
   * @default - as many as `job.parallelism` needs
   */
  readonly replicas?: number;
}
