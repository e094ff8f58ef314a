// SPDX-License-Identifier: Apache-2.0
// Every pod that comes of what the builders emit, against the Pod Security Standard `restricted`, rule by rule as Kubernetes documents them. That
// Kubernetes itself thinks so is checked end to end.

import { describe, expect, it } from 'vitest';
import { isObject } from '../../../lib/runtime/json.ts';
import type { Container, PodSpec } from '../../../lib/kubernetes/objects.ts';
import { emitted } from './emitted.ts';

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** What the standard objects to. */
function violations(pod: PodSpec): string[] {
  const ofPod = security(pod);
  const found: string[] = [];
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) if (pod[field] === true) found.push(field);
  for (const { name, ...volume } of pod.volumes ?? [])
    if (!Object.keys(volume).every((type) => VOLUMES.includes(type))) found.push(`volume ${name}`);
  for (const container of [...(pod.initContainers ?? []), ...(pod.containers ?? [])]) {
    const { name, ports = [] } = container;
    const own = security(container);
    const of = (field: string): unknown => own[field] ?? ofPod[field];
    if (own['privileged'] === true) found.push(`${name} is privileged`);
    if (own['allowPrivilegeEscalation'] !== false) found.push(`${name} may escalate`);
    if (of('runAsNonRoot') !== true) found.push(`${name} may be root`);
    if (of('runAsUser') === 0) found.push(`${name} is root`);
    const seccomp = of('seccompProfile');
    if (!isObject(seccomp) || seccomp['type'] !== 'RuntimeDefault') found.push(`${name} has no filter of system calls`);
    const { drop, add } = (own['capabilities'] ?? {}) as { drop?: string[]; add?: string[] };
    if (drop?.includes('ALL') !== true || add !== undefined) found.push(`${name} has capabilities`);
    if (ports.some((port) => 'hostPort' in port)) found.push(`${name} has a port of the node`);
  }
  return found;
}

function security(of: PodSpec | Container): Record<string, unknown> {
  return isObject(of['securityContext']) ? of['securityContext'] : {};
}

describe('pods are restricted', () => {
  const { pods } = emitted('streaming');

  it.each(pods.map(({ title, template }) => [title, template] as const))('%s', (_, { spec = {} }) => {
    expect(spec.containers?.length).toBeGreaterThan(0);
    expect(violations(spec)).toEqual([]);
  });

  it('of every kind', () => {
    const kinds = ['flinkwright', 'session-sql-gateway', 'the JobManager of everything', 'a TaskManager of least'];
    for (const kind of kinds) expect(pods.filter(({ title }) => title.includes(kind))).not.toEqual([]);
  });
});
