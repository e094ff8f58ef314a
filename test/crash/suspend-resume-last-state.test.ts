// SPDX-License-Identifier: Apache-2.0
import { lastStateUpgrade } from '../scenarios/last-state-upgrade.ts';
import { suspendResumeLastState } from '../scenarios/suspend-resume-last-state.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(suspendResumeLastState, lastStateUpgrade);
