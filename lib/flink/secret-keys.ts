// SPDX-License-Identifier: Apache-2.0
// Which configuration keys hold a secret for certain. Flink masks more than that in its logs (every key with `token` in it, say); what only
// sounds like a secret, or names the place of one, is not counted here.

import { remember } from '../runtime/remember.ts';
import { SENSITIVE_KEY_PARTS } from './catalogue/option-table.ts';

/** Keys of file systems that Flink does not mask, in both spellings. */
const ACCESS_KEY = /^(flink\.hadoop\.)?(fs\.s3a?|s3[ap]?|presto\.s3)\.(access[.-]key|secret[.-]key|session[.-]token)$/;

/** Keys that contain a sensitive part and hold no secret: switches, times, names, places, classes. */
const NO_SECRET =
  /^kubernetes\.|^fs\.azure\.account\.keyprovider|^security\.kerberos\.|^security\.delegation\.|(^|[.-])(enabled|interval|ratio|window|time|timeout|max-size|ttl|provider|class|kind|type|path|file|dir|location|name|names|url|uri|endpoint|retry|required|scope|scopes|prefix|http-headers)$|tokens?-?(bucket|limit|count|refresh)/;

/** Values that hold no secret: a switch, a number, a duration, a reference that something else resolves, a path. */
const NO_SECRET_VALUE = /^(true|false|\d+(\.\d+)?\s*[a-z]*|\$\{.+\}|\$\(.+\)|\/.*|file:.*)$/i;

/** Keys repeat from one resource to the next. */
const soundsSecret = remember((key) => {
  const lower = key.toLowerCase();
  return ACCESS_KEY.test(lower) || (SENSITIVE_KEY_PARTS.some((part) => lower.includes(part)) && !NO_SECRET.test(lower));
}, 10_000);

/** Whether `value` of `key` is a secret that would stand in the open. */
export function isSecretKey(key: string, value: string): boolean {
  return soundsSecret(key) && value.trim() !== '' && !NO_SECRET_VALUE.test(value.trim());
}
