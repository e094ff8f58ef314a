// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkClusterProps } from './cluster-props.ts';
import { ClusterDraft } from './cluster-draft.ts';
import { addContainer } from './container-part.ts';
import { buildFlinkApplication } from '../flink-application.ts';
import { podTemplates } from './pod-templates.ts';
import { StateStore } from './state-store.ts';
import { templatePath } from './template-paths.ts';

const main = 'flink-main-container';
const props: FlinkClusterProps = {
  flinkVersion: 'v1_20',
  env: { A: 'a', B: 'b' },
  scheduling: { nodeSelector: { a: 'b' }, affinity: {}, topologySpread: [{ topologyKey: 'k' }] },
  podLabels: { team: 'x' },
  podAnnotations: { 'a.b/c': 'd' },
  sidecars: [{ name: 'beside', image: 'x' }],
  initContainers: [{ name: 'before', image: 'x' }],
  podTemplate: {
    metadata: { labels: { own: 'y' } },
    spec: {
      hostname: 'h',
      containers: [{ name: 'logs' }, { name: main, env: [{ name: 'B', value: 'other' }], tty: true }],
    },
  },
  taskManager: {
    scheduling: { affinity: { nodeAffinity: {} } },
    podTemplate: { spec: { containers: [{ name: main, stdin: true }] } },
  },
};

describe('a place in a finished pod template', () => {
  const cluster = new ClusterDraft({ name: 'app', namespace: undefined, labels: {} }, 'v1_20');
  addContainer(props, cluster);
  const { jobManager, taskManager } = podTemplates(props, cluster);
  const spec = { jobManager: { podTemplate: jobManager ?? {} }, taskManager: { podTemplate: taskManager ?? {} } };
  // Flink's container, then those beside it
  const names = taskManager?.spec?.containers?.map(({ name }) => name);

  it('is where it was written', () => {
    expect(names).toEqual([main, 'beside', 'logs']);
    const expected: Record<string, string> = {
      'taskManager.podTemplate.spec.containers[0].env[0].value': "env['A']",
      'taskManager.podTemplate.spec.containers[0].env[1].value': 'podTemplate.spec.containers[1].env[0].value',
      'taskManager.podTemplate.spec.containers[0].stdin': 'taskManager.podTemplate.spec.containers[0].stdin',
      'taskManager.podTemplate.spec.containers[0].tty': 'podTemplate.spec.containers[1].tty',
      'jobManager.podTemplate.spec.containers[0].tty': 'podTemplate.spec.containers[1].tty',
      'taskManager.podTemplate.spec.containers[1].image': 'sidecars[0].image',
      'taskManager.podTemplate.spec.containers[2].image': 'podTemplate.spec.containers[0].image',
      'taskManager.podTemplate.spec.initContainers[0].command': 'initContainers[0].command',
      'taskManager.podTemplate.metadata.labels.team': "podLabels['team']",
      'taskManager.podTemplate.metadata.labels.own': 'podTemplate.metadata.labels.own',
      "taskManager.podTemplate.metadata.annotations['a.b/c']": "podAnnotations['a.b/c']",
      'jobManager.podTemplate.spec.hostname': 'podTemplate.spec.hostname',
      'taskManager.podTemplate.spec.dnsPolicy': 'taskManager.podTemplate.spec.dnsPolicy',
      'jobManager.podTemplate.spec.nodeSelector.a': 'scheduling.nodeSelector.a',
      'jobManager.podTemplate.spec.affinity.x': 'scheduling.affinity.x',
      'taskManager.podTemplate.spec.affinity.nodeAffinity': 'taskManager.scheduling.affinity.nodeAffinity',
      'jobManager.podTemplate.spec.topologySpreadConstraints[0].x': 'scheduling.topologySpread[0].x',
      'jobManager.podTemplate.spec.tolerations': 'jobManager.podTemplate.spec.tolerations',
      'job.parallelism': 'job.parallelism',
    };
    for (const [path, prop] of Object.entries(expected))
      expect([path, templatePath(path, spec, props)]).toEqual([path, prop]);
  });
});

it('finds the store whose plugin is not in the image', () => {
  const { findings } = buildFlinkApplication(
    {
      flinkVersion: 'v1_20',
      image: 'flink:1.20.1',
      job: { jar: 'local:///a.jar', parallelism: 1 },
      state: StateStore.gcs('gs://a/b', { plugin: 'flink-gs-fs-hadoop-1.20.0.jar' }),
    },
    { name: 'a', namespace: 'n' },
  );
  expect(findings.filter(({ severity }) => severity !== 'hint').map(({ code, path }) => `${code} ${path}`)).toEqual([
    'cluster.plugin-missing state.gcs.plugin',
  ]);
});
