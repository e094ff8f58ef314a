// SPDX-License-Identifier: Apache-2.0
// The files that a command was given: names, directories, and `-` for standard input. What is in them is the command's business.

import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nearestName } from '../lib/api/nearest-name.ts';
import type { SourceFile } from '../lib/check/read-resources.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

const MANIFEST = /\.(ya?ml|json)$/u;
/** Directories that hold other people's files. */
const PASSED_OVER = /^(node_modules|\..+)$/u;

/**
 * The texts of the files, in the order in which they were named; of a directory those that end in .yaml, .yml or .json, at any depth, by
 * name. Throws a `UsageError` for what cannot be read.
 */
export async function readInput(
  names: readonly string[],
  { stdin }: Pick<Surroundings, 'stdin'>,
): Promise<SourceFile[]> {
  const all: string[] = [];
  for (const name of names) all.push(...(name === '-' ? ['-'] : await filesOf(name)));
  const files: SourceFile[] = [];
  for (const name of new Set(all)) {
    const text = decode(name === '-' ? await allOf(stdin) : await bytesOf(name));
    files.push({ name, text, found: !names.includes(name) });
  }
  return files;
}

/** One text file. Throws a `UsageError` if it cannot be read. */
export async function readTextFile(name: string): Promise<string> {
  const [file] = await filesOf(name);
  return decode(await bytesOf(file ?? name));
}

/** A directory may hold links that lead nowhere, and files of others. */
async function bytesOf(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (error) {
    throw new UsageError(await explained(name, error as NodeJS.ErrnoException));
  }
}

async function filesOf(name: string): Promise<string[]> {
  let isDirectory: boolean;
  try {
    isDirectory = (await stat(name)).isDirectory();
    if (!isDirectory) return [name];
  } catch (error) {
    throw new UsageError(await explained(name, error as NodeJS.ErrnoException));
  }
  const found = await manifestsBelow(name);
  if (found.length > 0) return found;
  throw new UsageError(`there is no file with .yaml, .yml or .json at its end in ${name}`);
}

async function manifestsBelow(directory: string): Promise<string[]> {
  const entries = (await entriesOf(directory)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.test(entry.name)) found.push(...(await manifestsBelow(path)));
    } else if (MANIFEST.test(entry.name)) found.push(path);
  }
  return found;
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(await explained(directory, error as NodeJS.ErrnoException));
  }
}

async function explained(name: string, error: NodeJS.ErrnoException): Promise<string> {
  if (error.code !== 'ENOENT') return `${name} cannot be read: ${error.code ?? error.message}`;
  const beside = await readdir(dirname(name)).catch((): string[] => []);
  const near = nearestName(basename(name), beside);
  return `there is no file ${name}${near === undefined ? '' : `; did you mean ${join(dirname(name), near)}?`}`;
}

/** UTF-8, or UTF-16 if it says so: Windows' tools write that. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

async function allOf(stream: Surroundings['stdin']): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
