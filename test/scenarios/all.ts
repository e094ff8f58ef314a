// SPDX-License-Identifier: Apache-2.0
// All scenarios, in the order in which they run.

import { brokenImage } from './broken-image.ts';
import { changedDuringUpgrade } from './changed-during-upgrade.ts';
import { deletion } from './deletion.ts';
import { initialSavepoint } from './initial-savepoint.ts';
import { invalidSpec } from './invalid-spec.ts';
import { jobFailed } from './job-failed.ts';
import { jobFinished } from './job-finished.ts';
import { jobManagerDeploymentDeleted } from './job-manager-deployment-deleted.ts';
import { jobManagerPodLost } from './job-manager-pod-lost.ts';
import { lastStateUpgrade } from './last-state-upgrade.ts';
import { operatorKilled } from './operator-killed.ts';
import { restartNonce } from './restart-nonce.ts';
import { restrictedNamespace } from './restricted-namespace.ts';
import { savepointFails } from './savepoint-fails.ts';
import { savepointUpgrade } from './savepoint-upgrade.ts';
import { statelessUpgrade } from './stateless-upgrade.ts';
import { suspendResumeLastState } from './suspend-resume-last-state.ts';
import { suspendResumeSavepoint } from './suspend-resume-savepoint.ts';
import type { Scenario } from './world.ts';

export const SCENARIOS: readonly Scenario[] = [
  statelessUpgrade,
  savepointUpgrade,
  lastStateUpgrade,
  suspendResumeSavepoint,
  suspendResumeLastState,
  jobManagerPodLost,
  jobManagerDeploymentDeleted,
  operatorKilled,
  brokenImage,
  invalidSpec,
  deletion,
  initialSavepoint,
  restartNonce,
  changedDuringUpgrade,
  savepointFails,
  jobFinished,
  jobFailed,
  restrictedNamespace,
];
