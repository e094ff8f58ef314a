// SPDX-License-Identifier: Apache-2.0
import { deletion } from '../scenarios/deletion.ts';
import { lastStateUpgrade } from '../scenarios/last-state-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(deletion, lastStateUpgrade);
