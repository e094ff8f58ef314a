// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { FlinkDeployment } from './flink-deployment.ts';
import type { FlinkSessionJob } from './flink-session-job.ts';
import type { FlinkStateSnapshot } from './flink-state-snapshot.ts';
import {
  flinkBlueGreenDeploymentSpecSchema,
  flinkDeploymentSchema,
  flinkDeploymentSpecSchema,
  flinkSessionJobSchema,
  flinkSessionJobSpecSchema,
  flinkStateSnapshotSchema,
  flinkStateSnapshotSpecSchema,
  jobSchema,
  schemaOf,
} from './schemas.ts';
import {
  FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS,
  FLINK_DEPLOYMENT_FIELDS,
  FLINK_SESSION_JOB_FIELDS,
  FLINK_STATE_SNAPSHOT_FIELDS,
  JOB_FIELDS,
} from './spec-fields.ts';
import type { FieldTable } from './spec-fields.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  FlinkDeployment: flinkDeploymentSchema,
  FlinkSessionJob: flinkSessionJobSchema,
  FlinkStateSnapshot: flinkStateSnapshotSchema,
};

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
      const files = readdirSync(new URL(`${name}/`, recordings)).filter((file) => /^flink\w+\.yaml$/.test(file));
      return files.flatMap((file) => {
        const text = readFileSync(new URL(`${name}/${file}`, recordings), 'utf8');
        const { items } = parse(text) as { items: (FlinkDeployment | FlinkSessionJob | FlinkStateSnapshot)[] };
        return items.map((resource) => [resource.kind ?? '', name, resource] as const);
      });
    });

  it('is tried with three kinds', () => {
    expect(new Set(resources.map(([kind]) => kind)).size).toBe(3);
  });

  it.each(resources)('takes spec and status of a %s, %s, as they are', (kind, _, { spec, status }) => {
    const given = { ...(spec && { spec }), ...(status && { status }) };
    expect(SCHEMAS[kind]?.parse(given)).toEqual(given);
  });

  it('has the members of the tables of fields', () => {
    const namesOf = (schema: z.ZodType): string[] => Object.keys((schema as z.ZodObject).shape);
    const namesIn = (table: FieldTable): string[] => Object.keys(table);
    expect(namesOf(flinkDeploymentSpecSchema)).toEqual(namesIn(FLINK_DEPLOYMENT_FIELDS));
    expect(namesOf(jobSchema)).toEqual(namesIn(JOB_FIELDS));
    expect(namesOf(flinkSessionJobSpecSchema)).toEqual(namesIn(FLINK_SESSION_JOB_FIELDS));
    expect(namesOf(flinkStateSnapshotSpecSchema)).toEqual(namesIn(FLINK_STATE_SNAPSHOT_FIELDS));
    expect(namesOf(flinkBlueGreenDeploymentSpecSchema)).toEqual(namesIn(FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS));
  });
});
