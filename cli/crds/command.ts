// SPDX-License-Identifier: Apache-2.0
// `flinkwright crds`: the custom resource definitions, as kubectl wants them.

import { customResourceDefinitions } from '../../lib/api/crd.ts';
import type { CustomResourceDefinition } from '../../lib/api/crd.ts';
import { definitionText } from '../../lib/api/crd-text.ts';
import { nearestName } from '../../lib/api/nearest-name.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

/** What can be said on the command line. */
export interface CrdsFlags {
  readonly output: 'yaml' | 'json';
  readonly kind?: readonly string[];
}

/** Writes the definitions, and returns the exit code. */
export function crds(flags: CrdsFlags, { stdout }: Surroundings): number {
  const all = customResourceDefinitions();
  const chosen = flags.kind === undefined ? all : all.filter(named(all, flags.kind));
  const list = { apiVersion: 'v1', kind: 'List', items: chosen };
  stdout.write(flags.output === 'json' ? `${JSON.stringify(list, null, 2)}\n` : chosen.map(definitionText).join('---\n'));
  return 0;
}

/** Kinds may be written as kubectl takes them: in any case, plural, or by their short name. */
function named(all: CustomResourceDefinition[], names: readonly string[]): (crd: CustomResourceDefinition) => boolean {
  const spellings = (crd: CustomResourceDefinition): string[] => {
    const { kind, plural, singular, shortNames } = crd.spec.names;
    return [kind, plural, singular, ...shortNames, crd.metadata.name].map((name) => name.toLowerCase());
  };
  for (const name of names) {
    if (all.some((crd) => spellings(crd).includes(name.toLowerCase()))) continue;
    const kinds = all.map((crd) => crd.spec.names.kind);
    const near = nearestName(name, kinds);
    throw new UsageError(
      `there is no kind ${name}; ${near === undefined ? `the kinds are ${kinds.join(', ')}` : `did you mean ${near}?`}`,
    );
  }
  return (crd) => names.some((name) => spellings(crd).includes(name.toLowerCase()));
}
