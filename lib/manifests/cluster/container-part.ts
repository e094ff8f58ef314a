// SPDX-License-Identifier: Apache-2.0
// What the props about pods and their containers ask of a cluster: variables, mounts, further containers, labels and annotations.

import { PLUGINS_VARIABLE } from '../../flink/official-image.ts';
import { MAIN_CONTAINER } from '../cluster-names.ts';
import { finding } from '../finding.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { nameOf } from './env-value.ts';
import type { EnvValue } from './env-value.ts';
import { addMounts } from './volume-part.ts';

/** Adds what those props ask for. */
export function addContainer(props: FlinkClusterProps, cluster: ClusterDraft): void {
  const { pods } = cluster;
  if (props.podLabels !== undefined) Object.assign(pods.labels, props.podLabels);
  if (props.podAnnotations !== undefined) Object.assign(pods.annotations, props.podAnnotations);
  if (props.env !== undefined)
    for (const [name, value] of Object.entries(props.env)) pods.setEnv(name, value as EnvValue); // the shape has made it one
  if (props.envFrom !== undefined) pods.envFrom.push(...props.envFrom);
  if (props.imagePullSecrets !== undefined)
    pods.spec.imagePullSecrets = props.imagePullSecrets.map((secret) => ({ name: nameOf(secret) }));
  addMounts(props.mounts, cluster);
  addContainers('initContainers', props, cluster);
  addContainers('sidecars', props, cluster);
}

function addContainers(member: 'initContainers' | 'sidecars', props: FlinkClusterProps, cluster: ClusterDraft): void {
  const containers = props[member];
  if (containers === undefined) return;
  const names = new Set(cluster.pods[member].map(({ name }) => name));
  containers.forEach((container, index) => {
    const path = `${member}[${index}].name`;
    if (container.name === MAIN_CONTAINER) {
      cluster.findings.push(
        finding(
          'props.invalid',
          path,
          "is the name of Flink's own container",
          'change it, or use `podTemplate` for that container',
        ),
      );
      return;
    }
    if (names.has(container.name))
      cluster.findings.push(
        finding('props.twice', path, `'${container.name}' is there already`, 'give each container its own name'),
      );
    else if (container.image === undefined)
      cluster.findings.push(
        finding('props.missing', `${member}[${index}].image`, 'is missing', 'give the image of the container'),
      );
    names.add(container.name);
    cluster.pods[member].push({ ...container });
  });
}

/** Adds the variable that loads plugins, unless the user sets it. */
export function addPlugins({ env }: FlinkClusterProps, { plugins, pods }: ClusterDraft): void {
  if (plugins.length > 0 && env?.[PLUGINS_VARIABLE] === undefined)
    pods.setEnv(PLUGINS_VARIABLE, [...new Set(plugins)].join(';'));
}
