// SPDX-License-Identifier: Apache-2.0
// A queue of lines with one reader: what a watch writes to and a response body reads from. Microtasks only.

import type { WatchStream } from './answer.ts';

export class LineStream implements WatchStream {
  readonly #lines: string[] = [];
  readonly #onClose: () => void;
  #ended = false;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  get ended(): boolean {
    return this.#ended;
  }

  write(line: string): void {
    if (this.#ended) return;
    this.#lines.push(line);
    this.#wake?.();
  }

  /** Ends the stream; lines that were written are still read. */
  close(): void {
    this.#finish(undefined);
  }

  /** Ends the stream as a broken connection does; lines that were not read yet are lost. */
  fail(reason: Error): void {
    this.#lines.length = 0;
    this.#finish(reason);
  }

  #finish(failure: Error | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#onClose();
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<string> {
    try {
      for (;;) {
        const line = this.#lines.shift();
        if (line !== undefined) {
          yield line;
        } else if (this.#ended) {
          if (this.#failure !== undefined) throw this.#failure;
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
          this.#wake = undefined;
        }
      }
    } finally {
      this.close();
    }
  }
}
