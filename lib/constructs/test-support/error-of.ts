// SPDX-License-Identifier: Apache-2.0
// Good props of an application, and what is thrown at somebody who gets them wrong.

import { Chart, Testing } from 'cdk8s';
import { FlinkVersion } from '../../manifests/enums.ts';
import { Job } from '../../manifests/job.ts';
import { PropsError } from '../../manifests/props-error.ts';
import { StateStore } from '../../manifests/cluster/state-store.ts';
import type { FlinkApplicationProps } from '../flink-application.ts';
import { FlinkApplication } from '../flink-application.ts';

/** Props without any mistake. */
export const good: Required<Pick<FlinkApplicationProps, 'flinkVersion' | 'job' | 'state'>> = {
  flinkVersion: FlinkVersion.V1_20,
  job: Job.jar('local:///opt/flink/usrlib/job.jar', { parallelism: 2 }),
  state: StateStore.s3('s3://acme/job'),
};

/** The error of a construct with these props; throws if there is none. */
export function errorOf(props: object): PropsError {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'streaming' });
  try {
    new FlinkApplication(chart, 'app', { onWarning: () => {}, ...props } as never);
  } catch (error) {
    if (PropsError.isPropsError(error)) return error;
    throw error;
  }
  throw new Error('nothing was found');
}
