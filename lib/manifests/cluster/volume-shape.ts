// SPDX-License-Identifier: Apache-2.0
// The shapes of volumes in props, and of files that go into a ConfigMap.

import { jsonObject } from '../json-shape.ts';
import { flag, object, recordOf, reject, shown, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import { isObject } from '../../runtime/json.ts';
import { plainText } from './common-shapes.ts';
import type { Volume } from './volume.ts';

const LABEL = /^[a-z\d]([-a-z\d]{0,61}[a-z\d])?$/;
/** A ConfigMap holds no more, and its keys look like this. */
const LARGEST_FILES = 1_000_000;
const FILE_NAME = /^[-._a-zA-Z\d]{1,253}$/;

const sourceShape: Shape<Record<string, unknown>> = (value, path, report) =>
  isObject(value) && Object.keys(value).length === 1
    ? jsonObject(value, path, report)
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
    size += Buffer.byteLength(content);
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
        `${size} bytes are too much for a ConfigMap`,
        `at most ${LARGEST_FILES} bytes`,
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
  if (isObject(value) && !isPlain(value))
    return reject(
      report,
      path,
      `${shown(value)} is not a volume of this library`,
      'Volume.secret(...), Volume.configMap(...), Volume.files(...), Volume.emptyDir(), Volume.pvc(...)',
      'use a factory of Volume of flinkwright',
    );
  const volume = shape(value, path, report);
  if (volume === undefined || [path, `${path}.source`, `${path}.files`].some((other) => report.rejected.has(other)))
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

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
