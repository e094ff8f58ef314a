// SPDX-License-Identifier: Apache-2.0
// Shapes that several parts of the props share: texts of certain forms, names, paths.

import { CLUSTER_NAME } from '../cluster-name.ts';
import { integer, object, recordOf, reject, shown, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import type { MetadataProps } from './cluster-props.ts';

/** A number that asks for something when it changes. */
export const nonce: Shape<number> = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

/** Any text, an empty one too. */
export const plainText: Shape<string> = (value, path, report) =>
  typeof value === 'string'
    ? value
    : reject(report, path, `${shown(value)} is not a text`, 'text', "quote it: 'true', '1'");

const clusterNameShape: Shape<string> = (value, path, report) =>
  typeof value === 'string' && CLUSTER_NAME.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} cannot be the name of a Flink cluster`,
        'at most 45 characters: lower-case letters, digits and -, beginning with a letter, not ending with -',
        typeof value === 'string' && value.length > 45
          ? `shorten it by ${value.length - 45}`
          : 'change it, or leave it out to have one made',
      );

/** Name, namespace, labels, annotations. */
export const metadataShape: Shape<MetadataProps> = object<MetadataProps>({
  name: clusterNameShape,
  namespace: text,
  labels: recordOf(plainText),
  annotations: recordOf(plainText),
});

/** A URI with a scheme: without one, Flink would take a path on the pod's own disk. */
export const directory: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^[a-z][a-z\d+.-]*:\/\/?[^\s]+$/i.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not a URI with a scheme`,
        's3://..., gs://..., abfss://..., hdfs://..., file:///...',
        'write the scheme in front',
      );

/** An absolute path in a container. */
export const absolutePath: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^\/[^:]+$/.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not an absolute path`,
        'a path that begins with /',
        "give one such as '/data'",
      );

/** A name, or anything that has one: constructs of any library are welcome, only their name counts. */
export function named(what: string, example: string): Shape<string | { readonly name: string }> {
  return (value, path, report) => {
    const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
    return typeof name === 'string' && name !== ''
      ? name
      : reject(
          report,
          path,
          `${shown(value)} is not ${what}`,
          'a name, or anything with a name',
          `give its name: '${example}'`,
        );
  };
}
