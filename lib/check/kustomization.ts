// SPDX-License-Identifier: Apache-2.0
// Which files a kustomization lays over others. Only those are of interest that it names; patches inside it are not looked at.

import { posix } from 'node:path';
import { isObject } from '../runtime/json.ts';

/** Names of the files that are patches, as seen from where `file` is; empty for anything that is no kustomization. */
export function patchesOf(file: string, value: unknown): string[] {
  if (!isObject(value) || !isKustomization(file, value)) return [];
  const { patches, patchesStrategicMerge } = value;
  const named = [
    ...(Array.isArray(patches) ? patches.map((patch: unknown) => (isObject(patch) ? patch['path'] : undefined)) : []),
    ...(Array.isArray(patchesStrategicMerge) ? (patchesStrategicMerge as unknown[]) : []),
  ];
  return named
    .filter((name): name is string => typeof name === 'string' && !name.includes('\n'))
    .map((name) => posix.normalize(posix.join(posix.dirname(file), name)));
}

function isKustomization(file: string, { kind, apiVersion }: Record<string, unknown>): boolean {
  if (kind !== undefined)
    return (kind === 'Kustomization' || kind === 'Component') && String(apiVersion).startsWith('kustomize.');
  return isKustomizationFile(file);
}

/** By its name: kustomize knows three. */
export function isKustomizationFile(file: string): boolean {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/u.test(file);
}
