// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { TransportError } from '../../lib/runtime/transport.ts';
import { ClusterConfigError } from '../../operator/kubernetes/cluster-config.ts';
import { errorOfAnswer } from '../../operator/kubernetes/kube-error.ts';
import { UsageError } from '../usage-error.ts';
import { explainError } from './explain-error.ts';

const refused = (code: number, message: string): Error =>
  errorOfAnswer(code, JSON.stringify({ kind: 'Status', code, message }), 'POST /api/v1/namespaces', {});

describe('explainError', () => {
  it.each<[string, unknown, number, string]>([
    ['a wrong call', new UsageError('so not'), 2, 'so not'],
    ['a bad kubeconfig', new ClusterConfigError('k: no current-context is set'), 2, 'k: no current-context is set'],
    [
      'no server',
      new TransportError('ECONNREFUSED', 'connect', { sent: false }),
      1,
      'the API server https://c:6443 does not answer (ECONNREFUSED); see whether the cluster runs and whether /k has its address',
    ],
    ['old credentials', refused(401, 'Unauthorized'), 1, 'does not accept the credentials in /k; renew them'],
    [
      'too few rights',
      refused(403, 'namespaces is forbidden'),
      1,
      'namespaces is forbidden; the demo makes a namespace',
    ],
    [
      'any other refusal',
      refused(422, 'is invalid'),
      1,
      'the API server refused: POST /api/v1/namespaces: 422 is invalid',
    ],
    [
      'no cdk8s',
      Object.assign(new Error("Cannot find package 'cdk8s' imported from x"), { code: 'ERR_MODULE_NOT_FOUND' }),
      1,
      'npm install cdk8s constructs',
    ],
  ])('makes a sentence with a remedy of %s', (_, error, exitCode, message) => {
    const explained = explainError(error, 'https://c:6443', '/k');
    expect(explained).toMatchObject({ exitCode });
    expect(explained?.message).toContain(message);
    expect(explained?.message).not.toContain('\n');
  });

  it('leaves mistakes of its own to the stack trace', () => {
    expect(explainError(new TypeError('x is not a function'), '', '')).toBeUndefined();
  });
});
