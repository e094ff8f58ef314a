// SPDX-License-Identifier: Apache-2.0
// The Flink configuration that a FlinkDeployment comes down to: the operator's own configuration below, the spec above, and what only a
// deployment knows on top. What a running cluster needs besides (ports, addresses) is added where its objects are built.

import { withDefaults } from '../api/defaults.ts';
import type { FlinkDeploymentSpec, FlinkVersionName } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { flattenConfiguration, isSet, keysOf, readOption } from '../flink/configuration.ts';
import { flinkVersionAtLeast, flinkVersions } from '../flink/flink-version.ts';
import { isOperatorKey } from '../flink/operator-key.ts';
import { flinkOptions } from '../flink/options.ts';
import { formatList, formatMap } from '../flink/structured-text.ts';
import { GENERATION_ANNOTATION } from './cluster-names.ts';
import { specConfiguration } from './spec-configuration.ts';

const DEFAULTS_PREFIX = 'kubernetes.operator.default-configuration.';
/** Flink's newer name for the state to start from; a user's value would beat the older name that the operator sets. */
const RECOVERY_PATH = 'execution.state-recovery.path';
const SAVEPOINT_PATH = 'execution.savepoint.path';

/** Which FlinkDeployment a configuration is made for. */
export interface ResourceKey {
  readonly name: string;
  readonly namespace: string;
}

/**
 * The operator's own configuration as resources of one namespace and Flink version see it. Weakest first: `base`,
 * `kubernetes.operator.default-configuration.namespace.<namespace>.*`, `….flink-version.<version>+.*` of every version up to `version`
 * in ascending order, `….flink-version.<version>.*`. Only `base` is searched for such keys; they stay where they are.
 */
export function operatorConfiguration(
  base: FlatConfiguration,
  namespace: string,
  version?: FlinkVersionName,
): FlatConfiguration {
  const reached = version === undefined ? [] : flinkVersions.filter((other) => flinkVersionAtLeast(version, other));
  return {
    ...base,
    ...below(base, `${DEFAULTS_PREFIX}namespace.${namespace}.`),
    ...Object.fromEntries(
      reached.flatMap((other) => Object.entries(below(base, `${DEFAULTS_PREFIX}flink-version.${other}+.`))),
    ),
    ...(version === undefined ? {} : below(base, `${DEFAULTS_PREFIX}flink-version.${version}.`)),
  };
}

/**
 * The whole configuration of a FlinkDeployment: {@link operatorConfiguration}, then `spec.flinkConfiguration`, then defaults of the
 * operator that fill gaps, then what the other fields of the spec mean. Throws `ValueError` for values that cannot be read.
 * @param base the operator's configuration file
 */
export function effectiveConfiguration(
  spec: FlinkDeploymentSpec,
  at: ResourceKey,
  base: FlatConfiguration,
): FlatConfiguration {
  const given: Record<string, string> = {
    ...operatorConfiguration(base, at.namespace, spec.flinkVersion),
    ...flattenConfiguration(spec.flinkConfiguration),
  };
  if (!isSet(given, flinkOptions.kubernetesRestServiceExposedType)) {
    given[flinkOptions.kubernetesRestServiceExposedType.key] = 'ClusterIP';
  }
  if (!isSet(given, flinkOptions.webCancelEnable)) given[flinkOptions.webCancelEnable.key] = 'false';
  return { ...given, ...specConfiguration(withDefaults(spec), at, given) };
}

/**
 * The configuration by which a running cluster is watched: that of the deployed spec (ports and high availability are as they were
 * deployed), with the operator's own keys and the savepoint directory of the current spec, which count at once.
 */
export function observeConfiguration(
  deployed: FlinkDeploymentSpec,
  current: FlinkDeploymentSpec,
  at: ResourceKey,
  base: FlatConfiguration,
): FlatConfiguration {
  const now = flattenConfiguration(current.flinkConfiguration);
  const savepointDirectory = readOption(now, flinkOptions.executionCheckpointingSavepointDir);
  return {
    ...effectiveConfiguration(deployed, at, base),
    ...Object.fromEntries(Object.entries(now).filter(([key]) => isOperatorKey(key))),
    ...(savepointDirectory === undefined
      ? {}
      : { [flinkOptions.executionCheckpointingSavepointDir.key]: savepointDirectory }),
  };
}

/** What is known only when a cluster is deployed. */
export interface ClusterDeploy extends ResourceKey {
  /** `metadata.uid` of the FlinkDeployment, which will own the JobManager. */
  readonly uid: string;
  /** `metadata.generation` of the spec; marks the JobManager's Deployment and pods. */
  readonly generation?: number;
  /** 32 hexadecimal digits: the id of the job (`$internal.pipeline.job-id`). A value that the user configured wins. */
  readonly jobId: string;
  /** State to start from (`execution.savepoint.path`); absent: none, whatever the user configured under that key. */
  readonly savepointPath?: string;
  /** Last part of `job-result-store.storage-path`, new for every deployment. */
  readonly jobResultStoreId: string;
}

/**
 * The configuration with which an application is started. The operator's own keys are still in it, because pod templates are made by
 * them; {@link withoutOperatorKeys} drops them before anything reaches Flink.
 *
 * Unlike the Java operator this also drops a user's `execution.state-recovery.path` when `savepointPath` is given: Flink would start from
 * that older state instead of the one chosen for this upgrade.
 */
export function deployConfiguration(effective: FlatConfiguration, deploy: ClusterDeploy): FlatConfiguration {
  const replaced = new Set([SAVEPOINT_PATH, ...keysOf(effective, flinkOptions.kubernetesJobmanagerAnnotations)]);
  if (deploy.savepointPath !== undefined) replaced.add(RECOVERY_PATH);
  const annotations = {
    ...readOption(effective, flinkOptions.kubernetesJobmanagerAnnotations),
    ...(deploy.generation === undefined ? {} : { [GENERATION_ANNOTATION]: String(deploy.generation) }),
  };
  return {
    ...Object.fromEntries(Object.entries(effective).filter(([key]) => !replaced.has(key))),
    ...(Object.keys(annotations).length === 0
      ? {}
      : { [flinkOptions.kubernetesJobmanagerAnnotations.key]: formatMap(annotations) }),
    [flinkOptions.kubernetesJobmanagerOwnerReference.key]: ownerReference(deploy),
    ...(deploy.savepointPath === undefined ? {} : { [SAVEPOINT_PATH]: deploy.savepointPath }),
    ...jobResultStore(effective, deploy),
    [flinkOptions.internalPipelineJobId.key]: readOption(effective, flinkOptions.internalPipelineJobId) ?? deploy.jobId,
  };
}

/** `configuration` without the keys that mean something to the operator only (`kubernetes.operator.*`, `job.autoscaler.*`). */
export function withoutOperatorKeys(configuration: FlatConfiguration): FlatConfiguration {
  return Object.fromEntries(Object.entries(configuration).filter(([key]) => !isOperatorKey(key)));
}

function below(configuration: FlatConfiguration, prefix: string): FlatConfiguration {
  return Object.fromEntries(
    Object.entries(configuration)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}

function ownerReference({ name, uid }: ClusterDeploy): string {
  const reference = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    name,
    uid,
    blockOwnerDeletion: 'true',
    controller: 'false',
  };
  return formatList([formatMap(reference)]);
}

function jobResultStore(effective: FlatConfiguration, deploy: ClusterDeploy): FlatConfiguration {
  const storage = readOption(effective, flinkOptions.highAvailabilityStorageDir);
  if (storage === undefined) return {};
  const root = storage.endsWith('/') ? storage : `${storage}/`;
  return {
    ...(isSet(effective, flinkOptions.jobResultStoreDeleteOnCommit)
      ? {}
      : { [flinkOptions.jobResultStoreDeleteOnCommit.key]: 'false' }),
    [flinkOptions.jobResultStoreStoragePath.key]: `${root}job-result-store/${deploy.name}/${deploy.jobResultStoreId}`,
  };
}
