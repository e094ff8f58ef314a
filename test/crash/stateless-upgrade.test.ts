// SPDX-License-Identifier: Apache-2.0
import { statelessUpgrade } from '../scenarios/stateless-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(statelessUpgrade);
