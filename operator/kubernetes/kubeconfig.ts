// SPDX-License-Identifier: Apache-2.0
// A kubeconfig, read the way kubectl reads it: several files merged, a context chosen, and everything that the context names
// turned into TLS material and credentials. What is not supported is refused, not ignored.

import { parse } from 'yaml';
import { ClusterConfigError } from './cluster-config.ts';
import type { ClusterConfig, ClusterConfigOptions } from './cluster-config.ts';
import { noCredentials, renewedToken, staticToken } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { runExec } from './exec-credential.ts';
import type { ExecConfig } from './exec-credential.ts';
import type { TlsMaterial } from './undici-transport.ts';

interface Cluster {
  readonly server?: string;
  readonly 'certificate-authority'?: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'insecure-skip-tls-verify'?: boolean;
  readonly 'tls-server-name'?: string;
  readonly 'proxy-url'?: string;
}

interface User {
  readonly 'client-certificate'?: string;
  readonly 'client-certificate-data'?: string;
  readonly 'client-key'?: string;
  readonly 'client-key-data'?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly username?: string;
  readonly exec?: ExecConfig;
  readonly 'auth-provider'?: { readonly name?: string };
  readonly as?: string;
}

interface Context {
  readonly cluster?: string;
  readonly user?: string;
  readonly namespace?: string;
}

interface Kubeconfig {
  readonly clusters?: readonly { name: string; cluster: Cluster }[] | null;
  readonly users?: readonly { name: string; user: User | null }[] | null;
  readonly contexts?: readonly { name: string; context: Context }[] | null;
  readonly 'current-context'?: string;
}

/** An entry and the folder of its file, against which its paths are resolved. */
interface Found<T> {
  readonly value: T;
  readonly folder: string;
}

interface Merged {
  readonly clusters: ReadonlyMap<string, Found<Cluster>>;
  readonly users: ReadonlyMap<string, Found<User>>;
  readonly contexts: ReadonlyMap<string, Found<Context>>;
  readonly current: string;
}

/** Token files are re-read this often: whoever renews them does not tell. */
const REREAD_MS = 60_000;

/** Reads the kubeconfig files in `paths` (separated as in `KUBECONFIG`). @throws ClusterConfigError */
export async function kubeconfigConfig(paths: string, options: ClusterConfigOptions): Promise<ClusterConfig> {
  const merged = await readAll(paths, options);
  const contextName = options.context ?? merged.current;
  if (contextName === '')
    throw new ClusterConfigError(`${paths}: no current-context is set; choose one of: ${list(merged.contexts)}`);
  const context = entry(merged.contexts, 'context', contextName, paths).value;
  const cluster = entry(merged.clusters, 'cluster', context.cluster ?? '', paths);
  const user: Found<User> =
    context.user === undefined || context.user === ''
      ? { value: {}, folder: '' }
      : entry(merged.users, 'user', context.user, paths);
  refuseUnsupported(cluster.value, user.value, paths);
  const server = cluster.value.server ?? '';
  if (!/^https?:\/\//.test(server)) {
    throw new ClusterConfigError(
      `${paths}: clusters[${context.cluster ?? ''}].server is '${server}'; it must be an http or https URL`,
    );
  }
  const base = await tlsOf(cluster, user, options);
  return { server, namespace: context.namespace ?? 'default', ...authentication(base, cluster.value, user, options) };
}

async function readAll(paths: string, options: ClusterConfigOptions): Promise<Merged> {
  const clusters = new Map<string, Found<Cluster>>();
  const users = new Map<string, Found<User>>();
  const contexts = new Map<string, Found<Context>>();
  let current = '';
  let files = 0;
  for (const path of paths.split(':').filter((each) => each !== '')) {
    const text = await options.readFile(path).catch((cause: unknown) => {
      // As kubectl: of several files, some may be missing.
      if ((cause as { code?: unknown }).code === 'ENOENT') return undefined;
      throw new ClusterConfigError(`kubeconfig ${path} cannot be read`, { cause });
    });
    if (text === undefined) continue;
    files++;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const config = parseFile(path, text);
    // The first file to name something wins.
    for (const { name, cluster } of config.clusters ?? [])
      if (!clusters.has(name)) clusters.set(name, { value: cluster, folder });
    for (const { name, user } of config.users ?? [])
      if (!users.has(name)) users.set(name, { value: user ?? {}, folder });
    for (const { name, context } of config.contexts ?? [])
      if (!contexts.has(name)) contexts.set(name, { value: context, folder });
    if (current === '') current = config['current-context'] ?? '';
  }
  if (files === 0) throw new ClusterConfigError(`no kubeconfig found at ${paths}; set KUBECONFIG to a kubeconfig file`);
  return { clusters, users, contexts, current };
}

function parseFile(path: string, text: string): Kubeconfig {
  try {
    return (parse(text) as Kubeconfig | null) ?? {};
  } catch (cause) {
    throw new ClusterConfigError(
      `kubeconfig ${path} is not YAML: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

function entry<T>(entries: ReadonlyMap<string, Found<T>>, what: string, name: string, paths: string): Found<T> {
  const found = entries.get(name);
  if (found === undefined)
    throw new ClusterConfigError(`${paths}: there is no ${what} '${name}'; there are: ${list(entries)}`);
  return found;
}

function list(entries: ReadonlyMap<string, unknown>): string {
  return [...entries.keys()].join(', ') || 'none';
}

function refuseUnsupported(cluster: Cluster, user: User, paths: string): void {
  const unsupported = [
    cluster['proxy-url'] === undefined ? undefined : 'cluster.proxy-url',
    user['auth-provider'] === undefined
      ? undefined
      : `user.auth-provider (${user['auth-provider'].name ?? ''}); use exec`,
    user.username === undefined ? undefined : 'user.username; Kubernetes removed basic authentication in 1.19',
    user.as === undefined ? undefined : 'user.as (impersonation)',
  ].filter((each) => each !== undefined);
  if (unsupported.length > 0) throw new ClusterConfigError(`${paths}: not supported: ${unsupported.join(', ')}`);
}

async function tlsOf(cluster: Found<Cluster>, user: Found<User>, options: ClusterConfigOptions): Promise<TlsMaterial> {
  const ca = await inlineOrFile(cluster, 'certificate-authority-data', 'certificate-authority', options);
  const cert = await inlineOrFile(user, 'client-certificate-data', 'client-certificate', options);
  const key = await inlineOrFile(user, 'client-key-data', 'client-key', options);
  const serverName = cluster.value['tls-server-name'];
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined ? {} : { serverName }),
    ...(cluster.value['insecure-skip-tls-verify'] === true ? { insecure: true } : {}),
  };
}

async function inlineOrFile<T extends object>(
  { value, folder }: Found<T>,
  inline: keyof T & string,
  file: keyof T & string,
  options: ClusterConfigOptions,
): Promise<string | undefined> {
  const data = value[inline] as string | undefined;
  if (data !== undefined && data !== '') return Buffer.from(data, 'base64').toString('utf8');
  const path = value[file] as string | undefined;
  if (path === undefined || path === '') return undefined;
  try {
    return await options.readFile(resolve(folder, path));
  } catch (cause) {
    throw new ClusterConfigError(`kubeconfig: ${file} ${resolve(folder, path)} cannot be read`, { cause });
  }
}

function resolve(folder: string, path: string): string {
  return path.startsWith('/') ? path : folder + path;
}

/** Client-go's order: a token file before a token, either before a plugin. */
function authentication(
  base: TlsMaterial,
  cluster: Cluster,
  user: Found<User>,
  options: ClusterConfigOptions,
): { tls: () => TlsMaterial; credentials: Credentials } {
  const { token, tokenFile, exec } = user.value;
  const tls = (): TlsMaterial => base;
  if (tokenFile !== undefined) {
    const path = resolve(user.folder, tokenFile);
    const read = async (): Promise<string> => (await options.readFile(path)).trim();
    return {
      tls,
      credentials: renewedToken(options.clock, async () => ({ token: await read(), validForMs: REREAD_MS })),
    };
  }
  if (token !== undefined) return { tls, credentials: staticToken(token) };
  if (exec !== undefined) return fromPlugin(base, cluster, exec, options);
  return { tls, credentials: noCredentials };
}

function fromPlugin(
  base: TlsMaterial,
  cluster: Cluster,
  exec: ExecConfig,
  options: ClusterConfigOptions,
): { tls: () => TlsMaterial; credentials: Credentials } {
  const { run, clock } = options;
  if (run === undefined) throw new ClusterConfigError(`credential plugins ('${exec.command}') cannot be run here`);
  let current = base;
  const credentials = renewedToken(clock, async () => {
    const { cert, key, ...issued } = await runExec(exec, { ...cluster }, run, clock);
    if (cert !== undefined && key !== undefined && cert !== current.cert) current = { ...base, cert, key };
    return issued;
  });
  return { tls: () => current, credentials };
}
