// SPDX-License-Identifier: Apache-2.0
// The `metadata` of resources that are no clusters: what a user may say about it, and what it becomes. Names of clusters are shorter; see
// `cluster/cluster-props.ts`.

import type { ObjectMeta } from '../kubernetes/objects.ts';
import type { Identity } from './cluster/built.ts';
import { plainText } from './cluster/common-shapes.ts';
import { object, recordOf, reject, shown, text } from './props-shape.ts';
import type { Shape } from './props-shape.ts';

/** Name and bookkeeping of a resource. */
export interface ResourceMetadataProps {
  /**
   * Name of the resource: lower-case letters, digits, `-` and `.`.
   * @default - made from the construct's path
   */
  readonly name?: string;
  /**
   * Where the resource lives.
   * @default - the chart's namespace
   */
  readonly namespace?: string;
  /**
   * Labels of the resource.
   * @default - the chart's labels
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

const LABEL = '[a-z\\d]([-a-z\\d]*[a-z\\d])?';
const NAME = new RegExp(`^${LABEL}(\\.${LABEL})*$`);

/** The name of a resource. */
export const resourceName: Shape<string> = (value, path, report) =>
  typeof value === 'string' && value.length <= 253 && NAME.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} cannot be the name of a resource`,
        'at most 253 characters: lower-case letters, digits, - and ., beginning and ending with a letter or digit',
        'change it, or leave it out to have one made',
      );

/** The shape of `metadata`. */
export const resourceMetadataShape: Shape<ResourceMetadataProps> = object<ResourceMetadataProps>({
  name: resourceName,
  namespace: text,
  labels: recordOf(plainText),
  annotations: recordOf(plainText),
});

/** What the props say, over what the front end knows; members that nobody gave are absent. */
export function resourceMetadata(props: ResourceMetadataProps | undefined, identity: Identity): ObjectMeta {
  const { name = identity.name, namespace = identity.namespace, annotations = {} } = props ?? {};
  const labels = { ...identity.labels, ...props?.labels };
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(Object.keys(annotations).length > 0 ? { annotations: { ...annotations } } : {}),
  };
}
