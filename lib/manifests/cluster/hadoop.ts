// SPDX-License-Identifier: Apache-2.0
// Hadoop's configuration, for HDFS and Hive: a ConfigMap that is there, or files out of which one is made. Flink mounts it into all pods at
// `/opt/hadoop/conf` and sets `HADOOP_CONF_DIR`. The Hadoop libraries are the image's business.

import { object, reject } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import { named as namedShape } from './common-shapes.ts';
import { nameOf } from './env-value.ts';
import type { NamedObject } from './env-value.ts';
import { named } from './option-name.ts';
import { filesShape } from './volume-shape.ts';

/** Hadoop's configuration; made by the factories of the same name. */
export interface Hadoop {
  /** A ConfigMap in the cluster's namespace with `core-site.xml`, `hdfs-site.xml`, … (`kubernetes.hadoop.conf.config-map.name`). */
  readonly configMap?: NamedObject;
  /** The files themselves: they come as a ConfigMap of the cluster, and a change of one restarts the pods. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Makes Hadoop configurations. */
export const Hadoop = {
  /** From a ConfigMap in the cluster's namespace. */
  configMap(configMap: NamedObject): Hadoop {
    return { configMap };
  },
  /** From the contents of `core-site.xml`, `hdfs-site.xml`, … */
  files(files: Readonly<Record<string, string>>): Hadoop {
    return { files };
  },
} as const;

const CONFIG_MAP = named('kubernetes.hadoop.conf.config-map.name');

const shape = object<Hadoop>({ configMap: namedShape('a ConfigMap', 'hadoop-conf'), files: filesShape });

/** The shape of `hadoop`. */
export const hadoopShape: Shape<Hadoop> = (value, path, report) => {
  const hadoop = shape(value, path, report);
  if (hadoop === undefined || report.rejected.has(`${path}.configMap`) || report.rejected.has(`${path}.files`))
    return undefined;
  return (hadoop.configMap === undefined) === (hadoop.files === undefined)
    ? reject(
        report,
        path,
        'needs exactly one of `configMap` and `files`',
        'Hadoop.configMap(...), Hadoop.files(...)',
        'use one of these',
      )
    : hadoop;
};

/** Adds what `props.hadoop` asks for. */
export function addHadoop({ hadoop }: { readonly hadoop?: Hadoop }, cluster: ClusterDraft): void {
  if (hadoop === undefined) return;
  const { configMap, files } = hadoop;
  const name = configMap === undefined ? cluster.addFiles('hadoop', files ?? {}) : nameOf(configMap);
  cluster.set(CONFIG_MAP, name, configMap === undefined ? 'hadoop.files' : 'hadoop.configMap');
}
