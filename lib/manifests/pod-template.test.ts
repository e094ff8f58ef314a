// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { PodTemplateSpec } from '../kubernetes/objects.ts';
import { jobManagerPodTemplate, taskManagerPodTemplate } from './pod-template.ts';

const NO_PROBE = { 'kubernetes.operator.jm-deployment.startup.probe.enabled': 'false' };
const PROBE = { httpGet: { path: '/config', port: 'rest' }, failureThreshold: 2147483647, periodSeconds: 1 };

function template(...containers: { name: string; [field: string]: unknown }[]): PodTemplateSpec {
  return { spec: { containers } };
}

describe("the JobManager's template", () => {
  it('has a startup probe, and exists for it alone', () => {
    expect(jobManagerPodTemplate({}, {})).toEqual(template({ name: 'flink-main-container', startupProbe: PROBE }));
  });

  it('keeps a startup probe of its own', () => {
    const own = template({ name: 'flink-main-container', startupProbe: { exec: { command: ['true'] } } });
    expect(jobManagerPodTemplate({ podTemplate: own }, {})).toEqual(own);
  });

  it('has none when it is switched off', () => {
    expect(jobManagerPodTemplate({}, NO_PROBE)).toBeUndefined();
  });

  it('is the common one with its own on top, by position or by name', () => {
    const spec = {
      podTemplate: template({ name: 'a', image: 'a' }),
      jobManager: { podTemplate: template({ name: 'b', tty: true }) },
    };
    expect(jobManagerPodTemplate(spec, NO_PROBE)).toEqual(template({ name: 'b', image: 'a', tty: true }));
    const byName = { ...NO_PROBE, 'kubernetes.operator.pod-template.merge-arrays-by-name': 'true' };
    expect(jobManagerPodTemplate(spec, byName)).toEqual(template({ name: 'a', image: 'a' }, { name: 'b', tty: true }));
  });
});

describe("the TaskManager's template", () => {
  it('is absent if nothing asks for one', () => {
    expect(taskManagerPodTemplate({ taskManager: { resource: { cpu: 1, memory: '1g' } } }, {})).toBeUndefined();
  });

  it('is the common one without a TaskManager in the spec', () => {
    const podTemplate = template({ name: 'sidecar' });
    expect(taskManagerPodTemplate({ podTemplate }, {})).toEqual(podTemplate);
  });

  it.each([
    [
      'the older ephemeralStorage as request and limit',
      { resource: { ephemeralStorage: '1Gi' } },
      { requests: { 'ephemeral-storage': '1Gi' }, limits: { 'ephemeral-storage': '1Gi' } },
    ],
    [
      'all of `resources` but cpu and memory',
      {
        resources: {
          requests: { cpu: '1', memory: '1Gi', 'ephemeral-storage': '1Gi' },
          limits: { 'nvidia.com/gpu': '1' },
        },
      },
      { requests: { 'ephemeral-storage': '1Gi' }, limits: { 'nvidia.com/gpu': '1' } },
    ],
    [
      '`resources` instead of the older field',
      { resource: { ephemeralStorage: '1Gi' }, resources: { limits: { 'nvidia.com/gpu': '1' } } },
      { limits: { 'nvidia.com/gpu': '1' } },
    ],
  ])('has %s on the main container', (_, taskManager, resources) => {
    expect(taskManagerPodTemplate({ taskManager }, {})).toEqual(template({ name: 'flink-main-container', resources }));
  });

  it("lets the spec's resources win over the template's", () => {
    const podTemplate = template({
      name: 'flink-main-container',
      resources: { limits: { 'ephemeral-storage': '5Gi', 'nvidia.com/gpu': '1' } },
    });
    const taskManager = { resource: { ephemeralStorage: '1Gi' } };
    expect(taskManagerPodTemplate({ podTemplate, taskManager }, {})?.spec?.containers?.[0]?.resources).toEqual({
      requests: { 'ephemeral-storage': '1Gi' },
      limits: { 'ephemeral-storage': '1Gi', 'nvidia.com/gpu': '1' },
    });
  });
});
