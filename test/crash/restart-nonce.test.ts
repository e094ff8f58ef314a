// SPDX-License-Identifier: Apache-2.0
import { restartNonce } from '../scenarios/restart-nonce.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(restartNonce, savepointUpgrade);
