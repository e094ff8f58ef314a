// SPDX-License-Identifier: Apache-2.0
// What a user says about a Flink session, the same for every front end: a cluster that waits for jobs, and what makes it reachable.
// Declarations only: `flink-session-shape.ts` checks them, `flink-session.ts` turns them into objects.

import type { FlinkConfig } from '../flink/config-types/flink-config.ts';
import type { PodTemplateSpec } from '../kubernetes/objects.ts';
import type { FlinkClusterProps } from './cluster/cluster-props.ts';
import type { SizeValue } from './quantities.ts';

/**
 * Flink's SQL gateway for a session: a Deployment of its own, so that it can change without the session's jobs being restarted, and a
 * Service, both called `<session>-sql-gateway`. Whoever reaches it can run SQL in the session.
 */
export interface SqlGatewayProps {
  /**
   * Port of the REST endpoint, at the Service and in the pod.
   * @default 8083
   */
  readonly port?: number;
  /**
   * CPU cores that are requested.
   * @default 0.5
   */
  readonly cpu?: number;
  /**
   * Memory of the container, requested and at most; the heap gets 70 % of it.
   * @default - 1 GiB
   */
  readonly memory?: SizeValue;
  /**
   * Configuration of the gateway and of the jobs that it starts (`sql-gateway.*`, `table.*`, `execution.*`), over that of the session.
   * @default - what the session's configuration says
   * @example { 'sql-gateway.session.idle-timeout': '30 min' }
   */
  readonly config?: FlinkConfig;
  /**
   * Laid over the gateway's pod, by name; its container is called `sql-gateway`.
   * @default - none
   */
  readonly podTemplate?: PodTemplateSpec;
}

/** A further port of the JobManager. */
export interface SessionPort {
  /**
   * Its name: at most 15 lower-case letters, digits and `-`.
   * @example 'jmx'
   */
  readonly name: string;
  /** Number of the port, in the container and at the Service. */
  readonly port: number;
  /** @default 'TCP' */
  readonly protocol?: 'TCP' | 'UDP';
}

/** A Flink session: a cluster that runs the jobs that are handed to it. */
export interface FlinkSessionProps extends FlinkClusterProps {
  /**
   * Whether there is an SQL gateway, and how it is. Needs Flink 1.16 or later, and an image with `flink-sql-gateway` in `/opt/flink/opt`, as
   * official images have it.
   * @default false
   */
  readonly sqlGateway?: boolean | SqlGatewayProps;
  /**
   * Further ports of the JobManager, through the Service `<session>-ports`. Flink's REST API needs none: it has the Service `<session>-rest`.
   * @default - none
   * @example [{ name: 'jmx', port: 9999 }]
   */
  readonly ports?: readonly SessionPort[];
}
