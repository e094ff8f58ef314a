// SPDX-License-Identifier: Apache-2.0
// Whether a text is a cron expression in Quartz's syntax: six or seven fields, seconds first, one of the two day fields a question mark. Only
// what Quartz certainly refuses is refused; when an expression fires is not worked out here.

/** Three-letter names, by the number of the first. */
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** The largest step after `*` or at the start. */
  readonly largestStep: number;
  readonly names?: readonly string[];
}

const DAY_OF_MONTH: Field = { name: 'day of month', least: 1, most: 31, largestStep: 31 };
const DAY_OF_WEEK: Field = { name: 'day of week', least: 1, most: 7, largestStep: 7, names: DAYS };

const FIELDS: readonly Field[] = [
  { name: 'seconds', least: 0, most: 59, largestStep: 59 },
  { name: 'minutes', least: 0, most: 59, largestStep: 59 },
  { name: 'hours', least: 0, most: 23, largestStep: 23 },
  DAY_OF_MONTH,
  { name: 'month', least: 1, most: 12, largestStep: 12, names: MONTHS },
  DAY_OF_WEEK,
  { name: 'year', least: 1970, most: 9999, largestStep: 9999 },
];

/** Why `text` is no cron expression, as the end of a sentence that begins with it; undefined if it is one. */
export function quartzCronProblem(text: string): string | undefined {
  const parts = text
    .trim()
    .toUpperCase()
    .split(/[ \t]+/);
  if (parts.length < 6) return `has ${parts.length} fields instead of 6 or 7 (the first is seconds)`;
  for (const [index, field] of FIELDS.entries()) {
    const part = parts[index];
    const problem = part === undefined ? undefined : fieldProblem(part, field);
    if (problem !== undefined) return problem;
  }
  const [month, week] = [parts[3] === '?', parts[5] === '?'];
  if (month === week) return `needs "?" in exactly one of day of month and day of week`;
  return undefined;
}

function fieldProblem(part: string, field: Field): string | undefined {
  if (part.startsWith('?')) {
    const isDay = field === DAY_OF_MONTH || field === DAY_OF_WEEK;
    return isDay ? undefined : `has "?" for ${field.name}, where it means nothing`;
  }
  for (const element of part.split(',')) {
    if (!isElement(element, field)) return `has "${element}" for ${field.name} (${rangeOf(field)})`;
  }
  return undefined;
}

function rangeOf({ least, most, names }: Field): string {
  return names === undefined ? `${least} to ${most}` : `${least} to ${most} or ${names[0]} to ${names.at(-1)}`;
}

function isElement(element: string, field: Field): boolean {
  const step = /^(\*?)\/(\d+)$/.exec(element);
  if (step !== null) return Number(step[2]) <= field.largestStep;
  if (element === '*') return true;
  if (field === DAY_OF_MONTH && isSpecialDayOfMonth(element)) return true;
  if (field === DAY_OF_WEEK && isSpecialDayOfWeek(element)) return true;
  const [, from = '', to, after] = /^([0-9A-Z]+)(?:-([0-9A-Z]+))?(?:\/(\d+))?$/.exec(element) ?? [];
  if (from === '' || (after !== undefined && Number(after) > 9999)) return false;
  return isValue(from, field) && (to === undefined || isValue(to, field));
}

/** `L`, `L-3`, `LW`, `L-3W`, `15W`. */
function isSpecialDayOfMonth(element: string): boolean {
  const fromEnd = /^L(?:-(\d+))?W?$/.exec(element);
  if (fromEnd !== null) return Number(fromEnd[1] ?? 0) <= 30;
  const nearest = /^(\d+)W$/.exec(element);
  return nearest !== null && Number(nearest[1]) >= 1 && Number(nearest[1]) <= 31;
}

/** `L`, `6L`, `FRIL`, `6#3`, `FRI#2`. */
function isSpecialDayOfWeek(element: string): boolean {
  const [, day, nth] = /^([0-9A-Z]*?)(?:L|#([1-5]))$/.exec(element) ?? [];
  if (day === undefined) return false;
  return day === '' ? nth === undefined : isValue(day, DAY_OF_WEEK);
}

/** Of a name only the first three letters count. */
function isValue(text: string, { least, most, names }: Field): boolean {
  if (/^\d+$/.test(text)) return Number(text) >= least && Number(text) <= most;
  return names?.includes(text.slice(0, 3)) === true;
}
