// SPDX-License-Identifier: Apache-2.0
// Resources of which only a part is there: strategic merge patches, as kustomize lays them over a base. Their fields can be checked, but
// not what is missing from them. Nothing is merged here.

import type { Finding } from '../api/finding.ts';
import { isObject } from '../runtime/json.ts';
import type { Identified } from './identify.ts';

/** `$patch`, `$retainKeys`, `$setElementOrder/containers`, `$deleteFromPrimitiveList/args`. */
const DIRECTIVE = /^\$(patch|retainKeys|setElementOrder\/.+|deleteFromPrimitiveList\/.+)$/u;

/** A copy without what only tells the merging tool what to do; the same object if there is nothing of the kind. */
export function withoutDirectives<T>(value: T): T {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((item: unknown) => withoutDirectives(item));
    const kept = items.filter((_, index) => !isDirectiveOnly(value[index]));
    return (kept.length === value.length && kept.every((item, index) => item === value[index]) ? value : kept) as T;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([name]) => !DIRECTIVE.test(name));
  const result = Object.fromEntries(members.map(([name, member]) => [name, withoutDirectives(member)]));
  const same =
    Object.keys(value).length === members.length && members.every(([name, member]) => result[name] === member);
  return (same ? value : result) as T;
}

/** `{$patch: replace}`; an element that is to be deleted has a name and keeps its place. */
function isDirectiveOnly(item: unknown): boolean {
  return isObject(item) && '$patch' in item && Object.keys(item).length === 1;
}

/** What a whole resource would have and this one has not, in words; empty if it is no part. */
export function missingParts({ kind, resource }: Identified): string[] {
  const { spec } = resource;
  // Nothing at all changes nothing: that is no patch.
  if (!isObject(spec) || Object.keys(spec).length === 0) return [];
  if (kind === 'FlinkBlueGreenDeployment') {
    const template = isObject(spec['template']) ? spec['template']['spec'] : undefined;
    return isObject(template) ? missingFromDeployment(template, 'spec.template.spec') : [];
  }
  if (kind === 'FlinkDeployment') return missingFromDeployment(spec, 'spec');
  if (kind === 'FlinkSessionJob') {
    const { job } = spec;
    const startable = isObject(job) && ('jarURI' in job || 'entryClass' in job || 'upgradeMode' in job);
    return 'deploymentName' in spec || startable ? [] : ['spec.deploymentName', 'spec.job.jarURI'];
  }
  return [];
}

/** A beginner forgets one or two of these; who leaves out three, and the program too, wrote a patch. */
function missingFromDeployment(spec: Record<string, unknown>, at: string): string[] {
  const { job } = spec;
  if (isObject(job) && ('jarURI' in job || 'entryClass' in job)) return [];
  const config = isObject(spec['flinkConfiguration']) ? JSON.stringify(spec['flinkConfiguration']) : '';
  const missing = ['flinkVersion', 'serviceAccount', 'jobManager', 'taskManager'].filter(
    (name) => (spec[name] ?? undefined) === undefined && !config.includes(`${name.toLowerCase()}.memory`),
  );
  return missing.length >= 3 ? missing.map((name) => `${at}.${name}`) : [];
}

/**
 * Whether a finding is about something that is there, and that no base can make right. Which options there are is not: that depends on the
 * version, which may be the base's.
 */
export function holdsForAPart({ code }: Finding): boolean {
  return /^(schema|invention|configuration)\.|^pod-template\.(unknown-field|wrong-type|not-allowed)$/u.test(code);
}

/** Says that only a part was checked. */
export function partialFinding({ kind }: Identified, missing: readonly string[], certain: boolean): Finding {
  const needs = missing.length === 0 ? '' : ` A whole ${kind} would have ${missing.join(', ')} as well.`;
  return {
    code: 'document.partial',
    path: 'spec',
    message: `This is a part of a ${kind}, such as a patch of kustomize: only the names and types of its fields were checked.${needs}`,
    remedy: 'Check what it makes: kustomize build <directory> | flinkwright check -',
    severity: certain ? 'hint' : 'warning',
  };
}
