// SPDX-License-Identifier: Apache-2.0
// What an application's props mean for each other beyond those of its cluster: combinations that the operator or Flink would ignore or
// cannot carry out. All rules speak, in this order.

import { autoscalerFindings } from './autoscaler-rules.ts';
import type { ClusterRule } from './cluster/cluster-rules.ts';
import { notOverwritten } from './cluster/cluster-rules.ts';
import { finding } from './finding.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { jobFindings } from './job-rules.ts';

const ParallelismIsDecidedByReplicas: ClusterRule<FlinkApplicationProps> = ({ job, taskManager }, { entries }) => {
  const slots = Number(entries['taskmanager.numberOfTaskSlots'] ?? 1);
  if (taskManager?.replicas === undefined || job?.parallelism === undefined) return [];
  const actual = taskManager.replicas * slots;
  if (actual === job.parallelism) return [];
  return [
    finding(
      'props.ignored',
      'job.parallelism',
      `${job.parallelism} would be ignored: ${taskManager.replicas} TaskManagers with ${slots} slot(s) each make it ${actual}`,
      'remove `job.parallelism` or `taskManager.replicas`',
      'error',
      `${actual}`,
    ),
  ];
};

/** What can be said of the job alone. */
const JobCanRun: ClusterRule<FlinkApplicationProps> = ({ job, flinkVersion, mode = 'native' }, { entries }) =>
  jobFindings(job, { version: flinkVersion, mode, config: entries });

const AutoscalerIsServed: ClusterRule<FlinkApplicationProps> = ({ autoscaler, flinkVersion }) =>
  autoscalerFindings(autoscaler, flinkVersion, 'application');

/** Keys that the operator sets itself for every application; and the prop that decides instead. */
const OVERWRITTEN: Readonly<Record<string, string>> = {
  'parallelism.default': '`job.parallelism`',
  'pipeline.jars': '`job.jar`',
  '$internal.application.main': '`job.entryClass`',
  '$internal.application.program-args': '`job.args`',
};

/** The rules that hold for applications besides those of every cluster. */
export const APPLICATION_RULES: readonly ClusterRule<FlinkApplicationProps>[] = [
  ParallelismIsDecidedByReplicas,
  JobCanRun,
  AutoscalerIsServed,
  notOverwritten(OVERWRITTEN),
];
