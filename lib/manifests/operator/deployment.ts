// SPDX-License-Identifier: Apache-2.0
// The operator's Deployment: one container that may do nothing on its node. How the process starts is the image's business.

import { createHash } from 'node:crypto';
import { readOption } from '../../flink/configuration.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { parseQuantity } from '../../flink/quantity.ts';
import type { Container, Deployment, EnvVar } from '../../kubernetes/objects.ts';
import { OPERATOR_CONFIG_MAP, operatorConfigMap } from './config-map.ts';
import { installationLabels, selectorLabels } from './options.ts';
import type { OperatorInstallation } from './options.ts';

const CONF_DIR = '/opt/flink/conf';
const USER = 65_532;
const MEBIBYTE = 2 ** 20;
/** The rest is for buffers, code and stacks. */
const HEAP_SHARE = 0.75;

/** Deployment `<name>`. */
export function operatorDeployment(installation: OperatorInstallation): Deployment {
  const { name, namespace, replicas, serviceAccount, imagePullSecrets } = installation;
  const labels = installationLabels(installation);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      // Two operators at once would both act, unless they elect a leader.
      strategy: { type: 'Recreate' },
      selector: { matchLabels: selectorLabels(installation) },
      template: {
        metadata: {
          labels,
          annotations: { 'kubectl.kubernetes.io/default-container': name, ...configurationChecksum(installation) },
        },
        spec: {
          serviceAccountName: serviceAccount,
          terminationGracePeriodSeconds: 30,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: USER,
            runAsGroup: USER,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          ...(imagePullSecrets.length === 0
            ? {}
            : { imagePullSecrets: imagePullSecrets.map((secret) => ({ name: secret })) }),
          containers: [container(installation)],
          volumes: [
            { name: 'flink-operator-config-volume', configMap: { name: OPERATOR_CONFIG_MAP } },
            { name: 'tmp', emptyDir: {} },
          ],
        },
      },
    },
  };
}

function container(installation: OperatorInstallation): Container {
  const probe = (path: string): Record<string, unknown> => ({ httpGet: { path, port: 'health-port' } });
  const healthy = probesAreOn(installation);
  return {
    name: installation.name,
    image: installation.image,
    imagePullPolicy: installation.imagePullPolicy,
    env: environment(installation),
    ...(healthy
      ? {
          ports: [{ name: 'health-port', containerPort: healthPort(installation) }],
          startupProbe: { ...probe('/healthz'), periodSeconds: 2, failureThreshold: 60 },
          livenessProbe: { ...probe('/healthz'), periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 },
          readinessProbe: { ...probe('/readyz'), periodSeconds: 5, timeoutSeconds: 3 },
        }
      : {}),
    resources: installation.resources,
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [
      { name: 'flink-operator-config-volume', mountPath: CONF_DIR, readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

function environment(installation: OperatorInstallation): EnvVar[] {
  const field = (name: string, fieldPath: string): EnvVar => ({ name, valueFrom: { fieldRef: { fieldPath } } });
  const heap = heapMebibytes(installation);
  const ours: EnvVar[] = [
    { name: 'FLINK_CONF_DIR', value: CONF_DIR },
    ...(installation.watchNamespaces.length === 0
      ? []
      : [{ name: 'WATCH_NAMESPACES', value: installation.watchNamespaces.join(',') }]),
    field('OPERATOR_NAMESPACE', 'metadata.namespace'),
    { name: 'OPERATOR_NAME', value: installation.name },
    field('HOSTNAME', 'metadata.name'),
    ...(heap === undefined ? [] : [{ name: 'NODE_OPTIONS', value: `--max-old-space-size=${heap}` }]),
  ];
  const given = Object.entries(installation.env).map(([name, value]) => ({ name, value }));
  return [...ours.filter(({ name }) => installation.env[name] === undefined), ...given];
}

/** Node does not see a container's limit when it chooses the size of its heap; without this it is killed instead of collecting garbage. */
function heapMebibytes({ resources }: OperatorInstallation): number | undefined {
  const limit = resources.limits?.['memory'];
  return limit === undefined ? undefined : Math.floor((parseQuantity(limit) * HEAP_SHARE) / MEBIBYTE);
}

function probesAreOn({ configuration }: OperatorInstallation): boolean {
  return readOption(configuration, operatorOptions.healthProbeEnabled);
}

function healthPort({ configuration }: OperatorInstallation): number {
  return readOption(configuration, operatorOptions.healthProbePort);
}

/** An operator that does not read its configuration again must be replaced when that changes. */
function configurationChecksum(installation: OperatorInstallation): Record<string, string> {
  if (readOption(installation.configuration, operatorOptions.dynamicConfigEnabled)) return {};
  const text = JSON.stringify(operatorConfigMap(installation).data);
  return { 'checksum/config': createHash('sha256').update(text).digest('hex') };
}
