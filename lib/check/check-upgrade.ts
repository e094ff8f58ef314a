// SPDX-License-Identifier: Apache-2.0
// What an upgrade of Flink does to the resources in some files, each finding with its place. The job itself and its state are not looked at,
// and neither is anything that is wrong already.

import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { upgradeCheck } from '../flink/catalogue/index.ts';
import type { UpgradeFinding } from '../flink/catalogue/index.ts';
import { flattenConfiguration } from '../flink/configuration.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { flinkVersionMeant } from '../flink/flink-version.ts';
import type { FlinkVersionName } from '../flink/flink-version.ts';
import { normaliseResourceMemory } from '../flink/memory-size.ts';
import { flinkOptions } from '../flink/options.ts';
import { ValueError } from '../flink/value-error.ts';
import { isObject } from '../runtime/json.ts';
import type { LocatedFinding } from './located-finding.ts';
import { nameOf, Neighbours } from './neighbours.ts';
import { readResources } from './read-resources.ts';
import type { SourceFile, SourceResource } from './read-resources.ts';

/** One difference that an upgrade makes, with its place. */
export interface LocatedUpgradeFinding extends UpgradeFinding, Omit<LocatedFinding, keyof UpgradeFinding | 'allowed'> {}

/** The upgrade of one resource. */
export interface ResourceUpgrade {
  readonly resource: SourceResource;
  /** Undefined if nothing says which Flink it runs. */
  readonly from: FlinkVersionName | undefined;
  readonly to: FlinkVersionName;
  readonly findings: readonly LocatedUpgradeFinding[];
}

/** What was found in all files. */
export interface UpgradeReport {
  readonly upgrades: readonly ResourceUpgrade[];
  /** What is wrong with the files themselves. */
  readonly findings: readonly LocatedFinding[];
}

/**
 * Compares what each resource's configuration means before and after.
 *
 * @param from the version of resources that name none
 */
export function checkUpgrade(
  files: readonly SourceFile[],
  to: FlinkVersionName,
  from?: FlinkVersionName,
): UpgradeReport {
  const { resources, findings } = readResources(files);
  const neighbours = new Neighbours(resources);
  const withConfiguration = resources.filter(({ kind }) => kind !== 'FlinkStateSnapshot');
  return {
    upgrades: withConfiguration.map((resource) => upgradeOf(resource, neighbours, to, from)),
    findings: findings.filter(({ severity }) => severity === 'error'),
  };
}

function upgradeOf(
  resource: SourceResource,
  neighbours: Neighbours,
  to: FlinkVersionName,
  otherwise?: FlinkVersionName,
): ResourceUpgrade {
  const { spec, at } = specOf(resource);
  const from = versionOf(resource, spec, neighbours) ?? otherwise;
  const all = from === undefined ? [] : upgradeCheck(configurationOf(spec), from, to);
  // What is true of a cluster is told once, at the cluster.
  const found = resource.kind === 'FlinkSessionJob' ? all.filter(({ key }) => key !== undefined) : all;
  const findings = found.map((finding): LocatedUpgradeFinding => {
    const path = finding.key === undefined ? `${at}.flinkVersion` : `${at}.flinkConfiguration.${finding.key}`;
    const { line, column } = resource.document.place(path, resource.root);
    const { file, kind, document } = resource;
    return { ...finding, path, file, line, column, document: document.index, kind, ...nameOf(resource.resource) };
  });
  return { resource, from, to, findings };
}

/** The spec of the cluster or job, and where it stands. */
function specOf({ kind, resource }: SourceResource): { spec: FlinkDeploymentSpec; at: string } {
  const spec = isObject(resource['spec']) ? resource['spec'] : {};
  if (kind !== 'FlinkBlueGreenDeployment') return { spec, at: 'spec' };
  const template = isObject(spec['template']) && isObject(spec['template']['spec']) ? spec['template']['spec'] : {};
  return { spec: template, at: 'spec.template.spec' };
}

function versionOf(
  resource: SourceResource,
  spec: FlinkDeploymentSpec,
  neighbours: Neighbours,
): FlinkVersionName | undefined {
  const session: unknown =
    resource.kind === 'FlinkSessionJob' && (resource.resource['spec'] as { deploymentName?: unknown }).deploymentName;
  const version: unknown =
    typeof session === 'string'
      ? neighbours.contextOf(resource).deployment?.('', session)?.spec?.flinkVersion
      : spec.flinkVersion;
  return typeof version === 'string' || typeof version === 'number' ? flinkVersionMeant(String(version)) : undefined;
}

/** What the resource says itself, with the sizes of its containers as the options that they become. */
function configurationOf(spec: FlinkDeploymentSpec): FlatConfiguration {
  const given = isObject(spec.flinkConfiguration) ? flattenConfiguration(spec.flinkConfiguration) : {};
  return {
    ...given,
    ...memoryOption(flinkOptions.jobmanagerMemoryProcessSize.key, spec.jobManager),
    ...memoryOption(flinkOptions.taskmanagerMemoryProcessSize.key, spec.taskManager),
  };
}

function memoryOption(
  key: string,
  component: FlinkDeploymentSpec['jobManager'] | FlinkDeploymentSpec['taskManager'],
): FlatConfiguration {
  const { resources, resource } = component ?? {};
  const memory: unknown = resources?.requests?.['memory'] ?? resources?.limits?.['memory'] ?? resource?.memory;
  if (typeof memory !== 'string') return {};
  try {
    return { [key]: normaliseResourceMemory(memory) };
  } catch (error) {
    if (error instanceof ValueError) return {};
    throw error;
  }
}
