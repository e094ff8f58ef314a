// SPDX-License-Identifier: Apache-2.0
// The one entry to all checks of a resource, whatever its kind: constructs, command line, webhook and operator ask here. What is particular to
// a kind stands in the file of its check.

import { isObject } from '../runtime/json.ts';
import { checkBlueGreen } from './check-blue-green.ts';
import type { CheckContext } from './check-context.ts';
import { checkSessionJob } from './check-session-job.ts';
import { checkStateSnapshot } from './check-state-snapshot.ts';
import type { Finding } from './finding.ts';
import { checkEnvelope, isCanary } from './envelope.ts';
import { validateFlinkDeployment } from './validate.ts';
import { elsewhere } from './well-formed.ts';

export type { CheckContext } from './check-context.ts';

const API_VERSION = 'flink.apache.org/v1beta1';

type Check = (resource: Record<string, unknown>, context: CheckContext) => Finding[];

const CHECKS: Readonly<Record<string, Check>> = {
  FlinkDeployment: (resource, { operatorDefaults = {} }) => validateFlinkDeployment(resource, operatorDefaults),
  FlinkSessionJob: checkSessionJob,
  FlinkStateSnapshot: checkStateSnapshot,
  FlinkBlueGreenDeployment: checkBlueGreen,
};

/**
 * All findings for a resource of `flink.apache.org/v1beta1`, whatever is wrong with it; none for an object of another API. It never throws.
 *
 * @param resource the whole object, as it would be sent to the API server or as it came from there
 */
export function checkResource(resource: unknown, context: CheckContext = {}): Finding[] {
  if (!isObject(resource)) return [];
  const { apiVersion, kind } = resource;
  if (apiVersion !== API_VERSION || typeof kind !== 'string' || !Object.hasOwn(CHECKS, kind)) return [];
  const { findings, sent } = checkEnvelope(resource, kind);
  // A canary is never deployed: it shows that the operator is alive, and may have no spec at all.
  if (isCanary(sent)) return findings;
  const found = CHECKS[kind]?.(sent, context) ?? [];
  if (findings.length === 0) return found;
  // a name of a wrong type is not missing as well
  const malformed = findings.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  return [...findings, ...elsewhere(found, malformed)];
}
