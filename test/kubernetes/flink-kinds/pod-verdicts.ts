// SPDX-License-Identifier: Apache-2.0
// Asks a real API server about random pod templates, in Deployments that are only tried: it cannot read exactly those in which a value has a
// wrong type. The in-memory server knows nothing of pods' types.

import { readText } from '../../../lib/runtime/transport.ts';
import type { Transport } from '../../../lib/runtime/transport.ts';
import { podSamples } from './random-pod-template.ts';

/** One line for each template on which the server does not agree. */
export async function comparePodVerdicts(transport: Transport, namespace: string): Promise<string[]> {
  const differences: string[] = [];
  for (const { template, wrong } of podSamples()) {
    const response = await transport.request({
      method: 'POST',
      path: `/apis/apps/v1/namespaces/${namespace}/deployments?dryRun=All`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'random' },
        spec: { selector: { matchLabels: { a: 'b' } }, template },
      }),
    });
    const answer = await readText(response.body);
    // 400: cannot be read. 422: can be, and makes no sense.
    const isRead = response.status !== 400;
    const unknown = response.headers['warning'] ?? '';
    if (isRead !== (wrong === undefined) || unknown.includes('unknown field'))
      differences.push(
        `${JSON.stringify(template)}: wrong at ${wrong ?? 'no place'}, but ${response.status} ${unknown} ${answer.slice(0, 300)}`,
      );
  }
  return differences;
}
