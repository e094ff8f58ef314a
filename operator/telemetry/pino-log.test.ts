// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { pinoLog } from './pino-log.ts';

function setUp(level?: string) {
  const lines: Record<string, unknown>[] = [];
  const log = pinoLog({
    to: { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
    now: () => Date.UTC(2026, 0, 1),
    ...(level === undefined ? {} : { level }),
  });
  return { log, lines };
}

it('writes one JSON object a line, with the fields of its parents', () => {
  const { log, lines } = setUp();
  log.child({ controller: 'flinkdeployment' }).child({ name: 'a' }).info({ generation: 3 }, 'deployed');
  expect(lines).toEqual([
    {
      level: 'info',
      time: '2026-01-01T00:00:00.000Z',
      controller: 'flinkdeployment',
      name: 'a',
      generation: 3,
      message: 'deployed',
    },
  ]);
});

it('hides secrets wherever they stand', () => {
  const { log, lines } = setUp();
  log.child({ token: 'x' }).info(
    {
      flinkConfiguration: { 's3.secret-key': 'x', 's3.access-key': 'x', 'parallelism.default': '2' },
      users: [{ password: 'x' }],
    },
    'config',
  );
  expect(JSON.stringify(lines)).not.toContain('"x"');
  expect(lines[0]).toMatchObject({ flinkConfiguration: { 'parallelism.default': '2' } });
});

it('writes errors with their causes, and not what hangs on them', () => {
  const { log, lines } = setUp();
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', request: { authorization: 'Bearer x' } });
  log.error({ error: new TypeError('failed', { cause }) }, 'no');
  expect(lines[0]).toMatchObject({
    level: 'error',
    error: { type: 'TypeError', message: 'failed', cause: { message: 'refused', code: 'ECONNREFUSED' } },
  });
  expect(JSON.stringify(lines)).not.toContain('Bearer');
});

it('keeps to its level, and survives a circle', () => {
  const { log, lines } = setUp('warn');
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({ circle }, 'c');
  expect(lines.map(({ message }) => message)).toEqual(['c']);
});
