// SPDX-License-Identifier: Apache-2.0
// A Flink application as a cdk8s construct. It delivers what `lib/manifests/flink-application.ts` builds and reports what is found; it
// decides nothing about Flink itself.

import type { Construct } from 'constructs';
import { buildFlinkApplication } from '../manifests/flink-application.ts';
import type { FlinkApplicationProps as ApplicationProps } from '../manifests/flink-application-props.ts';
import type { JobResource } from '../manifests/flink-state-snapshot-props.ts';
import { FlinkCluster } from './flink-cluster.ts';
import { given } from '../manifests/given.ts';
import { FlinkStateSnapshot } from './flink-state-snapshot.ts';
import type { FlinkStateSnapshotProps } from './flink-state-snapshot.ts';
import type { WarningProps } from './warnings.ts';

const BRAND = Symbol.for('flinkwright.FlinkApplication');

/** What is said about a Flink application. */
export interface FlinkApplicationProps extends ApplicationProps, WarningProps {}

/**
 * One Flink job with a cluster of its own: a FlinkDeployment with `spec.job`.
 *
 * Mistakes in the props are thrown as one `PropsError`. The FlinkDeployment is the child `Resource`: `ApiObject.of(application)` gives
 * it, for JSON patches and dependencies.
 *
 * @example
 * new FlinkApplication(chart, 'fraud-detection', {
 *   flinkVersion: FlinkVersion.V1_20,
 *   image: 'registry.example.com/fraud:1.4.2',
 *   job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4 }),
 *   state: StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) }),
 * });
 */
export class FlinkApplication extends FlinkCluster<ApplicationProps> implements JobResource {
  /** Whether `value` is a `FlinkApplication`, also one of another copy of this library. */
  static isFlinkApplication(value: unknown): value is FlinkApplication {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** How snapshots refer to it. */
  readonly kind = 'FlinkDeployment' as const;

  constructor(scope: Construct, id: string, props: FlinkApplicationProps) {
    super(scope, id, props, { kind: 'FlinkApplication', build: buildFlinkApplication });
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** Adds a savepoint or checkpoint of the application's job, which is taken once. */
  addSnapshot(id: string, props: Omit<FlinkStateSnapshotProps, 'of'> = {}): FlinkStateSnapshot {
    const { namespace } = this;
    return new FlinkStateSnapshot(this, id, {
      ...props,
      ...(namespace === undefined ? {} : { metadata: { namespace, ...given(props).metadata } }),
      of: this,
    });
  }
}
