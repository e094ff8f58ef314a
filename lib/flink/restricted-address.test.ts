// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { isRestrictedAddress, literalAddress } from './restricted-address.ts';

describe('literalAddress', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['repo.example', undefined],
    ['1.2.3.4.example', undefined],
    ['300.1.1.1', undefined],
  ])('%s', (host, address) => {
    expect(literalAddress(host)).toBe(address);
  });
});

describe('isRestrictedAddress', () => {
  it.each([
    '127.8.9.1',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.3.4',
    '169.254.169.254',
    '0.0.0.0',
    '239.1.1.1',
    '::1',
    '::',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '::ffff:a00:1',
  ])('%s is', (address) => {
    expect(isRestrictedAddress(address)).toBe(true);
  });

  it.each([
    '198.18.10.1',
    '172.32.0.1',
    '11.0.0.1',
    '0.0.0.1',
    '240.0.0.1',
    'fd00::1',
    '2001:db8::1',
    '::ffff:808:808',
  ])('%s is not', (address) => {
    expect(isRestrictedAddress(address)).toBe(false);
  });
});
