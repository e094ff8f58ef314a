// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { Health } from './health.ts';

const health = new Health()
  .add('readyz', 'ping', () => true)
  .add('readyz', 'informers', () => 'not listed yet: pods')
  .add('readyz', 'broken', () => {
    throw new Error('oops');
  });

const table: [path: string, status: number | undefined, body?: string][] = [
  ['/healthz', 200, 'ok'],
  ['/healthz?verbose', 200, '[+]ping ok\nhealthz check passed\n'],
  [
    '/readyz',
    500,
    '[+]ping ok\n[-]informers failed: not listed yet: pods\n[-]broken failed: oops\nreadyz check failed\n',
  ],
  ['/readyz/ping', 200, 'ok'],
  ['/readyz/informers', 500, '[-]informers failed: not listed yet: pods\nreadyz check failed\n'],
  ['/readyz/nothing', 404, "no check 'nothing'\n"],
  ['/readyz?exclude=informers&exclude=broken', 200, 'ok'],
  ['/readyz?exclude=informers&exclude=broken&verbose', 200, '[+]ping ok\nreadyz check passed\n'],
  ['/metrics', undefined],
  ['/', undefined],
];
for (const [path, status, body] of table) {
  it(`${path}: ${status ?? 'not ours'}`, () => {
    expect(health.handle(path)).toEqual(status === undefined ? undefined : { status, body });
  });
}

it('as a whole is well when every check is', () => {
  expect([health.isOk('healthz'), health.isOk('readyz')]).toEqual([true, false]);
});
