// SPDX-License-Identifier: Apache-2.0
// What can be mounted into Flink's container. A `Volume` is a plain value: the factories only help to write it. `volume-part.ts` checks it
// and puts it into pods.

import { given } from '../given.ts';
import { nameOf } from './env-value.ts';
import type { NamedObject } from './env-value.ts';

/** How a volume is mounted. */
export interface MountOptions {
  /**
   * Name of the volume in the pod. Mounts with one name and one source share the volume; sidecars mount it by this name.
   * @default - made from the path
   */
  readonly name?: string;
  /**
   * A single directory or file of the volume.
   * @default - all of it
   */
  readonly subPath?: string;
  /** @default false, true for `Volume.secret`, `Volume.configMap` and `Volume.files` */
  readonly readOnly?: boolean;
}

/** Which entries of a Secret or ConfigMap become files, and how. */
export interface EntryOptions extends MountOptions {
  /**
   * Keys to file names.
   * @default - every entry, under its key
   */
  readonly items?: Readonly<Record<string, string>>;
  /** Whether the pods start when it is not there. @default false */
  readonly optional?: boolean;
  /** Permissions of the files, such as `0o400`. @default 0o644 */
  readonly defaultMode?: number;
}

/** A volume and how it is mounted; made by the factories of the same name. */
export interface Volume extends MountOptions {
  /** Kubernetes' own form, without the name: `{ emptyDir: {} }`. */
  readonly source?: Readonly<Record<string, unknown>>;
  /** Files with these contents, instead of `source`: they come as a ConfigMap, and a change of one restarts the pods. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Makes volumes. */
export const Volume = {
  /** Files from a Secret in the cluster's namespace. */
  secret(secret: NamedObject, options: EntryOptions = {}): Volume {
    return entries((how) => ({ secret: { secretName: nameOf(secret), ...how } }), options);
  },
  /** Files from a ConfigMap in the cluster's namespace. */
  configMap(configMap: NamedObject, options: EntryOptions = {}): Volume {
    return entries((how) => ({ configMap: { name: nameOf(configMap), ...how } }), options);
  },
  /** Files with the given contents. Not for secrets: they are readable for everybody who can read ConfigMaps. */
  files(files: Readonly<Record<string, string>>, options: MountOptions = {}): Volume {
    return { files, ...options };
  },
  /** Scratch space that lives as long as the pod. `sizeLimit` in Kubernetes' notation, `medium: 'Memory'` for a RAM disk. */
  emptyDir(
    options: MountOptions & { readonly sizeLimit?: string; readonly medium?: 'Memory' | 'HugePages' } = {},
  ): Volume {
    const { sizeLimit, medium, ...mount } = given(options);
    const emptyDir = {
      ...(medium === undefined ? {} : { medium }),
      ...(sizeLimit === undefined ? {} : { sizeLimit }),
    };
    return { source: { emptyDir }, ...mount };
  },
  /** A PersistentVolumeClaim in the cluster's namespace; for pods on more than one node it must be ReadWriteMany. */
  pvc(claim: NamedObject, options: MountOptions = {}): Volume {
    return { source: { persistentVolumeClaim: { claimName: nameOf(claim) } }, ...options };
  },
  /** A claim of its own for each pod, made and removed with it; `size` in Kubernetes' notation. */
  ephemeral(size: string, options: MountOptions & { readonly storageClass?: string } = {}): Volume {
    const { storageClass, ...mount } = given(options);
    const spec = {
      accessModes: ['ReadWriteOnce'],
      ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
      resources: { requests: { storage: size } },
    };
    return { source: { ephemeral: { volumeClaimTemplate: { spec } } }, ...mount };
  },
} as const;

function entries(source: (how: object) => Record<string, unknown>, options: EntryOptions): Volume {
  const { items, optional, defaultMode, ...mount } = given(options);
  const how = {
    ...(items === undefined ? {} : { items: Object.entries(items).map(([key, path]) => ({ key, path })) }),
    ...(optional === undefined ? {} : { optional }),
    ...(defaultMode === undefined ? {} : { defaultMode }),
  };
  return { readOnly: true, ...mount, source: source(how) };
}
