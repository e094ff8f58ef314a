// SPDX-License-Identifier: Apache-2.0
// From the props of a blue/green application to its FlinkBlueGreenDeployment, for every front end: the application as a template, and how a new
// one takes over.

import { checkResource } from '../api/check-resource.ts';
import type { Finding } from '../api/finding.ts';
import type { FlinkBlueGreenDeployment, FlinkBlueGreenDeploymentSpec } from '../api/flink-blue-green-deployment.ts';
import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { LONGEST_CLUSTER_NAME } from '../api/rules/identity.ts';
import type { ConfigOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { isObject } from '../runtime/json.ts';
import { buildCluster } from './cluster/build-cluster.ts';
import type { ClusterKind } from './cluster/build-cluster.ts';
import type { Built, Identity } from './cluster/built.ts';
import { together } from './cluster/findings.ts';
import { isOverridden, propPath } from './cluster/prop-paths.ts';
import { finding } from './finding.ts';
import { APPLICATION } from './flink-application.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { APPLICATION_MEMBERS } from './flink-application-shape.ts';
import type { FlinkBlueGreenDeploymentProps, TransitionProps } from './flink-blue-green-deployment-props.ts';
import { withStartFresh } from './job-spec.ts';
import type { MergePatch } from './merge-patch.ts';
import { mergePatch } from './merge-patch.ts';
import { jsonObject } from './json-shape.ts';
import { object } from './props-shape.ts';
import type { Shape, ShapeReport } from './props-shape.ts';
import { durationText } from './quantities.ts';
import type { DurationValue } from './quantities.ts';
import { durationOrNothing, durationShape } from './quantity-shapes.ts';

/** The two applications have longer names: `-blue` and `-green` are appended. */
export const BLUE_GREEN_NAME_LENGTH: number = LONGEST_CLUSTER_NAME - '-green'.length;

const shape: Shape<FlinkBlueGreenDeploymentProps> = object<FlinkBlueGreenDeploymentProps>(
  {
    ...APPLICATION_MEMBERS,
    childIngress: APPLICATION_MEMBERS.ingress,
    transition: object<TransitionProps>({
      abortGracePeriod: durationShape,
      deletionDelay: durationOrNothing,
      rescheduleInterval: durationShape,
    }),
    spec: jsonObject,
  },
  ['flinkVersion', 'job'],
);

const TEMPLATE = 'spec.template.spec';
const OWN_CODES = 'blue-green.';

const TRANSITION: readonly (readonly [member: keyof TransitionProps, option: ConfigOption<number>])[] = [
  ['abortGracePeriod', operatorOptions.bluegreenAbortGracePeriod],
  ['deletionDelay', operatorOptions.bluegreenDeploymentDeletionDelay],
  ['rescheduleInterval', operatorOptions.bluegreenReconciliationRescheduleInterval],
];

/**
 * The FlinkBlueGreenDeployment.
 *
 * @param props what the user said; checked here, so nothing about it is taken for granted
 * @param identity name and namespace where `props.metadata` does not give them
 */
export function buildFlinkBlueGreenDeployment(
  props: FlinkBlueGreenDeploymentProps,
  identity: Identity,
): Built<FlinkBlueGreenDeployment> {
  let checked: Partial<FlinkBlueGreenDeploymentProps> = {};
  const template: ClusterKind<FlinkApplicationProps> = {
    ...APPLICATION,
    twoAtOnce: true,
    shape: (value, path, report) => {
      checked = shape(value, path, report) ?? {};
      return templateProps(checked, report);
    },
  };
  const { manifest: child, extras, findings } = buildCluster(template, props as FlinkApplicationProps, identity);
  const { transition, ingress, spec: patch = {} } = checked;
  const configuration = configurationOf(transition);
  const spec: FlinkBlueGreenDeploymentSpec = {
    ...(configuration === undefined ? {} : { configuration }),
    ...(ingress === undefined ? {} : { ingress }),
    template: { spec: child.spec ?? {} },
  };
  const manifest: FlinkBlueGreenDeployment = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkBlueGreenDeployment',
    metadata: child.metadata ?? {},
    spec: mergePatch(spec, withoutTemplateSpec(patch)) as FlinkBlueGreenDeploymentSpec,
  };
  const ofTemplate = findings.map((found) => ({ ...found, path: pathInTemplate(found.path, patch) }));
  const own = checkResource(manifest, {
    ...(identity.operatorDefaults === undefined ? {} : { operatorDefaults: identity.operatorDefaults }),
  })
    // the application has been checked as such already
    .filter(({ code, path }) => !path.startsWith(`${TEMPLATE}.`) || code.startsWith(OWN_CODES))
    .map((found) => inTermsOfProps(found, patch));
  return { manifest, extras, findings: together([...ofTemplate, ...ingressFindings(ingress)], own) };
}

/** The props of the application that the template holds. */
function templateProps(checked: Partial<FlinkBlueGreenDeploymentProps>, report: ShapeReport): FlinkApplicationProps {
  const { transition: _transition, ingress: _ingress, childIngress, spec, ...application } = checked;
  if (application.job?.sql !== undefined) report.rejected.add('job.jar');
  const patch = templatePatch(spec);
  return withStartFresh({
    ...application,
    ...(childIngress === undefined ? {} : { ingress: childIngress }),
    ...(patch === undefined ? {} : { spec: patch }),
  } as FlinkApplicationProps);
}

function templatePatch(spec: unknown): MergePatch<FlinkDeploymentSpec> | undefined {
  const template = isObject(spec) ? spec['template'] : undefined;
  const patch = isObject(template) ? template['spec'] : undefined;
  return isObject(patch) ? patch : undefined;
}

/** The patch of the template's spec is applied where the template is made. */
function withoutTemplateSpec(spec: object): object {
  if (templatePatch(spec) === undefined) return spec;
  const { template, ...others } = spec as { template: Record<string, unknown> };
  const { spec: _, ...ofTemplate } = template;
  return { ...others, template: ofTemplate };
}

function configurationOf(transition: TransitionProps | undefined): Record<string, string> | undefined {
  if (transition === undefined) return undefined;
  const entries = TRANSITION.flatMap(([member, { key }]) => {
    const value: DurationValue | undefined = transition[member];
    return value === undefined ? [] : [[key, durationText(value)] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The operator would stumble over it in each of its rounds. */
function ingressFindings(ingress: FlinkBlueGreenDeploymentProps['ingress']): Finding[] {
  return ingress === undefined || ingress.template !== undefined
    ? []
    : [
        finding(
          'props.missing',
          'ingress.template',
          'is missing: nothing says for which host',
          "give it: '{{name}}.flink.example.com'",
        ),
      ];
}

/** Where a finding about the template stands in these props. */
function pathInTemplate(path: string, patch: unknown): string {
  if (path === 'ingress' || path.startsWith('ingress.')) return `childI${path.slice(1)}`;
  const wire = path.startsWith('spec.') ? `spec.template.${path}` : undefined;
  return wire !== undefined && isOverridden(wire, patch) ? wire : path;
}

function inTermsOfProps(found: Finding, patch: unknown): Finding {
  if (isOverridden(found.path, patch))
    return found.code === 'schema.unknown-field' ? { ...found, severity: 'warning' } : found;
  const option = TRANSITION.find(([, { key }]) => found.path.includes(key));
  if (option !== undefined) return { ...found, path: `transition.${option[0]}` };
  if (!found.path.startsWith(TEMPLATE)) return { ...found, path: found.path.replace(/^spec\./, '') };
  const path = found.path.replace(TEMPLATE, 'spec');
  return { ...found, path: propPath(path, {}, { entries: {}, origin: new Map(), warnings: [] }) };
}
