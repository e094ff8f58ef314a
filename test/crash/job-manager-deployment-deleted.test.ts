// SPDX-License-Identifier: Apache-2.0
import { jobManagerDeploymentDeleted } from '../scenarios/job-manager-deployment-deleted.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(jobManagerDeploymentDeleted);
