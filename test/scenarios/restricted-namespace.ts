// SPDX-License-Identifier: Apache-2.0
// A namespace that enforces the Pod Security Standard `restricted`: what the builders make passes, with official images as they are, with an
// init container and a container beside Flink, and keeps its state over an upgrade.

import assert from 'node:assert/strict';
import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import { Volume } from '../../lib/manifests/cluster/volume.ts';
import { StateStore } from '../../lib/manifests/cluster/state-store.ts';
import type { FlinkVersion } from '../../lib/manifests/enums.ts';
import { buildFlinkApplication } from '../../lib/manifests/flink-application.ts';
import { Job } from '../../lib/manifests/job.ts';
import { POD } from '../../operator/kubernetes/resource-kind.ts';
import { APPLICATION, FASTER } from './application.ts';
import { checkpoints, restored, runsWithoutFailure, stable } from './steps.ts';
import type { Scenario, World } from './world.ts';

export const restrictedNamespace: Scenario = {
  name: 'restricted-namespace',
  title: 'What the builders make runs in a namespace that enforces the restricted Pod Security Standard',
  versions: ['1.20', '2.0'],
  podSecurity: 'restricted',
  operator: 'pod',
  async run(world) {
    await world.apply(built(world));
    await stable(world);
    await checkpoints(world, 1);
    if (world.kind === 'real') await everyPodIsRestricted(world);
    await world.patchSpec({ job: { parallelism: 1 } });
    await stable(world);
    assert.equal((await restored(world))?.isSavepoint, false, 'it was restored from the last checkpoint');
    await runsWithoutFailure(world);
  },
};

function built({ namespace, flinkVersion }: World): FlinkDeployment {
  const image = `flink:${flinkVersion}`;
  const { manifest, findings } = buildFlinkApplication(
    {
      flinkVersion: `v${flinkVersion.replace('.', '_')}` as FlinkVersion,
      job: Job.jar('local:///opt/flink/examples/streaming/StateMachineExample.jar', {
        parallelism: 2,
        args: ['--rate', '1000'],
      }),
      state: StateStore.volume('data', { checkpointInterval: '3 s' }),
      serviceAccount: 'flink',
      jobManager: { cpu: 0.5, cpuLimit: 2, memory: '1024m' },
      taskManager: { cpu: 0.5, cpuLimit: 2, memory: '1280m', slots: 2 },
      mounts: { '/scratch': Volume.emptyDir({ name: 'scratch' }) },
      initContainers: [
        {
          name: 'prepare',
          image,
          command: ['sh', '-c', 'id -u > /scratch/user'],
          volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
        },
      ],
      sidecars: [{ name: 'beside', image, command: ['sleep', 'infinity'] }],
      config: { 'restart-strategy.type': 'fixed-delay', 'restart-strategy.fixed-delay.attempts': 3, ...FASTER },
    },
    { name: APPLICATION, namespace },
  );
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
    'the props are right',
  );
  return manifest;
}

/** The standard is enforced when a pod is made; this makes sure that it was not passed by accident, such as by an exemption. */
async function everyPodIsRestricted(world: World): Promise<void> {
  const pods = (await world.list(POD)).filter(({ metadata }) => metadata.labels?.['app'] === APPLICATION);
  assert.ok(pods.length >= 2, 'a JobManager and a TaskManager run');
  for (const { metadata, spec } of pods) {
    const containers = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
    assert.equal(containers.length, 3, `${metadata.name} has all containers`);
    assert.partialDeepStrictEqual(spec?.['securityContext'], { runAsNonRoot: true, runAsUser: 9999 });
    for (const { name, ...container } of containers)
      assert.deepEqual(
        container['securityContext'],
        { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        `${name} of ${metadata.name}`,
      );
  }
}
