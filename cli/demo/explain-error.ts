// SPDX-License-Identifier: Apache-2.0
// What went wrong between the demo and a cluster, as a sentence with a remedy. Anything else is a mistake of ours and keeps its stack trace.

import { TransportError } from '../../lib/runtime/transport.ts';
import { ClusterConfigError } from '../../operator/kubernetes/cluster-config.ts';
import { isForbidden, isUnauthorized, KubeError } from '../../operator/kubernetes/kube-error.ts';
import { UsageError } from '../usage-error.ts';

export interface Explained {
  readonly message: string;
  readonly exitCode: 1 | 2;
}

/** Undefined for what cannot be explained. `server` is the address of the API server, `kubeconfig` the file that named it. */
export function explainError(error: unknown, server: string, kubeconfig: string): Explained | undefined {
  if (error instanceof UsageError || error instanceof ClusterConfigError)
    return { message: error.message, exitCode: 2 };
  if (error instanceof TransportError) {
    const message = `the API server ${server} does not answer (${error.code}); see whether the cluster runs and whether ${kubeconfig} has its address and its certificate authority`;
    return { message, exitCode: 1 };
  }
  if (isUnauthorized(error)) {
    const message = `the API server ${server} does not accept the credentials in ${kubeconfig}; renew them`;
    return { message, exitCode: 1 };
  }
  if (isForbidden(error)) {
    const message = `${refusal(error)}; the demo makes a namespace, a role and Flink clusters, and the definition of FlinkDeployment if it is missing: use a kubeconfig whose user may do that`;
    return { message, exitCode: 1 };
  }
  if (error instanceof KubeError) return { message: `the API server refused: ${error.message}`, exitCode: 1 };
  if (
    (error as { code?: unknown } | null)?.code === 'ERR_MODULE_NOT_FOUND' &&
    /'(cdk8s|constructs)'/u.test(String(error))
  )
    return { message: 'the demo needs cdk8s to synthesise its example: npm install cdk8s constructs', exitCode: 1 };
  return undefined;
}

/** The server's own words without the request. */
function refusal(error: KubeError): string {
  return error.message.slice(error.request.length + 2).replace(/^\d+ /u, '');
}
