// SPDX-License-Identifier: Apache-2.0
import { changedDuringUpgrade } from '../scenarios/changed-during-upgrade.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(changedDuringUpgrade, savepointUpgrade);
