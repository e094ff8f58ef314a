// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ConfigMap } from '../kubernetes/objects.ts';
import {
  atLeastOneCheckpoint,
  commonLabels,
  configMapName,
  haSelector,
  isHaConfigMap,
  isHaMetadataAvailable,
  withoutJobGraphs,
} from './cluster-names.ts';

const ID = 'clicks';
const JOB = 'fd72014d4c864993a2e5a9287b4a9c5d';

function map(name: string, data: Record<string, string> = {}, metadata: ConfigMap['metadata'] = {}): ConfigMap {
  return { metadata: { name, labels: commonLabels(ID), ...metadata }, data };
}

describe('ConfigMaps of high availability', () => {
  it('are selected by labels', () => {
    expect(haSelector(ID)).toBe('app=clicks,type=flink-native-kubernetes,component!=autoscaler');
  });

  it.each([
    ['of the cluster', map(`${ID}-cluster-config-map`), true],
    ['of a job', map(`${ID}-${JOB}-config-map`), true],
    ["the cluster's configuration, which has the same labels", map(configMapName(ID)), true],
    [
      'of the autoscaler',
      map(`autoscaler-${ID}`, {}, { labels: { ...commonLabels(ID), component: 'autoscaler' } }),
      false,
    ],
    ['of another cluster', map('other-cluster-config-map', {}, { labels: commonLabels('other') }), false],
    ['without labels', { metadata: { name: 'x' } }, false],
  ])('%s', (_, configMap, selected) => {
    expect(isHaConfigMap(configMap, ID)).toBe(selected);
  });

  const checkpoint = { 'checkpointID-0000000000000000007': 'AAAA' };
  it.each<[string, ConfigMap[], boolean, boolean]>([
    ['none', [], false, false],
    ['only that of the cluster', [map(`${ID}-cluster-config-map`, checkpoint)], false, false],
    ['one of a job', [map(`${ID}-${JOB}-config-map`, { counter: '1' })], true, false],
    ['one of a job with a checkpoint', [map(`${ID}-${JOB}-config-map`, checkpoint)], true, true],
    ['as Flink 1.15 may still write it', [map(`${ID}-${JOB}-jobmanager-leader`, checkpoint)], true, true],
    [
      'one that is being deleted',
      [map(`${ID}-${JOB}-config-map`, checkpoint, { deletionTimestamp: '2026-11-21T00:00:00Z' })],
      false,
      false,
    ],
    [
      'one of another cluster',
      [map(`other-${JOB}-config-map`, checkpoint, { labels: commonLabels('other') })],
      false,
      false,
    ],
  ])('%s', (_, configMaps, available, checkpointed) => {
    expect(isHaMetadataAvailable(configMaps, ID)).toBe(available);
    expect(atLeastOneCheckpoint(configMaps, ID)).toBe(checkpointed);
  });

  it("does not take the configuration of a cluster with an unlucky name for a job's", () => {
    const id = 'my-config-map';
    expect(isHaMetadataAvailable([{ metadata: { name: configMapName(id), labels: commonLabels(id) } }], id)).toBe(
      false,
    );
  });
});

describe('stored job graphs', () => {
  it.each([`jobGraph-${JOB}`, `executionPlan-${JOB}`])('%s is removed and nothing else', (key) => {
    const stored = map(`${ID}-cluster-config-map`, { [key]: 'AAAA', 'org.apache.flink.k8s.leader.dispatcher': 'x' });
    expect(withoutJobGraphs(stored)).toEqual({ ...stored, data: { 'org.apache.flink.k8s.leader.dispatcher': 'x' } });
    expect(stored.data).toHaveProperty(key);
  });

  it('leave a ConfigMap without them alone', () => {
    expect(withoutJobGraphs(map(`${ID}-${JOB}-config-map`, { counter: '7' }))).toBeUndefined();
    expect(withoutJobGraphs({ metadata: { name: 'x' } })).toBeUndefined();
  });
});

describe('what Flink 1.20 really wrote', () => {
  const url = new URL('../../test/fixtures/recordings/flink-ha/running-1.20.yaml', import.meta.url);
  const { items } = parse(readFileSync(url, 'utf8')) as { items: ConfigMap[] };
  const id = 'mineha';

  it('is metadata of a job with a checkpoint', () => {
    expect(items.every((configMap) => isHaConfigMap(configMap, id))).toBe(true);
    expect(isHaMetadataAvailable(items, id)).toBe(true);
    expect(atLeastOneCheckpoint(items, id)).toBe(true);
  });

  it('has one stored job graph', () => {
    const changed = items.map(withoutJobGraphs).filter((configMap) => configMap !== undefined);
    expect(changed.map(({ metadata }) => metadata?.name)).toEqual([`${id}-cluster-config-map`]);
  });
});
