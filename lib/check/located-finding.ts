// SPDX-License-Identifier: Apache-2.0
// A finding with everything that leads to it in a file. The finding itself is what checkResource, or the reading of the file, found.

import type { Finding } from '../api/finding.ts';

/** A finding in a file. */
export interface LocatedFinding extends Finding {
  /** As it was given; `-` for standard input. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Which document of the file, from 1; empty ones do not count. */
  document: number;
  /** Of the resource, as far as it says so. */
  kind?: string;
  namespace?: string;
  name?: string;
}
