// SPDX-License-Identifier: Apache-2.0
// What an upgrade brings whatever the configuration says, as far as it meets clusters that an operator runs, and what it does to the
// division of memory. Facts of Flink's programming interfaces are not told here.

import type { FlatConfiguration } from '../configuration.ts';
import type { FlinkVersionName } from '../flink-version.ts';
import { isHaActive } from '../high-availability.ts';
import { flinkOptions } from '../options.ts';
import { deriveTaskManagerMemory, isMemoryError } from '../process-memory.ts';
import { ValueError } from '../value-error.ts';
import { FLINK_2, type VersionPlace } from './catalogue-version.ts';
import { TABLE_VERSIONS } from './option-table.ts';
import type { UpgradeFinding } from './upgrade-finding.ts';

const LAST_WITH_A_CAP = TABLE_VERSIONS.indexOf('v1_16');
const FIRST_WITHOUT_ROOT = TABLE_VERSIONS.indexOf('v2_2');

/** Facts about the step from one version to another; those that matter most first. */
export function upgradeFacts(config: FlatConfiguration, from: VersionPlace, to: VersionPlace): UpgradeFinding[] {
  if (from.index === to.index) return [];
  const facts: UpgradeFinding[] = [];
  if (isHaActive(config)) {
    facts.push(
      fact(
        'High-availability metadata of one Flink version is not read by another, so a change of the version goes through a savepoint, or ' +
          'starts without state where none can be taken.',
        'Have a savepoint directory configured, and let the job run when the version is changed.',
      ),
    );
  }
  if (crosses(from, to, FLINK_2)) {
    facts.push(
      fact(
        'The configuration file in the container is config.yaml from Flink 2.0 on, and flink-conf.yaml before.',
        'Look for scripts, images and side cars of your own that read or write the old file.',
      ),
      fact(
        'Images of Flink 2 come with Java 11, 17 or 21, and those of Flink 1 with Java 8, 11 or 17.',
        'Build the job for a version of Java that the new image has.',
      ),
    );
  }
  if (crosses(from, to, FIRST_WITHOUT_ROOT)) {
    facts.push(
      fact(
        'Images of Flink 2.2 and later run as the user flink from the start; older ones begin as root and change the user.',
        'Look for start-up steps of your own that need root.',
      ),
    );
  }
  return facts;
}

/** Where the same sizes are divided up in another way, or not at all any more. */
export function upgradeOfMemory(config: FlatConfiguration, from: VersionPlace, to: VersionPlace): UpgradeFinding[] {
  if (!crosses(from, to, LAST_WITH_A_CAP + 1) || Object.hasOwn(config, flinkOptions.taskmanagerMemoryNetworkMax.key))
    return [];
  const [before, after] = [networkMemory(config, from), networkMemory(config, to)];
  if (before === undefined || after === undefined || before === after) return [];
  const mebibytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MiB`;
  return [
    {
      code: 'upgrade.memory',
      key: flinkOptions.taskmanagerMemoryNetworkMax.key,
      message:
        `The network memory of a TaskManager goes from ${mebibytes(before)} to ${mebibytes(after)}, because the limit of 1 GiB is gone ` +
        'since Flink 1.17; the heap of the tasks loses what the network gains.',
      remedy: `Write ${flinkOptions.taskmanagerMemoryNetworkMax.key}: 1g to keep the old division.`,
      severity: 'warning',
      replacement: { key: flinkOptions.taskmanagerMemoryNetworkMax.key, value: '1g' },
    },
  ];
}

function networkMemory(config: FlatConfiguration, place: VersionPlace): number | undefined {
  try {
    const memory = deriveTaskManagerMemory(config, TABLE_VERSIONS[place.index] as FlinkVersionName, 'kubernetes');
    return isMemoryError(memory) ? undefined : memory.network;
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

/** Whether the step goes over the beginning of `version`, in either direction. */
function crosses(from: VersionPlace, to: VersionPlace, version: number): boolean {
  return from.index < version !== to.index < version;
}

function fact(message: string, remedy: string): UpgradeFinding {
  return { code: 'upgrade.fact', message, remedy, severity: 'hint' };
}
