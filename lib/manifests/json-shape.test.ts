// SPDX-License-Identifier: Apache-2.0
import { Duration, Lazy } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { jsonObject } from './json-shape.ts';
import type { ShapeReport } from './props-shape.ts';

function findings(value: unknown): string[] {
  const report: ShapeReport = { findings: [], rejected: new Set() };
  const checked = jsonObject(value, 'podTemplate', report);
  expect(checked === undefined).toBe(report.findings.length > 0);
  return report.findings.map(({ path, message }) => `${path}: ${message}`);
}

describe('what can stand in a manifest', () => {
  it.each([
    [{}],
    [{ a: { b: [1, 'x', true, null, { c: undefined }] } }],
    [Object.assign(Object.create(null) as object, { a: 1 })],
    // resolved when the app is rendered
    [{ a: Lazy.any({ produce: () => 1 }) }],
  ])('%j', (value) => {
    expect(findings(value)).toEqual([]);
  });

  it.each([
    ['x', "podTemplate: 'x' is not an object"],
    [[], 'podTemplate: a list of 0 is not an object'],
    [{ a: [new Date(0)] }, 'podTemplate.a[0]: a value of Date cannot stand in a manifest'],
    [{ a: { b: () => 1 } }, 'podTemplate.a.b: a value of function cannot stand in a manifest'],
    [{ a: Duration.minutes(1) }, 'podTemplate.a: a value of Duration cannot stand in a manifest'],
    [{ a: NaN }, 'podTemplate.a: NaN cannot stand in a manifest'],
    [{ a: 1n }, 'podTemplate.a: a value of bigint cannot stand in a manifest'],
  ])('not %o', (value, message) => {
    expect(findings(value)).toEqual([message]);
  });
});
