// SPDX-License-Identifier: Apache-2.0
// One FlinkDeployment with something of everything, and what is built from it: the worked example that several tests look at.

import { parse } from 'yaml';
import type { FlinkDeploymentSpec } from '../../lib/api/flink-deployment.ts';
import type {
  ConfigMap,
  Container,
  Deployment,
  KubernetesObject,
  PodSpec,
  Service,
} from '../../lib/kubernetes/objects.ts';
import { deployConfiguration, effectiveConfiguration } from '../../lib/manifests/effective-configuration.ts';
import { buildNativeApplication } from '../../lib/manifests/native-application.ts';

export const AT: { name: string; namespace: string; uid: string } = {
  name: 'clicks',
  namespace: 'streams',
  uid: '6f0f0c5e-2c0a-4f6b-9d2b-0a4f3f1b7c11',
};
/** `metadata.uid` of the JobManager's Deployment. */
export const JOB_MANAGER = '0d9c7f7e-5a4b-4b1e-8a51-2f6b9a0c3e10';
const BASE = { 'parallelism.default': '1', 'taskmanager.numberOfTaskSlots': '1', 'kubernetes.operator.x': 'y' };
export const LOGGING = 'rootLogger.level = INFO\n';

export const SPEC: FlinkDeploymentSpec = parse(`
image: registry.example.org/clicks:7
imagePullPolicy: IfNotPresent
flinkVersion: v1_20
mode: native
serviceAccount: flink
flinkConfiguration:
  taskmanager.numberOfTaskSlots: "2"
  execution.checkpointing: {interval: 1 min, dir: s3://lake/clicks/cp, savepoint-dir: s3://lake/clicks/sp}
logConfiguration:
  log4j-console.properties: "rootLogger.level = INFO\\n"
podTemplate:
  spec:
    containers:
      - name: flink-main-container
        env: [{name: ENABLE_BUILT_IN_PLUGINS, value: flink-s3-fs-presto-1.20.4.jar}]
        volumeMounts: [{name: scratch, mountPath: /scratch}]
      - {name: shipper, image: registry.example.org/shipper:2}
    volumes: [{name: scratch, emptyDir: {}}]
jobManager: {resource: {cpu: 0.5, memory: 1600m}}
taskManager: {resource: {cpu: 2, memory: 4g}}
job:
  jarURI: local:///opt/flink/jobs/clicks.jar
  entryClass: org.example.Clicks
  args: ["--topic", "clicks;raw"]
  parallelism: 4
  upgradeMode: savepoint
  allowNonRestoredState: true
`) as FlinkDeploymentSpec;

/** A built cluster. */
export interface Built {
  readonly deployment: Deployment;
  readonly others: KubernetesObject[];
}

/** Builds the example with changes to its spec and its configuration. */
export function build(
  changes: FlinkDeploymentSpec = {},
  more: Record<string, unknown> = {},
  savepointPath?: string,
): Built {
  const spec = { ...SPEC, ...changes, flinkConfiguration: { ...SPEC.flinkConfiguration, ...more } };
  const configuration = deployConfiguration(effectiveConfiguration(spec, AT, BASE), {
    ...AT,
    generation: 3,
    jobId: 'fd72014d4c864993a2e5a9287b4a9c5d',
    jobResultStoreId: '8c1c0a52-7f0e-4a64-9d1b-3b8f6d0d2f5e',
    ...(savepointPath === undefined ? {} : { savepointPath }),
  });
  const { deployment, accompanying } = buildNativeApplication({
    spec,
    ...AT,
    configuration,
    logFiles: { 'log4j-console.properties': 'of the operator', 'logback-console.xml': 'of the operator' },
  });
  return { deployment, others: accompanying({ uid: JOB_MANAGER }) };
}

interface Kinds {
  Service: Service;
  ConfigMap: ConfigMap;
}

/** The object of that kind and name. */
export function named<K extends keyof Kinds>({ others }: Pick<Built, 'others'>, kind: K, name: string): Kinds[K] {
  const found = others.find((object) => object.kind === kind && object.metadata?.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found as Kinds[K];
}

/** The files of the configuration directory. */
export function files(built: Pick<Built, 'others'>): Record<string, string> {
  return named(built, 'ConfigMap', 'flink-config-clicks').data ?? {};
}

/** The JobManager's pod and its main container. */
export function pod({ deployment }: Built): { spec: PodSpec; main: Container } {
  const spec = deployment.spec?.template.spec ?? {};
  const main = spec.containers?.at(-1) ?? { name: 'none' };
  return { spec, main };
}

/** `flink-conf.yaml` of the example. */
export const CONFIGURATION = `$internal.application.main: org.example.Clicks
$internal.application.program-args: --topic;'clicks;raw'
$internal.flink.version: v1_20
$internal.pipeline.job-id: fd72014d4c864993a2e5a9287b4a9c5d
blob.server.port: 6124
execution.checkpointing.dir: s3://lake/clicks/cp
execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
execution.checkpointing.interval: 1 min
execution.checkpointing.savepoint-dir: s3://lake/clicks/sp
execution.savepoint.ignore-unclaimed-state: true
execution.shutdown-on-application-finish: false
execution.submit-failed-job-on-application-error: true
execution.target: kubernetes-application
internal.cluster.execution-mode: NORMAL
jobmanager.memory.process.size: 1600 mb
jobmanager.rpc.address: clicks.streams
kubernetes.cluster-id: clicks
kubernetes.container.image.pull-policy: IfNotPresent
kubernetes.container.image.ref: registry.example.org/clicks:7
kubernetes.internal.jobmanager.entrypoint.class: org.apache.flink.kubernetes.entrypoint.KubernetesApplicationClusterEntrypoint
kubernetes.jobmanager.annotations: flinkdeployment.flink.apache.org/generation:3
kubernetes.jobmanager.cpu.amount: 0.5
kubernetes.jobmanager.owner.reference: apiVersion:flink.apache.org/v1beta1,kind:FlinkDeployment,name:clicks,uid:6f0f0c5e-2c0a-4f6b-9d2b-0a4f3f1b7c11,blockOwnerDeletion:true,controller:false
kubernetes.jobmanager.replicas: 1
kubernetes.namespace: streams
kubernetes.rest-service.exposed.type: ClusterIP
kubernetes.service-account: flink
kubernetes.taskmanager.cpu.amount: 2.0
parallelism.default: 4
pipeline.jars: local:///opt/flink/jobs/clicks.jar
pipeline.name: clicks
taskmanager.memory.process.size: 4 gb
taskmanager.numberOfTaskSlots: 2
taskmanager.rpc.port: 6122
web.cancel.enable: false
`;
