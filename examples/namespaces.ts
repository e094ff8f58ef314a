// SPDX-License-Identifier: Apache-2.0
// A chart that brings namespaces along for what comes after it. In most organisations somebody else makes them.

import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** A chart without a namespace of its own that creates `namespaces`. */
export function namespaceChart(scope: Construct, id: string, namespaces: readonly string[]): Chart {
  const chart = new Chart(scope, id);
  for (const name of namespaces)
    new ApiObject(chart, name, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  return chart;
}
