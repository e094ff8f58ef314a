// SPDX-License-Identifier: Apache-2.0
// `flinkwright memory`: where the memory of each cluster in some files goes. 0: Flink starts with it; 1: Flink refuses it, or a file cannot be
// read.

import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import { flinkDeploymentSpecSchema } from '../../lib/api/schemas.ts';
import { wellFormed } from '../../lib/api/well-formed.ts';
import { readResources } from '../../lib/check/read-resources.ts';
import type { SourceResource } from '../../lib/check/read-resources.ts';
import { nameOf } from '../../lib/check/neighbours.ts';
import type { FlatConfiguration } from '../../lib/flink/configuration.ts';
import { flinkVersionMeant } from '../../lib/flink/flink-version.ts';
import { formatBreakdown } from '../../lib/flink/format-breakdown.ts';
import { isMemoryError } from '../../lib/flink/memory-error.ts';
import { DEFAULT_CONFIGURATION } from '../../lib/manifests/default-configuration.ts';
import { memoryOf } from '../../lib/manifests/memory-of.ts';
import type { DeploymentMemory } from '../../lib/manifests/memory-of.ts';
import { isObject } from '../../lib/runtime/json.ts';
import { paragraph } from '../check/format-text.ts';
import { readInput } from '../input-files.ts';
import { readOperatorConfig } from '../operator-config.ts';
import { paintFor } from '../paint.ts';
import type { Surroundings } from '../surroundings.ts';

/** What can be said on the command line. */
export interface MemoryFlags {
  readonly output: 'text' | 'json';
  readonly operatorConfig?: string;
}

/** A cluster in a file, and its memory. */
interface Entry extends DeploymentMemory {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Runs the command and returns its exit code. */
export async function memory(
  names: readonly string[],
  { output, operatorConfig }: MemoryFlags,
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, stderr, env } = surroundings;
  const base = operatorConfig === undefined ? DEFAULT_CONFIGURATION : await readOperatorConfig(operatorConfig);
  const { resources, findings } = readResources(await readInput(names, surroundings));
  const entries = resources.flatMap((resource) => entryOf(resource, base));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const paint = paintFor(stdout, env);
  for (const error of errors) stderr.write(`${paragraph(error, paint)}\n`);
  if (output === 'json') stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
  else stdout.write(entries.map(text).join('\n'));
  if (entries.length === 0) {
    stderr.write(`nothing to show: no FlinkDeployment or FlinkBlueGreenDeployment in ${names.join(', ')}\n`);
  }
  const refused = entries.some(
    ({ jobManager, taskManager }) => isMemoryError(jobManager) || isMemoryError(taskManager),
  );
  return refused || errors.length > 0 ? 1 : 0;
}

/** The memory of a resource that stands for a cluster; what is malformed in it counts as absent. */
function entryOf({ kind, resource, file, line }: SourceResource, base: FlatConfiguration): Entry[] {
  const spec = isObject(resource['spec']) ? resource['spec'] : {};
  const template =
    kind === 'FlinkBlueGreenDeployment' && isObject(spec['template']) ? spec['template']['spec'] : undefined;
  const given = kind === 'FlinkDeployment' ? spec : template;
  if (given === undefined) return [];
  const { value } = wellFormed(flinkDeploymentSpecSchema, given, 'spec');
  const metadata = nameOf(resource);
  const version = flinkVersionMeant(String(isObject(given) ? given['flinkVersion'] : ''));
  const deployment: FlinkDeployment = {
    metadata,
    // A version in another spelling is check's business; the memory is that of the version that is meant.
    spec: version === undefined ? value : { ...value, flinkVersion: version },
  };
  return [{ file, line, kind, ...metadata, ...memoryOf(deployment, base) }];
}

function text({ file, line, kind, namespace, name, jobManager, taskManager }: Entry): string {
  const full = [namespace, name].filter((part) => part !== undefined).join('/');
  const title = `${file === '-' ? '(standard input)' : file}:${line}: ${kind}${full === '' ? '' : ` ${full}`}`;
  return `${[title, formatBreakdown(jobManager), formatBreakdown(taskManager)].join('\n\n')}\n`;
}
