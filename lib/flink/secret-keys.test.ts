// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findOptions } from './catalogue/index.ts';
import { isSecretKey } from './secret-keys.ts';

describe('keys that hold a secret', () => {
  it.each([
    's3.access-key',
    's3.secret-key',
    's3.access.key',
    'fs.s3a.secret.key',
    'presto.s3.access-key',
    'fs.azure.account.key.acme.dfs.core.windows.net',
    'security.ssl.rest.keystore-password',
    'metrics.reporter.dd.apikey',
    'metrics.reporter.influx.password',
    'my.connector.client-secret',
    'flink.hadoop.fs.s3a.secret.key',
    'flink.hadoop.fs.s3a.access.key',
  ])('%s', (key) => {
    expect(isSecretKey(key, 'xyz')).toBe(true);
  });

  it.each([
    ['kubernetes.secrets', 'keys:/etc/keys'],
    ['kubernetes.env.secretKeyRef', 'env:A,secret:b,key:c'],
    ['kubernetes.container.image.pull-secrets', 'registry'],
    ['security.delegation.tokens.enabled', 'true'],
    ['security.kerberos.tokens.renewal.retry.backoff', '1 h'],
    ['fs.azure.account.keyprovider.acme.blob.core.windows.net', 'org.apache.flink.Provider'],
    ['my.token.refresh.interval', '10 s'],
    ['my.oauth.token.endpoint', 'https://login.example.com'],
    ['my.password.file', 'x'],
    ['my.password', '/etc/secret/password'],
    ['my.password', '${PASSWORD}'],
    ['my.password', ''],
    ['my.token', 'false'],
    ['restart-strategy.type', 'none'],
  ])('not %s: %s', (key, value) => {
    expect(isSecretKey(key, value)).toBe(false);
  });

  it('are these of all that Flink knows', () => {
    const known = findOptions('').map(({ key }) => key);
    expect(known.length).toBeGreaterThan(900);
    expect([...new Set(known.filter((key) => isSecretKey(key, 'xyz')))].sort()).toMatchInlineSnapshot(`
      [
        "metrics.reporter.<name>.password",
        "s3.access-key",
        "s3.secret-key",
        "security.ssl.internal.key-password",
        "security.ssl.internal.keystore-password",
        "security.ssl.internal.truststore-password",
        "security.ssl.key-password",
        "security.ssl.keystore-password",
        "security.ssl.rest.key-password",
        "security.ssl.rest.keystore-password",
        "security.ssl.rest.truststore-password",
        "security.ssl.truststore-password",
      ]
    `);
  });
});
