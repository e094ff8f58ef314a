// SPDX-License-Identifier: Apache-2.0
// Every scenario in the embedded world, and its trace against what a real cluster's run has left in traces/.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from './all.ts';
import { EmbeddedWorld } from './embedded-world.ts';
import type { Trace } from './trace.ts';

describe.each(SCENARIOS.map((scenario) => [scenario.title, scenario] as const))('%s', (_, scenario) => {
  it.each([...(scenario.storages ?? ['volume'])])('state on %s', async (storage) => {
    const world = new EmbeddedWorld({ storage, example: scenario.endsByItself === true });
    try {
      await world.begin();
      await scenario.run(world);
      await world.checkLineage(scenario.losesState === true);
      const file = new URL(`traces/${scenario.name}.json`, import.meta.url);
      expect(await world.trace()).toEqual(JSON.parse(readFileSync(file, 'utf8')) as Trace);
    } finally {
      world.end();
    }
  });
});
