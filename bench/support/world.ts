// SPDX-License-Identifier: Apache-2.0
// A cluster with simulated Flink in a process of its own, so that the operator beside it is measured alone. Forked by embedded-world.ts, which
// says what the messages are.

import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import type { Stored } from '../../lib/kubernetes/objects.ts';
import { SystemClock } from '../../lib/runtime/system-clock.ts';
import type { Transport } from '../../lib/runtime/transport.ts';
import { EmbeddedCluster, isWrite } from '../../lib/testing/index.ts';
import { benchApplication, NAMESPACE } from './application.ts';
import type { Asked, Counted, Moments, Transition } from './embedded-world.ts';
import { loopbackCertificate } from './loopback-certificate.ts';

/** The operator's name in the server's log: the first part of its user agent. */
const OPERATOR = 'flinkwright-operator';
/** Milliseconds: times of the rig's stand-ins for pods and Flink, where they are shorter than real ones. */
const FAST = { jobManagerStart: 2000, taskManagerStart: 1000 };
const [, , kubeconfig = ''] = process.argv;

const cluster = new EmbeddedCluster({ clock: new SystemClock(), flinkLatencies: FAST });
const { api } = cluster;
let flinkCalls = 0;
const services: Transport = {
  request: (request) => {
    flinkCalls++;
    return cluster.flink.transport().request(request);
  },
};

/** What became of an application since it was last created or changed; epoch milliseconds. */
const moments = new Map<string, { asked: number; deployment?: number; running?: number; stable?: number }>();
const stable = new Set<string>();
api.onChange(({ type, object }) => {
  const { name } = object.metadata;
  const now = Date.now();
  const own = moments.get(name);
  if (object.kind === 'Deployment' && type === 'ADDED' && own !== undefined) own.deployment ??= now;
  if (object.kind !== 'FlinkDeployment') return;
  const { status, metadata } = object as unknown as Stored<FlinkDeployment>;
  const isStable =
    type !== 'DELETED' && status?.lifecycleState === 'STABLE' && status.observedGeneration === metadata.generation;
  if (isStable) stable.add(name);
  else stable.delete(name);
  if (isStable && own !== undefined) own.stable ??= now;
});

async function until(condition: () => boolean, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within ${String(seconds)} s: ${condition.toString()}`);
    await sleep(20);
  }
}

const nameOf = (number: number): string => `app-${String(number).padStart(4, '0')}`;

function transitions(names: readonly string[]): Transition[] {
  return names.map((name) => {
    const { asked = NaN, deployment = NaN, stable: end = NaN } = moments.get(name) ?? {};
    const firstWrite = api.requests.find(
      ({ client, method, path, time }) =>
        client === OPERATOR && isWrite(method) && time >= asked && path.split(/[/?]/).includes(name),
    );
    return {
      firstWrite: ((firstWrite?.time ?? NaN) - asked) / 1000,
      deployment: (deployment - asked) / 1000,
      stable: (end - asked) / 1000,
    };
  });
}

async function ramp(count: number): Promise<Transition[]> {
  const names: string[] = [];
  for (let number = 0; number < count; number++)
    if (api.get('flinkdeployments', NAMESPACE, nameOf(number)) === undefined) names.push(nameOf(number));
  for (const name of names) {
    moments.set(name, { asked: Date.now() });
    api.apply(benchApplication(name));
    // As fast as a client that waits for each answer would.
    await sleep(1);
  }
  await until(() => stable.size >= count, 900);
  return transitions(names);
}

async function change(): Promise<Transition[]> {
  const names = [...stable];
  const nonce = Date.now();
  for (const name of names) {
    stable.delete(name);
    moments.set(name, { asked: Date.now() });
    api.edit<FlinkDeployment>('flinkdeployments', NAMESPACE, name, ({ spec }) => {
      if (spec !== undefined) spec.restartNonce = nonce;
    });
  }
  await until(() => names.every((name) => stable.has(name)), 900);
  return transitions(names);
}

async function remove(): Promise<null> {
  for (const { metadata } of api.list('flinkdeployments', NAMESPACE))
    api.delete('flinkdeployments', NAMESPACE, metadata.name);
  await until(
    () => ['flinkdeployments', 'deployments', 'pods'].every((kind) => api.list(kind, NAMESPACE).length === 0),
    300,
  );
  return null;
}

function counted(): Counted {
  const own = api.requests.filter(({ client }) => client === OPERATOR);
  return { api: own.length, apiWrites: own.filter(({ method }) => isWrite(method)).length, flink: flinkCalls };
}

function moment(): Moments {
  const own = api.requests.filter(({ client }) => client === OPERATOR);
  const first = own[0]?.time ?? NaN;
  const write = own.find(({ method }) => isWrite(method))?.time ?? NaN;
  return {
    firstRequest: first,
    firstWrite: write,
    deployment: Math.min(...[...moments.values()].map((each) => each.deployment ?? Infinity)),
  };
}

async function carryOut(asked: Asked): Promise<unknown> {
  switch (asked.do) {
    case 'create':
      moments.set(asked.name, { asked: Date.now() });
      api.apply(benchApplication(asked.name));
      return null;
    case 'ramp':
      return ramp(asked.count);
    case 'change':
      return change();
    case 'remove':
      return remove();
    case 'until-deployment':
      await until(() => [...moments.values()].some(({ deployment }) => deployment !== undefined), 30);
      return moment();
    case 'reset':
      api.requests.length = 0;
      flinkCalls = 0;
      return null;
    case 'counted':
      return counted();
  }
}

const tls = loopbackCertificate();
const { url } = await cluster.api.listen(0, { services, ...(tls === undefined ? {} : { tls }) });
api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
writeFileSync(
  kubeconfig,
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'bench',
    contexts: [{ name: 'bench', context: { cluster: 'bench', user: 'bench' } }],
    users: [{ name: 'bench', user: {} }],
    clusters: [
      {
        name: 'bench',
        cluster: {
          server: url,
          ...(tls === undefined ? {} : { 'certificate-authority-data': Buffer.from(tls.cert).toString('base64') }),
        },
      },
    ],
  }),
);
process.on('message', (asked: Asked) => {
  carryOut(asked).then(
    (answer) => process.send?.({ number: asked.number, answer }),
    (error: unknown) => process.send?.({ number: asked.number, error: String(error) }),
  );
});
process.on('disconnect', () => {
  rmSync(kubeconfig, { force: true });
  process.exit(0);
});
process.send?.({ number: 0, answer: url });
