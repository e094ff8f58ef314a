// SPDX-License-Identifier: Apache-2.0
import { lastStateUpgrade } from '../scenarios/last-state-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(lastStateUpgrade);
