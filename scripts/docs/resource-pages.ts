// SPDX-License-Identifier: Apache-2.0
// One page for each kind of resource: its fields from the definition (type, allowed values, words) and from the table of fields (default,
// what a change of it means). Kubernetes' own objects inside (pod templates) are named and not described.

import { customResourceDefinitions } from '../../lib/api/crd.ts';
import type { CustomResourceDefinition } from '../../lib/api/crd.ts';
import {
  FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS,
  FLINK_DEPLOYMENT_FIELDS,
  FLINK_SESSION_JOB_FIELDS,
  FLINK_STATE_SNAPSHOT_FIELDS,
} from '../../lib/api/spec-fields.ts';
import type { FieldTable, SpecField } from '../../lib/api/spec-fields.ts';
import { CHANGE_WORDS } from './change-words.ts';
import { code, page, table } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

/** A node of a definition's schema; the descriptions are what kubectl explain shows. */
interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node;
  readonly 'x-kubernetes-int-or-string'?: boolean;
}

/** Kinds whose fields have a table of defaults and changes. */
const FIELDS: Readonly<Record<string, FieldTable>> = {
  FlinkDeployment: FLINK_DEPLOYMENT_FIELDS,
  FlinkSessionJob: FLINK_SESSION_JOB_FIELDS,
  FlinkStateSnapshot: FLINK_STATE_SNAPSHOT_FIELDS,
  FlinkBlueGreenDeployment: FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS,
};

/** Kinds of which a change means something for a running job. */
const CHANGING: readonly string[] = ['FlinkDeployment', 'FlinkSessionJob'];

/** Kubernetes' own objects, by the name of the field that holds one. */
const FOREIGN: Readonly<Record<string, string>> = {
  metadata: 'ObjectMeta',
  podTemplate: 'PodTemplateSpec',
  resources: 'ResourceRequirements',
  tls: 'list of IngressTLS',
  conditions: 'list of Condition',
};

export function resourcePages(): GeneratedPage[] {
  const definitions = customResourceDefinitions();
  const overview = page('resources/README.md', 'Resources', [
    'The kinds of `flink.apache.org/v1beta1`, field by field.',
    table(
      ['Kind', 'Short name', 'Columns of kubectl get'],
      definitions.map(({ spec: { names, versions } }) => [
        `[${names.kind}](${names.kind.toLowerCase()}.md)`,
        names.shortNames.map(code).join(', '),
        versions[0]?.additionalPrinterColumns.map(({ name }) => name).join(', ') ?? '',
      ]),
    ),
  ]);
  return [overview, ...definitions.map(ofKind)];
}

function ofKind({ spec: { names, versions } }: CustomResourceDefinition): GeneratedPage {
  const schema = versions[0]?.schema.openAPIV3Schema as Node;
  const fields = FIELDS[names.kind];
  return page(`resources/${names.kind.toLowerCase()}.md`, names.kind, [
    schema.description ?? '',
    ...(CHANGING.includes(names.kind) ? CHANGES : []),
    ...sections('spec', schema.properties?.['spec'], fields, CHANGING.includes(names.kind)),
    ...sections('status', schema.properties?.['status']),
  ]);
}

const CHANGES = [
  'A change of a field means one of these; see [State and upgrades](../../concepts/state-and-upgrades.md).',
  table(
    ['Change', 'What happens'],
    Object.values(CHANGE_WORDS).map(({ short, meaning }) => [short, meaning]),
  ),
];

/** The object at `path`, then the objects in it. */
function sections(path: string, node: Node | undefined, fields?: FieldTable, withChange = false): string[] {
  const properties = Object.entries(node?.properties ?? node?.items?.properties ?? {});
  if (properties.length === 0) return [];
  const inner = properties.flatMap(([name, child]) => {
    if (FOREIGN[name] !== undefined || isDeploymentSpec(path, name)) return [];
    const shape = fields?.[name]?.shape;
    return sections(`${path}.${name}`, child, shape?.kind === 'object' ? shape.fields : undefined, withChange);
  });
  return [
    `## ${path}`,
    path.includes('.') ? (node?.description ?? '') : '',
    table(
      ['Field', ...(fields === undefined ? [] : ['Default']), ...(withChange ? ['Change'] : []), 'Meaning'],
      properties.map(([name, child]) => [
        `${code(name)}<br>${isDeploymentSpec(path, name) ? '[spec of a FlinkDeployment](flinkdeployment.md#spec)' : typeOf(name, child)}`,
        ...(fields === undefined ? [] : [defaultOf(fields[name])]),
        ...(withChange ? [changeOf(fields?.[name])] : []),
        [child.description ?? '', allowed(child)].filter((part) => part !== '').join(' '),
      ]),
    ),
    ...inner,
  ];
}

/** The spec of a FlinkDeployment inside another resource. */
function isDeploymentSpec(path: string, name: string): boolean {
  return path === 'spec.template' && name === 'spec';
}

function typeOf(name: string, node: Node): string {
  if (FOREIGN[name] !== undefined) return FOREIGN[name];
  if (node['x-kubernetes-int-or-string'] === true) return 'integer or string';
  if (node.items !== undefined) return `list of ${typeOf('', node.items)}`;
  if (node.additionalProperties !== undefined) return `map to ${typeOf('', node.additionalProperties)}`;
  return node.type ?? 'anything';
}

function allowed({ enum: values }: Node): string {
  return values === undefined ? '' : `One of ${values.map(code).join(', ')}.`;
}

function defaultOf(field: SpecField | undefined): string {
  return field?.default === undefined ? '' : code(JSON.stringify(field.default));
}

function changeOf(field: SpecField | undefined): string {
  if (field === undefined || field.shape.kind === 'object') return '';
  const { native, standalone } = field.change;
  const words = CHANGE_WORDS[native].short;
  return native === standalone ? words : `${words}; standalone: ${CHANGE_WORDS[standalone].short}`;
}
