// SPDX-License-Identifier: Apache-2.0
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(savepointUpgrade);
