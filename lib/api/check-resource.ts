// SPDX-License-Identifier: Apache-2.0
// The one entry to all checks of a resource, whatever its kind: constructs, command line, webhook and operator ask here. A rule that needs
// something which the caller does not know says nothing.

import type { FlatConfiguration } from '../flink/configuration.ts';
import { isObject } from '../runtime/json.ts';
import type { Finding } from './finding.ts';
import type { FlinkDeployment } from './flink-deployment.ts';
import { validateFlinkDeployment } from './validate.ts';

/** What the caller knows of the world around the resource; every member may be missing. */
export interface CheckContext {
  /** The operator's default configuration for the namespace and the Flink version of the resource. */
  readonly operatorDefaults?: FlatConfiguration;
  /** Looks up a FlinkDeployment; undefined if it is not known. */
  readonly deployment?: (namespace: string, name: string) => FlinkDeployment | undefined;
  /** Whether there is such an object; to be given only by those who can be sure of a no. */
  readonly exists?: (kind: string, namespace: string, name: string) => boolean;
}

const API_VERSION = 'flink.apache.org/v1beta1';

type Check = (resource: Record<string, unknown>, context: CheckContext) => Finding[];

const CHECKS: Readonly<Record<string, Check>> = {
  FlinkDeployment: (resource, { operatorDefaults = {} }) => validateFlinkDeployment(resource, operatorDefaults),
};

/** Whether `checkResource` knows this kind; about any other it has nothing to say. */
export function isCheckedKind(apiVersion: unknown, kind: unknown): boolean {
  return apiVersion === API_VERSION && typeof kind === 'string' && Object.hasOwn(CHECKS, kind);
}

/**
 * All findings for a resource of `flink.apache.org/v1beta1`, whatever is wrong with it; none for an object of another API. It never throws.
 *
 * @param resource the whole object, as it would be sent to the API server or as it came from there
 */
export function checkResource(resource: unknown, context: CheckContext = {}): Finding[] {
  if (!isObject(resource)) return [];
  const { apiVersion, kind } = resource;
  if (apiVersion !== API_VERSION || typeof kind !== 'string' || !Object.hasOwn(CHECKS, kind)) return [];
  return CHECKS[kind]?.(resource, context) ?? [];
}
