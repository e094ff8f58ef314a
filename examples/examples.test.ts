// SPDX-License-Identifier: Apache-2.0
import { App } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { checkResource, validateFlinkDeployment } from '../lib/index.ts';
import type { FlinkDeployment } from '../lib/index.ts';
import { examples } from './main.ts';
import { sessionChart } from './session/chart.ts';
import { stateMachineChart } from './state-machine/chart.ts';

function synthesised(fill: (app: App) => void): { kind: string; metadata: { name: string; namespace?: string } }[] {
  const app = new App();
  fill(app);
  return parseAllDocuments(app.synthYaml()).map((document) => document.toJS() as never);
}

describe('the examples', () => {
  it('synthesise an operator and two applications, the definitions before what they define', () => {
    const kinds = synthesised((app) => examples(app)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'FlinkDeployment')).toHaveLength(2);
    expect(kinds.indexOf('CustomResourceDefinition')).toBeLessThan(kinds.indexOf('FlinkDeployment'));
    expect(kinds).toContain('Deployment');
  });

  it('contain nothing that validation objects to', () => {
    const deployments = synthesised((app) => examples(app)).filter(({ kind }) => kind === 'FlinkDeployment');
    expect(deployments.flatMap((deployment) => validateFlinkDeployment(deployment as FlinkDeployment, {}))).toEqual([]);
  });

  it('share a session between a jar and a script, with a savepoint of one of them', () => {
    const objects = synthesised((app) => sessionChart(app, 'streaming'));
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ServiceAccount shared',
      'Role shared',
      'RoleBinding shared-role-binding',
      'Deployment shared-sql-gateway',
      'Service shared-sql-gateway',
      'FlinkDeployment shared',
      'FlinkSessionJob dedupe',
      'FlinkStateSnapshot dedupe-before-migration',
      'FlinkSessionJob clicks-per-minute',
    ]);
    const errors = objects.flatMap((object) => checkResource(object)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  it('run the state machine as the demo wants it', () => {
    const [deployment] = synthesised((app) => {
      stateMachineChart(app, {
        namespace: 'demo',
        parallelism: 1,
        restartNonce: 3,
        application: { image: 'flink:1.20.1' },
      });
    });
    expect(deployment).toMatchObject({
      metadata: { name: 'state-machine', namespace: 'demo' },
      spec: { image: 'flink:1.20.1', restartNonce: 3, job: { parallelism: 1, upgradeMode: 'savepoint' } },
    });
  });
});
