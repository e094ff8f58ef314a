// SPDX-License-Identifier: Apache-2.0
// The options of Flink that this code base names, with the older names and defaults of the release that the Java operator reads
// with. Made by scripts/generate-flink-options.ts; change its list of keys, not this file. Durations are milliseconds, sizes bytes.
/* eslint max-lines: "off" -- a generated table */

import type { ConfigOption, FlatConfiguration } from './configuration.ts';
import {
  booleanOption,
  doubleOption,
  durationOption,
  enumOption,
  floatOption,
  intOption,
  listOfMapsOption,
  listOption,
  mapOption,
  memoryOption,
  stringOption,
} from './typed-options.ts';

export const flinkOptions: {
  readonly internalApplicationMain: ConfigOption<string | undefined>;
  readonly internalApplicationProgramArgs: ConfigOption<readonly string[] | undefined>;
  readonly internalDeploymentConfigDir: ConfigOption<string | undefined>;
  readonly internalPipelineJobId: ConfigOption<string | undefined>;
  readonly blobServerPort: ConfigOption<string>;
  readonly executionCheckpointingDir: ConfigOption<string | undefined>;
  readonly executionCheckpointingExternalizedCheckpointRetention: ConfigOption<
    'DELETE_ON_CANCELLATION' | 'RETAIN_ON_CANCELLATION' | 'NO_EXTERNALIZED_CHECKPOINTS'
  >;
  readonly executionCheckpointingInterval: ConfigOption<number | undefined>;
  readonly executionCheckpointingSavepointDir: ConfigOption<string | undefined>;
  readonly executionCheckpointingTimeout: ConfigOption<number>;
  readonly executionRuntimeMode: ConfigOption<'STREAMING' | 'BATCH' | 'AUTOMATIC'>;
  readonly executionShutdownOnApplicationFinish: ConfigOption<boolean>;
  readonly executionStateRecoveryIgnoreUnclaimedState: ConfigOption<boolean>;
  readonly executionStateRecoveryPath: ConfigOption<string | undefined>;
  readonly executionSubmitFailedJobOnApplicationError: ConfigOption<boolean>;
  readonly executionTarget: ConfigOption<string | undefined>;
  readonly externalResources: ConfigOption<readonly string[]>;
  readonly highAvailabilityClusterId: ConfigOption<string>;
  readonly highAvailabilityJobmanagerPort: ConfigOption<string>;
  readonly highAvailabilityStorageDir: ConfigOption<string | undefined>;
  readonly highAvailabilityType: ConfigOption<string>;
  readonly internalClusterExecutionMode: ConfigOption<string>;
  readonly jobResultStoreDeleteOnCommit: ConfigOption<boolean>;
  readonly jobResultStoreStoragePath: ConfigOption<string | undefined>;
  readonly jobmanagerBindHost: ConfigOption<string | undefined>;
  readonly jobmanagerHeapMb: ConfigOption<number | undefined>;
  readonly jobmanagerHeapSize: ConfigOption<number | undefined>;
  readonly jobmanagerMemoryEnableJvmDirectMemoryLimit: ConfigOption<boolean>;
  readonly jobmanagerMemoryFlinkSize: ConfigOption<number | undefined>;
  readonly jobmanagerMemoryHeapSize: ConfigOption<number | undefined>;
  readonly jobmanagerMemoryJvmMetaspaceSize: ConfigOption<number>;
  readonly jobmanagerMemoryJvmOverheadFraction: ConfigOption<number>;
  readonly jobmanagerMemoryJvmOverheadMax: ConfigOption<number>;
  readonly jobmanagerMemoryJvmOverheadMin: ConfigOption<number>;
  readonly jobmanagerMemoryOffHeapSize: ConfigOption<number>;
  readonly jobmanagerMemoryProcessSize: ConfigOption<number | undefined>;
  readonly jobmanagerRpcAddress: ConfigOption<string | undefined>;
  readonly jobmanagerRpcPort: ConfigOption<number>;
  readonly jobmanagerScheduler: ConfigOption<'Ng' | 'Default' | 'Adaptive' | 'AdaptiveBatch'>;
  readonly kubernetesArtifactsLocalUploadEnabled: ConfigOption<boolean>;
  readonly kubernetesArtifactsLocalUploadOverwrite: ConfigOption<boolean>;
  readonly kubernetesArtifactsLocalUploadTarget: ConfigOption<string | undefined>;
  readonly kubernetesClientIoPoolSize: ConfigOption<number>;
  readonly kubernetesClientUserAgent: ConfigOption<string>;
  readonly kubernetesClusterId: ConfigOption<string | undefined>;
  readonly kubernetesConfigFile: ConfigOption<string | undefined>;
  readonly kubernetesContainerImagePullPolicy: ConfigOption<'IfNotPresent' | 'Always' | 'Never'>;
  readonly kubernetesContainerImagePullSecrets: ConfigOption<readonly string[] | undefined>;
  readonly kubernetesContainerImageRef: ConfigOption<string | undefined>;
  readonly kubernetesContext: ConfigOption<string | undefined>;
  readonly kubernetesDecoratorHadoopConfMountEnabled: ConfigOption<boolean>;
  readonly kubernetesDecoratorKerberosMountEnabled: ConfigOption<boolean>;
  readonly kubernetesEntryPath: ConfigOption<string>;
  readonly kubernetesEnvSecretKeyRef: ConfigOption<readonly FlatConfiguration[] | undefined>;
  readonly kubernetesFlinkConfDir: ConfigOption<string>;
  readonly kubernetesFlinkLogDir: ConfigOption<string | undefined>;
  readonly kubernetesHadoopConfConfigMapName: ConfigOption<string | undefined>;
  readonly kubernetesHostnetworkEnabled: ConfigOption<boolean>;
  readonly kubernetesInternalServiceAnnotations: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesInternalJobmanagerEntrypointClass: ConfigOption<string | undefined>;
  readonly kubernetesJobmanagerAnnotations: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesJobmanagerCpuAmount: ConfigOption<number>;
  readonly kubernetesJobmanagerCpuLimitFactor: ConfigOption<number>;
  readonly kubernetesJobmanagerEntrypointArgs: ConfigOption<string>;
  readonly kubernetesJobmanagerLabels: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesJobmanagerMemoryLimitFactor: ConfigOption<number>;
  readonly kubernetesJobmanagerNodeSelector: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesJobmanagerOwnerReference: ConfigOption<readonly FlatConfiguration[] | undefined>;
  readonly kubernetesJobmanagerReplicas: ConfigOption<number>;
  readonly kubernetesJobmanagerServiceAccount: ConfigOption<string>;
  readonly kubernetesJobmanagerTolerations: ConfigOption<readonly FlatConfiguration[] | undefined>;
  readonly kubernetesNamespace: ConfigOption<string>;
  readonly kubernetesNodeNameLabel: ConfigOption<string>;
  readonly kubernetesPodTemplateFileDefault: ConfigOption<string | undefined>;
  readonly kubernetesPodTemplateFileJobmanager: ConfigOption<string | undefined>;
  readonly kubernetesPodTemplateFileTaskmanager: ConfigOption<string | undefined>;
  readonly kubernetesRestServiceAnnotations: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesRestServiceExposedNodePortAddressType: ConfigOption<'InternalIP' | 'ExternalIP'>;
  readonly kubernetesRestServiceExposedType: ConfigOption<
    'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'Headless_ClusterIP'
  >;
  readonly kubernetesSecrets: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesServiceAccount: ConfigOption<string>;
  readonly kubernetesTaskmanagerAnnotations: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesTaskmanagerCpuAmount: ConfigOption<number>;
  readonly kubernetesTaskmanagerCpuLimitFactor: ConfigOption<number>;
  readonly kubernetesTaskmanagerEntrypointArgs: ConfigOption<string>;
  readonly kubernetesTaskmanagerLabels: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesTaskmanagerMemoryLimitFactor: ConfigOption<number>;
  readonly kubernetesTaskmanagerNodeSelector: ConfigOption<FlatConfiguration | undefined>;
  readonly kubernetesTaskmanagerServiceAccount: ConfigOption<string>;
  readonly kubernetesTaskmanagerTolerations: ConfigOption<readonly FlatConfiguration[] | undefined>;
  readonly kubernetesTransactionalOperationInitialRetryDelay: ConfigOption<number>;
  readonly kubernetesTransactionalOperationMaxRetries: ConfigOption<number>;
  readonly kubernetesTransactionalOperationMaxRetryDelay: ConfigOption<number>;
  readonly parallelismDefault: ConfigOption<number>;
  readonly pipelineClasspaths: ConfigOption<readonly string[] | undefined>;
  readonly pipelineJars: ConfigOption<readonly string[] | undefined>;
  readonly pipelineJobvertexParallelismOverrides: ConfigOption<FlatConfiguration>;
  readonly pipelineMaxParallelism: ConfigOption<number>;
  readonly pipelineName: ConfigOption<string | undefined>;
  readonly restBindAddress: ConfigOption<string | undefined>;
  readonly restBindPort: ConfigOption<string>;
  readonly restPort: ConfigOption<number>;
  readonly restRetryDelay: ConfigOption<number>;
  readonly restRetryMaxAttempts: ConfigOption<number>;
  readonly schedulerMode: ConfigOption<'REACTIVE' | undefined>;
  readonly securityKerberosLoginKeytab: ConfigOption<string | undefined>;
  readonly securitySslRestAuthenticationEnabled: ConfigOption<boolean>;
  readonly securitySslRestEnabled: ConfigOption<boolean>;
  readonly stateBackendRocksdbMemoryFixedPerSlot: ConfigOption<number | undefined>;
  readonly stateBackendRocksdbMemoryFixedPerTm: ConfigOption<number | undefined>;
  readonly stateBackendRocksdbMemoryManaged: ConfigOption<boolean>;
  readonly stateBackendRocksdbMemoryWriteBufferRatio: ConfigOption<number>;
  readonly stateBackendRocksdbWritebufferSize: ConfigOption<number>;
  readonly stateBackendType: ConfigOption<string>;
  readonly taskmanagerBindHost: ConfigOption<string | undefined>;
  readonly taskmanagerCpuCores: ConfigOption<number | undefined>;
  readonly taskmanagerHeapMb: ConfigOption<number | undefined>;
  readonly taskmanagerHeapSize: ConfigOption<number | undefined>;
  readonly taskmanagerHost: ConfigOption<string | undefined>;
  readonly taskmanagerMemoryFlinkSize: ConfigOption<number | undefined>;
  readonly taskmanagerMemoryFrameworkHeapSize: ConfigOption<number>;
  readonly taskmanagerMemoryFrameworkOffHeapSize: ConfigOption<number>;
  readonly taskmanagerMemoryJvmMetaspaceSize: ConfigOption<number>;
  readonly taskmanagerMemoryJvmOverheadFraction: ConfigOption<number>;
  readonly taskmanagerMemoryJvmOverheadMax: ConfigOption<number>;
  readonly taskmanagerMemoryJvmOverheadMin: ConfigOption<number>;
  readonly taskmanagerMemoryManagedFraction: ConfigOption<number>;
  readonly taskmanagerMemoryManagedSize: ConfigOption<number | undefined>;
  readonly taskmanagerMemoryNetworkFraction: ConfigOption<number>;
  readonly taskmanagerMemoryNetworkMax: ConfigOption<number>;
  readonly taskmanagerMemoryNetworkMin: ConfigOption<number>;
  readonly taskmanagerMemoryProcessSize: ConfigOption<number | undefined>;
  readonly taskmanagerMemorySegmentSize: ConfigOption<number>;
  readonly taskmanagerMemoryTaskHeapSize: ConfigOption<number | undefined>;
  readonly taskmanagerMemoryTaskOffHeapSize: ConfigOption<number>;
  readonly taskmanagerNetworkMemoryBuffersPerChannel: ConfigOption<number>;
  readonly taskmanagerNetworkMemoryFloatingBuffersPerGate: ConfigOption<number>;
  readonly taskmanagerNetworkMemoryReadBufferRequiredPerGateMax: ConfigOption<number | undefined>;
  readonly taskmanagerNetworkNumberOfBuffers: ConfigOption<number>;
  readonly taskmanagerNumberOfTaskSlots: ConfigOption<number>;
  readonly taskmanagerRpcPort: ConfigOption<string>;
  readonly userArtifactsBaseDir: ConfigOption<string>;
  readonly webCancelEnable: ConfigOption<boolean>;
  readonly webSubmitEnable: ConfigOption<boolean>;
} = {
  internalApplicationMain: stringOption('$internal.application.main', [], undefined),
  internalApplicationProgramArgs: listOption('$internal.application.program-args', [], undefined),
  internalDeploymentConfigDir: stringOption('$internal.deployment.config-dir', [], undefined),
  internalPipelineJobId: stringOption('$internal.pipeline.job-id', [], undefined),
  blobServerPort: stringOption('blob.server.port', [], '0'),
  executionCheckpointingDir: stringOption(
    'execution.checkpointing.dir',
    ['state.checkpoints.dir', 'state.backend.fs.checkpointdir'],
    undefined,
  ),
  executionCheckpointingExternalizedCheckpointRetention: enumOption(
    'execution.checkpointing.externalized-checkpoint-retention',
    [],
    ['DELETE_ON_CANCELLATION', 'RETAIN_ON_CANCELLATION', 'NO_EXTERNALIZED_CHECKPOINTS'],
    'NO_EXTERNALIZED_CHECKPOINTS',
  ),
  executionCheckpointingInterval: durationOption('execution.checkpointing.interval', [], undefined),
  executionCheckpointingSavepointDir: stringOption(
    'execution.checkpointing.savepoint-dir',
    ['state.savepoints.dir', 'savepoints.state.backend.fs.dir'],
    undefined,
  ),
  executionCheckpointingTimeout: durationOption('execution.checkpointing.timeout', [], 600000),
  executionRuntimeMode: enumOption('execution.runtime-mode', [], ['STREAMING', 'BATCH', 'AUTOMATIC'], 'STREAMING'),
  executionShutdownOnApplicationFinish: booleanOption('execution.shutdown-on-application-finish', [], true),
  executionStateRecoveryIgnoreUnclaimedState: booleanOption(
    'execution.state-recovery.ignore-unclaimed-state',
    ['execution.savepoint.ignore-unclaimed-state'],
    false,
  ),
  executionStateRecoveryPath: stringOption('execution.state-recovery.path', ['execution.savepoint.path'], undefined),
  executionSubmitFailedJobOnApplicationError: booleanOption(
    'execution.submit-failed-job-on-application-error',
    [],
    false,
  ),
  executionTarget: stringOption('execution.target', [], undefined),
  externalResources: listOption('external-resources', [], []),
  highAvailabilityClusterId: stringOption(
    'high-availability.cluster-id',
    ['high-availability.zookeeper.path.namespace', 'recovery.zookeeper.path.namespace'],
    '/default',
  ),
  highAvailabilityJobmanagerPort: stringOption('high-availability.jobmanager.port', ['recovery.jobmanager.port'], '0'),
  highAvailabilityStorageDir: stringOption(
    'high-availability.storageDir',
    ['high-availability.zookeeper.storageDir', 'recovery.zookeeper.storageDir'],
    undefined,
  ),
  highAvailabilityType: stringOption('high-availability.type', ['recovery.mode', 'high-availability'], 'NONE'),
  internalClusterExecutionMode: stringOption('internal.cluster.execution-mode', [], 'NORMAL'),
  jobResultStoreDeleteOnCommit: booleanOption('job-result-store.delete-on-commit', [], true),
  jobResultStoreStoragePath: stringOption('job-result-store.storage-path', [], undefined),
  jobmanagerBindHost: stringOption('jobmanager.bind-host', [], undefined),
  jobmanagerHeapMb: intOption('jobmanager.heap.mb', [], undefined),
  jobmanagerHeapSize: memoryOption('jobmanager.heap.size', [], undefined),
  jobmanagerMemoryEnableJvmDirectMemoryLimit: booleanOption(
    'jobmanager.memory.enable-jvm-direct-memory-limit',
    [],
    false,
  ),
  jobmanagerMemoryFlinkSize: memoryOption('jobmanager.memory.flink.size', [], undefined),
  jobmanagerMemoryHeapSize: memoryOption('jobmanager.memory.heap.size', [], undefined),
  jobmanagerMemoryJvmMetaspaceSize: memoryOption('jobmanager.memory.jvm-metaspace.size', [], 268435456),
  jobmanagerMemoryJvmOverheadFraction: floatOption('jobmanager.memory.jvm-overhead.fraction', [], 0.1),
  jobmanagerMemoryJvmOverheadMax: memoryOption('jobmanager.memory.jvm-overhead.max', [], 1073741824),
  jobmanagerMemoryJvmOverheadMin: memoryOption('jobmanager.memory.jvm-overhead.min', [], 201326592),
  jobmanagerMemoryOffHeapSize: memoryOption('jobmanager.memory.off-heap.size', [], 134217728),
  jobmanagerMemoryProcessSize: memoryOption('jobmanager.memory.process.size', [], undefined),
  jobmanagerRpcAddress: stringOption('jobmanager.rpc.address', [], undefined),
  jobmanagerRpcPort: intOption('jobmanager.rpc.port', [], 6123),
  jobmanagerScheduler: enumOption(
    'jobmanager.scheduler',
    [],
    ['Ng', 'Default', 'Adaptive', 'AdaptiveBatch'],
    'Default',
  ),
  kubernetesArtifactsLocalUploadEnabled: booleanOption('kubernetes.artifacts.local-upload-enabled', [], false),
  kubernetesArtifactsLocalUploadOverwrite: booleanOption('kubernetes.artifacts.local-upload-overwrite', [], false),
  kubernetesArtifactsLocalUploadTarget: stringOption('kubernetes.artifacts.local-upload-target', [], undefined),
  kubernetesClientIoPoolSize: intOption('kubernetes.client.io-pool.size', [], 4),
  kubernetesClientUserAgent: stringOption('kubernetes.client.user-agent', [], 'flink'),
  kubernetesClusterId: stringOption('kubernetes.cluster-id', [], undefined),
  kubernetesConfigFile: stringOption('kubernetes.config.file', [], undefined),
  kubernetesContainerImagePullPolicy: enumOption(
    'kubernetes.container.image.pull-policy',
    [],
    ['IfNotPresent', 'Always', 'Never'],
    'IfNotPresent',
  ),
  kubernetesContainerImagePullSecrets: listOption('kubernetes.container.image.pull-secrets', [], undefined),
  kubernetesContainerImageRef: stringOption(
    'kubernetes.container.image.ref',
    ['kubernetes.container.image'],
    undefined,
  ),
  kubernetesContext: stringOption('kubernetes.context', [], undefined),
  kubernetesDecoratorHadoopConfMountEnabled: booleanOption('kubernetes.decorator.hadoop-conf-mount.enabled', [], true),
  kubernetesDecoratorKerberosMountEnabled: booleanOption('kubernetes.decorator.kerberos-mount.enabled', [], true),
  kubernetesEntryPath: stringOption('kubernetes.entry.path', [], '/docker-entrypoint.sh'),
  kubernetesEnvSecretKeyRef: listOfMapsOption('kubernetes.env.secretKeyRef', [], undefined),
  kubernetesFlinkConfDir: stringOption('kubernetes.flink.conf.dir', [], '/opt/flink/conf'),
  kubernetesFlinkLogDir: stringOption('kubernetes.flink.log.dir', [], undefined),
  kubernetesHadoopConfConfigMapName: stringOption('kubernetes.hadoop.conf.config-map.name', [], undefined),
  kubernetesHostnetworkEnabled: booleanOption('kubernetes.hostnetwork.enabled', [], false),
  kubernetesInternalServiceAnnotations: mapOption('kubernetes.internal-service.annotations', [], undefined),
  kubernetesInternalJobmanagerEntrypointClass: stringOption(
    'kubernetes.internal.jobmanager.entrypoint.class',
    [],
    undefined,
  ),
  kubernetesJobmanagerAnnotations: mapOption('kubernetes.jobmanager.annotations', [], undefined),
  kubernetesJobmanagerCpuAmount: doubleOption('kubernetes.jobmanager.cpu.amount', ['kubernetes.jobmanager.cpu'], 1),
  kubernetesJobmanagerCpuLimitFactor: doubleOption('kubernetes.jobmanager.cpu.limit-factor', [], 1),
  kubernetesJobmanagerEntrypointArgs: stringOption('kubernetes.jobmanager.entrypoint.args', [], ''),
  kubernetesJobmanagerLabels: mapOption('kubernetes.jobmanager.labels', [], undefined),
  kubernetesJobmanagerMemoryLimitFactor: doubleOption('kubernetes.jobmanager.memory.limit-factor', [], 1),
  kubernetesJobmanagerNodeSelector: mapOption('kubernetes.jobmanager.node-selector', [], undefined),
  kubernetesJobmanagerOwnerReference: listOfMapsOption('kubernetes.jobmanager.owner.reference', [], undefined),
  kubernetesJobmanagerReplicas: intOption('kubernetes.jobmanager.replicas', [], 1),
  kubernetesJobmanagerServiceAccount: stringOption(
    'kubernetes.jobmanager.service-account',
    ['kubernetes.service-account'],
    'default',
  ),
  kubernetesJobmanagerTolerations: listOfMapsOption('kubernetes.jobmanager.tolerations', [], undefined),
  kubernetesNamespace: stringOption('kubernetes.namespace', [], 'default'),
  kubernetesNodeNameLabel: stringOption('kubernetes.node-name-label', [], 'kubernetes.io/hostname'),
  kubernetesPodTemplateFileDefault: stringOption(
    'kubernetes.pod-template-file.default',
    ['kubernetes.pod-template-file'],
    undefined,
  ),
  kubernetesPodTemplateFileJobmanager: stringOption(
    'kubernetes.pod-template-file.jobmanager',
    ['kubernetes.pod-template-file', 'kubernetes.pod-template-file.default'],
    undefined,
  ),
  kubernetesPodTemplateFileTaskmanager: stringOption(
    'kubernetes.pod-template-file.taskmanager',
    ['kubernetes.pod-template-file', 'kubernetes.pod-template-file.default'],
    undefined,
  ),
  kubernetesRestServiceAnnotations: mapOption('kubernetes.rest-service.annotations', [], undefined),
  kubernetesRestServiceExposedNodePortAddressType: enumOption(
    'kubernetes.rest-service.exposed.node-port-address-type',
    [],
    ['InternalIP', 'ExternalIP'],
    'InternalIP',
  ),
  kubernetesRestServiceExposedType: enumOption(
    'kubernetes.rest-service.exposed.type',
    [],
    ['ClusterIP', 'NodePort', 'LoadBalancer', 'Headless_ClusterIP'],
    'ClusterIP',
  ),
  kubernetesSecrets: mapOption('kubernetes.secrets', [], undefined),
  kubernetesServiceAccount: stringOption('kubernetes.service-account', [], 'default'),
  kubernetesTaskmanagerAnnotations: mapOption('kubernetes.taskmanager.annotations', [], undefined),
  kubernetesTaskmanagerCpuAmount: doubleOption('kubernetes.taskmanager.cpu.amount', ['kubernetes.taskmanager.cpu'], -1),
  kubernetesTaskmanagerCpuLimitFactor: doubleOption('kubernetes.taskmanager.cpu.limit-factor', [], 1),
  kubernetesTaskmanagerEntrypointArgs: stringOption('kubernetes.taskmanager.entrypoint.args', [], ''),
  kubernetesTaskmanagerLabels: mapOption('kubernetes.taskmanager.labels', [], undefined),
  kubernetesTaskmanagerMemoryLimitFactor: doubleOption('kubernetes.taskmanager.memory.limit-factor', [], 1),
  kubernetesTaskmanagerNodeSelector: mapOption('kubernetes.taskmanager.node-selector', [], undefined),
  kubernetesTaskmanagerServiceAccount: stringOption(
    'kubernetes.taskmanager.service-account',
    ['kubernetes.service-account'],
    'default',
  ),
  kubernetesTaskmanagerTolerations: listOfMapsOption('kubernetes.taskmanager.tolerations', [], undefined),
  kubernetesTransactionalOperationInitialRetryDelay: durationOption(
    'kubernetes.transactional-operation.initial-retry-delay',
    [],
    50,
  ),
  kubernetesTransactionalOperationMaxRetries: intOption('kubernetes.transactional-operation.max-retries', [], 15),
  kubernetesTransactionalOperationMaxRetryDelay: durationOption(
    'kubernetes.transactional-operation.max-retry-delay',
    [],
    60000,
  ),
  parallelismDefault: intOption('parallelism.default', [], 1),
  pipelineClasspaths: listOption('pipeline.classpaths', [], undefined),
  pipelineJars: listOption('pipeline.jars', [], undefined),
  pipelineJobvertexParallelismOverrides: mapOption('pipeline.jobvertex-parallelism-overrides', [], {}),
  pipelineMaxParallelism: intOption('pipeline.max-parallelism', [], -1),
  pipelineName: stringOption('pipeline.name', [], undefined),
  restBindAddress: stringOption('rest.bind-address', ['web.address', 'jobmanager.web.address'], undefined),
  restBindPort: stringOption('rest.bind-port', ['rest.port', 'web.port', 'jobmanager.web.port'], '8081'),
  restPort: intOption('rest.port', ['web.port'], 8081),
  restRetryDelay: durationOption('rest.retry.delay', [], 3000),
  restRetryMaxAttempts: intOption('rest.retry.max-attempts', [], 20),
  schedulerMode: enumOption('scheduler-mode', [], ['REACTIVE'], undefined),
  securityKerberosLoginKeytab: stringOption('security.kerberos.login.keytab', ['security.keytab'], undefined),
  securitySslRestAuthenticationEnabled: booleanOption('security.ssl.rest.authentication-enabled', [], false),
  securitySslRestEnabled: booleanOption('security.ssl.rest.enabled', [], false),
  stateBackendRocksdbMemoryFixedPerSlot: memoryOption('state.backend.rocksdb.memory.fixed-per-slot', [], undefined),
  stateBackendRocksdbMemoryFixedPerTm: memoryOption('state.backend.rocksdb.memory.fixed-per-tm', [], undefined),
  stateBackendRocksdbMemoryManaged: booleanOption('state.backend.rocksdb.memory.managed', [], true),
  stateBackendRocksdbMemoryWriteBufferRatio: doubleOption('state.backend.rocksdb.memory.write-buffer-ratio', [], 0.5),
  stateBackendRocksdbWritebufferSize: memoryOption('state.backend.rocksdb.writebuffer.size', [], 67108864),
  stateBackendType: stringOption('state.backend.type', ['state.backend'], 'hashmap'),
  taskmanagerBindHost: stringOption('taskmanager.bind-host', [], undefined),
  taskmanagerCpuCores: doubleOption('taskmanager.cpu.cores', [], undefined),
  taskmanagerHeapMb: intOption('taskmanager.heap.mb', [], undefined),
  taskmanagerHeapSize: memoryOption('taskmanager.heap.size', [], undefined),
  taskmanagerHost: stringOption('taskmanager.host', [], undefined),
  taskmanagerMemoryFlinkSize: memoryOption('taskmanager.memory.flink.size', [], undefined),
  taskmanagerMemoryFrameworkHeapSize: memoryOption('taskmanager.memory.framework.heap.size', [], 134217728),
  taskmanagerMemoryFrameworkOffHeapSize: memoryOption('taskmanager.memory.framework.off-heap.size', [], 134217728),
  taskmanagerMemoryJvmMetaspaceSize: memoryOption('taskmanager.memory.jvm-metaspace.size', [], 268435456),
  taskmanagerMemoryJvmOverheadFraction: floatOption('taskmanager.memory.jvm-overhead.fraction', [], 0.1),
  taskmanagerMemoryJvmOverheadMax: memoryOption('taskmanager.memory.jvm-overhead.max', [], 1073741824),
  taskmanagerMemoryJvmOverheadMin: memoryOption('taskmanager.memory.jvm-overhead.min', [], 201326592),
  taskmanagerMemoryManagedFraction: floatOption('taskmanager.memory.managed.fraction', [], 0.4),
  taskmanagerMemoryManagedSize: memoryOption('taskmanager.memory.managed.size', ['taskmanager.memory.size'], undefined),
  taskmanagerMemoryNetworkFraction: floatOption(
    'taskmanager.memory.network.fraction',
    ['taskmanager.network.memory.fraction'],
    0.1,
  ),
  taskmanagerMemoryNetworkMax: memoryOption(
    'taskmanager.memory.network.max',
    ['taskmanager.network.memory.max'],
    Number.POSITIVE_INFINITY,
  ),
  taskmanagerMemoryNetworkMin: memoryOption(
    'taskmanager.memory.network.min',
    ['taskmanager.network.memory.min'],
    67108864,
  ),
  taskmanagerMemoryProcessSize: memoryOption('taskmanager.memory.process.size', [], undefined),
  taskmanagerMemorySegmentSize: memoryOption('taskmanager.memory.segment-size', [], 32768),
  taskmanagerMemoryTaskHeapSize: memoryOption('taskmanager.memory.task.heap.size', [], undefined),
  taskmanagerMemoryTaskOffHeapSize: memoryOption('taskmanager.memory.task.off-heap.size', [], 0),
  taskmanagerNetworkMemoryBuffersPerChannel: intOption('taskmanager.network.memory.buffers-per-channel', [], 2),
  taskmanagerNetworkMemoryFloatingBuffersPerGate: intOption(
    'taskmanager.network.memory.floating-buffers-per-gate',
    [],
    8,
  ),
  taskmanagerNetworkMemoryReadBufferRequiredPerGateMax: intOption(
    'taskmanager.network.memory.read-buffer.required-per-gate.max',
    [],
    undefined,
  ),
  taskmanagerNetworkNumberOfBuffers: intOption('taskmanager.network.numberOfBuffers', [], 2048),
  taskmanagerNumberOfTaskSlots: intOption('taskmanager.numberOfTaskSlots', [], 1),
  taskmanagerRpcPort: stringOption('taskmanager.rpc.port', [], '0'),
  userArtifactsBaseDir: stringOption('user.artifacts.base-dir', [], '/opt/flink/artifacts'),
  webCancelEnable: booleanOption('web.cancel.enable', [], true),
  webSubmitEnable: booleanOption('web.submit.enable', ['jobmanager.web.submit.enable'], true),
};
