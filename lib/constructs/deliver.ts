// SPDX-License-Identifier: Apache-2.0
// What all constructs of a resource do alike: say who they are, report what was found, and put the resource and what belongs to it into the
// tree. They differ in their props and in the builder they call.

import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import type { Built, Identity } from '../manifests/cluster/built.ts';
import { throwIfWrong } from '../manifests/props-error.ts';
import { generatedName } from './generated-name.ts';
import { addObjects } from './kubernetes-objects.ts';
import { PlainApiObject } from './plain-api-object.ts';
import { checkTree } from './tree-checks.ts';
import { warn } from './warnings.ts';
import type { WarningProps } from './warnings.ts';

/** Name, namespace and labels of a construct's main object, where its props do not say them. */
export function identityOf(
  construct: Construct,
  kind: string,
  given: string | undefined,
  maxLength?: number,
): Identity {
  const { namespace, labels } = Chart.of(construct);
  return {
    name: given ?? generatedName(construct, kind, maxLength),
    ...(namespace === undefined ? {} : { namespace }),
    labels,
  };
}

/**
 * Reports the findings and delivers the objects; the manifest is the child `Resource`.
 *
 * @throws PropsError if one of the findings is an error
 */
export function deliver(
  construct: Construct,
  kind: string,
  { manifest, extras, findings }: Built<KubernetesObject>,
  { onWarning }: WarningProps,
): ApiObject {
  const said = throwIfWrong(`${kind} ${construct.node.path}`, findings);
  warn(construct, kind, said, onWarning === undefined ? {} : { onWarning });
  // objects are rendered in the order in which they come to the tree: no dependencies are needed, which cost much in apps of many charts
  addObjects(construct, extras, () => false);
  const resource = new PlainApiObject(construct, 'Resource', manifest as ConstructorParameters<typeof ApiObject>[2]);
  checkTree(construct);
  return resource;
}
