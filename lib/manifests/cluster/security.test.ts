// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import { secured } from './security.ts';

const MAIN = 'flink-main-container';
const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const container = (securityContext: object): PodTemplateSpec => ({
  spec: { containers: [{ name: MAIN, securityContext }] },
});

describe('the security of pods', () => {
  it('is restricted when nothing is said', () => {
    expect(secured(undefined, {})).toEqual({
      spec: {
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 9999,
          runAsGroup: 9999,
          fsGroup: 9999,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [{ name: MAIN, securityContext: restricted }],
      },
    });
  });

  it('holds for every container', () => {
    const template = { spec: { initContainers: [{ name: 'a' }], containers: [{ name: 'b' }] } };
    const { spec } = secured(template, {});
    expect(spec?.initContainers).toEqual([{ name: 'a', securityContext: restricted }]);
    expect(spec?.containers).toEqual([
      { name: MAIN, securityContext: restricted },
      { name: 'b', securityContext: restricted },
    ]);
    expect(template).toEqual({ spec: { initContainers: [{ name: 'a' }], containers: [{ name: 'b' }] } });
  });

  it('is what the props say', () => {
    expect(
      secured(undefined, { user: 1000, fsGroup: false, nonRoot: false, seccompProfile: 'Unconfined' }).spec?.[
        'securityContext'
      ],
    ).toEqual({ runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: 'Unconfined' } });
    expect(secured(undefined, { user: 'image' }).spec?.['securityContext']).toEqual({
      runAsNonRoot: true,
      fsGroup: 9999,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(secured({ metadata: { labels: { a: 'b' } } }, false)).toEqual({ metadata: { labels: { a: 'b' } } });
  });

  it('is first of all what the template says', () => {
    const { spec } = secured({ spec: { securityContext: { runAsUser: 0, fsGroup: 1 } } }, {});
    expect(spec?.['securityContext']).toEqual({
      runAsUser: 0,
      runAsGroup: 9999,
      fsGroup: 1,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  // what Kubernetes would refuse in one container must not come from two places
  it.each([
    [
      'more capabilities',
      { capabilities: { add: ['NET_BIND_SERVICE'] } },
      { capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] }, allowPrivilegeEscalation: false },
    ],
    ['all privileges', { privileged: true }, { privileged: true, capabilities: { drop: ['ALL'] } }],
    [
      'a mighty capability',
      { capabilities: { add: ['SYS_ADMIN'] } },
      { capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } },
    ],
    ['root', { runAsUser: 0 }, { runAsUser: 0, runAsNonRoot: false, ...restricted }],
    ['a read-only disk', { readOnlyRootFilesystem: true }, { readOnlyRootFilesystem: true, ...restricted }],
  ])('leaves %s to the template', (_, given, expected) => {
    expect(secured(container(given), {}).spec?.containers).toEqual([{ name: MAIN, securityContext: expected }]);
  });
});
