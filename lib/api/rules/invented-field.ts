// SPDX-License-Identifier: Apache-2.0
// What a field that does not exist was meant to be, if that is known. Names that are only misspelt are somebody else's business: they are
// near one that exists.

import { isObject } from '../../runtime/json.ts';
import {
  FLINK_DEPLOYMENT_FIELDS,
  INGRESS_FIELDS,
  JOB_FIELDS,
  JOB_MANAGER_FIELDS,
  TASK_MANAGER_FIELDS,
} from '../spec-fields.ts';
import { specPath, yamlText } from './invention.ts';
import type { Invention, SpecPath } from './invention.ts';
import { FOREIGN } from './invention-foreign.ts';
import { HOMES } from './invention-homes.ts';
import type { Home, Homes } from './invention-homes.ts';
import { SESSION_JOB, SNAPSHOT } from './invention-homes-of-kinds.ts';
import { wordsOf } from './words-of.ts';

/** Fields that exist, by the object they belong to; for those that stand in a wrong one. */
const FIELDS: Readonly<Record<string, object>> = {
  '': FLINK_DEPLOYMENT_FIELDS,
  job: JOB_FIELDS,
  taskManager: TASK_MANAGER_FIELDS,
  jobManager: JOB_MANAGER_FIELDS,
  ingress: INGRESS_FIELDS,
};

/**
 * Where the setting lives that the unknown field `key` of the object at `parent` stands for.
 *
 * @param known the fields that the object has
 */
export function inventedField(
  parent: string,
  key: string,
  value: unknown,
  known: readonly string[],
): Invention | undefined {
  const at = specPath(parent);
  if (at === undefined) return undefined;
  const own = at.rest === '' ? homeOf(ofKind(known), key) : undefined;
  if (own !== undefined) return home(at, key, value, own);
  if (at.rest === '' && known.includes('template')) return ofTheTemplate(key, value);
  const isSessionJob = at.rest === '' && known.includes('deploymentName');
  return (
    (isSessionJob ? ofTheSession(key) : undefined) ??
    optionKey(at, key, value) ??
    foreign(at, key) ??
    elsewhere(at, key, value) ??
    misplaced(at, key, value, known)
  );
}

/** A blue/green deployment has the spec of its clusters one template further down. */
function ofTheTemplate(key: string, value: unknown): Invention | undefined {
  if (!Object.hasOwn(FLINK_DEPLOYMENT_FIELDS, key)) return undefined;
  const meant = `spec.template.spec.${key}`;
  return {
    code: 'invention.lives-elsewhere',
    message: `${there('the spec of a FlinkBlueGreenDeployment', key)}: it belongs to the clusters, which the template describes.`,
    remedy: write(meant, value),
    meant,
  };
}

/** Homes of a kind's own, which is told by its fields. */
function ofKind(known: readonly string[]): Homes | undefined {
  if (known.includes('deploymentName')) return SESSION_JOB;
  return known.includes('jobReference') ? SNAPSHOT : undefined;
}

function there(parent: string, key: string): string {
  return `There is no field "${key}" in ${parent}`;
}

function ofTheSession(key: string): Invention | undefined {
  if (!Object.hasOwn(FLINK_DEPLOYMENT_FIELDS, key)) return undefined;
  return {
    code: 'invention.lives-elsewhere',
    message: `${there('the spec of a FlinkSessionJob', key)}: the job runs in a cluster that has it already.`,
    remedy: `Set it in the FlinkDeployment that spec.deploymentName names, and remove it here.`,
  };
}

/** `taskmanager.numberOfTaskSlots` as a field: an option at the wrong indentation. */
function optionKey({ root, rest }: SpecPath, key: string, value: unknown): Invention | undefined {
  const parent = join(root, rest);
  if (/^(log4j|logback)[\w-]*\.(properties|xml)$/u.test(key)) {
    return {
      code: 'invention.indented',
      message: `${there(parent, key)}; it is a file of the log configuration.`,
      remedy: `Indent it, and what is in it, below ${root}.logConfiguration.`,
    };
  }
  if (!/^[a-z$][\w$-]*(\.[\w-]+)+$/u.test(key) && !/^(high-availability|restart-strategy)$/u.test(key))
    return undefined;
  return {
    code: 'invention.indented',
    message: `${there(parent, key)}; it looks like a Flink option.`,
    remedy: `Write ${withValue(key, value)} under ${root}.flinkConfiguration.`,
    meant: `${root}.flinkConfiguration.${key}`,
  };
}

function foreign({ root, rest }: SpecPath, key: string): Invention | undefined {
  const found = FOREIGN[rest];
  const name = found === undefined ? undefined : Object.keys(found).find((known) => normal(known) === normal(key));
  const entry = name === undefined ? undefined : found?.[name];
  if (entry === undefined) return undefined;
  return {
    code: 'invention.other-api',
    message: `${there(join(root, rest), key)}; it belongs to ${entry.api}.`,
    remedy: entry.remedy,
  };
}

function elsewhere(at: SpecPath, key: string, value: unknown): Invention | undefined {
  const found = homeOf(HOMES[at.rest], key);
  return found === undefined ? undefined : home(at, key, value, found);
}

function home(at: SpecPath, key: string, value: unknown, text: Home): Invention {
  const colon = text.indexOf(':');
  const [where, what] = /^[a-z-]+:/u.test(text) ? [text.slice(0, colon), text.slice(colon + 1)] : ['', text];
  const message = `${there(join(at.root, at.rest), key)}; it would be dropped without a word.`;
  const meant = pathOf(at, where, what);
  const remedy = remedyFor(at, where, what, value);
  return { code: 'invention.lives-elsewhere', message, remedy, ...(meant === undefined ? {} : { meant }) };
}

/** The path of a home that is one field or one option. */
function pathOf({ root, rest }: SpecPath, where: string, what: string): string | undefined {
  if (where === 'spec') return `${root}.${what}`;
  if (where === 'here') return `${join(root, rest)}.${what}`;
  if (where === 'sibling') return `${join(root, rest.split('.').slice(0, -1).join('.'))}.${what}`;
  return where === 'option' ? `${root}.flinkConfiguration.${what.split('|')[0] ?? ''}` : undefined;
}

function remedyFor({ root, rest }: SpecPath, where: string, what: string, value: unknown): string {
  const own = join(root, rest);
  const pods = `${rest === 'jobManager' || rest === 'taskManager' ? own : root}.podTemplate`;
  switch (where) {
    case 'spec':
    case 'here':
    case 'sibling':
      return write(pathOf({ root, rest }, where, what) ?? own, value);
    case 'pod':
      return `Move it to ${pods}.spec.${what}.`;
    case 'container':
      return `Move it to ${pods}.spec.containers, to the container called flink-main-container, as its ${what}.`;
    case 'pod-metadata':
      return `For pods, move it to ${pods}.metadata.${what}; for the resource itself, to metadata.${what}.`;
    case 'option':
      return option(root, what, value);
    default:
      return what;
  }
}

/** `checkpointStorage: jobmanager` names a kind of storage, everything else with such a name a directory. */
function option(root: string, what: string, value: unknown): string {
  const [key = what, older, since] = what.split('|');
  if (key === 'execution.checkpointing.dir' && (value === 'filesystem' || value === 'jobmanager')) {
    return option(root, 'execution.checkpointing.storage|state.checkpoint-storage|1.20', value);
  }
  const meant = key === 'high-availability.type' && typeof value !== 'string' ? 'kubernetes' : value;
  const scalar = typeof meant === 'object' ? undefined : meant;
  const renamed = older === undefined ? '' : ` (before Flink ${since ?? ''}: ${older})`;
  return `Write ${withValue(key, scalar)} under ${root}.flinkConfiguration${renamed}.`;
}

function write(path: string, value: unknown): string {
  if (path.endsWith('.args') && typeof value === 'string') return `Write ${path}: ${JSON.stringify(wordsOf(value))}.`;
  const text = isObject(value) ? undefined : yamlText(value);
  return text === undefined ? `Move it to ${path}.` : `Write ${path}: ${text}.`;
}

/** A field that exists, but in another object: mostly a question of indentation. */
function misplaced(
  { root, rest }: SpecPath,
  key: string,
  value: unknown,
  known: readonly string[],
): Invention | undefined {
  // An object of Kubernetes, such as a pod template, is none of those that fields slip out of.
  if (!Object.hasOwn(FIELDS, rest)) return undefined;
  const homes = Object.entries(FIELDS).filter(([at, fields]) => at !== rest && Object.hasOwn(fields, key));
  if (homes.length === 0 || known.includes(key)) return undefined;
  const paths = homes.map(([at]) => join(root, join(at, key)));
  return {
    code: 'invention.lives-elsewhere',
    message: `${there(join(root, rest), key)}, but in ${homes.map(([at]) => join(root, at)).join(' and ')} there is.`,
    allowed: paths.join(', '),
    ...(paths.length === 1 ? { meant: paths[0] ?? '' } : {}),
    remedy: paths.length === 1 ? write(paths[0] ?? '', value) : `Move it to ${paths.join(' or ')}.`,
  };
}

function homeOf(homes: Homes | undefined, key: string): string | undefined {
  if (homes === undefined) return undefined;
  const name = Object.keys(homes).find((known) => normal(known) === normal(key));
  return name === undefined ? undefined : homes[name];
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/gu, '');
}

function withValue(key: string, value: unknown): string {
  const text = yamlText(value);
  return text === undefined ? key : `${key}: ${text}`;
}

function join(root: string, rest: string): string {
  return rest === '' ? root : root === '' ? rest : `${root}.${rest}`;
}
