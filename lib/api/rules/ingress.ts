// SPDX-License-Identifier: Apache-2.0
// Rules on the ingress: its template must give a URL once the names are put in.

import type { IngressInput } from './ingress-object.ts';
import type { Problem } from './rule.ts';

const EXAMPLE = '"flink.example.com/{{namespace}}/{{name}}"';

export function ingressTemplateMissing({ spec }: IngressInput): Problem | undefined {
  if (spec.ingress === undefined || spec.ingress.template !== undefined) return undefined;
  return {
    path: 'spec.ingress.template',
    message: 'An ingress is asked for, but not its host or path.',
    allowed: `a host and path such as ${EXAMPLE}`,
    remedy: 'Set spec.ingress.template, or remove spec.ingress.',
  };
}

export function ingressTemplateNotAUrl({ spec, name, namespace }: IngressInput): Problem | undefined {
  const template = spec.ingress?.template;
  if (template === undefined) return undefined;
  const filled = template.replace(/\{\{name\}\}/gi, () => name).replace(/\{\{namespace\}\}/gi, () => namespace);
  const problem = authorityProblem(filled);
  if (problem === undefined) return undefined;
  return {
    path: 'spec.ingress.template',
    message: `The template "${template}" gives no URL: ${problem}.`,
    allowed: `a host and path such as ${EXAMPLE}`,
    remedy: 'Correct spec.ingress.template.',
  };
}

/** Only host and port are looked at: a path may be a pattern of the ingress controller, which no URL parser would take. */
export function authorityProblem(url: string): string | undefined {
  const authority = /^(?:https?:\/\/)?([^/?#]*)/i.exec(url)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.startsWith('[') && !host.includes(']')) return `the address "${host}" has no closing bracket`;
  const port = /:([^:\]]*)$/.exec(host)?.[1];
  if (port === undefined || port === '') return undefined;
  if (!/^\d+$/.test(port)) return `the port "${port}" is not a number`;
  return undefined;
}
