// SPDX-License-Identifier: Apache-2.0
// Methods as JavaScript without types calls them.

import { Chart, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import type { FlinkApplicationProps } from '../manifests/flink-application-props.ts';
import { FlinkApplication } from './flink-application.ts';

const base = { flinkVersion: 'v1_20', image: 'a:1', job: { jar: 'local:///a.jar', parallelism: 1 } };

describe('methods of an application', () => {
  it.each<[method: keyof FlinkApplication, ...parameters: unknown[]]>([
    ['addConfig', null],
    ['addConfig', undefined],
    ['addConfig', 'a: b'],
    ['addSidecar', undefined],
    ['addEnvFrom', 'x'],
    ['mount', '/x', null],
    ['addSnapshot', 'x', 1],
  ])('%s(%j) is told of', (method, ...parameters) => {
    const chart = new Chart(Testing.app(), 'c', { namespace: 'n' });
    const application = new FlinkApplication(chart, 'a', base as unknown as FlinkApplicationProps);
    const call = application[method] as (...given: unknown[]) => unknown;
    if (method === 'addSnapshot') expect(() => call.call(application, ...parameters)).not.toThrow();
    else expect(() => call.call(application, ...parameters)).toThrow(/^FlinkApplication c\/a: 1 error/);
  });
});
