// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { KubernetesObject, PolicyRule } from '../kubernetes/objects.ts';
import { StateStore } from './cluster/state-store.ts';
import { buildFlinkApplication } from './flink-application.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { Job } from './job.ts';
import { JOB_RULES } from './operator/rules.ts';
import { clusterRules } from './rbac.ts';
import { serviceAccountObjects } from './service-account.ts';

const job = Job.jar('/opt/flink/usrlib/job.jar', { parallelism: 1 });

function account(
  props: Partial<FlinkApplicationProps> = {},
  namespace: string | undefined = 'data',
): { name: unknown; made: string[]; may: string[]; hints: string[] } {
  const { manifest, extras, findings } = buildFlinkApplication(
    { flinkVersion: 'v1_20', job, ...props },
    { name: 'etl', labels: { team: 'a' }, ...(namespace === '' ? {} : { namespace }) },
  );
  const rbac = extras.filter(({ kind }) => ['ServiceAccount', 'Role', 'RoleBinding'].includes(kind ?? ''));
  const role = rbac.find(({ kind }) => kind === 'Role') as (KubernetesObject & { rules: PolicyRule[] }) | undefined;
  return {
    name: manifest.spec?.serviceAccount,
    made: rbac.map(({ kind, metadata }) => `${kind} ${metadata?.namespace}/${metadata?.name}`),
    may: (role?.rules ?? []).flatMap(({ resources }) => resources),
    hints: findings.filter(({ severity }) => severity === 'hint').map(({ code }) => code),
  };
}

describe('the account of a cluster', () => {
  const made = ['ServiceAccount data/etl', 'Role data/etl', 'RoleBinding data/etl-role-binding'];
  const native = ['pods', 'configmaps', 'deployments', 'deployments/finalizers'];
  it.each<[string, Partial<FlinkApplicationProps>, ReturnType<typeof account>]>([
    ['made by default', {}, { name: 'etl', made, may: native, hints: [] }],
    ['given by name', { serviceAccount: 'own' }, { name: 'own', made: [], may: [], hints: [] }],
    ['given by what makes it', { serviceAccount: { name: 'own' } }, { name: 'own', made: [], may: [], hints: [] }],
    ['given in the spec', { spec: { serviceAccount: 'own' } }, { name: 'own', made: [], may: [], hints: [] }],
    [
      'on the network of the node',
      { config: { 'kubernetes.hostnetwork.enabled': true } },
      { name: 'etl', made, may: [...native, 'services'], hints: [] },
    ],
    ['standalone', { mode: 'standalone' }, { name: 'etl', made: made.slice(0, 1), may: [], hints: [] }],
    [
      'standalone with high availability',
      { mode: 'standalone', state: StateStore.s3('s3://a/b') },
      { name: 'etl', made, may: ['configmaps'], hints: [] },
    ],
  ])('%s', (_, props, expected) => {
    expect(account(props)).toEqual(expected);
  });

  it.each<[what: string, props: object, token: unknown]>([
    ['given by the token-less account of cdk8s-plus', { serviceAccount: { name: 'own', automountToken: false } }, true],
    ['with a token of its own', { serviceAccount: { name: 'own', automountToken: true } }, undefined],
    [
      'of pods that call nobody',
      { serviceAccount: { name: 'o', automountToken: false }, mode: 'standalone' },
      undefined,
    ],
    [
      'unless a template says so',
      {
        serviceAccount: { name: 'own', automountToken: false },
        podTemplate: { spec: { automountServiceAccountToken: false } },
      },
      false,
    ],
    ['made by default', {}, undefined],
  ])('comes with its token where it is needed: %s', (_, props, token) => {
    const { manifest } = buildFlinkApplication(
      { flinkVersion: 'v1_20', job, ...props },
      {
        name: 'etl',
        namespace: 'data',
      },
    );
    expect(manifest.spec?.podTemplate?.spec?.['automountServiceAccountToken']).toBe(token);
  });

  it('is expected to be there when no namespace is known', () => {
    expect(account({}, '')).toEqual({ name: 'flink', made: [], may: [], hints: ['props.no-namespace'] });
  });
});

describe('the rules', () => {
  it('of a native cluster are part of those that installations give', () => {
    const allowed = new Set(JOB_RULES.flatMap(flat));
    const rules = clusterRules({ mode: 'native', kubernetesHighAvailability: true, hostNetwork: false });
    expect(rules.flatMap(flat).filter((right) => !allowed.has(right))).toEqual([]);
  });

  it('let nobody write roles, secrets or other clusters', () => {
    const rules = clusterRules({ mode: 'native', kubernetesHighAvailability: true, hostNetwork: true });
    expect(rules.flatMap(({ resources }) => resources).sort()).toEqual(
      ['configmaps', 'deployments', 'deployments/finalizers', 'pods', 'services'].sort(),
    );
    expect(rules.flatMap(({ verbs }) => verbs)).not.toContain('*');
  });

  it('bind the account of the namespace', () => {
    const objects = serviceAccountObjects({
      name: 'flink',
      namespace: 'data',
      labels: { team: 'a' },
      annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/flink' },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    });
    expect(objects.map(({ metadata }) => metadata?.labels)).toEqual([{ team: 'a' }, { team: 'a' }, { team: 'a' }]);
    expect(objects[0]?.metadata?.annotations).toHaveProperty(['eks.amazonaws.com/role-arn']);
    expect(objects[2]).toMatchObject({
      roleRef: { kind: 'Role', name: 'flink' },
      subjects: [{ kind: 'ServiceAccount', name: 'flink', namespace: 'data' }],
    });
  });
});

function flat({ apiGroups, resources, verbs }: PolicyRule): string[] {
  return apiGroups.flatMap((group) =>
    resources.flatMap((resource) => verbs.map((verb) => `${group}/${resource} ${verb}`)),
  );
}
