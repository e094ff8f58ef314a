// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { POD_TEMPLATE_CODES } from '../codes/pod-template.ts';
import type { Finding } from '../finding.ts';
import type { FlinkDeploymentSpec } from '../flink-deployment.ts';
import { validateFlinkDeployment } from '../validate.ts';

const SPEC = {
  image: 'registry.example/a:1',
  flinkVersion: 'v1_20',
  serviceAccount: 'flink',
  job: { jarURI: 'local:///opt/flink/usrlib/a.jar', parallelism: 2 },
};

interface Templates {
  common?: string;
  jobManager?: string;
  taskManager?: string;
}

function findings({ common, jobManager, taskManager }: Templates, changes: object = {}): Finding[] {
  const template = (text: string | undefined): object =>
    text === undefined ? {} : { podTemplate: parse(text) as unknown };
  const spec = {
    ...SPEC,
    ...template(common),
    jobManager: { resource: { memory: '2048m' }, ...template(jobManager) },
    taskManager: { resource: { memory: '2048m' }, ...template(taskManager) },
    ...changes,
  };
  const found = validateFlinkDeployment({ metadata: { name: 'a' }, spec: spec as FlinkDeploymentSpec }, {});
  return found.filter(({ code }) => Object.hasOwn(POD_TEMPLATE_CODES, code));
}

function lines(templates: Templates, changes?: object): string[] {
  return findings(templates, changes).map(
    ({ severity, code, path }) => `${severity} ${code.slice('pod-template.'.length)} at ${path}`,
  );
}

/** A template with these containers. */
const containers = (...list: string[]): string => `spec: { containers: [${list.join(', ')}] }`;
const MAIN = 'name: flink-main-container';
const BY_NAME = { flinkConfiguration: { 'kubernetes.operator.pod-template.merge-arrays-by-name': true } };

describe('a pod template that is right', () => {
  it.each<[string, Templates]>([
    ['only metadata', { common: 'metadata: { labels: { team: a }, annotations: { b: c } }' }],
    ['only init containers', { jobManager: 'spec: { initContainers: [{ name: fetch, image: curl }] }' }],
    ['a sidecar alone', { common: containers('{ name: shipper, image: s:1 }') }],
    ['a sidecar before Flink’s container', { common: containers('{ name: shipper, image: s:1 }', `{ ${MAIN} }`) }],
    ['empty', { common: '{}', jobManager: 'spec: {}', taskManager: 'metadata: {}' }],
    [
      'a pasted Pod',
      {
        common: `{ apiVersion: v1, kind: Pod, status: { phase: Running, any: 1 }, spec: { containers: [{ ${MAIN} }] } }`,
      },
    ],
    ['nulls', { common: `spec: { volumes: null, containers: [{ ${MAIN}, env: null, image: null }] }` }],
    [
      'what it is used for',
      {
        common: `
metadata: { annotations: { sidecar.istio.io/inject: "false" } }
spec:
  nodeSelector: { disk: ssd }
  tolerations: [{ key: a, operator: Exists, effect: NoSchedule, tolerationSeconds: 30 }]
  affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: kubernetes.io/hostname } }] } }
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { a: b } } }]
  securityContext: { runAsNonRoot: true, fsGroup: 9999, supplementalGroups: [1, 2], seccompProfile: { type: RuntimeDefault } }
  imagePullSecrets: [{ name: registry }]
  priorityClassName: high
  containers:
    - name: flink-main-container
      env: [{ name: A, value: "1" }, { name: B, valueFrom: { secretKeyRef: { name: s, key: k } } }]
      envFrom: [{ configMapRef: { name: c } }]
      ports: [{ name: metrics, containerPort: 9249, protocol: TCP }]
      resources: { limits: { nvidia.com/gpu: 1 } }
      livenessProbe: { httpGet: { path: /, port: rest }, periodSeconds: 5 }
      volumeMounts: [{ name: data, mountPath: /data, readOnly: true }, { name: flink-config-volume, mountPath: /x }]
      securityContext: { capabilities: { drop: [ALL] }, allowPrivilegeEscalation: false }
  volumes:
    - { name: data, persistentVolumeClaim: { claimName: data } }
    - { name: cache, emptyDir: { sizeLimit: 1.5Gi } }
    - { name: fast, ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } } } }`,
      },
    ],
    [
      'parts of one container on two levels',
      {
        common: `spec: { containers: [{ ${MAIN}, env: [{ name: A, value: b }] }], volumes: [{ name: v, emptyDir: {} }] }`,
        taskManager: `spec: { containers: [{ ${MAIN}, volumeMounts: [{ name: v, mountPath: /v }] }] }`,
      },
    ],
    [
      'a name that the other level gives',
      { common: containers(`{ ${MAIN} }`), jobManager: containers('{ env: [{ name: A, value: b }] }') },
    ],
  ])('%s', (_, templates) => {
    expect(lines(templates)).toEqual([]);
  });

  it('an image that the other level gives, by name', () => {
    const templates = {
      common: containers(`{ ${MAIN} }`, '{ name: shipper, image: s:1 }'),
      taskManager: containers('{ name: shipper, env: [{ name: A, value: b }] }'),
    };
    expect(lines(templates, BY_NAME)).toEqual([]);
  });
});

const cases: [what: string, templates: Templates, expected: string[], changes?: object][] = [
  [
    'a misspelt field',
    { common: containers(`{ ${MAIN}, volumeMount: [] }`) },
    ['warning unknown-field at spec.podTemplate.spec.containers[0].volumeMount'],
  ],
  [
    'a field one level too high',
    { common: 'containers: []' },
    ['warning unknown-field at spec.podTemplate.containers'],
  ],
  [
    'a number in a variable',
    { common: containers(`{ ${MAIN}, env: [{ name: A, value: 5 }] }`) },
    ['error wrong-type at spec.podTemplate.spec.containers[0].env[0].value'],
  ],
  [
    'a port as a text',
    { jobManager: containers(`{ ${MAIN}, ports: [{ containerPort: "80" }] }`) },
    ['error wrong-type at spec.jobManager.podTemplate.spec.containers[0].ports[0].containerPort'],
  ],
  [
    'an object for a list',
    { common: 'spec: { tolerations: { key: a } }' },
    ['error wrong-type at spec.podTemplate.spec.tolerations'],
  ],
  [
    'a list for an object',
    { common: 'spec: { securityContext: [] }' },
    ['error wrong-type at spec.podTemplate.spec.securityContext'],
  ],
  [
    'a value of a map',
    { common: 'spec: { nodeSelector: { ssd: true } }' },
    ['error wrong-type at spec.podTemplate.spec.nodeSelector.ssd'],
  ],
  [
    'a value in small letters',
    { common: 'spec: { tolerations: [{ key: a, operator: exists }] }' },
    ['warning not-allowed at spec.podTemplate.spec.tolerations[0].operator'],
  ],
  [
    'what Flink sets in its container',
    {
      common: containers(
        `{ ${MAIN}, image: other, imagePullPolicy: Always, command: [a], args: [b], resources: { requests: { cpu: 1 } } }`,
      ),
    },
    ['image', 'command', 'args', 'resources.requests.cpu'].map(
      (field) => `warning overwritten at spec.podTemplate.spec.containers[0].${field}`,
    ),
  ],
  [
    'a pull policy beside that of the spec',
    { common: containers(`{ ${MAIN}, imagePullPolicy: Always }`) },
    ['warning overwritten at spec.podTemplate.spec.containers[0].imagePullPolicy'],
    { imagePullPolicy: 'Never' },
  ],
  ['an image that is the same', { common: containers(`{ ${MAIN}, image: "registry.example/a:1" }`) }, []],
  [
    'what Flink sets in its pods',
    { common: 'metadata: { labels: { app: x } }\nspec: { serviceAccountName: other, hostNetwork: true }' },
    [
      'warning overwritten at spec.podTemplate.metadata.labels.app',
      'warning overwritten at spec.podTemplate.spec.serviceAccountName',
      'warning overwritten at spec.podTemplate.spec.hostNetwork',
    ],
  ],
  [
    'arguments of a standalone session',
    { jobManager: containers(`{ ${MAIN}, args: [a] }`) },
    [],
    { job: undefined, mode: 'standalone', taskManager: { resource: { memory: '2048m' } } },
  ],
  [
    'a container with nearly the name',
    { common: containers('{ name: flink-main-containers, env: [] }') },
    ['warning main-container-name at spec.podTemplate.spec.containers[0].name'],
  ],
  [
    'a container with another tool’s name',
    { taskManager: containers('{ name: taskmanager, image: flink }') },
    ['warning main-container-name at spec.taskManager.podTemplate.spec.containers[0].name'],
  ],
  [
    'a sidecar without an image',
    { common: containers(`{ ${MAIN} }`, '{ name: shipper }') },
    ['error container-without-image at spec.podTemplate.spec.containers[1].image'],
  ],
  [
    'no name',
    { jobManager: containers('{ env: [{ name: A, value: b }] }') },
    ['error container-without-name at spec.jobManager.podTemplate.spec.containers[0].name'],
  ],
  [
    'a name twice',
    { common: containers(`{ ${MAIN} }`, `{ ${MAIN} }`) },
    ['warning twice at spec.podTemplate.spec.containers[1].name'],
  ],
  [
    'a pod that is not restarted',
    { common: 'spec: { restartPolicy: Never, activeDeadlineSeconds: 5 }' },
    [
      'error not-in-a-deployment at spec.podTemplate.spec.restartPolicy',
      'error not-in-a-deployment at spec.podTemplate.spec.activeDeadlineSeconds',
    ],
  ],
  [
    'a TaskManager that is restarted',
    { taskManager: 'spec: { restartPolicy: Always }' },
    ['warning overwritten at spec.taskManager.podTemplate.spec.restartPolicy'],
  ],
  [
    'a TaskManager of a Deployment that is not restarted',
    { taskManager: 'spec: { restartPolicy: Never }' },
    ['error not-in-a-deployment at spec.taskManager.podTemplate.spec.restartPolicy'],
    { mode: 'standalone' },
  ],
  [
    'a sidecar over Flink’s container',
    { common: containers(`{ ${MAIN} }`), jobManager: containers('{ name: shipper, image: s:1 }') },
    ['warning mixed-by-position at spec.jobManager.podTemplate.spec.containers[0]'],
  ],
  [
    'volumes over one another',
    {
      common: 'spec: { volumes: [{ name: a, emptyDir: {} }] }',
      taskManager: 'spec: { volumes: [{ name: b, emptyDir: {} }] }',
    },
    ['warning mixed-by-position at spec.taskManager.podTemplate.spec.volumes[0]'],
  ],
  [
    'the same by name',
    { common: containers(`{ ${MAIN} }`), jobManager: containers('{ name: shipper, image: s:1 }') },
    [],
    BY_NAME,
  ],
  [
    'a mount of nothing',
    { common: containers(`{ ${MAIN}, volumeMounts: [{ name: data, mountPath: /data }] }`) },
    ['warning unknown-volume at spec.podTemplate.spec.containers[0].volumeMounts[0].name'],
  ],
  [
    'a mount of the other component’s volume',
    {
      jobManager: `spec: { volumes: [{ name: v, emptyDir: {} }] }`,
      taskManager: containers(`{ ${MAIN}, volumeMounts: [{ name: v, mountPath: /v }] }`),
    },
    ['warning unknown-volume at spec.taskManager.podTemplate.spec.containers[0].volumeMounts[0].name'],
  ],
];

describe('a mistake in a pod template', () => {
  it.each(cases)('%s', (_, templates, expected, changes) => {
    expect(lines(templates, changes)).toEqual(expected);
  });

  it('of every kind is tried', () => {
    const tried = new Set(
      cases.flatMap(([, , expected]) => expected.map((line) => `pod-template.${line.split(' ')[1] ?? ''}`)),
    );
    expect(Object.keys(POD_TEMPLATE_CODES).filter((code) => !tried.has(code))).toEqual([]);
  });

  it.each([
    [containers(`{ ${MAIN}, volumeMount: [] }`), 'Write "volumeMounts" instead of "volumeMount".'],
    [containers(`{ ${MAIN}, env: [{ name: A, value: true }] }`), 'Put it in quotes: "true".'],
    [containers(`{ ${MAIN}, ports: [{ containerPort: "80" }] }`), 'Write containerPort: 80, without quotes.'],
    ['spec: { tolerations: [{ effect: noschedule }] }', 'Write NoSchedule.'],
    ['spec: { hostAliases: { ip: a } }', 'Write it as a list: spec.podTemplate.spec.hostAliases: [...].'],
  ])('comes with what to write: %s', (common, remedy) => {
    expect(findings({ common })[0]?.remedy).toBe(remedy);
  });

  it('in labels and annotations is told as for any other object', () => {
    const common = 'metadata: { labels: { a: x y }, annotations: { b c: d } }';
    const found = validateFlinkDeployment(
      { metadata: { name: 'a' }, spec: { ...SPEC, podTemplate: parse(common) as object } as FlinkDeploymentSpec },
      {},
    );
    expect(found.filter(({ code }) => code.startsWith('metadata.')).map(({ path }) => path)).toEqual([
      'spec.podTemplate.metadata.labels.a',
      'spec.podTemplate.metadata.annotations.b c',
    ]);
  });

  it('stops where the shape of a template is no shape at all', () => {
    for (const common of ['5', '[]', 'spec: 5', 'spec: { containers: [null] }', 'spec: { containers: { name: a } }']) {
      const resource = { metadata: { name: 'a' }, spec: { ...SPEC, podTemplate: parse(common) as never } };
      const found = validateFlinkDeployment(resource as never, {});
      expect(found.filter(({ path }) => path.startsWith('spec.podTemplate'))).toHaveLength(1);
    }
  });
});
