// SPDX-License-Identifier: Apache-2.0
// The catalogue of what is found in configuration options: keys and values.

import type { OptionProblemCode } from '../../flink/catalogue/index.ts';
import type { CodeInfo } from './code-info.ts';

export type OptionsCode = OptionProblemCode;

const IGNORED =
  'Flink accepts any key and ignores those that it does not know, so the setting has no effect, and nothing says so.';

export const OPTIONS_CODES: Readonly<Record<OptionsCode, CodeInfo>> = {
  'configuration.unreadable-value': {
    title: 'A value that its option cannot be read from',
    severity: 'error',
    why:
      'Flink or the operator fails when it reads the option: the cluster does not start, or the change is refused while the old one keeps ' +
      'running.',
    fix: 'Write the value in the form that the finding names, or remove the key to get the default.',
  },
  'options.unknown-key': {
    title: 'A key that this version of Flink does not know',
    severity: 'warning',
    why: IGNORED,
    fix:
      'Write the key that the finding suggests. Where it is a hint only, the key may belong to a connector, a plug-in or code of your own; ' +
      'then nothing needs to be done.',
  },
  'options.not-yet-known': {
    title: 'A key of a newer Flink version',
    severity: 'warning',
    why: IGNORED,
    fix: 'Write the older name if there is one, or use the Flink version that brought the key.',
  },
  'options.removed': {
    title: 'A key that this version of Flink no longer knows',
    severity: 'warning',
    why: IGNORED,
    fix: 'Write what has taken its place, or remove the key.',
  },
  'options.dead-key': {
    title: 'A leftover of very old releases',
    severity: 'warning',
    why: 'No supported version of Flink reads the key.',
    fix: 'Remove the key.',
  },
  'options.deprecated': {
    title: 'A deprecated key',
    severity: 'warning',
    why: 'Flink still reads the key and logs a warning. It is a warning here where a later version of Flink does not read it any more.',
    fix: 'Write the current name, which the finding gives where there is one.',
  },
  'options.internal-key': {
    title: 'A key that Flink sets itself',
    severity: 'warning',
    why: 'The value is overwritten, or contradicts what Flink and the operator have agreed on.',
    fix: 'Remove the key.',
  },
  'options.other-platform': {
    title: 'A key of another platform',
    severity: 'warning',
    why: 'Options of YARN and Mesos are read by the parts of Flink that run there. On Kubernetes they have no effect.',
    fix: 'Remove the key.',
  },
  'options.doubtful-value': {
    title: 'A value that is read, but hardly as it was meant',
    severity: 'warning',
    why: 'Bare numbers are bytes and milliseconds, lists have semicolons, and a null is the text "null". Flink takes such values without a word.',
    fix: 'Write the value with its unit, or in the form that the finding shows.',
  },
  'options.cut-off-value': {
    title: 'A value that the configuration file of Flink 1 cuts off',
    severity: 'warning',
    why:
      'Up to Flink 1.20 the operator writes flink-conf.yaml, which has one line a key, and in which a # begins a comment wherever it ' +
      'stands. What follows is lost without a word.',
    fix: 'Write the value on one line and without a #, or hand it over in another way, such as an environment variable or a file.',
  },
  'options.two-names': {
    title: 'One option under two names',
    severity: 'warning',
    why: 'Flink takes the newest name that is set. A value under an older name has no effect, even if it stands nearer to the resource.',
    fix: 'Keep the newest name only. If the other one comes from the defaults of the operator, change it there.',
  },
  'options.key-and-parent': {
    title: 'A key that has a value and keys below it',
    severity: 'error',
    why: 'The configuration file of Flink 2 is nested YAML, which cannot say this. The operator fails to deploy the cluster.',
    fix: 'Use the newer name of the shorter key, such as high-availability.type for high-availability.',
  },
  'options.set-by-spec': {
    title: 'A key that a field of the resource sets',
    severity: 'warning',
    why: 'Fields of the spec win over spec.flinkConfiguration, so the value has no effect.',
    fix: 'Remove the key, or the field.',
  },
  'options.set-by-operator': {
    title: 'A key that the operator sets or takes away',
    severity: 'warning',
    why: 'The operator knows the addresses, files and targets of the clusters that it builds, so the value has no effect.',
    fix: 'Remove the key.',
  },
  'options.not-per-resource': {
    title: 'An option of the operator that no resource can set',
    severity: 'warning',
    why: 'The operator reads it from its own configuration only, so in a resource it has no effect.',
    fix: "Put it into the operator's configuration, where it may be limited to a namespace or a Flink version.",
  },
  'options.not-per-job': {
    title: 'An option of the cluster in the configuration of a session job',
    severity: 'warning',
    why: 'The session cluster runs already when the job comes, so the value has no effect.',
    fix: 'Put it into the configuration of the FlinkDeployment, or remove it.',
  },
  'options.fixed-restore-path': {
    title: 'A path to restore from that wins at every start',
    severity: 'warning',
    why:
      'The operator names the savepoint of an upgrade under the older name of this key, which Flink reads only if the newer one is absent: ' +
      'each upgrade goes back to the fixed path and loses what the job has done since.',
    fix: 'Remove the key, and name the savepoint in spec.job.initialSavepointPath.',
  },
  'options.port-not-fixed': {
    title: 'A port that is not one number',
    severity: 'error',
    why: 'Services and containers on Kubernetes name their ports, so building the cluster fails for a range or a list.',
    fix: 'Write one port number, or remove the key.',
  },
};
