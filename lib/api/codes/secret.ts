// SPDX-License-Identifier: Apache-2.0
// The catalogue of secrets that stand in a resource.

import type { CodeInfo } from './code-info.ts';

export type SecretCode = 'secret.in-configuration' | 'secret.in-environment';

export const SECRET_CODES: Readonly<Record<SecretCode, CodeInfo>> = {
  'secret.in-configuration': {
    title: 'A secret in the configuration',
    severity: 'warning',
    why:
      'Everybody who may read the resource can read it, and so can everybody who may read ConfigMaps: the configuration of a cluster is one. ' +
      'It also stays in the status of the resource, in backups and in the repository.',
    fix:
      'Put the value into a Secret. Access keys of S3 reach Flink as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the pod template; any ' +
      'other option through a variable on the command line of the JobManager, kubernetes.jobmanager.entrypoint.args: -Dkey="$VARIABLE" ' +
      '(native mode). In TypeScript that is `secretConfig`.',
  },
  'secret.in-environment': {
    title: 'A secret in a variable of the pod template',
    severity: 'warning',
    why: 'Everybody who may read the resource, its ConfigMaps or its pods can read it.',
    fix: 'Put the value into a Secret, and refer to it: valueFrom.secretKeyRef.',
  },
};
