// SPDX-License-Identifier: Apache-2.0
// Everything that the builders emit, with as many props as can be said at once, and every pod that comes of it: those of the operator, of
// gateways, of JobManagers and of TaskManagers.

import { parse } from 'yaml';
import { FlinkVersion } from '../../../lib/manifests/enums.ts';
import type { FlinkDeployment } from '../../../lib/api/flink-deployment.ts';
import type { ConfigMap, Deployment, KubernetesObject, PodTemplateSpec } from '../../../lib/kubernetes/objects.ts';
import type { Built } from '../../../lib/manifests/cluster/built.ts';
import type { FlinkClusterProps } from '../../../lib/manifests/cluster/cluster-props.ts';
import { EnvValue } from '../../../lib/manifests/cluster/env-value.ts';
import { Hadoop } from '../../../lib/manifests/cluster/hadoop.ts';
import { MetricsReporter } from '../../../lib/manifests/cluster/metrics.ts';
import { TopologySpread } from '../../../lib/manifests/cluster/scheduling.ts';
import { StateStore } from '../../../lib/manifests/cluster/state-store.ts';
import { Volume } from '../../../lib/manifests/cluster/volume.ts';
import { deployConfiguration, effectiveConfiguration } from '../../../lib/manifests/effective-configuration.ts';
import { buildFlinkApplication } from '../../../lib/manifests/flink-application.ts';
import { buildFlinkSession } from '../../../lib/manifests/flink-session.ts';
import { Job } from '../../../lib/manifests/job.ts';
import { buildNativeApplication } from '../../../lib/manifests/native-application.ts';
import { buildOperatorInstallation } from '../../../lib/manifests/operator/installation.ts';
import { TASK_MANAGER_TEMPLATE_FILE } from '../../../lib/manifests/task-manager-template-config-map.ts';

/** A pod and where it comes from. */
export interface EmittedPod {
  readonly title: string;
  readonly template: PodTemplateSpec;
}

/** What there is in a namespace of that name. */
export interface Emitted {
  readonly objects: readonly KubernetesObject[];
  readonly pods: readonly EmittedPod[];
}

const everything = (flinkVersion: FlinkVersion): FlinkClusterProps => ({
  flinkVersion,
  state: StateStore.pvc('1Gi', { accessMode: 'ReadWriteOnce', checkpointInterval: '1 min' }),
  highAvailability: true,
  imagePullSecrets: ['registry'],
  jobManager: { cpu: 0.5, cpuLimit: 1, memory: '1600m', memoryLimit: '2g', ephemeralStorage: '1Gi' },
  taskManager: { cpu: 0.5, memory: '2g', slots: 2, scheduling: { priorityClassName: 'system-cluster-critical' } },
  scheduling: { topologySpread: [TopologySpread.nodes()], tolerations: [{ key: 'a', operator: 'Exists' }] },
  env: { TZ: 'UTC', TOKEN: EnvValue.fromSecret('a', 'b'), NODE: EnvValue.fromField('spec.nodeName') },
  mounts: {
    '/etc/keys': Volume.secret('keys'),
    '/etc/settings': Volume.configMap('settings'),
    '/etc/rules': Volume.files({ 'rules.json': '[]' }),
    '/scratch': Volume.emptyDir({ name: 'scratch' }),
    '/big': Volume.ephemeral('1Gi'),
  },
  initContainers: [{ name: 'prepare', image: 'busybox:1', volumeMounts: [{ name: 'scratch', mountPath: '/x' }] }],
  sidecars: [{ name: 'beside', image: 'busybox:1', command: ['sleep', 'infinity'] }],
  hadoop: Hadoop.files({ 'core-site.xml': '<configuration/>' }),
  metricsReporters: [MetricsReporter.prometheus({ scrapeAnnotations: true })],
  logging: { level: 'INFO' },
  secretConfig: { 'security.ssl.rest.key-password': EnvValue.fromSecret('tls', 'password') },
  ingress: { template: '{{name}}.example.com' },
});

/** Everything that can be emitted into `namespace`. */
export function emitted(namespace: string): Emitted {
  const job = Job.jar('local:///job.jar', { parallelism: 2 });
  const identity = (name: string): { name: string; namespace: string } => ({ name, namespace });
  const versions = [FlinkVersion.V1_20, FlinkVersion.V2_0];
  const applications = versions.flatMap((flinkVersion) => [
    sound(buildFlinkApplication({ flinkVersion, job }, identity(`least-${flinkVersion.replace('_', '-')}`))),
    sound(
      buildFlinkApplication(
        { ...everything(flinkVersion), job },
        identity(`everything-${flinkVersion.replace('_', '-')}`),
      ),
    ),
  ]);
  const session = sound(buildFlinkSession({ ...everything('v2_0'), sqlGateway: true }, identity('session')));
  const installation = buildOperatorInstallation({ image: 'flinkwright:dev', namespace, watchNamespaces: [namespace] });
  const objects = [
    ...installation,
    ...[...applications, session].flatMap(({ manifest, extras }) => [...extras, manifest]),
  ];
  return {
    objects,
    pods: [
      ...objects
        .filter((object): object is Deployment => object.kind === 'Deployment')
        .map(({ metadata, spec }) => ({ title: `of Deployment ${metadata?.name}`, template: spec?.template ?? {} })),
      ...applications.flatMap(({ manifest }) => podsOf(manifest, namespace)),
    ],
  };
}

function sound(built: Built<FlinkDeployment>): Built<FlinkDeployment> {
  const errors = built.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return built;
}

/** The pods of JobManager and TaskManagers, as the operator and Flink make them. */
function podsOf({ metadata, spec = {} }: FlinkDeployment, namespace: string): EmittedPod[] {
  const name = metadata?.name ?? '';
  const at = { name, namespace, uid: 'uid', generation: 1, jobId: '0'.repeat(32), jobResultStoreId: 'store' };
  const configuration = deployConfiguration(effectiveConfiguration(spec, at, {}), at);
  const { deployment, accompanying } = buildNativeApplication({
    spec,
    name,
    namespace,
    uid: at.uid,
    configuration,
    logFiles: {},
  });
  const templates = accompanying({ uid: 'uid' }).find(
    (object): object is ConfigMap => object.metadata?.name === `pod-template-${name}`,
  );
  const ofTaskManager = parse(templates?.data?.[TASK_MANAGER_TEMPLATE_FILE] ?? '') as PodTemplateSpec;
  const containers = ofTaskManager.spec?.containers?.map((container) => ({ image: 'flink', ...container })) ?? [];
  return [
    { title: `of the JobManager of ${name}`, template: deployment.spec?.template ?? {} },
    {
      title: `of a TaskManager of ${name}`,
      template: { ...ofTaskManager, spec: { ...ofTaskManager.spec, containers } },
    },
  ];
}
