// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parseConfigurationFile } from '../../flink/configuration-file.ts';
import type { ConfigMap, Deployment, KubernetesObject, Role, RoleBinding } from '../../kubernetes/objects.ts';
import { DEFAULT_CONFIGURATION, DEFAULT_LOG_FILES } from '../default-configuration.ts';
import { buildOperatorInstallation } from './installation.ts';
import type { OperatorInstallationOptions } from './options.ts';

const IMAGE = 'registry.example.org/flinkwright:1';

function build(options: Partial<OperatorInstallationOptions> = {}): KubernetesObject[] {
  return buildOperatorInstallation({ image: IMAGE, ...options });
}

function names(objects: readonly KubernetesObject[]): string[] {
  return objects.map(({ kind, metadata }) => `${kind} ${metadata?.namespace ?? '-'}/${metadata?.name}`);
}

interface Kinds {
  Deployment: Deployment;
  ConfigMap: ConfigMap;
}

function only<K extends keyof Kinds>(objects: readonly KubernetesObject[], kind: K): Kinds[K] {
  const [found, ...more] = objects.filter((object) => object.kind === kind);
  expect(more).toEqual([]);
  return found as Kinds[K];
}

function container(objects: readonly KubernetesObject[]) {
  const [found] = only(objects, 'Deployment').spec?.template.spec?.containers ?? [];
  if (found === undefined) throw new Error('no container');
  return found;
}

describe('an installation', () => {
  it('of the whole cluster', () => {
    expect(names(build())).toEqual([
      'ServiceAccount flinkwright/flink-operator',
      'ServiceAccount flinkwright/flink',
      'ClusterRole -/flink-operator',
      'ClusterRoleBinding -/flink-operator-role-binding',
      'Role flinkwright/flink-operator-leader-election',
      'RoleBinding flinkwright/flink-operator-leader-election',
      'Role flinkwright/flink',
      'RoleBinding flinkwright/flink-role-binding',
      'ConfigMap flinkwright/flink-operator-config',
      'Deployment flinkwright/flinkwright',
    ]);
  });

  it('of two namespaces has no right outside of them', () => {
    const objects = build({ namespace: 'ops', createNamespace: true, watchNamespaces: ['a', 'b'] });
    expect(names(objects)).toEqual([
      'Namespace -/ops',
      'ServiceAccount ops/flink-operator',
      'ServiceAccount a/flink',
      'ServiceAccount b/flink',
      'Role a/flink-operator',
      'RoleBinding a/flink-operator-role-binding',
      'Role b/flink-operator',
      'RoleBinding b/flink-operator-role-binding',
      'Role ops/flink-operator-leader-election',
      'RoleBinding ops/flink-operator-leader-election',
      'Role a/flink',
      'RoleBinding a/flink-role-binding',
      'Role b/flink',
      'RoleBinding b/flink-role-binding',
      'ConfigMap ops/flink-operator-config',
      'Deployment ops/flinkwright',
    ]);
    const bindings = objects.filter(({ kind }) => kind === 'RoleBinding') as RoleBinding[];
    const operator = bindings.filter(({ metadata }) => metadata?.name?.startsWith('flink-operator') === true);
    expect(operator.map(({ subjects }) => subjects)).toEqual(
      operator.map(() => [{ kind: 'ServiceAccount', name: 'flink-operator', namespace: 'ops' }]),
    );
  });

  it('without an account for jobs leaves its role out as well', () => {
    expect(names(build({ jobServiceAccount: false })).filter((name) => name.endsWith('/flink'))).toEqual([]);
  });

  it('never grants a wildcard, nor anything on secrets', () => {
    const rules = build({ watchNamespaces: ['a'] }).flatMap((object) => (object as Partial<Role>).rules ?? []);
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.flatMap(({ verbs, resources, apiGroups }) => [...verbs, ...resources, ...apiGroups])).not.toContain(
      '*',
    );
    expect(rules.flatMap(({ resources }) => resources)).not.toContain('secrets');
  });

  it('carries its labels everywhere and selects by the name alone', () => {
    const objects = build({ labels: { team: 'data' } });
    expect(objects.map(({ metadata }) => metadata?.labels?.['team'])).toEqual(objects.map(() => 'data'));
    const { spec } = only(objects, 'Deployment');
    expect(spec?.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'flinkwright' });
    expect(spec?.template.metadata?.labels).toMatchObject({ team: 'data', 'app.kubernetes.io/name': 'flinkwright' });
  });
});

describe("the operator's pod", () => {
  it('may do nothing on its node', () => {
    const objects = build();
    const pod = only(objects, 'Deployment').spec?.template.spec;
    expect(pod?.['securityContext']).toEqual({
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container(objects)['securityContext']).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('is asked on the port that the configuration names, or not at all', () => {
    const elsewhere = container(build({ configuration: { 'kubernetes.operator.health.probe.port': '9000' } }));
    expect(elsewhere.ports).toEqual([{ name: 'health-port', containerPort: 9000 }]);
    expect(elsewhere['readinessProbe']).toMatchObject({ httpGet: { path: '/readyz', port: 'health-port' } });
    const never = container(build({ configuration: { 'kubernetes.operator.health.probe.enabled': 'false' } }));
    expect([never.ports, never.startupProbe, never['livenessProbe']]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['the default limit', {}, '--max-old-space-size=384'],
    ['a limit of 1Gi', { resources: { limits: { memory: '1Gi' } } }, '--max-old-space-size=768'],
    ['no limit', { resources: {} }, undefined],
    ['a word of your own', { env: { NODE_OPTIONS: '--inspect' } }, '--inspect'],
  ])("has Node's heap by %s", (_, options, expected) => {
    const variables = (container(build(options)).env ?? []).filter(({ name }) => name === 'NODE_OPTIONS');
    expect(variables.map(({ value }) => value)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('is told which namespaces to watch', () => {
    expect(container(build({ watchNamespaces: ['a', 'b'] })).env).toContainEqual({
      name: 'WATCH_NAMESPACES',
      value: 'a,b',
    });
  });

  it('is replaced on a new configuration only if it would not notice by itself', () => {
    const checksum = (configuration: Record<string, string>): string | undefined =>
      only(build({ configuration }), 'Deployment').spec?.template.metadata?.annotations?.['checksum/config'];
    const fixed = { 'kubernetes.operator.dynamic.config.enabled': 'false' };
    expect(checksum({ a: '1' })).toBeUndefined();
    expect(checksum({ ...fixed, a: '1' })).toMatch(/^[0-9a-f]{64}$/u);
    expect(checksum({ ...fixed, a: '1' })).not.toEqual(checksum({ ...fixed, a: '2' }));
  });
});

describe("the operator's configuration", () => {
  it('is the built-in one with the given one on top', () => {
    const objects = build({ configuration: { 'parallelism.default': '3' }, watchNamespaces: ['a', 'b'] });
    const { data = {} } = only(objects, 'ConfigMap');
    expect(Object.keys(data)).toEqual(['flink-conf.yaml', ...Object.keys(DEFAULT_LOG_FILES)]);
    expect(parseConfigurationFile('flink-conf.yaml', data['flink-conf.yaml'] ?? '')).toEqual({
      ...DEFAULT_CONFIGURATION,
      'parallelism.default': '3',
      'kubernetes.operator.watched.namespaces': 'a,b',
    });
  });

  it.each([
    [{ configuration: { 'a.b': 'x # y' } }, /^a\.b: "x # y" must not contain #/u],
    [{ image: ' ' }, /^image: must name/u],
    [{ replicas: 2 }, /^replicas: 2 operators .* kubernetes\.operator\.leader-election\.enabled/u],
    [{ replicas: 1.5 }, /^replicas: 1\.5 must be 0 or more/u],
  ])('refuses %j', (options, message) => {
    expect(() => build(options)).toThrow(message);
  });
});
