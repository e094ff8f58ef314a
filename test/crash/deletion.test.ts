// SPDX-License-Identifier: Apache-2.0
import { deletion } from '../scenarios/deletion.ts';
import { describeCrashes } from './describe-crashes.ts';

describeCrashes(deletion);
