// SPDX-License-Identifier: Apache-2.0
// The Ingress to a cluster's web interface, by `spec.ingress`. Whether Ingresses are managed at all (`kubernetes.operator.ingress.manage`)
// is decided by the caller.

import type { IngressSpec } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { readOption } from '../flink/configuration.ts';
import { flinkOptions } from '../flink/options.ts';
import type { Ingress } from '../kubernetes/objects.ts';
import { ClusterError } from './cluster-error.ts';
import { COMPONENTS, LABELS, restServiceName } from './cluster-names.ts';

/** The owner of an Ingress: a FlinkDeployment. */
export interface IngressOwner {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
}

/** Where an Ingress answers; a missing part means any. */
export interface IngressAddress {
  readonly host?: string;
  readonly path?: string;
}

/**
 * Ingress `<name>` to the REST Service. Throws `ClusterError` when `spec.ingress.template` is no address.
 * @param configuration the effective configuration, for `rest.port`
 */
export function ingress(spec: IngressSpec, owner: IngressOwner, configuration: FlatConfiguration): Ingress {
  const { name, namespace, uid } = owner;
  const { host, path } = ingressAddress(spec.template ?? '', owner);
  const backend = {
    service: { name: restServiceName(name), port: { number: readOption(configuration, flinkOptions.restPort) } },
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      labels: { ...spec.labels, [LABELS.component]: COMPONENTS.ingress },
      ...(spec.annotations === undefined ? {} : { annotations: spec.annotations }),
      ownerReferences: [
        {
          apiVersion: 'flink.apache.org/v1beta1',
          kind: 'FlinkDeployment',
          name,
          uid,
          blockOwnerDeletion: true,
          controller: true,
        },
      ],
    },
    spec: {
      ...(spec.className === undefined ? {} : { ingressClassName: spec.className }),
      ...(spec.tls === undefined || spec.tls.length === 0 ? {} : { tls: spec.tls }),
      rules: [
        {
          ...(host === undefined ? {} : { host }),
          http: {
            paths: [{ ...(path === undefined ? {} : { path }), pathType: 'ImplementationSpecific', backend }],
          },
        },
      ],
    },
  };
}

/**
 * Host and path of `template` with `{{name}}` and `{{namespace}}` (in any case) filled in. Nothing is encoded or normalised: the path may
 * be a regular expression. User, port, query and fragment are dropped.
 */
export function ingressAddress(
  template: string,
  at: { readonly name: string; readonly namespace: string },
): IngressAddress {
  if (template.trim() === '') throw wrong(template, 'must not be empty');
  const text = template
    .replaceAll(/\{\{name\}\}/giu, () => at.name)
    .replaceAll(/\{\{namespace\}\}/giu, () => at.namespace)
    .replace(/^https?:\/\//iu, '');
  const [beforeQuery = ''] = text.split(/[?#]/u, 1);
  const slash = beforeQuery.indexOf('/');
  const authority = slash < 0 ? beforeQuery : beforeQuery.slice(0, slash);
  const path = slash < 0 ? '' : beforeQuery.slice(slash);
  const host = hostOf(authority.slice(authority.lastIndexOf('@') + 1), template);
  return { ...(host === '' ? {} : { host }), ...(path.trim() === '' ? {} : { path }) };
}

function hostOf(authority: string, template: string): string {
  const match = /^(?<host>\[[^\]]*\]|[^:\s]*)(?::(?<port>\d*))?$/u.exec(authority);
  if (match === null) throw wrong(template, `"${authority}" is not a host with an optional port`);
  if (Number(match.groups?.['port'] ?? 0) > 65_535) throw wrong(template, `${match.groups?.['port']} is not a port`);
  return match.groups?.['host'] ?? '';
}

function wrong(template: string, why: string): ClusterError {
  return new ClusterError(
    'spec.ingress.template',
    `${JSON.stringify(template)} ${why}; write host and path, such as "{{name}}.{{namespace}}.example.com" or "/{{namespace}}/{{name}}(/|$)(.*)"`,
  );
}
