// SPDX-License-Identifier: Apache-2.0
// The schemas against what a real API server does: a document has an error exactly where the server would refuse or drop something.

import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { fieldTree, judged, KINDS } from '../../test/kubernetes/flink-kinds/field-tree.ts';
import { isObject } from '../runtime/json.ts';
import type { Json } from '../runtime/json.ts';
import { samples } from '../../test/kubernetes/flink-kinds/scripts.ts';
import {
  flinkBlueGreenDeploymentSchema,
  flinkDeploymentSchema,
  flinkSessionJobSchema,
  flinkStateSnapshotSchema,
} from './schemas.ts';
import { schemaFindings } from './schema-findings.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  FlinkDeployment: flinkDeploymentSchema,
  FlinkSessionJob: flinkSessionJobSchema,
  FlinkStateSnapshot: flinkStateSnapshotSchema,
  FlinkBlueGreenDeployment: flinkBlueGreenDeploymentSchema,
};

/** Stricter than the server, because what comes after it is: Java's numbers of 32 bits, a configuration that is no object, conditions and
 * claims without what makes them up. */
const STRICTER =
  /\b(?:parallelism|replicas|backoffLimit|failures)$|\bflinkConfiguration$|\bconditions\[\d+\]\.|\bclaims\[\d+\]\./;

/** An unknown field that is null is dropped twice over; it is only hinted at. */
function withoutNullMembers(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNullMembers);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNullMembers(member)]));
}

describe.each(KINDS)('the schema of %s', (kind) => {
  const schema = SCHEMAS[kind] as z.ZodType;
  const tree = fieldTree(kind);

  it('finds wrong what an API server refuses or drops, and nothing else', () => {
    let faulty = 0;
    for (const { document } of samples(kind)) {
      const { wrong, unknown } = judged(withoutNullMembers(document), tree);
      const expected = [...wrong, ...unknown].filter((path) => !path.startsWith('.') && !STRICTER.test(path));
      // a field inside what is of the wrong type is not looked for
      const places = expected.filter((path) => !wrong.some((other) => path.startsWith(`${other}.`)));
      const found = schemaFindings(schema, document, [])
        .filter(({ severity, path }) => severity === 'error' && !STRICTER.test(path))
        .map(({ path }) => path.replace(/^\./, ''));
      expect([...new Set(found)].sort(), JSON.stringify(document)).toEqual([...new Set(places)].sort());
      if (places.length > 0) faulty++;
    }
    expect(faulty).toBeGreaterThan(15);
  });
});
