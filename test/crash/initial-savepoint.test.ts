// SPDX-License-Identifier: Apache-2.0
import { initialSavepoint } from '../scenarios/initial-savepoint.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(initialSavepoint, savepointUpgrade);
