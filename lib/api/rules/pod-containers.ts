// SPDX-License-Identifier: Apache-2.0
// Rules on the containers of a pod template: which one is Flink's, and what every other one needs.

import type { Container } from '../../kubernetes/objects.ts';
import { MAIN_CONTAINER } from '../flink-pods.ts';
import { editDistance } from '../../runtime/edit-distance.ts';
import { isGiven, relatedTo } from './pod-placed.ts';
import type { Placed } from './pod-placed.ts';
import { isBlank } from './rule.ts';
import type { Problem } from './rule.ts';

/** Names that are used for the container of Flink in other places. */
const ALIASES: ReadonlySet<string> = new Set([
  'main',
  'flink',
  'flink-main',
  'main-container',
  'flink-container',
  'jobmanager',
  'taskmanager',
  'job-manager',
  'task-manager',
  'flink-jobmanager',
  'flink-taskmanager',
]);

/** A typo of a few letters. */
const NEAR = 4;

/** Sidecars are fine, and so is a template without Flink's container; a container that is clearly meant to be it is not. */
export function containerProblems(
  placed: Placed,
  containers: readonly Container[],
  all: readonly Placed[],
  problems: Problem[],
): void {
  const related = relatedTo(placed, all);
  const { path } = placed;
  const names = new Map<string, number>();
  for (const [index, container] of containers.entries()) {
    const at = `${path}.spec.containers[${index}]`;
    const { name, image } = container;
    if (!isGiven(name)) {
      const completed = related.some(({ template }) => template.spec?.containers?.[index]?.name !== undefined);
      if (!completed) problems.push(withoutName(at));
      continue;
    }
    const first = names.get(name);
    if (first !== undefined) problems.push(twice(at, name, `${path}.spec.containers[${first}]`));
    names.set(name, index);
    if (name === MAIN_CONTAINER) continue;
    const isNear = ALIASES.has(name) || editDistance(name, MAIN_CONTAINER, NEAR) <= NEAR;
    const hasImage =
      !isBlank(image ?? undefined) ||
      related.some(({ template }) =>
        (template.spec?.containers ?? []).some(
          (other, position) => !isBlank(other?.image ?? undefined) && (other.name === name || position === index),
        ),
      );
    if (isNear) problems.push(meantAsMain(at, name, hasImage));
    else if (!hasImage) problems.push(withoutImage(at, name));
  }
}

function meantAsMain(at: string, name: string, hasImage: boolean): Problem {
  return {
    code: 'pod-template.main-container-name',
    path: `${at}.name`,
    message:
      `Flink's own container is called ${MAIN_CONTAINER}; "${name}" is one beside it` +
      (hasImage ? '.' : ', and without an image of its own no pod can be made.'),
    allowed: `${MAIN_CONTAINER}, or another name for a sidecar`,
    remedy: `Write ${MAIN_CONTAINER}, if Flink's container is meant.`,
    severity: 'warning',
  };
}

function withoutImage(at: string, name: string): Problem {
  return {
    code: 'pod-template.container-without-image',
    path: `${at}.image`,
    message: `The container "${name}" has no image, so no pod can be made.`,
    allowed: `an image; only ${MAIN_CONTAINER} gets one from spec.image`,
    remedy: `Set ${at}.image, or call the container ${MAIN_CONTAINER} if Flink's own is meant.`,
  };
}

function withoutName(at: string): Problem {
  return {
    code: 'pod-template.container-without-name',
    path: `${at}.name`,
    message: 'The container has no name, so no pod can be made.',
    allowed: `${MAIN_CONTAINER} for Flink's own, or another name for a sidecar`,
    remedy: `Set ${at}.name.`,
  };
}

function twice(at: string, name: string, first: string): Problem {
  return {
    code: 'pod-template.twice',
    path: `${at}.name`,
    message: `There is a container "${name}" already: ${first}.`,
    allowed: 'each name once',
    remedy: 'Put both into one, or rename one of them.',
    severity: 'warning',
  };
}
