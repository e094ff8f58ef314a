// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { haMode, isHaActive } from './high-availability.ts';

const FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';

describe('haMode', () => {
  it.each([
    [{}, 'none'],
    [{ 'high-availability.type': 'NONE' }, 'none'],
    [{ 'high-availability.type': 'standalone' }, 'none'],
    [{ 'high-availability.type': 'ZooKeeper' }, 'zookeeper'],
    [{ 'high-availability.type': 'kubernetes' }, 'kubernetes'],
    [{ 'high-availability.type': 'KUBERNETES' }, 'kubernetes'],
    [{ 'high-availability.type': FACTORY }, 'kubernetes'],
    [{ 'high-availability.type': 'com.acme.Factory' }, 'other'],
    [{ 'high-availability': 'kubernetes' }, 'kubernetes'],
    [{ 'recovery.mode': 'zookeeper' }, 'zookeeper'],
    [{ 'high-availability': 'kubernetes', 'high-availability.type': 'NONE' }, 'none'],
  ])('%j is %s', (config, mode) => {
    expect(haMode(config)).toBe(mode);
    expect(isHaActive(config)).toBe(mode !== 'none');
  });
});
