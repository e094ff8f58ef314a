// SPDX-License-Identifier: Apache-2.0
// Where settings live that people write into the spec of a session job or of a snapshot. Those of clusters are invention-homes.ts.

import { JOB, prefixed } from './invention-homes.ts';
import type { Homes } from './invention-homes.ts';

/** Of the spec of a FlinkSessionJob. */
export const SESSION_JOB: Homes = {
  cluster: 'spec:deploymentName',
  clusterName: 'spec:deploymentName',
  deployment: 'spec:deploymentName',
  flinkDeployment: 'spec:deploymentName',
  session: 'spec:deploymentName',
  sessionCluster: 'spec:deploymentName',
  sessionClusterName: 'spec:deploymentName',
  sessionName: 'spec:deploymentName',
  ...prefixed(JOB, 'spec:job.'),
  parallelism: 'spec:job.parallelism',
};

/** Of the spec of a FlinkStateSnapshot. */
export const SNAPSHOT: Homes = {
  deploymentName: 'spec:jobReference.name',
  flinkDeployment: 'spec:jobReference.name',
  job: 'spec:jobReference',
  jobName: 'spec:jobReference.name',
  reference: 'spec:jobReference',
  sessionJob: 'Write spec.jobReference with kind: FlinkSessionJob and the name.',
  type: 'Give spec.savepoint or spec.checkpoint; each may be an empty object, {}.',
  snapshotType: 'Give spec.savepoint or spec.checkpoint; each may be an empty object, {}.',
  path: 'spec:savepoint.path',
  formatType: 'spec:savepoint.formatType',
  alreadyExists: 'spec:savepoint.alreadyExists',
  disposeOnDelete: 'spec:savepoint.disposeOnDelete',
  retries: 'spec:backoffLimit',
};
