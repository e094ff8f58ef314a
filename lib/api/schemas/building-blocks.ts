// SPDX-License-Identifier: Apache-2.0
// The small schemas that the kinds are made of: numbers, maps, and what Kubernetes itself defines. Objects are strict so that a misspelt
// field is found; pod templates are loose, because their schema is Kubernetes' own.

import * as z from 'zod';
import type { Condition, ObjectMeta, PodTemplateSpec, ResourceRequirements } from '../../kubernetes/objects.ts';
import { SCHEMA_MARKS } from '../structural-schema.ts';
import type { SchemaOf } from './schema-of.ts';
import { schemaOf } from './schema-of.ts';

/** Absent or a value; an explicit null is dropped by the API server before anybody sees it. */
export const optional: typeof z.exactOptional = z.exactOptional;

/** A quantity of Kubernetes; an API server takes no fractions without quotes. */
export const intOrString: SchemaOf<number | string> = schemaOf<number | string>()(
  z.union([z.int(), z.string()]).meta({ [SCHEMA_MARKS.intOrString]: true }),
);

/** A map of texts. */
export const texts: SchemaOf<Record<string, string>> = schemaOf<Record<string, string>>()(
  z.record(z.string(), z.string()),
);

/** 64 bits on the wire; JavaScript holds 53 of them exactly. */
export const int64: SchemaOf<number> = schemaOf<number>()(z.int());
export const int32: SchemaOf<number> = schemaOf<number>()(z.int32());

/** Free YAML. An object here; the CRD leaves the type open, as the Java operator's does. */
export const configuration: SchemaOf<Record<string, unknown>> = schemaOf<Record<string, unknown>>()(
  z.record(z.string(), z.unknown()).meta({ [SCHEMA_MARKS.anyType]: true }),
);

/** Only as much as we look at; pod-fields.ts knows the rest, and Kubernetes checks it when a pod is made. */
export const podTemplate: SchemaOf<PodTemplateSpec> = z
  .looseObject({
    metadata: optional(z.looseObject({ labels: optional(texts), annotations: optional(texts) })),
    spec: optional(
      z.looseObject({
        containers: optional(z.array(z.looseObject({ name: optional(z.string()) }))),
        initContainers: optional(z.array(z.looseObject({ name: optional(z.string()) }))),
        volumes: optional(z.array(z.looseObject({ name: optional(z.string()) }))),
      }),
    ),
  })
  .meta({ [SCHEMA_MARKS.opaque]: true }) as unknown as SchemaOf<PodTemplateSpec>;

/** Requests and limits of a component. */
export const resourceRequirements: SchemaOf<ResourceRequirements> = schemaOf<ResourceRequirements>(
  'ResourceRequirements',
)(
  z.strictObject({
    requests: optional(z.record(z.string(), intOrString)),
    limits: optional(z.record(z.string(), intOrString)),
    claims: optional(z.array(z.strictObject({ name: z.string(), request: optional(z.string()) }))),
  }),
);

/** One entry of `status.conditions`. */
export const condition: SchemaOf<Condition> = schemaOf<Condition>('Condition')(
  z.strictObject({
    type: z.string(),
    status: z.string(),
    reason: optional(z.string()),
    message: optional(z.string()),
    lastTransitionTime: optional(z.string()),
    lastUpdateTime: optional(z.string()),
    observedGeneration: optional(int64),
  }),
);

/** Metadata inside a spec, where Kubernetes does not demand of them what it demands of an object's own. */
export const embeddedMetadata: SchemaOf<ObjectMeta> = z.strictObject({
  annotations: optional(texts),
  creationTimestamp: optional(z.string()),
  deletionGracePeriodSeconds: optional(int64),
  deletionTimestamp: optional(z.string()),
  finalizers: optional(z.array(z.string())),
  generateName: optional(z.string()),
  generation: optional(int64),
  labels: optional(texts),
  managedFields: optional(
    z.array(
      z.strictObject({
        apiVersion: optional(z.string()),
        fieldsType: optional(z.string()),
        fieldsV1: optional(z.strictObject({})),
        manager: optional(z.string()),
        operation: optional(z.string()),
        subresource: optional(z.string()),
        time: optional(z.string()),
      }),
    ),
  ),
  name: optional(z.string()),
  namespace: optional(z.string()),
  ownerReferences: optional(
    z.array(
      z.strictObject({
        apiVersion: optional(z.string()),
        blockOwnerDeletion: optional(z.boolean()),
        controller: optional(z.boolean()),
        kind: optional(z.string()),
        name: optional(z.string()),
        uid: optional(z.string()),
      }),
    ),
  ),
  resourceVersion: optional(z.string()),
  selfLink: optional(z.string()),
  uid: optional(z.string()),
}) as unknown as SchemaOf<ObjectMeta>;
