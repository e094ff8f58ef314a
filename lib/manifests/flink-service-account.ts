// SPDX-License-Identifier: Apache-2.0
// A service account that several clusters share, for every front end, with the role that any of them may need. The one that a cluster gets by
// itself is made in `service-account.ts`.

import type { ServiceAccount } from '../kubernetes/objects.ts';
import type { Built, Identity } from './cluster/built.ts';
import { DEFAULT_SERVICE_ACCOUNT } from './cluster/cluster-spec.ts';
import { plainText } from './cluster/common-shapes.ts';
import { finding } from './finding.ts';
import { object, recordOf, text } from './props-shape.ts';
import type { Shape, ShapeReport } from './props-shape.ts';
import { clusterRules } from './rbac.ts';
import { resourceName } from './resource-metadata.ts';
import { serviceAccountObjects } from './service-account.ts';

/** What is said about a service account for Flink. */
export interface FlinkServiceAccountProps {
  /**
   * Name of the service account and its role; the binding's ends in `-role-binding`.
   * @default 'flink'
   */
  readonly name?: string;
  /**
   * Where it is used.
   * @default - the chart's namespace
   */
  readonly namespace?: string;
  /**
   * Labels of the account, the role and the binding.
   * @default - the chart's labels
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the account, by which clouds give it an identity.
   * @default - none
   * @example { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/flink' }
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

const shape: Shape<FlinkServiceAccountProps> = object<FlinkServiceAccountProps>({
  name: resourceName,
  namespace: text,
  labels: recordOf(plainText),
  annotations: recordOf(plainText),
});

/** The ServiceAccount; its Role and RoleBinding are the `extras`. */
export function buildFlinkServiceAccount(
  props: FlinkServiceAccountProps,
  identity: Omit<Identity, 'name'>,
): Built<ServiceAccount> {
  const { findings, rejected }: ShapeReport = { findings: [], rejected: new Set() };
  const {
    name = DEFAULT_SERVICE_ACCOUNT,
    namespace,
    labels,
    annotations,
  } = shape(props ?? {}, '', { findings, rejected }) ?? {};
  const place = namespace ?? identity.namespace;
  if (place === undefined)
    findings.push(
      finding(
        'props.missing',
        'namespace',
        'is missing, and the chart has none either',
        'give one here or to the chart',
      ),
    );
  const [manifest, ...extras] = serviceAccountObjects({
    name,
    namespace: place ?? '',
    labels: { ...identity.labels, ...labels },
    ...(annotations === undefined ? {} : { annotations }),
    // it does not know its clusters, so it allows what any of them may need
    rules: clusterRules({ mode: 'native', kubernetesHighAvailability: true, hostNetwork: true }),
  });
  return { manifest: manifest as ServiceAccount, extras, findings };
}
