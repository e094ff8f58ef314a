// SPDX-License-Identifier: Apache-2.0
// From the props of a snapshot to its FlinkStateSnapshot, for every front end. Pure: what is wrong comes back as findings about props.

import { checkResource } from '../api/check-resource.ts';
import type { Finding } from '../api/finding.ts';
import type { FlinkStateSnapshot, FlinkStateSnapshotSpec, SavepointSpec } from '../api/flink-state-snapshot.ts';
import type { Built, Identity } from './cluster/built.ts';
import { optional } from './cluster/cluster-spec.ts';
import { directory } from './cluster/common-shapes.ts';
import { isConsequence, together } from './cluster/findings.ts';
import { isOverridden } from './cluster/prop-paths.ts';
import { finding } from './finding.ts';
import type { FlinkStateSnapshotProps, JobResource, SavepointSnapshot } from './flink-state-snapshot-props.ts';
import { mergePatch } from './merge-patch.ts';
import { jsonObject } from './json-shape.ts';
import { flag, integer, object, oneOf, reject, shown, text } from './props-shape.ts';
import type { Shape, ShapeReport } from './props-shape.ts';
import { referenceOf } from './reference.ts';
import { resourceMetadata, resourceMetadataShape } from './resource-metadata.ts';

const savepointMembers = object<SavepointSnapshot>({
  path: directory,
  format: oneOf(['canonical', 'native']),
  disposeOnDelete: flag,
  alreadyExists: flag,
});

const savepoint: Shape<true | SavepointSnapshot> = (value, path, report) => {
  if (value === true) return value;
  if (typeof value === 'object' && value !== null) return savepointMembers(value, path, report);
  return reject(
    report,
    path,
    `${shown(value)} is no savepoint`,
    'true, or { path, format, … }',
    value === false ? 'for a checkpoint give `checkpoint: true` instead' : 'give true for one with defaults',
  );
};

const jobMembers = object<JobResource>(
  { kind: oneOf(['FlinkDeployment', 'FlinkSessionJob']), name: text, namespace: text },
  ['kind', 'name'],
);

const job: Shape<JobResource> = (value, path, report) =>
  jobMembers(referenceOf(value, ['kind', 'name', 'namespace']), path, report);

const shape: Shape<FlinkStateSnapshotProps> = object<FlinkStateSnapshotProps>({
  metadata: resourceMetadataShape,
  of: job,
  savepoint,
  checkpoint: flag,
  backoffLimit: integer(-1),
  spec: jsonObject,
});

type Rule = (props: FlinkStateSnapshotProps, namespace: string | undefined) => Finding[];

const OneOfTwo: Rule = ({ savepoint, checkpoint }) =>
  checkpoint === true && savepoint !== undefined
    ? [finding('props.twice', 'checkpoint', 'and `savepoint` both say what is taken', 'remove one of the two')]
    : [];

const JobIsKnown: Rule = ({ of, savepoint }) => {
  const exists = typeof savepoint === 'object' && savepoint.alreadyExists === true;
  if (of === undefined && !exists)
    return [
      finding(
        'props.missing',
        'of',
        'is missing: nothing says of which job',
        "give the application or session job, or { kind: 'FlinkDeployment', name }",
      ),
    ];
  return exists && savepoint.path === undefined
    ? [finding('props.missing', 'savepoint.path', 'is missing: nothing says which savepoint exists', 'give its path')]
    : [];
};

const SameNamespace: Rule = ({ of }, namespace) =>
  of?.namespace === undefined || namespace === undefined || of.namespace === namespace
    ? []
    : [
        finding(
          'props.invalid',
          'of',
          `is in namespace ${of.namespace}, but a snapshot sees only its own, ${namespace}`,
          'put the snapshot beside the job: into a chart of that namespace, or with `metadata.namespace`',
        ),
      ];

const RULES: readonly Rule[] = [OneOfTwo, JobIsKnown, SameNamespace];

/** The wire paths that are called otherwise in props. */
const RENAMED: readonly (readonly [wire: string, prop: string])[] = [
  ['spec.jobReference', 'of'],
  ['spec.savepoint.formatType', 'savepoint.format'],
];

/**
 * The FlinkStateSnapshot.
 *
 * @param props what the user said; checked here, so nothing about it is taken for granted
 * @param identity name and namespace where `props.metadata` does not give them
 */
export function buildFlinkStateSnapshot(props: FlinkStateSnapshotProps, identity: Identity): Built<FlinkStateSnapshot> {
  const report: ShapeReport = { findings: [], rejected: new Set() };
  const checked = shape(props, '', report) ?? {};
  const metadata = resourceMetadata(checked.metadata, identity);
  const manifest: FlinkStateSnapshot = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkStateSnapshot',
    metadata,
    spec: mergePatch(buildSpec(checked), checked.spec ?? {}) as FlinkStateSnapshotSpec,
  };
  const relevant = ({ path }: Finding): boolean => !isConsequence(path, report.rejected);
  const ofProps = [...report.findings, ...RULES.flatMap((rule) => rule(checked, metadata.namespace)).filter(relevant)];
  const ofResource = checkResource(manifest).map((found) => inTermsOfProps(found, checked));
  return { manifest, extras: [], findings: together(ofProps, ofResource.filter(relevant)) };
}

function buildSpec({ of, savepoint, checkpoint, backoffLimit }: FlinkStateSnapshotProps): FlinkStateSnapshotSpec {
  return {
    ...(of?.kind === undefined ? {} : { jobReference: { kind: of.kind, name: of.name } }),
    ...(checkpoint === true ? { checkpoint: {} } : { savepoint: savepointSpec(savepoint) }),
    ...optional('backoffLimit', backoffLimit),
  };
}

function savepointSpec(savepoint: FlinkStateSnapshotProps['savepoint']): SavepointSpec {
  const { path, format, disposeOnDelete, alreadyExists } = savepoint === true ? {} : (savepoint ?? {});
  return {
    ...optional('path', path),
    ...(format === undefined ? {} : { formatType: format === 'native' ? 'NATIVE' : 'CANONICAL' }),
    ...optional('disposeOnDelete', disposeOnDelete),
    ...optional('alreadyExists', alreadyExists),
  };
}

function inTermsOfProps(found: Finding, props: FlinkStateSnapshotProps): Finding {
  if (isOverridden(found.path, props.spec))
    return found.code === 'schema.unknown-field' ? { ...found, severity: 'warning' } : found;
  const renamed = RENAMED.find(([wire]) => found.path === wire || found.path.startsWith(`${wire}.`));
  const path =
    renamed === undefined ? found.path.replace(/^spec\./, '') : renamed[1] + found.path.slice(renamed[0].length);
  return { ...found, path };
}
