// SPDX-License-Identifier: Apache-2.0
// The words in which a conformance script is written: ask and compare, watch until something is seen.

import { readText } from '../../../lib/runtime/transport.ts';
import type { Transport } from '../../../lib/runtime/transport.ts';
import type { Condition, ContainerStatus, PodTemplateSpec } from '../../../lib/kubernetes/objects.ts';
import type { StatusCause } from '../../../lib/testing/api-server/api-error.ts';
import { differences } from './expectation.ts';

/** A named sequence of requests with what is expected of each. */
export interface Script {
  readonly name: string;
  run(talk: Conversation): Promise<void>;
}

/** An object of any kind, a list or a Status: the members that scripts go on with. An answer may be otherwise; its comparison then says so. */
export interface Seen {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
    readonly continue?: string;
  };
  readonly items: readonly Seen[];
  readonly details: { readonly causes: readonly StatusCause[] };
  readonly spec: { readonly clusterIP?: string; readonly template?: PodTemplateSpec };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly unavailableReplicas?: number;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

/** A line of a watch. */
export interface SeenEvent {
  readonly type: string;
  readonly object: Seen;
}

export interface Asked {
  readonly code: number;
  readonly body: Seen;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Question {
  readonly body?: unknown;
  /** Sent as it is instead of `body`. */
  readonly text?: string;
  /** Default `application/json`. */
  readonly type?: string;
}

/** Seconds after which a server ends a watch in which the awaited event has not come. */
const PATIENCE_SECONDS = 30;

export class Conversation {
  readonly namespace: string;
  readonly differences: string[] = [];
  readonly #transport: Transport;

  constructor(transport: Transport, namespace: string) {
    this.#transport = transport;
    this.namespace = namespace;
  }

  /** `/api/v1/namespaces/<ns>/<rest>` */
  core(rest: string): string {
    return `/api/v1/namespaces/${this.namespace}/${rest}`;
  }

  /** `/apis/<groupVersion>/namespaces/<ns>/<rest>` */
  group(groupVersion: string, rest: string): string {
    return `/apis/${groupVersion}/namespaces/${this.namespace}/${rest}`;
  }

  /** Sends a request and compares its answer; a body that is expected may leave members out. */
  async expect(code: number, method: string, path: string, question: Question = {}, body?: unknown): Promise<Asked> {
    const answer = await this.ask(method, path, question);
    const where =
      `${method} ${path} ${question.text ?? (question.body === undefined ? '' : JSON.stringify(question.body))}`
        .trim()
        .slice(0, 300);
    if (answer.code !== code)
      this.differences.push(
        `${where}: status ${answer.code} instead of ${code}: ${JSON.stringify(answer.body).slice(0, 300)}`,
      );
    else this.differences.push(...differences(body, answer.body).map((difference) => `${where}: ${difference}`));
    return answer;
  }

  async ask(method: string, path: string, { body, text, type = 'application/json' }: Question = {}): Promise<Asked> {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await this.#transport.request({
      method,
      path,
      headers: { accept: 'application/json', ...(sent === undefined ? {} : { 'content-type': type }) },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const received = await readText(response.body);
    return { code: response.status, body: parsed(received), headers: response.headers };
  }

  /** Watches `path` (with a query of its own) until `done`, and returns the events so far; notes a difference when that never comes. */
  async watch(path: string, done: (events: SeenEvent[]) => boolean): Promise<SeenEvent[]> {
    const separator = path.includes('?') ? '&' : '?';
    const response = await this.#transport.request({
      method: 'GET',
      path: `${path}${separator}watch=true&timeoutSeconds=${PATIENCE_SECONDS}`,
      headers: { accept: 'application/json' },
      stream: true,
    });
    const events: SeenEvent[] = [];
    const decoder = new TextDecoder();
    let rest = '';
    for await (const part of response.body) {
      const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) events.push(JSON.parse(line) as SeenEvent);
      if (done(events)) return events;
    }
    if (!done(events))
      this.differences.push(`WATCH ${path}: what was awaited did not come; seen: ${events.map(brief).join(', ')}`);
    return events;
  }

  /** Compares something that was gathered from several answers. */
  compare(what: string, expected: unknown, found: unknown): void {
    this.differences.push(...differences(expected, found).map((difference) => `${what}: ${difference}`));
  }
}

function parsed(text: string): Seen {
  try {
    return JSON.parse(text) as Seen;
  } catch {
    // Plain text, which no comparison with an object will take for one.
    return text as unknown as Seen;
  }
}

function brief(event: SeenEvent): string {
  return `${event.type} ${event.object.metadata.name}`;
}
