// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { remember } from './remember.ts';

describe('remember', () => {
  it('asks once for each text, and starts anew when it knows enough', () => {
    const asked: string[] = [];
    const length = remember((text) => {
      asked.push(text);
      return text.length;
    }, 2);
    expect(['a', 'a', 'bb', 'a', 'ccc', 'a'].map(length)).toEqual([1, 1, 2, 1, 3, 1]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  });

  it('keeps no long texts', () => {
    let asked = 0;
    const count = remember(() => ++asked);
    const long = 'x'.repeat(10_000);
    expect([count(long), count(long)]).toEqual([1, 2]);
  });

  it('asks again after an error', () => {
    let asked = 0;
    const fail = remember((text): string => {
      asked++;
      throw new Error(text);
    });
    for (let i = 0; i < 2; i++) expect(() => fail('no')).toThrow('no');
    expect(asked).toBe(2);
  });
});
