// SPDX-License-Identifier: Apache-2.0
// What we build from a FlinkDeployment, held against what the Java operator created from the same one on a real cluster. Every difference
// is declared in one table; an undeclared one fails, and so does a declaration that nothing needs any more.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DeclaredDifferences } from '../../test/support/declared-differences.ts';
import { readableCluster } from '../../test/support/readable-cluster.ts';
import type { FlinkDeployment } from '../api/flink-deployment.ts';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import { DEFAULT_CONFIGURATION, DEFAULT_LOG_FILES } from './default-configuration.ts';
import { deployConfiguration, effectiveConfiguration } from './effective-configuration.ts';
import { buildNativeApplication } from './native-application.ts';

interface Moment {
  readonly resource: FlinkDeployment & { metadata: { name: string; namespace: string; uid: string } };
  readonly created: readonly KubernetesObject[];
}

/** What differs, and why that is right. */
const DECLARED = new DeclaredDifferences([
  {
    why: 'paths in the file system of the Java operator mean nothing to a cluster',
    matches: ({ path, ours }) =>
      /flink-conf\.yaml \/ kubernetes\.pod-template-file\./u.test(path) && ours === undefined,
  },
  {
    why: 'the default log file says the same in our own words',
    matches: ({ path, ours }) =>
      path.endsWith('data / log4j-console.properties') && ours === DEFAULT_LOG_FILES['log4j-console.properties'],
  },
]);

function read(moment: string, kind: string): KubernetesObject[] {
  const url = new URL(`../../test/fixtures/recordings/java/${moment}/${kind}.yaml`, import.meta.url);
  return (parse(readFileSync(url, 'utf8')) as { items: KubernetesObject[] }).items;
}

function recorded(moment: string): Moment {
  const created = ['deployments', 'services', 'configmaps'].flatMap((kind) => read(moment, kind));
  return {
    resource: read(moment, 'flinkdeployments')[0] as Moment['resource'],
    created: created.filter((object) => object.metadata?.labels?.['component'] !== 'autoscaler'),
  };
}

function built({ resource, created }: Moment): KubernetesObject[] {
  const { name, namespace, uid, generation = 0 } = resource.metadata;
  const spec = resource.spec ?? {};
  const { jobId = '', upgradeSavepointPath } = resource.status?.jobStatus ?? {};
  const effective = effectiveConfiguration(spec, { name, namespace }, DEFAULT_CONFIGURATION);
  const { deployment, accompanying } = buildNativeApplication({
    spec,
    name,
    namespace,
    uid,
    logFiles: DEFAULT_LOG_FILES,
    configuration: deployConfiguration(effective, {
      name,
      namespace,
      uid,
      generation,
      jobId,
      jobResultStoreId: 'unused without high availability',
      ...(upgradeSavepointPath === undefined ? {} : { savepointPath: upgradeSavepointPath }),
    }),
  });
  const owner = created.find(({ kind }) => kind === 'Deployment')?.metadata?.uid ?? '';
  return [deployment, ...accompanying({ uid: owner })];
}

describe('clusters that the Java operator created', () => {
  it.each(['application-stable', 'savepoint-stable', 'application-stateless-upgraded', 'savepoint-resumed'])(
    '%s',
    (name) => {
      const moment = recorded(name);
      expect(DECLARED.undeclared(readableCluster(built(moment)), readableCluster(moment.created))).toEqual([]);
    },
  );

  it('differ in no declared way that is not needed', () => {
    expect(DECLARED.unneeded).toEqual([]);
  });
});
