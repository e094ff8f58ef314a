// SPDX-License-Identifier: Apache-2.0
// The cluster as a pod sees it: the address in its environment, and the files of its service account, which the kubelet replaces
// while the pod runs.

import { ClusterConfigError } from './cluster-config.ts';
import type { ClusterConfig, ClusterConfigOptions } from './cluster-config.ts';
import { renewedToken } from './credentials.ts';
import type { TlsMaterial } from './undici-transport.ts';

const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';
/** Tokens live for an hour and are replaced long before; a minute is what client-go re-reads them after. */
const REREAD_MS = 60_000;

/** Reads the pod's service account. @throws ClusterConfigError when it is not mounted. */
export async function inClusterConfig(options: ClusterConfigOptions): Promise<ClusterConfig> {
  const { env, readFile, clock } = options;
  const host = env['KUBERNETES_SERVICE_HOST'] ?? '';
  const port = env['KUBERNETES_SERVICE_PORT'] ?? '443';
  const read = async (name: string): Promise<string> => {
    try {
      return (await readFile(`${FOLDER}/${name}`)).trim();
    } catch (cause) {
      throw new ClusterConfigError(
        `${FOLDER}/${name} cannot be read: is automountServiceAccountToken off in the pod or its service account?`,
        { cause },
      );
    }
  };
  let tls: TlsMaterial = { ca: await read('ca.crt') };
  const namespace = await read('namespace');
  const credentials = renewedToken(clock, async () => {
    const [token, ca] = await Promise.all([read('token'), read('ca.crt')]);
    // The same object as long as nothing changes: a new one means new connections are made differently.
    if (ca !== tls.ca) tls = { ca };
    return { token, validForMs: REREAD_MS };
  });
  const address = host.includes(':') ? `[${host}]` : host;
  return { server: `https://${address}:${port}`, namespace, tls: () => tls, credentials };
}
