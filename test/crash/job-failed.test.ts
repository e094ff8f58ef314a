// SPDX-License-Identifier: Apache-2.0
import { jobFailed } from '../scenarios/job-failed.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(jobFailed, savepointUpgrade);
