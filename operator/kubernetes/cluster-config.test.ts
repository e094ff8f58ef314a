// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { loadClusterConfig } from './cluster-config.ts';
import type { ClusterConfigOptions } from './cluster-config.ts';

type Files = Record<string, string>;
type Env = Record<string, string>;

function load(files: Files, env: Env, more: Partial<ClusterConfigOptions> = {}) {
  const clock = new VirtualClock(Date.parse('2026-11-21T12:00:00Z'));
  const reads: string[] = [];
  const readFile = async (path: string): Promise<string> => {
    reads.push(path);
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
    return text;
  };
  return { clock, reads, config: loadClusterConfig({ env, readFile, clock, ...more }) };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function kubeconfig(cluster: object, user: object | null, context: object = {}): string {
  return stringify({
    'current-context': 'c',
    clusters: [{ name: 'k', cluster: { server: 'https://api:6443', ...cluster } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'c', context: { cluster: 'k', user: 'u', ...context } }],
  });
}

describe('a kubeconfig', () => {
  const table: [
    name: string,
    files: Files,
    expected: { tls?: object; token?: string; namespace?: string; server?: string },
  ][] = [
    [
      'inline certificates',
      {
        '/k': kubeconfig(
          { 'certificate-authority-data': base64('CA') },
          { 'client-certificate-data': base64('CERT'), 'client-key-data': base64('KEY') },
        ),
      },
      { tls: { ca: 'CA', cert: 'CERT', key: 'KEY' } },
    ],
    [
      'certificates in files beside it',
      {
        '/k': kubeconfig(
          { 'certificate-authority': 'ca.pem' },
          { 'client-certificate': 'x/c.pem', 'client-key': '/abs/k.pem' },
        ),
        '/ca.pem': 'CA',
        '/x/c.pem': 'CERT',
        '/abs/k.pem': 'KEY',
      },
      { tls: { ca: 'CA', cert: 'CERT', key: 'KEY' } },
    ],
    [
      'inline before file',
      { '/k': kubeconfig({ 'certificate-authority-data': base64('INLINE'), 'certificate-authority': '/none' }, {}) },
      { tls: { ca: 'INLINE' } },
    ],
    ['a token', { '/k': kubeconfig({}, { token: 't' }) }, { token: 't' }],
    [
      'a token file, before a token',
      { '/k': kubeconfig({}, { token: 't', tokenFile: 'tok' }), '/tok': 'from file\n' },
      { token: 'from file' },
    ],
    [
      'another server name',
      { '/k': kubeconfig({ 'tls-server-name': 'kubernetes' }, {}) },
      { tls: { serverName: 'kubernetes' } },
    ],
    ['no verification', { '/k': kubeconfig({ 'insecure-skip-tls-verify': true }, {}) }, { tls: { insecure: true } }],
    ['a namespace', { '/k': kubeconfig({}, {}, { namespace: 'streams' }) }, { namespace: 'streams' }],
    ['no user', { '/k': kubeconfig({}, null, { user: '' }) }, { namespace: 'default' }],
    ['an empty user', { '/k': kubeconfig({}, null) }, { namespace: 'default' }],
    [
      'a server with a path',
      { '/k': kubeconfig({ server: 'https://rancher/k8s/clusters/c-1' }, {}) },
      { server: 'https://rancher/k8s/clusters/c-1' },
    ],
  ];
  for (const [name, files, expected] of table) {
    it(`with ${name}`, async () => {
      const config = await load(files, { KUBECONFIG: '/k' }).config;
      expect(config).toMatchObject({
        server: expected.server ?? 'https://api:6443',
        namespace: expected.namespace ?? 'default',
      });
      expect(config.tls()).toEqual(expected.tls ?? {});
      expect(await config.credentials.token()).toBe(expected.token);
    });
  }

  it('of several files: the first to name something wins, and some may be missing', async () => {
    const first = stringify({ 'current-context': 'c', users: [{ name: 'u', user: { token: 'first' } }] });
    const { config } = load({ '/a': first, '/b': kubeconfig({}, { token: 'second' }) }, { KUBECONFIG: '/none:/a::/b' });
    expect(await (await config).credentials.token()).toBe('first');
  });

  it('with a context that was asked for', async () => {
    const text = stringify({
      'current-context': 'c',
      clusters: [
        { name: 'one', cluster: { server: 'https://one' } },
        { name: 'two', cluster: { server: 'https://two' } },
      ],
      contexts: [
        { name: 'c', context: { cluster: 'one' } },
        { name: 'd', context: { cluster: 'two' } },
      ],
    });
    expect((await load({ '/k': text }, { KUBECONFIG: '/k' }, { context: 'd' }).config).server).toBe('https://two');
  });

  const refused: [name: string, files: Files, message: RegExp][] = [
    ['that is not there', {}, /no kubeconfig found at \/k; set KUBECONFIG/],
    ['that is no YAML', { '/k': 'a: [' }, /kubeconfig \/k is not YAML/],
    [
      'without a context',
      { '/k': 'contexts: [{ name: x, context: {} }]' },
      /no current-context is set; choose one of: x/,
    ],
    [
      'whose context is not there',
      { '/k': 'current-context: y\ncontexts: [{ name: x, context: {} }]' },
      /there is no context 'y'; there are: x/,
    ],
    [
      'whose cluster is not there',
      { '/k': kubeconfig({}, {}, { cluster: 'z' }) },
      /there is no cluster 'z'; there are: k/,
    ],
    ['whose user is not there', { '/k': kubeconfig({}, {}, { user: 'z' }) }, /there is no user 'z'; there are: u/],
    [
      'without a server',
      { '/k': kubeconfig({ server: 'api:6443' }, {}) },
      /server is 'api:6443'; it must be an http or https URL/,
    ],
    [
      'whose file is not there',
      { '/k': kubeconfig({}, { 'client-key': 'x.pem' }) },
      /client-key \/x.pem cannot be read/,
    ],
    ['with a proxy', { '/k': kubeconfig({ 'proxy-url': 'http://p' }, {}) }, /not supported: cluster.proxy-url/],
    [
      'with an auth provider',
      { '/k': kubeconfig({}, { 'auth-provider': { name: 'gcp' } }) },
      /auth-provider \(gcp\); use exec/,
    ],
    ['with a password', { '/k': kubeconfig({}, { username: 'u' }) }, /basic authentication/],
    ['with impersonation', { '/k': kubeconfig({}, { as: 'admin' }) }, /impersonation/],
    [
      'with a plugin that cannot be run here',
      { '/k': kubeconfig({}, { exec: { command: 'aws' } }) },
      /credential plugins \('aws'\) cannot be run here/,
    ],
  ];
  for (const [name, files, message] of refused) {
    it(`${name} is refused`, async () => {
      await expect(load(files, { KUBECONFIG: '/k' }).config).rejects.toThrow(message);
    });
  }
});

describe('a credential plugin', () => {
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: 'aws',
    args: ['eks'],
    env: [{ name: 'A', value: 'b' }],
    provideClusterInfo: true,
    installHint: 'install aws',
  };
  const files = { '/k': kubeconfig({}, { exec }) };

  it('is run when its token is needed, and again before that expires', async () => {
    const runs: [string, readonly string[], Record<string, string>][] = [];
    const { clock, config } = load(
      files,
      { KUBECONFIG: '/k' },
      {
        run: async (...run) => {
          runs.push(run);
          return JSON.stringify({ status: { token: `t${runs.length}`, expirationTimestamp: '2026-11-21T12:15:00Z' } });
        },
      },
    );
    const { credentials } = await config;
    expect(runs).toEqual([]);
    expect(await Promise.all([credentials.token(), credentials.token()])).toEqual(['t1', 't1']);
    expect(runs[0]?.slice(0, 2)).toEqual(['aws', ['eks']]);
    expect(runs[0]?.[2]).toMatchObject({ A: 'b' });
    expect(JSON.parse(runs[0]?.[2]['KUBERNETES_EXEC_INFO'] ?? '')).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      spec: { interactive: false, cluster: { server: 'https://api:6443' } },
    });
    await clock.advance(14.5 * 60_000 - 1);
    expect(await credentials.token()).toBe('t1');
    await clock.advance(1);
    expect(await credentials.token()).toBe('t2');
    expect(await credentials.refresh()).toBe(true);
    expect(runs).toHaveLength(3);
  });

  it('may give a client certificate', async () => {
    const run = async (): Promise<string> =>
      JSON.stringify({ status: { clientCertificateData: 'CERT', clientKeyData: 'KEY' } });
    const config = await load(files, { KUBECONFIG: '/k' }, { run }).config;
    expect(await config.credentials.token()).toBeUndefined();
    expect(config.tls()).toEqual({ cert: 'CERT', key: 'KEY' });
    expect(config.tls()).toBe(config.tls());
  });

  const refused: [name: string, output: string | Error, message: RegExp][] = [
    ['fails', new Error('command not found'), /'aws' failed: command not found; install aws/],
    ['writes no JSON', 'please log in', /did not write an ExecCredential in JSON/],
    ['gives nothing', '{"status":{}}', /returned neither status.token nor/],
  ];
  for (const [name, output, message] of refused) {
    it(`that ${name} is an error`, async () => {
      const run = (): Promise<string> => (output instanceof Error ? Promise.reject(output) : Promise.resolve(output));
      const config = await load(files, { KUBECONFIG: '/k' }, { run }).config;
      await expect(config.credentials.token()).rejects.toThrow(message);
    });
  }
});

describe('in a pod', () => {
  const folder = '/var/run/secrets/kubernetes.io/serviceaccount';
  const account = (): Files => ({
    [`${folder}/token`]: 't1\n',
    [`${folder}/ca.crt`]: 'CA',
    [`${folder}/namespace`]: 'flink',
  });

  const addresses: [env: Env, server: string][] = [
    [{ KUBERNETES_SERVICE_HOST: '10.96.0.1', KUBERNETES_SERVICE_PORT: '443' }, 'https://10.96.0.1:443'],
    [{ KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '6443' }, 'https://[fd00::1]:6443'],
    [{ KUBERNETES_SERVICE_HOST: 'api' }, 'https://api:443'],
  ];
  for (const [env, server] of addresses) {
    it(`the server is ${server}`, async () => {
      const config = await load(account(), env).config;
      expect(config).toMatchObject({ server, namespace: 'flink' });
      expect(config.tls()).toEqual({ ca: 'CA' });
    });
  }

  it('reads token and authority again after 60 s, and at once when the server refuses the token', async () => {
    const files = account();
    const { clock, config } = load(files, addresses[0]![0]);
    const { credentials, tls } = await config;
    const before = tls();
    expect(await credentials.token()).toBe('t1');
    expect(tls()).toBe(before);
    files[`${folder}/token`] = 't2';
    files[`${folder}/ca.crt`] = 'CA2';
    await clock.advance(59_999);
    expect(await credentials.token()).toBe('t1');
    await clock.advance(1);
    expect(await credentials.token()).toBe('t2');
    expect(tls()).toEqual({ ca: 'CA2' });
    files[`${folder}/token`] = 't3';
    await credentials.refresh();
    expect(await credentials.token()).toBe('t3');
  });

  it('without a service account says why', async () => {
    await expect(load({}, addresses[0]![0]).config).rejects.toThrow(/automountServiceAccountToken/);
  });
});

describe('the order', () => {
  const home = { '/home/u/.kube/config': kubeconfig({ server: 'https://home' }, {}) };
  it('the given file, KUBECONFIG, the pod, the home directory', async () => {
    const files = { ...home, '/k': kubeconfig({}, {}), '/given': kubeconfig({ server: 'https://given' }, {}) };
    const pod = { KUBERNETES_SERVICE_HOST: 'pod' };
    expect((await load(files, { KUBECONFIG: '/k', ...pod }, { kubeconfig: '/given' }).config).server).toBe(
      'https://given',
    );
    expect((await load(files, { KUBECONFIG: '/k', ...pod, HOME: '/home/u' }).config).server).toBe('https://api:6443');
    await expect(load(files, { ...pod, HOME: '/home/u' }).config).rejects.toThrow(/serviceaccount/);
    expect((await load(files, { HOME: '/home/u' }).config).server).toBe('https://home');
  });
  it('and with none of them, what to do', async () => {
    await expect(load({}, {}).config).rejects.toThrow(/set KUBECONFIG to a kubeconfig file/);
  });
});
