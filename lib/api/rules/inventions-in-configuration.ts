// SPDX-License-Identifier: Apache-2.0
// Rules on what has slipped into flinkConfiguration, or out of it: fields of the spec at the wrong indentation, and one option written both
// with dots and nested. Whether a key is an option at all is not asked here.

import { isObject } from '../../runtime/json.ts';
import { FLINK_DEPLOYMENT_FIELDS, JOB_FIELDS } from '../spec-fields.ts';
import { configurationPath } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

/** Names that begin keys of Flink or of the autoscaler as well, or that a program may use for its own. */
const ALSO_KEYS = ['job', 'image', 'mode', 'ingress', 'flinkConfiguration'];

const FIELDS = Object.keys(FLINK_DEPLOYMENT_FIELDS).filter((name) => !ALSO_KEYS.includes(name));

/** `logConfiguration` and its like inside flinkConfiguration, where every key is an option. */
export function fieldInConfiguration({ spec }: RuleInput): Problem[] {
  const tree = spec.flinkConfiguration;
  if (!isObject(tree)) return [];
  const problems: Problem[] = [];
  for (const field of FIELDS) if (Object.hasOwn(tree, field)) problems.push(slipped(field, `spec.${field}`));
  const { job } = tree;
  if (isObject(job)) {
    for (const field of Object.keys(job)) {
      if (Object.hasOwn(JOB_FIELDS, field)) problems.push(slipped(`job.${field}`, `spec.job.${field}`));
    }
  }
  return problems;
}

function slipped(key: string, home: string): Problem {
  return {
    path: configurationPath(key),
    message: `Flink has no option "${key}"; it is a field of the spec that stands too deep.`,
    remedy: `Move it to ${home}: give it the indentation of flinkConfiguration.`,
    // a cluster runs with it, and a program may read such a key
    severity: 'warning',
  };
}

/** `a.b: 1` beside `a: {b: 2}`: the order of the stored keys decides, not that of the file. */
export function optionWrittenTwice({ spec }: RuleInput): Problem[] {
  const tree = spec.flinkConfiguration;
  if (!isObject(tree) || !Object.values(tree).some(isObject)) return [];
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [key, given] of leaves(tree, '')) {
    const value = String(given);
    const before = seen.get(key);
    seen.set(key, value);
    if (before === undefined || before === value) continue;
    problems.push({
      path: configurationPath(key),
      message: `${key} stands here twice, once with dots and once nested: as ${before} and as ${value}.`,
      remedy: 'Keep one of the two.',
      severity: 'warning',
    });
  }
  return problems;
}

/** Every scalar with its flat key. */
function* leaves(tree: Record<string, unknown>, prefix: string): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(tree)) {
    if (isObject(value)) yield* leaves(value, `${prefix}${name}.`);
    else if (!Array.isArray(value)) yield [`${prefix}${name}`, value];
  }
}
