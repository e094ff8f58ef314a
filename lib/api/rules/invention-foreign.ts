// SPDX-License-Identifier: Apache-2.0
// Fields of other operators' APIs and of managed services that are found in FlinkDeployments, and what says the same here. Fields that have
// a home of the same meaning are in invention-homes.ts.

const CLUSTER = 'the FlinkCluster API (flink-on-k8s-operator)';
const EMR = 'Amazon EMR on EKS';
const VVP = 'Ververica Platform';
const LYFT = 'the FlinkApplication API (flinkk8soperator)';

export interface Foreign {
  readonly api: string;
  readonly remedy: string;
}

const REMOVE = 'Remove it; there is nothing like it here.';

/** By the object in which the field was written, as a path below the spec. */
export const FOREIGN: Readonly<Record<string, Readonly<Record<string, Foreign>>>> = {
  '': {
    emrReleaseLabel: { api: EMR, remedy: 'Remove it, and name an image of Flink in spec.image.' },
    executionRoleArn: {
      api: EMR,
      remedy: 'Remove it, and annotate the ServiceAccount of spec.serviceAccount with eks.amazonaws.com/role-arn.',
    },
    monitoringConfiguration: {
      api: EMR,
      remedy:
        'Remove it; logs are configured in spec.logConfiguration, metrics by metrics.reporters in spec.flinkConfiguration.',
    },
    deploymentTargetName: { api: VVP, remedy: 'Remove it; metadata.namespace says where the job runs.' },
    restoreStrategy: { api: VVP, remedy: 'Remove it; spec.job.upgradeMode says which state a new start takes.' },
    maxJobCreationAttempts: { api: VVP, remedy: REMOVE },
    maxSavepointCreationAttempts: { api: VVP, remedy: REMOVE },
    numberOfTaskManagers: { api: VVP, remedy: 'Write spec.taskManager.replicas.' },
    jobManagerConfig: {
      api: LYFT,
      remedy: 'Write spec.jobManager: memory and cpu under resource, the rest in its podTemplate.',
    },
    taskManagerConfig: {
      api: LYFT,
      remedy:
        'Write spec.taskManager: memory and cpu under resource, the rest in its podTemplate; slots are taskmanager.numberOfTaskSlots in ' +
        'spec.flinkConfiguration.',
    },
    deleteMode: { api: LYFT, remedy: REMOVE },
    savepointInfo: { api: LYFT, remedy: 'Write the path as spec.job.initialSavepointPath.' },
    recreateOnUpdate: { api: CLUSTER, remedy: 'Remove it; a changed spec always restarts the cluster.' },
    batchScheduler: { api: CLUSTER, remedy: 'Write spec.podTemplate.spec.schedulerName.' },
    batchSchedulerName: { api: CLUSTER, remedy: 'Write spec.podTemplate.spec.schedulerName.' },
    gcpConfig: {
      api: CLUSTER,
      remedy:
        'Mount the secret in spec.podTemplate, or let the ServiceAccount of spec.serviceAccount act for a Google service account.',
    },
    podDisruptionBudget: {
      api: CLUSTER,
      remedy: 'Write a PodDisruptionBudget that selects the labels app and component.',
    },
    revisionHistoryLimit: { api: CLUSTER, remedy: REMOVE },
  },
  job: {
    autoSavepointSeconds: {
      api: CLUSTER,
      remedy: 'Write kubernetes.operator.periodic.savepoint.interval, such as "600 s", in spec.flinkConfiguration.',
    },
    cancelRequested: { api: CLUSTER, remedy: 'Write state: suspended, or delete the resource.' },
    cleanupPolicy: {
      api: CLUSTER,
      remedy: 'Remove it; the cluster of a finished job goes after kubernetes.operator.jm-deployment.shutdown-ttl.',
    },
    maxStateAgeToRestoreSeconds: {
      api: CLUSTER,
      remedy: 'Write kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age in spec.flinkConfiguration.',
    },
    noLoggingToStdout: { api: CLUSTER, remedy: 'Remove it; logs are configured in spec.logConfiguration.' },
    restartPolicy: { api: CLUSTER, remedy: 'Write restart-strategy.type in spec.flinkConfiguration.' },
    takeSavepointOnUpdate: { api: CLUSTER, remedy: 'Write upgradeMode: savepoint.' },
    takeSavepointOnUpgrade: { api: CLUSTER, remedy: 'Write upgradeMode: savepoint.' },
    savepointFormatType: {
      api: CLUSTER,
      remedy: 'Write kubernetes.operator.savepoint.format.type in spec.flinkConfiguration.',
    },
    resources: { api: CLUSTER, remedy: 'Remove it; there is no pod that only submits the job.' },
  },
  jobManager: {
    accessScope: { api: CLUSTER, remedy: 'Write kubernetes.rest-service.exposed.type in spec.flinkConfiguration.' },
    ingress: { api: CLUSTER, remedy: 'Write spec.ingress with a template of the host.' },
    memoryOffHeapMin: { api: CLUSTER, remedy: 'Write jobmanager.memory.off-heap.size in spec.flinkConfiguration.' },
    memoryOffHeapRatio: { api: CLUSTER, remedy: 'Write jobmanager.memory.off-heap.size in spec.flinkConfiguration.' },
    memoryProcessRatio: { api: CLUSTER, remedy: 'Remove it; the memory of the container is that of the process.' },
    serviceAnnotations: {
      api: CLUSTER,
      remedy: 'Write kubernetes.rest-service.annotations in spec.flinkConfiguration.',
    },
    serviceLabels: { api: CLUSTER, remedy: REMOVE },
    volumeClaimTemplates: {
      api: CLUSTER,
      remedy:
        'Name volumes in podTemplate.spec.volumes; a volume of its own for each pod is an ephemeral volume there.',
    },
  },
  taskManager: {
    deploymentType: { api: CLUSTER, remedy: REMOVE },
    horizontalPodAutoscaler: {
      api: CLUSTER,
      remedy:
        'Write job.autoscaler.enabled: "true" in spec.flinkConfiguration; or a HorizontalPodAutoscaler that scales the FlinkDeployment.',
    },
    memoryOffHeapMin: {
      api: CLUSTER,
      remedy: 'Write taskmanager.memory.task.off-heap.size in spec.flinkConfiguration.',
    },
    memoryOffHeapRatio: {
      api: CLUSTER,
      remedy: 'Write taskmanager.memory.task.off-heap.size in spec.flinkConfiguration.',
    },
    memoryProcessRatio: { api: CLUSTER, remedy: 'Remove it; the memory of the container is that of the process.' },
    volumeClaimTemplates: {
      api: CLUSTER,
      remedy:
        'Name volumes in podTemplate.spec.volumes; a volume of its own for each pod is an ephemeral volume there.',
    },
  },
};
