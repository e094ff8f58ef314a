// SPDX-License-Identifier: Apache-2.0
// The closed sets of words in props, as constants beside the type of their values. The words are those of the wire, so the text itself
// is as good as the constant.

/** The minor version of Flink in the image (`spec.flinkVersion`). Versions before 1.15 are known to the API but refused by operators. */
export const FlinkVersion = {
  V1_15: 'v1_15',
  V1_16: 'v1_16',
  V1_17: 'v1_17',
  V1_18: 'v1_18',
  V1_19: 'v1_19',
  V1_20: 'v1_20',
  V2_0: 'v2_0',
  V2_1: 'v2_1',
  V2_2: 'v2_2',
  V2_3: 'v2_3',
  V2_4: 'v2_4',
} as const;
export type FlinkVersion = (typeof FlinkVersion)[keyof typeof FlinkVersion];

/** How a job's state is carried over an upgrade (`spec.job.upgradeMode`). */
export const UpgradeMode = {
  /** Stop with a savepoint and start from it: safe across Flink versions, needs a healthy job. */
  SAVEPOINT: 'savepoint',
  /** Start from the last completed checkpoint: fast, works for an unhealthy job too. */
  LAST_STATE: 'last-state',
  /** Start empty. */
  STATELESS: 'stateless',
} as const;
export type UpgradeMode = (typeof UpgradeMode)[keyof typeof UpgradeMode];

/** Whether the job should run (`spec.job.state`). */
export const JobState = {
  RUNNING: 'running',
  /** Stopped, its state kept as `upgradeMode` says. */
  SUSPENDED: 'suspended',
} as const;
export type JobState = (typeof JobState)[keyof typeof JobState];

/** When the kubelet pulls the image (`spec.imagePullPolicy`). */
export const ImagePullPolicy = {
  ALWAYS: 'Always',
  IF_NOT_PRESENT: 'IfNotPresent',
  NEVER: 'Never',
} as const;
export type ImagePullPolicy = (typeof ImagePullPolicy)[keyof typeof ImagePullPolicy];
