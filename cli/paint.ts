// SPDX-License-Identifier: Apache-2.0
// Colours for a terminal, and none for anything else.

import type { Output } from './demo/screen.ts';
import type { Surroundings } from './surroundings.ts';

export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim';

const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export type Paint = (colour: Colour, text: string) => string;

/** No colours. */
export const plain: Paint = (_, text) => text;

const painted: Paint = (colour, text) => {
  const [on, off] = CODES[colour];
  return `\u001B[${on}m${text}\u001B[${off}m`;
};

/** Colours if the output is a terminal that has them, and nobody has said NO_COLOR. */
export function paintFor(output: Output, env: Surroundings['env']): Paint {
  const wanted = (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return wanted && output.isTTY === true && output.hasColors?.() !== false ? painted : plain;
}
