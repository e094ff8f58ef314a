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
import { ingressTemplateMissing, ingressTemplateNotAUrl } from './ingress.ts';
import { fieldInConfiguration, nullInConfiguration, optionWrittenTwice } from './inventions-in-configuration.ts';
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
import {
  applicationBecameSession,
  nativeBecameStandalone,
  redeployWithoutPath,
  sessionBecameApplication,
  standaloneBecameNative,
  versionChangedAfterLastStateSuspend,
} from './recorded.ts';
import type { Rule } from './rule.ts';

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
  { code: 'image-pull-policy', find: imagePullPolicyNotAllowed },
  { code: 'invention.indented', find: fieldInConfiguration },
  { code: 'invention.nested-twice', find: optionWrittenTwice },
  { code: 'invention.null-value', find: nullInConfiguration },
  { code: 'jar-missing', find: jarMissing },
  { code: 'flink-version-deprecated', find: flinkVersionDeprecated },
];
