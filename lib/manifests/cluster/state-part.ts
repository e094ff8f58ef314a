// SPDX-License-Identifier: Apache-2.0
// What a state store asks of a cluster: directories and checkpoint options. How its service is reached is `file-systems.ts`.

import { flinkOptions } from '../../flink/options.ts';
import { durationText } from '../quantities.ts';
import type { DurationValue } from '../quantities.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { addFileSystem } from './file-systems.ts';
import { known, named, renamed } from './option-name.ts';
import type { OptionName } from './option-name.ts';

const CHECKPOINT_DIRECTORY = renamed(
  'execution.checkpointing.dir',
  'v1_20',
  'state.checkpoints.dir',
  'state.backend.fs.checkpointdir',
);

/** Where savepoints go. */
export const SAVEPOINT_DIRECTORY: OptionName = renamed(
  'execution.checkpointing.savepoint-dir',
  'v1_20',
  'state.savepoints.dir',
  'savepoints.state.backend.fs.dir',
);

const INTERVAL = known(flinkOptions.executionCheckpointingInterval);
const TIMEOUT = named('execution.checkpointing.timeout');
const MIN_PAUSE = named('execution.checkpointing.min-pause');
const TOLERABLE_FAILURES = named('execution.checkpointing.tolerable-failed-checkpoints');
const UNALIGNED = renamed('execution.checkpointing.unaligned.enabled', 'v1_17', 'execution.checkpointing.unaligned');
const ALIGNED_TIMEOUT = named(
  'execution.checkpointing.aligned-checkpoint-timeout',
  'execution.checkpointing.alignment-timeout',
);
const MODE = named('execution.checkpointing.mode');
const RETAINED = renamed('execution.checkpointing.num-retained', 'v1_20', 'state.checkpoints.num-retained');
const RETENTION = known(flinkOptions.executionCheckpointingExternalizedCheckpointRetention);
const INCREMENTAL = renamed('execution.checkpointing.incremental', 'v1_20', 'state.backend.incremental');
const BACKEND = renamed('state.backend.type', 'v1_17', 'state.backend');

const MODES = { 'exactly-once': 'EXACTLY_ONCE', 'at-least-once': 'AT_LEAST_ONCE' } as const;

/** `<directory>/<name>`, where the state is. */
export function belowState(directory: string | undefined, name: string): string | undefined {
  return directory === undefined ? undefined : `${directory.replace(/\/+$/, '')}/${name}`;
}

/** Adds what `props.state` asks for. */
export function addState({ state }: FlinkClusterProps, cluster: ClusterDraft): void {
  if (state === undefined) return;
  const { directory, checkpointDirectory, savepointDirectory, unaligned, guarantee, retainOnCancellation } = state;
  const set = (option: OptionName, value: string | number | boolean | undefined, member: keyof typeof state): void => {
    if (value !== undefined) cluster.set(option, value, `state.${member}`);
  };
  if (checkpointDirectory === undefined) set(CHECKPOINT_DIRECTORY, belowState(directory, 'checkpoints'), 'directory');
  else set(CHECKPOINT_DIRECTORY, checkpointDirectory, 'checkpointDirectory');
  if (savepointDirectory === undefined) set(SAVEPOINT_DIRECTORY, belowState(directory, 'savepoints'), 'directory');
  else set(SAVEPOINT_DIRECTORY, savepointDirectory, 'savepointDirectory');
  set(INTERVAL, text(state.checkpointInterval), 'checkpointInterval');
  set(TIMEOUT, text(state.checkpointTimeout), 'checkpointTimeout');
  set(MIN_PAUSE, text(state.minPause), 'minPause');
  set(TOLERABLE_FAILURES, state.tolerableFailures, 'tolerableFailures');
  if (unaligned !== undefined) {
    set(UNALIGNED, unaligned !== false, 'unaligned');
    if (typeof unaligned !== 'boolean') set(ALIGNED_TIMEOUT, text(unaligned), 'unaligned');
  }
  if (guarantee !== undefined) set(MODE, MODES[guarantee], 'guarantee');
  set(RETAINED, state.retained, 'retained');
  if (retainOnCancellation !== undefined)
    set(RETENTION, `${retainOnCancellation ? 'RETAIN' : 'DELETE'}_ON_CANCELLATION`, 'retainOnCancellation');
  set(INCREMENTAL, state.incremental, 'incremental');
  set(BACKEND, state.backend, 'backend');
  addFileSystem(state, cluster);
}

function text(duration: DurationValue | undefined): string | undefined {
  return duration === undefined ? undefined : durationText(duration);
}
