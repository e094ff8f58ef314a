// SPDX-License-Identifier: Apache-2.0
// From a cluster's configuration to a transport that speaks to it. For composition roots.

import type { ClusterConfig } from './cluster-config.ts';
import { withCredentials } from './credentials.ts';
import { undiciTransport } from './undici-transport.ts';
import type { ClosableTransport, UndiciTransportOptions } from './undici-transport.ts';

/** A transport to the cluster with its certificates and tokens. Call it a second time for lease renewals. */
export function connect(
  config: ClusterConfig,
  options: Omit<UndiciTransportOptions, 'server' | 'tls'> = {},
): ClosableTransport {
  const transport = undiciTransport({ ...options, server: config.server, tls: config.tls });
  return { ...withCredentials(transport, config.credentials), close: () => transport.close() };
}
