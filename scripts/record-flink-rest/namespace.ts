// SPDX-License-Identifier: Apache-2.0
// A namespace of a real cluster, reached by kubectl: with what a Flink application needs in it, and its objects as values.

import { execFileSync } from 'node:child_process';
import type { ConfigMap, Pod } from '../../lib/kubernetes/objects.ts';

const CLAIM = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;

export class Namespace {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Makes it anew, with the service account `flink` and the volume claim `data`. */
  create(): void {
    this.remove({ wait: true });
    kubectl(['create', 'namespace', this.name]);
    this.kubectl('create', 'serviceaccount', 'flink');
    this.kubectl(...['create', 'rolebinding', 'flink', '--clusterrole=edit', `--serviceaccount=${this.name}:flink`]);
    kubectl(['-n', this.name, 'apply', '-f', '-'], CLAIM);
  }

  remove({ wait }: { wait: boolean }): void {
    kubectl(['delete', 'namespace', this.name, '--ignore-not-found', `--wait=${wait}`]);
  }

  /** Runs kubectl in this namespace and returns what it prints. */
  kubectl(...args: string[]): string {
    return kubectl(['-n', this.name, ...args]);
  }

  configMaps(): ConfigMap[] {
    return (this.#read('configmaps') as { items: ConfigMap[] }).items;
  }

  pods(): Pod[] {
    return (this.#read('pods') as { items: Pod[] }).items;
  }

  /** The address of a Service inside the cluster. */
  addressOf(service: string): string {
    return (this.#read('service', service) as { spec: { clusterIP: string } }).spec.clusterIP;
  }

  #read(...what: string[]): unknown {
    return JSON.parse(this.kubectl('get', ...what, '-o', 'json'));
  }
}

function kubectl(args: string[], input?: string): string {
  return execFileSync('kubectl', args, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1e8,
    ...(input === undefined ? {} : { input }),
  });
}
