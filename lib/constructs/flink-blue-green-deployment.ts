// SPDX-License-Identifier: Apache-2.0
// A blue/green application as a cdk8s construct. It delivers what `lib/manifests/flink-blue-green-deployment.ts` builds and reports what is
// found; it decides nothing about Flink itself.

import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { DEFAULT_SERVICE_ACCOUNT } from '../manifests/cluster/cluster-spec.ts';
import { BLUE_GREEN_NAME_LENGTH, buildFlinkBlueGreenDeployment } from '../manifests/flink-blue-green-deployment.ts';
import type { FlinkBlueGreenDeploymentProps as BlueGreenProps } from '../manifests/flink-blue-green-deployment-props.ts';
import { deliver, identityOf } from './deliver.ts';
import type { WarningProps } from './warnings.ts';

const BRAND = Symbol.for('flinkwright.FlinkBlueGreenDeployment');

/** What is said about a blue/green application. */
export interface FlinkBlueGreenDeploymentProps extends BlueGreenProps, WarningProps {}

/**
 * A Flink application that is replaced by starting the new one beside the old one, and only then stopping the old one: a
 * FlinkBlueGreenDeployment, of which the operator makes the FlinkDeployments `<name>-blue` and `<name>-green`.
 *
 * Mistakes in the props are thrown as one `PropsError`. The FlinkBlueGreenDeployment is the child `Resource`: `ApiObject.of(deployment)` gives
 * it, for JSON patches and dependencies.
 *
 * @example
 * new FlinkBlueGreenDeployment(chart, 'fraud', {
 *   flinkVersion: FlinkVersion.V1_20,
 *   image: 'registry.example.com/fraud:44',
 *   job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4 }),
 *   state: StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) }),
 *   transition: { abortGracePeriod: Duration.minutes(5), deletionDelay: Duration.seconds(30) },
 * });
 */
export class FlinkBlueGreenDeployment extends Construct {
  /** Whether `value` is a `FlinkBlueGreenDeployment`, also one of another copy of this library. */
  static isFlinkBlueGreenDeployment(value: unknown): value is FlinkBlueGreenDeployment {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** Name of the FlinkBlueGreenDeployment. */
  readonly name: string;
  /** Namespace, if the props or the chart say it. */
  readonly namespace: string | undefined;
  /** Name of the service account of the pods of both applications. */
  readonly serviceAccountName: string;
  /** The FlinkBlueGreenDeployment. */
  readonly resource: ApiObject;

  constructor(scope: Construct, id: string, props: FlinkBlueGreenDeploymentProps) {
    super(scope, id);
    Object.defineProperty(this, BRAND, { value: true });
    const { onWarning, ...described } = props ?? {};
    const built = buildFlinkBlueGreenDeployment(
      described,
      identityOf(this, 'FlinkBlueGreenDeployment', described.metadata?.name, BLUE_GREEN_NAME_LENGTH),
    );
    const { metadata, spec } = built.manifest;
    this.name = metadata?.name ?? '';
    this.namespace = metadata?.namespace;
    this.serviceAccountName = spec?.template?.spec?.serviceAccount ?? DEFAULT_SERVICE_ACCOUNT;
    this.resource = deliver(this, 'FlinkBlueGreenDeployment', built, onWarning === undefined ? {} : { onWarning });
  }
}
