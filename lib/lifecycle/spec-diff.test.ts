// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import type { ChangeClass } from './spec-diff.ts';
import { describeDiff, diffSpec } from './spec-diff.ts';

/** Specs are written loosely: half of the cases are about odd ones. */
type Loose = Record<string, unknown>;

/** The class in native and in standalone mode; a single class stands for both, `none` for no difference at all. */
type Expected = ChangeClass | 'none' | [native: ChangeClass, standalone: ChangeClass];

function classes(before: Loose, after: Loose): Expected {
  const diffs = (['native', 'standalone'] as const).map((mode) =>
    diffSpec(before as FlinkDeploymentSpec, after as FlinkDeploymentSpec, mode),
  );
  const [native, standalone] = diffs.map((diff) => diff.class) as [ChangeClass, ChangeClass];
  if (diffs.every(({ changes }) => changes.length === 0)) {
    expect([native, standalone]).toEqual(['IGNORE', 'IGNORE']);
    return 'none';
  }
  return native === standalone ? native : [native, standalone];
}

type Case = [what: string, before: Loose, after: Loose, expected: Expected];

const job = (changes: Loose): Loose => ({ job: { jarURI: 'local:///a.jar', parallelism: 1, ...changes } });
const conf = (flinkConfiguration: unknown): Loose => ({ flinkConfiguration });
const resources = (value: Loose): Loose => ({ taskManager: { resources: value } });

describe('field classes', () => {
  const cases: Case[] = [
    ['nothing', job({}), job({}), 'none'],
    ['restartNonce', { restartNonce: 1 }, { restartNonce: 2 }, 'UPGRADE'],
    [
      'job.savepointRedeployNonce',
      job({ savepointRedeployNonce: 1 }),
      job({ savepointRedeployNonce: 2 }),
      'SAVEPOINT_REDEPLOY',
    ],
    ['job.parallelism', job({}), job({ parallelism: 2 }), ['UPGRADE', 'SCALE']],
    ['taskManager.replicas', { taskManager: { replicas: 1 } }, { taskManager: { replicas: 2 } }, ['UPGRADE', 'SCALE']],
    ['job.savepointTriggerNonce', job({}), job({ savepointTriggerNonce: 1 }), 'IGNORE'],
    ['job.checkpointTriggerNonce', job({}), job({ checkpointTriggerNonce: 1 }), 'IGNORE'],
    ['job.initialSavepointPath', job({}), job({ initialSavepointPath: 's3://a' }), 'IGNORE'],
    ['job.upgradeMode', job({ upgradeMode: 'savepoint' }), job({ upgradeMode: 'last-state' }), 'IGNORE'],
    ['job.allowNonRestoredState', job({}), job({ allowNonRestoredState: true }), 'IGNORE'],
    ['job.autoscalerResetNonce', job({}), job({ autoscalerResetNonce: 1 }), 'IGNORE'],
    ['job.autoscaler.*', conf({}), conf({ 'job.autoscaler.enabled': true }), 'IGNORE'],
    ['parallelism.default', conf({}), conf({ 'parallelism.default': 2 }), 'IGNORE'],
    ['kubernetes.operator.*', conf({}), conf({ kubernetes: { operator: { x: 1 } } }), 'IGNORE'],
    ['a prefix needs no dot', conf({}), conf({ 'kubernetes.operators': 1, 'job.autoscalers': 1 }), 'IGNORE'],
    [
      'overrides',
      conf({ 'pipeline.jobvertex-parallelism-overrides': 'a:1' }),
      conf({ 'pipeline.jobvertex-parallelism-overrides': 'a:2' }),
      ['SCALE', 'UPGRADE'],
    ],
    ['any other key added', conf({}), conf({ a: 1 }), 'UPGRADE'],
    ['any other key changed', conf({ a: 1 }), conf({ a: 2 }), 'UPGRADE'],
    ['any other key removed', conf({ a: 1 }), {}, 'UPGRADE'],
    ['image', { image: 'a' }, { image: 'b' }, 'UPGRADE'],
    ['imagePullPolicy', {}, { imagePullPolicy: 'Always' }, 'UPGRADE'],
    ['serviceAccount', {}, { serviceAccount: 'flink' }, 'UPGRADE'],
    ['flinkVersion', { flinkVersion: 'v1_19' }, { flinkVersion: 'v1_20' }, 'UPGRADE'],
    ['ingress', { ingress: { template: 'a' } }, { ingress: { template: 'b' } }, 'UPGRADE'],
    ['podTemplate', {}, { podTemplate: {} }, 'UPGRADE'],
    ['logConfiguration', {}, { logConfiguration: {} }, 'UPGRADE'],
    ['mode', {}, { mode: 'native' }, 'UPGRADE'],
    ['job.jarURI', job({}), job({ jarURI: 'local:///b.jar' }), 'UPGRADE'],
    ['job.entryClass', job({}), job({ entryClass: 'B' }), 'UPGRADE'],
    ['job.args', job({ args: ['a', 'b'] }), job({ args: ['b', 'a'] }), 'UPGRADE'],
    ['job.state', job({}), job({ state: 'suspended' }), 'UPGRADE'],
    ['jobManager.replicas', { jobManager: { replicas: 1 } }, { jobManager: { replicas: 2 } }, 'UPGRADE'],
    [
      'taskManager.resource',
      { taskManager: { resource: { cpu: 1 } } },
      { taskManager: { resource: { cpu: 2 } } },
      'UPGRADE',
    ],
    ['taskManager.podTemplate', { taskManager: {} }, { taskManager: { podTemplate: {} } }, 'UPGRADE'],
  ];

  it.each(cases)('%s', (_, before, after, expected) => {
    expect(classes(before, after)).toEqual(expected);
  });
});

describe('the measured truth table', () => {
  const overrides = (text: string): Loose => conf({ 'pipeline.jobvertex-parallelism-overrides': text });
  const cases: Case[] = [
    ['tm {} -> replicas 2', { taskManager: {} }, { taskManager: { replicas: 2 } }, ['UPGRADE', 'SCALE']],
    ['taskManager absent -> {replicas: 2}', {}, { taskManager: { replicas: 2 } }, 'UPGRADE'],
    ['parallelism.default removed', conf({ 'parallelism.default': 1 }), {}, 'IGNORE'],
    ['jobManager.replicas 1 -> 2', { jobManager: {} }, { jobManager: { replicas: 2 } }, 'UPGRADE'],
    ['restartNonce 1 -> absent', { restartNonce: 1 }, {}, 'none'],
    ['restartNonce absent -> 1', {}, { restartNonce: 1 }, 'UPGRADE'],
    ['savepointRedeployNonce 1 -> absent', job({ savepointRedeployNonce: 1 }), job({}), 'none'],
    ['savepointRedeployNonce absent -> 1', job({}), job({ savepointRedeployNonce: 1 }), 'SAVEPOINT_REDEPLOY'],
    ['overrides a:1 -> a:2', overrides('a:1'), overrides('a:2'), ['SCALE', 'UPGRADE']],
    [
      'redeploy nonce and another change',
      job({}),
      { ...job({ savepointRedeployNonce: 1, parallelism: 3 }), image: 'b' },
      'SAVEPOINT_REDEPLOY',
    ],
  ];

  it.each(cases)('%s', (_, before, after, expected) => {
    expect(classes(before, after)).toEqual(expected);
  });
});

describe('comparison', () => {
  const pod = (spec: Loose): Loose => ({ podTemplate: { spec } });
  const container = (limits: Loose): Loose => pod({ containers: [{ name: 'c', resources: { limits } }] });
  const cases: Case[] = [
    ['a job that comes is one change', {}, job({ upgradeMode: 'savepoint' }), 'UPGRADE'],
    ['nested and flat configuration', conf({ a: { b: 1 } }), conf({ 'a.b': '1' }), 'none'],
    ['numbers and texts', conf({ a: 2 }), conf({ a: '2' }), 'none'],
    ['1.0 and 1 are texts too', conf({ a: '1.0' }), conf({ a: 1 }), 'UPGRADE'],
    ['lists and their text', conf({ a: ['x', 'y'] }), conf({ a: 'x;y' }), 'none'],
    ['no configuration', {}, conf({}), 'none'],
    ['order of maps', { logConfiguration: { a: '1', b: '2' } }, { logConfiguration: { b: '2', a: '1' } }, 'none'],
    ['args', job({}), job({ args: [] }), 'none'],
    ['defaults', job({}), job({ state: 'running', upgradeMode: 'stateless', args: [] }), 'none'],
    ['nulls', { image: null, job: { entryClass: null } }, job({ jarURI: null, parallelism: 0 }), 'none'],
    [
      'a pasted pod',
      { podTemplate: { spec: {} } },
      { podTemplate: { apiVersion: 'v1', kind: 'Pod', status: {}, spec: {} } },
      'none',
    ],
    ['empty collections of a pod', pod({}), pod({ volumes: [], nodeSelector: {} }), 'none'],
    ['empty objects of a pod', pod({}), pod({ securityContext: {} }), 'UPGRADE'],
    ['unknown members deeper down', pod({}), pod({ invented: 1 }), 'UPGRADE'],
    ['order of members', pod({ a: 1, b: 2 }), pod({ b: 2, a: 1 }), 'none'],
    [
      'order of containers',
      pod({ containers: [{ name: 'a' }, { name: 'b' }] }),
      pod({ containers: [{ name: 'b' }, { name: 'a' }] }),
      'UPGRADE',
    ],
    [
      'quantities of a container',
      container({ memory: '1Gi', cpu: 1 }),
      container({ memory: '1024Mi', cpu: '1000m' }),
      'none',
    ],
    [
      'Flink’s memory is no quantity of a container',
      container({ memory: '2g' }),
      container({ memory: '2Gi' }),
      'UPGRADE',
    ],
    [
      'an empty directory’s size',
      pod({ volumes: [{ name: 'v', emptyDir: { sizeLimit: '1Gi' } }] }),
      pod({ volumes: [{ name: 'v', emptyDir: { sizeLimit: '1024Mi' } }] }),
      'none',
    ],
    [
      'labels are no quantities',
      { podTemplate: { metadata: { labels: { a: '1' } } } },
      { podTemplate: { metadata: { labels: { a: '1000m' } } } },
      'UPGRADE',
    ],
    [
      'quantities in resources',
      resources({ requests: { cpu: '1', memory: '1Gi' } }),
      resources({ requests: { cpu: '1000m', memory: '1024Mi' } }),
      'none',
    ],
    [
      'Flink’s memory in resources',
      resources({ limits: { memory: '2048m' } }),
      resources({ limits: { memory: '2Gi' } }),
      'none',
    ],
    [
      'other memory in resources',
      resources({ limits: { memory: '2g' } }),
      resources({ limits: { memory: '3g' } }),
      'UPGRADE',
    ],
    [
      'unreadable memory in resources',
      resources({ limits: { memory: 'x' } }),
      resources({ limits: { memory: 'x' } }),
      'none',
    ],
    [
      'texts in resource',
      { jobManager: { resource: { memory: '2g' } } },
      { jobManager: { resource: { memory: '2048m' } } },
      'UPGRADE',
    ],
    [
      'the cpu in resource',
      { jobManager: { resource: { cpu: 1 } } },
      { jobManager: { resource: { cpu: 1.0 } } },
      'none',
    ],
    ['an empty jobManager', {}, { jobManager: {} }, 'UPGRADE'],
    ['empty resources', { taskManager: {} }, resources({}), 'UPGRADE'],
    ['empty limits', resources({}), resources({ limits: {} }), 'none'],
  ];

  it.each(cases)('%s', (_, before, after, expected) => {
    expect(classes(before, after)).toEqual(expected);
  });
});

describe('the list of changes', () => {
  const before: Loose = {
    image: 'a',
    restartNonce: 1,
    ...conf({ b: 1, c: 1 }),
    ...job({ args: ['x'] }),
    taskManager: {},
  };
  const after: Loose = {
    image: 'b',
    restartNonce: 2,
    ...conf({ b: 2, a: '' }),
    ...job({ args: ['y'] }),
    taskManager: { replicas: 2 },
  };
  const diff = diffSpec(before, after, 'standalone');

  it('names the fields of the kind first, then the shared ones', () => {
    expect(diff.changes).toEqual([
      { path: 'image', before: 'a', after: 'b', class: 'UPGRADE' },
      { path: 'taskManager.replicas', before: undefined, after: 2, class: 'SCALE' },
      { path: 'job.args', before: ['x'], after: ['y'], class: 'UPGRADE' },
      { path: 'restartNonce', before: 1, after: 2, class: 'UPGRADE' },
      { path: 'flinkConfiguration.a', before: undefined, after: '', class: 'UPGRADE' },
      { path: 'flinkConfiguration.b', before: '1', after: '2', class: 'UPGRADE' },
      { path: 'flinkConfiguration.c', before: '1', after: undefined, class: 'UPGRADE' },
    ]);
  });

  it('reads as a sentence', () => {
    expect(describeDiff(diff)).toBe(
      'UPGRADE change of image: a -> b, taskManager.replicas: absent -> 2, job.args: ["x"] -> ["y"], restartNonce: 1 -> 2, ' +
        'flinkConfiguration.a: absent -> "", flinkConfiguration.b: 1 -> 2, flinkConfiguration.c: 1 -> absent',
    );
    expect(describeDiff(diffSpec({}, {}, 'native'))).toBe('IGNORE change: no field differs');
  });
});

describe('any two specs', () => {
  const text = fc.constantFrom('a', 'b');
  const nonce = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
  const spec = fc.record(
    {
      image: text,
      restartNonce: nonce,
      flinkConfiguration: fc.dictionary(
        fc.constantFrom('x', 'parallelism.default', 'pipeline.jobvertex-parallelism-overrides'),
        text,
      ),
      job: fc.record(
        { parallelism: fc.integer({ min: 1, max: 2 }), savepointRedeployNonce: nonce },
        { requiredKeys: [] },
      ),
      taskManager: fc.record({ replicas: fc.integer({ min: 1, max: 2 }) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<FlinkDeploymentSpec>;
  const mode = fc.constantFrom('native' as const, 'standalone' as const);

  it('do not differ from themselves', () => {
    fc.assert(
      fc.property(spec, mode, (one, how) => {
        expect(diffSpec(one, structuredClone(one), how)).toEqual({ class: 'IGNORE', changes: [] });
      }),
    );
  });

  it('differ in the same fields both ways, but for nonces that are taken away', () => {
    fc.assert(
      fc.property(spec, spec, mode, (one, other, how) => {
        const paths = (from: FlinkDeploymentSpec, to: FlinkDeploymentSpec): string[] =>
          diffSpec(from, to, how)
            .changes.map(({ path }) => path)
            .filter((path) => !/Nonce$/.test(path));
        expect(paths(one, other)).toEqual(paths(other, one));
      }),
    );
  });
});
