// SPDX-License-Identifier: Apache-2.0
// What is wrong with a resource, remembered: it depends on the resource and the operator's configuration only, and a resource is decided
// on many times. What to do about it is decided elsewhere.

import { deploymentErrors, type Finding } from '../../../lib/api/validate.ts';
import type { FlatConfiguration } from '../../../lib/flink/configuration.ts';
import { operatorConfiguration } from '../../../lib/manifests/effective-configuration.ts';
import type { Log } from '../../telemetry/log.ts';
import type { StoredFlinkDeployment } from './context.ts';

/** Errors of resources; `base` is the operator's own configuration as it is now. */
export class ResourceErrors {
  #found = new WeakMap<object, readonly Finding[]>();
  #checkedWith: FlatConfiguration | undefined;
  readonly #base: () => FlatConfiguration;

  constructor(base: () => FlatConfiguration) {
    this.#base = base;
  }

  /** What refuses the resource; nothing if the checks themselves fail. */
  of(resource: StoredFlinkDeployment, log: Log): readonly Finding[] {
    const base = this.#base();
    if (base !== this.#checkedWith) this.#found = new WeakMap();
    this.#checkedWith = base;
    let found = this.#found.get(resource);
    if (found === undefined) {
      found = check(resource, base, log);
      this.#found.set(resource, found);
    }
    return found;
  }
}

function check(resource: StoredFlinkDeployment, base: FlatConfiguration, log: Log): readonly Finding[] {
  const { metadata, spec } = resource;
  try {
    return deploymentErrors(resource, operatorConfiguration(base, metadata.namespace ?? '', spec?.flinkVersion));
  } catch (error) {
    // A fault of ours in one rule must not keep the operator from recovering a job that runs.
    log.error({ error }, 'the checks of the resource failed; it is taken as it is');
    return [];
  }
}
