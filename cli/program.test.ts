// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { runCommandLine } from './program.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'flinkwright-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of the test's own. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs a command line with everything that it needs of a process. */
async function run(
  args: readonly string[],
  { stdin = '', isTTY = false, env = {} }: { stdin?: string; isTTY?: boolean; env?: Record<string, string> } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY,
    hasColors: () => isTTY,
    write: (text: string) => void (written[name] += text),
  });
  const code = await runCommandLine(args, {
    env,
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    stdout: output('stdout'),
    stderr: output('stderr'),
  });
  // Where the files lie is this machine's business.
  const clean = (text: string): string => text.replaceAll(`${folder}/`, '');
  return { code, stdout: clean(written.stdout), stderr: clean(written.stderr) };
}

const good = `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: {name: clicks, namespace: streaming}
spec:
  image: flink:1.20
  flinkVersion: v1_20
  serviceAccount: flink
  flinkConfiguration:
    taskmanager.numberOfTaskSlots: "2"
  jobManager: {resource: {memory: 2Gi, cpu: 1}}
  taskManager: {resource: {memory: 4Gi, cpu: 2}}
  job: {jarURI: "local:///opt/flink/usrlib/clicks.jar", parallelism: 2}
`;
const wrong = good.replace('v1_20', 'v1.20').replace('parallelism: 2', 'parallelism: 0');
const doubtful = good.replace('v1_20', 'v1_16').replace('flink:1.20', 'flink:1.16');

const files = {
  good: file('good.yaml', good),
  wrong: file('wrong.yaml', wrong),
  doubtful: file('doubtful.yaml', doubtful),
  other: file('other.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n'),
  broken: file('broken.yaml', 'a: "never closed\n'),
};

describe('exit codes', () => {
  it.each<[number, string[]]>([
    [0, ['--help']],
    [0, ['--version']],
    [0, ['check', '--help']],
    [2, []],
    [2, ['chek', files.good]],
    [2, ['--stict']],
    [0, ['check', files.good]],
    [0, ['check', files.doubtful]],
    [1, ['check', '--strict', files.doubtful]],
    [1, ['check', files.wrong]],
    [1, ['check', files.good, files.wrong]],
    [1, ['check', files.broken]],
    [0, ['check', files.other]],
    [1, ['check', folder]],
    [1, ['check', '-o', 'json', files.wrong]],
    [1, ['check', '-o', 'github', files.wrong]],
    [2, ['check']],
    [2, ['check', join(folder, 'missing.yaml')]],
    [2, ['check', files.good, '-o', 'xml']],
    [2, ['check', files.good, '--operator-config', join(folder, 'missing.yaml')]],
    [0, ['memory', files.good]],
    [0, ['memory', files.good, '-o', 'json']],
    [1, ['memory', files.broken]],
    [2, ['memory']],
    [0, ['options', 'numberOfTaskSlots', '--flink', '1.20']],
    [0, ['options', 'numberOfTaskSlots', '--flink', 'v1_20']],
    [0, ['options', 'numberOfTaskSlots', '--flink', 'v1.20']],
    [0, ['options', 'numberOfTaskSlots', '--flink', '1.20.3']],
    [1, ['options', 'numberOfTaskSlotz']],
    [2, ['options', 'slots', '--flink', '9.9']],
    [0, ['upgrade-check', files.good, '--to', '2.0']],
    [2, ['upgrade-check', files.good]],
    [2, ['upgrade-check', files.good, '--to', 'next']],
    [0, ['crds']],
    [0, ['crds', '--kind', 'flinkdep', '-o', 'json']],
    [2, ['crds', '--kind', 'FlinkDeploymen']],
  ])('%i for %j', async (code, args) => {
    expect((await run(args)).code).toBe(code);
  });

  it('are those of the process', () => {
    const codes = [['check', files.good], ['check', files.wrong], ['chekc']].map(
      (args) => spawnSync(process.execPath, [MAIN, ...args]).status,
    );
    expect(codes).toEqual([0, 1, 2]);
  });
});

it.each(['leads-nowhere', '.'])('a folder with a link to %s is told of as that, not as a bug', async (target) => {
  const links = mkdtempSync(join(tmpdir(), 'flinkwright-'));
  symlinkSync(target, join(links, 'link.yaml'));
  const { code, stderr } = await run(['check', links]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(join(links, 'link.yaml'))]);
  rmSync(links, { recursive: true });
});

describe('called wrongly, it says what is right', () => {
  it.each([
    [['chek'], 'Did you mean check?'],
    [['check', '--stict', 'x'], 'Did you mean --strict?'],
    [['check', join(folder, 'god.yaml')], 'did you mean good.yaml?'],
    [['check', 'x', '-o', 'xml'], 'text, json, github'],
    [['upgrade-check', 'x'], '--to <version>'],
    [['options', 'x', '--flink', 'x'], '1.20'],
    [['options', 'taskmanager.numberOfTaskSlotz'], 'did you mean taskmanager.numberOfTaskSlots?'],
    [['options', 'execution.checkpointing.savepoint-dir', '--flink', '1.18'], 'there is one in Flink 1.20'],
    [['crds', '--kind', 'FlinkDeploymen'], 'did you mean FlinkDeployment?'],
    [['check', files.other], 'nothing to check'],
    [
      ['upgrade-check', file('no-version.yaml', good.replace(/ {2}flinkVersion.*\n/u, '')), '--to', '2.0'],
      'give --from VERSION',
    ],
  ])('%j', async (args, said) => {
    const { stderr, stdout } = await run(args);
    expect(stderr).toContain(said);
    expect(stdout).toBe('');
  });
});

describe('check', () => {
  it('for people', async () => {
    const { stdout, stderr } = await run(['check', files.wrong]);
    expect(stderr).toBe('');
    expect(stdout).toMatchInlineSnapshot(`
      "wrong.yaml:6:3: error invention.spelling at spec.flinkVersion
        FlinkDeployment streaming/clicks
        A version is written as the API spells it; "v1.20" is not known.
        allowed: one of v1_13, v1_14, v1_15, v1_16, v1_17, v1_18, v1_19, v1_20, v2_0, v2_1, v2_2, v2_3, v2_4
        to do: Write spec.flinkVersion: v1_20.

      wrong.yaml:12:57: error V-17 at spec.job.parallelism
        FlinkDeployment streaming/clicks
        The parallelism of the job is 0, and spec.taskManager.replicas does not fix it either.
        allowed: 1 or more
        to do: Set spec.job.parallelism; to stop the job set spec.job.state to suspended.

      2 errors in 1 Flink resource (1 file)
      "
    `);
  });

  it('for programs: an array', async () => {
    const { stdout } = await run(['check', '-o', 'json', files.wrong]);
    const findings = JSON.parse(stdout) as Record<string, unknown>[];
    expect(findings[0]).toEqual({
      code: 'invention.spelling',
      severity: 'error',
      file: 'wrong.yaml',
      line: 6,
      column: 3,
      document: 1,
      kind: 'FlinkDeployment',
      namespace: 'streaming',
      name: 'clicks',
      path: 'spec.flinkVersion',
      message: expect.stringContaining('v1.20') as unknown,
      allowed: expect.stringContaining('v1_20') as unknown,
      remedy: 'Write spec.flinkVersion: v1_20.',
    });
    expect(JSON.parse((await run(['check', '-o', 'json', files.good])).stdout)).toEqual([]);
  });

  it('for GitHub: one line each, with everything escaped that ends a part', async () => {
    const path = file(
      'a,b:c%.yaml',
      good.replace('serviceAccount: flink', 'serviceAccount: flink\n  serviceAcount: "100%"'),
    );
    const { stdout } = await run(['check', '-o', 'github', path]);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stdout).toMatch(
      /^::error file=a%2Cb%3Ac%25\.yaml,line=8,col=3,title=schema\.unknown-field at spec\.serviceAcount::[^\n]+%0Ato do: [^\n]+\n$/u,
    );
  });

  it('standard input, several files, and a folder', async () => {
    const { stdout, code } = await run(['check', '-'], { stdin: wrong });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\(standard input\):6:3: error/u);
    const all = await run(['check', '-o', 'json', folder, files.wrong]);
    const named = (JSON.parse(all.stdout) as { file: string }[]).map((finding) => finding.file);
    expect([...new Set(named)]).toEqual(expect.arrayContaining(['doubtful.yaml', 'wrong.yaml']));
    expect(named).not.toContain('broken.yaml');
    expect(named.filter((name) => name === 'doubtful.yaml')).toHaveLength(1);
  });

  it('in a folder, what cannot be read matters only if it is about Flink', async () => {
    const place = mkdtempSync(join(folder, 'mixed-'));
    writeFileSync(join(place, 'tsconfig.json'), '// not quite JSON\n{"a": 1,}\n');
    writeFileSync(join(place, 'values.yaml'), '{{- if .Values.x }}\na: 1\n{{- end }}\n');
    writeFileSync(join(place, 'good.yaml'), good);
    expect((await run(['check', place])).code).toBe(0);
    writeFileSync(join(place, 'chart.yaml'), `{{- if .Values.x }}\n${good}\n{{- end }}\n`);
    expect((await run(['check', place])).stdout).toContain('chart.yaml:1:1: error document.template');
    expect((await run(['check', join(place, 'values.yaml')])).code).toBe(1);
    rmSync(place, { recursive: true });
  });

  it('a file of Windows in 16 bits', async () => {
    const bytes = Buffer.from(`\uFEFF${good}`, 'utf16le');
    writeFileSync(join(folder, 'utf16.yaml'), bytes);
    expect((await run(['check', join(folder, 'utf16.yaml')])).code).toBe(0);
    rmSync(join(folder, 'utf16.yaml'));
  });

  it('colours on a terminal only, and not where NO_COLOR is set', async () => {
    const escape = '\u001B[';
    expect((await run(['check', files.wrong], { isTTY: true })).stdout).toContain(`${escape}31merror${escape}39m`);
    expect((await run(['check', files.wrong], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain(escape);
    expect((await run(['check', files.wrong])).stdout).not.toContain(escape);
  });

  it("with the operator's own configuration, also out of its ConfigMap", async () => {
    const stateful = file('stateful.yaml', good.replace('parallelism: 2}', 'parallelism: 2, upgradeMode: last-state}'));
    expect((await run(['check', stateful])).code).toBe(1);
    const conf = 'state.checkpoints.dir: s3://lake/cp\n';
    const map = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  flink-conf.yaml: |\n    ${conf}`;
    const nested = 'state: {checkpoints.dir: "s3://lake/cp"}\n';
    for (const [name, text] of Object.entries({ 'flink-conf.yaml': conf, 'config.yaml': nested, 'map.yaml': map })) {
      const operatorConfig = file(name, text);
      expect([name, (await run(['check', stateful, '--operator-config', operatorConfig])).code]).toEqual([name, 0]);
      rmSync(operatorConfig);
    }
    rmSync(stateful);
  });
});

describe('memory', () => {
  it('for people', async () => {
    const { stdout } = await run(['memory', files.good]);
    expect(stdout).toMatch(
      /^good\.yaml:1: FlinkDeployment streaming\/clicks\n\nJobManager, Flink 1\.20: a container of 2048 MiB\n/u,
    );
    expect(stdout).toMatch(/^ +network +343 MiB .* 359703515 bytes$/mu);
  });

  it('for programs: bytes, also of the template of a blue/green deployment', async () => {
    const [, spec = ''] = good.split('spec:\n');
    const blueGreen = `apiVersion: flink.apache.org/v1beta1\nkind: FlinkBlueGreenDeployment\nmetadata: {name: fraud}\nspec:\n  template:\n    spec:\n${spec.replace(/^/gmu, '    ')}`;
    for (const stdin of [good, blueGreen]) {
      const [entry] = JSON.parse((await run(['memory', '-', '-o', 'json'], { stdin })).stdout) as Record<
        string,
        unknown
      >[];
      expect(entry).toMatchObject({
        jobManager: { memory: { totalProcess: 2 ** 31, heap: 1530082096, metaspace: 268435456 } },
        // the example of the reference
        taskManager: { memory: { taskHeap: 1530082070, network: 359703515, managed: 1438814063 } },
      });
    }
  });

  it('a layout that Flink refuses', async () => {
    const { code, stdout } = await run(['memory', '-'], { stdin: good.replace('4Gi', '400m') });
    expect(code).toBe(1);
    expect(stdout).toContain('TaskManager: Flink refuses this memory');
  });
});

describe('options', () => {
  it('one in full', async () => {
    expect((await run(['options', 'checkpointing.savepoint-dir', '--flink', '1.20'])).stdout).toMatchInlineSnapshot(`
      "execution.checkpointing.savepoint-dir
        type:         string
        default:      none
        also read as: state.savepoints.dir, savepoints.state.backend.fs.dir
        since:        Flink 1.20
      "
    `);
  });

  it('many in a table, all as JSON', async () => {
    const { stdout } = await run(['options', 'checkpointing', '--flink', '1.20']);
    expect(stdout).toMatch(/^execution\.checkpointing\.interval +duration/mu);
    const found = JSON.parse((await run(['options', 'checkpointing', '--flink', '1.20', '-o', 'json'])).stdout) as {
      key: string;
    }[];
    expect(found.map(({ key }) => key)).toContain('execution.checkpointing.interval');
    expect(stdout.trimEnd().split('\n')).toHaveLength(found.length);
  });
});

describe('upgrade-check', () => {
  const old = file(
    'old.yaml',
    good.replace('"2"', '"2"\n    high-availability: kubernetes\n    high-availability.storageDir: s3://lake/ha'),
  );

  it('says what breaks, where it stands, and what to write', async () => {
    const { code, stdout } = await run(['upgrade-check', old, '--to', '2.0']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^old\.yaml:10:5: error upgrade\.key-and-parent at spec\.flinkConfiguration\.high-availability$/mu,
    );
    expect(stdout).toMatch(/^ {2}write: high-availability\.type: kubernetes$/mu);
    expect(stdout).toMatch(/^FlinkDeployment streaming\/clicks, Flink 1\.20 to 2\.0: 1 thing would break$/mu);
  });

  it('for programs', async () => {
    const { stdout } = await run(['upgrade-check', old, '--to', '2.0', '-o', 'json']);
    expect((JSON.parse(stdout) as unknown[])[0]).toMatchObject({
      code: 'upgrade.key-and-parent',
      file: 'old.yaml',
      line: 10,
      path: 'spec.flinkConfiguration.high-availability',
      replacement: { key: 'high-availability.type', value: 'kubernetes' },
      from: 'v1_20',
      to: 'v2_0',
    });
  });

  it('a session job has the version of its cluster', async () => {
    const session = good.replace(/ {2}job:.*\n/u, '').replace('clicks', 'shared');
    const job = `apiVersion: flink.apache.org/v1beta1\nkind: FlinkSessionJob\nmetadata: {name: j}\nspec: {deploymentName: shared, flinkConfiguration: {state.backend: rocksdb}, job: {jarURI: "https://example.com/a.jar", parallelism: 1}}\n`;
    expect((await run(['upgrade-check', '-', '--to', '2.0'], { stdin: `${session}---\n${job}` })).stdout).toContain(
      'FlinkSessionJob j, Flink 1.20 to 2.0',
    );
    expect((await run(['upgrade-check', '-', '--to', '2.0'], { stdin: job })).code).toBe(2);
    expect((await run(['upgrade-check', '-', '--to', '2.0', '--from', '1.19'], { stdin: job })).stdout).toContain(
      'Flink 1.19 to 2.0',
    );
  });
});

describe('crds', () => {
  it('all, or some', async () => {
    const names = async (args: string[]): Promise<unknown[]> =>
      parseAllDocuments((await run(['crds', ...args])).stdout).map((document) => document.getIn(['metadata', 'name']));
    expect(await names([])).toHaveLength(4);
    expect(await names(['--kind', 'FlinkDeployment', 'sessionjob'])).toEqual([
      'flinkdeployments.flink.apache.org',
      'flinksessionjobs.flink.apache.org',
    ]);
    const list = JSON.parse((await run(['crds', '-o', 'json'])).stdout) as { kind: string; items: unknown[] };
    expect([list.kind, list.items.length]).toEqual(['List', 4]);
  });
});
