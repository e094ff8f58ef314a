// SPDX-License-Identifier: Apache-2.0
import { jobFinished } from '../scenarios/job-finished.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(jobFinished);
