// SPDX-License-Identifier: Apache-2.0
// What every builder of a native cluster's objects is given, and the keys that Flink's own client would add before it makes the same
// objects. Builders read; nobody changes it.

import type { FlinkVersionName } from '../api/flink-deployment.ts';
import type { ConfigOption, FlatConfiguration } from '../flink/configuration.ts';
import { keysOf, readOption } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { flinkOptions } from '../flink/options.ts';
import type { PodTemplateSpec } from '../kubernetes/objects.ts';
import { ClusterError } from './cluster-error.ts';
import { withoutOperatorKeys } from './effective-configuration.ts';

/** A cluster about to be built. */
export interface NativeCluster {
  /** Name of the FlinkDeployment, which is Flink's cluster id. */
  readonly id: string;
  readonly namespace: string;
  /** Of Flink in the image; decides the name and syntax of the configuration file. */
  readonly version: FlinkVersionName;
  /** As it is written to the cluster's ConfigMap. */
  readonly configuration: FlatConfiguration;
  /** Values of the configuration that are lists; newer configuration files keep them so. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** File name to text: `log4j-console.properties`, `logback-console.xml`. */
  readonly logFiles: Readonly<Record<string, string>>;
  readonly jobManagerTemplate: PodTemplateSpec | undefined;
  readonly taskManagerTemplate: PodTemplateSpec | undefined;
}

const ENTRY_POINT = 'org.apache.flink.kubernetes.entrypoint.KubernetesApplicationClusterEntrypoint';
const BLOB_SERVER_PORT = '6124';
const TASK_MANAGER_RPC_PORT = '6122';
const REST_PORT = '8081';

/** Meaningful only to a client; in a container they would be wrong. */
const CLIENT_ONLY: readonly ConfigOption<unknown>[] = [
  flinkOptions.kubernetesConfigFile,
  flinkOptions.internalDeploymentConfigDir,
  flinkOptions.restBindAddress,
  flinkOptions.jobmanagerBindHost,
  flinkOptions.taskmanagerBindHost,
  flinkOptions.taskmanagerHost,
  // Paths in the file system of whoever submits. The templates themselves are part of the spec.
  flinkOptions.kubernetesPodTemplateFileDefault,
  flinkOptions.kubernetesPodTemplateFileJobmanager,
  flinkOptions.kubernetesPodTemplateFileTaskmanager,
];

/**
 * The configuration that an application's containers get: `configuration` with fixed ports and the JobManager's address, without what only
 * operators and clients read. Throws `ClusterError` for ports that are not one number.
 */
export function applicationClusterConfiguration(
  configuration: FlatConfiguration,
  at: { readonly id: string; readonly namespace: string },
): FlatConfiguration {
  const dropped = new Set(CLIENT_ONLY.flatMap((option) => keysOf(configuration, option)));
  const result: Record<string, string> = Object.fromEntries(
    Object.entries(withoutOperatorKeys(configuration)).filter(([key]) => !dropped.has(key)),
  );
  result[flinkOptions.internalClusterExecutionMode.key] = 'NORMAL';
  result[flinkOptions.kubernetesInternalJobmanagerEntrypointClass.key] = ENTRY_POINT;
  fixPort(result, flinkOptions.blobServerPort, BLOB_SERVER_PORT);
  fixPort(result, flinkOptions.taskmanagerRpcPort, TASK_MANAGER_RPC_PORT);
  fixPort(result, flinkOptions.restBindPort, REST_PORT);
  if (isHaActive(result)) {
    result[flinkOptions.highAvailabilityClusterId.key] = at.id;
    const rpcPort = String(readOption(result, flinkOptions.jobmanagerRpcPort));
    fixPort(result, flinkOptions.highAvailabilityJobmanagerPort, rpcPort);
  } else {
    result[flinkOptions.jobmanagerRpcAddress.key] = `${at.id}.${at.namespace}`;
  }
  return result;
}

/** A port that other pods must know cannot be chosen at start: 0 becomes `port`. */
function fixPort(configuration: Record<string, string>, option: ConfigOption<string>, port: string): void {
  if (portOf(configuration, option) === 0) configuration[option.key] = port;
}

/** The one port that `option` names. Throws `ClusterError` for a range or a list. */
export function portOf(configuration: FlatConfiguration, option: ConfigOption<string>): number {
  const text = readOption(configuration, option).trim();
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65_535) {
    throw new ClusterError(option.key, `"${text}" must be one port number; ranges and lists do not work on Kubernetes`);
  }
  return port;
}
