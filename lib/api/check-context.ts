// SPDX-License-Identifier: Apache-2.0
// What a caller of the checks knows of the world around a resource. Every member may be missing: a rule that lacks it says nothing.

import type { FlatConfiguration } from '../flink/configuration.ts';
import type { FlinkDeployment } from './flink-deployment.ts';

/** What is known of the world around a resource. */
export interface CheckContext {
  /** The operator's default configuration for the namespace and the Flink version of the resource. */
  readonly operatorDefaults?: FlatConfiguration;
  /** What the operator itself was started with; without it, what depends on it is only warned of. */
  readonly operatorConfiguration?: FlatConfiguration;
  /** Looks up a FlinkDeployment; undefined if it is not known. */
  readonly deployment?: (namespace: string, name: string) => FlinkDeployment | undefined;
  /** Whether there is such an object; to be given only by those who can be sure of a no. */
  readonly exists?: (kind: string, namespace: string, name: string) => boolean;
  /** The addresses of a host; undefined if they are not known, empty if it has none. */
  readonly addressesOf?: (host: string) => readonly string[] | undefined;
}
