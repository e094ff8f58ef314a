// SPDX-License-Identifier: Apache-2.0
// Keys that the operator, or a field of the resource, sets whatever a configuration says about them. kubernetes.cluster-id and its like
// are refused by a rule of their own and do not stand here.

import type { FlatConfiguration } from '../configuration.ts';
import { versionTextAt } from './catalogue-version.ts';
import { isHaActive } from '../high-availability.ts';
import { parseMemorySize } from '../memory-size.ts';
import { TABLE_VERSIONS } from './option-table.ts';
import type { OptionProblem } from './option-problem.ts';

/** What stands around a configuration. What is not given is not judged. */
export interface Surroundings {
  /** The configuration with the operator's defaults below it; by default the configuration itself. */
  readonly all?: FlatConfiguration;
  /** `spec.mode`. */
  readonly mode?: 'native' | 'standalone';
  readonly cluster?: 'application' | 'session';
  /** Whether this is the configuration of a job that is sent to a running session cluster. */
  readonly sessionJob?: boolean;
  /** Whether nobody asks for warnings and hints; those that take long to find may then be missing. */
  readonly onlyErrors?: boolean;
  /** The field of the spec that sets this key, with the value that it sets, if it is set. */
  readonly setBySpec?: (key: string) => { readonly field: string; readonly value: string } | undefined;
}

type Judge = (at: {
  readonly key: string;
  readonly value: string;
  readonly version: number;
  readonly all: FlatConfiguration;
  readonly surroundings: Surroundings;
}) => OptionProblem | undefined;

const bySpec: Judge = ({ key, value, surroundings }) => {
  const set = surroundings.setBySpec?.(key);
  if (set === undefined || sameValue(set.value, value)) return undefined;
  return {
    code: 'options.set-by-spec',
    key,
    message: `${key} is set by ${set.field} (to ${set.value}), which wins over the configuration: ${value} has no effect.`,
    remedy: `Remove ${key}, or say it in ${set.field}.`,
    severity: 'warning',
  };
};

/** The same text, or another spelling of the same size. */
function sameValue(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return parseMemorySize(a) === parseMemorySize(b);
  } catch {
    return false;
  }
}

/** `instead` is what to do; `unless` is the value that the operator would set anyway. */
function byOperator(message: string, instead: string, unless?: string): Judge {
  return ({ key, value }) =>
    value === unless
      ? undefined
      : { code: 'options.set-by-operator', key, message: `${key} ${message}`, remedy: instead, severity: 'warning' };
}

const dropped = byOperator(
  'is not written into the configuration of a cluster on Kubernetes, where it would be wrong: it has no effect.',
  'Remove it.',
);

const podTemplateFile = byOperator(
  'names a file on the machine of whoever submits a cluster; the operator takes pod templates from the resource.',
  'Remove it, and put the template into spec.podTemplate.',
);

const executionTarget: Judge = (at) => {
  const { mode, cluster } = at.surroundings;
  if (mode === undefined || cluster === undefined) return undefined;
  const set = mode === 'standalone' ? 'remote' : `kubernetes-${cluster}`;
  return byOperator(`is set by the operator (to ${set}).`, 'Remove it.', set)(at);
};

const forApplications =
  (judge: Judge): Judge =>
  (at) =>
    at.surroundings.cluster === 'application' ? judge(at) : undefined;

const rpcAddress: Judge = (at) => {
  if (at.surroundings.mode !== 'standalone' && isHaActive(at.all)) return undefined;
  return byOperator(
    'is set by the operator to the service of the JobManager: the value has no effect.',
    'Remove it.',
  )(at);
};

const resultStore: Judge = (at) =>
  at.surroundings.cluster === 'application' && Object.hasOwn(at.all, 'high-availability.storageDir')
    ? byOperator('is set by the operator, to a new directory at each deployment.', 'Remove it.')(at)
    : undefined;

const OWN_PATH_SINCE = TABLE_VERSIONS.indexOf('v1_20');

const restorePath: Judge = (at) => {
  const { key, value, version, surroundings } = at;
  if (surroundings.cluster !== 'application') return undefined;
  if (version < OWN_PATH_SINCE) return undefined;
  return {
    code: 'options.fixed-restore-path',
    key,
    message:
      `${key} takes precedence over the savepoint that the operator restores from: Flink ${versionTextAt(version)} would go back to ` +
      `${value} at every upgrade, and lose what the job has done since.`,
    remedy: 'Remove it, and name the savepoint in spec.job.initialSavepointPath, which counts at the first start only.',
    severity: 'warning',
  };
};

/** Other pods connect to these, so they cannot be chosen at start. */
const onePort: Judge = ({ key, value, surroundings }) =>
  surroundings.sessionJob || /^\s*\d{1,5}\s*$/u.test(value)
    ? undefined
    : {
        code: 'options.port-not-fixed',
        key,
        message: `On Kubernetes ${key} must be one port; ranges and lists are refused when the cluster is built.`,
        allowed: 'one port number, or 0 for the usual one',
        remedy: `Write one number, or remove ${key}.`,
        severity: 'error',
      };

const onePortWithHa: Judge = (at) => (isHaActive(at.all) ? onePort(at) : undefined);

const JUDGES: Readonly<Record<string, Judge>> = {
  'kubernetes.container.image.ref': bySpec,
  'kubernetes.container.image': bySpec,
  'kubernetes.container.image.pull-policy': bySpec,
  'kubernetes.service-account': bySpec,
  'jobmanager.memory.process.size': bySpec,
  'taskmanager.memory.process.size': bySpec,
  'kubernetes.jobmanager.cpu.amount': bySpec,
  'kubernetes.jobmanager.cpu': bySpec,
  'kubernetes.taskmanager.cpu.amount': bySpec,
  'kubernetes.taskmanager.cpu': bySpec,
  'kubernetes.jobmanager.replicas': bySpec,
  'parallelism.default': bySpec,
  'pipeline.jars': bySpec,
  'pipeline.classpaths': bySpec,
  'execution.savepoint.ignore-unclaimed-state': bySpec,
  'execution.target': executionTarget,
  'execution.shutdown-on-application-finish': forApplications(
    byOperator(
      'is set to false by the operator, which reads the end of the job from the JobManager.',
      'Remove it.',
      'false',
    ),
  ),
  'execution.savepoint.path': forApplications(
    byOperator(
      'is set or removed by the operator at each deployment: the value has no effect.',
      'Remove it, and name the savepoint in spec.job.initialSavepointPath.',
    ),
  ),
  'execution.state-recovery.path': restorePath,
  'job-result-store.storage-path': resultStore,
  'jobmanager.rpc.address': rpcAddress,
  'kubernetes.jobmanager.owner.reference': byOperator('is set by the operator.', 'Remove it.'),
  'kubernetes.pod-template-file': podTemplateFile,
  'kubernetes.pod-template-file.default': podTemplateFile,
  'kubernetes.pod-template-file.jobmanager': podTemplateFile,
  'kubernetes.pod-template-file.taskmanager': podTemplateFile,
  'kubernetes.config.file': dropped,
  'rest.bind-address': dropped,
  'jobmanager.bind-host': dropped,
  'taskmanager.bind-host': dropped,
  'taskmanager.host': dropped,
  'blob.server.port': onePort,
  'taskmanager.rpc.port': onePort,
  'rest.bind-port': onePort,
  'high-availability.jobmanager.port': onePortWithHa,
};

/** What a cluster reads when it starts; a job that comes later cannot change it. */
const OF_THE_CLUSTER =
  /^(?:(?:taskmanager|jobmanager)\.memory\.|taskmanager\.numberOfTaskSlots$|high-availability\b|kubernetes\.(?!operator\.))/u;

/** The problem of such a key in the configuration of a session job. */
export function notPerJob(key: string): OptionProblem | undefined {
  if (!OF_THE_CLUSTER.test(key)) return undefined;
  return {
    code: 'options.not-per-job',
    key,
    message: `${key} is read when a cluster starts; in a job that is sent to a running session it has no effect.`,
    remedy: `Move ${key} to the FlinkDeployment of the session.`,
    severity: 'warning',
  };
}

/** Judges a key that somebody else sets, if it is one. */
export function judgeOf(key: string): Judge | undefined {
  return Object.hasOwn(JUDGES, key) ? JUDGES[key] : undefined;
}
