// SPDX-License-Identifier: Apache-2.0
// High availability: JobManagers elect a leader, and a lost one is replaced with its jobs and their state. The props, their shape, and what
// they ask of a cluster: the kind, and where job graphs and pointers to checkpoints are kept.

import { flinkVersionAtLeast } from '../../flink/flink-version.ts';
import { flinkOptions } from '../../flink/options.ts';
import { flag, object, oneOf, reject, shown, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { directory } from './common-shapes.ts';
import { known, named, renamed } from './option-name.ts';
import { belowState } from './state-part.ts';

/** How high availability works; made by the factories of the same name. */
export interface HighAvailability {
  /**
   * Where leaders are elected (`high-availability.type`).
   * @default 'kubernetes'
   */
  readonly type?: 'kubernetes' | 'zookeeper';
  /**
   * Directory for job graphs and checkpoint pointers (`high-availability.storageDir`), as a URI.
   * @default - `<state.directory>/ha`
   */
  readonly storageDir?: string;
  /**
   * ZooKeeper's servers (`high-availability.zookeeper.quorum`).
   * @example 'zookeeper-0.zookeeper:2181,zookeeper-1.zookeeper:2181'
   */
  readonly quorum?: string;
  /**
   * Node of ZooKeeper below which everything is (`high-availability.zookeeper.path.root`).
   * @default '/flink'
   */
  readonly root?: string;
}

/** Makes high availability. */
export const HighAvailability = {
  /** By ConfigMaps of Kubernetes: nothing else is needed. */
  kubernetes(options: Pick<HighAvailability, 'storageDir'> = {}): HighAvailability {
    return { type: 'kubernetes', ...options };
  },
  /** By ZooKeeper. */
  zookeeper(options: Pick<HighAvailability, 'storageDir' | 'root'> & { readonly quorum: string }): HighAvailability {
    return { type: 'zookeeper', ...options };
  },
} as const;

const TYPE = renamed('high-availability.type', 'v1_17', 'high-availability', 'recovery.mode');
const STORAGE = known(flinkOptions.highAvailabilityStorageDir);
const QUORUM = named('high-availability.zookeeper.quorum', 'recovery.zookeeper.quorum');
const ROOT = named('high-availability.zookeeper.path.root', 'recovery.zookeeper.path.root');

const shape = object<HighAvailability>({
  type: oneOf(['kubernetes', 'zookeeper']),
  storageDir: directory,
  quorum: text,
  root: (value, path, report) =>
    typeof value === 'string' && /^\/\S+$/.test(value)
      ? value
      : reject(
          report,
          path,
          `${shown(value)} is not a path of ZooKeeper`,
          "a path such as '/flink'",
          'begin it with /',
        ),
});

/** The shape of `highAvailability`. */
export const highAvailabilityShape: Shape<boolean | HighAvailability> = (value, path, report) => {
  if (typeof value === 'string')
    return reject(
      report,
      path,
      `${shown(value)} is neither true nor an object`,
      'true, false, HighAvailability.kubernetes(), HighAvailability.zookeeper({ quorum })',
      value.toLowerCase() === 'kubernetes' ? 'write true' : 'use one of these',
    );
  if (typeof value !== 'object') return flag(value, path, report);
  const checked = shape(value, path, report);
  if (checked === undefined) return undefined;
  const { type = 'kubernetes', quorum, root } = checked;
  if (type === 'zookeeper') {
    if (quorum === undefined && !report.rejected.has(`${path}.quorum`))
      reject(report, `${path}.quorum`, 'is missing', 'host:port,...', 'name the servers of ZooKeeper', 'props.missing');
    return checked;
  }
  for (const [member, value] of [
    ['quorum', quorum],
    ['root', root],
  ] as const) {
    if (value === undefined) continue;
    const remedy = "remove it, or set `type` to 'zookeeper'";
    reject(report, `${path}.${member}`, 'would be ignored: only ZooKeeper has one', 'nothing', remedy, 'props.ignored');
  }
  return checked;
};

/**
 * Adds what `props.highAvailability` asks for.
 * @param byDefault whether it is on when the props do not say
 */
export function addHighAvailability(props: FlinkClusterProps, cluster: ClusterDraft, byDefault: boolean): void {
  const { highAvailability = byDefault, state } = props;
  if (highAvailability === false) return;
  const { type = 'kubernetes', storageDir, quorum, root } = highAvailability === true ? {} : highAvailability;
  cluster.set(TYPE, type === 'kubernetes' ? kubernetesHa(cluster.version) : type, 'highAvailability');
  cluster.set(
    STORAGE,
    storageDir ?? belowState(state?.directory, 'ha'),
    storageDir === undefined ? 'highAvailability' : 'highAvailability.storageDir',
  );
  cluster.set(QUORUM, quorum, 'highAvailability.quorum');
  cluster.set(ROOT, root, 'highAvailability.root');
}

/** The short name is understood by images from 1.16 on; 1.15 wants the factory. */
function kubernetesHa(version: ClusterDraft['version']): string {
  return version === undefined || flinkVersionAtLeast(version, 'v1_16')
    ? 'kubernetes'
    : 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';
}
