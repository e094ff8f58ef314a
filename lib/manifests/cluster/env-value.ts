// SPDX-License-Identifier: Apache-2.0
// Variables of containers: values, and references to where a value is kept. They are plain values in the form of the wire: the factories
// only help to write them.

import { given } from '../given.ts';

/** A Secret or ConfigMap: its name, or anything that has one, such as a construct. */
export type NamedObject = string | { readonly name: string };

/** The value of an environment variable: text, or a reference in Kubernetes' `valueFrom` form. */
export type EnvValue = string | { readonly valueFrom: Readonly<Record<string, unknown>> };

/** The value of an environment variable as other libraries have it, such as `EnvValue` of cdk8s-plus: exactly one of the two. */
export interface OtherEnvValue {
  /** Text. */
  readonly value?: unknown;
  /** A reference, in Kubernetes' form. */
  readonly valueFrom?: unknown;
}

/** All entries of a Secret or ConfigMap as variables, in Kubernetes' `envFrom` form. */
export type EnvFrom = Readonly<Record<string, unknown>>;

/** Makes values of variables. */
export const EnvValue = {
  /** An entry of a Secret in the cluster's namespace. `optional`: the pod starts without it, too. */
  fromSecret(secret: NamedObject, key: string, options: { readonly optional?: boolean } = {}): EnvValue {
    return { valueFrom: { secretKeyRef: { name: nameOf(secret), key, ...options } } };
  },
  /** An entry of a ConfigMap in the cluster's namespace. `optional`: the pod starts without it, too. */
  fromConfigMap(configMap: NamedObject, key: string, options: { readonly optional?: boolean } = {}): EnvValue {
    return { valueFrom: { configMapKeyRef: { name: nameOf(configMap), key, ...options } } };
  },
  /**
   * A field of the pod.
   * @param fieldPath such as `metadata.name`, `status.podIP`, `metadata.labels['team']`
   */
  fromField(fieldPath: string): EnvValue {
    return { valueFrom: { fieldRef: { fieldPath } } };
  },
} as const;

/** Makes sources of many variables. */
export const EnvFrom = {
  /** Every entry of a Secret, each named by its key with `prefix` in front. */
  secret(secret: NamedObject, options: { readonly prefix?: string; readonly optional?: boolean } = {}): EnvFrom {
    return source('secretRef', secret, options);
  },
  /** Every entry of a ConfigMap, each named by its key with `prefix` in front. */
  configMap(configMap: NamedObject, options: { readonly prefix?: string; readonly optional?: boolean } = {}): EnvFrom {
    return source('configMapRef', configMap, options);
  },
} as const;

function source(
  kind: 'secretRef' | 'configMapRef',
  object: NamedObject,
  options: { readonly prefix?: string; readonly optional?: boolean },
): EnvFrom {
  const { prefix, optional } = given(options);
  return {
    ...(prefix === undefined ? {} : { prefix }),
    [kind]: { name: nameOf(object), ...(optional === undefined ? {} : { optional }) },
  };
}

/** The name of a named object; an object that has none is left to the checks. */
export function nameOf(object: NamedObject): string {
  return typeof object === 'string' ? object : object?.name;
}
