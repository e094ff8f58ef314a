// SPDX-License-Identifier: Apache-2.0
// Flink's SQL gateway beside a session: a Deployment and its Service. It talks to the session through Flink's REST API only, so it needs no
// rights, and a change of it leaves the session's jobs alone. It keeps its sessions in memory, hence one pod that is replaced, not doubled.

import { flattenConfiguration } from '../flink/configuration.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { resourceMemoryBytes } from '../flink/memory-size.ts';
import type { Container, Deployment, EnvVar, PodTemplateSpec, Service } from '../kubernetes/objects.ts';
import { restServiceName } from './cluster-names.ts';
import { overlay } from './cluster/overlay.ts';
import { securedPod } from './cluster/security.ts';
import type { SecurityProps } from './cluster/security.ts';
import type { SqlGatewayProps } from './flink-session-props.ts';
import { sizeText } from './quantities.ts';

const CONTAINER = 'sql-gateway';
const DEFAULTS = { port: 8083, cpu: 0.5, memory: '1g' } as const;
const MEBIBYTE = 2 ** 20;

/** What a gateway needs to know of its session. */
export interface GatewaySession {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Absent: the props lack it. */
  readonly image: string | undefined;
  readonly imagePullPolicy: string | undefined;
  readonly imagePullSecrets: readonly { readonly name: string }[];
  readonly configuration: FlatConfiguration;
  /** Of Flink's container, for file systems and catalogs. */
  readonly env: readonly EnvVar[];
  readonly envFrom: readonly Record<string, unknown>[];
  readonly security: SecurityProps | false;
}

/** Name of the gateway's Deployment and Service. */
export function sqlGatewayName(session: string): string {
  return `${session}-sql-gateway`;
}

/** The Deployment and the Service. */
export function sqlGateway(props: SqlGatewayProps, session: GatewaySession): [Deployment, Service] {
  const { port = DEFAULTS.port } = props;
  const selector = {
    'app.kubernetes.io/name': 'flink-sql-gateway',
    'app.kubernetes.io/instance': session.name,
  };
  const metadata = {
    name: sqlGatewayName(session.name),
    ...(session.namespace === undefined ? {} : { namespace: session.namespace }),
    labels: { ...session.labels, ...selector },
  };
  const template = overlay(podTemplate(props, session, selector), props.podTemplate);
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: selector },
        template: securedPod(template ?? {}, session.security),
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, labels: { ...metadata.labels } },
      spec: { type: 'ClusterIP', selector, ports: [{ name: 'rest', port, targetPort: 'rest' }] },
    },
  ];
}

function podTemplate(
  props: SqlGatewayProps,
  session: GatewaySession,
  selector: Readonly<Record<string, string>>,
): PodTemplateSpec {
  const { port = DEFAULTS.port, cpu = DEFAULTS.cpu, memory = DEFAULTS.memory } = props;
  const mebibytes = `${Math.ceil(resourceMemoryBytes(sizeText(memory)) / MEBIBYTE)}Mi`;
  const ready = { httpGet: { path: '/v1/info', port: 'rest' } };
  const container: Container = {
    name: CONTAINER,
    ...(session.image === undefined ? {} : { image: session.image }),
    ...(session.imagePullPolicy === undefined ? {} : { imagePullPolicy: session.imagePullPolicy }),
    args: ['sql-gateway.sh', 'start-foreground', ...dynamicProperties(props, session)],
    // Java takes a quarter of the container otherwise
    env: [{ name: 'JVM_ARGS', value: '-XX:MaxRAMPercentage=70' }, ...session.env],
    ...(session.envFrom.length === 0 ? {} : { envFrom: [...session.envFrom] }),
    ports: [{ name: 'rest', containerPort: port }],
    resources: { requests: { cpu: String(cpu), memory: mebibytes }, limits: { memory: mebibytes } },
    startupProbe: { ...ready, periodSeconds: 2, failureThreshold: 90 },
    livenessProbe: { ...ready, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    readinessProbe: { ...ready, periodSeconds: 5, timeoutSeconds: 5 },
  };
  return {
    metadata: { labels: { ...session.labels, ...selector } },
    spec: {
      automountServiceAccountToken: false,
      ...(session.imagePullSecrets.length === 0 ? {} : { imagePullSecrets: [...session.imagePullSecrets] }),
      containers: [container],
    },
  };
}

/** Keys that are about the session's own processes, or about how an operator treats it. */
const NOT_FOR_GATEWAY =
  /^(kubernetes\.|jobmanager\.|taskmanager\.|high-availability|job\.autoscaler\.|env\.|rest\.|blob\.|metrics\.|cluster\.|\$internal\.|execution\.target$)/;

/** `-Dkey=value` for everything that the gateway is told; the file that the image brings stays in place below it. */
function dynamicProperties({ port = DEFAULTS.port, config }: SqlGatewayProps, session: GatewaySession): string[] {
  const inherited = Object.entries(session.configuration).filter(([key]) => !NOT_FOR_GATEWAY.test(key));
  const own = flattenConfiguration(config);
  const fixed: Record<string, string> = {
    'execution.target': 'remote',
    'rest.address': restServiceName(session.name),
    'rest.port': session.configuration['rest.port'] ?? '8081',
    'sql-gateway.endpoint.rest.address': '0.0.0.0',
    'sql-gateway.endpoint.rest.bind-address': '0.0.0.0',
    'sql-gateway.endpoint.rest.port': String(port),
  };
  const all: Record<string, string> = { ...Object.fromEntries(inherited), ...own, ...fixed };
  return Object.keys(all)
    .sort()
    .map((key) => `-D${key}=${all[key] ?? ''}`);
}
