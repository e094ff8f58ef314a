// SPDX-License-Identifier: Apache-2.0
// Rules on the Ingress that comes of spec.ingress: what Kubernetes would refuse of its host, labels and annotations, and whether it is made.

import { operatorOptions } from '../../flink/operator-options.ts';
import { authorityProblem } from './ingress.ts';
import { annotationFindings, labelFindings } from './labels.ts';
import type { Problem, RuleInput } from './rule.ts';

const HOST = /^(?:\*\.)?[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const IP_ADDRESS = /^\d+(?:\.\d+){3}$/;

/** What the rules on an ingress look at; the parent of blue and green has one as well. */
export type IngressInput = Pick<RuleInput, 'name' | 'namespace'> & {
  readonly spec: Pick<RuleInput['spec'], 'ingress'>;
};

export function ingressHostNotAllowed({ spec, name, namespace }: IngressInput): Problem | undefined {
  const template = spec.ingress?.template;
  if (template === undefined) return undefined;
  const filled = template.replace(/\{\{name\}\}/gi, () => name).replace(/\{\{namespace\}\}/gi, () => namespace);
  // what is no address at all is V-09's
  if (authorityProblem(filled) !== undefined) return undefined;
  const host = hostOf(filled);
  if (host === '' || (HOST.test(host) && !IP_ADDRESS.test(host))) return undefined;
  const lower = host.toLowerCase();
  const placeholder = /\{\{[^{}]*\}\}/.exec(host)?.[0];
  return {
    path: 'spec.ingress.template',
    message: `"${host}" cannot be the host of an Ingress${placeholder === undefined ? '' : `: ${placeholder} is not replaced`}.`,
    allowed:
      'a DNS name in lower-case letters, perhaps with {{name}} and {{namespace}} (without blanks) in it; no IP address',
    remedy:
      HOST.test(lower) && !IP_ADDRESS.test(lower)
        ? `Write ${lower}.`
        : 'Correct spec.ingress.template; a template that begins with "/" has no host.',
  };
}

/** As the operator takes a URL apart: nothing is decoded, and a path may be a pattern. */
function hostOf(url: string): string {
  const authority = /^(?:https?:\/\/)?([^/?#]*)/i.exec(url)?.[1] ?? '';
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
}

export function ingressLabelsNotAllowed({ spec }: IngressInput): Problem[] | undefined {
  const { ingress } = spec;
  if (ingress === undefined || (ingress.labels === undefined && ingress.annotations === undefined)) return undefined;
  return [
    ...labelFindings(ingress.labels, 'spec.ingress.labels'),
    ...annotationFindings(ingress.annotations, 'spec.ingress.annotations'),
  ];
}

export function ingressNotManaged({ spec, read }: RuleInput): Problem | undefined {
  const option = operatorOptions.ingressManage;
  if (spec.ingress === undefined || read(option)) return undefined;
  return {
    path: 'spec.ingress',
    message: `The operator makes no Ingress, because ${option.key} is false.`,
    remedy: `Make the Ingress yourself, to the service <name>-rest, or set ${option.key} to true.`,
    severity: 'warning',
  };
}
