// SPDX-License-Identifier: Apache-2.0
// What lib/flink says about the memory of one component of a FlinkDeployment, with the sizes that its spec gives. Verdicts are remembered by
// the values that they come from, because applications of one team are sized alike.

import type { FlatConfiguration } from '../../flink/configuration.ts';
import { javaDouble } from '../../flink/java-text.ts';
import { memoryBreakdown, type MemoryRefusal, type MemoryRole } from '../../flink/memory-breakdown.ts';
import { isMemoryError } from '../../flink/memory-error.ts';
import { normaliseResourceMemory, resourceMemoryBytes } from '../../flink/memory-size.ts';
import type { MemoryAdvice } from '../../flink/memory/advice.ts';
import { flinkOptions } from '../../flink/options.ts';
import { ValueError } from '../../flink/value-error.ts';
import { remember } from '../../runtime/remember.ts';
import type { FlinkVersionName } from '../flink-deployment.ts';
import { isBlank } from './rule.ts';
import type { RuleInput } from './rule.ts';

/** Which half of a cluster. */
export type Component = 'jobManager' | 'taskManager';
type ComponentSpec = RuleInput['spec'][Component];

/** The rules of the newest version that changed the memory model, for resources that do not name a version. */
const VERSION_WITHOUT_VERSION: FlinkVersionName = 'v2_0';
/** Verdicts that are kept; more different layouts than this are no team's applications but a search. */
const KEPT = 2000;
/** Characters that describe a layout; with more, some value is so long that it hardly comes again. */
const LONGEST_KEPT = 5000;

/** The keys of a component. */
export const MEMORY_KEYS: Readonly<
  Record<Component, { readonly role: MemoryRole; readonly processSize: string; readonly limitFactor: string }>
> = {
  jobManager: {
    role: 'jobmanager',
    processSize: flinkOptions.jobmanagerMemoryProcessSize.key,
    limitFactor: flinkOptions.kubernetesJobmanagerMemoryLimitFactor.key,
  },
  taskManager: {
    role: 'taskmanager',
    processSize: flinkOptions.taskmanagerMemoryProcessSize.key,
    limitFactor: flinkOptions.kubernetesTaskmanagerMemoryLimitFactor.key,
  },
};

/** What is wrong or doubtful about one layout. */
export interface MemoryVerdict {
  readonly refusal?: MemoryRefusal;
  readonly advice: readonly MemoryAdvice[];
  /** What the container will ask for. */
  readonly requestMiB: number;
}

const verdicts = new Map<string, MemoryVerdict>();

/** The verdict on one component; undefined where a size cannot be read, which is a finding of its own. */
export function memoryVerdict(component: Component, input: RuleInput): MemoryVerdict | undefined {
  // several rules ask about one resource, one after the other
  if (last?.input !== input) last = { input, values: sharedValues(input), verdicts: {} };
  const { verdicts, values } = last;
  if (!(component in verdicts)) verdicts[component] = verdictByValues(component, input, values);
  return verdicts[component];
}

interface Asked {
  readonly input: RuleInput;
  readonly values: string;
  readonly verdicts: Partial<Record<Component, MemoryVerdict | undefined>>;
}
let last: Asked | undefined;

/** Everything that the verdicts on both components follow from. */
function sharedValues({ spec, config }: RuleInput): string {
  let values = `${spec.flinkVersion ?? ''} ${spec.mode ?? ''} ${spec.job?.parallelism ?? ''} ${spec.taskManager?.replicas ?? ''}`;
  for (const key in config) if (matters(key)) values += `\n${key}=${config[key] ?? ''}`;
  return values;
}

function verdictByValues(component: Component, { spec, config }: RuleInput, values: string): MemoryVerdict | undefined {
  const { resources } = spec[component] ?? {};
  const given = givenMemory(component, spec[component]);
  const [request, limit] = [resources?.requests?.['memory'] ?? '', resources?.limits?.['memory'] ?? ''];
  const identity = `${component} ${given?.text ?? ''} ${request} ${limit} ${values}`;
  let verdict = verdicts.get(identity);
  if (verdict !== undefined) return verdict;
  if (given !== undefined && bytesOf(given.text) === undefined) return undefined;
  verdict = judged(component, spec, config, given?.text);
  if (identity.length <= LONGEST_KEPT) {
    if (verdicts.size >= KEPT) verdicts.clear();
    verdicts.set(identity, verdict);
  }
  return verdict;
}

/** The memory that the spec gives a component, in the order in which the operator looks for it. */
export function givenMemory(
  component: Component,
  spec: ComponentSpec,
): { readonly text: string; readonly path: string } | undefined {
  const { resources, resource } = spec ?? {};
  for (const [path, value] of [
    ['resources.requests.memory', resources?.requests?.['memory']],
    ['resources.limits.memory', resources?.limits?.['memory']],
    ['resource.memory', resource?.memory],
  ] as const) {
    if (value === undefined || value === null) continue;
    const text = String(value);
    return isBlank(text) ? undefined : { text, path: `spec.${component}.${path}` };
  }
  return undefined;
}

/** Whether a key has a say in the memory of a process. */
const matters = remember((key) => MATTERING.test(key), KEPT);
const MATTERING =
  /^(?:job|task)manager\.|^state\.backend|^external-resource|^parallelism\.default$|^execution\.runtime-mode$|^kubernetes\.(?:job|task)manager\.(?:memory|cpu)/u;

function judged(
  component: Component,
  spec: RuleInput['spec'],
  config: FlatConfiguration,
  memory: string | undefined,
): MemoryVerdict {
  const { role, processSize, limitFactor } = MEMORY_KEYS[component];
  const version = spec.flinkVersion ?? VERSION_WITHOUT_VERSION;
  const factor = factorOf(spec[component]);
  const sized: FlatConfiguration = {
    ...config,
    ...(memory === undefined ? {} : { [processSize]: normaliseResourceMemory(memory) }),
    ...(factor === undefined ? {} : { [limitFactor]: javaDouble(factor) }),
  };
  const standalone = spec.mode === 'standalone';
  const parallelism = parallelismOf(spec, config);
  const question = { role, version, ...(parallelism === undefined ? {} : { parallelism }) };
  const outside = memoryBreakdown(sized, { ...question, mode: standalone ? 'script' : 'kubernetes' });
  if (isMemoryError(outside)) return { refusal: outside, advice: [], requestMiB: 0 };
  // the start script lays out every JobManager, also a native one
  const inside =
    standalone || component === 'taskManager' ? outside : memoryBreakdown(sized, { ...question, mode: 'script' });
  if (isMemoryError(inside)) return { refusal: inside, advice: [], requestMiB: 0 };
  return {
    // a limit below its request in spec.resources is V-20's and V-25's, a number without unit is told with the options
    advice: inside.advice.filter(
      ({ code }) =>
        code !== 'memory.unit-missing' && (code !== 'memory.limit-factor-below-one' || factor === undefined),
    ),
    requestMiB: inside.container.requestMiB,
  };
}

function factorOf(spec: ComponentSpec): number | undefined {
  const request = spec?.resources?.requests?.['memory'];
  const limit = spec?.resources?.limits?.['memory'];
  if (request === undefined || limit === undefined) return undefined;
  const [requested, limited] = [bytesOf(String(request)), bytesOf(String(limit))];
  return requested === undefined || limited === undefined || requested === 0 ? undefined : limited / requested;
}

function parallelismOf(spec: RuleInput['spec'], config: FlatConfiguration): number | undefined {
  if (spec.job === undefined) return undefined;
  const taskManagers = spec.taskManager?.replicas;
  if (taskManagers === undefined) return spec.job.parallelism > 0 ? spec.job.parallelism : undefined;
  const slots = Number(config[flinkOptions.taskmanagerNumberOfTaskSlots.key] ?? 1);
  return Number.isInteger(slots) ? taskManagers * slots : undefined;
}

/** Bytes of a memory field, if it can be read. */
export function bytesOf(text: string): number | undefined {
  try {
    return resourceMemoryBytes(text);
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}
