// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { releaseLeadership } from './release-leadership.ts';

const LEADER = 'control-plane.alpha.kubernetes.io/leader';
/** As Flink 1.20 writes it; its reader wants exactly six digits of a second's fraction back. */
const RECORD =
  '{"holderIdentity":"d956c47e-3e73-4b04-bb4b-58dfb98a7233","leaseDuration":15.000000000,"acquireTime":"2026-11-21T13:41:35.159453Z","renewTime":"2026-11-21T13:41:55.813354Z","leaderTransitions":0}';

function lockOf(name: string, record?: string) {
  return {
    metadata: { name, annotations: { other: 'kept', ...(record === undefined ? {} : { [LEADER]: record }) } },
    data: { counter: '7' },
  };
}

describe('releaseLeadership', () => {
  it('takes out the holder and leaves every other character alone', () => {
    const released = releaseLeadership(lockOf('app-cluster-config-map', RECORD), 'app');
    expect(released?.metadata?.annotations).toEqual({
      other: 'kept',
      [LEADER]: RECORD.replace('d956c47e-3e73-4b04-bb4b-58dfb98a7233', ''),
    });
    expect(released?.data).toEqual({ counter: '7' });
  });

  it.each([
    ['a lock that nobody holds', lockOf('app-cluster-config-map', RECORD.replace(/"d956[^"]*"/, '""'))],
    ['no lock', lockOf('app-cluster-config-map')],
    ['a record that cannot be read', lockOf('app-cluster-config-map', 'not json')],
    ['the map of a job', lockOf('app-1-config-map', RECORD)],
    ['the map of another cluster', lockOf('other-cluster-config-map', RECORD)],
  ])('leaves %s alone', (_, configMap) => {
    expect(releaseLeadership(configMap, 'app')).toBeUndefined();
  });
});
