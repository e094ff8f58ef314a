// SPDX-License-Identifier: Apache-2.0
// Tells what happens: decisions of the operator, changes of objects, changes of the job. It only tells; whether a step of the demo has
// succeeded is checked elsewhere, on the objects and on Flink.

import type { FlinkDeployment, FlinkDeploymentStatus } from '../../lib/api/flink-deployment.ts';
import type { KubernetesObject, Pod } from '../../lib/kubernetes/objects.ts';
import type { Action } from '../../lib/lifecycle/action.ts';
import type { Decision } from '../../lib/lifecycle/decision.ts';
import type { ReasonCode } from '../../lib/lifecycle/reason.ts';
import type { Change } from '../../operator/kubernetes/change.ts';
import type { Log, LogFields } from '../../operator/telemetry/log.ts';
import type { FlinkLook } from './flink-look.ts';
import type { JobCounter } from './place.ts';
import type { Story } from './story.ts';

const ACTIONS: Readonly<Record<Action['do'], string>> = {
  'add-finalizer': 'adds its finalizer',
  'remove-finalizer': 'removes its finalizer: the resource may go',
  deploy: 'creates the Flink cluster',
  'scale-to-zero': 'scales the JobManager to zero',
  'delete-cluster': 'deletes the Flink cluster',
  'delete-ha-data': 'deletes the high-availability metadata',
  'stop-with-savepoint': 'stops the job with a savepoint',
  cancel: 'cancels the job',
};

/** Says nothing that is news. */
const UNEVENTFUL: ReadonlySet<ReasonCode> = new Set(['NothingToDo']);

export class Narrator {
  readonly #story: Story;
  readonly #counter: JobCounter | undefined;
  readonly #acted = new Set<Action['do']>();
  readonly #found = new Set<ReasonCode>();
  #status: FlinkDeploymentStatus = {};
  #job = '';
  #restored = '';
  #checkpoint = 0;

  constructor(story: Story, counter: JobCounter | undefined) {
    this.#story = story;
    this.#counter = counter;
  }

  /** A step of the demo begins: what was told before may be told again. */
  turn(): void {
    this.#acted.clear();
    this.#found.clear();
  }

  /** An operator decides many times in the same way while it waits; each action and each finding is told once in a step. */
  decided({ action, because }: Decision): void {
    const news = because.filter(({ code }) => !UNEVENTFUL.has(code) && !this.#found.has(code));
    for (const { code } of news) this.#found.add(code);
    const reasons = news.map(({ code, message }) => `${code}: ${message}`);
    if (action !== undefined && !this.#acted.has(action.do)) {
      this.#acted.add(action.do);
      this.#story.tell('operator', ACTIONS[action.do], reasons);
    } else for (const reason of reasons) this.#story.tell('operator', reason);
  }

  /** An object came, changed or went. */
  changed({ type, object, old, initial }: Change<KubernetesObject>): void {
    if (initial) return;
    const name = `${object.kind ?? ''}/${object.metadata.name}`;
    if (type === 'add') this.#story.tellOf('kubernetes', 'created', name);
    if (type === 'delete') this.#story.tellOf('kubernetes', 'deleted', name);
    if (object.kind === 'FlinkDeployment') this.#statusChanged((object as FlinkDeployment).status ?? {});
    if (object.kind === 'Pod' && type === 'update' && isReady(object) && !isReady(old))
      this.#story.tellOf('kubernetes', 'ready', name);
  }

  /** Somebody looked at Flink. */
  looked(look: FlinkLook): void {
    if (!look.answers || look.job === undefined) {
      this.#job = '';
      this.#restored = '';
      return;
    }
    const { job, checkpoints } = look;
    const said = `${job.id} ${job.state} ${String(job.tasks.running === job.tasks.total)}`;
    if (said !== this.#job) {
      const tasks = `${String(job.tasks.running)} of ${String(job.tasks.total)} tasks running`;
      this.#story.tell('flink', `job ${job.id} ${job.state}${job.state === 'RUNNING' ? `, ${tasks}` : ''}`);
      this.#job = said;
    }
    const restored = checkpoints?.latest.restored;
    if (restored?.externalPath !== undefined && restored.externalPath !== this.#restored) {
      this.#restored = restored.externalPath;
      const kind = restored.isSavepoint ? 'savepoint' : `checkpoint ${String(restored.id)}`;
      this.#story.tell(
        'flink',
        `restored from ${kind} ${restored.externalPath}${this.#counterIn(restored.externalPath)}`,
      );
    }
    const completed = checkpoints?.latest.completed;
    if (completed !== undefined && completed.id !== this.#checkpoint) {
      this.#checkpoint = completed.id;
      const path = completed.externalPath ?? '';
      this.#story.tell('flink', `checkpoint ${String(completed.id)} completed${this.#counterIn(path)}`);
    }
  }

  /** A log whose warnings and errors become part of the story. */
  log(fields: LogFields = {}): Log {
    const tell = (more: LogFields, message: string): void => {
      const error = { ...fields, ...more }['error'];
      this.#story.tell('warning', message, error instanceof Error ? [error.message] : []);
    };
    return {
      debug: () => undefined,
      info: () => undefined,
      warn: tell,
      error: tell,
      child: (more) => this.log({ ...fields, ...more }),
    };
  }

  #counterIn(path: string): string {
    const value = this.#counter?.in(path);
    return value === undefined ? '' : ` – the job had counted to ${thousands(value)}`;
  }

  #statusChanged(status: FlinkDeploymentStatus): void {
    const before = this.#status;
    this.#status = status;
    const changes = [
      change('lifecycle', before.lifecycleState, status.lifecycleState),
      change('JobManager', before.jobManagerDeploymentStatus, status.jobManagerDeploymentStatus),
      change('job', before.jobStatus?.state, status.jobStatus?.state),
    ].filter((text) => text !== undefined);
    if (changes.length > 0) this.#story.tell('status', changes.join(', '));
    if (status.error !== undefined && status.error !== before.error)
      this.#story.tell('warning', messageOf(status.error));
  }
}

function change(what: string, before: string | undefined, now: string | undefined): string | undefined {
  if (before === now || now === undefined) return undefined;
  return before === undefined ? `${what} ${now}` : `${what} ${before} → ${now}`;
}

function isReady(object: KubernetesObject | undefined): boolean {
  const conditions = (object as Pod | undefined)?.status?.conditions ?? [];
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
}

/** `status.error` is JSON in the form of the Java operator. */
export function messageOf(error: string): string {
  try {
    return (JSON.parse(error) as { message?: string }).message ?? error;
  } catch {
    return error;
  }
}

export function thousands(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
