// SPDX-License-Identifier: Apache-2.0
// From the props of a session job to its FlinkSessionJob, for every front end. Pure: what is wrong comes back as findings about props.

import { checkResource } from '../api/check-resource.ts';
import type { Finding } from '../api/finding.ts';
import type { FlinkDeployment } from '../api/flink-deployment.ts';
import type { FlinkSessionJob, FlinkSessionJobSpec } from '../api/flink-session-job.ts';
import { isObject } from '../runtime/json.ts';
import { addAutoscaler } from './autoscaler-config.ts';
import { autoscalerFindings } from './autoscaler-rules.ts';
import { autoscalerShape } from './autoscaler-shape.ts';
import type { Built, Identity } from './cluster/built.ts';
import { clusterConfiguration } from './cluster/cluster-configuration.ts';
import type { ClusterConfiguration } from './cluster/cluster-configuration.ts';
import { ClusterDraft } from './cluster/cluster-draft.ts';
import type { FlinkClusterProps } from './cluster/cluster-props.ts';
import { optional } from './cluster/cluster-spec.ts';
import { nonce } from './cluster/common-shapes.ts';
import { distinct, isConsequence, together } from './cluster/findings.ts';
import { inTermsOfProps } from './cluster/in-terms-of-props.ts';
import { addState } from './cluster/state-part.ts';
import { stateShape } from './cluster/state-shape.ts';
import type { StateStore } from './cluster/state-store.ts';
import { configShape } from './config-shape.ts';
import { JobState, UpgradeMode } from './enums.ts';
import { finding } from './finding.ts';
import type { FlinkSessionJobProps, SessionResource } from './flink-session-job-props.ts';
import { jobFindings } from './job-rules.ts';
import { jobShape } from './job-shape.ts';
import { jobSpec, withStartFresh } from './job-spec.ts';
import { addLifecycle } from './lifecycle-part.ts';
import { LIFECYCLE_MEMBERS } from './lifecycle-shape.ts';
import { mergePatch } from './merge-patch.ts';
import { jsonObject } from './json-shape.ts';
import { object, oneOf, reject, shown, text } from './props-shape.ts';
import type { Shape, ShapeReport } from './props-shape.ts';
import { referenceOf } from './reference.ts';
import { resourceMetadata, resourceMetadataShape } from './resource-metadata.ts';

/** Label of a session job: its session. The Java operator's webhook sets the same. */
const SESSION_LABEL = 'target.session';

const sessionMembers = object<SessionResource>({ name: text, namespace: text }, ['name']);

const session: Shape<string | SessionResource> = (value, path, report) => {
  if (typeof value === 'string' && value !== '') return { name: value };
  if (isObject(value)) return sessionMembers(referenceOf(value, ['name', 'namespace']), path, report);
  return reject(
    report,
    path,
    `${shown(value)} is not a session`,
    'a FlinkSession, a name, or { name, namespace }',
    "give the session: 'shared'",
  );
};

const shape: Shape<FlinkSessionJobProps> = object<FlinkSessionJobProps>(
  {
    metadata: resourceMetadataShape,
    session,
    job: jobShape,
    upgradeMode: oneOf(Object.values(UpgradeMode)),
    jobState: oneOf(Object.values(JobState)),
    restartNonce: nonce,
    state: stateShape,
    savepoints: LIFECYCLE_MEMBERS.savepoints,
    checkpoints: LIFECYCLE_MEMBERS.checkpoints,
    upgrade: LIFECYCLE_MEMBERS.upgrade,
    restartFailed: LIFECYCLE_MEMBERS.restartFailed,
    autoscaler: autoscalerShape,
    config: configShape,
    operatorConfig: configShape,
    spec: jsonObject,
  },
  ['session', 'job'],
);

type Rule = (props: FlinkSessionJobProps) => Finding[];

/** Members of a state store about how it is reached. */
const ACCESS = ['s3', 'gcs', 'azure', 'volume'] as const;

function directoriesOf(state: StateStore | undefined): StateStore | undefined {
  if (state === undefined) return undefined;
  const { s3: _s3, gcs: _gcs, azure: _azure, volume: _volume, ...others } = state;
  return others;
}

const AccessIsTheSessions: Rule = ({ state }) =>
  ACCESS.flatMap((member) =>
    state?.[member] === undefined
      ? []
      : [
          finding(
            'props.ignored',
            `state.${member}`,
            'would be ignored: how the place is reached is configured in the pods, which are those of the session',
            `give \`state\` with this to the session, and only the directory here: StateStore.directory('${state.directory}')`,
          ),
        ],
  );

const ScriptsNeedNoFile: Rule = ({ job }) =>
  job?.sql?.runner === undefined
    ? []
    : [
        finding(
          'props.invalid',
          'job.sql.runner',
          'reads the script from a file, but a session job has no pods that could hold it',
          'run the script as a FlinkApplication, through the SQL gateway of the session, or with Flink 2.0 and no runner',
        ),
      ];

const RULES: readonly Rule[] = [AccessIsTheSessions, ScriptsNeedNoFile];

/**
 * The FlinkSessionJob.
 *
 * @param props what the user said; checked here, so nothing about it is taken for granted
 * @param identity name and namespace where `props.metadata` does not give them
 * @param cluster the FlinkDeployment of the session, where it is known; more is checked then
 */
export function buildFlinkSessionJob(
  props: FlinkSessionJobProps,
  identity: Identity,
  cluster?: FlinkDeployment,
): Built<FlinkSessionJob> {
  const report: ShapeReport = { findings: [], rejected: new Set() };
  const checked = withStartFresh(shape(props, '', report) ?? ({} as FlinkSessionJobProps));
  const metadata = resourceMetadata(checked.metadata, identity);
  const target = checked.session as SessionResource | undefined;
  if (target !== undefined) metadata.labels = { ...metadata.labels, [SESSION_LABEL]: target.name };
  const version = cluster?.spec?.flinkVersion;
  const draft = new ClusterDraft(
    { name: metadata.name ?? '', namespace: metadata.namespace, labels: metadata.labels ?? {} },
    version,
  );
  addState({ state: directoriesOf(checked.state) } as FlinkClusterProps, draft);
  addLifecycle(checked, draft);
  addAutoscaler(checked, draft);
  const config = clusterConfiguration(checked, draft);
  const spec = mergePatch(buildSpec(checked, target, config, cluster), checked.spec ?? {}) as FlinkSessionJobSpec;
  const manifest: FlinkSessionJob = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkSessionJob', metadata, spec };
  const relevant = ({ path }: Finding): boolean => !isConsequence(path, report.rejected);
  const ofProps = [
    ...report.findings,
    ...draft.findings,
    ...[
      ...sameNamespace(target, metadata.namespace),
      ...RULES.flatMap((rule) => rule(checked)),
      ...autoscalerFindings(checked.autoscaler, version, 'session'),
      ...jobFindings(checked.job, { version, mode: undefined, config: config.entries }),
    ].filter(relevant),
  ];
  const ofResource = checkResource(manifest, {
    ...(identity.operatorDefaults === undefined ? {} : { operatorDefaults: identity.operatorDefaults }),
    ...(cluster === undefined ? {} : { deployment: () => cluster }),
  }).map((found) => inTermsOfSessionJob(found, checked, config));
  return {
    manifest,
    extras: [],
    findings: [...together(ofProps, ofResource.filter(relevant)), ...distinct(config.warnings)],
  };
}

function buildSpec(
  props: FlinkSessionJobProps,
  target: SessionResource | undefined,
  { entries }: ClusterConfiguration,
  cluster: FlinkDeployment | undefined,
): FlinkSessionJobSpec {
  const job = (props.job as FlinkSessionJobProps['job'] | undefined) ?? {};
  return {
    ...optional('deploymentName', target?.name),
    job: jobSpec(job, {
      jobState: props.jobState,
      upgradeMode: props.upgradeMode ?? (keepsState(props, cluster) ? 'last-state' : 'stateless'),
      sqlScript: { driver: job.sql === undefined ? [] : ['--script', job.sql.script], runner: [] },
    }),
    ...optional('restartNonce', props.restartNonce),
    ...(Object.keys(entries).length > 0 ? { flinkConfiguration: entries } : {}),
  };
}

/** Names of the directory for checkpoints, as a session's configuration may say it. */
const CHECKPOINT_DIRECTORY = ['execution.checkpointing.dir', 'state.checkpoints.dir', 'state.backend.fs.checkpointdir'];

function keepsState({ state }: FlinkSessionJobProps, cluster: FlinkDeployment | undefined): boolean {
  const ofSession = cluster?.spec?.flinkConfiguration ?? {};
  return state !== undefined || CHECKPOINT_DIRECTORY.some((key) => ofSession[key] !== undefined);
}

function sameNamespace(target: SessionResource | undefined, namespace: string | undefined): Finding[] {
  return target?.namespace === undefined || namespace === undefined || target.namespace === namespace
    ? []
    : [
        finding(
          'props.invalid',
          'session',
          `is in namespace ${target.namespace}, but a session job finds only sessions of its own, ${namespace}`,
          'put the job beside its session: into a chart of that namespace, or with `metadata.namespace`',
        ),
      ];
}

function inTermsOfSessionJob(found: Finding, props: FlinkSessionJobProps, config: ClusterConfiguration): Finding {
  const said = inTermsOfProps(found, props, config);
  return said.path === 'deploymentName' ? { ...said, path: 'session' } : said;
}
