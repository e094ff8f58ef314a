// SPDX-License-Identifier: Apache-2.0
// What the name of an image says about Flink. Only of the official images is it known what is inside.

const OFFICIAL = /^(?:docker\.io\/)?(?:library\/|apache\/)?flink(?::((\d+)\.(\d+)(?:\.\d+)?)?[^@]*)?(?:@|$)/;

/** The variable by which the entry point of official images is told which jars of `/opt/flink/opt` to put to use. */
export const PLUGINS_VARIABLE = 'ENABLE_BUILT_IN_PLUGINS';

export interface OfficialImage {
  /** Of the tag, with or without its patch: `1.20`, `1.20.1`; absent if the tag says none. */
  readonly version?: string;
  /** Major and minor number of the version. */
  readonly minor?: string;
}

/** What an official image of Flink holds; `undefined` for every other image. */
export function officialImage(image: string): OfficialImage | undefined {
  const match = OFFICIAL.exec(image);
  if (match === null) return undefined;
  const [, version, major, minor] = match;
  return version === undefined ? {} : { version, minor: `${major}.${minor}` };
}
