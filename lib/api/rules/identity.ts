// SPDX-License-Identifier: Apache-2.0
// Rules on what the cluster is called, which Flink it runs, and whose rights it has.

import { flinkVersions, isDeprecated, isSupported } from '../../flink/flink-version.ts';
import type { Problem, RuleInput } from './rule.ts';

/** The longest name that leaves room for what Flink and the operator add to it. */
export const LONGEST_CLUSTER_NAME = 45;

/** What the API server adds to `metadata.generateName`: letters and digits. */
export const GENERATED_SUFFIX = 5;

export const CLUSTER_NAME: RegExp = /^[a-z]([-a-z\d]{0,43}[a-z\d])?$/;
const CLUSTER_NAME_PREFIX = /^[a-z][-a-z\d]{0,39}$/;

export function nameNotAllowed({ name, generateName }: RuleInput): Problem | undefined {
  if (name === '' && generateName !== undefined) return generatedNameNotAllowed(generateName);
  if (CLUSTER_NAME.test(name)) return undefined;
  const why = name.length > LONGEST_CLUSTER_NAME ? ` It has ${name.length} characters.` : '';
  return {
    path: 'metadata.name',
    message:
      name === ''
        ? 'The resource has no name.'
        : `The name "${name}" cannot be used for the objects of a Flink cluster.${why}`,
    allowed: `at most ${LONGEST_CLUSTER_NAME} characters: lower-case letters, digits and "-"; a letter first, a letter or digit last`,
    remedy: name === '' ? 'Set metadata.name.' : 'Choose another metadata.name.',
  };
}

function generatedNameNotAllowed(generateName: string): Problem | undefined {
  if (CLUSTER_NAME_PREFIX.test(generateName)) return undefined;
  const longest = LONGEST_CLUSTER_NAME - GENERATED_SUFFIX;
  return {
    path: 'metadata.generateName',
    message:
      `Names that begin with "${generateName}" cannot be used for the objects of a Flink cluster; the API server adds ` +
      `${GENERATED_SUFFIX} characters to it.`,
    allowed: `at most ${longest} characters: lower-case letters, digits and "-"; a letter first`,
    remedy: 'Choose another metadata.generateName.',
  };
}

export function flinkVersionMissing({ spec }: RuleInput): Problem | undefined {
  if (spec.flinkVersion !== undefined) return undefined;
  return {
    path: 'spec.flinkVersion',
    message: 'The Flink version is missing; much of what an operator does depends on it.',
    allowed: flinkVersions.filter(isSupported).join(', '),
    remedy: 'Set spec.flinkVersion to the minor version of the Flink in spec.image.',
  };
}

export function flinkVersionNotSupported({ spec }: RuleInput): Problem | undefined {
  if (spec.flinkVersion === undefined || isSupported(spec.flinkVersion)) return undefined;
  return {
    path: 'spec.flinkVersion',
    message: `Flink ${spec.flinkVersion} is not supported by this operator.`,
    allowed: flinkVersions.filter(isSupported).join(', '),
    remedy: 'Move to a newer Flink: change spec.image and spec.flinkVersion together.',
  };
}

export function flinkVersionDeprecated({ spec }: RuleInput): Problem | undefined {
  const version = spec.flinkVersion;
  if (version === undefined || !isSupported(version) || !isDeprecated(version)) return undefined;
  return {
    path: 'spec.flinkVersion',
    message: `Flink ${version} still works, but a later operator will refuse it.`,
    allowed: flinkVersions.filter((candidate) => !isDeprecated(candidate)).join(', '),
    remedy: 'Plan an upgrade with upgradeMode savepoint.',
    severity: 'warning',
  };
}

export function serviceAccountMissing({ spec }: RuleInput): Problem | undefined {
  if (spec.serviceAccount !== undefined) return undefined;
  return {
    path: 'spec.serviceAccount',
    message: 'The service account of JobManager and TaskManagers is missing.',
    allowed: 'the name of a ServiceAccount in the namespace of the resource',
    remedy:
      'Set spec.serviceAccount to the job service account that the operator was installed with ("flink" unless it was changed).',
  };
}

const PULL_POLICIES = ['IfNotPresent', 'Always', 'Never'];

export function imagePullPolicyNotAllowed({ spec }: RuleInput): Problem | undefined {
  if (spec.imagePullPolicy === undefined || PULL_POLICIES.includes(spec.imagePullPolicy)) return undefined;
  return {
    path: 'spec.imagePullPolicy',
    message: `"${spec.imagePullPolicy}" is not an image pull policy; the deployment would fail.`,
    allowed: PULL_POLICIES.join(', '),
    remedy: 'Set spec.imagePullPolicy to one of these, or remove it.',
  };
}
