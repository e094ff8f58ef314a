// SPDX-License-Identifier: Apache-2.0
// From the props of a Flink application to its FlinkDeployment, for every front end: a cluster with one job.

import type { FlinkDeployment, JobSpec } from '../api/flink-deployment.ts';
import { addAutoscaler } from './autoscaler-config.ts';
import { buildCluster } from './cluster/build-cluster.ts';
import type { ClusterKind } from './cluster/build-cluster.ts';
import type { Built, Identity } from './cluster/built.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { APPLICATION_RULES } from './flink-application-rules.ts';
import { flinkApplicationShape } from './flink-application-shape.ts';
import { jobSpec, withStartFresh } from './job-spec.ts';
import { addLifecycle } from './lifecycle-part.ts';
import type { ShapeReport } from './props-shape.ts';
import { addSqlScript, SQL_SCRIPT_ARGUMENTS } from './sql-script-part.ts';

/** What is special about a cluster with one job. */
export const APPLICATION: ClusterKind<FlinkApplicationProps> = {
  shape,
  job: buildJob,
  // it is what makes the last state known after a crash
  isHighlyAvailable: (props) => props.state !== undefined && upgradeMode(props) === 'last-state',
  parts: [addLifecycle, addSqlScript, addAutoscaler],
  rules: APPLICATION_RULES,
};

function shape(value: unknown, path: string, report: ShapeReport): FlinkApplicationProps | undefined {
  const checked = flinkApplicationShape(value, path, report);
  // what a script lacks is said in its own words, not in those of a jar
  if (checked?.job?.sql !== undefined) report.rejected.add('job.jar');
  return checked === undefined ? undefined : withStartFresh(checked);
}

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
  return jobSpec(props.job ?? {}, {
    jobState: props.jobState,
    upgradeMode: upgradeMode(props),
    sqlScript: SQL_SCRIPT_ARGUMENTS,
  });
}
