// SPDX-License-Identifier: Apache-2.0
// A Java exception as Flink serializes it into JSON. Only its text is read: the Java-serialized form beside it is left alone.

import { type Reader, textAt } from './json-reader.ts';

/** A failure inside Flink. */
export interface FlinkThrowable {
  /** Class of the outermost exception, e.g. `java.util.concurrent.CompletionException`. */
  readonly type: string;
  /** Message of the outermost exception; empty when it has none. */
  readonly message: string;
  /** The exceptions behind it, outermost first. */
  readonly causes: readonly { readonly type: string; readonly message: string }[];
  readonly stackTrace: string;
}

const LINE = /^((?:[\w$]+\.)+[\w$]+)(?::\s?(.*))?$/s;

/** The class that the first line of a stack trace names; undefined when the line is not one. */
export function exceptionClass(line: string): string | undefined {
  return LINE.exec(line)?.[1];
}

/** The message on the first line of a stack trace. */
export function exceptionMessage(line: string): string {
  const match = LINE.exec(line);
  return match === null ? line : (match[2] ?? '');
}

/** Reads a serialized throwable of the REST API. */
export function readThrowable(value: Reader): FlinkThrowable {
  const stackTrace = textAt(value, 'stack-trace') ?? '';
  const [first = '', ...rest] = sections(stackTrace);
  const named = textAt(value, 'class');
  return {
    type: named ?? exceptionClass(firstLine(first)) ?? '',
    message: messageOf(first),
    causes: rest.map((section) => ({ type: exceptionClass(firstLine(section)) ?? '', message: messageOf(section) })),
    stackTrace,
  };
}

/** The innermost exception: what really went wrong. */
export function innermost(throwable: FlinkThrowable): { readonly type: string; readonly message: string } {
  return throwable.causes.at(-1) ?? throwable;
}

/** Whether `name`, the simple or full name of an exception class, stands anywhere in the failure. */
export function mentions(throwable: FlinkThrowable, name: string): boolean {
  return throwable.stackTrace.includes(name) || throwable.type.includes(name);
}

const sections = (stackTrace: string): string[] => stackTrace.split(/^Caused by: /m);
const firstLine = (section: string): string => section.split('\n', 1)[0] ?? '';

/** A message may have several lines: it ends where the frames begin. */
function messageOf(section: string): string {
  const head = section.split(/\n\t(?:at |\.\.\. )/, 1)[0] ?? '';
  return exceptionMessage(head.trimEnd());
}
