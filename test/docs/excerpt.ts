// SPDX-License-Identifier: Apache-2.0
// A part of what a program has synthesised, as YAML in the style that prettier leaves alone.

import { stringify } from 'yaml';
import type { Manifest } from './run-program.ts';

/** Kind, namespace and name of everything, one a line. */
export function listing(synthesised: readonly Manifest[]): string {
  const full = ({ namespace, name }: { readonly namespace?: string; readonly name?: string } = {}): string =>
    [namespace, name].filter((part) => part !== undefined).join('/');
  return synthesised.map(({ kind, metadata }) => `${kind ?? '?'} ${full(metadata)}\n`).join('');
}

/**
 * @param what `Kind/name path path …`: the object, and the places in it that are shown; without paths all of it
 * @throws if there is no such object or nothing at a path
 */
export function excerpt(synthesised: readonly Manifest[], what: string): string {
  const [object = '', ...paths] = what.split(' ');
  const [kind, name] = object.split('/');
  const manifest = synthesised.find(
    (each) => each.kind === kind && (name === undefined || each.metadata?.name === name),
  );
  if (manifest === undefined) {
    const there = synthesised.map((each) => `${each.kind ?? '?'}/${each.metadata?.name ?? '?'}`).join(', ');
    throw new Error(`there is no ${object} among what was synthesised: ${there || 'nothing'}`);
  }
  const shown = paths.length === 0 ? manifest : {};
  for (const path of paths) copy(manifest as Tree, shown as Tree, path.split('.'), path);
  return stringify(shown, { singleQuote: true, lineWidth: 0 });
}

type Tree = Record<string, unknown>;

function copy(from: Tree, to: Tree, [key = '', ...rest]: readonly string[], path: string): void {
  const value = from[key];
  if (value === undefined) throw new Error(`nothing was synthesised at ${path}`);
  if (rest.length === 0) to[key] = value;
  else copy(value as Tree, (to[key] ??= {}) as Tree, rest, path);
}
