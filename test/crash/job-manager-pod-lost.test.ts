// SPDX-License-Identifier: Apache-2.0
import { jobManagerPodLost } from '../scenarios/job-manager-pod-lost.ts';
import { lastStateUpgrade } from '../scenarios/last-state-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(jobManagerPodLost, lastStateUpgrade);
