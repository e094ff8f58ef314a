// SPDX-License-Identifier: Apache-2.0
// The cluster as a whole, with an operator of a few lines: one that counts Namespaces as often as it is told, to show that processes begin,
// die and begin again. Real operators are test/scenarios.

import { describe, expect, it } from 'vitest';
import { sleep } from '../runtime/clock.ts';
import { readText } from '../runtime/transport.ts';
import { EmbeddedCluster } from './embedded-cluster.ts';
import type { OperatorSurroundings, StartedOperator } from './operator-process.ts';

/** Writes a ConfigMap each second, named after the count, until it is stopped. */
function counter({ kubernetes, clock }: OperatorSurroundings): StartedOperator {
  let stopped = false;
  const work = async (): Promise<void> => {
    for (let count = 1; !stopped; count++) {
      const response = await kubernetes.request({
        method: 'POST',
        path: '/api/v1/namespaces/default/configmaps',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: `count-${count}-` } }),
      });
      await readText(response.body);
      await sleep(clock, 1000);
    }
  };
  void work();
  return {
    started: sleep(clock, 50),
    stop: () => {
      stopped = true;
      return sleep(clock, 100);
    },
  };
}

const counts = (cluster: EmbeddedCluster): string[] =>
  cluster.api
    .list('configmaps', 'default')
    .map(({ metadata }) => metadata.name.split('-')[1] ?? '')
    .sort();

describe('an embedded cluster', () => {
  it('serves FlinkDeployments from the start', () => {
    const { api } = new EmbeddedCluster();
    const stored = api.apply({
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      metadata: { name: 'clicks', namespace: 'streams' },
    });
    expect(stored.metadata.uid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('runs an operator, kills it and starts the next', async () => {
    const cluster = new EmbeddedCluster();
    const operator = cluster.run(counter);
    await cluster.outcome(operator.started);
    await cluster.advance(1500);
    expect(counts(cluster)).toEqual(['1', '2']);
    operator.kill();
    expect(operator.running).toBe(false);
    await cluster.advance(10_000);
    expect(counts(cluster)).toEqual(['1', '2']);
    operator.start();
    operator.start();
    await cluster.advance(500);
    expect(counts(cluster)).toEqual(['1', '1', '2']);
    expect(operator.incarnations).toBe(2);
    await cluster.outcome(operator.stop());
    expect(operator.running).toBe(false);
  });

  it('kills at the write that the judge names, and numbers anew for the next incarnation', async () => {
    const cluster = new EmbeddedCluster();
    const numbers: number[] = [];
    const operator = cluster.run(counter, {
      judge: ({ number }) => {
        numbers.push(number);
        return number === 2 ? 'kill-before' : 'pass';
      },
    });
    await cluster.advance(5000);
    expect(counts(cluster)).toEqual(['1']);
    operator.restart();
    await cluster.advance(500);
    expect(numbers).toEqual([1, 2, 1]);
  });

  it('repeats itself for the same seed, and does not for another', async () => {
    const names = async (seed: number): Promise<string[]> => {
      const cluster = new EmbeddedCluster({ seed });
      cluster.run(counter);
      await cluster.advance(3000);
      return cluster.api.list('configmaps', 'default').map(({ metadata }) => metadata.name);
    };
    expect(await names(1)).toEqual(await names(1));
    expect(await names(1)).not.toEqual(await names(2));
  });

  it('says what did not come to pass', async () => {
    const cluster = new EmbeddedCluster();
    await expect(cluster.until('the impossible', () => false, 1000)).rejects.toThrow('not reached: the impossible');
  });

  it('comes to rest when it is stopped', async () => {
    const cluster = new EmbeddedCluster();
    const operator = cluster.run(counter);
    cluster.stop();
    await cluster.advance(5000);
    expect(operator.running).toBe(false);
    expect(counts(cluster).length).toBeLessThanOrEqual(1);
  });
});
