// SPDX-License-Identifier: Apache-2.0
// Puts the volumes of props into pods. A volume gets its name from its path, so that the same props make the same pods.

import { finding } from '../finding.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import { contentHash } from './content-hash.ts';
import type { Volume } from './volume.ts';

/** Directories of the image that Flink's own mounts cover, or that hold Flink itself. */
const TAKEN: ReadonlySet<string> = new Set([
  '/opt/flink',
  '/opt/flink/bin',
  '/opt/flink/conf',
  '/opt/flink/lib',
  '/opt/flink/pod-template',
]);

/** Names of volumes that Flink adds itself. */
const TAKEN_NAMES: ReadonlySet<string> = new Set([
  'flink-config-volume',
  'hadoop-config-volume',
  'kerberos-keytab-volume',
  'kerberos-krb5conf-volume',
  'pod-template-volume',
  'user-artifacts-volume',
]);

/** Adds the volumes of `mounts`. */
export function addMounts(mounts: Readonly<Record<string, Volume>> | undefined, cluster: ClusterDraft): void {
  if (mounts === undefined) return;
  for (const [path, volume] of Object.entries(mounts)) addMount(path, volume, cluster);
}

function addMount(mountPath: string, volume: Volume, cluster: ClusterDraft): void {
  const { source, files, subPath, readOnly = files !== undefined } = volume;
  const { pods, findings } = cluster;
  const at = `mounts['${mountPath}']`;
  if (subPath === undefined && TAKEN.has(mountPath.replace(/\/+$/, ''))) {
    const remedy = mountPath.startsWith('/opt/flink/conf')
      ? 'use `logging` or `config`, or mount a single file elsewhere'
      : 'mount it elsewhere, or a single file of it with `subPath`';
    findings.push(finding('props.invalid', at, `would hide what Flink has in ${mountPath}`, remedy));
  }
  const name = volume.name ?? freeName(mountPath, cluster);
  if (TAKEN_NAMES.has(name))
    findings.push(
      finding('props.invalid', `${at}.name`, `'${name}' is the name of a volume of Flink's own`, 'change it'),
    );
  const from = files === undefined ? source : { configMap: { name: cluster.addFiles(name, files) } };
  const made = { name, ...from };
  const other = pods.volumes.get(name);
  if (other !== undefined && JSON.stringify(other) !== JSON.stringify(made))
    findings.push(
      finding('props.twice', `${at}.name`, `'${name}' is the name of two different volumes`, 'give one another `name`'),
    );
  pods.mount(made, {
    mountPath,
    ...(subPath === undefined ? {} : { subPath }),
    ...(readOnly ? { readOnly } : {}),
  });
}

/** A name for the volume at `path`: `/etc/keys` is `etc-keys`; one that is taken, or too long, ends in a fingerprint of the path. */
function freeName(path: string, { pods }: ClusterDraft): string {
  const name = path
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (name !== '' && name.length <= 63 && !pods.volumes.has(name) && !TAKEN_NAMES.has(name)) return name;
  const end = name.slice(-54).replace(/^-+/, '');
  return `${end === '' ? 'volume' : end}-${contentHash({ path }).slice(0, 8)}`;
}
