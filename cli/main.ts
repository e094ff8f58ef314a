#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The `flinkwright` command: the command line in this process. What it understands is program.ts.

import process from 'node:process';
import { runCommandLine } from './program.ts';

// Who reads only the first lines (`| head`) has seen enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), process);
