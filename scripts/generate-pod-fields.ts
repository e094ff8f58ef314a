// SPDX-License-Identifier: Apache-2.0
// Writes lib/kubernetes/pod-fields.ts: names and types of every field of a pod template, out of the OpenAPI description of a real API server:
// `kubectl get --raw /openapi/v3/api/v1 > openapi.json && node scripts/generate-pod-fields.ts openapi.json <version>`.

import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';

interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  $ref?: string;
  allOf?: Schema[];
  items?: Schema;
  additionalProperties?: Schema;
  properties?: Record<string, Schema>;
}

const [file, version] = process.argv.slice(2);
if (file === undefined || version === undefined)
  throw new Error('usage: node scripts/generate-pod-fields.ts <openapi.json> <version of Kubernetes>');
const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, Schema> } };

const ROOT = 'io.k8s.api.core.v1.PodTemplateSpec';
/** A list of every signal there is would be longer than the rest of its type. */
const LONGEST_ENUM = 12;

/** What is written behind the name of a field for types that are no objects of their own. */
const MARKS: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': '=',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': '%',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': '',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': '',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': '*',
};

const lines = new Map<string, string>();
const todo = [ROOT];
for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
  const short = shortName(name);
  if (lines.has(short)) continue;
  const fields = Object.entries(components.schemas[name]?.properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  lines.set(short, fields.map(([field, schema]) => `${field}${typeOf(schema)}`).join(' '));
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function typeOf(schema: Schema): string {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference !== undefined) {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    const mark = MARKS[name];
    if (mark !== undefined) return mark;
    todo.push(name);
    return `:${shortName(name)}`;
  }
  switch (schema.type) {
    case 'string':
      return schema.enum !== undefined && schema.enum.length <= LONGEST_ENUM ? `|${schema.enum.join('|')}` : '';
    case 'integer':
      return '#';
    case 'boolean':
      return '?';
    case 'array':
      return `[]${typeOf(schema.items ?? {})}`;
    case 'object':
      return schema.additionalProperties === undefined ? '*' : `{}${typeOf(schema.additionalProperties)}`;
    default:
      throw new Error(`a type that has no mark: ${JSON.stringify(schema)}`);
  }
}

const table = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
const text = `// SPDX-License-Identifier: Apache-2.0
// Names and types of every field of a pod template in Kubernetes ${version}, one type a line; pod-field.ts reads it. Made by
// scripts/generate-pod-fields.ts out of a real API server's description of itself; do not edit.
/* eslint max-lines: "off" -- a generated table */

/** The version of Kubernetes that the table was made with. */
export const POD_FIELDS_VERSION = '${version}';

/**
 * By type, its fields. Behind a name stands nothing for a text, # for a whole number, ? for true or false, = for a quantity, % for a number or a
 * text, * for anything, |a|b for one of some texts, :Type for an object; before that [] for a list and {} for a map.
 */
export const POD_FIELDS: Readonly<Record<string, string>> = {
${table.map(([name, fields]) => `  ${name}: ${JSON.stringify(fields)},`).join('\n')}
};
`;
const target = new URL('../lib/kubernetes/pod-fields.ts', import.meta.url);
const options = await prettier.resolveConfig(target);
writeFileSync(target, await prettier.format(text, { ...options, parser: 'typescript' }));
