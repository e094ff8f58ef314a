// SPDX-License-Identifier: Apache-2.0
// The CustomResourceDefinitions of flink.apache.org/v1beta1 as plain objects: names, columns and subresources as data, the schema from
// the zod schemas. Installing them is done elsewhere; scripts/generate-crds.ts writes the files in crds/.

import type * as z from 'zod';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import {
  flinkBlueGreenDeploymentSchema,
  flinkDeploymentSchema,
  flinkSessionJobSchema,
  flinkStateSnapshotSchema,
} from './schemas.ts';
import { structuralSchema } from './structural-schema.ts';
import type { StructuralSchema } from './structural-schema.ts';

export const API_GROUP = 'flink.apache.org';
export const API_VERSION_NAME = 'v1beta1';

export interface PrinterColumn {
  jsonPath: string;
  name: string;
  priority: number;
  type: string;
}

export interface ScalePaths {
  labelSelectorPath: string;
  specReplicasPath: string;
  statusReplicasPath: string;
}

export interface CustomResourceDefinition extends KubernetesObject {
  apiVersion: 'apiextensions.k8s.io/v1';
  kind: 'CustomResourceDefinition';
  metadata: { name: string };
  spec: {
    group: string;
    names: { kind: string; plural: string; shortNames: string[]; singular: string };
    scope: 'Namespaced';
    versions: {
      additionalPrinterColumns: PrinterColumn[];
      name: string;
      schema: { openAPIV3Schema: StructuralSchema };
      served: true;
      storage: true;
      subresources: { status: Record<string, never>; scale?: ScalePaths };
    }[];
  };
}

/** What sets one kind apart from another. */
interface Kind {
  kind: string;
  shortName: string;
  /** The schema of the members `spec` and `status`. */
  schema: z.ZodType;
  columns: readonly (readonly [name: string, jsonPath: string])[];
  scale?: ScalePaths;
}

const FLINK_DEPLOYMENT: Kind = {
  kind: 'FlinkDeployment',
  shortName: 'flinkdep',
  schema: flinkDeploymentSchema,
  columns: [
    ['Job Status', '.status.jobStatus.state'],
    ['Lifecycle State', '.status.lifecycleState'],
  ],
  // What a HorizontalPodAutoscaler changes on clusters with a fixed number of TaskManagers.
  scale: {
    labelSelectorPath: '.status.taskManager.labelSelector',
    specReplicasPath: '.spec.taskManager.replicas',
    statusReplicasPath: '.status.taskManager.replicas',
  },
};

const FLINK_SESSION_JOB: Kind = {
  kind: 'FlinkSessionJob',
  shortName: 'sessionjob',
  schema: flinkSessionJobSchema,
  columns: [
    ['Job Status', '.status.jobStatus.state'],
    ['Lifecycle State', '.status.lifecycleState'],
  ],
};

const FLINK_STATE_SNAPSHOT: Kind = {
  kind: 'FlinkStateSnapshot',
  shortName: 'flinksnp',
  schema: flinkStateSnapshotSchema,
  columns: [
    ['Path', '.status.path'],
    ['Result Timestamp', '.status.resultTimestamp'],
    ['Snapshot State', '.status.state'],
  ],
};

const FLINK_BLUE_GREEN_DEPLOYMENT: Kind = {
  kind: 'FlinkBlueGreenDeployment',
  shortName: 'flinkbgdep',
  schema: flinkBlueGreenDeploymentSchema,
  columns: [['Job Status', '.status.jobStatus.state']],
};

const KINDS: readonly Kind[] = [FLINK_DEPLOYMENT, FLINK_SESSION_JOB, FLINK_STATE_SNAPSHOT, FLINK_BLUE_GREEN_DEPLOYMENT];

/** All definitions, in the order in which they are installed. */
export function customResourceDefinitions(): CustomResourceDefinition[] {
  return KINDS.map(definition);
}

/** The name of a definition's file: `flinkdeployments.flink.apache.org-v1.yml`. */
export function definitionFileName(crd: CustomResourceDefinition): string {
  return `${crd.metadata.name}-v1.yml`;
}

function definition({ kind, shortName, schema, columns, scale }: Kind): CustomResourceDefinition {
  const singular = kind.toLowerCase();
  const plural = `${singular}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${API_GROUP}` },
    spec: {
      group: API_GROUP,
      names: { kind, plural, shortNames: [shortName], singular },
      scope: 'Namespaced',
      versions: [
        {
          additionalPrinterColumns: columns.map(([name, jsonPath]) => ({
            jsonPath,
            name,
            priority: 0,
            type: 'string',
          })),
          name: API_VERSION_NAME,
          schema: { openAPIV3Schema: structuralSchema(schema) },
          served: true,
          storage: true,
          subresources: { ...(scale === undefined ? {} : { scale }), status: {} },
        },
      ],
    },
  };
}
