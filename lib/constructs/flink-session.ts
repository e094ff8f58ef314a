// SPDX-License-Identifier: Apache-2.0
// A Flink session as a cdk8s construct. It delivers what `lib/manifests/flink-session.ts` builds and reports what is found; it decides nothing
// about Flink itself.

import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { buildFlinkSession } from '../manifests/flink-session.ts';
import type { SessionJobProps } from '../manifests/flink-session-job-props.ts';
import type { FlinkSessionProps as SessionProps } from '../manifests/flink-session-props.ts';
import { sessionPortsServiceName } from '../manifests/session-ports.ts';
import { sqlGatewayName } from '../manifests/sql-gateway.ts';
import { FlinkCluster } from './flink-cluster.ts';
import { FlinkSessionJob } from './flink-session-job.ts';
import { isMadeHere, SESSION_BRAND } from './flink-session-reference.ts';
import type { FlinkSessionReference } from './flink-session-reference.ts';
import type { WarningProps } from './warnings.ts';

/** What is said about a Flink session. */
export interface FlinkSessionProps extends SessionProps, WarningProps {}

/** Where a session is that this app does not make. */
export interface FlinkSessionAttributes {
  /**
   * Its namespace.
   * @default - the chart's
   */
  readonly namespace?: string;
}

/**
 * A Flink cluster that runs the jobs that are added to it: a FlinkDeployment without `spec.job`.
 *
 * Mistakes in the props are thrown as one `PropsError`. The FlinkDeployment is the child `Resource`: `ApiObject.of(session)` gives it, for
 * JSON patches and dependencies.
 *
 * @example
 * const session = new FlinkSession(chart, 'shared', {
 *   flinkVersion: FlinkVersion.V1_20,
 *   state: StateStore.s3('s3://acme-flink/shared', { checkpointInterval: Duration.minutes(1) }),
 *   taskManager: { memory: Size.gibibytes(4), slots: 4 },
 *   sqlGateway: true,
 * });
 * session.addJob('dedupe', { job: Job.jar('https://artifacts.example.com/dedupe-1.4.jar', { parallelism: 4 }) });
 */
export class FlinkSession extends FlinkCluster<SessionProps> implements FlinkSessionReference {
  /** Whether `value` is a `FlinkSession`, also one of another copy of this library. */
  static isFlinkSession(value: unknown): value is FlinkSession {
    return isMadeHere(value);
  }

  /**
   * A session that this app does not make, to add jobs to.
   *
   * @param name its `metadata.name`
   */
  static fromName(
    scope: Construct,
    id: string,
    name: string,
    attributes: FlinkSessionAttributes = {},
  ): FlinkSessionReference {
    return new ImportedSession(scope, id, name, attributes.namespace);
  }

  /** The Service of the SQL gateway, if there is one. */
  readonly sqlGatewayServiceName: string | undefined;
  /** The Service with the further ports of the JobManager, if there are any. */
  readonly portsServiceName: string | undefined;

  constructor(scope: Construct, id: string, props: FlinkSessionProps) {
    super(scope, id, props, { kind: 'FlinkSession', build: buildFlinkSession });
    Object.defineProperty(this, SESSION_BRAND, { value: true });
    const has = (name: string): boolean =>
      this.extras.some(({ kind, metadata: of }) => kind === 'Service' && of?.name === name);
    const ofGateway = sqlGatewayName(this.name);
    const ofPorts = sessionPortsServiceName(this.name);
    this.sqlGatewayServiceName = has(ofGateway) ? ofGateway : undefined;
    this.portsServiceName = has(ofPorts) ? ofPorts : undefined;
  }

  /** Adds a job to the session, as a child of it. */
  addJob(id: string, props: SessionJobProps & WarningProps): FlinkSessionJob {
    return addJob(this, id, props);
  }
}

class ImportedSession extends Construct implements FlinkSessionReference {
  readonly name: string;
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, name: string, namespace: string | undefined) {
    super(scope, id);
    this.name = name;
    this.namespace = namespace ?? Chart.of(this).namespace;
  }

  addJob(id: string, props: SessionJobProps & WarningProps): FlinkSessionJob {
    return addJob(this, id, props);
  }
}

/** A job lives where its session does, whatever the chart says. */
function addJob(
  session: Construct & FlinkSessionReference,
  id: string,
  props: SessionJobProps & WarningProps,
): FlinkSessionJob {
  const { namespace } = session;
  return new FlinkSessionJob(session, id, {
    ...props,
    ...(namespace === undefined ? {} : { metadata: { namespace, ...props?.metadata } }),
    session,
  });
}
