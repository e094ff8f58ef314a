// SPDX-License-Identifier: Apache-2.0
// The namespace of the operator.

import type { Namespace } from '../../kubernetes/objects.ts';
import { installationLabels } from './options.ts';
import type { OperatorInstallation } from './options.ts';

/** The Namespace, for installations that bring it along. */
export function operatorNamespace(installation: OperatorInstallation): Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: installation.namespace, labels: installationLabels(installation) },
  };
}
