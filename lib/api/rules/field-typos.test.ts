// SPDX-License-Identifier: Apache-2.0
// Every slip of one letter in every field of a cluster's spec is led back to the field: what is known of inventions does not get in the way.

import { expect, it } from 'vitest';
import { schemaFindings } from '../schema-findings.ts';
import { flinkDeploymentSpecSchema } from '../schemas.ts';
import {
  COMPONENT_RESOURCE_FIELDS,
  FLINK_DEPLOYMENT_FIELDS,
  INGRESS_FIELDS,
  JOB_FIELDS,
  JOB_MANAGER_FIELDS,
} from '../spec-fields.ts';

const OBJECTS: Readonly<Record<string, object>> = {
  '': FLINK_DEPLOYMENT_FIELDS,
  job: JOB_FIELDS,
  jobManager: JOB_MANAGER_FIELDS,
  'jobManager.resource': COMPONENT_RESOURCE_FIELDS,
  ingress: INGRESS_FIELDS,
};

/** One letter missing, another one, one more, two swapped, or one in the other case. */
function typos(name: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= name.length; at += 1) {
    const [before, letter, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
    const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
    for (const text of [before + after, `${before}x${after}`, `${before}e${letter}${after}`, before + other + after])
      found.add(text);
    if (after !== '') found.add(`${before}${after.charAt(0)}${letter}${after.slice(1)}`);
  }
  return [...found].filter((text) => text !== name && text !== '');
}

it('leads each slip to the field that was meant', () => {
  const missed: string[] = [];
  let all = 0;
  for (const [at, fields] of Object.entries(OBJECTS)) {
    for (const name of Object.keys(fields)) {
      for (const typo of typos(name).filter((text) => !Object.hasOwn(fields, text))) {
        const spec = [...at.split('.'), typo]
          .filter(Boolean)
          .reduceRight<unknown>((value, key) => ({ [key]: value }), 'x');
        const [finding] = schemaFindings(flinkDeploymentSpecSchema, spec, ['spec']);
        all += 1;
        if (finding?.meant?.endsWith(`.${name}`) !== true) missed.push(`${at}.${typo}: ${finding?.remedy ?? ''}`);
      }
    }
  }
  expect(all).toBeGreaterThan(1000);
  // `resourecs` is as near to `resource` as to `resources`
  expect(missed.filter((text) => !text.includes('Write "resource" instead'))).toEqual([]);
  expect(missed.length).toBeLessThan(all / 100);
});
