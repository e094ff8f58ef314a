// SPDX-License-Identifier: Apache-2.0
// Where the API server is and how to speak to it: from a kubeconfig or from the pod the operator runs in. Reads environment and
// files only through its parameters, and connects to nothing.

import type { Clock } from '../../lib/runtime/clock.ts';
import type { Credentials } from './credentials.ts';
import type { RunCommand } from './exec-credential.ts';
import { inClusterConfig } from './in-cluster.ts';
import { kubeconfigConfig } from './kubeconfig.ts';
import type { TlsMaterial } from './undici-transport.ts';

/** Everything a transport needs. */
export interface ClusterConfig {
  /** `https://host:port`, perhaps with a path. */
  readonly server: string;
  /** The namespace of the pod, or of the kubeconfig's context; `default` when neither says. */
  readonly namespace: string;
  readonly tls: () => TlsMaterial;
  readonly credentials: Credentials;
}

/** Reads a file as text; rejects with an error that has the code `ENOENT` when there is none. */
export type ReadTextFile = (path: string) => Promise<string>;

export interface ClusterConfigOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: ReadTextFile;
  readonly clock: Clock;
  /** Runs the credential plugin of a kubeconfig; without it, such a kubeconfig is an error. */
  readonly run?: RunCommand;
  /** Kubeconfig file, before everything else; several as in `KUBECONFIG`. */
  readonly kubeconfig?: string;
  /** Context of the kubeconfig; its current one unless given. */
  readonly context?: string;
}

/** The cluster cannot be spoken to as configured. The message says which file and which entry. */
export class ClusterConfigError extends Error {
  override readonly name = 'ClusterConfigError';
}

/**
 * Finds the cluster, in the order that operators know from controller-runtime: the given kubeconfig, `KUBECONFIG`, the pod's
 * service account, `~/.kube/config`.
 *
 * @throws ClusterConfigError
 */
export async function loadClusterConfig(options: ClusterConfigOptions): Promise<ClusterConfig> {
  const { env } = options;
  const named = options.kubeconfig ?? env['KUBECONFIG'];
  if (named !== undefined && named !== '') return kubeconfigConfig(named, options);
  if (env['KUBERNETES_SERVICE_HOST'] !== undefined) return inClusterConfig(options);
  const home = env['HOME'];
  if (home !== undefined && home !== '') return kubeconfigConfig(`${home}/.kube/config`, options);
  throw new ClusterConfigError(
    'no cluster: not in a pod (KUBERNETES_SERVICE_HOST is not set), and neither KUBECONFIG nor HOME is set; set KUBECONFIG to a kubeconfig file',
  );
}
