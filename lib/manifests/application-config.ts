// SPDX-License-Identifier: Apache-2.0
// The `flinkConfiguration` of an application: what follows from other props, overlaid with what the user wrote. The user wins under any of
// an option's names, and hears of it when the values differ. Everything comes out flat, so that the order of a map never decides.

import type { Finding } from '../api/finding.ts';
import type { FlinkVersionName } from '../api/flink-deployment.ts';
import { flattenConfiguration } from '../flink/configuration.ts';
import { flinkVersionAtLeast } from '../flink/flink-version.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { flinkOptions } from '../flink/options.ts';
import { finding } from './finding.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { durationText } from './quantities.ts';

/** The finished configuration, and the prop that each key came from. */
export interface ApplicationConfig {
  entries: Record<string, string>;
  origin: Map<string, string>;
  warnings: Finding[];
}

/** What an option is called: any of `names` is read, `key` is what Flink knew first, or from a version on. */
interface OptionName {
  names: readonly string[];
  newest: string;
  since?: FlinkVersionName;
  before?: string;
}

function named(
  option: { key: string; fallbackKeys: readonly string[] },
  since?: FlinkVersionName,
  before?: string,
): OptionName {
  const names = [option.key, ...option.fallbackKeys];
  return since === undefined || before === undefined
    ? { names, newest: option.key }
    : { names, newest: option.key, since, before };
}

const only = (key: string, ...fallbackKeys: string[]): OptionName => named({ key, fallbackKeys });

const CHECKPOINT_DIRECTORY = named(flinkOptions.executionCheckpointingDir, 'v1_20', 'state.checkpoints.dir');
const SAVEPOINT_DIRECTORY = named(flinkOptions.executionCheckpointingSavepointDir, 'v1_20', 'state.savepoints.dir');
const CHECKPOINT_INTERVAL = named(flinkOptions.executionCheckpointingInterval);
const INCREMENTAL = named(
  { key: 'execution.checkpointing.incremental', fallbackKeys: ['state.backend.incremental'] },
  'v1_20',
  'state.backend.incremental',
);
const BACKEND = named({ key: 'state.backend.type', fallbackKeys: ['state.backend'] }, 'v1_17', 'state.backend');
const HA_TYPE = named(flinkOptions.highAvailabilityType, 'v1_17', 'high-availability');
const HA_STORAGE = named(flinkOptions.highAvailabilityStorageDir);
const SAVEPOINT_INTERVAL = named(operatorOptions.periodicSavepointInterval);
const S3_ENDPOINT = only('s3.endpoint');
// the file system reads both spellings
const S3_PATH_STYLE = only('s3.path-style-access', 's3.path.style.access');
const SLOTS = named(flinkOptions.taskmanagerNumberOfTaskSlots);

interface Derived {
  option: OptionName;
  value: string | undefined;
  from: string;
}

function derived(props: FlinkApplicationProps): Derived[] {
  const { state, taskManager, flinkVersion } = props;
  const root = state?.directory.replace(/\/+$/, '');
  const below = (name: string): string | undefined => (root === undefined ? undefined : `${root}/${name}`);
  const ha = highAvailability(props);
  const interval = (value: Parameters<typeof durationText>[0] | undefined): string | undefined =>
    value === undefined ? undefined : durationText(value);
  return [
    { option: CHECKPOINT_DIRECTORY, value: below('checkpoints'), from: 'state.directory' },
    { option: SAVEPOINT_DIRECTORY, value: below('savepoints'), from: 'state.directory' },
    { option: CHECKPOINT_INTERVAL, value: interval(state?.checkpointInterval), from: 'state.checkpointInterval' },
    { option: INCREMENTAL, value: state?.incremental?.toString(), from: 'state.incremental' },
    { option: BACKEND, value: state?.backend, from: 'state.backend' },
    { option: SAVEPOINT_INTERVAL, value: interval(state?.savepointInterval), from: 'state.savepointInterval' },
    { option: HA_TYPE, value: ha === undefined ? undefined : kubernetesHa(flinkVersion), from: 'highAvailability' },
    {
      option: HA_STORAGE,
      value: ha?.storageDir ?? (ha && below('ha')),
      from: ha?.storageDir ? 'highAvailability.storageDir' : 'highAvailability',
    },
    { option: S3_ENDPOINT, value: state?.s3?.endpoint, from: 'state.s3.endpoint' },
    { option: S3_PATH_STYLE, value: state?.s3?.pathStyleAccess?.toString(), from: 'state.s3.pathStyleAccess' },
    { option: SLOTS, value: taskManager?.slots?.toString(), from: 'taskManager.slots' },
  ];
}

/** Where high availability is on: what was said about it. */
export function highAvailability(props: FlinkApplicationProps): { storageDir?: string } | undefined {
  const { highAvailability: asked, state } = props;
  if (typeof asked === 'object') return { ...asked };
  const wanted = asked ?? (state !== undefined && upgradeMode(props) === 'last-state');
  return wanted ? {} : undefined;
}

/** The upgrade mode, by default the one that keeps what state there is. */
export function upgradeMode(props: FlinkApplicationProps): NonNullable<FlinkApplicationProps['upgradeMode']> {
  return props.upgradeMode ?? (props.state === undefined ? 'stateless' : 'last-state');
}

/** The short name is understood by images from 1.16 on; 1.15 wants the factory. */
function kubernetesHa(version: FlinkVersionName): string {
  return flinkVersionAtLeast(version, 'v1_16')
    ? 'kubernetes'
    : 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';
}

/** The configuration that these (checked) props make. */
export function applicationConfig(props: FlinkApplicationProps): ApplicationConfig {
  const written: Record<string, string> = {};
  const origin = new Map<string, string>();
  const warnings: Finding[] = [];
  for (const source of ['operatorConfig', 'config'] as const) {
    for (const [key, value] of Object.entries(flattenConfiguration(props[source]))) {
      written[key] = value;
      origin.set(key, `${source}['${key}']`);
    }
  }
  const entries: Record<string, string> = {};
  for (const { option, value, from } of derived(props)) {
    if (value === undefined) continue;
    const own = option.names.find((name) => Object.hasOwn(written, name));
    if (own === undefined) {
      const key = nameFor(option, props.flinkVersion);
      entries[key] = value;
      origin.set(key, from);
    } else if (written[own] !== value)
      warnings.push(overruled(origin.get(own) ?? own, from, written[own] ?? '', value));
  }
  const all = { ...entries, ...written };
  return {
    entries: Object.fromEntries(
      Object.keys(all)
        .sort()
        .map((key) => [key, all[key] ?? '']),
    ),
    origin,
    warnings,
  };
}

function nameFor({ newest, since, before }: OptionName, version: FlinkVersionName): string {
  return since === undefined || before === undefined || flinkVersionAtLeast(version, since) ? newest : before;
}

/** Tells that `config` won over a prop. */
export function overruled(path: string, prop: string, written: string, value: string): Finding {
  return finding(
    'props.overruled',
    path,
    `'${written}' wins over '${value}', which \`${prop}\` stands for`,
    `say it once: remove this key or \`${prop}\``,
    'warning',
  );
}
