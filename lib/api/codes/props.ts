// SPDX-License-Identifier: Apache-2.0
// The catalogue of what is found in the props of constructs and components, before there is a resource.

import type { CodeInfo } from './code-info.ts';

export type PropsCode =
  | 'props.invalid'
  | 'props.missing'
  | 'props.unknown'
  | 'props.twice'
  | 'props.ignored'
  | 'props.overruled'
  | 'props.secret'
  | 'props.starts-fresh'
  | 'props.no-namespace';

export const PROPS_CODES: Readonly<Record<PropsCode, CodeInfo>> = {
  'props.invalid': {
    title: 'A prop with a value that cannot be used',
    severity: 'error',
    why: 'No correct manifest can be made of it, so none is made.',
    fix: 'Give a value of the form that the finding names.',
  },
  'props.missing': {
    title: 'A prop that is needed is not given',
    severity: 'error',
    why: 'It has no default that would be right for everybody, and other props depend on it.',
    fix: 'Give the prop.',
  },
  'props.unknown': {
    title: 'A prop that there is not',
    severity: 'error',
    why: 'Plain JavaScript, and spread objects in TypeScript, let misspelt props through; they would do nothing.',
    fix: 'Write the prop that was meant; the finding names the nearest one. What has no prop goes into `config` or `spec`.',
  },
  'props.twice': {
    title: 'One thing said in two places',
    severity: 'error',
    why: 'Only one of the two would count, and which one is not to be seen from the props.',
    fix: 'Remove one of the two.',
  },
  'props.ignored': {
    title: 'A prop that would have no effect',
    severity: 'error',
    why: 'Flink or the operator sets this itself, or does not look at it in this combination: what is written is not what runs.',
    fix: 'Remove it, and use the prop that the finding names.',
  },
  'props.overruled': {
    title: 'A configuration key that wins over a prop',
    severity: 'warning',
    why: 'What is deployed is the value of the key; a reader who sees only the prop is misled.',
    fix: 'Say it once: keep the prop or the key.',
  },
  'props.secret': {
    title: 'A secret in the open',
    severity: 'error',
    why: 'A manifest, the ConfigMap of the cluster and the pods made of it can be read by many more than may know the secret.',
    fix: 'Put it into a Secret and refer to that: `EnvValue.fromSecret`, `Volume.secret`, the credentials of a state store.',
  },
  'props.starts-fresh': {
    title: 'A job that drops its state on purpose',
    severity: 'warning',
    why: 'As long as `job.startFresh` stands in the props, every change that restarts the job starts it empty, not only the first.',
    fix: 'Roll it out once, then remove `job.startFresh`: that restarts nothing, and state is carried over again.',
  },
  'props.no-namespace': {
    title: 'No service account, because there is no namespace',
    severity: 'hint',
    why: 'A role is bound to an account of a namespace; without knowing it, only an account that is there already can be named.',
    fix: 'Give the chart (or `metadata`) a namespace, or name the account in `serviceAccount`.',
  },
};
