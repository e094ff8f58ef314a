// SPDX-License-Identifier: Apache-2.0
// The pod templates of a cluster: what its parts have asked for, with the user's templates laid over by name. When JobManager or
// TaskManagers differ, each gets a finished template and there is no common one, because operators merge lists of two templates by
// position. Fields that Flink overwrites are told by the rules about the finished resource.

import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { CONTENT_HASH_ANNOTATION, contentHash } from './content-hash.ts';
import { overlay } from './overlay.ts';
import { secured } from './security.ts';

/** The templates of the spec; a member is absent when there is nothing to say. */
export interface PodTemplates {
  common?: PodTemplateSpec;
  jobManager?: PodTemplateSpec;
  taskManager?: PodTemplateSpec;
}

/** The pod templates that these (checked) props make. */
export function podTemplates(props: FlinkClusterProps, cluster: ClusterDraft): PodTemplates {
  const { pods, contents } = cluster;
  for (const _ in contents) {
    pods.annotations[CONTENT_HASH_ANNOTATION] = contentHash(contents);
    break;
  }
  const common = pods.template();
  const ofJobManager = cluster.jobManager.template();
  const ofTaskManager = cluster.taskManager.template();
  const { podTemplate, security = {} } = props;
  const own = { jobManager: props.jobManager?.podTemplate, taskManager: props.taskManager?.podTemplate };
  if ([ofJobManager, ofTaskManager, own.jobManager, own.taskManager].every((template) => template === undefined)) {
    return named('common', secured(overlay(common, podTemplate), security));
  }
  const jobManager = overlay(overlay(overlay(common, ofJobManager), podTemplate), own.jobManager);
  const taskManager = overlay(overlay(overlay(common, ofTaskManager), podTemplate), own.taskManager);
  return {
    ...named('jobManager', secured(jobManager, security)),
    ...named('taskManager', secured(taskManager, security)),
  };
}

function named(name: keyof PodTemplates, template: PodTemplateSpec): PodTemplates {
  return Object.keys(template).length === 0 ? {} : { [name]: template };
}
