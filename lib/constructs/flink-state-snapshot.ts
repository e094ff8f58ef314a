// SPDX-License-Identifier: Apache-2.0
// A savepoint or checkpoint as a cdk8s construct. It delivers what `lib/manifests/flink-state-snapshot.ts` builds and reports what is found.

import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { buildFlinkStateSnapshot } from '../manifests/flink-state-snapshot.ts';
import type { FlinkStateSnapshotProps as SnapshotProps } from '../manifests/flink-state-snapshot-props.ts';
import { deliver, identityOf } from './deliver.ts';
import type { WarningProps } from './warnings.ts';

const BRAND = Symbol.for('flinkwright.FlinkStateSnapshot');

/** What is said about a savepoint or checkpoint. */
export interface FlinkStateSnapshotProps extends SnapshotProps, WarningProps {}

/**
 * A savepoint or checkpoint of a job, taken once, when the resource is created: a FlinkStateSnapshot. `FlinkApplication.addSnapshot` and
 * `FlinkSessionJob.addSnapshot` make one, too. For another one later, add another construct.
 *
 * Mistakes in the props are thrown as one `PropsError`. The FlinkStateSnapshot is the child `Resource`: `ApiObject.of(snapshot)` gives it,
 * for JSON patches and dependencies.
 *
 * @example
 * new FlinkStateSnapshot(chart, 'before-migration', {
 *   of: { kind: 'FlinkDeployment', name: 'ledger' },
 *   savepoint: { format: 'native', disposeOnDelete: false },
 * });
 */
export class FlinkStateSnapshot extends Construct {
  /** Whether `value` is a `FlinkStateSnapshot`, also one of another copy of this library. */
  static isFlinkStateSnapshot(value: unknown): value is FlinkStateSnapshot {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** Name of the FlinkStateSnapshot. */
  readonly name: string;
  /** Namespace, if the props or the chart say it. */
  readonly namespace: string | undefined;
  /** The FlinkStateSnapshot. */
  readonly resource: ApiObject;

  constructor(scope: Construct, id: string, props: FlinkStateSnapshotProps) {
    super(scope, id);
    Object.defineProperty(this, BRAND, { value: true });
    const { onWarning, ...described } = props ?? {};
    const built = buildFlinkStateSnapshot(described, identityOf(this, 'FlinkStateSnapshot', described.metadata?.name));
    this.name = built.manifest.metadata?.name ?? '';
    this.namespace = built.manifest.metadata?.namespace;
    this.resource = deliver(this, 'FlinkStateSnapshot', built, onWarning === undefined ? {} : { onWarning });
    // a webhook refuses a snapshot whose job is not there yet
    const job = described.of as IConstruct | undefined;
    if (Construct.isConstruct(job)) this.resource.addDependency(ApiObject.of(job));
  }
}
