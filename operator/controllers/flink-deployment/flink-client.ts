// SPDX-License-Identifier: Apache-2.0
// The REST client of one cluster: where its JobManager answers according to the configuration it was deployed with.

import { readOption } from '../../../lib/flink/configuration.ts';
import { flinkOptions } from '../../../lib/flink/options.ts';
import { operatorOptions } from '../../../lib/flink/operator-options.ts';
import { deployedSpec } from '../../../lib/lifecycle/predicates.ts';
import { restServiceName } from '../../../lib/manifests/cluster-names.ts';
import { observeConfiguration } from '../../../lib/manifests/effective-configuration.ts';
import { FlinkRestClient } from '../../flink/rest-client.ts';
import type { Context, StoredFlinkDeployment } from './context.ts';

/** A client for the JobManager of a resource; `timeoutMs` is `kubernetes.operator.flink.client.timeout` unless given. */
export function flinkClient(context: Context, resource: StoredFlinkDeployment, timeoutMs?: number): FlinkRestClient {
  const { base } = context.settings();
  const at = { name: resource.metadata.name, namespace: resource.metadata.namespace ?? '' };
  const spec = resource.spec ?? {};
  const deployed = deployedSpec(resource.status ?? {}) ?? spec;
  const configuration = observeConfiguration(deployed, spec, at, base);
  const scheme = readOption(configuration, flinkOptions.securitySslRestEnabled) ? 'https' : 'http';
  const port = readOption(configuration, flinkOptions.restPort);
  return new FlinkRestClient({
    transport: context.flink,
    clock: context.clock,
    origin: `${scheme}://${restServiceName(at.name)}.${at.namespace}:${String(port)}`,
    timeoutMs: timeoutMs ?? readOption(configuration, operatorOptions.flinkClientTimeout),
  });
}
