// SPDX-License-Identifier: Apache-2.0
// Writes to a terminal: what has happened scrolls up, and the last line, if it is a live one, is written over in place. Each change is one
// write, so that nothing flickers.

/** The part of a stream that is used. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

const ERASE_LINE = '\r\u001B[2K';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';

export class Screen {
  /** Whether colours and a live line are welcome: a terminal that has them, and nobody who has said NO_COLOR. */
  readonly rich: boolean;
  readonly #output: Output;
  #live = '';

  constructor(output: Output) {
    this.#output = output;
    this.rich = output.isTTY === true && output.hasColors?.() === true;
  }

  /** Where lines have to be broken; 0: nowhere. */
  get width(): number {
    return this.#output.isTTY === true ? Math.min(this.#output.columns ?? 0, 140) : 0;
  }

  /** Writes lines for good. */
  print(text: string): void {
    this.#output.write(this.#live === '' ? `${text}\n` : `${ERASE_LINE}${text}\n${this.#live}`);
  }

  /** Shows `text`, which must fit in one line, as the last line until the next call. */
  live(text: string): void {
    if (!this.rich || text === this.#live) return;
    this.#output.write(`${this.#live === '' ? HIDE_CURSOR : ERASE_LINE}${text}`);
    this.#live = text;
  }

  /** Takes the live line away. */
  end(): void {
    if (this.#live === '') return;
    this.#output.write(ERASE_LINE + SHOW_CURSOR);
    this.#live = '';
  }
}
