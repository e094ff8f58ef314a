// SPDX-License-Identifier: Apache-2.0
// From the props of a Flink application to its FlinkDeployment, for every front end: a cluster with one job.

import type { FlinkDeployment, JobSpec } from '../api/flink-deployment.ts';
import { buildCluster } from './cluster/build-cluster.ts';
import type { ClusterKind } from './cluster/build-cluster.ts';
import type { Built, Identity } from './cluster/built.ts';
import { optional } from './cluster/cluster-spec.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { APPLICATION_RULES } from './flink-application-rules.ts';
import { flinkApplicationShape } from './flink-application-shape.ts';

const APPLICATION: ClusterKind<FlinkApplicationProps> = {
  shape: flinkApplicationShape,
  job: buildJob,
  // it is what makes the last state known after a crash
  isHighlyAvailable: (props) => props.state !== undefined && upgradeMode(props) === 'last-state',
  parts: [],
  rules: APPLICATION_RULES,
};

/**
 * The FlinkDeployment of an application.
 *
 * @param props what the user said; checked here, so nothing about it is taken for granted
 * @param identity name and namespace where `props.metadata` does not give them
 */
export function buildFlinkApplication(props: FlinkApplicationProps, identity: Identity): Built<FlinkDeployment> {
  return buildCluster(APPLICATION, props, identity);
}

/** The upgrade mode, by default the one that keeps what state there is. */
function upgradeMode(props: FlinkApplicationProps): NonNullable<FlinkApplicationProps['upgradeMode']> {
  return props.upgradeMode ?? (props.state === undefined ? 'stateless' : 'last-state');
}

function buildJob(props: FlinkApplicationProps): JobSpec {
  const { jar, parallelism, entryClass, args, restoreFrom, allowNonRestoredState, redeployNonce } = (props.job ??
    {}) as Partial<FlinkApplicationProps['job']>;
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
