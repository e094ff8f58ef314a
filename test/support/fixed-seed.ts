// SPDX-License-Identifier: Apache-2.0
// Property tests draw the same cases in every run, so that what is red has a cause in the change. `FC_SEED=<number>` draws others,
// which is how one goes looking for more.

import fc from 'fast-check';
import process from 'node:process';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['FC_SEED'] ?? 20_261_121) });
