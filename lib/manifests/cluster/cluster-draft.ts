// SPDX-License-Identifier: Apache-2.0
// A cluster while the parts of the props are adding to it: options, pods, objects beside it, and what is to be said about all that. Parts
// only add; what the user wrote in `config` and in pod templates wins over all of them later.

import type { Finding } from '../../api/finding.ts';
import type { FlinkVersionName } from '../../api/flink-deployment.ts';
import type { ConfigMap, KubernetesObject, ObjectMeta } from '../../kubernetes/objects.ts';
import type { EnvValue } from './env-value.ts';
import { contentHash } from './content-hash.ts';
import type { OptionName } from './option-name.ts';
import { PodDraft } from './pod-draft.ts';

/** An option that follows from a prop. */
export interface DerivedOption {
  readonly option: OptionName;
  readonly value: string;
  /** The prop, as its path. */
  readonly from: string;
}

/** Files that come from props and are mounted into pods. */
export interface Files {
  /** Ends the name of the ConfigMap: `<cluster>-<suffix>`, with a fingerprint behind it where two versions run side by side. */
  readonly suffix: string;
  /** Names to contents. */
  readonly files: Readonly<Record<string, string>>;
  /** Directory in Flink's container. */
  readonly mountPath: string;
}

/** Adds what one part of the props asks for. */
export type Part<P> = (props: P, cluster: ClusterDraft) => void;

/** What the parts have asked for so far. */
export class ClusterDraft {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Absent while the props lack it. */
  readonly version: FlinkVersionName | undefined;
  readonly options: DerivedOption[] = [];
  /** Of JobManager and TaskManagers alike. */
  readonly pods: PodDraft = new PodDraft();
  /** Of the JobManager only, over `pods`. */
  readonly jobManager: PodDraft = new PodDraft();
  /** Of TaskManagers only, over `pods`. */
  readonly taskManager: PodDraft = new PodDraft();
  readonly extras: KubernetesObject[] = [];
  readonly findings: Finding[] = [];
  /** Options whose values must not be seen: key to reference, and the prop that asks for it. */
  readonly secretOptions: Map<string, { readonly value: EnvValue; readonly from: string }> = new Map();
  /** Jars of the image's `opt` directory that are to be loaded as plugins. */
  readonly plugins: string[] = [];
  /** All files that went into ConfigMaps, for the fingerprint. */
  readonly contents: Record<string, string> = {};

  readonly #twoAtOnce: boolean;

  /** @param twoAtOnce whether an old version goes on beside the new one: the files of both must then be there */
  constructor(
    identity: { name: string; namespace: string | undefined; labels: Readonly<Record<string, string>> },
    version: FlinkVersionName | undefined,
    twoAtOnce = false,
  ) {
    this.#twoAtOnce = twoAtOnce;
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.labels = identity.labels;
    this.version = version;
  }

  /** Sets an option; nothing happens without a value. */
  set(option: OptionName, value: string | number | boolean | undefined, from: string): void {
    if (value !== undefined) this.options.push({ option, value: String(value), from });
  }

  /** Metadata of an object beside the cluster: its namespace and labels. */
  metadata(name: string): ObjectMeta {
    return {
      name,
      ...(this.namespace === undefined ? {} : { namespace: this.namespace }),
      ...(Object.keys(this.labels).length > 0 ? { labels: { ...this.labels } } : {}),
    };
  }

  /**
   * A ConfigMap with `files` beside the cluster. A change of a file changes the pods, too.
   * @returns its name
   */
  addFiles(suffix: string, files: Readonly<Record<string, string>>): string {
    const plain = `${this.name}-${suffix}`;
    const name = this.#twoAtOnce ? `${plain}-${contentHash(files).slice(0, 8)}` : plain;
    const configMap: ConfigMap = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: this.metadata(name),
      data: { ...files },
      ...(this.#twoAtOnce ? { immutable: true } : {}),
    };
    this.extras.push(configMap);
    for (const [file, content] of Object.entries(files)) this.contents[`${suffix}/${file}`] = content;
    return name;
  }

  /** As {@link addFiles}, and mounts them read-only into Flink's container of all pods. */
  mountFiles({ suffix, files, mountPath }: Files): string {
    const name = this.addFiles(suffix, files);
    this.pods.mount({ name: `flinkwright-${suffix}`, configMap: { name } }, { mountPath, readOnly: true });
    return name;
  }
}
