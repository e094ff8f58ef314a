// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { known, type CheckpointsSeen } from './observation.ts';
import { LAST_STATE_MARKER } from './predicates.ts';
import type { ReasonCode } from './reason.ts';
import type { UpgradeCase } from './upgrade-case.ts';
import { planUpgrade, type UpgradePlan } from './upgrade-plan.ts';

const NOW = 1_000_000;
const UNKNOWN = { known: false, why: { code: 'error', message: 'the API server does not answer' } } as const;
const PATH = 's3://state/savepoint-1';

/** A running job in mode last-state, with HA on both sides and metadata in it; savepoints are possible. */
const RUNNING: UpgradeCase = {
  mode: 'last-state',
  recordedMode: 'last-state',
  jobState: 'RUNNING',
  jobStart: NOW - 500_000,
  jobManager: 'READY',
  cancellable: true,
  lastSavepoint: PATH,
  versionChanges: false,
  haDeployed: true,
  haOnBothSides: true,
  haMetadata: known(true),
  neverStarted: false,
  savepointDirectory: true,
  fallbackEnabled: true,
  cancelEnabled: false,
  checkpoints: known({}),
  now: NOW,
};

const NO_HA = { haDeployed: false, haOnBothSides: false, haMetadata: known(false) };
const NO_METADATA = { haMetadata: known(false) };
const V = { versionChanges: true };
/** The JobManager answers and lists the job, but its tasks do not run. */
const RESTARTING = { jobState: 'RESTARTING' } as const;
/** The JobManager does not answer. */
const LOST = { jobState: 'RECONCILING', jobManager: 'DEPLOYING', cancellable: false } as const;
const ENDED = { cancellable: false } as const;

interface Expected {
  stop: UpgradePlan['stop'];
  restore?: UpgradeModeName;
  others?: boolean;
  because: ReasonCode;
}

function check(change: Partial<UpgradeCase>, expected: Expected): void {
  const { because, ...plan } = planUpgrade({ ...RUNNING, ...change });
  expect({ ...plan, because: because.code }).toEqual(expected);
  expect(because.message).toMatch(/\w/);
}

const DROP: Expected = { stop: 'drop', restore: 'stateless', because: 'StatelessUpgrade' };
const EMPTY: Expected = { stop: 'nothing', restore: 'stateless', because: 'StatelessUpgrade' };
const SAVEPOINT: Expected = { stop: 'savepoint', restore: 'savepoint', because: 'SavepointUpgrade' };
const VERSION_SAVEPOINT: Expected = { ...SAVEPOINT, because: 'VersionChangeNeedsSavepoint' };
const CANCEL: Expected = { stop: 'cancel', restore: 'savepoint', because: 'CancelForLastState' };
const VERSION_CANCEL: Expected = { ...CANCEL, because: 'VersionChangeNeedsSavepoint' };
const LAST_STATE: Expected = { stop: 'remove', restore: 'last-state', because: 'LastStateUpgrade' };
const FALLBACK: Expected = { ...LAST_STATE, because: 'LastStateFallback' };
const FROM_PATH: Expected = { stop: 'nothing', restore: 'savepoint', because: 'JobIsTerminal' };
const STATE_UNKNOWN: Expected = { stop: 'refuse', because: 'LastStateUnknown' };
const NO_STATE: Expected = { stop: 'refuse', because: 'HaMetadataMissing' };
const NEVER_STARTED: Expected = { stop: 'never-started', because: 'JobManagerNeverStarted' };
const WAIT: Expected = { stop: 'wait', others: true, because: 'UpgradeHasToWait' };
const WAIT_FOR_CANCEL: Expected = { stop: 'wait', others: false, because: 'CancelPending' };
const WAIT_FOR_HA: Expected = { stop: 'wait', others: true, because: 'HaMetadataUnknown' };

describe('what holds for every job (5.2)', () => {
  it.each<[string, Partial<UpgradeCase>, Expected]>([
    ['1 stateless, FINISHED', { mode: 'stateless', jobState: 'FINISHED', ...ENDED }, EMPTY],
    ['1 stateless, CANCELED', { mode: 'stateless', jobState: 'CANCELED', ...ENDED }, EMPTY],
    ['1 stateless, FAILED', { mode: 'stateless', jobState: 'FAILED', ...ENDED }, EMPTY],
    ['2 stateless, running', { mode: 'stateless' }, DROP],
    ['2 stateless, its JobManager lost', { mode: 'stateless', ...LOST }, DROP],
    ['2 stateless, being cancelled', { mode: 'stateless', jobState: 'CANCELLING' }, DROP],
    [
      '3 CANCELED, dummy marker',
      { jobState: 'CANCELED', lastSavepoint: LAST_STATE_MARKER, jobManager: 'MISSING', ...ENDED },
      STATE_UNKNOWN,
    ],
    [
      '3 FINISHED, no HA metadata, dummy marker',
      { jobState: 'FINISHED', lastSavepoint: LAST_STATE_MARKER, jobManager: 'MISSING', ...NO_METADATA, ...ENDED },
      STATE_UNKNOWN,
    ],
    [
      '3 FAILED, JobManager accessible, dummy marker',
      { jobState: 'FAILED', lastSavepoint: LAST_STATE_MARKER, ...ENDED },
      STATE_UNKNOWN,
    ],
    ['4 CANCELED', { jobState: 'CANCELED', jobManager: 'DEPLOYING', ...ENDED }, FROM_PATH],
    [
      '4 FINISHED, no HA metadata',
      { jobState: 'FINISHED', jobManager: 'MISSING', ...NO_METADATA, ...ENDED },
      FROM_PATH,
    ],
    ['4 FAILED, JobManager accessible', { jobState: 'FAILED', ...ENDED }, FROM_PATH],
    ['5 being cancelled', { jobState: 'CANCELLING' }, WAIT_FOR_CANCEL],
    ['5 being cancelled, mode savepoint', { mode: 'savepoint', jobState: 'CANCELLING' }, WAIT_FOR_CANCEL],
    ['6 savepoint, running', { mode: 'savepoint' }, SAVEPOINT],
    ['7 savepoint, not running, fallback off', { mode: 'savepoint', ...RESTARTING, fallbackEnabled: false }, WAIT],
    ['8 savepoint, not running, fallback on', { mode: 'savepoint', ...RESTARTING }, FALLBACK],
    [
      '8 savepoint, fallback off, other version',
      { mode: 'savepoint', ...RESTARTING, fallbackEnabled: false, ...V },
      VERSION_CANCEL,
    ],
    ['9 other version, running, savepoint directory', { ...V }, VERSION_SAVEPOINT],
    ['10 other version, running, no savepoint directory', { ...V, savepointDirectory: false }, VERSION_CANCEL],
    ['10 other version, not running, cancellable', { ...V, ...RESTARTING }, VERSION_CANCEL],
    ['11 other version, not cancellable', { ...V, ...LOST }, WAIT],
    ['12 running: see 5.2.1', {}, LAST_STATE],
    ['13 not running, no HA metadata', { ...RESTARTING, ...NO_METADATA }, CANCEL],
    ['13 not running, job-cancel option', { ...RESTARTING, cancelEnabled: true }, CANCEL],
    ['14 not running, neither: part 2', { ...RESTARTING }, LAST_STATE],
  ])('row %s', (_, change, expected) => {
    check(change, expected);
  });

  it('tells in row 4 that a job without a last state starts empty', () => {
    const { lastSavepoint: _, ...without } = RUNNING;
    const plan = planUpgrade({ ...without, jobState: 'CANCELED', ...ENDED });
    expect(plan).toMatchObject({ stop: 'nothing', restore: 'savepoint' });
    expect(plan.because.message).toContain('empty state');
  });
});

describe('running last-state job: age of the state (5.2.1)', () => {
  const AGE = { maxCheckpointAge: 60_000 };
  const latest = (age: number): CheckpointsSeen => ({ latest: { path: PATH, timestamp: NOW - age } });

  it.each<[string, Partial<UpgradeCase>, Expected]>([
    ['default, cancel allowed: no HA', { ...NO_HA }, CANCEL],
    ['default, cancel allowed: HA without metadata', { ...NO_METADATA }, CANCEL],
    ['default, cancel allowed: job-cancel option', { cancelEnabled: true }, CANCEL],
    ['default, else', {}, LAST_STATE],
    ['default, HA only in what is deployed', { haOnBothSides: false }, CANCEL],
    [
      'default, HA only in what is wanted',
      { haDeployed: false, haOnBothSides: false, haMetadata: known(false) },
      CANCEL,
    ],
    ['1 age not set, checkpoints old', { checkpoints: known(latest(500_000)) }, LAST_STATE],
    ['2 job started within the age', { ...AGE, jobStart: NOW - 59_999, checkpoints: UNKNOWN }, LAST_STATE],
    ['3 latest state within the age', { ...AGE, checkpoints: known(latest(59_999)) }, LAST_STATE],
    [
      '4 newest entry in progress, triggered within the age',
      { ...AGE, checkpoints: known({ ...latest(60_001), pendingSince: NOW - 59_999 }) },
      { stop: 'wait', others: true, because: 'CheckpointPending' },
    ],
    [
      '5 exactly the age is not within it',
      { ...AGE, checkpoints: known(latest(60_000)) },
      { ...SAVEPOINT, because: 'CheckpointTooOld' },
    ],
    [
      '5 pending since too long',
      { ...AGE, checkpoints: known({ ...latest(90_000), pendingSince: NOW - 60_000 }) },
      { ...SAVEPOINT, because: 'CheckpointTooOld' },
    ],
    ['5 no state at all', { ...AGE }, { ...SAVEPOINT, because: 'CheckpointTooOld' }],
    ['unknown checkpoints are neither old nor young', { ...AGE, checkpoints: UNKNOWN }, WAIT],
  ])('%s', (_, change, expected) => {
    check(change, expected);
  });
});

describe('what only an application can fall back on (5.3)', () => {
  const OFF = { mode: 'savepoint', fallbackEnabled: false } as const;
  const FRESH = { ...LOST, recordedMode: 'savepoint', neverStarted: true, ...NO_METADATA } as const;

  it.each<[string, Partial<UpgradeCase>, Expected]>([
    ['1 fallback allowed, metadata available', { ...LOST }, LAST_STATE],
    ['1 the same, mode savepoint', { mode: 'savepoint', ...LOST }, FALLBACK],
    ['1 not when only one side has HA', { ...LOST, haOnBothSides: false }, WAIT],
    ['1 not when the fallback is off', { ...OFF, ...LOST }, WAIT],
    ['1 not between versions', { ...LOST, ...V }, WAIT],
    ['2 never started', { ...FRESH }, NEVER_STARTED],
    ['2 never started, no HA', { ...FRESH, ...NO_HA }, NEVER_STARTED],
    ['2 never started, ERROR', { ...FRESH, jobManager: 'ERROR' }, NEVER_STARTED],
    ['2 never started, fallback off', { ...FRESH, ...OFF }, NEVER_STARTED],
    ['2 never started, other version', { ...FRESH, ...V }, NEVER_STARTED],
    ['2 never started, being cancelled', { ...FRESH, jobState: 'CANCELLING' }, NEVER_STARTED],
    ['2 not when the recorded mode is last-state', { ...FRESH, recordedMode: 'last-state' }, WAIT],
    ['2 not when MISSING', { ...FRESH, jobManager: 'MISSING' }, NO_STATE],
    // The JobManager may have started without ever being called available: its metadata are then the last state.
    ['2 metadata seen: recovered from', { ...FRESH, haMetadata: known(true) }, LAST_STATE],
    ['2 metadata seen, fallback off: waits', { ...FRESH, ...OFF, haMetadata: known(true) }, WAIT],
    ['3 MISSING, no metadata', { ...LOST, jobManager: 'MISSING', ...NO_METADATA }, NO_STATE],
    ['3 ERROR, no metadata', { ...LOST, jobManager: 'ERROR', ...NO_METADATA }, NO_STATE],
    ['3 MISSING, no HA', { ...LOST, jobManager: 'MISSING', ...NO_HA }, NO_STATE],
    ['3 MISSING, fallback off', { ...OFF, ...LOST, jobManager: 'MISSING', ...NO_METADATA }, NO_STATE],
    ['3 MISSING, other version', { ...LOST, jobManager: 'MISSING', ...NO_METADATA, ...V }, NO_STATE],
    // Recovery of what was deployed may still bring the job back, so that it can be cancelled.
    ['3 not when what was deployed left metadata', { ...LOST, jobManager: 'MISSING', haOnBothSides: false }, WAIT],
    ['4 else', { ...LOST, ...NO_METADATA }, WAIT],
    ['4 else, READY but the job is not known', { jobState: 'RECONCILING', cancellable: false, ...NO_METADATA }, WAIT],
  ])('row %s', (_, change, expected) => {
    check(change, expected);
  });

  it.each<[string, Partial<UpgradeCase>]>([
    ['3', { jobManager: 'MISSING', ...NO_METADATA }],
    ['3, after the never-started test', { jobManager: 'ERROR', ...NO_METADATA }],
  ])('says in row %s what makes the lifecycle FAILED', (_, change) => {
    const { message } = planUpgrade({ ...RUNNING, ...LOST, ...change }).because;
    expect(message).toContain('HA metadata is not available');
    expect(message).toContain('Manual restore required.');
  });
});

describe('the full table of an application (5.11)', () => {
  const savepoint = { mode: 'savepoint', recordedMode: 'savepoint' } as const;
  const off = { ...savepoint, fallbackEnabled: false };
  const fresh = { ...LOST, neverStarted: true, ...NO_METADATA };

  it.each<[string, Partial<UpgradeCase>, Expected, Expected]>([
    ['stateless | non-terminal', { mode: 'stateless' }, DROP, DROP],
    ['stateless | terminal', { mode: 'stateless', jobState: 'FAILED', ...ENDED }, EMPTY, EMPTY],
    ['savepoint | running | READY | any: yes', { ...savepoint }, SAVEPOINT, SAVEPOINT],
    ['savepoint | running | READY | any: no', { ...savepoint, ...NO_METADATA }, SAVEPOINT, SAVEPOINT],
    [
      'savepoint | not running, on | READY, cancellable | no',
      { ...savepoint, ...RESTARTING, ...NO_METADATA },
      CANCEL,
      VERSION_CANCEL,
    ],
    [
      'savepoint | not running, on | READY, cancellable | yes, job-cancel on',
      { ...savepoint, ...RESTARTING, cancelEnabled: true },
      CANCEL,
      VERSION_CANCEL,
    ],
    [
      'savepoint | not running, on | READY, cancellable | yes, job-cancel off',
      { ...savepoint, ...RESTARTING },
      FALLBACK,
      VERSION_CANCEL,
    ],
    ['savepoint | not running, on | not READY | yes', { ...savepoint, ...LOST }, FALLBACK, WAIT],
    ['savepoint | not running, on | MISSING | yes', { ...savepoint, ...LOST, jobManager: 'MISSING' }, FALLBACK, WAIT],
    [
      'savepoint | not running, on | DEPLOYING, never started | no',
      { ...savepoint, ...fresh },
      NEVER_STARTED,
      NEVER_STARTED,
    ],
    ['savepoint | not running, on | DEPLOYING etc. | no', { ...savepoint, ...LOST, ...NO_METADATA }, WAIT, WAIT],
    [
      'savepoint | not running, on | MISSING | no',
      { ...savepoint, ...LOST, jobManager: 'MISSING', ...NO_METADATA },
      NO_STATE,
      NO_STATE,
    ],
    [
      'savepoint | not running, on | ERROR | no',
      { ...savepoint, ...LOST, jobManager: 'ERROR', ...NO_METADATA },
      NO_STATE,
      NO_STATE,
    ],
    ['savepoint | not running, off | READY', { ...off, ...RESTARTING }, WAIT, VERSION_CANCEL],
    ['savepoint | not running, off | never started', { ...off, ...fresh }, NEVER_STARTED, NEVER_STARTED],
    [
      'savepoint | not running, off | MISSING',
      { ...off, ...LOST, jobManager: 'MISSING', ...NO_METADATA },
      NO_STATE,
      NO_STATE,
    ],
    ['last-state | running | READY | yes', {}, LAST_STATE, VERSION_SAVEPOINT],
    ['last-state | running | READY | yes, job-cancel on', { cancelEnabled: true }, CANCEL, VERSION_SAVEPOINT],
    [
      'last-state | running | READY | yes, no savepoint directory',
      { savepointDirectory: false },
      LAST_STATE,
      VERSION_CANCEL,
    ],
    ['last-state | running | READY | no', { ...NO_METADATA }, CANCEL, VERSION_SAVEPOINT],
    ['last-state | not running | READY, cancellable | no', { ...RESTARTING, ...NO_METADATA }, CANCEL, VERSION_CANCEL],
    ['last-state | not running | not READY | yes', { ...LOST }, LAST_STATE, WAIT],
    ['not stateless | CANCELLING', { jobState: 'CANCELLING' }, WAIT_FOR_CANCEL, WAIT_FOR_CANCEL],
    ['not stateless | CANCELED', { jobState: 'CANCELED', ...ENDED }, FROM_PATH, FROM_PATH],
    ['not stateless | FINISHED | READY | any', { jobState: 'FINISHED', ...ENDED }, FROM_PATH, FROM_PATH],
    [
      'not stateless | FAILED | READY | marker',
      { jobState: 'FAILED', lastSavepoint: LAST_STATE_MARKER, ...ENDED },
      STATE_UNKNOWN,
      STATE_UNKNOWN,
    ],
    [
      'not stateless | FINISHED | not READY | no',
      { jobState: 'FINISHED', jobManager: 'MISSING', ...NO_METADATA, ...ENDED },
      FROM_PATH,
      FROM_PATH,
    ],
    [
      'not stateless | FINISHED | not READY | no, marker',
      { jobState: 'FINISHED', jobManager: 'MISSING', lastSavepoint: LAST_STATE_MARKER, ...NO_METADATA, ...ENDED },
      STATE_UNKNOWN,
      STATE_UNKNOWN,
    ],
    [
      'not stateless | FAILED | not READY | yes',
      { jobState: 'FAILED', jobManager: 'MISSING', ...ENDED },
      LAST_STATE,
      WAIT,
    ],
  ])('%s', (_, change, sameVersion, otherVersion) => {
    check(change, sameVersion);
    check({ ...change, ...V }, otherVersion);
  });
});

describe('unknown is neither yes nor no', () => {
  const HA_UNKNOWN = { haMetadata: UNKNOWN };

  it.each<[string, Partial<UpgradeCase>, Expected]>([
    ['running last-state job', { ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['running last-state job that may be cancelled', { ...HA_UNKNOWN, cancelEnabled: true }, CANCEL],
    ['running job in mode savepoint needs no HA', { mode: 'savepoint', ...HA_UNKNOWN }, SAVEPOINT],
    ['restarting job', { ...RESTARTING, ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['lost JobManager', { ...LOST, ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['missing JobManager', { ...LOST, jobManager: 'MISSING', ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['failing JobManager', { ...LOST, jobManager: 'ERROR', ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['never started', { ...LOST, recordedMode: 'savepoint', neverStarted: true, ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['FINISHED, not READY', { jobState: 'FINISHED', jobManager: 'MISSING', ...ENDED, ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['FAILED, not READY', { jobState: 'FAILED', jobManager: 'DEPLOYING', ...ENDED, ...HA_UNKNOWN }, WAIT_FOR_HA],
    [
      'FINISHED, not READY, HA no longer wanted',
      { jobState: 'FINISHED', jobManager: 'MISSING', haOnBothSides: false, ...ENDED, ...HA_UNKNOWN },
      WAIT_FOR_HA,
    ],
    [
      'FINISHED, not READY, HA metadata seen but no longer wanted',
      { jobState: 'FINISHED', jobManager: 'MISSING', haOnBothSides: false, ...ENDED },
      WAIT,
    ],
    ['checkpoint age', { maxCheckpointAge: 1, checkpoints: UNKNOWN }, WAIT],
    ['a job being set up from HA metadata', { jobState: 'INITIALIZING', cancelEnabled: true }, LAST_STATE],
    ['the same, other version', { jobState: 'INITIALIZING', ...V }, WAIT],
    ['the same, HA no longer wanted', { jobState: 'INITIALIZING', haOnBothSides: false }, WAIT],
    ['the same, HA metadata not known', { jobState: 'INITIALIZING', cancelEnabled: true, ...HA_UNKNOWN }, WAIT_FOR_HA],
    ['a job being set up without HA metadata', { jobState: 'INITIALIZING', ...NO_METADATA }, CANCEL],
    ['job state', { jobState: undefined, cancellable: false, ...NO_METADATA }, WAIT],
  ])('%s', (_, change, expected) => {
    check(change, expected);
  });
});
