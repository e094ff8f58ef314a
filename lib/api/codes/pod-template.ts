// SPDX-License-Identifier: Apache-2.0
// The catalogue of what is found in pod templates.

import type { CodeInfo } from './code-info.ts';

export type PodTemplateCode =
  | 'pod-template.unknown-field'
  | 'pod-template.wrong-type'
  | 'pod-template.not-allowed'
  | 'pod-template.overwritten'
  | 'pod-template.main-container-name'
  | 'pod-template.container-without-image'
  | 'pod-template.container-without-name'
  | 'pod-template.twice'
  | 'pod-template.not-in-a-deployment'
  | 'pod-template.mixed-by-position'
  | 'pod-template.unknown-volume';

const NO_POD = 'Kubernetes refuses the Deployment or the pods, and the cluster does not come up.';

export const POD_TEMPLATE_CODES: Readonly<Record<PodTemplateCode, CodeInfo>> = {
  'pod-template.unknown-field': {
    title: 'A field that pods do not have',
    severity: 'warning',
    why:
      'A template is stored as it is, and an API server that does not know a field of it drops the field when the pod is made: what it ' +
      'was to do is not done. A newer Kubernetes may know it.',
    fix: 'Write the field that was meant; the finding names the nearest one.',
  },
  'pod-template.wrong-type': {
    title: 'A value of the wrong type in a pod template',
    severity: 'error',
    why: NO_POD,
    fix: 'Write the value in the type that the finding names; values of environment variables are texts and need quotes if they look like numbers.',
  },
  'pod-template.not-allowed': {
    title: 'A value that this field of a pod does not take',
    severity: 'warning',
    why: `${NO_POD} A newer Kubernetes may know the value.`,
    fix: 'Take one of the values that the finding lists, with its capitals.',
  },
  'pod-template.overwritten': {
    title: 'A field of the pod template that Flink sets itself',
    severity: 'warning',
    why: 'Flink takes the template as a base and writes its own values over these fields: what stands in the template does not run.',
    fix: 'Remove it, and use the field of the resource that the finding names.',
  },
  'pod-template.main-container-name': {
    title: 'A container that is probably meant to be that of Flink',
    severity: 'warning',
    why:
      'Flink looks for its container by name. Any other one is a sidecar: Flink gets none of its mounts and variables, and without an ' +
      'image of its own the sidecar keeps the pod from being made.',
    fix: 'Call the container flink-main-container.',
  },
  'pod-template.container-without-image': {
    title: 'A sidecar without an image',
    severity: 'error',
    why: `Only flink-main-container gets an image from spec.image. ${NO_POD}`,
    fix: "Set the image of the container, or call it flink-main-container if Flink's own is meant.",
  },
  'pod-template.container-without-name': {
    title: 'A container without a name',
    severity: 'error',
    why: NO_POD,
    fix: "Name the container: flink-main-container for Flink's own, anything else for a sidecar.",
  },
  'pod-template.twice': {
    title: 'Two containers of one name',
    severity: 'warning',
    why: `${NO_POD} Where templates are merged by name, the last one wins and the other is lost.`,
    fix: 'Put both into one, or rename one of them.',
  },
  'pod-template.not-in-a-deployment': {
    title: 'A field that pods of a Deployment may not have',
    severity: 'error',
    why: 'The JobManager, and in standalone mode the TaskManagers, are pods of a Deployment. Kubernetes refuses a Deployment with this.',
    fix: 'Remove the field; it often comes with a Pod that was pasted.',
  },
  'pod-template.mixed-by-position': {
    title: 'Two different entries at one position of two templates',
    severity: 'warning',
    why:
      'The template of a component is laid over the common one, lists by position: entry 0 over entry 0, whatever they are called. A sidecar ' +
      "laid over Flink's container gives one container with parts of both, and Flink's settings are gone.",
    fix: 'Set kubernetes.operator.pod-template.merge-arrays-by-name to true, or keep the same order in both.',
  },
  'pod-template.unknown-volume': {
    title: 'A mount of a volume that is not there',
    severity: 'warning',
    why: `${NO_POD} Only if something else adds the volume to every pod, such as an injector of secrets, is it as it should be.`,
    fix: 'Add the volume to spec.volumes of the template, or correct the name.',
  },
};
