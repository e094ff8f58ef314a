// SPDX-License-Identifier: Apache-2.0
import { invalidSpec } from '../scenarios/invalid-spec.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(invalidSpec, savepointUpgrade);
