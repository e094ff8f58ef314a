// SPDX-License-Identifier: Apache-2.0
// Variables in texts that can have none: nothing between a file and a pod replaces them. Arguments and options are left alone, because a
// program, a shell or a log configuration may have variables of its own.

import type { Problem, RuleInput } from './rule.ts';

/** `${TAG}` and `$(TAG)`. */
const VARIABLE = /\$\{[^{}]*\}|\$\([\w.-]+\)/u;

export function placeholderLeft({ spec }: RuleInput): Problem[] | undefined {
  const { image, serviceAccount, job } = spec;
  const texts = [image, serviceAccount, job?.jarURI, job?.entryClass];
  if (!texts.some((text) => text?.includes('$') === true)) return undefined;
  return [
    ...placeholder('spec.image', image),
    ...placeholder('spec.serviceAccount', serviceAccount),
    ...placeholder('spec.job.jarURI', job?.jarURI),
    ...placeholder('spec.job.entryClass', job?.entryClass),
  ];
}

function placeholder(path: string, text: string | undefined): Problem[] {
  const variable = VARIABLE.exec(text ?? '')?.[0];
  if (variable === undefined) return [];
  return [
    {
      path,
      message: `${variable} in "${text ?? ''}" looks like a placeholder that was to be filled in; it arrives as it stands.`,
      remedy: `Fill in ${path} before the resource is applied, for example with envsubst or kustomize.`,
      severity: 'error',
    },
  ];
}
