// SPDX-License-Identifier: Apache-2.0
// Whether a server behaves as Kubernetes does: scripts of requests with the answers that a real one gave. Run against the in-memory server in
// the unit tests and against a real one end to end; what differs in either is a bug of the in-memory one or of the script.

import type { Transport } from '../../lib/runtime/transport.ts';
import { Conversation } from './conformance/conversation.ts';
import { CREATION } from './conformance/creation.ts';
import { CUSTOM_RESOURCES } from './conformance/custom-resources.ts';
import { DELETION } from './conformance/deletion.ts';
import { DEPLOYMENTS } from './conformance/deployments.ts';
import { LISTS } from './conformance/lists.ts';
import { PATCHES } from './conformance/patches.ts';
import { SERVER_SIDE_APPLY } from './conformance/server-side-apply.ts';
import { UPDATES } from './conformance/updates.ts';
import { VALIDATION } from './conformance/validation.ts';
import { WATCHES } from './conformance/watches.ts';
import type { Script } from './conformance/conversation.ts';
import { FLINK_KINDS } from './flink-kinds/scripts.ts';

/** Every script, in the order in which they are run. */
export const SCRIPTS: readonly Script[] = [
  ...CREATION,
  ...UPDATES,
  ...LISTS,
  ...PATCHES,
  ...SERVER_SIDE_APPLY,
  ...CUSTOM_RESOURCES,
  ...VALIDATION,
  ...WATCHES,
  ...DELETION,
  ...DEPLOYMENTS,
  ...FLINK_KINDS,
];

/**
 * Runs all scripts in `namespace`, which must exist and in which a controller manager and a node must be at work. What the scripts create they
 * delete; the custom resource definition `gadgets.conformance.flinkwright.dev` must not exist. The definitions of the Flink kinds stay.
 *
 * @returns one line for each difference; empty when there is none.
 */
export async function runConformance(transport: Transport, namespace: string): Promise<string[]> {
  const differences: string[] = [];
  for (const script of SCRIPTS) {
    const conversation = new Conversation(transport, namespace);
    try {
      await script.run(conversation);
    } catch (error) {
      differences.push(`${script.name}: stopped by ${String(error)}`);
    }
    differences.push(...conversation.differences.map((difference) => `${script.name}: ${difference}`));
  }
  return differences;
}
