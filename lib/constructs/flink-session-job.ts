// SPDX-License-Identifier: Apache-2.0
// A job of a session as a cdk8s construct. It delivers what `lib/manifests/flink-session-job.ts` builds and reports what is found; it decides
// nothing about Flink itself.

import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { given } from '../manifests/given.ts';
import { buildFlinkSessionJob } from '../manifests/flink-session-job.ts';
import type { FlinkSessionJobProps as JobProps, SessionResource } from '../manifests/flink-session-job-props.ts';
import type { JobResource } from '../manifests/flink-state-snapshot-props.ts';
import { deliver, identityOf } from './deliver.ts';
import { FlinkStateSnapshot } from './flink-state-snapshot.ts';
import type { FlinkStateSnapshotProps } from './flink-state-snapshot.ts';
import { isMadeHere } from './flink-session-reference.ts';
import type { WarningProps } from './warnings.ts';

const BRAND = Symbol.for('flinkwright.FlinkSessionJob');

/** What is said about a job of a session. */
export interface FlinkSessionJobProps extends JobProps, WarningProps {}

/**
 * A job that runs in a session: a FlinkSessionJob. `FlinkSession.addJob` makes one, too.
 *
 * Mistakes in the props are thrown as one `PropsError`. The FlinkSessionJob is the child `Resource`: `ApiObject.of(job)` gives it, for JSON
 * patches and dependencies.
 *
 * @example
 * new FlinkSessionJob(chart, 'dedupe', {
 *   session: 'shared',
 *   job: Job.jar('https://artifacts.example.com/dedupe-1.4.jar', { parallelism: 4 }),
 *   state: StateStore.directory('s3://acme-flink/dedupe'),
 * });
 */
export class FlinkSessionJob extends Construct implements JobResource {
  /** Whether `value` is a `FlinkSessionJob`, also one of another copy of this library. */
  static isFlinkSessionJob(value: unknown): value is FlinkSessionJob {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** How snapshots refer to it. */
  readonly kind = 'FlinkSessionJob' as const;
  /** Name of the FlinkSessionJob. */
  readonly name: string;
  /** Namespace, if the props or the chart say it. */
  readonly namespace: string | undefined;
  /** Name of the session's FlinkDeployment. */
  readonly sessionName: string;
  /** The FlinkSessionJob. */
  readonly resource: ApiObject;

  constructor(scope: Construct, id: string, props: FlinkSessionJobProps) {
    super(scope, id);
    Object.defineProperty(this, BRAND, { value: true });
    const { onWarning, ...described } = props ?? {};
    const session: string | SessionResource | undefined = described.session;
    const cluster = isMadeHere(session) ? session.manifest : undefined;
    const built = buildFlinkSessionJob(
      described,
      identityOf(this, 'FlinkSessionJob', described.metadata?.name),
      cluster,
    );
    this.name = built.manifest.metadata?.name ?? '';
    this.namespace = built.manifest.metadata?.namespace;
    this.sessionName = built.manifest.spec?.deploymentName ?? '';
    this.resource = deliver(this, 'FlinkSessionJob', built, onWarning === undefined ? {} : { onWarning });
  }

  /** Adds a savepoint or checkpoint of the job, which is taken once. */
  addSnapshot(id: string, props: Omit<FlinkStateSnapshotProps, 'of'> = {}): FlinkStateSnapshot {
    const { namespace } = this;
    return new FlinkStateSnapshot(this, id, {
      ...props,
      ...(namespace === undefined ? {} : { metadata: { namespace, ...given(props).metadata } }),
      of: this,
    });
  }
}
