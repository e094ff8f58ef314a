// SPDX-License-Identifier: Apache-2.0
// Credentials from a command, the way managed clusters hand them out: the `exec` section of a kubeconfig user
// (`client.authentication.k8s.io/v1` and `v1beta1`). Never interactive. Running the command is a parameter.

import type { Clock } from '../../lib/runtime/clock.ts';
import { ClusterConfigError } from './cluster-config.ts';
import type { IssuedToken } from './credentials.ts';

/** Runs a command to its end, without input; resolves with what it wrote to its standard output, rejects when it fails. */
export type RunCommand = (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) => Promise<string>;

/** The `exec` section of a user. */
export interface ExecConfig {
  readonly apiVersion?: string;
  readonly command: string;
  readonly args?: readonly string[] | null;
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly installHint?: string;
  readonly provideClusterInfo?: boolean;
}

/** What a command issued: a token, a client certificate, or both. */
export interface ExecCredential extends IssuedToken {
  readonly cert?: string;
  readonly key?: string;
}

/** A token is fetched anew this long before it expires, so that none expires on its way. */
const MARGIN_MS = 30_000;

/** Runs a credential plugin. `cluster` is told to it when it asks for that. @throws ClusterConfigError */
export async function runExec(
  exec: ExecConfig,
  cluster: Readonly<Record<string, unknown>>,
  run: RunCommand,
  clock: Clock,
): Promise<ExecCredential> {
  const apiVersion = exec.apiVersion ?? 'client.authentication.k8s.io/v1';
  const info = {
    apiVersion,
    kind: 'ExecCredential',
    spec: { interactive: false, ...(exec.provideClusterInfo === true ? { cluster } : {}) },
  };
  const env = Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value]));
  const output = await run(exec.command, exec.args ?? [], { ...env, KUBERNETES_EXEC_INFO: JSON.stringify(info) }).catch(
    (cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      const hint = exec.installHint === undefined ? '' : `; ${exec.installHint.trim()}`;
      throw new ClusterConfigError(`credential plugin '${exec.command}' failed: ${why}${hint}`, { cause });
    },
  );
  return readCredential(output, exec.command, clock);
}

function readCredential(output: string, command: string, clock: Clock): ExecCredential {
  const { status } = parse(output, command);
  const { token, expirationTimestamp, clientCertificateData: cert, clientKeyData: key } = status ?? {};
  if (token === undefined && (cert === undefined || key === undefined)) {
    throw new ClusterConfigError(
      `credential plugin '${command}' returned neither status.token nor status.clientCertificateData with status.clientKeyData`,
    );
  }
  const expires = expirationTimestamp === undefined ? NaN : Date.parse(expirationTimestamp);
  return {
    token,
    ...(Number.isNaN(expires) ? {} : { validForMs: Math.max(0, expires - clock.now() - MARGIN_MS) }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  };
}

interface Output {
  readonly status?: {
    readonly token?: string;
    readonly expirationTimestamp?: string;
    readonly clientCertificateData?: string;
    readonly clientKeyData?: string;
  };
}

function parse(output: string, command: string): Output {
  try {
    return JSON.parse(output) as Output;
  } catch (cause) {
    throw new ClusterConfigError(`credential plugin '${command}' did not write an ExecCredential in JSON`, { cause });
  }
}
