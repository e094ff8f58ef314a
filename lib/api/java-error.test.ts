// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_ERROR_LIMITS,
  errorJson,
  errorMessage,
  JavaErrorType,
  JOB_NOT_FOUND,
  parseErrorJson,
} from './java-error.ts';
import type { JavaErrorPart } from './java-error.ts';

describe('errorJson', () => {
  it('writes what Java reads, member by member', () => {
    const error = {
      type: JavaErrorType.reconciliation,
      message: '…',
      causes: [{ type: 'a.B', message: '…', metadata: { httpResponseCode: 404 } }],
    };
    expect(errorJson(error)).toBe(
      '{"type":"org.apache.flink.kubernetes.operator.exception.ReconciliationException","message":"…","additionalMetadata":{},' +
        '"throwableList":[{"type":"a.B","message":"…","additionalMetadata":{"httpResponseCode":404}}]}',
    );
  });

  it('always has metadata and causes, and leaves a missing message out', () => {
    expect(errorJson({ type: 'a.B' })).toBe('{"type":"a.B","additionalMetadata":{},"throwableList":[]}');
  });

  it('cuts fields and causes', () => {
    const long = 'x'.repeat(10);
    const error = {
      type: long,
      message: long,
      metadata: { reason: long, labels: [long] },
      causes: [{ type: 'a' }, { type: 'b' }],
    };
    expect(errorJson(error, { fieldLength: 3, causes: 1 })).toBe(
      '{"type":"xxx","message":"xxx","additionalMetadata":{"reason":"xxx","labels":["xxxxxxxxxx"]},' +
        '"throwableList":[{"type":"a","additionalMetadata":{}}]}',
    );
  });

  it('is read back', () => {
    const part: fc.Arbitrary<JavaErrorPart> = fc.record({ type: fc.string(), message: fc.string({ unit: 'binary' }) });
    fc.assert(
      fc.property(part, fc.array(part, { minLength: 1, maxLength: DEFAULT_ERROR_LIMITS.causes }), (error, causes) => {
        expect(parseErrorJson(errorJson({ ...error, causes }))).toEqual({ ...error, causes });
      }),
    );
  });
});

describe('parseErrorJson', () => {
  it.each([JOB_NOT_FOUND, '', '{', '"x"', '[]', '{}', 'null', '{"type":1}'])('sees that %j is plain text', (text) => {
    expect(parseErrorJson(text)).toBeUndefined();
    expect(errorMessage(text)).toBe(text);
  });

  it('takes a stack trace along and passes over what it does not know', () => {
    const text =
      '{"type":"a.B","stackTrace":"at c","additionalMetadata":{"reason":"r","labels":["l"],"other":1},"throwableList":[1]}';
    expect(parseErrorJson(text)).toEqual({ type: 'a.B', metadata: { reason: 'r', labels: ['l'] }, stackTrace: 'at c' });
    expect(errorMessage(text)).toBe('a.B');
  });
});
