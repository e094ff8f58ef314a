// SPDX-License-Identifier: Apache-2.0
// From the props of a Flink application to its FlinkDeployment, for every front end. Pure: same props, same bytes, and no mistake is thrown:
// what is wrong comes back as findings about props, next to the best manifest that could be made of the rest.

import type { Finding } from '../api/finding.ts';
import type { ComponentResource, FlinkDeployment, FlinkDeploymentSpec, JobSpec } from '../api/flink-deployment.ts';
import { validateFlinkDeployment } from '../api/validate.ts';
import { flattenConfiguration } from '../flink/configuration.ts';
import { flinkVersionText } from '../flink/flink-version.ts';
import { applicationConfig, overruled, upgradeMode } from './application-config.ts';
import type { ApplicationConfig } from './application-config.ts';
import { podTemplates } from './application-pod-template.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { applicationFindings } from './flink-application-rules.ts';
import { flinkApplicationShape } from './flink-application-shape.ts';
import { inTermsOfProps } from './in-terms-of-props.ts';
import { isObject } from '../runtime/json.ts';
import { mergePatch } from './merge-patch.ts';
import type { ShapeReport } from './props-shape.ts';
import { sizeText } from './quantities.ts';

/** A manifest and what is to be said about the props it was made from. It may be applied if no finding is an error. */
export interface Built<T> {
  /** The best that could be made of the props. */
  manifest: T;
  /** Mistakes and warnings, with paths in terms of the props. */
  findings: Finding[];
}

/** The name of a resource and where it lives, as the front end knows it. */
export interface Identity {
  readonly name: string;
  /** Absent: wherever the manifest is applied. */
  readonly namespace?: string;
  /** Laid below `metadata.labels`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Default configuration of the operator that will serve the resource, as far as it is known; rules are checked against it. */
  readonly operatorDefaults?: Readonly<Record<string, string>>;
}

/** The service account of Flink's pods unless told otherwise; `FlinkOperator` creates it. */
export const DEFAULT_SERVICE_ACCOUNT = 'flink';

/** The sizes of Flink's own default configuration. */
const DEFAULT_MEMORY = { jobManager: '1600m', taskManager: '1728m' } as const;

/**
 * The FlinkDeployment of an application.
 *
 * @param props what the user said; checked here, so nothing about it is taken for granted
 * @param identity name and namespace where `props.metadata` does not give them
 */
export function buildFlinkApplication(props: FlinkApplicationProps, identity: Identity): Built<FlinkDeployment> {
  const report: ShapeReport = { findings: [], rejected: new Set() };
  const checked = usable(flinkApplicationShape(props, '', report));
  const config = applicationConfig(checked);
  const warnings = [...config.warnings];
  const spec = mergePatch(buildSpec(checked, config, warnings), patchOf(checked)) as FlinkDeploymentSpec;
  const manifest: FlinkDeployment = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: buildMetadata(checked, identity),
    spec,
  };
  const rules = applicationFindings(checked, config);
  const ofResource = validateFlinkDeployment(manifest, identity.operatorDefaults ?? {}).map((found) =>
    inTermsOfProps(found, checked, config),
  );
  const secondary = [...rules, ...ofResource].filter((found) => !isConsequence(found.path, report.rejected));
  return { manifest, findings: distinct([...report.findings, ...secondary, ...warnings]) };
}

/** Checked props in which an object that lost a required member is gone too, so that building needs no more care. */
function usable(checked: FlinkApplicationProps | undefined): FlinkApplicationProps {
  const { state, job = {}, ...rest } = checked ?? ({} as Partial<FlinkApplicationProps>);
  const props = { ...rest, job } as FlinkApplicationProps;
  if (state?.directory === undefined) return props;
  const { volume, s3, ...others } = state;
  const { credentials, ...s3Rest } = s3 ?? {};
  return {
    ...props,
    state: {
      ...others,
      ...(s3 === undefined ? {} : { s3: credentials?.secretName === undefined ? s3Rest : s3 }),
      ...(volume?.claimName === undefined || volume.mountPath === undefined ? {} : { volume }),
    },
  };
}

function buildMetadata(props: FlinkApplicationProps, identity: Identity): NonNullable<FlinkDeployment['metadata']> {
  const { name = identity.name, namespace = identity.namespace, annotations = {} } = props.metadata ?? {};
  const labels = { ...identity.labels, ...props.metadata?.labels };
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(Object.keys(annotations).length > 0 ? { annotations: { ...annotations } } : {}),
  };
}

// members in the order of the API's field table
function buildSpec(props: FlinkApplicationProps, config: ApplicationConfig, warnings: Finding[]): FlinkDeploymentSpec {
  const templates = podTemplates(props);
  const { entries } = config;
  /** `value`, unless the configuration says it too: then that counts, and the operator must not find a field that beats it. */
  const unlessConfigured = <T>(
    value: T | undefined,
    prop: string,
    keys: readonly string[],
    given: boolean,
  ): T | undefined => {
    const key = keys.find((candidate) => Object.hasOwn(entries, candidate));
    if (key === undefined) return value;
    if (given && entries[key] !== String(value))
      warnings.push(overruled(config.origin.get(key) ?? key, prop, entries[key] ?? '', String(value)));
    return undefined;
  };
  const resource = (component: 'jobManager' | 'taskManager'): { resource?: ComponentResource } => {
    const { cpu, memory } = props[component] ?? {};
    const flink = component.toLowerCase();
    const sizedByConfig = SIZING_KEYS[component].some((key) => Object.hasOwn(entries, key));
    const cpuValue = unlessConfigured(
      cpu,
      `${component}.cpu`,
      [`kubernetes.${flink}.cpu.amount`, `kubernetes.${flink}.cpu`],
      cpu !== undefined,
    );
    const memoryValue = unlessConfigured(
      memory === undefined ? (sizedByConfig ? undefined : DEFAULT_MEMORY[component]) : sizeText(memory),
      `${component}.memory`,
      [`${flink}.memory.process.size`],
      memory !== undefined,
    );
    if (cpuValue === undefined && memoryValue === undefined) return {};
    return { resource: { ...optional('cpu', cpuValue), ...optional('memory', memoryValue) } };
  };
  const image = unlessConfigured(
    props.image ?? (props.flinkVersion === undefined ? undefined : `flink:${flinkVersionText(props.flinkVersion)}`),
    'image',
    ['kubernetes.container.image.ref', 'kubernetes.container.image'],
    props.image !== undefined,
  );
  const jobManager = {
    ...resource('jobManager'),
    ...optional(
      'replicas',
      unlessConfigured(props.jobManager?.replicas, 'jobManager.replicas', ['kubernetes.jobmanager.replicas'], true),
    ),
    ...optional('podTemplate', templates.jobManager),
  };
  const taskManager = {
    ...resource('taskManager'),
    ...optional('replicas', props.taskManager?.replicas),
    ...optional('podTemplate', templates.taskManager),
  };
  return {
    job: buildJob(props),
    ...optional('restartNonce', props.restartNonce),
    ...(Object.keys(entries).length > 0 ? { flinkConfiguration: entries } : {}),
    ...optional('image', image),
    ...optional(
      'imagePullPolicy',
      unlessConfigured(props.imagePullPolicy, 'imagePullPolicy', ['kubernetes.container.image.pull-policy'], true),
    ),
    serviceAccount: (props.serviceAccount as string | undefined) ?? DEFAULT_SERVICE_ACCOUNT,
    ...optional('flinkVersion', props.flinkVersion),
    ...optional('ingress', props.ingress),
    ...optional('podTemplate', templates.common),
    ...(Object.keys(jobManager).length > 0 ? { jobManager } : {}),
    ...(Object.keys(taskManager).length > 0 ? { taskManager } : {}),
    ...optional('logConfiguration', props.logConfiguration),
    ...optional('mode', props.mode),
  };
}

/** Keys by which a configuration sizes a component's memory, so that no default is needed. */
const SIZING_KEYS: Readonly<Record<'jobManager' | 'taskManager', readonly string[]>> = {
  jobManager: ['jobmanager.memory.process.size', 'jobmanager.memory.flink.size', 'jobmanager.memory.heap.size'],
  taskManager: [
    'taskmanager.memory.process.size',
    'taskmanager.memory.flink.size',
    'taskmanager.memory.task.heap.size',
  ],
};

function buildJob(props: FlinkApplicationProps): JobSpec {
  const { jar, parallelism, entryClass, args, restoreFrom, allowNonRestoredState, redeployNonce } = props.job;
  return {
    ...optional('jarURI', jar),
    ...optional('parallelism', parallelism),
    ...optional('entryClass', entryClass),
    ...(args === undefined || args.length === 0 ? {} : { args: [...args] }),
    state: props.jobState ?? 'running',
    ...optional('initialSavepointPath', restoreFrom),
    upgradeMode: upgradeMode(props),
    ...optional('allowNonRestoredState', allowNonRestoredState),
    ...optional('savepointRedeployNonce', redeployNonce),
  };
}

/** The escape hatch with its configuration flat as ours is; `null` still removes a key. */
function patchOf({ spec }: FlinkApplicationProps): Record<string, unknown> {
  const configuration = (spec as Record<string, unknown> | undefined)?.['flinkConfiguration'];
  if (!isObject(configuration)) return { ...spec };
  const removed = Object.keys(configuration).filter((key) => configuration[key] === null);
  const kept = Object.fromEntries(
    Object.entries(configuration).filter(([, value]) => value !== null && value !== undefined),
  );
  const flat: Record<string, unknown> = {
    ...flattenConfiguration(kept),
    ...Object.fromEntries(removed.map((key) => [key, null])),
  };
  return { ...spec, flinkConfiguration: flat };
}

/** Whether a finding only says again that something is missing which was left out for a mistake of its own. */
function isConsequence(path: string, rejected: ReadonlySet<string>): boolean {
  for (const other of rejected) {
    if (path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`)) return true;
  }
  return false;
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path, message }) => {
    const identity = `${code}\n${path}\n${message}`;
    return seen.has(identity) ? false : seen.add(identity);
  });
}

function optional<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: T };
}
