// SPDX-License-Identifier: Apache-2.0
// Which scenarios run on the real cluster, with which Flink, state and operator.

import { SCENARIOS } from '../scenarios/all.ts';
import type { Storage } from '../scenarios/application.ts';
import type { Scenario } from '../scenarios/world.ts';

/** One run of a scenario. */
export interface Run {
  readonly id: string;
  readonly scenario: Scenario;
  readonly flinkVersion: string;
  readonly storage: Storage;
  readonly operator: 'shell' | 'pod';
}

/** All runs: each scenario on its first version and storage, and once for each further version and each further storage. */
export function planOf(only: readonly string[]): Run[] {
  return SCENARIOS.filter(({ name }) => only.length === 0 || only.includes(name)).flatMap(runsOf);
}

function runsOf(scenario: Scenario): Run[] {
  const [version = '1.20', ...versions] = scenario.versions ?? [];
  const [storage = 'volume', ...storages] = scenario.storages ?? [];
  const variants: [string, Storage][] = [
    [version, storage],
    ...versions.map((other): [string, Storage] => [other, storage]),
    ...storages.map((other): [string, Storage] => [version, other]),
  ];
  return variants.map(([flinkVersion, place]) => ({
    id: [
      scenario.name,
      ...(flinkVersion === version ? [] : [flinkVersion]),
      ...(place === storage ? [] : [place]),
    ].join(' '),
    scenario,
    flinkVersion,
    storage: place,
    operator: scenario.operator ?? 'shell',
  }));
}
