// SPDX-License-Identifier: Apache-2.0
// `flinkwright demo`: from flags to an exit code. 0: every step was observed; 1: not, or the cluster refused; 2: called wrongly; 130: ended by
// the user.

import { readFile } from 'node:fs/promises';
import { SystemClock } from '../../lib/runtime/system-clock.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import { type ClusterConfig, loadClusterConfig } from '../../operator/kubernetes/cluster-config.ts';
import { commandRunner, readTextFile } from '../../operator/kubernetes/node-platform.ts';
import { UsageError } from '../usage-error.ts';
import { explainError } from './explain-error.ts';
import type { Place } from './place.ts';
import { Screen, type Output } from './screen.ts';
import type { Stage } from './stage.ts';

/** What can be said on the command line. */
export interface DemoFlags {
  readonly kubeconfig?: string;
  readonly namespace?: string;
  /** Seconds of the story in a second. */
  readonly speed?: number;
  readonly image?: string;
}

/** The parts of the process that are used. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): never;
}

const IMAGE = 'flink:1.20';
const NAMESPACE = 'demo';
/** Makes half a minute of the whole. */
const SPEED = 7;
/** Seconds of waiting for one thing: real pods may have to pull images. */
const PATIENCE = { embedded: 120, cluster: 300 } as const;
const INTERRUPTED = 130;

/** Runs the command and returns its exit code. */
export async function demo(flags: DemoFlags, surroundings: Surroundings): Promise<number> {
  const clock = new SystemClock();
  const screen = new Screen(surroundings.stdout);
  const stop = new AbortController();
  const onSignal = (): void => {
    screen.end();
    // Who asks twice does not want to wait for the cluster to be tidied up.
    if (stop.signal.aborted) surroundings.exit(INTERRUPTED);
    stop.abort(new Error('interrupted'));
    if (flags.kubeconfig !== undefined) surroundings.stderr.write('stopping: what the demo made is removed\n');
  };
  surroundings.on('SIGINT', onSignal);
  surroundings.on('SIGTERM', onSignal);
  let server = '';
  let place: Place | undefined;
  try {
    checkNamespace(flags.namespace);
    if (flags.kubeconfig === undefined) place = await embeddedPlace(flags);
    else {
      const config = await configOf(flags.kubeconfig, clock, surroundings.env);
      server = config.server;
      place = await clusterPlace(flags, config, clock);
    }
    return await tell(place, flags, screen, clock, stop.signal);
  } catch (error) {
    screen.end();
    if (stop.signal.aborted) return INTERRUPTED;
    const explained = explainError(error, server, flags.kubeconfig ?? '');
    if (explained === undefined) throw error;
    surroundings.stderr.write(`error: ${explained.message}\n`);
    return explained.exitCode;
  } finally {
    surroundings.off('SIGINT', onSignal);
    surroundings.off('SIGTERM', onSignal);
    await place?.close();
  }
}

async function tell(
  place: Place,
  flags: DemoFlags,
  screen: Screen,
  clock: Clock,
  signal: AbortSignal,
): Promise<number> {
  const [{ runDemo }, { Story }, { Player }, { liveLine }] = await Promise.all([
    import('./demo.ts'),
    import('./story.ts'),
    import('./player.ts'),
    import('./live-line.ts'),
  ]);
  const story = new Story(place.clock);
  let stage: Stage | undefined;
  const player = new Player({
    story,
    screen,
    clock,
    speed: place.vanishes ? (flags.speed ?? SPEED) : undefined,
    live: () => liveLine(story, stage),
    signal,
  });
  try {
    const work = runDemo({
      place,
      story,
      patience: place.vanishes ? PATIENCE.embedded : PATIENCE.cluster,
      signal,
      onStage: (opened) => {
        stage = opened;
      },
    });
    const { ok } = await place.during(work, (ms) => player.show(ms));
    return ok ? 0 : 1;
  } finally {
    player.finish();
  }
}

async function embeddedPlace(flags: DemoFlags): Promise<Place> {
  if (flags.image !== undefined) throw new UsageError('--image is for a real cluster: give --kubeconfig FILE, too');
  const { EmbeddedPlace } = await import('./embedded-place.ts');
  return new EmbeddedPlace({ namespace: flags.namespace ?? NAMESPACE, image: IMAGE });
}

async function clusterPlace(flags: DemoFlags, config: ClusterConfig, clock: Clock): Promise<Place> {
  if (flags.speed !== undefined) throw new UsageError('--speed is for the simulation: a real cluster takes its time');
  const { ClusterPlace } = await import('./cluster-place.ts');
  const place = new ClusterPlace({ config, clock, namespace: flags.namespace, image: flags.image ?? IMAGE });
  await place.reach();
  return place;
}

async function configOf(
  kubeconfig: string,
  clock: Clock,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ClusterConfig> {
  await readFile(kubeconfig).catch((error: unknown) => {
    const { code } = error as { code?: string };
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? String(error)})`;
    throw new UsageError(`--kubeconfig ${kubeconfig}: the file ${why}`);
  });
  return loadClusterConfig({ env, readFile: readTextFile, clock, run: commandRunner(env), kubeconfig });
}

function checkNamespace(name: string | undefined): void {
  if (name === undefined || (/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/u.test(name) && name.length <= 63)) return;
  throw new UsageError(
    `--namespace ${name}: a namespace has at most 63 lower-case letters, digits and '-', and begins and ends with a letter or digit`,
  );
}
