// SPDX-License-Identifier: Apache-2.0
// What we build, held against what Flink's own command line created from the same input on a real cluster. Every difference is declared in
// one table; an undeclared one fails, and so does a declaration that nothing needs any more.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DeclaredDifferences } from '../../test/support/declared-differences.ts';
import { readableCluster } from '../../test/support/readable-cluster.ts';
import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import { deployConfiguration, effectiveConfiguration } from './effective-configuration.ts';
import { buildNativeApplication } from './native-application.ts';

const NAMESPACE = 'fw-manifests';
const JOB_ID = 'fd72014d4c864993a2e5a9287b4a9c5d';

/** Where a key of the configuration stands in either kind of file. */
const key = (...names: string[]): RegExp =>
  new RegExp(
    `data / (?:flink-conf\\.yaml / (?:${names.join('|')})|config\\.yaml / (?:${nested(names).join('|')}))$`,
    'u',
  );
const nested = (names: readonly string[]): string[] => names.map((name) => name.replaceAll('\\.', ' / '));

/** What differs, and why that is right. */
const DECLARED = new DeclaredDifferences([
  {
    why: 'a FlinkDeployment owns the cluster',
    matches: ({ path, theirs }) =>
      /^Deployment \w+ \/ metadata \/ ownerReferences$/u.test(path) && theirs === undefined,
  },
  {
    why: 'the same in the configuration',
    matches: ({ path, theirs }) =>
      key('kubernetes\\.jobmanager\\.owner\\.reference', 'kubernetes\\.jobmanager\\.owner').test(path) &&
      theirs === undefined,
  },
  {
    why: 'what the operator adds for jobs that it watches',
    matches: ({ path, theirs }) =>
      key(
        '\\$internal\\.flink\\.version',
        '\\$internal\\.flink',
        'execution\\.checkpointing\\.externalized-checkpoint-retention',
        'execution\\.checkpointing',
        'execution\\.submit-failed-job-on-application-error',
        'kubernetes\\.jobmanager\\.replicas',
        'pipeline\\.name',
        'web\\.cancel\\.enable',
        'web',
      ).test(path) && theirs === undefined,
  },
  {
    why: 'the job result store outlives the cluster',
    matches: ({ path, theirs }) => key('job-result-store\\.[a-z-]+').test(path) && theirs === undefined,
  },
  {
    why: 'what only the command line has options for',
    matches: ({ path, ours }) =>
      key(
        'execution\\.attached',
        'execution\\.shutdown-on-attached-exit',
        'execution\\.state-recovery\\.[a-z-]+',
        'execution\\.state-recovery',
        'pipeline\\.classpaths',
        'kubernetes\\.pod-template-file\\.default',
      ).test(path) && ours === undefined,
  },
  {
    why: 'Flink 2 writes a list of its own as YAML; it reads the older form of a text as well',
    matches: ({ path, ours }) =>
      path === 'ConfigMap flink-config-two / data / config.yaml / pipeline / jars' && typeof ours === 'string',
  },
  {
    why: "the template's name and foreign members of the pod are not a template's",
    matches: ({ path, ours }) =>
      /^ConfigMap pod-template-rich .* \/ (?:apiVersion|kind)$/u.test(path) && ours === undefined,
  },
]);

const COMMON: FlinkDeploymentSpec = {
  flinkVersion: 'v1_20',
  image: 'flink:1.20',
  imagePullPolicy: 'IfNotPresent',
  serviceAccount: 'flink',
  flinkConfiguration: { 'taskmanager.numberOfTaskSlots': 2 },
  jobManager: { resource: { cpu: 0.5, memory: '1024m' } },
  taskManager: { resource: { cpu: 0.5, memory: '1024m' } },
  job: {
    jarURI: 'local:///opt/flink/examples/streaming/StateMachineExample.jar',
    parallelism: 2,
    args: ['--rate', '1000'],
  },
};

const SPECS: Readonly<Record<string, FlinkDeploymentSpec>> = {
  rich: {
    ...COMMON,
    flinkConfiguration: {
      ...COMMON.flinkConfiguration,
      kubernetes: {
        'jobmanager.labels': 'cost:low,app:nope',
        'jobmanager.annotations': "a:1,b:'x:y'",
        'jobmanager.node-selector': 'kubernetes.io/os:linux',
        'jobmanager.tolerations':
          'key:k,operator:Equal,value:v,effect:NoSchedule;key:e,operator:Exists,effect:NoExecute,tolerationSeconds:60',
        'jobmanager.memory.limit-factor': '1.5',
        'jobmanager.cpu.limit-factor': '2.0',
        secrets: 'db:/etc/db',
        'env.secretKeyRef': 'env:DB_PASSWORD,secret:db,key:password',
        'flink.log.dir': '/opt/flink/log',
        'container.image.pull-secrets': 'one;two',
        'rest-service.annotations': 'r:1',
        'internal-service.annotations': 'i:2',
      },
      'containerized.master.env.GREETING': 'hello',
    },
    podTemplate: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'template',
        labels: { team: 'data', app: 'not-this' },
        annotations: { note: 'from-template' },
      },
      spec: {
        nodeSelector: { 'kubernetes.io/arch': 'amd64' },
        tolerations: [{ key: 'old', operator: 'Exists' }],
        terminationGracePeriodSeconds: 20,
        initContainers: [{ name: 'prepare', image: 'flink:1.20', command: ['true'] }],
        containers: [
          {
            name: 'flink-main-container',
            env: [{ name: 'FROM_TEMPLATE', value: 'yes' }],
            volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
            startupProbe: {
              httpGet: { path: '/config', port: 'rest' },
              failureThreshold: 2_147_483_647,
              periodSeconds: 1,
            },
          },
          { name: 'shipper', image: 'flink:1.20', command: ['sleep', '600'] },
        ],
        volumes: [{ name: 'scratch', emptyDir: {} }],
      },
    },
    job: {
      ...COMMON.job,
      entryClass: 'org.apache.flink.streaming.examples.statemachine.StateMachineExample',
      args: ['--rate', '1000', '--note', 'a;b'],
    },
  },
  ha: {
    ...COMMON,
    flinkConfiguration: {
      ...COMMON.flinkConfiguration,
      'high-availability': { type: 'kubernetes', storageDir: 'file:///tmp/ha' },
      'kubernetes.operator.jm-deployment.startup.probe.enabled': false,
    },
  },
  two: {
    ...COMMON,
    flinkVersion: 'v2_0',
    image: 'flink:2.0',
    flinkConfiguration: {
      ...COMMON.flinkConfiguration,
      'kubernetes.operator.jm-deployment.startup.probe.enabled': false,
    },
  },
};

function recorded(name: string): KubernetesObject[] {
  const url = new URL(`../../test/fixtures/recordings/flink-cli/${name}.yaml`, import.meta.url);
  return (parse(readFileSync(url, 'utf8')) as { items: KubernetesObject[] }).items;
}

function built(name: string, theirs: readonly KubernetesObject[]): KubernetesObject[] {
  const spec = SPECS[name] ?? {};
  const at = { name, namespace: NAMESPACE, uid: 'uid-of-the-resource' };
  const { deployment, accompanying } = buildNativeApplication({
    spec,
    ...at,
    configuration: deployConfiguration(effectiveConfiguration(spec, at, {}), {
      ...at,
      jobId: JOB_ID,
      jobResultStoreId: 'one',
    }),
    logFiles: logFilesOf(theirs),
  });
  const owner = theirs.find(({ kind }) => kind === 'Deployment')?.metadata?.uid ?? '';
  return [deployment, ...accompanying({ uid: owner })];
}

/** The command line takes them from its own configuration directory. */
function logFilesOf(objects: readonly KubernetesObject[]): Record<string, string> {
  const map = objects.find(({ metadata }) => metadata?.name?.startsWith('flink-config-') === true);
  const data = (map as { data?: Record<string, string> } | undefined)?.data ?? {};
  return Object.fromEntries(Object.entries(data).filter(([file]) => !file.endsWith('.yaml')));
}

describe("clusters that Flink's own command line created", () => {
  it.each(Object.keys(SPECS))('%s', (name) => {
    const theirs = recorded(name);
    expect(DECLARED.undeclared(readableCluster(built(name, theirs)), readableCluster(theirs))).toEqual([]);
  });

  it('differ in no declared way that is not needed', () => {
    expect(DECLARED.unneeded).toEqual([]);
  });
});
