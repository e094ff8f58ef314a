// SPDX-License-Identifier: Apache-2.0
import { operatorKilled } from '../scenarios/operator-killed.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(operatorKilled, savepointUpgrade);
