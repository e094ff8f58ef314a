// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { demo, type DemoFlags } from './command.ts';
import { EmbeddedPlace } from './embedded-place.ts';
import { runDemo, type Outcome } from './demo.ts';
import { format } from './format.ts';
import { STEPS } from './steps.ts';
import { Story } from './story.ts';

interface Told {
  readonly outcome: Outcome;
  readonly text: string;
}

/** The demo in virtual time, without pauses. `prepare` breaks something before it begins. */
async function tell(prepare: (place: EmbeddedPlace) => void = () => undefined): Promise<Told> {
  const place = new EmbeddedPlace({ namespace: 'demo', image: 'flink:1.20' });
  prepare(place);
  const story = new Story(place.clock);
  const lines: string[] = [];
  const show = (): Promise<void> => {
    for (const entry of story.take()) lines.push(format(entry, { colour: false, width: 0 }));
    return Promise.resolve();
  };
  const { signal } = new AbortController();
  const outcome = await place.during(runDemo({ place, story, patience: 60, signal }), show);
  await show();
  await place.close();
  return { outcome, text: lines.join('\n') };
}

/** The text without what chance and the clock have a part in. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/^ *\d+\.\d s(?= )/gmu, '     - s')
    .replaceAll(/\(\d+\.\d s\)/gu, '(- s)')
    .replaceAll(/\b[0-9a-f]{8}…/gu, 'ID')
    .replaceAll(/savepoint-[0-9a-f]{6}-[0-9a-f]{12}/gu, 'savepoint-ID')
    .replaceAll(/(?<=Pod\/state-machine)-[a-z0-9]{8,10}-[a-z0-9]{5}\b/gu, '-POD')
    .replaceAll(/(?<=counted to )\d[\d,]*/gu, 'N')
    .replaceAll(/(?<=checkpoint |chk-)\d+/gu, 'N');
}

/** Runs the command as a shell would, without pauses. */
async function command(
  flags: DemoFlags,
  stdout: { isTTY?: boolean; columns?: number; hasColors?(): boolean } = {},
): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await demo(flags, {
    env: {},
    stdout: { ...stdout, write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    on: () => undefined,
    off: () => undefined,
    exit: (status) => {
      throw new Error(`exit ${String(status)}`);
    },
  });
  return { code, ...written };
}

describe('the demo', () => {
  it('observes every step and tells the whole life of a job', async () => {
    const { outcome, text } = await tell();
    expect(outcome).toEqual({ ok: true, observed: STEPS.map(({ name }) => name) });
    await expect(`${withoutChance(text)}\n`).toMatchFileSnapshot('golden/demo.txt');
  });

  it('ends with 0 and plain lines when nobody watches', async () => {
    const { code, out, err } = await command({ speed: 0 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('All 7 steps were observed.');
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(out).not.toMatch(/[\u001B\r]/u);
  });

  it('shows colours and a live line on a terminal, and leaves it as it was', async () => {
    const { code, out } = await command({ speed: 0 }, { isTTY: true, columns: 100, hasColors: () => true });
    expect(code).toBe(0);
    expect(out).toContain('\u001B[?25l');
    expect(out.lastIndexOf('\u001B[?25h')).toBeGreaterThan(out.lastIndexOf('\u001B[?25l'));
    // eslint-disable-next-line no-control-regex -- see above
    const plain = out.replaceAll(/\u001B\[[0-9;?]*[A-Za-z]/gu, '').split(/[\r\n]/u);
    expect(plain.filter((line) => line.length > 100)).toEqual([]);
  });

  it('does not draw over lines where NO_COLOR is set', async () => {
    const { out } = await command({ speed: 0 }, { isTTY: true, columns: 100, hasColors: () => false });
    expect(out).not.toContain('\u001B');
  });
});

describe('a demo in which something goes wrong', () => {
  it('misses the upgrade when no savepoint can be taken, and says what it saw', async () => {
    const { outcome, text } = await tell(({ cluster, flinkCluster }) => {
      cluster.flink.faults.of(flinkCluster).savepointFails = 'Permission denied';
    });
    expect(outcome).toEqual({ ok: false, observed: ['deploy', 'checkpoints'] });
    expect(text).toContain('✘ expected: the upgraded job RUNNING and the FlinkDeployment STABLE within 60 s');
    expect(text).toMatch(/seen: status\.error: stopping job .* with savepoint .* failed/u);
    expect(text).toContain('Not observed: upgrade.');
    expect(text).toContain('Not tried after that: recovery, suspend, resume, delete.');
  });

  it('misses the deployment when the image cannot be pulled', async () => {
    const { outcome, text } = await tell(({ cluster }) => {
      cluster.cluster.brokenImages.add('flink:1.20');
    });
    expect(outcome).toEqual({ ok: false, observed: [] });
    expect(text).toMatch(/seen: pods: .*(ErrImagePull|ImagePullBackOff)/u);
  });

  it('misses the checkpoints when Flink takes none', async () => {
    const { outcome } = await tell(({ cluster, flinkCluster }) => {
      cluster.flink.faults.of(flinkCluster).checkpointsFail = true;
    });
    expect(outcome).toEqual({ ok: false, observed: ['deploy'] });
  });

  it('misses the upgrade when the job starts from another state than it was stopped with', async () => {
    const { outcome, text } = await tell(({ cluster }) => {
      const { storage } = cluster.flink;
      const read = storage.snapshot.bind(storage);
      // The second run reads a savepoint that has lost a number; whoever looks into it later finds it whole.
      storage.snapshot = (path) => {
        const snapshot = read(path);
        const lost = snapshot?.kind === 'savepoint' && cluster.flink.history.runs.length === 1;
        return lost ? { ...snapshot, value: snapshot.value - 1 } : snapshot;
      };
    });
    expect(outcome).toEqual({ ok: false, observed: ['deploy', 'checkpoints'] });
    expect(text).toMatch(/✘ expected: a job that counts on from \d+, not \d+/u);
  });

  it('misses the deletion when something is left behind', async () => {
    const { outcome, text } = await tell(({ cluster, namespace }) => {
      const { api } = cluster;
      const stop = api.onChange(({ type, object }) => {
        if (type !== 'DELETED' || object.kind !== 'FlinkDeployment') return;
        stop();
        api.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'forgotten', namespace } });
      });
    });
    expect(outcome.observed).toEqual(STEPS.slice(0, -1).map(({ name }) => name));
    expect(text).toContain('but there are ConfigMap/forgotten');
  });
});

describe('a demo that is called wrongly', () => {
  it.each<[string, DemoFlags, string]>([
    [
      'a kubeconfig that is not there',
      { kubeconfig: '/nowhere/config' },
      '--kubeconfig /nowhere/config: the file does not exist',
    ],
    [
      'a namespace that cannot be one',
      { namespace: 'My_Demo' },
      '--namespace My_Demo: a namespace has at most 63 lower-case letters',
    ],
    [
      'an image without a cluster',
      { image: 'flink:1.20.1' },
      '--image is for a real cluster: give --kubeconfig FILE, too',
    ],
  ])('says what to do about %s and ends with 2', async (_, flags, message) => {
    const { code, err } = await command(flags);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
