// SPDX-License-Identifier: Apache-2.0
// One Flink application in native mode, deployed by Flink's own command line, and what is done to it from outside. Watching it is
// observer.ts.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Namespace } from './namespace.ts';
import type { Recording } from './recording.ts';

/** The id that every job gets. */
export const JOB = '7c1e9a40b5d24f0f8a6b3d2e1f904c57';

const JAR = 'local:///opt/flink/examples/streaming/StateMachineExample.jar';
/** Arguments of the job: events a second. */
const RATE = ['--rate', '1000'];

const POD_TEMPLATE = (probe: boolean): string => `apiVersion: v1
kind: Pod
metadata: { name: template }
spec:
  containers:
    - name: flink-main-container
      volumeMounts: [{ name: data, mountPath: /data }]
${probe ? '      startupProbe: { httpGet: { path: /config, port: rest }, failureThreshold: 2147483647, periodSeconds: 1 }\n' : ''}  volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
`;

interface Settings {
  /** Flink's command line. */
  readonly command: string;
  /** Flink's version, e.g. `1.20`. */
  readonly version: string;
  readonly namespace: Namespace;
  /** Also the cluster id. */
  readonly name: string;
  readonly recording: Recording;
  /** Directory for pod templates. */
  readonly work: string;
}

export class Application {
  readonly name: string;
  readonly namespace: Namespace;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.name = settings.name;
    this.namespace = settings.namespace;
    this.#settings = settings;
  }

  /**
   * Deploys it.
   *
   * @param more options over the usual ones
   * @param flags of the command line, e.g. `-s` with a savepoint
   * @param args of the job
   */
  deploy(more: Record<string, string> = {}, flags: readonly string[] = [], args: readonly string[] = RATE): void {
    const { command, version, recording } = this.#settings;
    const configuration = { ...this.#configuration(), ...more };
    const options = Object.entries(configuration).map(([key, value]) => `-D${key}=${value}`);
    const run = version.startsWith('1.') ? 'run-application' : 'run';
    const line = [version, run, '-t', 'kubernetes-application', ...options, ...flags, JAR, ...args];
    execFileSync(command, line, { encoding: 'utf8', stdio: 'pipe' });
    recording.add({ event: 'deployed', configuration, arguments: [...flags, ...args] });
  }

  /** Deploys it once more: its first result is stored under another path, and does not keep it from running. */
  deployAgain(flags: readonly string[] = [], args: readonly string[] = RATE): void {
    this.deploy({ 'job-result-store.storage-path': `file:///data/ha/jrs/${this.name}-2` }, flags, args);
  }

  /** Deletes the Deployment; what high availability holds stays. */
  remove(): void {
    this.namespace.kubectl('delete', 'deployment', this.name, '--cascade=foreground', '--ignore-not-found');
  }

  /** Deletes all of it. */
  forget(): void {
    this.remove();
    this.namespace.kubectl('delete', 'configmap', '-l', `app=${this.name}`, '--ignore-not-found');
  }

  /** As an operator does before it deploys again: the job graph goes, checkpoints and counter stay. */
  removeJobGraph(): void {
    const map = `${this.name}-cluster-config-map`;
    const found = this.namespace.configMaps().find(({ metadata }) => metadata?.name === map);
    for (const key of Object.keys(found?.data ?? {}).filter((name) => /^(jobGraph|executionPlan)-/.test(name))) {
      const patch = JSON.stringify([{ op: 'remove', path: `/data/${key}` }]);
      this.namespace.kubectl('patch', 'configmap', map, '--type=json', '-p', patch);
    }
  }

  killJobManager(): void {
    this.#settings.recording.add({ event: 'JobManager killed' });
    this.namespace.kubectl('delete', 'pod', '-l', this.#jobManager, '--grace-period=0', '--force');
  }

  stopJobManager(): void {
    this.#settings.recording.add({ event: 'JobManager deleted with grace' });
    this.namespace.kubectl('delete', 'pod', '-l', this.#jobManager, '--wait=false');
  }

  /** The end of the JobManager's log; empty if its pod is gone. */
  log(): string {
    try {
      return this.namespace.kubectl('logs', '-l', this.#jobManager, '--tail=400');
    } catch {
      return '';
    }
  }

  get #jobManager(): string {
    return `app=${this.name},component=jobmanager`;
  }

  #configuration(): Record<string, string> {
    const { version, namespace, name } = this.#settings;
    return {
      'kubernetes.cluster-id': name,
      'kubernetes.namespace': namespace.name,
      'kubernetes.container.image.ref': `flink:${version}`,
      'kubernetes.service-account': 'flink',
      'kubernetes.rest-service.exposed.type': 'ClusterIP',
      'kubernetes.pod-template-file.jobmanager': this.#template('jm.yaml', true),
      'kubernetes.pod-template-file.taskmanager': this.#template('tm.yaml', false),
      'jobmanager.memory.process.size': '1024m',
      'taskmanager.memory.process.size': '1024m',
      'taskmanager.numberOfTaskSlots': '1',
      'parallelism.default': '2',
      'execution.checkpointing.interval': '5s',
      'state.checkpoints.dir': 'file:///data/checkpoints',
      'high-availability.type': 'kubernetes',
      'high-availability.storageDir': 'file:///data/ha',
      'execution.shutdown-on-application-finish': 'false',
      'execution.submit-failed-job-on-application-error': 'true',
      'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
      'job-result-store.delete-on-commit': 'false',
      'job-result-store.storage-path': `file:///data/ha/job-result-store/${name}/${name}`,
      'pipeline.name': `${name}-job`,
      '$internal.pipeline.job-id': JOB,
      'kubernetes.jobmanager.cpu.limit-factor': '2',
      'kubernetes.taskmanager.cpu.limit-factor': '2',
      'web.cancel.enable': 'false',
    };
  }

  #template(file: string, probe: boolean): string {
    const path = join(this.#settings.work, file);
    writeFileSync(path, POD_TEMPLATE(probe));
    return path;
  }
}
