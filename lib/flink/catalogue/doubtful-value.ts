// SPDX-License-Identifier: Apache-2.0
// Values that Flink reads, but hardly as they were meant: bare numbers of bytes or milliseconds, commas where lists have semicolons,
// YAML's flow form and comments in a file that is not YAML, the word null. Doubts, never errors.

import { formatDuration, parseDuration } from '../duration.ts';
import { parseMemorySize } from '../memory-size.ts';
import { isOperatorKey } from '../operator-key.ts';
import type { OptionFacts } from './catalogue-option.ts';
import { FLINK_2 } from './catalogue-version.ts';

/** What Flink makes of the text, and what to write instead. */
export interface Doubt {
  /** `options.cut-off-value` is about the file, which configurations of session jobs do not go through. */
  readonly code: 'options.doubtful-value' | 'options.cut-off-value';
  readonly message: string;
  readonly remedy: string;
  readonly severity: 'warning' | 'hint';
}

const MEBIBYTE = 2 ** 20;

/** A doubt about a text that can be read as a value of the option; `facts` is undefined for keys that are nobody's option. */
export function doubtAbout(
  facts: OptionFacts | undefined,
  key: string,
  text: string,
  version: number,
): Doubt | undefined {
  const trimmed = text.trim();
  return (
    aboutTheFile(facts, key, text, version) ??
    aboutNull(facts, key, trimmed) ??
    aboutTheType(facts, key, trimmed, version)
  );
}

/** `flink-conf.yaml` is read line by line, and a `#` begins a comment wherever it stands. */
function aboutTheFile(facts: OptionFacts | undefined, key: string, text: string, version: number): Doubt | undefined {
  if (version >= FLINK_2 || isOperatorKey(key)) return undefined;
  if (/[\r\n]/u.test(text.trim())) {
    return {
      code: 'options.cut-off-value',
      message: `The value of ${key} has several lines; the configuration file of Flink before 2.0 has one line a key, so the rest is lost.`,
      remedy: 'Write the value on one line.',
      severity: 'warning',
    };
  }
  const hash = text.indexOf('#');
  if (hash >= 0) {
    const left = text.slice(0, hash).trim();
    return {
      code: 'options.cut-off-value',
      message:
        `Flink before 2.0 reads a # as the start of a comment, even in the middle of a value: ${key} becomes ` +
        (left === '' ? 'an empty line, which is skipped.' : `"${left}".`),
      remedy: 'Find a value without #, or move what holds it into a file or an environment variable.',
      severity: 'warning',
    };
  }
  if (text.trim() === '' && facts?.default) {
    return {
      code: 'options.cut-off-value',
      message: `Flink before 2.0 skips keys without a value: ${key} keeps its default.`,
      remedy: `Remove ${key}, or give it a value.`,
      severity: 'hint',
    };
  }
  return undefined;
}

function aboutNull(facts: OptionFacts | undefined, key: string, text: string): Doubt | undefined {
  if (text !== 'null' && text !== '~') return undefined;
  if (facts !== undefined && facts.type !== 'string' && facts.type !== 'list<string>') return undefined;
  return {
    code: 'options.doubtful-value',
    message: `A null does not take ${key} away: its value is the text "${text}".`,
    remedy: `Remove the key to get its default.`,
    severity: 'warning',
  };
}

function aboutTheType(facts: OptionFacts | undefined, key: string, text: string, version: number): Doubt | undefined {
  switch (facts?.type) {
    case 'memory':
      return bareBytes(facts, key, text);
    case 'duration':
      return bareMilliseconds(facts, key, text);
    case 'list<string>':
      return listInOneText(key, text, version);
    case 'map':
      return flowForm(key, text, version, '{', 'key:value,other:value');
    default:
      return undefined;
  }
}

function bareBytes(facts: OptionFacts, key: string, text: string): Doubt | undefined {
  const bytes = /^\d+$/u.test(text) ? Number(text) : 0;
  if (bytes === 0 || bytes >= MEBIBYTE) return undefined;
  const usual = facts.default === undefined ? 0 : parseMemorySize(facts.default);
  const isProcessMemory = /^(?:jobmanager|taskmanager)\.memory\./u.test(key);
  if (usual === 0 ? !isProcessMemory : bytes * 1000 > usual) return undefined;
  return {
    code: 'options.doubtful-value',
    message: `A number without a unit is bytes: ${key} is ${bytes} bytes.`,
    remedy: `If mebibytes were meant, write ${bytes}m.`,
    severity: 'warning',
  };
}

function bareMilliseconds(facts: OptionFacts, key: string, text: string): Doubt | undefined {
  const ms = /^\d+$/u.test(text) ? Number(text) : 0;
  if (ms === 0) return undefined;
  const usual = facts.default === undefined ? 0 : parseDuration(facts.default);
  if (usual > 0 ? ms * 500 > usual : ms >= 100) return undefined;
  return {
    code: 'options.doubtful-value',
    message: `A number without a unit is milliseconds: ${key} is ${formatDuration(ms)}.`,
    remedy: `If seconds were meant, write ${ms} s.`,
    severity: 'warning',
  };
}

function listInOneText(key: string, text: string, version: number): Doubt | undefined {
  const flow = flowForm(key, text, version, '[', 'a;b');
  if (flow) return flow;
  if (!/^[\w./:*-]+(?:\s*,\s*[\w./:*-]+)+$/u.test(text)) return undefined;
  return {
    code: 'options.doubtful-value',
    message: `Flink's lists have semicolons: ${key} has the one element "${text}".`,
    remedy: `Write ${text.replace(/\s*,\s*/gu, ';')}.`,
    severity: 'warning',
  };
}

function flowForm(key: string, text: string, version: number, bracket: string, form: string): Doubt | undefined {
  if (version >= FLINK_2 || !text.startsWith(bracket) || isOperatorKey(key)) return undefined;
  return {
    code: 'options.doubtful-value',
    message: `Flink before 2.0 does not read YAML inside a value: the brackets become part of ${key}.`,
    remedy: `Write it as ${form}.`,
    severity: 'warning',
  };
}
