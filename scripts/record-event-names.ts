// SPDX-License-Identifier: Apache-2.0
// Collects the names that the Java operator gave its events from recordings of a cluster (`events.yaml` files), as the table that
// the naming is tested against. The key of a `SpecChanged` event is not in the event, so it is tried out; those of `JobException`
// cannot be, and are left out.
//
//     node scripts/record-event-names.ts <folder of recordings>

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { parse } from 'yaml';
import type { CoreEvent } from '../lib/kubernetes/objects.ts';
import { eventName } from '../operator/kubernetes/event-name.ts';
import type { EventIdentity } from '../operator/kubernetes/event-name.ts';

interface Recorded extends EventIdentity {
  readonly name: string;
  readonly about: { readonly kind?: string; readonly name?: string; readonly uid?: string };
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/record-event-names.ts <folder of recordings>');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('events.yaml'));
const recorded = new Map<string, Recorded>();
for (const file of files.sort()) {
  const { items } = parse(readFileSync(join(folder, file), 'utf8')) as { items?: CoreEvent[] };
  for (const event of items ?? []) {
    const name = event.metadata?.name ?? '';
    if (!/^(Operator|JobManagerDeployment|Job|Snapshot)\./.test(name) || event.reason === 'JobException') continue;
    recorded.set(name, withKey(event, name));
  }
}
const rows = [...recorded.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
writeFileSync(
  new URL('../operator/kubernetes/fixtures/event-names.json', import.meta.url),
  await format(JSON.stringify(rows), { parser: 'json', printWidth: 120 }),
);

function withKey(event: CoreEvent, name: string): Recorded {
  const { kind, name: objectName, uid } = event.involvedObject;
  const about = {
    ...(kind === undefined ? {} : { kind }),
    ...(objectName === undefined ? {} : { name: objectName }),
    ...(uid === undefined ? {} : { uid }),
  };
  const row = {
    name,
    component: event.source?.component as EventIdentity['component'],
    type: event.type as EventIdentity['type'],
    reason: event.reason ?? '',
    message: event.message ?? '',
    about,
  };
  if (event.reason !== 'SpecChanged') return row;
  for (let generation = 1; generation < 100; generation++) {
    const messageKey = `SpecChange: ${String(generation)}`;
    if (eventName({ ...row, messageKey }, { ...(kind === undefined ? {} : { kind }), metadata: about }) === name) {
      return { ...row, messageKey };
    }
  }
  return row;
}
