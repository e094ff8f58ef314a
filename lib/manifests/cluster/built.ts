// SPDX-License-Identifier: Apache-2.0
// What every builder of a resource takes and gives, whatever the kind. No mistake is thrown: what is wrong comes back as findings about
// props, next to the best manifest that could be made of the rest.

import type { Finding } from '../../api/finding.ts';
import type { KubernetesObject } from '../../kubernetes/objects.ts';

/** A manifest and what is to be said about the props it was made from. It may be applied if no finding is an error. */
export interface Built<T> {
  /** The best that could be made of the props. */
  manifest: T;
  /** Objects that belong to it and are applied before it: ConfigMaps with the files of the props, claims. */
  extras: KubernetesObject[];
  /** Mistakes and warnings, with paths in terms of the props. */
  findings: Finding[];
}

/** The name of a resource and where it lives, as the front end knows it. */
export interface Identity {
  readonly name: string;
  /** Absent: wherever the manifest is applied. */
  readonly namespace?: string;
  /** Laid below `metadata.labels`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Default configuration of the operator that will serve the resource, as far as it is known; rules are checked against it. */
  readonly operatorDefaults?: Readonly<Record<string, string>>;
}
