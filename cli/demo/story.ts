// SPDX-License-Identifier: Apache-2.0
// What happens, in the order in which it happens, as values. How it looks and how fast it is shown is decided elsewhere.

import type { Clock } from '../../lib/runtime/clock.ts';

/** Who tells a line. */
export type Voice = 'you' | 'operator' | 'status' | 'kubernetes' | 'flink' | 'warning';

export interface Line {
  readonly kind: 'line';
  /** Seconds since the beginning. */
  readonly at: number;
  readonly voice: Voice;
  readonly text: string;
  /** Why. */
  readonly because: readonly string[];
}

export type Entry =
  | Line
  | { readonly kind: 'head'; readonly title: string; readonly text: string }
  | {
      readonly kind: 'step';
      readonly number: number;
      readonly of: number;
      readonly title: string;
      readonly text: string;
    }
  | { readonly kind: 'done'; readonly text: readonly string[]; readonly seconds: number }
  | { readonly kind: 'failed'; readonly text: readonly string[] }
  | { readonly kind: 'end'; readonly ok: boolean; readonly text: readonly string[] };

/** Collects entries until somebody shows them. */
export class Story {
  readonly #clock: Clock;
  readonly #start: number;
  #entries: Entry[] = [];
  #joint: { readonly verb: string; readonly line: Line } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#start = clock.monotonic();
  }

  /** Seconds since the beginning. */
  get seconds(): number {
    return (this.#clock.monotonic() - this.#start) / 1000;
  }

  tell(voice: Voice, text: string, because: readonly string[] = []): void {
    this.#joint = undefined;
    const why = because.map(abbreviated);
    this.#entries.push({ kind: 'line', at: this.seconds, voice, text: abbreviated(text), because: why });
  }

  /** Tells that something was `verb`ed; what was so in the same moment shares a line. */
  tellOf(voice: Voice, verb: string, thing: string): void {
    const joint = this.#joint;
    if (joint?.verb === verb && joint.line.voice === voice && this.#entries.at(-1) === joint.line) {
      const line: Line = { ...joint.line, text: `${joint.line.text}, ${abbreviated(thing)}` };
      this.#entries[this.#entries.length - 1] = line;
      this.#joint = { verb, line };
      return;
    }
    const line: Line = { kind: 'line', at: this.seconds, voice, text: abbreviated(`${verb} ${thing}`), because: [] };
    this.#entries.push(line);
    this.#joint = { verb, line };
  }

  add(entry: Exclude<Entry, Line>): void {
    this.#joint = undefined;
    this.#entries.push(entry);
  }

  /** What was told since the last call. */
  take(): Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    this.#joint = undefined;
    return entries;
  }
}

/** Flink's ids have 32 digits, of which nobody reads more than the first ones. */
export function abbreviated(text: string): string {
  return text.replace(/(?<![0-9a-f])([0-9a-f]{8})[0-9a-f]{24}(?![0-9a-f])/gu, '$1…');
}
