// SPDX-License-Identifier: Apache-2.0
// Checks the volumes of props and puts them into pods. A volume gets its name from its path, so that the same props make the same pods.

import { flag, object, recordOf, reject, shown, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import { isObject } from '../../runtime/json.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import { plainText } from './common-shapes.ts';
import { finding } from '../finding.ts';
import type { Volume } from './volume.ts';

const LABEL = /^[a-z\d]([-a-z\d]{0,61}[a-z\d])?$/;
/** A ConfigMap holds no more, and its keys look like this. */
const LARGEST_FILES = 1_000_000;
const FILE_NAME = /^[-._a-zA-Z\d]{1,253}$/;

const sourceShape: Shape<Record<string, unknown>> = (value, path, report) =>
  isObject(value) && Object.keys(value).length === 1
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not the source of a volume`,
        'one source, such as { emptyDir: {} }',
        'use a factory: Volume.secret(...), Volume.emptyDir()',
      );

/** Names of files to their contents, as a ConfigMap can hold them. */
export const filesShape: Shape<Record<string, string>> = (value, path, report) => {
  const files = recordOf(plainText)(value, path, report);
  if (files === undefined) return undefined;
  let size = 0;
  for (const [name, content] of Object.entries(files)) {
    size += content.length;
    if (FILE_NAME.test(name) && name !== '.' && name !== '..') continue;
    // without this one, the files as a whole are not what was meant
    report.rejected.add(path);
    return reject(
      report,
      `${path}['${name}']`,
      `'${name}' cannot be the name of a file here`,
      'letters, digits, -, _ and .',
      'mount each directory on its own',
    );
  }
  return size <= LARGEST_FILES
    ? files
    : reject(
        report,
        path,
        `${size} characters are too much for a ConfigMap`,
        `at most ${LARGEST_FILES}`,
        'put large files into the image or on a volume',
      );
};

const shape = object<Volume>({
  name: (value, path, report) =>
    typeof value === 'string' && LABEL.test(value)
      ? value
      : reject(
          report,
          path,
          `${shown(value)} cannot be the name of a volume`,
          'at most 63 lower-case letters, digits and -',
          'change it',
        ),
  source: sourceShape,
  files: filesShape,
  subPath: text,
  readOnly: flag,
});

/** The shape of one volume of `mounts`. */
export const volumeShape: Shape<Volume> = (value, path, report) => {
  const volume = shape(value, path, report);
  if (volume === undefined || report.rejected.has(`${path}.source`) || report.rejected.has(`${path}.files`))
    return undefined;
  return (volume.source === undefined) === (volume.files === undefined)
    ? reject(
        report,
        path,
        'needs exactly one of `source` and `files`',
        'Volume.secret(...), Volume.configMap(...), Volume.files(...), Volume.emptyDir(), Volume.pvc(...)',
        'use a factory',
      )
    : volume;
};

/** Directories of the image that Flink's own mounts cover, or that hold Flink itself. */
const TAKEN = ['/opt/flink/conf', '/opt/flink/pod-template', '/opt/flink/lib', '/opt/flink/bin', '/opt/flink'];

/** Adds the volumes of `mounts`. */
export function addMounts(mounts: Readonly<Record<string, Volume>> | undefined, cluster: ClusterDraft): void {
  if (mounts === undefined) return;
  for (const [path, volume] of Object.entries(mounts)) {
    const { source, files, name = volumeName(path), subPath, readOnly = files !== undefined } = volume;
    const at = {
      mountPath: path,
      ...(subPath === undefined ? {} : { subPath }),
      ...(readOnly ? { readOnly } : {}),
    };
    if (subPath === undefined && TAKEN.includes(path.replace(/\/+$/, '')))
      cluster.findings.push(
        finding(
          'props.invalid',
          `mounts['${path}']`,
          `would hide what Flink has in ${path}`,
          path.startsWith('/opt/flink/conf')
            ? 'use `logging` or `config`, or mount a single file elsewhere'
            : 'mount it elsewhere, or a single file of it with `subPath`',
        ),
      );
    const from = files === undefined ? source : { configMap: { name: cluster.addFiles(name, files) } };
    cluster.pods.mount({ name, ...from }, at);
  }
}

/** A name for the volume at `path`: `/etc/keys` is `etc-keys`. */
function volumeName(path: string): string {
  const name = path
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
  // room for the name of the cluster in front, where it names a ConfigMap
  return name.length <= 63 ? name : name.slice(-63).replace(/^-+/, '');
}
