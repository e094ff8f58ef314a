// SPDX-License-Identifier: Apache-2.0
// What a user says about an application that is replaced by starting the new one beside the old one, the same for every front end.
// Declarations only: `flink-blue-green-deployment.ts` checks them and turns them into a FlinkBlueGreenDeployment.

import type { FlinkBlueGreenDeploymentSpec } from '../api/flink-blue-green-deployment.ts';
import type { IngressSpec } from '../api/flink-deployment.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import type { MergePatch } from './merge-patch.ts';
import type { DurationValue } from './quantities.ts';

/** How the new application takes over from the old one. */
export interface TransitionProps {
  /**
   * How long the new one may take to become ready; after that it is given up, and the old one stays
   * (`kubernetes.operator.bluegreen.abort.grace-period`).
   * @default - 10 minutes
   */
  readonly abortGracePeriod?: DurationValue;
  /**
   * How long the old one stays beside the new one once that is ready (`kubernetes.operator.bluegreen.deployment-deletion.delay`).
   * @default - not at all
   */
  readonly deletionDelay?: DurationValue;
  /**
   * How often the operator looks while it waits (`kubernetes.operator.bluegreen.reconciliation.reschedule-interval`).
   * @default - 15 seconds
   */
  readonly rescheduleInterval?: DurationValue;
}

/** A Flink application that is replaced without a gap: a cluster, its job, and how a new one takes over. */
export interface FlinkBlueGreenDeploymentProps extends Omit<FlinkApplicationProps, 'spec'> {
  /** How the new application takes over from the old one (`spec.configuration`). */
  readonly transition?: TransitionProps;
  /**
   * Ingress that always leads to the application in service (`spec.ingress`).
   * @default - none
   */
  readonly ingress?: IngressSpec;
  /**
   * Ingress of each of the two applications (`spec.template.spec.ingress`); `blue-` or `green-` is put before its template.
   * @default - none
   */
  readonly childIngress?: IngressSpec;
  /**
   * Merged over the finished `spec` last, as a JSON merge patch with the names of the wire: `null` removes, lists replace.
   * @default - none
   * @example { template: { spec: { job: { autoscalerResetNonce: 2 } } } }
   */
  readonly spec?: MergePatch<FlinkBlueGreenDeploymentSpec>;
}
