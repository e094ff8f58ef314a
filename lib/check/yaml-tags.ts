// SPDX-License-Identifier: Apache-2.0
// Which plain words and numbers of YAML are what, as kubectl reads them (measured): YAML 1.1 with `yes`, `on` and octal numbers, but
// without its dates and its numbers to the base of 60, which stay text; and `0o17` of YAML 1.2 besides.

import type { DocumentOptions, ParseOptions, ScalarTag, SchemaOptions, Tags } from 'yaml';

const LEFT_OUT = [
  'tag:yaml.org,2002:timestamp',
  'tag:yaml.org,2002:omap',
  'tag:yaml.org,2002:pairs',
  'tag:yaml.org,2002:set',
];

const octal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?0o[0-7_]+$/u,
  resolve: (text) => BigInt(text.replace(/[-+_]/gu, '')) * (text.startsWith('-') ? -1n : 1n),
};

function kubectlTags(tags: Tags): Tags {
  const kept = tags.filter((tag) => {
    if (typeof tag === 'string') return true;
    return !LEFT_OUT.includes(tag.tag) && !('format' in tag && tag.format === 'TIME');
  });
  return [octal, ...kept];
}

/** For `parseDocument`. Whole numbers are read exactly, as bigints. */
export const KUBECTL_YAML: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  customTags: kubectlTags,
  intAsBigInt: true,
  keepSourceTokens: false,
  prettyErrors: false,
  strict: true,
  uniqueKeys: false,
  logLevel: 'silent',
};
