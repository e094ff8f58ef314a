// SPDX-License-Identifier: Apache-2.0
// All Kubernetes objects of a native application cluster, in the order in which they are created. The Deployment comes first because the
// others are owned by it and need the uid that the API server gives; its pod waits for them meanwhile.

import type { FlinkDeploymentSpec, FlinkVersionName } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { readOption } from '../flink/configuration.ts';
import { flinkVersionAtLeast } from '../flink/flink-version.ts';
import { flinkOptions } from '../flink/options.ts';
import { deriveTaskManagerMemory, isMemoryError } from '../flink/process-memory.ts';
import type { Deployment, KubernetesObject, OwnerReference } from '../kubernetes/objects.ts';
import { ClusterError } from './cluster-error.ts';
import { jobManagerName } from './cluster-names.ts';
import { configMap } from './config-map.ts';
import { internalService } from './internal-service.ts';
import { jobManagerDeployment } from './jobmanager-deployment.ts';
import { mountedKeytab } from './mounts.ts';
import { applicationClusterConfiguration } from './native-cluster.ts';
import type { NativeCluster } from './native-cluster.ts';
import { jobManagerPodTemplate, taskManagerPodTemplate } from './pod-template.ts';
import { restService } from './rest-service.ts';
import { taskManagerTemplateConfigMap } from './task-manager-template-config-map.ts';

/** What an application cluster is built from. */
export interface NativeApplicationInput {
  readonly spec: FlinkDeploymentSpec;
  /** `metadata.name` of the FlinkDeployment, which is Flink's cluster id. */
  readonly name: string;
  readonly namespace: string;
  /** `metadata.uid` of the FlinkDeployment. */
  readonly uid: string;
  /** The result of `deployConfiguration`. */
  readonly configuration: FlatConfiguration;
  /** Log files for clusters whose spec has no `logConfiguration`: file name to text. */
  readonly logFiles: Readonly<Record<string, string>>;
}

/** The objects of a cluster. */
export interface NativeApplication {
  /** To be created first. */
  readonly deployment: Deployment;
  /** Everything else, in order, owned by the Deployment as it was created. */
  accompanying(owner: { readonly uid: string }): KubernetesObject[];
}

/** Images before this version can only be built when the spec names it; the spec is validated before. */
const UNNAMED_VERSION: FlinkVersionName = 'v1_20';

/** Builds the cluster. Throws `ClusterError` or `ValueError` for what Flink would refuse, before anything is created. */
export function buildNativeApplication(input: NativeApplicationInput): NativeApplication {
  const cluster = nativeCluster(input);
  checkTaskManagerMemory(cluster);
  checkJar(cluster);
  const deployment = jobManagerDeployment(cluster);
  const others = [
    internalService(cluster),
    restService(cluster),
    configMap(cluster),
    taskManagerTemplateConfigMap(cluster),
  ].filter((object) => object !== undefined);
  return {
    deployment,
    accompanying({ uid }) {
      const owner: OwnerReference = {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: jobManagerName(cluster.id),
        uid,
        blockOwnerDeletion: true,
        controller: true,
      };
      return others.map((object) => ({ ...object, metadata: { ...object.metadata, ownerReferences: [owner] } }));
    },
  };
}

function nativeCluster({ spec, name: id, namespace, configuration, logFiles }: NativeApplicationInput): NativeCluster {
  const complete = applicationClusterConfiguration(configuration, { id, namespace });
  return {
    id,
    namespace,
    version: spec.flinkVersion ?? UNNAMED_VERSION,
    configuration: { ...complete, ...mountedKeytab(complete) },
    lists: { [flinkOptions.internalApplicationProgramArgs.key]: spec.job?.args ?? [] },
    logFiles: spec.logConfiguration ?? logFiles,
    jobManagerTemplate: jobManagerPodTemplate(spec, configuration),
    taskManagerTemplate: taskManagerPodTemplate(spec, configuration),
  };
}

/** The JobManager would find the same only when it wants to start a TaskManager. */
function checkTaskManagerMemory({ configuration, version }: NativeCluster): void {
  const memory = deriveTaskManagerMemory(configuration, version);
  if (isMemoryError(memory)) throw new ClusterError(memory.keys[0] ?? 'taskmanager.memory', memory.message);
}

/** Python jobs bring their program along in `spec.job.args`. */
const PYTHON_ENTRY_CLASSES = [
  'org.apache.flink.client.python.PythonDriver',
  'org.apache.flink.client.python.PythonGatewayServer',
];
const PYTHON_ARGS = ['-py', '-pym', '--python', '--pyModule'];

/** Before Flink 2 a container without a jar fails at start, except for Python. */
function checkJar({ configuration, version, lists }: NativeCluster): void {
  const jars = readOption(configuration, flinkOptions.pipelineJars) ?? [];
  if (jars.length > 1) {
    throw new ClusterError(
      flinkOptions.pipelineJars.key,
      `an application runs one jar, not ${jars.length}; set spec.job.jarURI`,
    );
  }
  const args = lists[flinkOptions.internalApplicationProgramArgs.key] ?? [];
  const isPython =
    PYTHON_ENTRY_CLASSES.includes(readOption(configuration, flinkOptions.internalApplicationMain) ?? '') ||
    args.some((arg) => PYTHON_ARGS.includes(arg));
  if (jars.length === 0 && !isPython && !flinkVersionAtLeast(version, 'v2_0')) {
    throw new ClusterError(
      'spec.job.jarURI',
      `Flink before 2.0 needs a jar, such as "local:///opt/flink/usrlib/job.jar"; only Python jobs have none`,
    );
  }
}
