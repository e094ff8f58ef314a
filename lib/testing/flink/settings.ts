// SPDX-License-Identifier: Apache-2.0
// What a simulated JobManager takes from its configuration, read through the same options as everything else. Nothing is defaulted here
// that Flink has a default for.

import { type FlatConfiguration, readOption } from '../../flink/configuration.ts';
import { isHaActive } from '../../flink/high-availability.ts';
import { flinkOptions as options } from '../../flink/options.ts';
import { parseDuration } from '../../flink/duration.ts';

export interface RestartStrategy {
  /** Infinity unless the strategy limits it. */
  readonly attempts: number;
  /** Milliseconds; undefined where the simulator's own latency decides. */
  readonly delay?: number;
}

export interface JobManagerSettings {
  /** Patch version, e.g. `1.20.5`. */
  readonly flinkVersion: string;
  readonly jobId: string | undefined;
  readonly jobName: string;
  readonly parallelism: number;
  readonly slots: number;
  readonly savepointPath: string | undefined;
  readonly checkpointInterval: number | undefined;
  readonly checkpointDirectory: string | undefined;
  readonly savepointDirectory: string | undefined;
  readonly retainedCheckpoints: number;
  readonly checkpointHistory: number;
  /** What is left of checkpoints when the job is cancelled or fails. */
  readonly retainOnCancellation: boolean;
  readonly restart: RestartStrategy;
  readonly haActive: boolean;
  readonly haStorage: string | undefined;
  readonly jobResultPath: string | undefined;
  readonly jobResultDeletedOnCommit: boolean;
  readonly shutdownOnFinish: boolean;
  readonly submitFailedJob: boolean;
  readonly leaseDuration: number;
  readonly leaseRetry: number;
  readonly asyncStore: number;
  readonly config: FlatConfiguration;
}

/** Reads the configuration. Throws ValueError as Flink would fail. */
export function readSettings(config: FlatConfiguration, clusterId: string, image: string): JobManagerSettings {
  const haStorage = readOption(config, options.highAvailabilityStorageDir);
  const retention = readOption(config, options.executionCheckpointingExternalizedCheckpointRetention);
  return {
    flinkVersion: patchVersion(config['$internal.flink.version'], image),
    jobId: readOption(config, options.internalPipelineJobId),
    jobName: readOption(config, options.pipelineName) ?? 'Flink Streaming Job',
    parallelism: Number(config['parallelism.default'] ?? 1),
    slots: readOption(config, options.taskmanagerNumberOfTaskSlots),
    savepointPath: readOption(config, options.executionStateRecoveryPath),
    checkpointInterval: readOption(config, options.executionCheckpointingInterval),
    checkpointDirectory: readOption(config, options.executionCheckpointingDir),
    savepointDirectory: readOption(config, options.executionCheckpointingSavepointDir),
    retainedCheckpoints: Number(
      config['execution.checkpointing.num-retained'] ?? config['state.checkpoints.num-retained'] ?? 1,
    ),
    checkpointHistory: Number(config['web.checkpoints.history'] ?? 10),
    retainOnCancellation: retention === 'RETAIN_ON_CANCELLATION',
    restart: restartStrategy(config),
    haActive: isHaActive(config),
    haStorage,
    jobResultPath:
      readOption(config, options.jobResultStoreStoragePath) ??
      (haStorage === undefined ? undefined : `${haStorage}/job-result-store/${clusterId}`),
    jobResultDeletedOnCommit: readOption(config, options.jobResultStoreDeleteOnCommit),
    shutdownOnFinish: readOption(config, options.executionShutdownOnApplicationFinish),
    submitFailedJob: readOption(config, options.executionSubmitFailedJobOnApplicationError),
    leaseDuration: duration(config, 'high-availability.kubernetes.leader-election.lease-duration', 15_000),
    leaseRetry: duration(config, 'high-availability.kubernetes.leader-election.retry-period', 5000),
    asyncStore: duration(config, 'rest.async.store-duration', 300_000),
    config,
  };
}

function duration(config: FlatConfiguration, key: string, otherwise: number): number {
  const text = config[key];
  return text === undefined ? otherwise : parseDuration(text);
}

function restartStrategy(config: FlatConfiguration): RestartStrategy {
  const type = (config['restart-strategy.type'] ?? config['restart-strategy'])?.toLowerCase();
  if (type === 'none' || type === 'off' || type === 'disable') return { attempts: 0 };
  if (type === undefined && config['execution.checkpointing.interval'] === undefined) return { attempts: 0 };
  if (type === 'fixed-delay' || type === 'fixeddelay') {
    return {
      attempts: Number(config['restart-strategy.fixed-delay.attempts'] ?? 1),
      delay: duration(config, 'restart-strategy.fixed-delay.delay', 1000),
    };
  }
  return { attempts: Infinity };
}

/** The patch releases that were looked at; for other minors only the first two numbers can be relied on. */
const PATCH: Readonly<Record<string, string>> = { '1.20': '1.20.5', '2.0': '2.0.2' };

function patchVersion(name: string | undefined, image: string): string {
  const minor = name?.replace(/^v/, '').replace('_', '.') ?? /:(\d+\.\d+)/.exec(image)?.[1] ?? '1.20';
  return PATCH[minor] ?? `${minor}.0`;
}
