// SPDX-License-Identifier: Apache-2.0
// Rules on options: keys that belong to the operator, options that need one another, and the names of log files.

import { isHaActive } from '../../flink/high-availability.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { flinkOptions } from '../../flink/options.ts';
import { configurationPath } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

const SET_BY_THE_OPERATOR = [
  flinkOptions.kubernetesNamespace.key,
  flinkOptions.kubernetesClusterId.key,
  flinkOptions.highAvailabilityClusterId.key,
];

export function keyBelongsToTheOperator({ config }: RuleInput): Problem[] {
  return SET_BY_THE_OPERATOR.filter((key) => Object.hasOwn(config, key)).map((key) => ({
    path: configurationPath(key),
    message: `The key ${key} is set by the operator, from the name and the namespace of the resource.`,
    remedy: `Remove ${key}; to get another value, rename or move the resource.`,
  }));
}

export function rollbackWithoutHa({ config, read }: RuleInput): Problem | undefined {
  if (!read(operatorOptions.deploymentRollbackEnabled) || isHaActive(config)) return undefined;
  return {
    path: configurationPath(operatorOptions.deploymentRollbackEnabled.key),
    message: 'A rollback restores the job from high-availability metadata, but high availability is off.',
    allowed: `${flinkOptions.highAvailabilityType.key}: kubernetes or zookeeper`,
    remedy: haRemedy(`turn off ${operatorOptions.deploymentRollbackEnabled.key}`),
  };
}

export function healthCheckWithoutRecovery({ read }: RuleInput): Problem | undefined {
  if (!read(operatorOptions.clusterHealthCheckEnabled) || read(operatorOptions.jmDeploymentRecoveryEnabled)) {
    return undefined;
  }
  const check = operatorOptions.clusterHealthCheckEnabled.key;
  const recovery = operatorOptions.jmDeploymentRecoveryEnabled.key;
  return {
    path: configurationPath(recovery),
    message: `${check} restarts unhealthy clusters through the recovery that ${recovery} turns off.`,
    allowed: `${recovery}: true while ${check} is true`,
    remedy: `Set ${recovery} to true, or ${check} to false.`,
  };
}

const LOG_FILES = ['log4j-console.properties', 'logback-console.xml'];

export function logFileUnknown({ spec }: RuleInput): Problem[] {
  return Object.keys(spec.logConfiguration ?? {})
    .filter((name) => !LOG_FILES.includes(name))
    .map((name) => ({
      path: `spec.logConfiguration.${name}`,
      message: `Flink reads no log configuration file "${name}".`,
      allowed: LOG_FILES.join(', '),
      remedy: looksLikeAnOption(name)
        ? `If "${name}" is meant as a Flink option, give it the indentation of the keys of spec.flinkConfiguration.`
        : `Rename "${name}" to one of these.`,
    }));
}

/** Options have dots, and files of logging end in what they are. */
function looksLikeAnOption(name: string): boolean {
  return name.includes('.') && !/\.(properties|xml|ya?ml|json)$/u.test(name);
}

/** How to get high availability, or what to do without. */
export function haRemedy(otherwise: string): string {
  return (
    `Set ${flinkOptions.highAvailabilityType.key} to kubernetes and ${flinkOptions.highAvailabilityStorageDir.key} to a ` +
    `durable directory, or ${otherwise}.`
  );
}
