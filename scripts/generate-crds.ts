// SPDX-License-Identifier: Apache-2.0
// Writes crds/ from the schemas in lib/api. A test holds the files against the schemas, so that a change of a schema shows as a change
// of a definition.

import { mkdirSync, writeFileSync } from 'node:fs';
import { customResourceDefinitions, definitionFileName } from '../lib/api/crd.ts';
import { definitionText } from '../lib/api/crd-text.ts';

const directory = new URL('../crds/', import.meta.url);
mkdirSync(directory, { recursive: true });
for (const crd of customResourceDefinitions())
  writeFileSync(new URL(definitionFileName(crd), directory), definitionText(crd));
