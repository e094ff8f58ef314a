// SPDX-License-Identifier: Apache-2.0
// How a job is stopped so that its state is kept, and how it will be restored. The rules stand in the order in which they are
// tried; the first that says something decides. They see values only and write nothing.

import type { UpgradeModeName } from '../api/flink-deployment.ts';
import type { Reason } from './decision.ts';
import { isTerminalState, LAST_STATE_MARKER } from './predicates.ts';
import type { ReasonCode } from './reason.ts';
import { stateIsTooOld } from './state-age.ts';
import type { UpgradeCase } from './upgrade-case.ts';

export type UpgradePlan =
  /** Nothing to stop: the job has ended. */
  | { readonly stop: 'nothing'; readonly restore: UpgradeModeName; readonly because: Reason }
  /** Cancel without waiting and drop all state. */
  | { readonly stop: 'drop'; readonly restore: 'stateless'; readonly because: Reason }
  | { readonly stop: 'savepoint'; readonly restore: 'savepoint'; readonly because: Reason }
  /** Cancel, wait for the end, restore from the last checkpoint. */
  | { readonly stop: 'cancel'; readonly restore: 'savepoint'; readonly because: Reason }
  /** Remove the cluster, keep its HA metadata, recover from them. */
  | { readonly stop: 'remove'; readonly restore: 'last-state'; readonly because: Reason }
  /** The job never started: it counts as failed, and the state it was to start from is still the last one. */
  | { readonly stop: 'never-started'; readonly because: Reason }
  /** Not possible now. `others`: other work (recovery) may go on meanwhile. */
  | { readonly stop: 'wait'; readonly others: boolean; readonly because: Reason }
  /** Not possible without help. */
  | { readonly stop: 'refuse'; readonly because: Reason };

type Rule = (c: UpgradeCase) => UpgradePlan | undefined;

const MANUAL = 'Manual restore required.';
const NO_METADATA = 'HA metadata is not available';

function because(code: ReasonCode, message: string): Reason {
  return { code, message };
}

/** The new cluster can recover from HA metadata: only when they were seen. */
function haCanCarryOver(c: UpgradeCase): boolean {
  return c.haOnBothSides && c.haMetadata.known && c.haMetadata.value;
}

/** The new cluster cannot recover from HA metadata: absent only when they were seen to be absent. */
function haCannotCarryOver(c: UpgradeCase): boolean {
  return !c.haOnBothSides || (c.haMetadata.known && !c.haMetadata.value);
}

/** No state hides in HA metadata of what was deployed, whatever the new configuration says about HA. */
function haHoldsNothing(c: UpgradeCase): boolean {
  return !c.haDeployed || (c.haMetadata.known && !c.haMetadata.value);
}

function terminal(c: UpgradeCase): boolean {
  return isTerminalState(c.jobState);
}

/** The status itself says where the last state is: the job has ended, and no newer state can hide in HA metadata. */
function statusKnowsState(c: UpgradeCase): boolean {
  return terminal(c) && (c.jobState === 'CANCELED' || haHoldsNothing(c) || c.jobManager === 'READY');
}

/**
 * A cancelled job can be asked for its last checkpoint, and its HA metadata are gone. So it must have taken over what these hold: a job
 * that is still being set up would be asked in vain.
 */
function cancellable(c: UpgradeCase): boolean {
  return c.cancellable && (c.jobState !== 'INITIALIZING' || haHoldsNothing(c));
}

function cancelAllowed(c: UpgradeCase): boolean {
  return cancellable(c) && (haCannotCarryOver(c) || c.cancelEnabled);
}

const StatelessTerminal: Rule = (c) =>
  c.mode === 'stateless' && terminal(c)
    ? {
        stop: 'nothing',
        restore: 'stateless',
        because: because(
          'StatelessUpgrade',
          `upgradeMode is stateless and the job has ended (${c.jobState ?? '-'}): it starts again with empty state`,
        ),
      }
    : undefined;

const Stateless: Rule = (c) =>
  c.mode === 'stateless'
    ? {
        stop: 'drop',
        restore: 'stateless',
        because: because(
          'StatelessUpgrade',
          'upgradeMode is stateless: the job is cancelled and starts again with empty state',
        ),
      }
    : undefined;

const LastStateUnknown: Rule = (c) =>
  statusKnowsState(c) && c.lastSavepoint === LAST_STATE_MARKER
    ? {
        stop: 'refuse',
        because: because(
          'LastStateUnknown',
          `the job has ended (${c.jobState ?? '-'}) and its last state is not known. ${MANUAL}`,
        ),
      }
    : undefined;

const StatusKnowsState: Rule = (c) =>
  statusKnowsState(c)
    ? {
        stop: 'nothing',
        restore: 'savepoint',
        because: because(
          'JobIsTerminal',
          `the job has ended (${c.jobState ?? '-'}); it starts again from ${c.lastSavepoint ?? 'empty state, because it left none'}`,
        ),
      }
    : undefined;

const Cancelling: Rule = (c) =>
  c.jobState === 'CANCELLING'
    ? { stop: 'wait', others: false, because: because('CancelPending', 'the job is being cancelled') }
    : undefined;

const SavepointOfRunningJob: Rule = (c) =>
  c.mode === 'savepoint' && c.jobState === 'RUNNING'
    ? {
        stop: 'savepoint',
        restore: 'savepoint',
        because: because('SavepointUpgrade', 'upgradeMode is savepoint and the job runs: it stops with a savepoint'),
      }
    : undefined;

const FallbackDisabled: Rule = (c) =>
  c.mode === 'savepoint' && !c.versionChanges && !c.fallbackEnabled
    ? {
        stop: 'wait',
        others: true,
        because: because(
          'UpgradeHasToWait',
          `upgradeMode is savepoint, the job does not run (${c.jobState ?? '-'}), and kubernetes.operator.job.upgrade.last-state-fallback.enabled is false`,
        ),
      }
    : undefined;

const VersionChangeRunning: Rule = (c) =>
  c.versionChanges && c.jobState === 'RUNNING' && c.savepointDirectory
    ? {
        stop: 'savepoint',
        restore: 'savepoint',
        because: because(
          'VersionChangeNeedsSavepoint',
          'the Flink version changes: the job stops with a savepoint, HA metadata are not carried over',
        ),
      }
    : undefined;

const VersionChangeCancel: Rule = (c) =>
  c.versionChanges && cancellable(c)
    ? {
        stop: 'cancel',
        restore: 'savepoint',
        because: because(
          'VersionChangeNeedsSavepoint',
          'the Flink version changes and no savepoint can be taken: the job is cancelled and starts from its last checkpoint',
        ),
      }
    : undefined;

const VersionChangeElse: Rule = (c) =>
  c.versionChanges
    ? {
        stop: 'wait',
        others: true,
        because: because(
          'UpgradeHasToWait',
          `the Flink version changes and the job can be neither asked for a savepoint nor cancelled (${c.jobState ?? '-'})`,
        ),
      }
    : undefined;

const RunningLastState: Rule = (c) => {
  if (c.jobState !== 'RUNNING') return undefined;
  return (
    stateIsTooOld(c) ??
    (cancelAllowed(c) ? cancel(c) : haCanCarryOver(c) ? remove(c, 'LastStateUpgrade') : unknownHa(c))
  );
};

const NotRunningCancel: Rule = (c) => (cancelAllowed(c) ? cancel(c) : undefined);

const FallbackToHaMetadata: Rule = (c) =>
  haCanCarryOver(c) ? remove(c, c.mode === 'last-state' ? 'LastStateUpgrade' : 'LastStateFallback') : undefined;

/**
 * HA metadata that were not seen to be absent may be those of a JobManager that started and was never called available. It comes before
 * what the status knows, because the status says FAILED from the moment at which the JobManager is being kept from starting.
 */
const NeverStarted: Rule = (c) =>
  c.jobManager !== 'MISSING' &&
  c.jobManager !== 'READY' &&
  c.recordedMode !== 'last-state' &&
  c.neverStarted &&
  haHoldsNothing(c)
    ? {
        stop: 'never-started',
        because: because(
          'JobManagerNeverStarted',
          'no JobManager of the deployed spec ever answered: what it was to start from is still the last state',
        ),
      }
    : undefined;

const JobManagerGoneWithoutMetadata: Rule = (c) =>
  (c.jobManager === 'MISSING' || c.jobManager === 'ERROR') && haHoldsNothing(c)
    ? {
        stop: 'refuse',
        because: because(
          'HaMetadataMissing',
          `the JobManager is ${c.jobManager} and ${NO_METADATA}, so the last state of the job is not known. ${MANUAL}`,
        ),
      }
    : undefined;

const CannotStopNow: Rule = (c) =>
  unknownHa(c) ?? {
    stop: 'wait',
    others: true,
    because: because(
      'UpgradeHasToWait',
      `the job can be neither stopped with its state nor recovered from HA metadata now (job ${c.jobState ?? '-'}, JobManager ${c.jobManager})`,
    ),
  };

/** In the order of the lifecycle's tables: first what holds for every job, then what only an application can fall back on. */
export const UPGRADE_RULES: readonly { readonly name: string; readonly rule: Rule }[] = Object.entries({
  StatelessTerminal,
  Stateless,
  NeverStarted,
  LastStateUnknown,
  StatusKnowsState,
  Cancelling,
  SavepointOfRunningJob,
  FallbackDisabled,
  VersionChangeRunning,
  VersionChangeCancel,
  VersionChangeElse,
  RunningLastState,
  NotRunningCancel,
  FallbackToHaMetadata,
  JobManagerGoneWithoutMetadata,
  CannotStopNow,
}).map(([name, rule]) => ({ name, rule }));

/** Rules whose "wait" is not the last word: without JobManager and metadata there is nothing left to wait for. */
const MAY_YET_BE_OVERRULED: readonly Rule[] = [FallbackDisabled, VersionChangeElse, Cancelling];

/** Chooses how to stop and restore. Total: some rule always speaks. */
export function planUpgrade(c: UpgradeCase): UpgradePlan {
  for (const { rule } of UPGRADE_RULES) {
    const plan = rule(c);
    if (plan === undefined) continue;
    return MAY_YET_BE_OVERRULED.includes(rule) ? (JobManagerGoneWithoutMetadata(c) ?? plan) : plan;
  }
  throw new Error('no upgrade rule applies');
}

function cancel(c: UpgradeCase): UpgradePlan {
  const why = haCannotCarryOver(c)
    ? 'there is no HA metadata to recover from'
    : 'kubernetes.operator.job.upgrade.last-state.job-cancel.enabled is true';
  return {
    stop: 'cancel',
    restore: 'savepoint',
    because: because('CancelForLastState', `${why}: the job is cancelled and starts from its last checkpoint`),
  };
}

function remove(c: UpgradeCase, code: ReasonCode): UpgradePlan {
  const how =
    code === 'LastStateUpgrade'
      ? 'upgradeMode is last-state'
      : `the job does not run (${c.jobState ?? '-'}), so no savepoint can be taken`;
  return {
    stop: 'remove',
    restore: 'last-state',
    because: because(code, `${how}: the job recovers from its HA metadata`),
  };
}

function unknownHa(c: UpgradeCase): UpgradePlan | undefined {
  if (!c.haDeployed || c.haMetadata.known) return undefined;
  return {
    stop: 'wait',
    others: true,
    because: because('HaMetadataUnknown', `whether there is HA metadata is not known: ${c.haMetadata.why.message}`),
  };
}
