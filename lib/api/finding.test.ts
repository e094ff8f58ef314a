// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { formatFindings } from './finding.ts';
import type { Finding } from './finding.ts';

const found = (severity: Finding['severity'], path: string): Finding => ({
  code: 'schema.unknown-field',
  path,
  message: `There is no ${path}.`,
  remedy: 'Remove it.',
  severity,
});

describe('formatFindings', () => {
  it('puts errors first and hints last, and counts them', () => {
    const findings = [found('hint', 'a'), found('warning', 'b'), found('error', 'c'), found('hint', 'd')];
    expect(formatFindings('FlinkDeployment x', findings)).toBe(
      [
        'FlinkDeployment x: 1 error, 1 warning, 2 hints',
        ...(['error c', 'warning b', 'hint a', 'hint d'] as const).flatMap((line) => {
          const [severity = '', path = ''] = line.split(' ');
          return [`  ${severity} schema.unknown-field at ${path}: There is no ${path}.`, '    to do: Remove it.'];
        }),
      ].join('\n'),
    );
  });

  it('says so if there is nothing', () => {
    expect(formatFindings('FlinkDeployment x', [])).toBe('FlinkDeployment x: nothing found');
  });
});
