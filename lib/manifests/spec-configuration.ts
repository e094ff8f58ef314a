// SPDX-License-Identifier: Apache-2.0
// What the typed fields of a FlinkDeployment's spec mean as Flink configuration. These keys beat the ones a user wrote in
// `spec.flinkConfiguration`, except where a key is only a default. Pod templates are not configuration: see `pod-template.ts`.

import type { JobSpecWithDefaults, SpecWithDefaults } from '../api/defaults.ts';
import type { ConfigOption, FlatConfiguration } from '../flink/configuration.ts';
import { isSet, readOption } from '../flink/configuration.ts';
import { flinkVersionAtLeast } from '../flink/flink-version.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { flinkOptions } from '../flink/options.ts';
import { formatList } from '../flink/structured-text.ts';
import { ValueError } from '../flink/value-error.ts';
import { resourceConfiguration } from './component-resources.ts';

const PULL_POLICIES = ['IfNotPresent', 'Always', 'Never'];
const TASK_MANAGER_REPLICAS = 'kubernetes.internal.taskmanager.replicas';

/**
 * The keys that follow from `spec`, given the configuration that stands below them.
 * @param below the operator's configuration and `spec.flinkConfiguration`
 */
export function specConfiguration(
  spec: SpecWithDefaults,
  at: { readonly name: string; readonly namespace: string },
  below: FlatConfiguration,
): FlatConfiguration {
  return {
    ...imageConfiguration(spec),
    ...componentConfiguration(spec),
    ...(spec.job === undefined ? sessionConfiguration(spec) : jobConfiguration(spec, spec.job, at.name, below)),
    [flinkOptions.kubernetesNamespace.key]: at.namespace,
    [flinkOptions.kubernetesClusterId.key]: at.name,
    ...(isHaActive(below) ? { [flinkOptions.highAvailabilityClusterId.key]: at.name } : {}),
  };
}

/** Whether the image is older than the names that Flink 1.17 brought. */
function isBefore117(spec: SpecWithDefaults): boolean {
  return spec.flinkVersion !== undefined && !flinkVersionAtLeast(spec.flinkVersion, 'v1_17');
}

function imageConfiguration(spec: SpecWithDefaults): FlatConfiguration {
  const image = spec.image ?? '';
  const pullPolicy = spec.imagePullPolicy ?? '';
  if (pullPolicy.trim() !== '' && !PULL_POLICIES.includes(pullPolicy)) {
    throw new ValueError(pullPolicy, `one of ${PULL_POLICIES.join(', ')}`, 'spec.imagePullPolicy');
  }
  return {
    ...(spec.flinkVersion === undefined ? {} : { '$internal.flink.version': spec.flinkVersion }),
    ...(image.trim() === ''
      ? {}
      : { [isBefore117(spec) ? 'kubernetes.container.image' : flinkOptions.kubernetesContainerImageRef.key]: image }),
    ...(pullPolicy.trim() === '' ? {} : { [flinkOptions.kubernetesContainerImagePullPolicy.key]: pullPolicy }),
    ...(spec.serviceAccount === undefined ? {} : { [flinkOptions.kubernetesServiceAccount.key]: spec.serviceAccount }),
  };
}

function componentConfiguration({ jobManager, taskManager, ...spec }: SpecWithDefaults): FlatConfiguration {
  const options = { oldCpuKey: isBefore117(spec) };
  const jobManagers = jobManager?.replicas ?? 0;
  const taskManagers = taskManager?.replicas ?? 0;
  return {
    ...(jobManager === undefined ? {} : resourceConfiguration('jobmanager', jobManager, options)),
    ...(jobManagers > 0 ? { [flinkOptions.kubernetesJobmanagerReplicas.key]: String(jobManagers) } : {}),
    ...(taskManager === undefined ? {} : resourceConfiguration('taskmanager', taskManager, options)),
    ...(taskManagers > 0 ? { [TASK_MANAGER_REPLICAS]: String(taskManagers) } : {}),
  };
}

function sessionConfiguration(spec: SpecWithDefaults): FlatConfiguration {
  return spec.mode === 'standalone'
    ? { [flinkOptions.executionTarget.key]: 'remote', 'kubernetes.internal.cluster-mode': 'SESSION' }
    : { [flinkOptions.executionTarget.key]: 'kubernetes-session' };
}

function jobConfiguration(
  spec: SpecWithDefaults,
  job: JobSpecWithDefaults,
  name: string,
  below: FlatConfiguration,
): FlatConfiguration {
  const { jarURI, entryClass, allowNonRestoredState } = job;
  const set: Record<string, string> = {
    [flinkOptions.executionShutdownOnApplicationFinish.key]: 'false',
    [flinkOptions.internalApplicationProgramArgs.key]: formatList(job.args),
  };
  const byDefault = (option: ConfigOption<unknown>, value: string): void => {
    if (!isSet(below, option)) set[option.key] = value;
  };
  byDefault(flinkOptions.executionSubmitFailedJobOnApplicationError, 'true');
  byDefault(flinkOptions.pipelineName, name);
  byDefault(flinkOptions.executionCheckpointingExternalizedCheckpointRetention, 'RETAIN_ON_CANCELLATION');
  if (job.upgradeMode === 'last-state') byDefault(flinkOptions.executionCheckpointingInterval, '5 min');
  if (entryClass !== undefined) set[flinkOptions.internalApplicationMain.key] = entryClass;
  // The older name, which every image understands.
  if (allowNonRestoredState !== undefined) {
    set['execution.savepoint.ignore-unclaimed-state'] = String(allowNonRestoredState);
  }
  const parallelism = parallelismOf(spec, job, below);
  if (parallelism > 0) set[flinkOptions.parallelismDefault.key] = String(parallelism);
  if (spec.mode !== 'standalone') {
    set[flinkOptions.executionTarget.key] = 'kubernetes-application';
    if (jarURI !== undefined) set[flinkOptions.pipelineJars.key] = formatList([jarURI]);
    return set;
  }
  set[flinkOptions.executionTarget.key] = 'remote';
  set['kubernetes.internal.cluster-mode'] = 'APPLICATION';
  if (jarURI !== undefined) {
    set[flinkOptions.pipelineClasspaths.key] = formatList([jarURI.replace(/^local:/u, 'file:')]);
  }
  if ((spec.taskManager?.replicas ?? 0) <= 0 && below[TASK_MANAGER_REPLICAS] === undefined) {
    set[TASK_MANAGER_REPLICAS] = String(Math.ceil(parallelism / slotsOf(below)));
  }
  return set;
}

/** TaskManagers × slots if their number is fixed, which beats the parallelism of the job; 0 if nothing says it. */
function parallelismOf(spec: SpecWithDefaults, job: JobSpecWithDefaults, below: FlatConfiguration): number {
  const replicas = spec.taskManager?.replicas;
  if (replicas !== undefined) return replicas * slotsOf(below);
  if (spec.mode === 'standalone') {
    const overrides = Object.values(readOption(below, flinkOptions.pipelineJobvertexParallelismOverrides)).map(Number);
    const largest = Math.max(0, ...overrides);
    if (largest > 0) return largest;
  }
  return job.parallelism;
}

function slotsOf(configuration: FlatConfiguration): number {
  return readOption(configuration, flinkOptions.taskmanagerNumberOfTaskSlots);
}
