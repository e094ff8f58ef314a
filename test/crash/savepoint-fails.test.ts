// SPDX-License-Identifier: Apache-2.0
import { savepointFails } from '../scenarios/savepoint-fails.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(savepointFails, savepointUpgrade);
