// SPDX-License-Identifier: Apache-2.0
// From the props of a Flink session to its FlinkDeployment and what stands beside it, for every front end: a cluster without a job.

import type { FlinkDeployment } from '../api/flink-deployment.ts';
import { flattenConfiguration } from '../flink/configuration.ts';
import { MAIN_CONTAINER } from './cluster-names.ts';
import { buildCluster } from './cluster/build-cluster.ts';
import type { ClusterKind } from './cluster/build-cluster.ts';
import type { Built, Identity } from './cluster/built.ts';
import type { FlinkSessionProps } from './flink-session-props.ts';
import { SESSION_RULES } from './flink-session-rules.ts';
import { flinkSessionShape } from './flink-session-shape.ts';
import { addPorts } from './session-ports.ts';
import { sqlGateway } from './sql-gateway.ts';
import type { GatewaySession } from './sql-gateway.ts';

/**
 * The FlinkDeployment of a session; its SQL gateway and further Services are among the `extras`.
 *
 * @param props what the user said; checked here, so nothing about it is taken for granted
 * @param identity name and namespace where `props.metadata` does not give them
 */
export function buildFlinkSession(props: FlinkSessionProps, identity: Identity): Built<FlinkDeployment> {
  let checked: FlinkSessionProps | undefined;
  const session: ClusterKind<FlinkSessionProps> = {
    shape: (value, path, report) => (checked = flinkSessionShape(value, path, report)),
    // without it a session that loses its JobManager loses its jobs
    isHighlyAvailable: ({ state }) => state !== undefined,
    parts: [addPorts],
    rules: SESSION_RULES,
  };
  const built = buildCluster(session, props, identity);
  const gateway = checked?.sqlGateway;
  // a session that is refused may hold anything
  const isRefused = built.findings.some(({ severity }) => severity === 'error');
  if (gateway === undefined || gateway === false || isRefused) return built;
  const objects = sqlGateway(gateway === true ? {} : gateway, gatewaySession(built.manifest, checked?.security ?? {}));
  return { ...built, extras: [...built.extras, ...objects] };
}

/** What the finished session says, so that the gateway follows the escape hatches, too. */
function gatewaySession(
  { metadata = {}, spec = {} }: FlinkDeployment,
  security: GatewaySession['security'],
): GatewaySession {
  const template = spec.jobManager?.podTemplate ?? spec.podTemplate;
  const main = template?.spec?.containers?.find(({ name }) => name === MAIN_CONTAINER);
  return {
    name: metadata.name ?? '',
    namespace: metadata.namespace,
    labels: metadata.labels ?? {},
    image: spec.image ?? main?.image,
    imagePullPolicy: spec.imagePullPolicy,
    imagePullSecrets: template?.spec?.imagePullSecrets ?? [],
    configuration: flattenConfiguration(spec.flinkConfiguration),
    env: main?.env ?? [],
    envFrom: main?.envFrom ?? [],
    security,
  };
}
