// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { FlinkDeployment } from './flink-deployment.ts';
import { flinkDeploymentSchema, jobSchema, schemaOf } from './schemas.ts';
import { FLINK_DEPLOYMENT_FIELDS, JOB_FIELDS } from './spec-fields.ts';
import type { FieldTable } from './spec-fields.ts';

describe('schemaOf', () => {
  it('compiles only where schema and type agree both ways', () => {
    interface Small {
      a: string;
      b?: number;
    }
    const right = z.strictObject({ a: z.string(), b: z.exactOptional(z.number()) });
    const lacking = z.strictObject({ a: z.string() });
    const stricter = z.strictObject({ a: z.string(), b: z.number() });
    const wider = z.strictObject({ a: z.string(), b: z.exactOptional(z.unknown()) });
    expect(schemaOf<Small>()(right)).toBe(right);
    // @ts-expect-error the schema demands what the type does not
    expect(schemaOf<Small>()(stricter)).toBe(stricter);
    // @ts-expect-error the schema takes what the type does not
    expect(schemaOf<Small>()(wider)).toBe(wider);
    // @ts-expect-error the schema does not know an optional member
    expect(schemaOf<Small>()(lacking)).toBe(lacking);
  });
});

describe('the schema', () => {
  const recordings = new URL('../../test/fixtures/recordings/java/', import.meta.url);
  const resources = readdirSync(recordings, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const text = readFileSync(new URL(`${name}/flinkdeployments.yaml`, recordings), 'utf8');
      return (parse(text) as { items: FlinkDeployment[] }).items.map((resource) => [name, resource] as const);
    });

  it.each(resources)('takes spec and status of %s as they are', (_, { spec, status }) => {
    const given = { ...(spec && { spec }), ...(status && { status }) };
    expect(flinkDeploymentSchema.parse(given)).toEqual(given);
  });

  it('has the members of the tables of fields', () => {
    const namesOf = (schema: z.ZodType): string[] => Object.keys((schema as z.ZodObject).shape);
    const namesIn = (table: FieldTable): string[] => Object.keys(table);
    const spec = (flinkDeploymentSchema as unknown as z.ZodObject).shape['spec'] as z.ZodExactOptional<z.ZodType>;
    expect(namesOf(spec.unwrap())).toEqual(namesIn(FLINK_DEPLOYMENT_FIELDS));
    expect(namesOf(jobSchema)).toEqual(namesIn(JOB_FIELDS));
  });
});
