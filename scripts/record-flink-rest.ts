// SPDX-License-Identifier: Apache-2.0
// Records what a real Flink application cluster answers through its life, as fixtures for the REST client and the simulated Flink:
//   node scripts/record-flink-rest.ts FLINK-COMMAND VERSION OUT-DIRECTORY [SCENARIO...]
// FLINK-COMMAND is called as `FLINK-COMMAND VERSION run...` and is Flink's own command line. Needs kubectl with KUBECONFIG, images
// flink:VERSION and a default storage class; works in a namespace of its own, which it deletes first and last.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from './record-flink-rest/application.ts';
import { Namespace } from './record-flink-rest/namespace.ts';
import { Observer } from './record-flink-rest/observer.ts';
import { Recording } from './record-flink-rest/recording.ts';
import { type Scenario, cancel, failure, lastState, twoStops } from './record-flink-rest/endings.ts';
import { life } from './record-flink-rest/life.ts';

/** By the name of the cluster and of the recorded file. */
const scenarios: Readonly<Record<string, Scenario>> = {
  life,
  twostops: twoStops,
  cancel,
  laststate: lastState,
  failure,
};

const [command = '', version = '', out = '', ...wanted] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'record-'));
const namespace = new Namespace(`flink-record-${version.replace('.', '-')}`);

namespace.create();
for (const [name, run] of Object.entries(scenarios)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const recording = new Recording();
  const application = new Application({ command, version, namespace, name, recording, work });
  try {
    await run(application, new Observer(application, recording));
  } catch (error) {
    recording.add({ event: 'scenario broke', error: String(error) });
    process.stderr.write(`${name}: ${String((error as Error).stack)}\n`);
  }
  writeFileSync(join(work, `${name}.log`), application.log());
  recording.save(out, `${name}-${version}.json`);
  process.stderr.write(`${name}: ${recording.steps.length} steps\n`);
  application.forget();
}
process.stderr.write(`logs in ${work}\n`);
namespace.remove({ wait: false });
