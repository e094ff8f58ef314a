// SPDX-License-Identifier: Apache-2.0
// Says what was found in a finished resource in terms of the props it was made from: the place, and the names in the sentences.
// The rules themselves stand with the API, and speak of the resource because its other users write that.

import type { Finding } from '../../api/finding.ts';
import { isObject } from '../../runtime/json.ts';
import type { ClusterConfiguration } from './cluster-configuration.ts';
import { isOverridden, propPath } from './prop-paths.ts';
import type { ResourceProps } from './prop-paths.ts';

/** Findings that one prop answers better than the configuration key they are about. */
const ANSWERED_BY_STATE: Readonly<Record<string, string>> = {
  'V-11':
    'give `state`, for example StateStore.s3(...), or set `upgradeMode` to UpgradeMode.STATELESS to start without state',
  'V-12': 'give `state`, for example StateStore.s3(...), or choose another `upgradeMode`',
  'V-13': 'give `state`, for example StateStore.s3(...)',
  'V-14': 'give `state`, for example StateStore.s3(...), or ask for no periodic savepoints',
  'V-15': 'give `state`, for example StateStore.s3(...)',
};

const ANSWERED_BY_HIGH_AVAILABILITY: Readonly<Record<string, string>> = {
  'V-06': 'set `highAvailability` to true, or turn the roll-back off',
  'V-22': 'set `highAvailability` to true, or `jobManager.replicas` to 1',
};

/** The jar that a remedy names, as an option of the store that needs it. */
function pluginRemedy({ code, remedy }: Finding): string | undefined {
  const jar = code === 'job.file-system-missing' ? /flink-\S+\.jar/.exec(remedy)?.[0] : undefined;
  return jar === undefined
    ? undefined
    : `give the options of the store \`plugin: '${jar}'\`, with the full version of the image, and \`image\` that version, too`;
}

/** What is deployed without effect. In a manifest it may come from elsewhere; in props somebody has just written it, and means it. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['pod-template.overwritten', 'memory.pod-template-ignored']);

/** The finding as a user of the props should read it. */
export function inTermsOfProps(found: Finding, props: ResourceProps, config: ClusterConfiguration): Finding {
  const overridden = isOverridden(found.path, props.spec);
  // a field that we do not know may be one of a newer operator: the escape hatch is there for exactly that
  if (overridden) return found.code === 'schema.unknown-field' ? { ...found, severity: 'warning' } : found;
  const state = props.state === undefined ? ANSWERED_BY_STATE[found.code] : undefined;
  if (state !== undefined)
    return { ...found, message: renamed(found.message, props, config), path: 'state', remedy: state };
  if (found.code === 'V-17' && isObject(props.job) && props.job['parallelism'] === undefined)
    return {
      ...found,
      path: 'job.parallelism',
      message: 'is missing: nothing says how parallel the job is',
      remedy: 'give it with the job: { parallelism: 2 }',
    };
  const answered = ANSWERED_BY_HIGH_AVAILABILITY[found.code] ?? pluginRemedy(found);
  return {
    ...found,
    ...(WITHOUT_EFFECT.has(found.code) ? { code: 'props.ignored', severity: 'error' } : {}),
    path: propPath(found.path, props, config),
    message: renamed(found.message, props, config),
    ...(found.allowed === undefined ? {} : { allowed: renamed(found.allowed, props, config) }),
    remedy: answered ?? renamed(found.remedy, props, config),
  };
}

function renamed(text: string, props: ResourceProps, config: ClusterConfiguration): string {
  return text.replace(/\bspec\.[a-z]\w*(?:\.[a-z]\w*)*/gi, (path) => propPath(path, props, config));
}
