// SPDX-License-Identifier: Apache-2.0
// From the props of a Flink cluster to its FlinkDeployment, for every front end and every kind of cluster. Pure: same props, same bytes, and
// no mistake is thrown. What is special about a kind (its job, its rules) is a `ClusterKind`.

import { checkResource } from '../../api/check-resource.ts';
import type { Finding } from '../../api/finding.ts';
import type { FlinkDeployment, FlinkDeploymentSpec, JobSpec } from '../../api/flink-deployment.ts';
import { flattenConfiguration } from '../../flink/configuration.ts';
import { isObject } from '../../runtime/json.ts';
import { mergePatch } from '../merge-patch.ts';
import type { Shape, ShapeReport } from '../props-shape.ts';
import { addAccountToken, serviceAccountOf } from '../service-account.ts';
import type { Built, Identity } from './built.ts';
import { clusterConfiguration } from './cluster-configuration.ts';
import { ClusterDraft } from './cluster-draft.ts';
import type { Part } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { CLUSTER_RULES } from './cluster-rules.ts';
import type { ClusterRule } from './cluster-rules.ts';
import { clusterSpec } from './cluster-spec.ts';
import { addComponents } from './component-part.ts';
import { addContainer, addPlugins } from './container-part.ts';
import { distinct, isConsequence, together } from './findings.ts';
import { addHadoop } from './hadoop.ts';
import { addHighAvailability } from './high-availability.ts';
import { inTermsOfProps } from './in-terms-of-props.ts';
import { addMetrics } from './metrics-part.ts';
import { podTemplates } from './pod-templates.ts';
import { addRestService } from './rest-service.ts';
import { addSecretConfig } from './secret-config.ts';
import { addState } from './state-part.ts';
import { templatePath } from './template-paths.ts';

/** What is special about one kind of cluster. */
export interface ClusterKind<P extends FlinkClusterProps> {
  readonly shape: Shape<P>;
  /** `spec.job`; absent: a session. */
  readonly job?: (props: P) => JobSpec;
  /** Whether high availability is on when the props do not say. */
  readonly isHighlyAvailable: (props: P) => boolean;
  /** What its props ask for besides those of every cluster. */
  readonly parts: readonly Part<P>[];
  /** Whether an old version goes on beside the new one for a while. */
  readonly twoAtOnce?: boolean;
  /** Rules besides those of every cluster, spoken first. */
  readonly rules: readonly ClusterRule<P>[];
}

/**
 * The FlinkDeployment of a cluster.
 *
 * @param props what the user said; checked here, so nothing about it is taken for granted
 * @param identity name and namespace where `props.metadata` does not give them
 */
export function buildCluster<P extends FlinkClusterProps>(
  kind: ClusterKind<P>,
  props: P,
  identity: Identity,
): Built<FlinkDeployment> {
  const report: ShapeReport = { findings: [], rejected: new Set() };
  const checked = kind.shape(props, '', report) ?? ({} as P);
  const metadata = buildMetadata(checked, identity);
  const cluster = new ClusterDraft(
    { name: metadata.name ?? identity.name, namespace: metadata.namespace, labels: metadata.labels ?? {} },
    checked.flinkVersion,
    kind.twoAtOnce,
  );
  addState(checked, cluster);
  addHighAvailability(checked, cluster, kind.isHighlyAvailable(checked));
  addComponents(checked, cluster);
  addHadoop(checked, cluster);
  addRestService(checked, cluster);
  addMetrics(checked, cluster);
  addContainer(checked, cluster);
  for (const part of kind.parts) part(checked, cluster);
  addSecretConfig(checked, cluster);
  addPlugins(checked, cluster);
  const config = clusterConfiguration(checked, cluster);
  const warnings = [...config.warnings];
  addAccountToken(props?.serviceAccount, checked, cluster, config.entries);
  const templates = podTemplates(checked, cluster);
  const serviceAccount = serviceAccountOf(checked, cluster, config.entries);
  const spec = clusterSpec(checked, { job: kind.job?.(checked), config, templates, serviceAccount, warnings });
  const manifest: FlinkDeployment = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata,
    spec: checked.spec === undefined ? spec : (mergePatch(spec, patchOf(checked.spec)) as FlinkDeploymentSpec),
  };
  const ofResource = checkResource(manifest, { operatorDefaults: identity.operatorDefaults ?? {} })
    .map((found) => inTermsOfProps(found, checked, config))
    .map((found) => ({ ...found, path: templatePath(found.path, spec, checked) }));
  const relevant = ({ path }: Finding): boolean => !isConsequence(path, report.rejected);
  const ofProps = [
    ...report.findings,
    ...cluster.findings.filter(relevant),
    ...kind.rules.flatMap((rule) => rule(checked, config)).filter(relevant),
    ...CLUSTER_RULES.flatMap((rule) => rule(checked, config)).filter(relevant),
  ];
  return {
    manifest,
    extras: cluster.extras,
    findings: [...together(ofProps, ofResource.filter(relevant)), ...distinct(warnings)],
  };
}

function buildMetadata(props: FlinkClusterProps, identity: Identity): NonNullable<FlinkDeployment['metadata']> {
  const { name = identity.name, namespace = identity.namespace, annotations = {} } = props.metadata ?? {};
  const labels = { ...identity.labels, ...props.metadata?.labels };
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(Object.keys(annotations).length > 0 ? { annotations: { ...annotations } } : {}),
  };
}

/** The escape hatch with its configuration flat as ours is; `null` still removes a key. */
function patchOf(spec: NonNullable<FlinkClusterProps['spec']>): Record<string, unknown> {
  const configuration = (spec as Record<string, unknown>)['flinkConfiguration'];
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
