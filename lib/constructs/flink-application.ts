// SPDX-License-Identifier: Apache-2.0
// A Flink application as a cdk8s construct. It delivers what `lib/manifests/flink-application.ts` builds and reports what is found; it
// decides nothing about Flink itself.

import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { FlinkDeployment } from '../api/flink-deployment.ts';
import { restServiceName } from '../manifests/cluster-names.ts';
import { DEFAULT_SERVICE_ACCOUNT } from '../manifests/cluster/cluster-spec.ts';
import { buildFlinkApplication } from '../manifests/flink-application.ts';
import type { FlinkApplicationProps as ApplicationProps } from '../manifests/flink-application-props.ts';
import { throwIfWrong } from '../manifests/props-error.ts';
import { generatedName } from './generated-name.ts';
import { addObjects } from './kubernetes-objects.ts';
import { checkTree } from './tree-checks.ts';
import { warn } from './warnings.ts';
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
export class FlinkApplication extends Construct {
  /** Whether `value` is a `FlinkApplication`, also one of another copy of this library. */
  static isFlinkApplication(value: unknown): value is FlinkApplication {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** Name of the FlinkDeployment, of the Flink cluster and of its JobManager Deployment. */
  readonly name: string;
  /** Namespace, if the props or the chart say it. */
  readonly namespace: string | undefined;
  /** Name of the service account of the application's pods. */
  readonly serviceAccountName: string;
  /** The FlinkDeployment. */
  readonly resource: ApiObject;

  constructor(scope: Construct, id: string, props: FlinkApplicationProps) {
    super(scope, id);
    Object.defineProperty(this, BRAND, { value: true });
    const { onWarning, ...described } = props ?? {};
    const { namespace, labels } = Chart.of(this);
    const { manifest, extras, findings } = buildFlinkApplication(described, {
      name: described.metadata?.name ?? generatedName(this, 'FlinkDeployment'),
      ...(namespace === undefined ? {} : { namespace }),
      labels,
    });
    warn(
      this,
      'FlinkApplication',
      throwIfWrong(`FlinkApplication ${this.node.path}`, findings),
      onWarning === undefined ? {} : { onWarning },
    );
    this.name = manifest.metadata?.name ?? '';
    this.namespace = manifest.metadata?.namespace;
    this.serviceAccountName = manifest.spec?.serviceAccount ?? DEFAULT_SERVICE_ACCOUNT;
    this.resource = new ApiObject(this, 'Resource', asProps(manifest));
    this.resource.addDependency(...addObjects(this, extras, () => false));
    checkTree(this);
  }

  /** The Service through which Flink's REST API and web interface are reached, on port 8081 unless configured otherwise. */
  get restServiceName(): string {
    return restServiceName(this.name);
  }
}

function asProps(manifest: FlinkDeployment): ConstructorParameters<typeof ApiObject>[2] {
  return manifest as ConstructorParameters<typeof ApiObject>[2];
}
