// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FlinkDeployment, FlinkDeploymentSpec } from './flink-deployment.ts';
import { withBlueGreenDefaults, withSessionJobDefaults } from './defaults.ts';
import type { FlinkBlueGreenDeploymentSpec } from './flink-blue-green-deployment.ts';
import type { FlinkSessionJob } from './flink-session-job.ts';
import {
  readRecordedSpec,
  readRecordOf,
  sameRecordedSpec,
  UnreadableRecordedSpec,
  writeRecord,
  writeRecordedSpec,
} from './recorded-spec.ts';
import { FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS, FLINK_SESSION_JOB_FIELDS } from './spec-fields.ts';

const RECORDINGS = new URL('../../test/fixtures/recordings/java/', import.meta.url);
const API_VERSION = 'flink.apache.org/v1beta1';

interface RecordedText {
  moment: string;
  field: 'lastReconciledSpec' | 'lastStableSpec';
  text: string;
  resource: FlinkDeployment;
}

function recordedTexts(): RecordedText[] {
  return readdirSync(RECORDINGS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: moment }) => {
      const list = parse(readFileSync(new URL(`${moment}/flinkdeployments.yaml`, RECORDINGS), 'utf8')) as {
        items: FlinkDeployment[];
      };
      return list.items.flatMap((resource) =>
        (['lastReconciledSpec', 'lastStableSpec'] as const).flatMap((field) => {
          const text = resource.status?.reconciliationStatus?.[field];
          return text === undefined ? [] : [{ moment, field, text, resource }];
        }),
      );
    });
}

function rewritten(text: string): string {
  const { spec, metadata } = readRecordedSpec(text);
  return writeRecordedSpec(spec, metadata ?? { firstDeployment: false });
}

describe('what the Java operator recorded', () => {
  const texts = recordedTexts();

  it('is there in number', () => {
    expect(texts.length).toBeGreaterThan(30);
  });

  it.each(texts)('$moment, $field: read and written byte for byte', ({ text }) => {
    expect(rewritten(text)).toBe(text);
  });

  it('is also what the user wrote, where nothing but the defaults was added', () => {
    const { resource, text } = texts.find(({ moment }) => moment === 'application-stable') as RecordedText;
    const written = writeRecordedSpec(resource.spec as FlinkDeploymentSpec, {
      apiVersion: API_VERSION,
      firstDeployment: true,
    });
    expect(written).toBe(text);
  });
});

describe('the record of a session job', () => {
  const { items } = parse(readFileSync(new URL('session-jobs-stable/flinksessionjobs.yaml', RECORDINGS), 'utf8')) as {
    items: FlinkSessionJob[];
  };

  it.each(items.map((job) => [job.metadata?.name, job] as const))(
    'of %s is written as the Java operator wrote it',
    (_, job) => {
      const text = job.status?.reconciliationStatus?.lastReconciledSpec ?? '';
      const about = { apiVersion: API_VERSION, firstDeployment: true };
      expect(writeRecord(job.spec ?? {}, FLINK_SESSION_JOB_FIELDS, about)).toBe(text);
      const { spec, metadata } = readRecordOf(text, withSessionJobDefaults);
      expect(spec).toEqual(withSessionJobDefaults(job.spec ?? {}));
      expect(metadata).toEqual(about);
    },
  );

  it('is the same as another by its own fields', () => {
    const record = (spec: object): string => writeRecord(spec, FLINK_SESSION_JOB_FIELDS, { firstDeployment: false });
    const a = record({ deploymentName: 'a', job: {} });
    expect(sameRecordedSpec(a, record({ deploymentName: 'b', job: {} }), FLINK_SESSION_JOB_FIELDS)).toBe(false);
    expect(sameRecordedSpec(a, '{"spec":{"deploymentName":"a","job":{}}}', FLINK_SESSION_JOB_FIELDS)).toBe(true);
  });
});

describe('the record of a blue/green deployment', () => {
  const spec: FlinkBlueGreenDeploymentSpec = {
    configuration: { b: '1', a: '2' },
    template: { spec: { image: 'flink:1.20', job: { parallelism: 2 } } },
  };
  const text =
    '{"spec":{"ingress":null,"template":{"metadata":null,"spec":{"job":{"jarURI":null,"parallelism":2,"entryClass":null,"args":[],' +
    '"state":"running","savepointTriggerNonce":null,"initialSavepointPath":null,"checkpointTriggerNonce":null,' +
    '"upgradeMode":"stateless","allowNonRestoredState":null,"savepointRedeployNonce":null,"autoscalerResetNonce":null},' +
    '"restartNonce":null,"flinkConfiguration":{},"image":"flink:1.20","imagePullPolicy":null,"serviceAccount":null,' +
    '"flinkVersion":null,"ingress":null,"podTemplate":null,"jobManager":null,"taskManager":null,"logConfiguration":null,' +
    '"mode":null}},"configuration":{"b":"1","a":"2"}}}';

  it('has the spec and nothing beside it', () => {
    expect(writeRecord(spec, FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS)).toBe(text);
  });

  it('is read as it was written', () => {
    expect(readRecordOf(text, withBlueGreenDefaults)).toEqual({ spec: withBlueGreenDefaults(spec) });
    expect(sameRecordedSpec(text, JSON.stringify({ spec }), FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS)).toBe(true);
  });

  it('keeps the metadata of the template in the order of the model', () => {
    const metadata = { labels: { z: '1' }, annotations: {}, name: 'n' };
    expect(writeRecord({ template: { metadata } }, FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS)).toBe(
      '{"spec":{"ingress":null,"template":{"metadata":{"labels":{"z":"1"},"name":"n"},"spec":null},"configuration":null}}',
    );
  });
});

describe('canonical form', () => {
  const written = (spec: FlinkDeploymentSpec): string =>
    writeRecordedSpec(spec, { apiVersion: API_VERSION, firstDeployment: true });

  it('has every default, in the order of the Java operator', () => {
    const spec: FlinkDeploymentSpec = {
      image: 'flink:1.20',
      flinkVersion: 'v1_20',
      serviceAccount: 'flink',
      flinkConfiguration: { 'taskmanager.numberOfTaskSlots': 2 },
      jobManager: { resources: { requests: { memory: '2048m', cpu: 1 } } },
      taskManager: { resource: { memory: '2048m', cpu: 1 } },
      job: { jarURI: 'local:///opt/app.jar', parallelism: 2 },
    };
    expect(written(spec)).toBe(
      '{"spec":{"job":{"jarURI":"local:///opt/app.jar","parallelism":2,"entryClass":null,"args":[],"state":"running",' +
        '"savepointTriggerNonce":null,"initialSavepointPath":null,"checkpointTriggerNonce":null,"upgradeMode":"stateless",' +
        '"allowNonRestoredState":null,"savepointRedeployNonce":null,"autoscalerResetNonce":null},"restartNonce":null,' +
        '"flinkConfiguration":{"taskmanager.numberOfTaskSlots":2},"image":"flink:1.20","imagePullPolicy":null,' +
        '"serviceAccount":"flink","flinkVersion":"v1_20","ingress":null,"podTemplate":null,"jobManager":{"resource":null,' +
        '"resources":{"requests":{"memory":"2048m","cpu":"1"}},"replicas":1,"podTemplate":null},"taskManager":{"resource":' +
        '{"cpu":1.0,"memory":"2048m","ephemeralStorage":null},"resources":null,"replicas":null,"podTemplate":null},' +
        '"logConfiguration":null,"mode":null},"resource_metadata":{"apiVersion":"flink.apache.org/v1beta1",' +
        '"firstDeployment":true}}',
    );
  });

  it.each<[string, FlinkDeploymentSpec, string]>([
    ['an empty resources stays', { taskManager: { resources: {} } }, '"resources":{},'],
    [
      'empty maps of a model go',
      { taskManager: { resources: { requests: {}, limits: { cpu: '2' } } } },
      '"resources":{"limits":{"cpu":"2"}}',
    ],
    ['an empty pod template stays', { podTemplate: {} }, '"podTemplate":{},'],
    [
      'a pasted pod: metadata and spec first, the rest as it came',
      {
        podTemplate: {
          kind: 'Pod',
          apiVersion: 'v1',
          spec: {},
          metadata: { labels: { zone: 'b', app: 'a' }, annotations: {} },
        },
      },
      '"podTemplate":{"metadata":{"labels":{"zone":"b","app":"a"}},"spec":{},"kind":"Pod","apiVersion":"v1"}',
    ],
    [
      'members of a model: leading names, then the alphabet; empty objects stay, empty lists go',
      {
        podTemplate: {
          spec: {
            volumes: [{ name: 'v', emptyDir: {} }],
            containers: [
              {
                name: 'c',
                env: [{ name: 'E', valueFrom: { fieldRef: { fieldPath: 'a', apiVersion: 'v1' } } }],
                args: [],
                resources: { limits: { cpu: 0.5, memory: '1Gi' } },
              },
            ],
          },
        },
      },
      '{"spec":{"containers":[{"env":[{"name":"E","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"a"}}}],"name":"c",' +
        '"resources":{"limits":{"cpu":"0.5","memory":"1Gi"}}}],"volumes":[{"emptyDir":{},"name":"v"}]}}',
    ],
    [
      'empty lists of our own objects stay',
      { ingress: { template: 'x', tls: [], labels: {} } },
      '"ingress":{"template":"x","className":null,"annotations":null,"labels":{},"tls":[]}',
    ],
    ['doubles', { jobManager: { resource: { cpu: 0.5 } } }, '"cpu":0.5,'],
    ['large doubles', { jobManager: { resource: { cpu: 1e7 } } }, '"cpu":1.0E7,'],
    ['small doubles', { jobManager: { resource: { cpu: 0.0001 } } }, '"cpu":1.0E-4,'],
    [
      'configuration keeps its types, its nesting and its nulls',
      { flinkConfiguration: { a: { b: [1, 'x', true, null] }, c: 0.5, d: 1e3, e: {} } },
      '"flinkConfiguration":{"a":{"b":[1,"x",true,null]},"c":0.5,"d":1000,"e":{}}',
    ],
    [
      'escapes',
      { job: { args: ['"\\/\b\t\n\f\r\u0001\u001f\u007fü\u2028\u{1f600}'] } },
      '"args":["\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001F\u007fü\u2028\u{1f600}"]',
    ],
  ])('%s', (_, spec, part) => {
    expect(written(spec)).toContain(part);
  });

  it('keeps the largest nonce within what Java can read', () => {
    expect(written({ restartNonce: 2 ** 63 })).toContain('"restartNonce":9223372036854775807,');
  });

  it('leaves out an apiVersion that is not known', () => {
    expect(writeRecordedSpec({}, { firstDeployment: false })).toMatch(
      /"resource_metadata":\{"firstDeployment":false\}\}$/,
    );
  });

  it('comes back the same for any text in any place', () => {
    const texts = fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => !/^\d+$/.test(key)),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.string({ unit: 'binary' })),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (map, args, cpu) => {
          const text = written({
            flinkConfiguration: map,
            logConfiguration: map,
            job: { args },
            jobManager: { resource: { cpu } },
          });
          expect(JSON.parse(text)).toMatchObject({ spec: { job: { args }, jobManager: { resource: { cpu } } } });
          expect(rewritten(text)).toBe(text);
        },
      ),
    );
  });
});

describe('reading', () => {
  it('a record of today', () => {
    const text = writeRecordedSpec(
      { image: 'i', job: { parallelism: 3 } },
      { apiVersion: API_VERSION, firstDeployment: true },
    );
    expect(readRecordedSpec(text)).toEqual({
      spec: {
        image: 'i',
        flinkConfiguration: {},
        job: { parallelism: 3, args: [], state: 'running', upgradeMode: 'stateless' },
      },
      metadata: { apiVersion: API_VERSION, firstDeployment: true },
    });
  });

  it.each<[string, string, ReturnType<typeof readRecordedSpec>]>([
    [
      'release 1.0: the spec itself with an apiVersion',
      `{"job":null,"image":"i","apiVersion":"${API_VERSION}"}`,
      { spec: { image: 'i', flinkConfiguration: {} } },
    ],
    [
      'releases 1.1 to 1.9: metadata with a generation',
      `{"spec":{"image":"i"},"resource_metadata":{"apiVersion":"${API_VERSION}","metadata":{"generation":4}}}`,
      { spec: { image: 'i', flinkConfiguration: {} }, metadata: { apiVersion: API_VERSION, firstDeployment: false } },
    ],
    [
      'no metadata at all, as blue/green writes',
      '{"spec":{"image":"i"}}',
      { spec: { image: 'i', flinkConfiguration: {} } },
    ],
    [
      'unknown members',
      '{"spec":{"image":"i","later":1,"job":{"later":2}},"later":3,"resource_metadata":{"firstDeployment":true}}',
      {
        spec: {
          image: 'i',
          flinkConfiguration: {},
          job: { parallelism: 0, args: [], state: 'running', upgradeMode: 'stateless' },
        },
        metadata: { firstDeployment: true },
      },
    ],
    [
      'a nonce beyond the exact numbers of JavaScript',
      '{"spec":{"restartNonce":9223372036854775807},"resource_metadata":{"firstDeployment":true}}',
      { spec: { restartNonce: 2 ** 63, flinkConfiguration: {} }, metadata: { firstDeployment: true } },
    ],
  ])('%s', (_, text, expected) => {
    expect(readRecordedSpec(text)).toEqual(expected);
  });

  it.each(['', '{', 'null', '[]', '"x"', '{"spec":null,"resource_metadata":{"firstDeployment":true}}'])(
    'refuses %j with a sentence',
    (text) => {
      expect(() => readRecordedSpec(text)).toThrow(UnreadableRecordedSpec);
    },
  );
});

describe('sameRecordedSpec', () => {
  const record = (spec: object, firstDeployment = true): string =>
    JSON.stringify({ resource_metadata: { firstDeployment }, spec });

  it.each<[string, string | undefined, string | undefined, boolean]>([
    ['both missing', undefined, undefined, true],
    ['one missing', record({}), undefined, false],
    [
      'another order and missing defaults',
      record({ image: 'i', job: { state: 'running' } }),
      record({ job: {}, image: 'i' }),
      true,
    ],
    ['nulls', record({ image: null }), record({}), true],
    ['metadata', record({}, true), record({}, false), true],
    [
      'nested and flat configuration',
      record({ flinkConfiguration: { a: { b: 1 } } }),
      record({ flinkConfiguration: { 'a.b': '1' } }),
      true,
    ],
    [
      'quantities',
      record({ taskManager: { resources: { limits: { cpu: '1' } } } }),
      record({ taskManager: { resources: { limits: { cpu: '1000m' } } } }),
      true,
    ],
    [
      'an ignored field',
      record({ job: { upgradeMode: 'savepoint' } }),
      record({ job: { upgradeMode: 'stateless' } }),
      false,
    ],
    ['a job and none', record({ job: {} }), record({}), false],
    ['an unreadable one', '{', record({}), false],
  ])('%s', (_, a, b, expected) => {
    expect(sameRecordedSpec(a, b)).toBe(expected);
    expect(sameRecordedSpec(b, a)).toBe(expected);
  });
});
