// SPDX-License-Identifier: Apache-2.0
// The name of a Flink resource that was given none: the chart's own way of naming, bent to what Flink allows. Charts that name things
// their own way, or without hashes, are respected.

import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterName } from '../manifests/cluster-name.ts';

/** A name for the main object of `construct`. */
export function generatedName(construct: Construct, kind: string, maxLength?: number): string {
  // charts look at nothing but the node and the kind, and the object itself cannot exist before it has its name
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as said above
  const generated = Chart.of(construct).generateObjectName({ node: construct.node, kind } as ApiObject);
  return clusterName(generated, () => construct.node.addr, maxLength);
}
