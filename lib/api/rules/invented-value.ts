// SPDX-License-Identifier: Apache-2.0
// What a value was meant to be that has the wrong type, or is not one of those allowed: in another spelling, in quotes or without, a text
// where an object belongs. What it says is for messages; nothing is read that way.

import { flinkVersionMeant } from '../../flink/flink-version.ts';
import { parseQuantity } from '../../flink/quantity.ts';
import { ValueError } from '../../flink/value-error.ts';
import { isObject } from '../../runtime/json.ts';
import type { Invention } from './invention.ts';
import { specPath, yamlText } from './invention.ts';
import { wordsOf } from './words-of.ts';

/** What would have been right there. */
export interface Expected {
  /** The values of an enumeration. */
  readonly values?: readonly string[];
  readonly type?: 'text' | 'number' | 'whole number' | 'boolean' | 'list' | 'object';
}

/** What was meant by `value` at `path`, if that can be told. */
export function inventedValue(path: string, value: unknown, expected: Expected): Invention | undefined {
  const field = specPath(path)?.rest;
  return (
    placeholder(path, value, expected) ??
    (field === undefined ? undefined : BY_FIELD[withoutIndices(field)]?.(path, value, expected)) ??
    spelling(path, value, expected) ??
    quotes(path, value, expected)
  );
}

type Guess = (path: string, value: unknown, expected: Expected) => Invention | undefined;

const BY_FIELD: Readonly<Record<string, Guess>> = {
  flinkVersion: (path, value) => {
    const meant = flinkVersionMeant(scalarText(value));
    if (meant === undefined) return undefined;
    const invention = spelt(path, value, meant, 'A version is written as the API spells it');
    // 1.20 has become 1.2 by now.
    return typeof value === 'number'
      ? { ...invention, message: 'A version is a text such as v1_20; without quotes this is a number.' }
      : invention;
  },
  mode,
  image: (path, value) => {
    if (!isObject(value) || typeof value['name'] !== 'string') return undefined;
    return {
      ...shape('An image is one text here, not an object'),
      remedy: `Write ${path}: ${value['name']}. The rest belongs to imagePullPolicy, and to podTemplate.spec.imagePullSecrets.`,
    };
  },
  flinkConfiguration: configuration,
  logConfiguration: (path, value) =>
    typeof value === 'string'
      ? {
          ...shape('A log configuration is an object of file names and texts, not one text'),
          remedy: `Write "log4j-console.properties: |" below ${path}, and the text below that.`,
        }
      : undefined,
  'job.upgradeMode': upgradeMode,
  'job.state': jobState,
  'job.args': args,
  'job.jarURI': (path, value) =>
    Array.isArray(value) && typeof value[0] === 'string'
      ? {
          ...shape('A job has one jar'),
          remedy: `Write ${path}: ${value[0]}. Further jars go into the image, or into pipeline.classpaths.`,
        }
      : undefined,
  'jobManager.resource.cpu': cpu,
  'taskManager.resource.cpu': cpu,
  'jobManager.resource.memory': memory,
  'taskManager.resource.memory': memory,
  'jobManager.resource.ephemeralStorage': memory,
  'taskManager.resource.ephemeralStorage': memory,
  ingress: (path, value) =>
    typeof value === 'string'
      ? { ...shape('An ingress is an object'), remedy: `Write template: ${JSON.stringify(value)} below ${path}.` }
      : undefined,
};

/** `${PARALLELISM}`, `$(TAG)`, `<your-bucket>`, `__NAME__`: meant to be replaced by something that did not run. */
function placeholder(path: string, value: unknown, { type, values }: Expected): Invention | undefined {
  if (typeof value !== 'string' || (type === undefined && values === undefined)) return undefined;
  if (!/^\s*(\$\{?\{?[\w. :-]+\}{0,2}|\$\([\w.]+\)|<[\w -]+>|__\w+__|%\w+%|\{\{.*\}\})\s*$/u.test(value))
    return undefined;
  return {
    code: 'invention.placeholder',
    message: `${JSON.stringify(value)} looks like a placeholder that was to be filled in.`,
    remedy: `Fill in ${path} before the resource is applied, for example with envsubst or kustomize.`,
  };
}

const UPGRADE_MODES: ReadonlyMap<string, string> = new Map([
  ['laststate', 'last-state'],
  ['last-checkpoint', 'last-state'],
  ['checkpoint', 'last-state'],
  ['latest-state', 'last-state'],
  ['savepoints', 'savepoint'],
  ['none', 'stateless'],
  ['no-state', 'stateless'],
  ['state-less', 'stateless'],
  ['fresh-start', 'stateless'],
]);

function upgradeMode(path: string, value: unknown): Invention | undefined {
  const text = plain(value);
  if (['stateful', 'state', 'keep-state', 'default'].includes(text)) {
    return {
      code: 'invention.spelling',
      message: `There are two ways to keep the state of a job over an upgrade; ${quoted(value)} is neither.`,
      allowed: 'savepoint, last-state, stateless',
      remedy: `Write ${path}: savepoint to upgrade from a savepoint, or last-state to go on from the last checkpoint (needs high availability).`,
    };
  }
  const meant = UPGRADE_MODES.get(text);
  return meant === undefined ? undefined : spelt(path, value, meant);
}

function jobState(path: string, value: unknown): Invention | undefined {
  const text = plain(value);
  if (['stopped', 'stop', 'paused', 'suspend', 'cancelled', 'canceled', 'off', 'false'].includes(text)) {
    return spelt(path, value, 'suspended');
  }
  return ['run', 'started', 'start', 'active', 'on', 'true'].includes(text) ? spelt(path, value, 'running') : undefined;
}

/** Session or application is no mode here, but a question of whether there is a job. */
function mode(path: string, value: unknown): Invention | undefined {
  const text = plain(value);
  if (/^(kubernetes-)?(session|application|per-job)(-cluster|-mode)?$/u.test(text)) {
    return {
      code: 'invention.spelling',
      message: `${quoted(value)} is no mode: a resource with spec.job is an application, one without is a session cluster.`,
      allowed: 'native, standalone',
      remedy: `Remove ${path}; native is the default. Give spec.job for an application, and leave it out for a session cluster.`,
    };
  }
  if (text === 'reactive') {
    return {
      code: 'invention.spelling',
      message: `${quoted(value)} is a mode of the scheduler, not of the deployment.`,
      allowed: 'native, standalone',
      remedy: `Write ${path}: standalone, and scheduler-mode: REACTIVE under spec.flinkConfiguration.`,
    };
  }
  return text === 'kubernetes' ? spelt(path, value, 'native') : undefined;
}

function args(path: string, value: unknown): Invention | undefined {
  if (typeof value === 'string') {
    return {
      ...shape('Arguments are a list of texts, not one text'),
      remedy: `Write ${path}: ${JSON.stringify(wordsOf(value))}.`,
    };
  }
  if (!isObject(value)) return undefined;
  const words = Object.entries(value).flatMap(([name, one]) => [`--${name.replace(/^-+/u, '')}`, scalarText(one)]);
  return {
    ...shape('Arguments are a list of texts, not an object'),
    remedy: `Write them as a list, for example ${path}: ${JSON.stringify(words)}.`,
  };
}

function configuration(path: string, value: unknown): Invention | undefined {
  if (typeof value === 'string') {
    return {
      ...shape('The configuration is an object of keys and values, not one text; neither operator can read it'),
      remedy: `Remove the "|" behind flinkConfiguration:, so that its lines are keys of ${path}.`,
    };
  }
  if (!Array.isArray(value)) return undefined;
  const first = entryOf(value[0]);
  return {
    ...shape('The configuration is an object of keys and values, not a list; neither operator can read it'),
    remedy: `Write each entry as a key of ${path}${first === undefined ? '' : `: ${first}`}.`,
  };
}

/** `- a: b`, `- a=b`, `- name: a, value: b`. */
function entryOf(item: unknown): string | undefined {
  if (typeof item === 'string') return /^([\w.-]+)\s*[=:]\s*(.*)$/u.exec(item)?.slice(1).join(': ');
  if (!isObject(item)) return undefined;
  const [key, value] = 'name' in item ? [item['name'], item['value']] : (Object.entries(item)[0] ?? []);
  return typeof key === 'string' && typeof value !== 'object' ? `${key}: ${yamlText(value) ?? ''}` : undefined;
}

/** `"1"` and `"1000m"` are quantities; this field holds a number. */
function cpu(path: string, value: unknown): Invention | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const number = parseQuantity(value);
    return {
      ...wrongType(`${quoted(value)} is a text; the older resource.cpu is a number`),
      remedy: `Write ${path}: ${number} without quotes, or ${path.replace(/resource\.cpu$/u, 'resources.requests.cpu')}: "${value}".`,
    };
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

/** A number without a unit; small ones are never meant as bytes. */
function memory(path: string, value: unknown): Invention | undefined {
  if (typeof value !== 'number') return undefined;
  const meant = value < 64 ? `${value}g` : value < 1_000_000 ? `${value}m` : String(value);
  return {
    ...wrongType(`${value} is a number; a size is a text with a unit`),
    remedy: `Write ${path}: "${meant}"${value < 1_000_000 ? `, if ${value} ${value < 64 ? 'GiB' : 'MiB'} are meant` : ' for bytes'}.`,
  };
}

/** One of the allowed values, but for capitals, dashes and underscores. */
function spelling(path: string, value: unknown, { values }: Expected): Invention | undefined {
  const meant = values?.find((one) => bare(one) === bare(scalarText(value)));
  return meant === undefined ? undefined : spelt(path, value, meant);
}

/** The right value, in quotes where there should be none or the other way round. */
function quotes(path: string, value: unknown, { type }: Expected): Invention | undefined {
  if (type === 'text' && (typeof value === 'number' || typeof value === 'boolean')) {
    return {
      ...wrongType(`${String(value)} is a ${typeof value}, where a text is needed`),
      remedy: `Put it in quotes as you mean it, as in ${path}: "${String(value)}".`,
    };
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const isNumber = type === 'number' ? /^-?\d+(\.\d+)?$/u : type === 'whole number' ? /^-?\d{1,15}$/u : undefined;
  const isBoolean = type === 'boolean' && /^(true|false|yes|no|on|off)$/iu.test(text);
  if (isNumber?.test(text) !== true && !isBoolean) return undefined;
  const meant = isBoolean ? String(/^(true|yes|on)$/iu.test(text)) : text;
  return {
    ...wrongType(
      `${quoted(value)} is a text, where ${type === 'boolean' ? 'true or false' : `a ${type ?? ''}`} is needed`,
    ),
    remedy: `Write ${path}: ${meant}, without quotes.`,
  };
}

function shape(message: string): Pick<Invention, 'code' | 'message'> {
  return { code: 'invention.shape', message: `${message}.` };
}

/** Nothing but the type is wrong. */
function wrongType(message: string): Pick<Invention, 'code' | 'message'> {
  return { code: 'schema.wrong-type', message: `${message}.` };
}

function spelt(path: string, value: unknown, meant: string, why = 'Values are compared to the letter'): Invention {
  return {
    code: 'invention.spelling',
    message: `${why}; ${quoted(value)} is not known.`,
    remedy: `Write ${path}: ${meant}.`,
  };
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : scalarText(value);
}

function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function plain(value: unknown): string {
  return scalarText(value)
    .trim()
    .replace(/([a-z])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replace(/[\s_]+/gu, '-');
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[-_\s]/gu, '');
}

function withoutIndices(path: string): string {
  return path.replace(/\[\d+\]/gu, '');
}
