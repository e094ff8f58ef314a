// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { javaUriProblem, uriParts } from './java-uri.ts';

describe('javaUriProblem', () => {
  it.each(['local:///opt/flink/usrlib/a.jar', '/opt/a.jar', 'a.jar', 's3://b/c%20d.jar', 'https://h:8/a?b=c#d', ''])(
    'takes %j',
    (text) => {
      expect(javaUriProblem(text)).toBeUndefined();
    },
  );

  it.each([
    ['C:\\jobs\\a.jar', 'it has a "\\" in it'],
    ['https://h/my job.jar', 'it has a blank in it'],
    ['https://h/${VERSION}.jar', 'it has a "{" in it'],
    ['https://h/100%.jar', 'a "%" must be followed by two hexadecimal digits'],
    ['https:', 'nothing follows the scheme'],
    ['://h/a.jar', 'it begins with ":"'],
  ])('refuses %j', (text, why) => {
    expect(javaUriProblem(text)).toBe(why);
  });
});

describe('uriParts', () => {
  it.each([
    ['local:///opt/a.jar', { scheme: 'local', host: undefined, path: '/opt/a.jar' }],
    ['HTTPS://user:x@Host.Example:443/a?q', { scheme: 'https', host: 'host.example', path: '/a' }],
    ['http://[::1]:80/a', { scheme: 'http', host: '::1', path: '/a' }],
    ['https:///a', { scheme: 'https', host: undefined, path: '/a' }],
    ['local://opt/a.jar', { scheme: 'local', host: 'opt', path: '/a.jar' }],
    ['/opt/a.jar', { scheme: undefined, host: undefined, path: '/opt/a.jar' }],
  ])('%s', (text, parts) => {
    expect(uriParts(text)).toEqual(parts);
  });
});
