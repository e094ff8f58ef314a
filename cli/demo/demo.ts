// SPDX-License-Identifier: Apache-2.0
// The demo from its first line to its last: prepares the ground, starts the operator, goes through the steps, and takes everything away.

import { KubernetesClient } from '../../operator/kubernetes/client.ts';
import { startOperator } from '../../operator/operator.ts';
import { DEFAULT_SETTINGS } from '../../operator/settings.ts';
import { Ground } from './ground.ts';
import { Narrator } from './narrator.ts';
import type { Place } from './place.ts';
import { NotObserved, Stage } from './stage.ts';
import { STEPS } from './steps.ts';
import type { Story } from './story.ts';

export interface DemoOptions {
  readonly place: Place;
  readonly story: Story;
  /** Seconds that each wait may take. */
  readonly patience: number;
  /** Ends the demo early. */
  readonly signal: AbortSignal;
  /** Told of the stage as soon as there is one. */
  readonly onStage?: (stage: Stage) => void;
}

export interface Outcome {
  /** Every step was observed. */
  readonly ok: boolean;
  /** Names of the steps that were observed, in their order. */
  readonly observed: readonly string[];
}

/** Runs the demo. @throws what makes it impossible to begin or to clean up */
export async function runDemo(options: DemoOptions): Promise<Outcome> {
  const { place, story, signal } = options;
  const { kubernetes: transport, clock, random, namespace } = place;
  story.add({ kind: 'head', title: 'Flinkwright: the life of a Flink job', text: place.description });
  const client = new KubernetesClient({ transport, clock, random, userAgent: 'flinkwright-demo' });
  const ground = new Ground(client, namespace);
  const narrator = new Narrator(story, place.counter);
  const watching = new AbortController();
  let outcome: Outcome;
  try {
    const kinds = await ground.prepare();
    signal.throwIfAborted();
    const stage = new Stage({
      place,
      client,
      kinds,
      story,
      narrator,
      patience: options.patience,
      signal: AbortSignal.any([signal, watching.signal]),
    });
    await stage.open();
    const operator = place.startOperator((surroundings) =>
      startOperator({
        ...surroundings,
        log: narrator.log(),
        settings: () => DEFAULT_SETTINGS,
        namespaces: [namespace],
        onDecision: ({ decision }) => {
          narrator.decided(decision);
        },
      }),
    );
    try {
      await operator.started;
      options.onStage?.(stage);
      outcome = await play(stage, story, narrator);
    } finally {
      await operator.stop();
    }
  } finally {
    watching.abort();
    if (!place.vanishes) await ground.remove();
  }
  tellEnd(story, outcome, place);
  return outcome;
}

async function play(stage: Stage, story: Story, narrator: Narrator): Promise<Outcome> {
  const observed: string[] = [];
  for (const [index, step] of STEPS.entries()) {
    const began = story.seconds;
    narrator.turn();
    story.add({ kind: 'step', number: index + 1, of: STEPS.length, title: step.title, text: step.text });
    try {
      const text = await step.run(stage);
      story.add({ kind: 'done', text, seconds: story.seconds - began });
      observed.push(step.name);
    } catch (error) {
      if (!(error instanceof NotObserved)) throw error;
      story.add({
        kind: 'failed',
        text: [`expected: ${error.message}`, ...error.seen.map((seen) => `seen: ${seen}`)],
      });
      return { ok: false, observed };
    }
  }
  return { ok: true, observed };
}

function tellEnd(story: Story, { ok, observed }: Outcome, place: Place): void {
  if (ok) {
    const removed = place.vanishes ? [] : [`The namespace ${place.namespace} is removed.`];
    const next = place.vanishes
      ? ['The same on a real cluster: npm start -- --kubeconfig FILE (flinkwright demo --kubeconfig FILE)']
      : [];
    const text = [`All ${String(STEPS.length)} steps were observed.`, ...removed, ...next];
    story.add({ kind: 'end', ok, text });
    return;
  }
  const [missing, ...after] = STEPS.filter(({ name }) => !observed.includes(name)).map(({ name }) => name);
  const never = after.length === 0 ? [] : [`Not tried after that: ${after.join(', ')}.`];
  story.add({ kind: 'end', ok, text: [`Not observed: ${missing ?? ''}.`, ...never] });
}
