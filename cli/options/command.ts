// SPDX-License-Identifier: Apache-2.0
// `flinkwright options`: which options of Flink and of the operator there are. 0: some; 1: none of that name.

import { findOptions } from '../../lib/flink/catalogue/index.ts';
import type { OptionInfo } from '../../lib/flink/catalogue/index.ts';
import { catalogueVersions, placeOf } from '../../lib/flink/catalogue/catalogue-version.ts';
import { flinkVersionText } from '../../lib/flink/flink-version.ts';
import type { FlinkVersionName } from '../../lib/flink/flink-version.ts';
import { nearestOption } from '../../lib/flink/catalogue/nearest-option.ts';
import { paintFor } from '../paint.ts';
import type { Paint } from '../paint.ts';
import type { Surroundings } from '../surroundings.ts';

/** What can be said on the command line. */
export interface OptionsFlags {
  readonly output: 'text' | 'json';
  readonly flink?: FlinkVersionName;
}

/** As many are shown with everything that is known of them; more would not fit on a screen. */
const SHOWN_IN_FULL = 8;

/** Writes the options, and returns the exit code. */
export function options(pattern: string, { output, flink }: OptionsFlags, surroundings: Surroundings): number {
  const { stdout, stderr, env } = surroundings;
  const found = findOptions(pattern, flink);
  if (output === 'json') stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length > 0) stdout.write(text(found, paintFor(stdout, env)));
  if (found.length === 0) stderr.write(`${nothing(pattern, flink)}\n`);
  return found.length === 0 ? 1 : 0;
}

function text(found: readonly OptionInfo[], paint: Paint): string {
  if (found.length <= SHOWN_IN_FULL) return found.map((option) => `${inFull(option, paint)}\n`).join('\n');
  const width = Math.min(70, Math.max(...found.map(({ key }) => key.length)));
  return found
    .map((option) =>
      `${paint('bold', option.key.padEnd(width))}  ${option.type.padEnd(12)}  ${brief(option)}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function brief(option: OptionInfo): string {
  const fallback = option.default === undefined ? '' : option.default === '' ? '""' : option.default;
  return fallback.length > 60 ? `${fallback.slice(0, 57)}...` : fallback;
}

function inFull(option: OptionInfo, paint: Paint): string {
  const { key, type, values, otherNames, since, until, module, defaultDependsOn } = option;
  const fallback = option.default ?? (defaultDependsOn === undefined ? 'none' : `depends on ${defaultDependsOn}`);
  const notes = [
    ...(option.deprecated ? ['deprecated'] : []),
    ...(option.experimental ? ['experimental'] : []),
    ...(option.internal ? ['internal'] : []),
    ...(option.operator ? ['read by the operator'] : []),
  ];
  const facts: [string, string | undefined][] = [
    ['type', type],
    ['values', values?.join(', ')],
    ['default', fallback === '' ? '"" (an empty text)' : fallback],
    ['also read as', otherNames.length === 0 ? undefined : otherNames.join(', ')],
    ['since', since === undefined ? undefined : `Flink ${since}`],
    ['last in', until === undefined ? undefined : `Flink ${until}`],
    ['from', module],
    ['note', notes.length === 0 ? undefined : notes.join(', ')],
  ];
  const lines = facts.flatMap(([name, value]) => (value === undefined ? [] : [`  ${`${name}:`.padEnd(14)}${value}`]));
  return [paint('bold', key), ...lines].join('\n');
}

function nothing(pattern: string, flink: FlinkVersionName | undefined): string {
  const version = flinkVersionText(flink ?? catalogueVersions.at(-1) ?? 'v2_0');
  const elsewhere = catalogueVersions.filter((other) => other !== flink && findOptions(pattern, other).length > 0);
  const others = elsewhere.length === 0 ? '' : `; there is one in Flink ${elsewhere.map(flinkVersionText).join(', ')}`;
  const near = others === '' ? nearestOption(pattern, placeOf(flink).index)?.keys[0] : undefined;
  return `no option of Flink ${version} has "${pattern}" in its name${others}${near === undefined ? '' : `; did you mean ${near}?`}`;
}
