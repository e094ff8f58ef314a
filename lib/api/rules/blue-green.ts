// SPDX-License-Identifier: Apache-2.0
// Rules on a FlinkBlueGreenDeployment itself. The Java operator has none and fails later; the spec in the template is checked as the
// FlinkDeployment that will be made of it.

import { operatorOptions } from '../../flink/operator-options.ts';
import { flinkOptions } from '../../flink/options.ts';
import { ValueError } from '../../flink/value-error.ts';
import type { BlueGreenSpecWithDefaults } from '../defaults.ts';
import { nearestName } from '../nearest-name.ts';
import { CLUSTER_NAME, GENERATED_SUFFIX, LONGEST_CLUSTER_NAME } from './identity.ts';
import { ingressHostNotAllowed, ingressLabelsNotAllowed } from './ingress-object.ts';
import { ingressTemplateMissing, ingressTemplateNotAUrl } from './ingress.ts';
import { isBlank } from './rule.ts';
import type { Problem, Rule, RuleInput } from './rule.ts';

/** What a rule on a blue/green deployment may look at. */
export interface BlueGreenInput {
  /** `metadata.name`; empty if there is none. */
  readonly name: string;
  /** `metadata.generateName`, if there is one. */
  readonly generateName?: string;
  readonly namespace: string;
  /** With defaults written out. */
  readonly spec: BlueGreenSpecWithDefaults;
  /** Whether nothing was deployed yet. */
  readonly isNew: boolean;
  /** Reads an option of the children. */
  readonly read: RuleInput['read'];
}

/** The longer of the two endings that the children's names have. */
const LONGEST_ENDING = '-green';
const LONGEST_NAME = LONGEST_CLUSTER_NAME - LONGEST_ENDING.length;

const OPTIONS = [
  operatorOptions.bluegreenAbortGracePeriod,
  operatorOptions.bluegreenReconciliationRescheduleInterval,
  operatorOptions.bluegreenDeploymentDeletionDelay,
];
const KEYS = OPTIONS.map(({ key }) => key);

function nameNotAllowed({ name, generateName }: BlueGreenInput): Problem | undefined {
  if (name === '' && generateName !== undefined) return generatedNameNotAllowed(generateName);
  if (CLUSTER_NAME.test(`${name}${LONGEST_ENDING}`)) return undefined;
  const why = name.length > LONGEST_NAME ? ` It has ${name.length} characters.` : '';
  return {
    path: 'metadata.name',
    message:
      name === ''
        ? 'The resource has no name.'
        : `The name "${name}" leaves no room for the names of its deployments, ${name}-blue and ${name}-green.${why}`,
    allowed: `at most ${LONGEST_NAME} characters: lower-case letters, digits and "-"; a letter first`,
    remedy: name === '' ? 'Set metadata.name.' : 'Choose another metadata.name.',
  };
}

function generatedNameNotAllowed(generateName: string): Problem | undefined {
  if (CLUSTER_NAME.test(`${generateName}${'x'.repeat(GENERATED_SUFFIX)}${LONGEST_ENDING}`)) return undefined;
  return {
    path: 'metadata.generateName',
    message:
      `Names that begin with "${generateName}" leave no room for the names of the deployments: the API server adds ` +
      `${GENERATED_SUFFIX} characters, and the operator -blue and ${LONGEST_ENDING}.`,
    allowed: `at most ${LONGEST_NAME - GENERATED_SUFFIX} characters: lower-case letters, digits and "-"; a letter first`,
    remedy: 'Choose another metadata.generateName.',
  };
}

function templateMissing({ spec }: BlueGreenInput): Problem | undefined {
  if (spec.template?.spec !== undefined) return undefined;
  return {
    path: spec.template === undefined ? 'spec.template' : 'spec.template.spec',
    message: 'It is not said what to deploy.',
    allowed: 'spec.template.spec: the spec of a FlinkDeployment with a job',
    remedy: 'Set spec.template.spec.',
  };
}

function jobMissing({ spec }: BlueGreenInput): Problem | undefined {
  if (spec.template?.spec === undefined || spec.template.spec.job !== undefined) return undefined;
  return {
    path: 'spec.template.spec.job',
    message: 'There is no job: session clusters cannot be deployed in blue and green.',
    allowed: 'the job of an application',
    remedy: 'Set spec.template.spec.job; for a session cluster use a FlinkDeployment.',
  };
}

function suspendedAtCreation({ spec, isNew }: BlueGreenInput): Problem | undefined {
  if (!isNew || spec.template?.spec?.job?.state !== 'suspended') return undefined;
  return {
    path: 'spec.template.spec.job.state',
    message: 'Nothing will be deployed: the job is suspended from the beginning.',
    allowed: 'running',
    remedy: 'Set it to running, or remove it; suspend the job once it has run.',
    severity: 'warning',
  };
}

function savepointDirectoryMissing({ spec, read }: BlueGreenInput): Problem | undefined {
  const job = spec.template?.spec?.job;
  const option = flinkOptions.executionCheckpointingSavepointDir;
  // Mode savepoint needs one in any case; that is V-12's.
  if (job?.upgradeMode !== 'last-state' || !isBlank(read(option))) return undefined;
  return {
    path: `spec.template.spec.flinkConfiguration.${option.key}`,
    message: 'Every change-over takes a savepoint of what runs, but there is no directory for savepoints.',
    allowed: 'a durable directory, for example s3://bucket/savepoints',
    remedy: `Set ${option.key}, or spec.template.spec.job.upgradeMode to stateless to change over without state.`,
  };
}

function keyUnknown({ spec }: BlueGreenInput): Problem[] | undefined {
  const unknown = Object.keys(spec.configuration ?? {}).filter((key) => !KEYS.includes(key));
  if (unknown.length === 0) return undefined;
  return unknown.map((key) => {
    const meant = nearestName(key, KEYS);
    return {
      path: `spec.configuration.${key}`,
      message: `There is no option ${key} of a blue/green deployment; it has no effect.`,
      allowed: KEYS.join(', '),
      remedy:
        meant === undefined
          ? 'Remove it; options of Flink belong under spec.template.spec.flinkConfiguration.'
          : `Write ${meant}, or remove it.`,
      severity: 'warning',
    };
  });
}

function durationNotReadable({ spec }: BlueGreenInput): Problem[] | undefined {
  const { configuration } = spec;
  if (configuration === undefined) return undefined;
  return OPTIONS.flatMap((option) => {
    const { key } = option;
    const text = configuration[key];
    const allowed = text === undefined ? undefined : refusal(text, (value) => option.parse(value));
    if (allowed === undefined) return [];
    return [
      {
        path: `spec.configuration.${key}`,
        message: `"${text ?? ''}" is not ${allowed}.`,
        allowed,
        remedy: `Correct ${key}, or remove it to get the default.`,
      },
    ];
  });
}

/** What would have been allowed. ISO 8601 is of Flink 2.1 and later; these options are the operator's. */
function refusal(text: string, parse: (text: string) => unknown): string | undefined {
  const allowed = 'a duration such as "10 s", "5 min" or "100ms"';
  if (/^\s*p/i.test(text)) return allowed;
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof ValueError) return allowed;
    throw error;
  }
}

function metadataIgnored({ spec }: BlueGreenInput): Problem | undefined {
  const metadata = spec.template?.metadata;
  if (metadata === undefined || Object.keys(metadata).length === 0) return undefined;
  return {
    path: 'spec.template.metadata',
    message: 'No label, annotation or name of the template reaches the deployments.',
    remedy: 'Remove it; labels and annotations of pods belong into spec.template.spec.podTemplate.metadata.',
    severity: 'warning',
  };
}

function ingressWithScheme({ spec }: BlueGreenInput): Problem | undefined {
  const template = spec.template?.spec?.ingress?.template;
  const scheme = /^https?:\/\//i.exec(template ?? '')?.[0];
  if (scheme === undefined || template === undefined) return undefined;
  return {
    path: 'spec.template.spec.ingress.template',
    message: `"blue-" and "green-" are put before the template, which gives the host "blue-${scheme.slice(0, -3)}".`,
    allowed: template.slice(scheme.length),
    remedy: `Remove "${scheme}".`,
    severity: 'warning',
  };
}

export const BLUE_GREEN_RULES: readonly Rule<BlueGreenInput>[] = [
  { code: 'blue-green.name', find: nameNotAllowed },
  { code: 'blue-green.template-missing', find: templateMissing },
  { code: 'blue-green.job-missing', find: jobMissing },
  { code: 'blue-green.suspended-at-creation', find: suspendedAtCreation },
  { code: 'blue-green.savepoint-directory', find: savepointDirectoryMissing },
  { code: 'blue-green.unknown-key', find: keyUnknown },
  { code: 'blue-green.unreadable-duration', find: durationNotReadable },
  { code: 'blue-green.metadata-ignored', find: metadataIgnored },
  { code: 'blue-green.ingress-scheme', find: ingressWithScheme },
  { code: 'V-08', find: ingressTemplateMissing },
  { code: 'V-09', find: ingressTemplateNotAUrl },
  { code: 'cluster.ingress-host', find: ingressHostNotAllowed },
  { code: 'metadata.label-not-allowed', find: ingressLabelsNotAllowed },
];
