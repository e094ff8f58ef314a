// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FlinkwrightValidation } from './flinkwright-validation.ts';
import type { FlinkwrightValidationProps, ValidationContext } from './flinkwright-validation.ts';

const clicks = {
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  metadata: { name: 'clicks' },
  spec: {
    image: 'flink:1.20',
    flinkVersion: 'v1_20',
    serviceAccount: 'flink',
    jobManager: { resource: { memory: '2g', cpu: 1 } },
    taskManager: { resource: { memory: '2g', cpu: 1 } },
    job: { jarURI: 'local:///opt/flink/usrlib/clicks.jar', parallelism: 1 },
  },
};
const wrong = { ...clicks, spec: { ...clicks.spec, job: { ...clicks.spec.job, parallelism: 0 } } };
const old = { ...clicks, spec: { ...clicks.spec, image: 'flink:1.17', flinkVersion: 'v1_17' } };
const other = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other' } };

interface Said {
  status?: string;
  numbers?: Readonly<Record<string, string>>;
  violations: string[];
}

async function validate(objects: unknown[], props?: FlinkwrightValidationProps): Promise<Said> {
  const said: Said = { violations: [] };
  const context: ValidationContext = {
    manifests: ['dist/a.k8s.yaml'],
    parseManifest: () => objects,
    report: {
      addViolation: ({ ruleName, violatingResources: [first] }) =>
        said.violations.push(`${ruleName} ${first?.manifestPath} ${first?.resourceName} ${first?.locations.join()}`),
      submit: (status, numbers = {}) => Object.assign(said, { status, numbers }),
    },
  };
  await new FlinkwrightValidation(props).validate(context);
  return said;
}

describe('the validation plugin', () => {
  it('has nothing to say about what is right, or not ours', async () => {
    expect(await validate([clicks, other])).toEqual({
      status: 'success',
      numbers: { resources: '1', errors: '0', warnings: '0' },
      violations: [],
    });
  });

  it('fails for mistakes, with the resource and the place', async () => {
    expect(await validate([other, wrong])).toEqual({
      status: 'failure',
      numbers: { resources: '1', errors: '1', warnings: '0' },
      violations: ['error V-17 dist/a.k8s.yaml clicks spec.job.parallelism'],
    });
  });

  it('tells warnings, and fails for them if that is wanted', async () => {
    const violations = ['warning flink-version-deprecated dist/a.k8s.yaml clicks spec.flinkVersion'];
    expect(await validate([old])).toMatchObject({ status: 'success', violations });
    expect(await validate([old], { failOnWarnings: true })).toMatchObject({ status: 'failure', violations });
  });

  it('sees the resources of an app together', async () => {
    const job = {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkSessionJob',
      metadata: { name: 'job' },
      spec: { deploymentName: 'clicks', job: { jarURI: 'https://a.example.com/a.jar', parallelism: 1 } },
    };
    expect((await validate([clicks, job])).violations).toEqual(['error V-52 dist/a.k8s.yaml job spec.deploymentName']);
  });

  it('is what the cdk8s command expects', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'flinkwright-validation-'));
    const cli = fileURLToPath(new URL('../../node_modules/cdk8s-cli/bin/cdk8s', import.meta.url));
    const plugin = fileURLToPath(new URL('flinkwright-validation.ts', import.meta.url));
    try {
      await writeFile(
        join(directory, 'app.mjs'),
        `import { mkdirSync, writeFileSync } from 'node:fs';
         mkdirSync(process.env.CDK8S_OUTDIR);
         writeFileSync(process.env.CDK8S_OUTDIR + '/a.k8s.yaml', ${JSON.stringify(JSON.stringify(wrong))});`,
      );
      await writeFile(
        join(directory, 'cdk8s.yaml'),
        `{"app": "node app.mjs", "output": "dist", "validations": [{"package": ${JSON.stringify(plugin)}, "class": "FlinkwrightValidation", "version": "0.1.0"}]}`,
      );
      const { code, text } = await run(cli, ['synth', '--check-upgrade=false'], directory);
      expect(text).toMatch(/error V-17 \(1 occurrences\)/);
      expect(text).toMatch(/Resource Name: clicks\s+- Locations:\s+> spec\.job\.parallelism/);
      expect(code).toBe(2);
    } finally {
      await rm(directory, { recursive: true });
    }
  }, 60_000);
});

function run(cli: string, args: string[], cwd: string): Promise<{ code: unknown; text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });
}
