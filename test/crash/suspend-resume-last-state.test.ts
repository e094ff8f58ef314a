// SPDX-License-Identifier: Apache-2.0
import { suspendResumeLastState } from '../scenarios/suspend-resume-last-state.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(suspendResumeLastState);
