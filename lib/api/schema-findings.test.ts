// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';
import { flinkDeploymentSpecSchema } from './schemas.ts';

const found = (spec: unknown): Finding[] => schemaFindings(flinkDeploymentSpecSchema, spec, ['spec']);

describe('an unknown field', () => {
  it('is told with the name that was probably meant', () => {
    expect(found({ job: { parallelism: 2, upgrademode: 'savepoint' } })).toMatchObject([
      {
        code: 'schema.unknown-field',
        path: 'spec.job.upgrademode',
        remedy: 'Write "upgradeMode" instead of "upgrademode", or remove it.',
      },
    ]);
  });

  it('is told alone where no name is near', () => {
    expect(found({ wholly: 1 })).toMatchObject([{ path: 'spec.wholly', remedy: 'Remove "wholly".' }]);
  });
});

describe('a wrong value', () => {
  it.each<[string, unknown, string, string]>([
    ['configuration as text', { flinkConfiguration: 'a: b' }, 'spec.flinkConfiguration', 'an object'],
    ['configuration as a list', { flinkConfiguration: ['a'] }, 'spec.flinkConfiguration', 'an object'],
    ['an unknown version', { flinkVersion: '1.20' }, 'spec.flinkVersion', 'one of v1_13'],
    ['an enumeration with capitals', { job: { state: 'RUNNING' } }, 'spec.job.state', 'one of running, suspended'],
    ['a fraction', { job: { parallelism: 1.5 } }, 'spec.job.parallelism', 'a whole number'],
    ['too many bits', { job: { parallelism: 3e9 } }, 'spec.job.parallelism', 'at most 2147483647'],
    [
      'a number for a size',
      { taskManager: { resource: { memory: 2048 } } },
      'spec.taskManager.resource.memory',
      'a string',
    ],
    ['a list of numbers', { job: { args: ['a', 1] } }, 'spec.job.args[1]', 'a string'],
    [
      'a label that is no text',
      { podTemplate: { metadata: { labels: { a: 1 } } } },
      'spec.podTemplate.metadata.labels.a',
      'a string',
    ],
  ])('%s', (_, spec, path, allowed) => {
    expect(found(spec)).toMatchObject([
      { path, severity: 'error', allowed: expect.stringContaining(allowed) as string },
    ]);
  });

  it('is only a warning where a number of 64 bits has lost digits', () => {
    expect(found({ restartNonce: Number('1795261804812345678') })).toMatchObject([
      { code: 'schema.inexact-number', path: 'spec.restartNonce', severity: 'warning' },
    ]);
  });
});
