// SPDX-License-Identifier: Apache-2.0
// The memory of the processes that a FlinkDeployment stands for: its spec as configuration, and that divided up as Flink will do it. It
// checks nothing else; a spec that cannot be read is a refusal like any other.

import { withDefaults } from '../api/defaults.ts';
import type { FlinkDeployment, FlinkVersionName } from '../api/flink-deployment.ts';
import { flinkDeploymentSpecSchema } from '../api/schemas.ts';
import { wellFormed } from '../api/well-formed.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import {
  memoryBreakdown,
  type JobManagerBreakdown,
  type MemoryRefusal,
  type MemoryRole,
  type TaskManagerBreakdown,
} from '../flink/memory-breakdown.ts';
import { ValueError } from '../flink/value-error.ts';
import { effectiveConfiguration } from './effective-configuration.ts';

/** The memory of both kinds of processes, or why Flink would refuse it. */
export interface DeploymentMemory {
  readonly jobManager: JobManagerBreakdown | MemoryRefusal;
  readonly taskManager: TaskManagerBreakdown | MemoryRefusal;
}

/** The rules of the newest version that changed the memory model, for resources that do not name one. */
const VERSION_WITHOUT_VERSION: FlinkVersionName = 'v2_0';

/**
 * Where the memory of a FlinkDeployment goes, to the byte.
 *
 * @param operatorDefaults the operator's own configuration, as far as it is known: what it says counts where the spec says nothing
 */
export function memoryOf(deployment: FlinkDeployment, operatorDefaults: FlatConfiguration = {}): DeploymentMemory {
  // what is malformed is the business of checks; the rest still has a memory
  const { value: spec } = wellFormed(flinkDeploymentSpecSchema, deployment.spec ?? {}, 'spec');
  const { name = '', namespace = 'default' } = deployment.metadata ?? {};
  let config: FlatConfiguration;
  try {
    config = effectiveConfiguration(spec, { name, namespace }, operatorDefaults);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return { jobManager: unreadable('jobmanager', error), taskManager: unreadable('taskmanager', error) };
  }
  const version = spec.flinkVersion ?? VERSION_WITHOUT_VERSION;
  const { mode, job } = withDefaults(spec);
  // a session's default parallelism says nothing about the jobs that it will run
  const question = job === undefined ? { version, parallelism: 1 } : { version };
  return {
    // the start script lays out every JobManager, also a native one
    jobManager: memoryBreakdown(config, { ...question, role: 'jobmanager', mode: 'script' }),
    taskManager: memoryBreakdown(config, {
      ...question,
      role: 'taskmanager',
      mode: mode === 'standalone' ? 'script' : 'kubernetes',
    }),
  };
}

function unreadable(role: MemoryRole, { message }: ValueError): MemoryRefusal {
  return { role, error: 'unparsable-value', message, keys: [], components: [], remedy: 'Correct this value.' };
}
