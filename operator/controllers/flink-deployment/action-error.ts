// SPDX-License-Identifier: Apache-2.0
// Why an action failed, for the status: what failed in the world is told apart from what nobody can carry out.

import { ValueError } from '../../../lib/flink/value-error.ts';
import type { ActionFailure } from '../../../lib/lifecycle/observation.ts';
import { ClusterError } from '../../../lib/manifests/cluster-error.ts';
import { FlinkHttpError } from '../../flink/errors.ts';
import { KubeError } from '../../kubernetes/kube-error.ts';

/** An action that cannot go on as things are. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly type: string;

  constructor(message: string, options: { type?: string } = {}) {
    super(message);
    this.type = options.type ?? 'Reconciliation';
  }
}

/** The class names are those that readers of the Java operator's errors know for the same situations. */
export function actionFailure(error: unknown): ActionFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof KubeError)
    return {
      kind: 'retry',
      type: 'io.fabric8.kubernetes.client.KubernetesClientException',
      message,
      httpStatus: error.code,
    };
  if (error instanceof FlinkHttpError)
    return {
      kind: error.status < 500 ? 'refused' : 'retry',
      type: 'org.apache.flink.runtime.rest.util.RestClientException',
      message,
      httpStatus: error.status,
    };
  if (error instanceof ClusterError || error instanceof ValueError)
    return { kind: 'retry', type: 'org.apache.flink.configuration.IllegalConfigurationException', message };
  return { kind: 'retry', type: 'java.io.IOException', message };
}
