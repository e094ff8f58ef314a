// SPDX-License-Identifier: Apache-2.0
// Deleting the resource of a running job with HA: of all that was created, by the operator or by Flink, nothing is left.

import { checkpoints, deploy, nothingLeft } from './steps.ts';
import type { Scenario } from './world.ts';

export const deletion: Scenario = {
  name: 'deletion',
  title: 'Of a deleted application nothing is left behind',
  operator: 'pod',
  async run(world) {
    await deploy(world, { upgradeMode: 'last-state', highAvailability: true });
    await checkpoints(world, 1);
    await world.delete();
    await nothingLeft(world);
  },
};
