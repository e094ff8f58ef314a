// SPDX-License-Identifier: Apache-2.0
// Every rule for a FlinkDeployment, in the order in which the Java operator tries them; rules that it does not have come last. The
// rules themselves stand in the files beside this one.

import { AUTOSCALER_RULES } from './autoscaler.ts';
import { jobManagersNotPositive, resourceNotReadable, resourcesNotReadable, standbyWithoutHa } from './component.ts';
import {
  healthCheckWithoutRecovery,
  keyBelongsToTheOperator,
  logFileUnknown,
  rollbackWithoutHa,
} from './configuration.ts';
import {
  flinkVersionDeprecated,
  flinkVersionMissing,
  flinkVersionNotSupported,
  imagePullPolicyNotAllowed,
  nameNotAllowed,
  serviceAccountMissing,
} from './identity.ts';
import { memoryDoubtful, memoryNotDerivable } from './memory.ts';
import { ingressHostNotAllowed, ingressLabelsNotAllowed, ingressNotManaged } from './ingress-object.ts';
import { ingressTemplateMissing, ingressTemplateNotAUrl } from './ingress.ts';
import { fieldInConfiguration, optionWrittenTwice } from './inventions-in-configuration.ts';
import {
  checkpointAgeWithoutSavepointDirectory,
  checkpointDirectoryMissing,
  jarMissing,
  manualSavepointWithoutDirectory,
  parallelismNotPositive,
  periodicSavepointWithoutDirectory,
  savepointModeWithoutDirectory,
  taskManagersOfJobNotPositive,
  taskManagersOfSessionNotPositive,
} from './job.ts';
import { placeholderLeft } from './placeholders.ts';
import {
  applicationBecameSession,
  nativeBecameStandalone,
  redeployWithoutPath,
  sessionBecameApplication,
  standaloneBecameNative,
  versionChangedAfterLastStateSuspend,
} from './recorded.ts';
import {
  imageMissing,
  imageOfAnotherVersion,
  memorySpelling,
  replicasOfNativeSession,
  resourceShadowed,
  serviceAccountDefault,
  tokenSwitchedOff,
} from './cluster-doubts.ts';
import {
  checkpointNonceTooOld,
  haWithoutStorage,
  initialSavepointChangedAlone,
  initialSavepointIsDirectory,
  jarNotReadable,
  lastStateWithoutHa,
  noCheckpoints,
  parallelismOverruled,
  periodicCheckpointsTooOld,
  periodNotReadable,
  scalingLosesState,
} from './job-doubts.ts';
import { directoriesInContainers } from './state-directories.ts';
import { fileSystemNotInImage } from './file-systems.ts';
import { pluginNotInImage } from './image-plugins.ts';
import { podTemplateProblems } from './pod-template.ts';
import type { Rule } from './rule.ts';
import { secretVariables } from './secrets.ts';

export const FLINK_DEPLOYMENT_RULES: readonly Rule[] = [
  { code: 'V-01', find: nameNotAllowed },
  { code: 'V-02', find: flinkVersionMissing },
  { code: 'V-03', find: flinkVersionNotSupported },
  { code: 'V-04', find: versionChangedAfterLastStateSuspend },
  { code: 'V-05', find: keyBelongsToTheOperator },
  { code: 'V-06', find: rollbackWithoutHa },
  { code: 'V-07', find: healthCheckWithoutRecovery },
  { code: 'V-08', find: ingressTemplateMissing },
  { code: 'V-09', find: ingressTemplateNotAUrl },
  { code: 'V-10', find: logFileUnknown },
  { code: 'V-11', find: checkpointDirectoryMissing },
  { code: 'V-12', find: savepointModeWithoutDirectory },
  { code: 'V-13', find: manualSavepointWithoutDirectory },
  { code: 'V-14', find: periodicSavepointWithoutDirectory },
  { code: 'V-15', find: checkpointAgeWithoutSavepointDirectory },
  { code: 'V-16', find: taskManagersOfJobNotPositive },
  { code: 'V-17', find: parallelismNotPositive },
  { code: 'V-18', find: memoryNotDerivable('jobManager') },
  { code: 'V-19', find: resourceNotReadable('jobManager') },
  { code: 'V-20', find: resourcesNotReadable('jobManager') },
  { code: 'V-21', find: jobManagersNotPositive },
  { code: 'V-22', find: standbyWithoutHa },
  { code: 'V-23', find: memoryNotDerivable('taskManager') },
  { code: 'V-24', find: resourceNotReadable('taskManager') },
  { code: 'V-25', find: resourcesNotReadable('taskManager') },
  { code: 'V-26', find: taskManagersOfSessionNotPositive },
  { code: 'V-30', find: sessionBecameApplication },
  { code: 'V-31', find: applicationBecameSession },
  { code: 'V-32', find: nativeBecameStandalone },
  { code: 'V-33', find: standaloneBecameNative },
  { code: 'V-34', find: redeployWithoutPath },
  { code: 'V-35', find: serviceAccountMissing },
  ...AUTOSCALER_RULES,
  { code: 'memory.task-heap-small', find: memoryDoubtful },
  { code: 'cluster.ha-without-storage', find: haWithoutStorage },
  { code: 'cluster.ingress-host', find: ingressHostNotAllowed },
  { code: 'metadata.label-not-allowed', find: ingressLabelsNotAllowed },
  { code: 'cluster.ingress-not-managed', find: ingressNotManaged },
  { code: 'cluster.service-account-default', find: serviceAccountDefault },
  { code: 'cluster.no-token', find: tokenSwitchedOff },
  { code: 'cluster.image-missing', find: imageMissing },
  { code: 'cluster.image-version', find: imageOfAnotherVersion },
  { code: 'cluster.resource-shadowed', find: resourceShadowed('jobManager') },
  { code: 'cluster.resource-shadowed', find: resourceShadowed('taskManager') },
  { code: 'cluster.memory-spelling', find: memorySpelling('jobManager') },
  { code: 'cluster.memory-spelling', find: memorySpelling('taskManager') },
  { code: 'cluster.replicas-ignored', find: replicasOfNativeSession },
  { code: 'job.jar-not-readable', find: jarNotReadable },
  { code: 'job.last-state-without-ha', find: lastStateWithoutHa },
  { code: 'job.directory-in-container', find: directoriesInContainers },
  { code: 'job.file-system-missing', find: fileSystemNotInImage },
  { code: 'cluster.plugin-missing', find: pluginNotInImage },
  { code: 'job.no-checkpoints', find: noCheckpoints },
  { code: 'job.checkpoint-nonce-too-old', find: checkpointNonceTooOld },
  { code: 'job.periodic-checkpoints-too-old', find: periodicCheckpointsTooOld },
  { code: 'job.period-not-readable', find: periodNotReadable },
  { code: 'job.initial-savepoint-directory', find: initialSavepointIsDirectory },
  { code: 'job.initial-savepoint-alone', find: initialSavepointChangedAlone },
  { code: 'job.parallelism-overruled', find: parallelismOverruled },
  { code: 'job.scaling-loses-state', find: scalingLosesState },
  { code: 'secret.in-environment', find: secretVariables },
  { code: 'pod-template.unknown-field', find: podTemplateProblems },
  { code: 'image-pull-policy', find: imagePullPolicyNotAllowed },
  { code: 'invention.indented', find: fieldInConfiguration },
  { code: 'invention.nested-twice', find: optionWrittenTwice },
  { code: 'invention.placeholder', find: placeholderLeft },
  { code: 'jar-missing', find: jarMissing },
  { code: 'flink-version-deprecated', find: flinkVersionDeprecated },
];
