// SPDX-License-Identifier: Apache-2.0
// `flinkwright upgrade-check`: what a change of the Flink version does to the resources of some files. 0: they start, perhaps not quite as
// before; 1: something breaks.

import { checkUpgrade } from '../../lib/check/check-upgrade.ts';
import type { LocatedUpgradeFinding, ResourceUpgrade } from '../../lib/check/check-upgrade.ts';
import { flinkVersionText } from '../../lib/flink/flink-version.ts';
import type { FlinkVersionName } from '../../lib/flink/flink-version.ts';
import { nameOf } from '../../lib/check/neighbours.ts';
import { paragraph } from '../check/format-text.ts';
import { readInput } from '../input-files.ts';
import { paintFor } from '../paint.ts';
import type { Paint } from '../paint.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

/** What can be said on the command line. */
export interface UpgradeCheckFlags {
  readonly output: 'text' | 'json';
  readonly to: FlinkVersionName;
  readonly from?: FlinkVersionName;
}

/** Runs the command and returns its exit code. */
export async function upgradeCheck(
  names: readonly string[],
  { output, to, from }: UpgradeCheckFlags,
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, stderr, env } = surroundings;
  const { upgrades, findings: unreadable } = checkUpgrade(await readInput(names, surroundings), to, from);
  const unknown = upgrades.find((upgrade) => upgrade.from === undefined);
  if (unknown !== undefined) {
    const { file, line } = unknown.resource;
    throw new UsageError(`${file}:${line}: nothing says which Flink ${title(unknown)} runs; give --from VERSION`);
  }
  const paint = paintFor(stdout, env);
  const all = [...unreadable, ...upgrades.flatMap(({ findings }) => findings)];
  if (output === 'json') {
    const found = upgrades.flatMap((upgrade) => upgrade.findings.map((one) => ({ ...one, from: upgrade.from, to })));
    stdout.write(`${JSON.stringify([...unreadable, ...found], null, 2)}\n`);
  } else {
    const parts = [
      ...unreadable.map((one) => `${paragraph(one, paint)}\n`),
      ...upgrades.map((upgrade) => text(upgrade, paint)),
    ];
    stdout.write(parts.join('\n'));
  }
  if (upgrades.length === 0 && all.length === 0)
    stderr.write(`nothing to check: no Flink resource in ${names.join(', ')}\n`);
  return all.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function text(upgrade: ResourceUpgrade, paint: Paint): string {
  const { findings, from, to } = upgrade;
  if (from === to) return `${title(upgrade)} runs Flink ${flinkVersionText(to)} already\n`;
  const versions = `Flink ${from === undefined ? '?' : flinkVersionText(from)} to ${flinkVersionText(to)}`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const verdict =
    errors > 0
      ? paint('red', `${errors} thing${errors === 1 ? '' : 's'} would break`)
      : paint('green', 'nothing would break');
  return [...findings.map((one) => `${change(one, paint)}\n`), `${title(upgrade)}, ${versions}: ${verdict}\n`].join(
    '\n',
  );
}

function change(finding: LocatedUpgradeFinding, paint: Paint): string {
  const { replacement } = finding;
  const write = replacement === undefined ? [] : [`  write: ${replacement.key}: ${replacement.value}`];
  return [paragraph(finding, paint), ...write].join('\n');
}

function title({ resource }: ResourceUpgrade): string {
  const { namespace, name = '(without a name)' } = nameOf(resource.resource);
  return `${resource.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
