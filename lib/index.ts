// SPDX-License-Identifier: Apache-2.0
// The public API of `flinkwright`: constructs for cdk8s, the values their props are made of, the builders below them, and the checks. What
// is not listed here may change without notice. Schemas are not here: their types would make every user compile zod's.

import './constructs/peers.ts';
export { FlinkApplication } from './constructs/flink-application.ts';
export type { FlinkApplicationProps } from './constructs/flink-application.ts';
export type { FlinkCluster } from './constructs/flink-cluster.ts';
export { FlinkBlueGreenDeployment } from './constructs/flink-blue-green-deployment.ts';
export type { FlinkBlueGreenDeploymentProps } from './constructs/flink-blue-green-deployment.ts';
export { FlinkOperator } from './constructs/flink-operator.ts';
export type { FlinkOperatorProps } from './constructs/flink-operator.ts';
export { FlinkServiceAccount } from './constructs/flink-service-account.ts';
export { FlinkSession } from './constructs/flink-session.ts';
export type { FlinkSessionAttributes, FlinkSessionProps } from './constructs/flink-session.ts';
export { FlinkSessionJob } from './constructs/flink-session-job.ts';
export type { FlinkSessionJobProps } from './constructs/flink-session-job.ts';
export type { FlinkSessionReference } from './constructs/flink-session-reference.ts';
export { FlinkStateSnapshot } from './constructs/flink-state-snapshot.ts';
export type { FlinkStateSnapshotProps } from './constructs/flink-state-snapshot.ts';
export { FlinkwrightValidation } from './constructs/flinkwright-validation.ts';
export type { FlinkwrightValidationProps, ValidationContext } from './constructs/flinkwright-validation.ts';
export { OPERATORS_ELSEWHERE } from './constructs/tree-checks.ts';
export { WARNING_METADATA } from './constructs/warnings.ts';
export type { WarningHandler, WarningProps } from './constructs/warnings.ts';

export { FlinkVersion, ImagePullPolicy, JobState, UpgradeMode } from './manifests/enums.ts';
export type { FlinkClusterProps, MetadataProps } from './manifests/cluster/cluster-props.ts';
export type {
  ComponentProps,
  CpuValue,
  JobManagerProps,
  TaskManagerProps,
} from './manifests/cluster/component-props.ts';
export { EnvFrom, EnvValue } from './manifests/cluster/env-value.ts';
export type { NamedObject, OtherEnvValue } from './manifests/cluster/env-value.ts';
export { Hadoop } from './manifests/cluster/hadoop.ts';
export { HighAvailability } from './manifests/cluster/high-availability.ts';
export { Logging, LogLevel } from './manifests/cluster/logging.ts';
export { MetricsReporter } from './manifests/cluster/metrics.ts';
export type { ReporterOptions, ReporterSettings } from './manifests/cluster/metrics.ts';
export type { PortsProps, RestServiceProps } from './manifests/cluster/rest-service.ts';
export { TopologySpread } from './manifests/cluster/scheduling.ts';
export type { SchedulingProps } from './manifests/cluster/scheduling.ts';
export type { SecurityProps } from './manifests/cluster/security.ts';
export { Volume } from './manifests/cluster/volume.ts';
export type { EntryOptions, MountOptions } from './manifests/cluster/volume.ts';
export type {
  CheckpointProps,
  HealthCheckProps,
  LifecycleProps,
  Periodic,
  RollbackProps,
  SavepointProps,
  UpgradeProps,
} from './manifests/lifecycle-props.ts';
export type {
  AutoscalerProps,
  AutoscalerQuotas,
  MemoryTuningProps,
  UtilizationBounds,
} from './manifests/autoscaler.ts';
export type { TransitionProps } from './manifests/flink-blue-green-deployment-props.ts';
export type { SessionJobLifecycle, SessionJobProps, SessionResource } from './manifests/flink-session-job-props.ts';
export type { SessionPort, SqlGatewayProps } from './manifests/flink-session-props.ts';
export type { JobResource, SavepointSnapshot } from './manifests/flink-state-snapshot-props.ts';
export { Job } from './manifests/job.ts';
export type {
  JobOptions,
  PythonJobOptions,
  PythonProgram,
  SqlJobOptions,
  SqlProgram,
  SqlRunner,
  StartFresh,
} from './manifests/job.ts';
export type { ResourceMetadataProps } from './manifests/resource-metadata.ts';
export type { MergePatch } from './manifests/merge-patch.ts';
export { PropsError } from './manifests/props-error.ts';
export type { DurationValue, SizeValue } from './manifests/quantities.ts';
export { StateStore } from './manifests/cluster/state-store.ts';
export type {
  AzureCredentials,
  AzureOptions,
  FileSystemOptions,
  GcsCredentials,
  GcsOptions,
  S3Credentials,
  S3Options,
  StateOptions,
  StateVolume,
} from './manifests/cluster/state-store.ts';

export { buildFlinkApplication } from './manifests/flink-application.ts';
export { buildFlinkBlueGreenDeployment } from './manifests/flink-blue-green-deployment.ts';
export { buildFlinkServiceAccount } from './manifests/flink-service-account.ts';
export type { FlinkServiceAccountProps } from './manifests/flink-service-account.ts';
export { buildFlinkSession } from './manifests/flink-session.ts';
export { buildFlinkSessionJob } from './manifests/flink-session-job.ts';
export { buildFlinkStateSnapshot } from './manifests/flink-state-snapshot.ts';
export type { Built, Identity } from './manifests/cluster/built.ts';
export { buildFlinkOperator } from './manifests/flink-operator.ts';
export type { FlinkOperatorOptions } from './manifests/flink-operator.ts';
export { buildOperatorInstallation } from './manifests/operator/installation.ts';
export type { OperatorInstallationOptions } from './manifests/operator/options.ts';

export {
  checkConfiguration,
  checkOperatorConfiguration,
  findOptions,
  migratedConfiguration,
  upgradeCheck,
} from './flink/catalogue/index.ts';
export type {
  OptionInfo,
  OptionProblem,
  OptionProblemCode,
  Surroundings,
  UpgradeCode,
  UpgradeFinding,
} from './flink/catalogue/index.ts';
export type { OptionType } from './flink/catalogue/catalogue-option.ts';
export type { FlatConfiguration } from './flink/configuration.ts';
export type { FlinkVersionName } from './flink/flink-version.ts';
export type { FlinkConfig, FlinkConfigOf, OperatorConfig } from './flink/config-types/flink-config.ts';

export { checkResource } from './api/check-resource.ts';
export type { CheckContext } from './api/check-resource.ts';
export { formatFindings } from './api/finding.ts';
export type { Finding, Severity } from './api/finding.ts';
export { FINDING_CODES } from './api/finding-codes.ts';
export type { CodeInfo, FindingCode } from './api/finding-codes.ts';
export type {
  ComponentResource,
  FlinkConfigurationTree,
  FlinkDeployment,
  FlinkDeploymentSpec,
  FlinkDeploymentStatus,
  IngressSpec,
  JobManagerSpec,
  JobSpec,
  TaskManagerSpec,
} from './api/flink-deployment.ts';
export type {
  FlinkBlueGreenDeployment as FlinkBlueGreenDeploymentManifest,
  FlinkBlueGreenDeploymentSpec,
} from './api/flink-blue-green-deployment.ts';
export type { FlinkSessionJob as FlinkSessionJobManifest, FlinkSessionJobSpec } from './api/flink-session-job.ts';
export type {
  FlinkStateSnapshot as FlinkStateSnapshotManifest,
  FlinkStateSnapshotSpec,
} from './api/flink-state-snapshot.ts';
export { validateFlinkDeployment } from './api/validate.ts';
export type {
  Container,
  EnvVar,
  KubernetesObject,
  ObjectMeta,
  PodSpec,
  PodTemplateSpec,
  ResourceRequirements,
} from './kubernetes/objects.ts';

export { formatBreakdown } from './flink/format-breakdown.ts';
export { memoryBreakdown } from './flink/memory-breakdown.ts';
export type {
  Breakdown,
  JobManagerBreakdown,
  MemoryQuestion,
  MemoryRefusal,
  MemoryRole,
  TaskManagerBreakdown,
} from './flink/memory-breakdown.ts';
export { isMemoryError } from './flink/memory-error.ts';
export type { MemoryComponent, MemoryError, MemoryErrorKind } from './flink/memory-error.ts';
export type { MemoryAdvice, MemoryCode } from './flink/memory/advice.ts';
export { memoryOf } from './manifests/memory-of.ts';
export type { DeploymentMemory } from './manifests/memory-of.ts';
