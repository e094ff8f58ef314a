// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkFiles } from './check-files.ts';
import type { SourceFile } from './read-resources.ts';

const HEAD = 'apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\n';
const SPEC = `spec:
  image: flink:1.20
  flinkVersion: v1_20
  serviceAccount: flink
  jobManager: {resource: {memory: 2Gi, cpu: 1}}
  taskManager: {resource: {memory: 4Gi, cpu: 2}}
`;
const JOB = '  job: {jarURI: "local:///a.jar", parallelism: 2}\n';
const session = (metadata: string): string => `${HEAD}metadata: ${metadata}\n${SPEC}`;
const sessionJob = (metadata: string, deployment: string): string =>
  `apiVersion: flink.apache.org/v1beta1\nkind: FlinkSessionJob\nmetadata: ${metadata}\nspec: {deploymentName: ${deployment}, job: {jarURI: "https://example.com/a.jar", parallelism: 2, upgradeMode: stateless}}\n`;

/** What is found in documents of one file, or in several files, as `line code path`. */
function found(...files: (string | SourceFile)[]): string[] {
  const sources = files.map((file): SourceFile => (typeof file === 'string' ? { name: 'a.yaml', text: file } : file));
  return checkFiles(sources).findings.map(({ line, code, path }) => `${line} ${code} ${path}`.trim());
}

describe('resources that know each other', () => {
  const application = `${HEAD}metadata: {name: clicks, namespace: streaming}\n${SPEC}${JOB}`;

  it('a session job and its cluster, in either order, in one file or two', () => {
    const job = sessionJob('{name: dedupe, namespace: streaming}', 'clicks');
    expect(found(`${application}---\n${job}`)).toEqual(['15 V-52 spec.deploymentName']);
    expect(found(`${job}---\n${application}`)).toEqual(['4 V-52 spec.deploymentName']);
    expect(found({ name: 'a', text: application }, { name: 'b', text: job })).toEqual(['4 V-52 spec.deploymentName']);
  });

  it('of another namespace they are others; without one they may be the same', () => {
    expect(found(`${application}---\n${sessionJob('{name: a, namespace: other}', 'clicks')}`)).toEqual([
      '15 document.nearly-neighbour spec.deploymentName',
    ]);
    expect(found(`${application}---\n${sessionJob('{name: a}', 'clicks')}`)).toEqual(['15 V-52 spec.deploymentName']);
  });

  it('of several of one name that in the same file, then in the same folder; otherwise nobody knows which', () => {
    const job = sessionJob('{name: dedupe}', 'clicks');
    const ours = session('{name: clicks}');
    const other = `${HEAD}metadata: {name: clicks}\n${SPEC}${JOB}`;
    expect(found({ name: 'dev/c.yaml', text: other }, { name: 'prod/c.yaml', text: `${ours}---\n${job}` })).toEqual([]);
    const folders = [
      { name: 'dev/c.yaml', text: other },
      { name: 'prod/c.yaml', text: ours },
    ];
    expect(found(...folders, { name: 'prod/j.yaml', text: job })).toEqual([]);
    expect(found(...folders, { name: 'dev/j.yaml', text: job })).toEqual(['4 V-52 spec.deploymentName']);
    expect(found(...folders, { name: 'jobs/j.yaml', text: job })).toEqual([]);
  });

  it('a name that is nearly there', () => {
    const shared = session('{name: shared-session}');
    expect(found(`${shared}---\n${sessionJob('{name: a}', 'shared-sesion')}`)).toEqual([
      '14 document.nearly-neighbour spec.deploymentName',
    ]);
    expect(found(`${shared}---\n${sessionJob('{name: a}', 'in-the-cluster')}`)).toEqual([]);
    const snapshot =
      'apiVersion: flink.apache.org/v1beta1\nkind: FlinkStateSnapshot\nmetadata: {name: s}\nspec: {jobReference: {kind: FlinkDeployment, name: click}, savepoint: {disposeOnDelete: false}}\n';
    expect(found(`${application}---\n${snapshot}`)).toEqual(['15 document.nearly-neighbour spec.jobReference.name']);
  });

  it('one name twice: in one file, in one namespace, of one kind', () => {
    const first = session('{name: a, namespace: one}');
    expect(found(`${first}---\n${first}`)).toEqual(['13 document.duplicate-resource metadata.name']);
    expect(found(`${first}---\n${session('{name: a, namespace: two}')}`)).toEqual([]);
    expect(found({ name: 'dev', text: first }, { name: 'prod', text: first })).toEqual([]);
  });
});

describe('patches', () => {
  const patch = `${HEAD}metadata: {name: clicks}\nspec:\n  jobManager: {replicas: two, resource: {memory: 2Gi}}\n  taskManager: {slot: 2, resource: {memory: 4Gi}}\n  serviceAccount: flink\n`;
  const kustomization = (name: string): string =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n  - path: ${name}\n  - patch: |\n      - op: remove\n`;

  it('that a kustomization names are no whole resources', () => {
    expect(found({ name: 'overlay/patch.yaml', text: patch })).toContain('4 V-02 spec.flinkVersion');
    const files = [
      { name: 'overlay/kustomization.yaml', text: kustomization('./patch.yaml') },
      { name: 'overlay/patch.yaml', text: patch },
    ];
    expect(checkFiles(files).findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([
      'hint document.partial spec',
      'error schema.wrong-type spec.jobManager.replicas',
      'error schema.unknown-field spec.taskManager.slot',
    ]);
  });

  it('the same file elsewhere is not meant', () => {
    const files = [
      { name: 'other/kustomization.yaml', text: kustomization('patch.yaml') },
      { name: 'overlay/patch.yaml', text: patch },
    ];
    expect(checkFiles(files).findings.map(({ code }) => code)).toContain('V-02');
  });
});

describe('one document', () => {
  it('other kinds are passed over, with everything that is odd about them', () => {
    expect(
      found('apiVersion: v1\nkind: ConfigMap\na: 1\na: 2\n', 'kind: Pod\n', 'x: y\n', '- a\n- b\n', '{}\n'),
    ).toEqual([]);
  });

  it('in a list the place is that in the file', () => {
    const items = session('{name: A}')
      .replace(/^(?=.)/gmu, '    ')
      .replace('    ', '  - ');
    expect(found(`apiVersion: v1\nkind: List\nitems:\n  - {kind: Pod}\n${items}`)).toEqual(['7 V-01 metadata.name']);
    const json = JSON.stringify(
      [
        { kind: 'Pod' },
        { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkSessionJob', metadata: { name: 'a' }, spec: {} },
      ],
      null,
      1,
    );
    expect(found(json)).toContain('11 V-43 spec.job');
  });

  it('counts documents and resources', () => {
    const text = `# none\n---\nkind: Pod\n---\n${session('{name: a}')}---\n${session('{name: b}')}`;
    expect(checkFiles([{ name: 'a', text }])).toMatchObject({ documents: 3, resources: 2, findings: [] });
  });

  it.each(['5', 'text', '"a: b"', 'true'])('%s is no resource', (text) => {
    expect(found(text)).toEqual(['1 document.not-a-resource']);
  });

  it('numbers of 64 bits and of more', () => {
    const nonce = (value: string): string[] =>
      checkFiles([{ name: 'a', text: `${session('{name: a}')}  restartNonce: ${value}\n` }]).findings.map(
        ({ severity, message }) => `${severity}: ${message}`,
      );
    expect(nonce('9223372036854775807')).toEqual([expect.stringMatching(/^warning: 9223372036854775807 is so large/u)]);
    expect(nonce('9223372036854775808')).toEqual([
      expect.stringMatching(/^error: 9223372036854775808 is no number of 64 bits/u),
    ]);
    expect(nonce('9007199254740991')).toEqual([]);
  });
});

describe("the operator's own configuration", () => {
  const stateful = `${HEAD}metadata: {name: a, namespace: streaming}\n${SPEC}  job: {jarURI: "local:///a.jar", parallelism: 2, upgradeMode: savepoint}\n`;
  const codes = (operatorConfiguration: Record<string, string>): string[] =>
    checkFiles([{ name: 'a', text: stateful }], { operatorConfiguration })
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);

  it('counts where the resource says nothing, by namespace and version too', () => {
    expect(codes({})).toEqual(['V-11', 'V-12']);
    expect(codes({ 'state.checkpoints.dir': 's3://b/cp', 'state.savepoints.dir': 's3://b/sp' })).toEqual([]);
    expect(
      codes({
        'kubernetes.operator.default-configuration.namespace.streaming.state.checkpoints.dir': 's3://b/cp',
        'kubernetes.operator.default-configuration.flink-version.v1_20.state.savepoints.dir': 's3://b/sp',
      }),
    ).toEqual([]);
  });
});
