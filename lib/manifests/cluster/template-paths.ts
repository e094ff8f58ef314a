// SPDX-License-Identifier: Apache-2.0
// Which prop a place in a finished pod template came from. Templates are laid over each other by name, and parts of the props add to them, so
// neither the position in a list nor the template says where the user wrote a thing.

import type { FlinkDeploymentSpec } from '../../api/flink-deployment.ts';
import { PLUGINS_VARIABLE } from '../../flink/official-image.ts';
import type { Container, PodTemplateSpec } from '../../kubernetes/objects.ts';
import { isObject } from '../../runtime/json.ts';
import { MAIN_CONTAINER } from '../cluster-names.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import type { SchedulingProps } from './scheduling.ts';

const TEMPLATE = /^(?:(jobManager|taskManager)\.)?podTemplate\.(.+)$/;
const CONTAINER = /^spec\.(containers|initContainers)\[(\d+)\](.*)$/;
const NAMED = /^metadata\.(labels|annotations)(?:\.(.+)|\['(.+)'\])$/;
const SCHEDULING = /^spec\.(nodeSelector|affinity|tolerations|priorityClassName|topologySpreadConstraints)(.*)$/;
const VARIABLE = /^\.env\[(\d+)\](.*)$/;

const STORES = ['s3', 'gcs', 'azure'] as const;

/** A template of the props, and where it stands. */
interface Own {
  readonly at: string;
  readonly template: PodTemplateSpec;
}

/**
 * The path in props for a path in the pod templates of `spec`; as it is if it is about something else.
 *
 * @param path in terms of props, except for that
 */
export function templatePath(path: string, spec: FlinkDeploymentSpec, props: FlinkClusterProps): string {
  const [, component, rest] = TEMPLATE.exec(path) ?? [];
  if (rest === undefined) return path;
  const of = component as 'jobManager' | 'taskManager' | undefined;
  const own = [
    { at: `${component}.podTemplate`, template: of && props[of]?.podTemplate },
    { at: 'podTemplate', template: props.podTemplate },
  ].filter((one): one is Own => one.template !== undefined);
  const [, list, index, field = ''] = CONTAINER.exec(rest) ?? [];
  if (list !== undefined) {
    const template = of === undefined ? spec.podTemplate : spec[of]?.podTemplate;
    const containers = list as 'containers' | 'initContainers';
    const container = template?.spec?.[containers]?.[Number(index)];
    return (container && containerPath(container, containers, field, own, props)) ?? path;
  }
  const written = own.find(({ template }) => has(template, rest));
  return written === undefined
    ? (metadataPath(rest, props) ?? schedulingPath(rest, of, props) ?? path)
    : `${written.at}.${rest}`;
}

function metadataPath(rest: string, props: FlinkClusterProps): string | undefined {
  const [, member, dotted, quoted] = NAMED.exec(rest) ?? [];
  const prop = member === 'labels' ? 'podLabels' : 'podAnnotations';
  const name = dotted ?? quoted ?? '';
  return member === undefined || props[prop]?.[name] === undefined ? undefined : `${prop}['${name}']`;
}

function schedulingPath(
  rest: string,
  component: 'jobManager' | 'taskManager' | undefined,
  props: FlinkClusterProps,
): string | undefined {
  const [, field, part = ''] = SCHEDULING.exec(rest) ?? [];
  if (field === undefined) return undefined;
  const member = field === 'topologySpreadConstraints' ? 'topologySpread' : (field as keyof SchedulingProps);
  if (component !== undefined && props[component]?.scheduling?.[member] !== undefined)
    return `${component}.scheduling.${member}${part}`;
  return props.scheduling?.[member] === undefined ? undefined : `scheduling.${member}${part}`;
}

function containerPath(
  { name, env }: Container,
  list: 'containers' | 'initContainers',
  field: string,
  own: readonly Own[],
  props: FlinkClusterProps,
): string | undefined {
  const positions = own.flatMap(({ at, template }) => {
    const position = template.spec?.[list]?.findIndex((other) => other?.name === name) ?? -1;
    return position < 0
      ? []
      : [{ at: `${at}.spec.${list}[${position}]`, container: template.spec?.[list]?.[position] }];
  });
  const [, position, part = ''] = VARIABLE.exec(field) ?? [];
  if (position !== undefined) {
    const variable = env?.[Number(position)]?.name;
    for (const { at, container } of positions) {
      const there = container?.env?.findIndex((other) => other.name === variable) ?? -1;
      if (there >= 0) return `${at}.env[${there}]${part}`;
    }
    if (name === MAIN_CONTAINER && variable !== undefined && props.env?.[variable] !== undefined)
      return `env['${variable}']${part === '.value' ? '' : part}`;
    const store = STORES.find((member) => props.state?.[member]?.plugin !== undefined);
    if (name === MAIN_CONTAINER && variable === PLUGINS_VARIABLE && store !== undefined) return `state.${store}.plugin`;
  }
  const written = positions.find(({ container }) => has(container, field));
  if (written !== undefined) return written.at + field;
  const prop = list === 'containers' ? 'sidecars' : 'initContainers';
  const there = props[prop]?.findIndex((other) => other.name === name) ?? -1;
  if (there >= 0) return `${prop}[${there}]${field}`;
  return positions[0] && positions[0].at + field;
}

/** Whether there is anything at `path` below `value`. */
function has(value: unknown, path: string): boolean {
  let at = value;
  for (const step of path.replace(/\[['"]?([^\]'"]+)['"]?\]/g, '.$1').split('.')) {
    if (step === '') continue;
    if (Array.isArray(at)) at = (at as unknown[])[Number(step)];
    else if (isObject(at)) at = at[step];
    else return false;
  }
  return at !== undefined;
}
