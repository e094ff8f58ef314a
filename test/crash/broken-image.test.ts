// SPDX-License-Identifier: Apache-2.0
import { brokenImage } from '../scenarios/broken-image.ts';
import { savepointUpgrade } from '../scenarios/savepoint-upgrade.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(brokenImage, savepointUpgrade);
