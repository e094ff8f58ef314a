// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { quartzCronProblem } from './quartz-cron.ts';

describe('quartzCronProblem', () => {
  it.each([
    '0 0 12 ? * 6#3',
    '0 0 12 ? * FRI#2',
    '0 0 12 ? * 6L',
    '0 0 12 ? * FRIL',
    '0 0 12 ? * L',
    '0 0 12 L * ?',
    '0 0 12 L-3 * ?',
    '0 0 12 LW * ?',
    '0 0 12 L-2W * ?',
    '0 0 12 1W,15W * ?',
    '0 0 12 31W * ?',
    '0 0/30 * * * ?',
    '0 0/90 * * * ?',
    '0 0 /2 * * ?',
    '0 0 12 ? * 2-6/2',
    '0 0 12 ? * MONDAY',
    '0 0 12 ? * FRI-MON',
    '0 0 22-2 * * ?',
    '0 0 12 ? NOV-FEB MON#5',
    '0 0 12 1 7/6 ?',
    '0 0 12 1 1 ? 2027-2029',
    '0 0 12 31 2 ?',
    '0 30 2,5 * * ?',
    '* * 14-16 * * ?',
    '* * * ? * 2,5',
    '* * * ? * mon-fri',
    '0 0 12 ? * 2 2027 more that nobody reads',
  ])('takes %s', (text) => {
    expect(quartzCronProblem(text)).toBeUndefined();
  });

  it.each([
    ['0 */90 * * * ?', 'has "*/90" for minutes (0 to 59)'],
    ['0 0 12 ? * 8', 'has "8" for day of week (1 to 7 or SUN to SAT)'],
    ['0 0 12 ? * 0', 'has "0" for day of week (1 to 7 or SUN to SAT)'],
    ['0 0 12 * * *', 'needs "?" in exactly one of day of month and day of week'],
    ['0 0 12 15 * MON', 'needs "?" in exactly one of day of month and day of week'],
    ['0 0 12 ? * ?', 'needs "?" in exactly one of day of month and day of week'],
    ['0 12 * * *', 'has 5 fields instead of 6 or 7 (the first is seconds)'],
    ['0 0 12 ? * 6#6', 'has "6#6" for day of week (1 to 7 or SUN to SAT)'],
    ['0 0 24 * * ?', 'has "24" for hours (0 to 23)'],
    ['0 0 12 1 13 ?', 'has "13" for month (1 to 12 or JAN to DEC)'],
    ['0 ? 12 1 1 ?', 'has "?" for minutes, where it means nothing'],
    ['* * * ? * 2,5555', 'has "5555" for day of week (1 to 7 or SUN to SAT)'],
    ['0 0 12 L-31 * ?', 'has "L-31" for day of month (1 to 31)'],
    ['0 0 12 ? * #3', 'has "#3" for day of week (1 to 7 or SUN to SAT)'],
    ['0 0 12 ? * XYZ', 'has "XYZ" for day of week (1 to 7 or SUN to SAT)'],
    ['0 0 1- * * ?', 'has "1-" for hours (0 to 23)'],
    ['10m', 'has 1 fields instead of 6 or 7 (the first is seconds)'],
  ])('refuses %s', (text, why) => {
    expect(quartzCronProblem(text)).toBe(why);
  });
});
