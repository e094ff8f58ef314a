// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('are what the docstrings of the types say (else run scripts/generate-descriptions.ts)', () => {
  const script = fileURLToPath(new URL('../../scripts/generate-descriptions.ts', import.meta.url));
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});
