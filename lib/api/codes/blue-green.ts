// SPDX-License-Identifier: Apache-2.0
// The catalogue of the rules on FlinkBlueGreenDeployment itself. What is wrong with the spec in its template has the codes of a FlinkDeployment.

import type { CodeInfo } from './code-info.ts';

export type BlueGreenCode =
  | 'blue-green.name'
  | 'blue-green.template-missing'
  | 'blue-green.job-missing'
  | 'blue-green.suspended-at-creation'
  | 'blue-green.savepoint-directory'
  | 'blue-green.unknown-key'
  | 'blue-green.unreadable-duration'
  | 'blue-green.metadata-ignored'
  | 'blue-green.ingress-scheme';

export const BLUE_GREEN_CODES: Readonly<Record<BlueGreenCode, CodeInfo>> = {
  'blue-green.name': {
    title: 'A name that leaves no room for blue and green',
    severity: 'error',
    why: 'The FlinkDeployments are called <name>-blue and <name>-green, and as such are refused if they have more than 45 characters.',
    fix: 'Use at most 39 lower-case letters, digits and "-", a letter first.',
  },
  'blue-green.template-missing': {
    title: 'Nothing to deploy',
    severity: 'error',
    why: 'The operator fails at every attempt, because there is no spec to make a FlinkDeployment of.',
    fix: 'Set spec.template.spec to the spec of a FlinkDeployment.',
  },
  'blue-green.job-missing': {
    title: 'A template without a job',
    severity: 'error',
    why: 'A change-over carries a job from one cluster to another; the operator fails at every attempt without one.',
    fix: 'Set spec.template.spec.job. A session cluster is a FlinkDeployment of its own.',
  },
  'blue-green.suspended-at-creation': {
    title: 'Suspended from the beginning',
    severity: 'warning',
    why: 'As long as spec.template.spec.job.state is suspended at creation, nothing at all is deployed.',
    fix: 'Set the state to running, or remove it.',
  },
  'blue-green.savepoint-directory': {
    title: 'A change-over that keeps state, without a directory for savepoints',
    severity: 'error',
    why: 'The first deployment works; every later change fails, because the savepoint that it begins with has no place.',
    fix:
      'Set execution.checkpointing.savepoint-dir in spec.template.spec.flinkConfiguration to a durable directory, or the upgrade mode to ' +
      'stateless.',
  },
  'blue-green.unknown-key': {
    title: 'An option that blue/green deployments do not have',
    severity: 'warning',
    why: 'Only the options kubernetes.operator.bluegreen.* are read from spec.configuration; anything else has no effect.',
    fix: 'Write the option that was meant. Options of Flink belong under spec.template.spec.flinkConfiguration.',
  },
  'blue-green.unreadable-duration': {
    title: 'A time that cannot be read',
    severity: 'error',
    why: 'The operator fails at every attempt to read it, which is during a change-over.',
    fix: 'Write a number and a unit: 30 s, 5 min, 1 h. Times in ISO 8601 (PT5M) are not read here.',
  },
  'blue-green.metadata-ignored': {
    title: 'Metadata in the template',
    severity: 'warning',
    why: 'The API has the field, but no operator reads it: no label or annotation reaches the FlinkDeployments or their pods.',
    fix: 'Remove it. Labels and annotations of pods belong into spec.template.spec.podTemplate.metadata.',
  },
  'blue-green.ingress-scheme': {
    title: 'An ingress template with a scheme',
    severity: 'warning',
    why: 'The operator puts "blue-" or "green-" before the template, so that the scheme becomes a part of a host that cannot be.',
    fix: 'Write the template without http:// or https://.',
  },
};
