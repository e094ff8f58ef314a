// SPDX-License-Identifier: Apache-2.0
// Flink's own StateMachineExample, which the official image brings along, with its state on a volume: a job that really checkpoints and that
// needs nothing but a PersistentVolumeClaim. The demo and the end-to-end tests run it; it does not create the claim's contents.

import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { FlinkApplication, FlinkVersion, JobState, Job, StateStore, UpgradeMode } from '../../lib/index.ts';
import type { FlinkApplicationProps } from '../../lib/index.ts';

/** What may differ between two runs of the example. */
export interface StateMachineProps {
  /** Namespace of everything in the chart. */
  readonly namespace: string;
  /** @default 'state-machine' */
  readonly name?: string;
  /** @default 2 */
  readonly parallelism?: number;
  /** @default UpgradeMode.SAVEPOINT */
  readonly upgradeMode?: UpgradeMode;
  /** @default JobState.RUNNING */
  readonly jobState?: JobState;
  /** @default - none */
  readonly restartNonce?: number;
  /** Time between checkpoints in Flink's notation. @default '10 s' */
  readonly checkpointInterval?: string;
  /** Claim that the state is on. @default 'data' */
  readonly claimName?: string;
  /** Whether the chart makes the claim, of 1 GiB in the default storage class. @default false: it is there */
  readonly createClaim?: boolean;
  /** Further props of the application; they win. @default - none */
  readonly application?: Partial<FlinkApplicationProps>;
}

/** A chart with the StateMachineExample: one JobManager, one TaskManager of two slots, little memory. */
export function stateMachineChart(scope: Construct, props: StateMachineProps): Chart {
  const { namespace, name = 'state-machine', claimName = 'data' } = props;
  const chart = new Chart(scope, name, { namespace });
  if (props.createClaim === true) {
    new ApiObject(chart, 'claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: claimName },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
  }
  new FlinkApplication(chart, 'application', {
    metadata: { name },
    flinkVersion: FlinkVersion.V1_20,
    image: 'flink:1.20',
    job: Job.jar('local:///opt/flink/examples/streaming/StateMachineExample.jar', {
      parallelism: props.parallelism ?? 2,
    }),
    upgradeMode: props.upgradeMode ?? UpgradeMode.SAVEPOINT,
    jobState: props.jobState ?? JobState.RUNNING,
    ...(props.restartNonce === undefined ? {} : { restartNonce: props.restartNonce }),
    state: StateStore.volume(claimName, { mountPath: '/data', checkpointInterval: props.checkpointInterval ?? '10 s' }),
    highAvailability: true,
    // the one that FlinkOperator makes in the namespaces it watches
    serviceAccount: 'flink',
    jobManager: { cpu: 0.5, memory: '1024m' },
    taskManager: { cpu: 0.5, memory: '1280m', slots: 2 },
    ...props.application,
  });
  return chart;
}
