// SPDX-License-Identifier: Apache-2.0
import { jobManagerPodLost } from '../scenarios/job-manager-pod-lost.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(jobManagerPodLost);
