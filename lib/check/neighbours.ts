// SPDX-License-Identifier: Apache-2.0
// What resources of the same input say about each other: a session job's cluster, a snapshot's job, two of one name. What is not in the
// input may still be in the cluster, so that nothing is ever said to be missing.

import { posix } from 'node:path';
import type { CheckContext } from '../api/check-resource.ts';
import type { Finding } from '../api/finding.ts';
import { nearestName } from '../api/nearest-name.ts';
import { isObject } from '../runtime/json.ts';
import type { FlinkKind, Identified } from './identify.ts';

/** A resource and where it comes from. */
export interface Neighbour {
  readonly kind: FlinkKind;
  readonly resource: Identified['resource'];
  readonly file: string;
  readonly line: number;
}

/** `metadata.name` and `.namespace`, as far as they are texts. */
export function nameOf({ metadata }: Record<string, unknown>): { name?: string; namespace?: string } {
  if (!isObject(metadata)) return {};
  const { name, namespace } = metadata;
  return { ...(typeof name === 'string' ? { name } : {}), ...(typeof namespace === 'string' ? { namespace } : {}) };
}

/** All whole resources of an input; patches are not among them. */
export class Neighbours {
  readonly #all: readonly Neighbour[];
  /** By kind and name, in any namespace. */
  readonly #byName = new Map<string, Neighbour[]>();

  constructor(all: readonly Neighbour[]) {
    this.#all = all;
    for (const one of all) {
      const key = `${one.kind} ${nameOf(one.resource).name ?? ''}`;
      const same = this.#byName.get(key);
      if (same === undefined) this.#byName.set(key, [one]);
      else same.push(one);
    }
  }

  /** For `checkResource` of one of them; only what the input can answer. */
  contextOf(of: Neighbour): Pick<CheckContext, 'deployment'> {
    return { deployment: (_, name) => this.#nearest('FlinkDeployment', name, of)?.resource };
  }

  /** What is wrong with one resource in the company of the others. */
  findings(of: Neighbour): Finding[] {
    return [...this.#reference(of), ...this.#twice(of)];
  }

  #named(kind: string, namespace: string | undefined, name: string): readonly Neighbour[] {
    const same = this.#byName.get(`${kind} ${name}`) ?? [];
    return same.filter(({ resource }) => sameNamespace(nameOf(resource).namespace, namespace));
  }

  /** Files of several environments often have one name for several resources: then the one in the same file or folder is meant, or nobody knows. */
  #nearest(kind: string, name: string, { resource, file }: Neighbour): Neighbour | undefined {
    const named = this.#named(kind, nameOf(resource).namespace, name);
    if (named.length < 2) return named[0];
    const inFile = named.filter((other) => other.file === file);
    const near =
      inFile.length > 0 ? inFile : named.filter((other) => posix.dirname(other.file) === posix.dirname(file));
    return near.length === 1 ? near[0] : undefined;
  }

  /** A name that is not here, but nearly, or in another namespace: then it is likely to be that one. */
  #reference({ kind, resource }: Neighbour): Finding[] {
    const spec = isObject(resource['spec']) ? resource['spec'] : {};
    const reference = isObject(spec['jobReference']) ? spec['jobReference'] : {};
    const [path, wanted, name] =
      kind === 'FlinkSessionJob'
        ? ['spec.deploymentName', 'FlinkDeployment', spec['deploymentName']]
        : kind === 'FlinkStateSnapshot'
          ? ['spec.jobReference.name', reference['kind'], reference['name']]
          : [];
    if (path === undefined || typeof wanted !== 'string' || typeof name !== 'string') return [];
    const { namespace } = nameOf(resource);
    if (this.#named(wanted, namespace, name).length > 0) return [];
    const elsewhere = this.#byName.get(`${wanted} ${name}`)?.[0];
    if (elsewhere !== undefined) {
      const there = nameOf(elsewhere.resource).namespace ?? '';
      return [
        {
          code: 'document.nearly-neighbour',
          path,
          message: `The ${wanted} "${name}" is here in namespace ${there}, but is looked for in ${namespace ?? ''} only.`,
          remedy: `Give both one namespace; nothing is to do if there is another "${name}" in ${namespace ?? ''}.`,
          severity: 'warning',
        },
      ];
    }
    const others = this.#all.flatMap((other) => {
      const own = nameOf(other.resource);
      const isCandidate = other.kind === wanted && sameNamespace(own.namespace, namespace);
      return isCandidate && own.name !== undefined ? [own.name] : [];
    });
    const near = nearestName(name, others);
    if (near === undefined) return [];
    return [
      {
        code: 'document.nearly-neighbour',
        path,
        message: `There is no ${wanted} "${name}" here, but one called "${near}".`,
        remedy: `Write ${near}, if that one is meant; nothing is to do if "${name}" is in the cluster already.`,
        severity: 'warning',
      },
    ];
  }

  #twice(of: Neighbour): Finding[] {
    const { name, namespace } = nameOf(of.resource);
    if (name === undefined) return [];
    // Files of several environments often describe the same resource; one file does not.
    const same = this.#byName.get(`${of.kind} ${name}`) ?? [];
    const first = same.find((other) => other.file === of.file && nameOf(other.resource).namespace === namespace);
    if (first === undefined || first.resource === of.resource) return [];
    return [
      {
        code: 'document.duplicate-resource',
        path: 'metadata.name',
        message: `There is another ${of.kind} of this name in line ${first.line}; applied together, this one replaces it.`,
        remedy: 'Rename one of the two, or give them different namespaces.',
        severity: 'warning',
      },
    ];
  }
}

/** Without a namespace a resource goes wherever the one who applies it says. */
function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
