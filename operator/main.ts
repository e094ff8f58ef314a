// SPDX-License-Identifier: Apache-2.0
// The operator's process: the one place where environment, files, signals and the network come in.

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { isSet, readOption } from '../lib/flink/configuration.ts';
import { operatorOptions } from '../lib/flink/operator-options.ts';
import { SystemClock } from '../lib/runtime/system-clock.ts';
import { SystemRandom } from '../lib/runtime/system-random.ts';
import type { Transport } from '../lib/runtime/transport.ts';
import { createFlinkTransport } from './flink/flink-transport.ts';
import { createProxyTransport } from './flink/proxy-transport.ts';
import { connect } from './kubernetes/connect.ts';
import { loadClusterConfig } from './kubernetes/cluster-config.ts';
import { commandRunner, readTextFile } from './kubernetes/node-platform.ts';
import type { Health } from './kubernetes/health.ts';
import { startOperator } from './operator.ts';
import { readSettings } from './settings.ts';
import { pinoLog } from './telemetry/pino-log.ts';

// An import of node:http would read all its exports, and one of them loads Node's own copy of undici: a fifth of the time to start.
const { createServer } = process.getBuiltinModule('node:http');
const { env } = process;
const log = pinoLog({ level: env['LOG_LEVEL'] ?? 'info' });
const clock = new SystemClock();

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

function fail(error: unknown): never {
  log.error({ error }, 'the operator cannot go on');
  process.exit(1);
}

function serveHealth(health: Health, port: number): void {
  const server = createServer((request, response) => {
    // The Java operator answers its health probe on any path.
    const answer =
      health.handle(request.url ?? '/') ??
      (health.isOk('healthz') ? { status: 200, body: 'OK' } : { status: 500, body: 'ERROR' });
    response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
  });
  server.on('error', fail);
  server.listen(port).unref();
}

async function main(): Promise<void> {
  const inCluster = env['KUBERNETES_SERVICE_HOST'] !== undefined && (env['KUBECONFIG'] ?? '') === '';
  const config = await loadClusterConfig({ env, readFile: readTextFile, clock, run: commandRunner(env) });
  const kubernetes = connect(config);
  const flink: Transport = inCluster ? createFlinkTransport() : createProxyTransport(kubernetes);
  const directories = [env['FLINK_CONF_DIR'], env['CONF_OVERRIDE_DIR']].filter(
    (directory) => directory !== undefined && directory !== '',
  ) as string[];
  let settings = await readSettings(directories, readIfThere);
  const watched = env['WATCH_NAMESPACES'] ?? settings.base[operatorOptions.watchedNamespaces.key];
  const namespaces = (watched ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'JOSDK_ALL_NAMESPACES');
  const operator = startOperator({
    kubernetes,
    flink,
    clock,
    random: new SystemRandom(),
    log,
    settings: () => settings,
    ...(namespaces.length === 0 ? {} : { namespaces }),
  });
  if (readOption(settings.base, operatorOptions.healthProbeEnabled)) {
    const port = readOption(settings.base, operatorOptions.healthProbePort);
    if (inCluster || isSet(settings.base, operatorOptions.healthProbePort)) serveHealth(operator.health, port);
  }
  if (directories.length > 0 && readOption(settings.base, operatorOptions.dynamicConfigEnabled)) {
    const reload = (): void => {
      readSettings(directories, readIfThere)
        .then((next) => {
          if (JSON.stringify(next) !== JSON.stringify(settings)) log.info({}, 'the operator configuration has changed');
          settings = next;
        })
        .catch((error: unknown) => {
          log.warn({ error }, 'the operator configuration could not be read again; the last one stays');
        })
        .finally(() => clock.setTimer(reload, readOption(settings.base, operatorOptions.dynamicConfigCheckInterval)));
    };
    clock.setTimer(reload, readOption(settings.base, operatorOptions.dynamicConfigCheckInterval));
  }
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(130);
    stopping = true;
    log.info({ signal }, 'stopping');
    operator.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  await operator.started;
  log.info({ server: config.server, namespaces: namespaces.length === 0 ? 'all' : namespaces }, 'the operator works');
}

process.on('unhandledRejection', fail).on('uncaughtException', fail);
main().catch(fail);
