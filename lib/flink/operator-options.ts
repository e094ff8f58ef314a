// SPDX-License-Identifier: Apache-2.0
// The options of the operator, `kubernetes.operator.*`: keys, older keys, defaults and types. Durations are milliseconds.
// Names are the keys without the prefix. Made by scripts/generate-operator-options.ts; do not edit.
/* eslint max-lines: "off" -- a generated table */

import type { ConfigOption, FlatConfiguration } from './configuration.ts';
import {
  booleanOption,
  doubleOption,
  durationOption,
  enumOption,
  intOption,
  listOption,
  mapOption,
  stringOption,
} from './typed-options.ts';

export const operatorOptions: {
  readonly reconcileInterval: ConfigOption<number>;
  readonly reconcileParallelism: ConfigOption<number>;
  readonly observerRestReadyDelay: ConfigOption<number>;
  readonly observerProgressCheckInterval: ConfigOption<number>;
  readonly rateLimiterRefreshPeriod: ConfigOption<number>;
  readonly rateLimiterLimit: ConfigOption<number>;
  readonly retryInitialInterval: ConfigOption<number>;
  readonly retryMaxInterval: ConfigOption<number | undefined>;
  readonly retryIntervalMultiplier: ConfigOption<number>;
  readonly retryMaxAttempts: ConfigOption<number>;
  readonly watchedNamespaces: ConfigOption<string>;
  readonly dynamicNamespacesEnabled: ConfigOption<boolean>;
  readonly labelSelector: ConfigOption<string | undefined>;
  readonly dynamicConfigEnabled: ConfigOption<boolean>;
  readonly dynamicConfigCheckInterval: ConfigOption<number>;
  readonly configCacheTimeout: ConfigOption<number>;
  readonly configCacheSize: ConfigOption<number>;
  readonly flinkClientTimeout: ConfigOption<number>;
  readonly flinkClientCancelTimeout: ConfigOption<number>;
  readonly resourceCleanupTimeout: ConfigOption<number>;
  readonly jobSubmissionTimeout: ConfigOption<number>;
  readonly resourceDeletionPropagation: ConfigOption<'Foreground' | 'Background' | 'Orphan'>;
  readonly deploymentRollbackEnabled: ConfigOption<boolean>;
  readonly deploymentReadinessTimeout: ConfigOption<number>;
  readonly jmDeploymentRecoveryEnabled: ConfigOption<boolean>;
  readonly jmDeploymentShutdownTtl: ConfigOption<number>;
  readonly jmDeploymentStartupProbeEnabled: ConfigOption<boolean>;
  readonly podTemplateMergeArraysByName: ConfigOption<boolean>;
  readonly jobUpgradeIgnorePendingSavepoint: ConfigOption<boolean>;
  readonly jobUpgradeInplaceScalingEnabled: ConfigOption<boolean>;
  readonly jobUpgradeLastStateFallbackEnabled: ConfigOption<boolean>;
  readonly jobUpgradeLastStateMaxAllowedCheckpointAge: ConfigOption<number | undefined>;
  readonly jobUpgradeLastStateJobCancelEnabled: ConfigOption<boolean>;
  readonly jobRestartFailed: ConfigOption<boolean>;
  readonly jobSavepointOnDeletion: ConfigOption<boolean>;
  readonly jobDrainOnSavepointDeletion: ConfigOption<boolean>;
  readonly sessionDeletionBlockOnUnmanagedJobs: ConfigOption<boolean>;
  readonly sessionDeletionBlockOnSessionJobs: ConfigOption<boolean>;
  readonly snapshotResourceEnabled: ConfigOption<boolean>;
  readonly savepointTriggerGracePeriod: ConfigOption<number>;
  readonly checkpointTriggerGracePeriod: ConfigOption<number>;
  readonly savepointFormatType: ConfigOption<'CANONICAL' | 'NATIVE'>;
  readonly checkpointType: ConfigOption<'FULL' | 'INCREMENTAL' | 'UNKNOWN'>;
  readonly savepointDisposeOnDelete: ConfigOption<boolean>;
  readonly savepointCleanupEnabled: ConfigOption<boolean>;
  readonly savepointHistoryMaxCount: ConfigOption<number>;
  readonly savepointHistoryMaxCountThreshold: ConfigOption<number | undefined>;
  readonly savepointHistoryMaxAge: ConfigOption<number>;
  readonly savepointHistoryMaxAgeThreshold: ConfigOption<number | undefined>;
  readonly periodicSavepointInterval: ConfigOption<string>;
  readonly periodicCheckpointInterval: ConfigOption<string>;
  readonly clusterHealthCheckEnabled: ConfigOption<boolean>;
  readonly clusterHealthCheckRestartsWindow: ConfigOption<number>;
  readonly clusterHealthCheckRestartsThreshold: ConfigOption<number>;
  readonly clusterHealthCheckCheckpointProgressEnabled: ConfigOption<boolean>;
  readonly clusterHealthCheckCheckpointProgressWindow: ConfigOption<number | undefined>;
  readonly healthProbeEnabled: ConfigOption<boolean>;
  readonly healthProbePort: ConfigOption<number>;
  readonly healthCanaryResourceTimeout: ConfigOption<number>;
  readonly startupStopOnInformerError: ConfigOption<boolean>;
  readonly terminationTimeout: ConfigOption<number>;
  readonly leaderElectionEnabled: ConfigOption<boolean>;
  readonly leaderElectionLeaseName: ConfigOption<string | undefined>;
  readonly leaderElectionLeaseDuration: ConfigOption<number>;
  readonly leaderElectionRenewDeadline: ConfigOption<number>;
  readonly leaderElectionRetryPeriod: ConfigOption<number>;
  readonly exceptionStacktraceEnabled: ConfigOption<boolean>;
  readonly exceptionStacktraceMaxLength: ConfigOption<number>;
  readonly exceptionFieldMaxLength: ConfigOption<number>;
  readonly exceptionThrowableListMaxCount: ConfigOption<number>;
  readonly exceptionLabelMapper: ConfigOption<FlatConfiguration>;
  readonly eventsExceptionsStacktraceLines: ConfigOption<number>;
  readonly eventsExceptionsLimitPerReconciliation: ConfigOption<number>;
  readonly userArtifactsBaseDir: ConfigOption<string>;
  readonly userArtifactsHttpHeader: ConfigOption<FlatConfiguration | undefined>;
  readonly userArtifactsAllowedSchemes: ConfigOption<readonly string[]>;
  readonly userArtifactsDisallowRestrictedHosts: ConfigOption<boolean>;
  readonly ingressManage: ConfigOption<boolean>;
  readonly clusterResourceViewRefreshInterval: ConfigOption<number>;
  readonly jvmMetricsEnabled: ConfigOption<boolean>;
  readonly josdkMetricsEnabled: ConfigOption<boolean>;
  readonly kubernetesClientMetricsEnabled: ConfigOption<boolean>;
  readonly kubernetesClientMetricsHttpResponseCodeGroupsEnabled: ConfigOption<boolean>;
  readonly kubernetesClientMetricsSlowRequestThreshold: ConfigOption<number>;
  readonly resourceMetricsEnabled: ConfigOption<boolean>;
  readonly resourceLifecycleMetricsEnabled: ConfigOption<boolean>;
  readonly resourceLifecycleNamespaceHistogramsEnabled: ConfigOption<boolean>;
  readonly metricsHistogramSampleSize: ConfigOption<number>;
  readonly metricsScopeK8soperatorSystem: ConfigOption<string>;
  readonly metricsScopeK8soperatorResourcens: ConfigOption<string>;
  readonly metricsScopeK8soperatorResource: ConfigOption<string>;
  readonly bluegreenAbortGracePeriod: ConfigOption<number>;
  readonly bluegreenReconciliationRescheduleInterval: ConfigOption<number>;
  readonly bluegreenDeploymentDeletionDelay: ConfigOption<number>;
} = {
  reconcileInterval: durationOption(
    'kubernetes.operator.reconcile.interval',
    ['kubernetes.operator.reconciler.reschedule.interval'],
    60000,
  ),
  reconcileParallelism: intOption(
    'kubernetes.operator.reconcile.parallelism',
    ['kubernetes.operator.reconciler.max.parallelism'],
    50,
  ),
  observerRestReadyDelay: durationOption('kubernetes.operator.observer.rest-ready.delay', [], 10000),
  observerProgressCheckInterval: durationOption('kubernetes.operator.observer.progress-check.interval', [], 10000),
  rateLimiterRefreshPeriod: durationOption('kubernetes.operator.rate-limiter.refresh-period', [], 15000),
  rateLimiterLimit: intOption('kubernetes.operator.rate-limiter.limit', [], 5),
  retryInitialInterval: durationOption('kubernetes.operator.retry.initial.interval', [], 5000),
  retryMaxInterval: durationOption('kubernetes.operator.retry.max.interval', [], undefined),
  retryIntervalMultiplier: doubleOption('kubernetes.operator.retry.interval.multiplier', [], 1.5),
  retryMaxAttempts: intOption('kubernetes.operator.retry.max.attempts', [], 15),
  watchedNamespaces: stringOption('kubernetes.operator.watched.namespaces', [], 'JOSDK_ALL_NAMESPACES'),
  dynamicNamespacesEnabled: booleanOption('kubernetes.operator.dynamic.namespaces.enabled', [], false),
  labelSelector: stringOption('kubernetes.operator.label.selector', [], undefined),
  dynamicConfigEnabled: booleanOption('kubernetes.operator.dynamic.config.enabled', [], true),
  dynamicConfigCheckInterval: durationOption('kubernetes.operator.dynamic.config.check.interval', [], 300000),
  configCacheTimeout: durationOption('kubernetes.operator.config.cache.timeout', [], 600000),
  configCacheSize: intOption('kubernetes.operator.config.cache.size', [], 1000),
  flinkClientTimeout: durationOption(
    'kubernetes.operator.flink.client.timeout',
    ['kubernetes.operator.observer.flink.client.timeout'],
    10000,
  ),
  flinkClientCancelTimeout: durationOption(
    'kubernetes.operator.flink.client.cancel.timeout',
    ['kubernetes.operator.reconciler.flink.cancel.job.timeout'],
    60000,
  ),
  resourceCleanupTimeout: durationOption(
    'kubernetes.operator.resource.cleanup.timeout',
    ['kubernetes.operator.reconciler.flink.cluster.shutdown.timeout'],
    300000,
  ),
  jobSubmissionTimeout: durationOption('kubernetes.operator.job.submission.timeout', [], 600000),
  resourceDeletionPropagation: enumOption(
    'kubernetes.operator.resource.deletion.propagation',
    [],
    ['Foreground', 'Background', 'Orphan'],
    'Foreground',
  ),
  deploymentRollbackEnabled: booleanOption('kubernetes.operator.deployment.rollback.enabled', [], false),
  deploymentReadinessTimeout: durationOption('kubernetes.operator.deployment.readiness.timeout', [], 300000),
  jmDeploymentRecoveryEnabled: booleanOption(
    'kubernetes.operator.jm-deployment-recovery.enabled',
    ['kubernetes.operator.reconciler.jm-deployment-recovery.enabled'],
    true,
  ),
  jmDeploymentShutdownTtl: durationOption('kubernetes.operator.jm-deployment.shutdown-ttl', [], 86400000),
  jmDeploymentStartupProbeEnabled: booleanOption('kubernetes.operator.jm-deployment.startup.probe.enabled', [], true),
  podTemplateMergeArraysByName: booleanOption('kubernetes.operator.pod-template.merge-arrays-by-name', [], false),
  jobUpgradeIgnorePendingSavepoint: booleanOption(
    'kubernetes.operator.job.upgrade.ignore-pending-savepoint',
    [],
    false,
  ),
  jobUpgradeInplaceScalingEnabled: booleanOption('kubernetes.operator.job.upgrade.inplace-scaling.enabled', [], true),
  jobUpgradeLastStateFallbackEnabled: booleanOption(
    'kubernetes.operator.job.upgrade.last-state-fallback.enabled',
    [],
    true,
  ),
  jobUpgradeLastStateMaxAllowedCheckpointAge: durationOption(
    'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age',
    [],
    undefined,
  ),
  jobUpgradeLastStateJobCancelEnabled: booleanOption(
    'kubernetes.operator.job.upgrade.last-state.job-cancel.enabled',
    [],
    false,
  ),
  jobRestartFailed: booleanOption('kubernetes.operator.job.restart.failed', [], false),
  jobSavepointOnDeletion: booleanOption('kubernetes.operator.job.savepoint-on-deletion', [], false),
  jobDrainOnSavepointDeletion: booleanOption('kubernetes.operator.job.drain-on-savepoint-deletion', [], false),
  sessionDeletionBlockOnUnmanagedJobs: booleanOption(
    'kubernetes.operator.session.deletion.block-on-unmanaged-jobs',
    ['kubernetes.operator.session.block-on-unmanaged-jobs'],
    true,
  ),
  sessionDeletionBlockOnSessionJobs: booleanOption(
    'kubernetes.operator.session.deletion.block-on-session-jobs',
    [],
    true,
  ),
  snapshotResourceEnabled: booleanOption('kubernetes.operator.snapshot.resource.enabled', [], true),
  savepointTriggerGracePeriod: durationOption(
    'kubernetes.operator.savepoint.trigger.grace-period',
    ['kubernetes.operator.observer.savepoint.trigger.grace-period'],
    60000,
  ),
  checkpointTriggerGracePeriod: durationOption('kubernetes.operator.checkpoint.trigger.grace-period', [], 60000),
  savepointFormatType: enumOption(
    'kubernetes.operator.savepoint.format.type',
    [],
    ['CANONICAL', 'NATIVE'],
    'CANONICAL',
  ),
  checkpointType: enumOption('kubernetes.operator.checkpoint.type', [], ['FULL', 'INCREMENTAL', 'UNKNOWN'], 'FULL'),
  savepointDisposeOnDelete: booleanOption('kubernetes.operator.savepoint.dispose-on-delete', [], false),
  savepointCleanupEnabled: booleanOption('kubernetes.operator.savepoint.cleanup.enabled', [], true),
  savepointHistoryMaxCount: intOption('kubernetes.operator.savepoint.history.max.count', [], 10),
  savepointHistoryMaxCountThreshold: intOption(
    'kubernetes.operator.savepoint.history.max.count.threshold',
    [],
    undefined,
  ),
  savepointHistoryMaxAge: durationOption('kubernetes.operator.savepoint.history.max.age', [], 86400000),
  savepointHistoryMaxAgeThreshold: durationOption(
    'kubernetes.operator.savepoint.history.max.age.threshold',
    [],
    undefined,
  ),
  periodicSavepointInterval: stringOption('kubernetes.operator.periodic.savepoint.interval', [], ''),
  periodicCheckpointInterval: stringOption('kubernetes.operator.periodic.checkpoint.interval', [], ''),
  clusterHealthCheckEnabled: booleanOption('kubernetes.operator.cluster.health-check.enabled', [], false),
  clusterHealthCheckRestartsWindow: durationOption(
    'kubernetes.operator.cluster.health-check.restarts.window',
    [],
    120000,
  ),
  clusterHealthCheckRestartsThreshold: intOption('kubernetes.operator.cluster.health-check.restarts.threshold', [], 64),
  clusterHealthCheckCheckpointProgressEnabled: booleanOption(
    'kubernetes.operator.cluster.health-check.checkpoint-progress.enabled',
    [],
    true,
  ),
  clusterHealthCheckCheckpointProgressWindow: durationOption(
    'kubernetes.operator.cluster.health-check.checkpoint-progress.window',
    [],
    undefined,
  ),
  healthProbeEnabled: booleanOption('kubernetes.operator.health.probe.enabled', [], true),
  healthProbePort: intOption('kubernetes.operator.health.probe.port', [], 8085),
  healthCanaryResourceTimeout: durationOption('kubernetes.operator.health.canary.resource.timeout', [], 60000),
  startupStopOnInformerError: booleanOption('kubernetes.operator.startup.stop-on-informer-error', [], true),
  terminationTimeout: durationOption('kubernetes.operator.termination.timeout', [], 10000),
  leaderElectionEnabled: booleanOption('kubernetes.operator.leader-election.enabled', [], false),
  leaderElectionLeaseName: stringOption('kubernetes.operator.leader-election.lease-name', [], undefined),
  leaderElectionLeaseDuration: durationOption('kubernetes.operator.leader-election.lease-duration', [], 15000),
  leaderElectionRenewDeadline: durationOption('kubernetes.operator.leader-election.renew-deadline', [], 10000),
  leaderElectionRetryPeriod: durationOption('kubernetes.operator.leader-election.retry-period', [], 2000),
  exceptionStacktraceEnabled: booleanOption('kubernetes.operator.exception.stacktrace.enabled', [], false),
  exceptionStacktraceMaxLength: intOption('kubernetes.operator.exception.stacktrace.max.length', [], 2048),
  exceptionFieldMaxLength: intOption('kubernetes.operator.exception.field.max.length', [], 2048),
  exceptionThrowableListMaxCount: intOption('kubernetes.operator.exception.throwable.list.max.count', [], 2),
  exceptionLabelMapper: mapOption('kubernetes.operator.exception.label.mapper', [], {}),
  eventsExceptionsStacktraceLines: intOption('kubernetes.operator.events.exceptions.stacktrace-lines', [], 5),
  eventsExceptionsLimitPerReconciliation: intOption(
    'kubernetes.operator.events.exceptions.limit-per-reconciliation',
    [],
    10,
  ),
  userArtifactsBaseDir: stringOption('kubernetes.operator.user.artifacts.base.dir', [], '/opt/flink/artifacts'),
  userArtifactsHttpHeader: mapOption('kubernetes.operator.user.artifacts.http.header', [], undefined),
  userArtifactsAllowedSchemes: listOption('kubernetes.operator.user.artifacts.allowed-schemes', [], ['https']),
  userArtifactsDisallowRestrictedHosts: booleanOption(
    'kubernetes.operator.user.artifacts.disallow-restricted-hosts',
    [],
    true,
  ),
  ingressManage: booleanOption('kubernetes.operator.ingress.manage', [], true),
  clusterResourceViewRefreshInterval: durationOption(
    'kubernetes.operator.cluster.resource-view.refresh-interval',
    [],
    -60000,
  ),
  jvmMetricsEnabled: booleanOption('kubernetes.operator.jvm.metrics.enabled', [], true),
  josdkMetricsEnabled: booleanOption('kubernetes.operator.josdk.metrics.enabled', [], true),
  kubernetesClientMetricsEnabled: booleanOption('kubernetes.operator.kubernetes.client.metrics.enabled', [], true),
  kubernetesClientMetricsHttpResponseCodeGroupsEnabled: booleanOption(
    'kubernetes.operator.kubernetes.client.metrics.http.response.code.groups.enabled',
    [],
    false,
  ),
  kubernetesClientMetricsSlowRequestThreshold: durationOption(
    'kubernetes.operator.kubernetes.client.metrics.slow.request.threshold',
    [],
    5000,
  ),
  resourceMetricsEnabled: booleanOption('kubernetes.operator.resource.metrics.enabled', [], true),
  resourceLifecycleMetricsEnabled: booleanOption('kubernetes.operator.resource.lifecycle.metrics.enabled', [], true),
  resourceLifecycleNamespaceHistogramsEnabled: booleanOption(
    'kubernetes.operator.resource.lifecycle.namespace.histograms.enabled',
    [],
    true,
  ),
  metricsHistogramSampleSize: intOption('kubernetes.operator.metrics.histogram.sample.size', [], 1000),
  metricsScopeK8soperatorSystem: stringOption(
    'kubernetes.operator.metrics.scope.k8soperator.system',
    ['metrics.scope.k8soperator'],
    '<host>.k8soperator.<namespace>.<name>.system',
  ),
  metricsScopeK8soperatorResourcens: stringOption(
    'kubernetes.operator.metrics.scope.k8soperator.resourcens',
    ['metrics.scope.k8soperator.resourcens'],
    '<host>.k8soperator.<namespace>.<name>.namespace.<resourcens>.<resourcetype>',
  ),
  metricsScopeK8soperatorResource: stringOption(
    'kubernetes.operator.metrics.scope.k8soperator.resource',
    ['metrics.scope.k8soperator.resource'],
    '<host>.k8soperator.<namespace>.<name>.resource.<resourcens>.<resourcename>.<resourcetype>',
  ),
  bluegreenAbortGracePeriod: durationOption('kubernetes.operator.bluegreen.abort.grace-period', [], 600000),
  bluegreenReconciliationRescheduleInterval: durationOption(
    'kubernetes.operator.bluegreen.reconciliation.reschedule-interval',
    [],
    15000,
  ),
  bluegreenDeploymentDeletionDelay: durationOption('kubernetes.operator.bluegreen.deployment-deletion.delay', [], 0),
};
