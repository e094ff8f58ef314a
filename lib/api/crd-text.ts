// SPDX-License-Identifier: Apache-2.0
// A CustomResourceDefinition as the text of its file.

import { stringify } from 'yaml';
import type { CustomResourceDefinition } from './crd.ts';

const HEAD =
  '# SPDX-License-Identifier: Apache-2.0\n# Generated from lib/api/schemas.ts by scripts/generate-crds.ts; do not edit.\n';

/** YAML without anchors and without folded lines. */
export function definitionText(crd: CustomResourceDefinition): string {
  return HEAD + stringify(crd, { aliasDuplicateObjects: false, lineWidth: 0 });
}
