// SPDX-License-Identifier: Apache-2.0
// The shape of the options of an operator's installation, for JavaScript users and for casts. What the options mean for each other is
// checked where the installation is built.

import { configShape } from './config-shape.ts';
import { ImagePullPolicy } from './enums.ts';
import type { OperatorInstallationOptions } from './operator/options.ts';
import { jsonObject } from './json-shape.ts';
import { flag, integer, listOf, object, oneOf, recordOf, reject, shown, text } from './props-shape.ts';
import type { Shape } from './props-shape.ts';

const DNS_LABEL = /^[a-z\d]([-a-z\d]{0,61}[a-z\d])?$/;

const dnsLabel: Shape<string> = (value, path, report) =>
  typeof value === 'string' && DNS_LABEL.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} cannot be a name`,
        'at most 63 lower-case letters, digits and -, beginning and ending with a letter or digit',
        'change it',
      );

const namespaces: Shape<string[]> = (value, path, report) =>
  Array.isArray(value) && value.length === 0
    ? reject(report, path, 'is empty', 'at least one namespace', 'leave it out to watch all namespaces')
    : listOf(dnsLabel)(value, path, report);

const jobServiceAccount: Shape<string | false> = (value, path, report) =>
  value === false ? value : dnsLabel(value, path, report);

/** What `FlinkOperator` adds to the options of an installation. */
export interface OperatorExtras {
  readonly installCrds?: boolean;
}

/** The shape of the props of `FlinkOperator`. */
export const flinkOperatorShape: Shape<OperatorInstallationOptions & OperatorExtras> = object<
  OperatorInstallationOptions & OperatorExtras
>(
  {
    image: text,
    name: dnsLabel,
    namespace: dnsLabel,
    createNamespace: flag,
    watchNamespaces: namespaces,
    serviceAccount: dnsLabel,
    jobServiceAccount,
    configuration: configShape as Shape<Record<string, string>>,
    logFiles: recordOf(text),
    resources: jsonObject,
    replicas: integer(0),
    labels: recordOf(text),
    imagePullPolicy: oneOf(Object.values(ImagePullPolicy)),
    imagePullSecrets: listOf(text),
    env: recordOf(text),
    installCrds: flag,
  },
  ['image'],
);
