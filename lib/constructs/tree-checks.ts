// SPDX-License-Identifier: Apache-2.0
// What can only be known when the whole tree of constructs stands: names that collide, resources that no operator would look at, references
// that lead elsewhere. Run once for each app, before anything is rendered. Props are checked earlier, where the user's line is on the stack. A
// reference to something that the app does not make is no mistake: it may be there already.

import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { equal, isObject } from '../runtime/json.ts';
import { isFlinkOperator } from './operator-brand.ts';
import type { Watching } from './operator-brand.ts';

const REGISTERED = Symbol.for('flinkwright.treeChecks');

/** Context key: set to `true` on the app when operators of another installation serve some of its namespaces. */
export const OPERATORS_ELSEWHERE = 'flinkwright:operators-elsewhere';

const GROUP = 'flink.apache.org/';

/** Adds the checks to the app that `construct` is in, once, and has them run anew because the construct is new or has changed. */
export function checkTree(construct: Construct): void {
  const root: IConstruct & { [REGISTERED]?: TreeVerdict } = construct.node.root;
  const verdict = root[REGISTERED];
  if (verdict !== undefined) {
    verdict.outdated = true;
    return;
  }
  const first = new TreeVerdict();
  Object.defineProperty(root, REGISTERED, { value: first });
  root.node.addValidation({ validate: () => first.of(root) });
}

/** cdk8s validates the whole app anew for each of its charts; between two of them nothing of ours changes unheard. */
class TreeVerdict {
  outdated = true;
  #findings: string[] = [];

  of(root: IConstruct): string[] {
    if (this.outdated) {
      this.#findings = findings(root);
      this.outdated = false;
      // objects that are not ours may change when others have their turn
      queueMicrotask(() => {
        this.outdated = true;
      });
    }
    return this.#findings;
  }
}

function findings(root: IConstruct): string[] {
  const nodes = root.node.findAll();
  const objects = nodes.filter((node) => ApiObject.isApiObject(node));
  const resources = objects.filter(({ apiVersion }) => apiVersion.startsWith(GROUP));
  const known = new Resources(resources);
  const elsewhere = root.node.tryGetContext(OPERATORS_ELSEWHERE) === true;
  const operators = elsewhere ? [] : nodes.filter((node) => isFlinkOperator(node));
  return [
    ...sameName(resources),
    ...childNames(known),
    ...sameRole(objects),
    ...unwatched(resources, operators),
    ...known.of('FlinkSessionJob').flatMap((job) => sessionOf(job, known)),
    ...known.of('FlinkStateSnapshot').flatMap((snapshot) => jobOf(snapshot, known)),
  ];
}

/** The Flink resources of an app by kind, and by kind and name. */
class Resources {
  readonly #byKind = new Map<string, ApiObject[]>();

  constructor(resources: readonly ApiObject[]) {
    for (const resource of resources) {
      const same = this.#byKind.get(resource.kind);
      if (same === undefined) this.#byKind.set(resource.kind, [resource]);
      else same.push(resource);
    }
  }

  of(kind: string): readonly ApiObject[] {
    return this.#byKind.get(kind) ?? [];
  }

  named(kind: string, name: unknown): ApiObject[] {
    return this.of(kind).filter((resource) => resource.name === name);
  }
}

function fullName({ name, metadata }: ApiObject): string {
  return metadata.namespace === undefined ? name : `${metadata.namespace}/${name}`;
}

/** Two resources, each with the first one of its kind and name. */
function doubles(objects: readonly ApiObject[]): [object: ApiObject, first: ApiObject][] {
  const byName = new Map<string, ApiObject>();
  return objects.flatMap((object): [ApiObject, ApiObject][] => {
    const key = `${object.kind} ${fullName(object)}`;
    const first = byName.get(key);
    if (first !== undefined) return [[object, first]];
    byName.set(key, object);
    return [];
  });
}

function sameName(resources: readonly ApiObject[]): string[] {
  return doubles(resources).map(
    ([resource, first]) =>
      `${resource.node.path}: the ${resource.kind} ${fullName(resource)} is there already, from ${first.node.path}; give one of them another metadata.name`,
  );
}

/** The operator makes FlinkDeployments of its own for a blue/green one. */
function childNames(known: Resources): string[] {
  return known.of('FlinkBlueGreenDeployment').flatMap((parent) =>
    ['blue', 'green'].flatMap((colour) =>
      known
        .named('FlinkDeployment', `${parent.name}-${colour}`)
        .filter((other) => sameNamespace(other, parent))
        .map(
          (other) =>
            `${other.node.path}: the FlinkDeployment ${fullName(other)} is what the operator makes of ${parent.node.path}; give one of them another metadata.name`,
        ),
    ),
  );
}

/** Of two roles of one name the one that is applied last counts. */
function sameRole(objects: readonly ApiObject[]): string[] {
  const roles = objects.filter(({ kind }) => kind === 'Role');
  return doubles(roles)
    .filter(([role, first]) => !equal(json(role)['rules'], json(first)['rules']))
    .map(
      ([role, first]) =>
        `${role.node.path}: the Role ${fullName(role)} is there already with other rules, from ${first.node.path}; give one of what they belong to another name`,
    );
}

function unwatched(resources: readonly ApiObject[], operators: readonly Watching[]): string[] {
  if (operators.length === 0 || operators.some(({ watchNamespaces }) => watchNamespaces === undefined)) return [];
  const watched = new Set(operators.flatMap(({ watchNamespaces }) => watchNamespaces ?? []));
  return resources.flatMap(({ node, metadata: { namespace } }) =>
    namespace === undefined || watched.has(namespace)
      ? []
      : [
          `${node.path}: no operator of this app watches namespace ${namespace} (watched: ${[...watched].sort().join(', ')}); add it to ` +
            `watchNamespaces of ${operators[0]?.node.path ?? 'an operator'}, or set the app's context ${OPERATORS_ELSEWHERE} to true`,
        ],
  );
}

function sessionOf(job: ApiObject, known: Resources): string[] {
  const name = specOf(job)['deploymentName'];
  const sessions = known.named('FlinkDeployment', name);
  const session = sessions.find((candidate) => sameNamespace(candidate, job));
  if (session !== undefined)
    return hasJob(session)
      ? [
          `${job.node.path}: its session ${fullName(session)} (${session.node.path}) has a job of its own, and then it takes no others; use a FlinkSession`,
        ]
      : [];
  const [away] = sessions;
  if (away !== undefined) return [inOtherNamespace(job, 'session', away)];
  const [parent] = known.named('FlinkBlueGreenDeployment', name).filter((candidate) => sameNamespace(candidate, job));
  return parent === undefined
    ? []
    : [
        `${job.node.path}: ${fullName(parent)} (${parent.node.path}) is an application, and takes no jobs; use a FlinkSession`,
      ];
}

function jobOf(snapshot: ApiObject, known: Resources): string[] {
  const reference = specOf(snapshot)['jobReference'];
  if (!isObject(reference)) return [];
  const { kind, name } = reference;
  const jobs = known.named(String(kind), name);
  const job = jobs.find((candidate) => sameNamespace(candidate, snapshot));
  if (job !== undefined)
    return kind === 'FlinkDeployment' && !hasJob(job)
      ? [
          `${snapshot.node.path}: ${fullName(job)} (${job.node.path}) is a session and has no state of its own; take a snapshot of one of its jobs`,
        ]
      : [];
  const [away] = jobs;
  if (away !== undefined) return [inOtherNamespace(snapshot, 'job', away)];
  for (const other of ['FlinkDeployment', 'FlinkSessionJob', 'FlinkBlueGreenDeployment']) {
    const found = known.named(other, name).find((candidate) => sameNamespace(candidate, snapshot));
    if (found === undefined) continue;
    const remedy =
      other === 'FlinkBlueGreenDeployment'
        ? `take it of the FlinkDeployment ${found.name}-blue or ${found.name}-green, whichever is in service`
        : `say so: of: { kind: '${other}', name: '${found.name}' }`;
    return [
      `${snapshot.node.path}: there is no ${String(kind)} ${String(name)}, but ${fullName(found)} (${found.node.path}) is a ${other}; ${remedy}`,
    ];
  }
  return [];
}

function inOtherNamespace(resource: ApiObject, what: string, away: ApiObject): string {
  return (
    `${resource.node.path}: its ${what} ${fullName(away)} (${away.node.path}) is in another namespace than ${fullName(resource)}, where it is ` +
    `looked for; put both into one namespace`
  );
}

/** An absent namespace is whichever the manifest is applied to: it may be the same. */
function sameNamespace(one: ApiObject, other: ApiObject): boolean {
  const [a, b] = [one.metadata.namespace, other.metadata.namespace];
  return a === undefined || b === undefined || a === b;
}

function json(object: ApiObject): Record<string, unknown> {
  return object.toJson() as Record<string, unknown>;
}

function specOf(object: ApiObject): Record<string, unknown> {
  const { spec } = json(object);
  return isObject(spec) ? spec : {};
}

function hasJob(deployment: ApiObject): boolean {
  return isObject(specOf(deployment)['job']);
}
