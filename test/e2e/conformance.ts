// SPDX-License-Identifier: Apache-2.0
// Runs the conformance scripts of the in-memory API server against the real one that KUBECONFIG names, in a namespace of its own, and asks both
// about the same random Flink resources, and the real one about random pods. Prints each difference; exits with 1 when there is one.

import { customResourceDefinitions } from '../../lib/api/crd.ts';
import { SystemClock } from '../../lib/runtime/system-clock.ts';
import { readText } from '../../lib/runtime/transport.ts';
import { InMemoryApiServer } from '../../lib/testing/api-server/server.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { runConformance } from '../kubernetes/conformance.ts';
import { comparePodVerdicts } from '../kubernetes/flink-kinds/pod-verdicts.ts';
import { compareTwins } from '../kubernetes/flink-kinds/twins.ts';
import { connect } from '../../operator/kubernetes/connect.ts';
import { kubeconfigConfig } from '../../operator/kubernetes/kubeconfig.ts';
import { readTextFile } from '../../operator/kubernetes/node-platform.ts';

const NAMESPACE = 'flinkwright-conformance';

const config = await kubeconfigConfig(process.env['KUBECONFIG'] ?? '', {
  env: process.env,
  readFile: readTextFile,
  clock: new SystemClock(),
});
const transport = connect(config);

async function ask(method: string, path: string, body?: unknown): Promise<number> {
  const response = await transport.request({
    method,
    path,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await readText(response.body);
  return response.status;
}

await ask('POST', '/api/v1/namespaces', { metadata: { name: NAMESPACE } });
const differences = await runConformance(transport, NAMESPACE);
const twin = new InMemoryApiServer({ clock: new SystemClock(), random: new SeededRandom(), namespaces: [NAMESPACE] });
for (const definition of customResourceDefinitions()) twin.apply(definition);
differences.push(...(await compareTwins(transport, twin.transport('conformance'), NAMESPACE)));
differences.push(...(await comparePodVerdicts(transport, NAMESPACE)));
await ask('DELETE', `/api/v1/namespaces/${NAMESPACE}`);
await transport.close();
for (const difference of differences) console.log(difference);
console.log(differences.length === 0 ? 'no differences' : `${differences.length} differences`);
process.exitCode = differences.length === 0 ? 0 : 1;
