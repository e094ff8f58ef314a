// SPDX-License-Identifier: Apache-2.0
// The tests that need nothing but this machine's processor. The real cluster's are test/e2e, with a runner of their own.
import { type ViteUserConfig, defineConfig } from 'vitest/config';

/** Where CI wants the counts, as JSON; nobody else needs the file. */
const report = process.env['TEST_REPORT'];

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['lib', 'operator', 'cli', 'examples', 'test', 'scripts'].map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['**/node_modules/**', '**/dist/**', 'test/e2e/**', 'test/consumers/**'],
    environment: 'node',
    setupFiles: ['test/support/fixed-seed.ts'],
    // Threads start in half the time of processes, and no test here changes its process.
    pool: 'threads',
    // Nor its modules: loading them once for each thread, not for each file, halves the time.
    isolate: false,
    // Property tests are allowed to be thorough; what hangs is still told apart from what works.
    testTimeout: 20_000,
    reporters: report === undefined ? ['default'] : ['default', 'json'],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
  },
});

export default config;
