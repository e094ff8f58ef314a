// SPDX-License-Identifier: Apache-2.0
// Shows a story as it goes on, at the speed of a reader.

import { styleText } from 'node:util';
import { sleep } from '../../lib/runtime/clock.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import { format } from './format.ts';
import type { Screen } from './screen.ts';
import type { Entry, Story } from './story.ts';

export interface PlayerOptions {
  readonly story: Story;
  readonly screen: Screen;
  /** The clock on the wall. */
  readonly clock: Clock;
  /** Seconds of the story in a second; 0: no pauses; undefined: the story takes place in real time by itself. */
  readonly speed: number | undefined;
  /** What the live line says. */
  readonly live: () => string;
  /** Ends the pauses. */
  readonly signal: AbortSignal;
}

/** Milliseconds that the eye needs for an entry. */
const READING: Readonly<Record<Entry['kind'], number>> = {
  line: 80,
  head: 1000,
  step: 800,
  done: 600,
  failed: 0,
  end: 0,
};
const SPINNER = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

export class Player {
  readonly #options: PlayerOptions;
  #pictures = 0;
  #owed = 0;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  /** Shows what has happened in the last `ms` milliseconds of the story. */
  async show(ms: number): Promise<void> {
    const { story, speed } = this.#options;
    for (const entry of story.take()) {
      this.#print(entry);
      if (speed !== undefined && speed > 0) await this.#pause(READING[entry.kind]);
    }
    this.#picture();
    if (speed !== undefined && speed > 0) await this.#pause(ms / speed);
  }

  /** Shows what is left, at once. */
  finish(): void {
    const { story, screen } = this.#options;
    screen.end();
    for (const entry of story.take()) this.#print(entry);
  }

  #print(entry: Entry): void {
    const { screen } = this.#options;
    screen.print(format(entry, { colour: screen.rich, width: screen.width }));
  }

  #picture(): void {
    const { screen, live } = this.#options;
    if (!screen.rich) return;
    const sign = SPINNER[Math.floor(this.#pictures++ / 3) % SPINNER.length] ?? '';
    const room = Math.max(0, screen.width - 6);
    screen.live(styleText('dim', `  ${sign} ${live().slice(0, room)}`, { validateStream: false }));
  }

  /** Timers are exact to some milliseconds only, so short pauses are saved up. */
  async #pause(ms: number): Promise<void> {
    const { clock, signal } = this.#options;
    this.#owed += ms;
    if (this.#owed < 15 || signal.aborted) return;
    const before = clock.monotonic();
    await sleep(clock, this.#owed, signal).catch(() => undefined);
    this.#owed -= clock.monotonic() - before;
  }
}
