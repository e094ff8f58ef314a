// SPDX-License-Identifier: Apache-2.0
// Asks the cluster that KUBECONFIG names whether it would take everything that the builders emit, and every pod that comes of it, into a
// namespace that enforces the Pod Security Standard `restricted`: server-side dry runs. Prints each refusal; exits with 1 when there is one.

import { customResourceDefinitions } from '../../lib/api/crd.ts';
import type { KubernetesObject } from '../../lib/kubernetes/objects.ts';
import { SystemClock } from '../../lib/runtime/system-clock.ts';
import { readText } from '../../lib/runtime/transport.ts';
import { connect } from '../../operator/kubernetes/connect.ts';
import { kubeconfigConfig } from '../../operator/kubernetes/kubeconfig.ts';
import { readTextFile } from '../../operator/kubernetes/node-platform.ts';
import { emitted } from '../kubernetes/restricted/emitted.ts';

const NAMESPACE = 'flinkwright-restricted';

const config = await kubeconfigConfig(process.env['KUBECONFIG'] ?? '', {
  env: process.env,
  readFile: readTextFile,
  clock: new SystemClock(),
});
const transport = connect(config);

interface Answer {
  readonly status: number;
  readonly text: string;
  /** What Kubernetes says beside its answer, such as that the pods of a Deployment will be refused. */
  readonly warning: string;
}

async function ask(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer> {
  const response = await transport.request({
    method,
    path,
    headers: { 'content-type': type },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    text: await readText(response.body),
    warning: response.headers['warning'] ?? '',
  };
}

const PLURALS: Readonly<Record<string, string>> = { Ingress: 'ingresses' };

function pathOf({ apiVersion = '', kind = '', metadata }: KubernetesObject): string {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const plural = PLURALS[kind] ?? `${kind.toLowerCase()}s`;
  const place = metadata?.namespace === undefined ? '' : `/namespaces/${metadata.namespace}`;
  return `${root}${place}/${plural}/${metadata?.name ?? ''}`;
}

const refusals: string[] = [];
function judge(title: string, { status, text, warning }: Answer): void {
  if (status >= 300) refusals.push(`${title}: ${String(status)} ${text.slice(0, 500)}`);
  if (warning !== '') refusals.push(`${title}: ${warning}`);
}

const apply = 'application/apply-patch+yaml';
for (const definition of customResourceDefinitions())
  await ask('PATCH', `${pathOf(definition)}?fieldManager=restricted&force=true`, definition, apply);
const levels = ['enforce', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']);
await ask('POST', '/api/v1/namespaces', { metadata: { name: NAMESPACE, labels: Object.fromEntries(levels) } });
const { objects, pods } = emitted(NAMESPACE);
for (const object of objects) {
  const answer = await ask('PATCH', `${pathOf(object)}?fieldManager=restricted&dryRun=All&force=true`, object, apply);
  judge(`${object.kind ?? ''} ${object.metadata?.name ?? ''}`, answer);
}
// without this the namespace might enforce nothing
const careless = { metadata: { name: 'careless' }, spec: { containers: [{ name: 'a', image: 'busybox:1' }] } };
const { status } = await ask('POST', `/api/v1/namespaces/${NAMESPACE}/pods?dryRun=All`, careless);
if (status !== 403) refusals.push(`a careless pod is not refused: ${String(status)}`);
for (const [index, { title, template }] of pods.entries()) {
  const { serviceAccount: _, serviceAccountName: __, ...spec } = template.spec ?? {};
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { ...template.metadata, name: `pod-${String(index)}` }, spec };
  judge(`Pod ${title}`, await ask('POST', `/api/v1/namespaces/${NAMESPACE}/pods?dryRun=All`, pod));
}
await ask('DELETE', `/api/v1/namespaces/${NAMESPACE}`);
await transport.close();
for (const refusal of refusals) console.log(refusal);
const asked = `${String(objects.length)} objects and ${String(pods.length)} pods`;
console.log(refusals.length === 0 ? `${asked} are taken` : `${String(refusals.length)} refusals of ${asked}`);
process.exitCode = refusals.length === 0 ? 0 : 1;
