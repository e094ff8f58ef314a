// SPDX-License-Identifier: Apache-2.0
// The story as text: columns, colours, line breaks. Pure; knows no terminal.

import { styleText } from 'node:util';
import type { Entry, Line, Voice } from './story.ts';

export interface Look {
  readonly colour: boolean;
  /** Lines are broken there; 0: never. */
  readonly width: number;
}

type Style = Parameters<typeof styleText>[0];

const VOICES: Readonly<Record<Voice, Style>> = {
  you: ['bold', 'magenta'],
  operator: ['bold', 'cyan'],
  status: 'green',
  kubernetes: 'blue',
  flink: 'yellow',
  warning: ['bold', 'red'],
};

/** Width of `  12.3 s  kubernetes  `. */
const MARGIN = 22;

/** The text of an entry; ends without a line break. */
export function format(entry: Entry, look: Look): string {
  const style = (as: Style, text: string): string =>
    look.colour ? styleText(as, text, { validateStream: false }) : text;
  const indented = (text: string, indent: number): string => wrap(text, indent, look.width);
  switch (entry.kind) {
    case 'head':
      return `${style('bold', entry.title)}\n${indented(entry.text, 0)}`;
    case 'step': {
      const number = `${String(entry.number)}/${String(entry.of)}`;
      return `\n${style('bold', `${number}  ${entry.title}`)}\n${style('dim', `     ${indented(entry.text, 5)}`)}`;
    }
    case 'line':
      return formatLine(entry, style, indented);
    case 'done': {
      const [first = '', ...more] = entry.text;
      const took = style('dim', `(${entry.seconds.toFixed(1)} s)`);
      const lines = [`  ${style(['bold', 'green'], '✔')} ${indented(first, 4)} ${took}`];
      for (const text of more) lines.push(`    ${indented(text, 4)}`);
      return lines.join('\n');
    }
    case 'failed': {
      const [first = '', ...more] = entry.text;
      const lines = [`  ${style(['bold', 'red'], '✘')} ${indented(first, 4)}`];
      for (const text of more) lines.push(`    ${indented(text, 4)}`);
      return lines.join('\n');
    }
    case 'end': {
      const [first = '', ...more] = entry.text;
      return ['', style(entry.ok ? ['bold', 'green'] : ['bold', 'red'], first), ...more].join('\n');
    }
  }
}

function formatLine(
  { at, voice, text, because }: Line,
  style: (as: Style, text: string) => string,
  indented: (text: string, indent: number) => string,
): string {
  const time = style('dim', `${at.toFixed(1).padStart(6)} s`);
  const head = `${time}  ${style(VOICES[voice], voice.padEnd(10))}  `;
  const why = because.map((reason) => `\n${' '.repeat(MARGIN)}${style('dim', indented(reason, MARGIN))}`);
  return head + indented(text, MARGIN) + why.join('');
}

/** Breaks `text` at spaces so that it fits beside an indentation; a word that is too long stays whole. */
function wrap(text: string, indent: number, width: number): string {
  const room = width - indent;
  if (width === 0 || room < 30) return text;
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
