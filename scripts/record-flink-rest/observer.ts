// SPDX-License-Identifier: Apache-2.0
// Asks a Flink application and looks at its objects; every answer and every change goes into the recording.

import { setTimeout as wait } from 'node:timers/promises';
import type { ConfigMap, Pod } from '../../lib/kubernetes/objects.ts';
import { asObject, numberAt, objectAt, objectsAt, textAt, type Reader } from '../../operator/flink/json-reader.ts';
import { JOB, type Application } from './application.ts';
import { compact } from './compact.ts';
import type { Recording } from './recording.ts';

/** What Flink says. */
export interface Answer {
  /** HTTP status, or why there was no answer. */
  readonly status: number | string;
  readonly body: unknown;
}

/** Whether what is waited for is there; asked with every answer of `/jobs/overview`. */
export type Done = (overview: Answer) => boolean | Promise<boolean>;

export class Observer {
  readonly #application: Application;
  readonly #recording: Recording;

  constructor(application: Application, recording: Recording) {
    this.#application = application;
    this.#recording = recording;
  }

  /** An answer that is not recorded. */
  async fetch(method: string, path: string, body?: unknown): Promise<Answer> {
    try {
      const response = await fetch(this.#address() + path, {
        method,
        signal: AbortSignal.timeout(5000),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: response.status, body: compact(parsed(await response.text())) };
    } catch (error) {
      const { cause, name } = error as Error & { cause?: { code?: string } };
      return { status: cause?.code ?? name, body: null };
    }
  }

  /** A request whose answer is recorded under `label`. */
  async call(label: string, method: string, path: string, body?: unknown): Promise<Reader> {
    const answer = await this.fetch(method, path, body);
    this.#recording.add({
      label,
      call: `${method} ${path}`,
      ...(body === undefined ? {} : { request: body }),
      ...answer,
    });
    return asObject(answer.body) ?? {};
  }

  /** Starts an operation of the job and follows it to its end; returns Flink's last word on it. */
  async operate(label: string, path: string, body: unknown): Promise<Reader> {
    const id = textAt(await this.call(label, 'POST', path, body), 'request-id') ?? '';
    return this.finish(`${path.replace(/\/stop$/, '/savepoints')}/${id}`);
  }

  /** Follows the operation at `path` to its end. */
  async finish(path: string): Promise<Reader> {
    let last: Reader = {};
    await this.until(
      async () => {
        last = asObject((await this.fetch('GET', path)).body) ?? {};
        return textAt(objectAt(last, 'status') ?? {}, 'id') !== 'IN_PROGRESS';
      },
      [path],
      40,
    );
    return last;
  }

  /** Watches calls and objects until `done` says so; only changes are recorded. */
  async until(done: Done, paths: readonly string[] = [], seconds = 90): Promise<void> {
    const end = Date.now() + seconds * 1000;
    for (let round = 0; ; round++) {
      const overview = await this.fetch('GET', '/jobs/overview');
      this.#recording.change('overview', { call: 'GET /jobs/overview', ...overview });
      for (const path of paths)
        this.#recording.change(path, { call: `GET ${path}`, ...(await this.fetch('GET', path)) });
      if (round % 4 === 0) this.objects();
      if (await done(overview)) break;
      if (Date.now() > end) {
        this.#recording.add({ event: 'gave up waiting' });
        break;
      }
      await wait(200);
    }
    this.objects();
  }

  /** Records everything that can be read about the job, changed or not. */
  async readings(label: string): Promise<void> {
    const ofJob = ['', '/status', '/checkpoints', '/exceptions', '/execution-result'].map(
      (end) => `/jobs/${JOB}${end}`,
    );
    for (const path of ['/jobs/overview', '/jobs', '/config', '/overview', '/taskmanagers', ...ofJob])
      await this.call(label, 'GET', path);
    this.#recording.forgetLast();
    this.objects();
  }

  /** Whether the job has taken so many checkpoints since it was taken up. */
  readonly completed =
    (count: number): Done =>
    async () => {
      const { body } = await this.fetch('GET', `/jobs/${JOB}/checkpoints`);
      return (numberAt(objectAt(asObject(body) ?? {}, 'counts') ?? {}, 'completed') ?? 0) >= count;
    };

  /** Records that something was done, and the objects as they then are. */
  event(event: string): void {
    this.#recording.add({ event });
    this.#recording.forgetLast();
    this.objects();
  }

  /** Records ConfigMaps and pods as far as they have changed. */
  objects(): void {
    const { namespace, name } = this.#application;
    const configMaps = namespace.configMaps().filter((map) => map.metadata?.name?.startsWith(`${name}-`));
    this.#recording.change('configmaps', { event: 'configmaps', configMaps: configMaps.map(summaryOfConfigMap) });
    const pods = namespace.pods().filter((pod) => pod.metadata?.labels?.['app'] === name);
    this.#recording.change('pods', { event: 'pods', pods: pods.map(summaryOfPod) });
  }

  #address(): string {
    const { namespace, name } = this.#application;
    return `http://${namespace.addressOf(`${name}-rest`)}:8081`;
  }
}

/** The one job of the application, as `/jobs/overview` tells it. */
function jobOf({ body }: Answer): Reader | undefined {
  return objectsAt(asObject(body) ?? {}, 'jobs')[0];
}

/** There is a job, whatever its state. */
export const present: Done = (overview) => overview.status === 200 && jobOf(overview) !== undefined;

/** All tasks run. */
export const running: Done = (overview) => {
  const job = jobOf(overview) ?? {};
  const tasks = objectAt(job, 'tasks') ?? {};
  return textAt(job, 'state') === 'RUNNING' && numberAt(tasks, 'running') === numberAt(tasks, 'total');
};

/** The job is in one of these states. */
export const inState =
  (...states: readonly string[]): Done =>
  (overview) =>
    states.includes(textAt(jobOf(overview) ?? {}, 'state') ?? '');

/** So much time has passed. */
export function later(seconds: number): Done {
  const end = Date.now() + seconds * 1000;
  return () => Date.now() > end;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function summaryOfConfigMap({ metadata, data }: ConfigMap): unknown {
  const { name, labels, annotations, ownerReferences } = metadata ?? {};
  const keys = Object.entries(data ?? {}).map(([key, text]) => [
    key,
    text.length > 120 ? `<${text.length} characters>` : text,
  ]);
  return { name, labels, annotations, ownerReferences, keys: Object.fromEntries(keys) as unknown };
}

function summaryOfPod({ metadata, status }: Pod): unknown {
  const container = status?.containerStatuses?.[0];
  const { terminated, waiting } = container?.state ?? {};
  return {
    name: metadata?.name,
    labels: metadata?.labels,
    owners: metadata?.ownerReferences?.map(({ kind, name }) => `${kind}/${name}`),
    phase: status?.phase,
    ready: container?.ready,
    restarts: container?.restartCount,
    exitCode: (terminated ?? container?.lastState?.terminated)?.exitCode,
    reason: (terminated ?? waiting)?.reason,
    deleting: metadata?.deletionTimestamp !== undefined,
  };
}
