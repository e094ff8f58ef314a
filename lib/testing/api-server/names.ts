// SPDX-License-Identifier: Apache-2.0
// What names may look like, and how `generateName` is completed.

import type { Random } from '../../runtime/random.ts';
import type { FieldError } from './api-error.ts';
import type { ResourceType } from './resource-type.ts';
import { qualifiedResource } from './api-error.ts';

/** Vowels and look-alikes are left out by Kubernetes, so that no words come up. */
const SUFFIX_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;
const LONGEST_GENERATED_BASE = 63 - SUFFIX_LENGTH;

const SUBDOMAIN = '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const LABEL_VALUE = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

interface Rule {
  readonly pattern: RegExp;
  readonly longest: number;
  readonly message: string;
}

const SUBDOMAIN_RULE: Rule = {
  pattern: new RegExp(`^${SUBDOMAIN}$`),
  longest: 253,
  message:
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an " +
    `alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
};

const LABEL_RULE: Rule = {
  pattern: new RegExp(`^${LABEL}$`),
  longest: 63,
  message:
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an " +
    `alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
};

const SERVICE_RULE: Rule = {
  pattern: new RegExp(`^${DNS_1035}$`),
  longest: 63,
  message:
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an " +
    `alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${DNS_1035}')`,
};

/** Names of RBAC objects and of events are path segments: anything but what would break a URL. */
const PATH_SEGMENT_RULE: Rule = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  longest: Number.POSITIVE_INFINITY,
  message: "may not be '.', '..' or contain '/' or '%'",
};

function ruleFor(type: ResourceType): Rule {
  const resource = qualifiedResource(type);
  if (type.group === 'rbac.authorization.k8s.io' || resource === 'events') return PATH_SEGMENT_RULE;
  if (resource === 'namespaces') return LABEL_RULE;
  if (resource === 'services') return SERVICE_RULE;
  return SUBDOMAIN_RULE;
}

/** What is wrong with an object's name; empty when nothing is. */
export function validateName(type: ResourceType, name: string): FieldError[] {
  const rule = ruleFor(type);
  const errors: FieldError[] = [];
  const add = (why: string): number =>
    errors.push({
      reason: 'FieldValueInvalid',
      field: 'metadata.name',
      message: `Invalid value: ${JSON.stringify(name)}: ${why}`,
    });
  if (name.length > rule.longest) add(`must be no more than ${rule.longest} characters`);
  if (!rule.pattern.test(name)) add(rule.message);
  return errors;
}

const LABEL_PATTERN = new RegExp(`^${LABEL_VALUE}$`);

/** What is wrong with labels; only the form of keys and values. */
export function validateLabels(labels: Record<string, unknown> | undefined): FieldError[] {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(labels ?? {})) {
    const slash = key.indexOf('/');
    const name = key.slice(slash + 1);
    if (
      !LABEL_PATTERN.test(name) ||
      name.length > 63 ||
      (slash >= 0 && !SUBDOMAIN_RULE.pattern.test(key.slice(0, slash)))
    ) {
      errors.push(
        badLabel(
          key,
          "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
        ),
      );
    }
    if (typeof value !== 'string') continue;
    if (value.length > 63) errors.push(badLabel(value, 'must be no more than 63 characters'));
    if (value !== '' && !LABEL_PATTERN.test(value)) {
      errors.push(
        badLabel(
          value,
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
        ),
      );
    }
  }
  return errors;
}

function badLabel(what: string, why: string): FieldError {
  return {
    reason: 'FieldValueInvalid',
    field: 'metadata.labels',
    message: `Invalid value: ${JSON.stringify(what)}: ${why}`,
  };
}

/** `base` and five letters, as the server completes `generateName`. */
export function generatedName(base: string, random: Random): string {
  let name = base.slice(0, LONGEST_GENERATED_BASE);
  for (let count = 0; count < SUFFIX_LENGTH; count++)
    name += SUFFIX_LETTERS.charAt(Math.floor(random.next() * SUFFIX_LETTERS.length));
  return name;
}
