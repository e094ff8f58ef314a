// SPDX-License-Identifier: Apache-2.0
// the periods in which the autoscaler may not scale, each a daily range, a cron expression, or one of both. Whether a period is now is
// the autoscaler's part.

import { autoscalerOptions } from '../../flink/autoscaler-options.ts';
import { quartzCronProblem } from '../../flink/quartz-cron.ts';
import { configurationPath } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

const ALLOWED = '09:00-17:00, a Quartz cron expression such as "* * 9-17 ? * MON-FRI", or one of each joined with &&';

export function excludedPeriodNotReadable({ read }: RuleInput): Problem[] {
  if (!read(autoscalerOptions.enabled)) return [];
  const { key } = autoscalerOptions.excludedPeriods;
  return read(autoscalerOptions.excludedPeriods).flatMap((entry) => {
    const why = entryProblem(entry);
    if (why === undefined) return [];
    return [
      {
        path: configurationPath(key),
        message: `The excluded period "${entry}" cannot be read: ${why}.`,
        allowed: ALLOWED,
        remedy: `Correct this entry of ${key}; write a period over midnight as two entries.`,
      },
    ];
  });
}

type Part = { readonly is: 'daily' | 'cron' } | { readonly is: 'neither'; readonly why: string };

function entryProblem(entry: string): string | undefined {
  const parts = entry.split('&&').map((text) => partOf(text.trim()));
  if (parts.length > 2) return 'at most two parts can be joined with &&';
  for (const part of parts) if (part.is === 'neither') return part.why;
  return parts.length === 2 && parts[0]?.is === parts[1]?.is
    ? 'both parts are of one kind; && joins a daily range and a cron expression'
    : undefined;
}

function partOf(text: string): Part {
  const ends = text.split('-');
  const range = ends.length === 2 ? dailyRange(ends[0] ?? '', ends[1] ?? '') : undefined;
  if (range === true) return { is: 'daily' };
  const problem = quartzCronProblem(text);
  if (problem === undefined) return { is: 'cron' };
  return { is: 'neither', why: range ?? `as a cron expression it ${problem}` };
}

/** Whether both ends are times in order; why not, if they are times; undefined if they are none. */
function dailyRange(from: string, to: string): true | string | undefined {
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  if (start === undefined || end === undefined) return undefined;
  return start < end ? true : 'its end is not after its start';
}

/** Milliseconds since midnight of `HH:MM[:SS[:mmm]]`. */
function timeOfDay(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?::(\d{1,3}))?)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [hours = 0, minutes = 0, seconds = 0, millis = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
}
