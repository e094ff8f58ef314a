// SPDX-License-Identifier: Apache-2.0
// What can only be known when the whole tree of constructs stands: names that collide, and applications that no operator would look at.
// Run once for each app, before anything is rendered. Props are checked earlier, where the user's line is on the stack.

import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { isFlinkOperator } from './operator-brand.ts';
import type { Watching } from './operator-brand.ts';

const REGISTERED = Symbol.for('flinkwright.treeChecks');

/** Context key: set to `true` on the app when operators of another installation serve some of its namespaces. */
export const OPERATORS_ELSEWHERE = 'flinkwright:operators-elsewhere';

/** Adds the checks to the app that `construct` is in, once. */
export function checkTree(construct: Construct): void {
  const root: IConstruct & { [REGISTERED]?: boolean } = construct.node.root;
  if (root[REGISTERED] === true) return;
  Object.defineProperty(root, REGISTERED, { value: true });
  root.node.addValidation({
    validate: () => {
      const nodes = root.node.findAll();
      const deployments = nodes
        .filter((node) => ApiObject.isApiObject(node))
        .filter(({ kind }) => kind === 'FlinkDeployment');
      const elsewhere = root.node.tryGetContext(OPERATORS_ELSEWHERE) === true;
      return [
        ...sameName(deployments),
        ...(elsewhere
          ? []
          : unwatched(
              deployments,
              nodes.filter((node) => isFlinkOperator(node)),
            )),
      ];
    },
  });
}

function sameName(deployments: readonly ApiObject[]): string[] {
  const byName = new Map<string, string>();
  return deployments.flatMap((deployment) => {
    const name = `${deployment.metadata.namespace ?? ''}/${deployment.name}`;
    const first = byName.get(name);
    if (first === undefined) {
      byName.set(name, deployment.node.path);
      return [];
    }
    return [
      `${deployment.node.path}: the FlinkDeployment ${name.replace(/^\//, '')} is there already, from ${first}; give one of them another metadata.name`,
    ];
  });
}

function unwatched(deployments: readonly ApiObject[], operators: readonly Watching[]): string[] {
  if (operators.length === 0 || operators.some(({ watchNamespaces }) => watchNamespaces === undefined)) return [];
  const watched = new Set(operators.flatMap(({ watchNamespaces }) => watchNamespaces ?? []));
  return deployments.flatMap(({ node, metadata: { namespace } }) =>
    namespace === undefined || watched.has(namespace)
      ? []
      : [
          `${node.path}: no operator of this app watches namespace ${namespace} (watched: ${[...watched].sort().join(', ')}); add it to ` +
            `watchNamespaces of ${operators[0]?.node.path ?? 'an operator'}, or set the app's context ${OPERATORS_ELSEWHERE} to true`,
        ],
  );
}
