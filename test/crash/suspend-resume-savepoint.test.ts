// SPDX-License-Identifier: Apache-2.0
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { suspendResumeSavepoint } from '../scenarios/suspend-resume-savepoint.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(suspendResumeSavepoint, savepointUpgrade);
