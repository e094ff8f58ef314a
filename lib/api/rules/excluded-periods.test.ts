// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { validateFlinkDeployment } from '../validate.ts';

function findings(periods: unknown, enabled = true): string[] {
  const flinkConfiguration = { 'job.autoscaler.enabled': enabled, 'job.autoscaler.excluded.periods': periods };
  return validateFlinkDeployment({ metadata: { name: 'a' }, spec: { flinkConfiguration } }, {})
    .filter(({ code }) => code === 'A-12')
    .map(({ message }) => message);
}

describe('A-12', () => {
  it.each([
    [[]],
    [['14:01:20-16:00:00']],
    [['9:00-17:00', '* * 14-16 * * ?']],
    [['00:00:00:000 - 23:59:59:999']],
    [['* * * ? * 2,5 && 14:01:20-16:00:00']],
    ['* * * ? * 2,5; 10:00-11:00'],
  ])('takes %j', (periods) => {
    expect(findings(periods)).toEqual([]);
  });

  it.each([
    ['09:13:17-08:15:18', 'its end is not after its start'],
    ['22:00-06:00', 'its end is not after its start'],
    ['24:00-25:00', 'as a cron expression it has 1 fields instead of 6 or 7 (the first is seconds)'],
    ['* * * ? * 2,5555', 'as a cron expression it has "5555" for day of week (1 to 7 or SUN to SAT)'],
    ['* * * ? * 2,5 && * * 11-13 * * ?', 'both parts are of one kind; && joins a daily range and a cron expression'],
    ['09:00-10:00 && 11:00-12:00', 'both parts are of one kind; && joins a daily range and a cron expression'],
    ['09:00-10:00 && * * * ? * 2 && * * * ? * 3', 'at most two parts can be joined with &&'],
  ])('refuses %s', (period, why) => {
    expect(findings(['10:00-11:00', period])).toEqual([`The excluded period "${period}" cannot be read: ${why}.`]);
    expect(findings([period], false)).toEqual([]);
  });
});
