// SPDX-License-Identifier: Apache-2.0
// The catalogue of what the Java operator takes without a word and its user will not like: in the job, and in the cluster round it.

import type { CodeInfo } from './code-info.ts';

export type JobCode =
  | 'job.jar-not-readable'
  | 'job.last-state-without-ha'
  | 'job.file-system-missing'
  | 'job.no-checkpoints'
  | 'job.checkpoint-nonce-too-old'
  | 'job.periodic-checkpoints-too-old'
  | 'job.period-not-readable'
  | 'job.initial-savepoint-directory'
  | 'job.initial-savepoint-alone'
  | 'job.parallelism-overruled'
  | 'job.scaling-loses-state'
  | 'cluster.ha-without-storage'
  | 'cluster.resource-shadowed'
  | 'cluster.memory-spelling'
  | 'cluster.replicas-ignored'
  | 'cluster.image-missing'
  | 'cluster.image-version'
  | 'cluster.ingress-host'
  | 'cluster.ingress-not-managed'
  | 'cluster.service-account-default'
  | 'cluster.no-token'
  | 'cluster.plugin-missing'
  | 'job.directory-in-container';

export const JOB_CODES: Readonly<Record<JobCode, CodeInfo>> = {
  'job.jar-not-readable': {
    title: 'A jar that Flink cannot read in the cluster',
    severity: 'error',
    why:
      'The program of an application is loaded inside the JobManager. What is no URI, has no scheme or a scheme that this Flink does not ' +
      'fetch by lets the JobManager fail at every start.',
    fix: 'Put the jar into the image and write local:///opt/flink/usrlib/job.jar, with three slashes. Flink 1.19 and later also fetches by https.',
  },
  'job.last-state-without-ha': {
    title: 'Upgrade mode last-state without high availability',
    severity: 'warning',
    why:
      'While the JobManager runs, the operator can ask it for the last checkpoint. If it is lost, with a node for example, nothing tells ' +
      'where the state is: the job is not started again until somebody names a savepoint or a checkpoint.',
    fix: 'Set high-availability.type to kubernetes and high-availability.storageDir to a durable directory.',
  },
  'job.file-system-missing': {
    title: 'A directory that the official image cannot reach',
    severity: 'warning',
    why:
      'Official images have the file systems of S3, Google, Azure and Aliyun in /opt/flink/opt, where Flink does not look, and no Hadoop. The ' +
      'JobManager ends with "Could not find a file system implementation for scheme".',
    fix: 'Name the plugin in the variable ENABLE_BUILT_IN_PLUGINS (in the props `plugin` of StateStore.s3, gcs and azure), or use an image that has it in /opt/flink/plugins.',
  },
  'job.no-checkpoints': {
    title: 'A job that keeps state, but takes no checkpoints',
    severity: 'hint',
    why:
      'Savepoints are taken at upgrades only. After a failure the job starts from the last of them, or from nothing. A program may turn ' +
      'checkpoints on by itself, so this may be as it should.',
    fix: 'Set execution.checkpointing.interval, for example to 1 min.',
  },
  'job.checkpoint-nonce-too-old': {
    title: 'A checkpoint of a Flink that takes none on request',
    severity: 'warning',
    why: 'Flink before 1.17 has no request for a checkpoint: the nonce has no effect.',
    fix: 'Ask for a savepoint, or move to Flink 1.17 or later.',
  },
  'job.periodic-checkpoints-too-old': {
    title: 'Periodic checkpoints by the operator of a Flink that takes none on request',
    severity: 'warning',
    why: 'Flink before 1.17 has no request for a checkpoint: the operator triggers none.',
    fix: "Use Flink's own checkpoints (execution.checkpointing.interval), or move to Flink 1.17 or later.",
  },
  'job.period-not-readable': {
    title: 'A period that is neither a duration nor a cron expression',
    severity: 'warning',
    why: 'Nothing is ever triggered, and only the log of the operator says so.',
    fix: 'Write a duration (6 h) or a Quartz cron expression: six or seven fields, seconds first, "?" in one of the two day fields.',
  },
  'job.initial-savepoint-directory': {
    title: 'A directory of savepoints in place of a savepoint',
    severity: 'warning',
    why: 'Flink looks for the metadata of one savepoint there, finds none, and the job does not start.',
    fix: 'Name one of the directories below, such as savepoint-1a2b3c-0123456789ab or chk-42; remove an empty path.',
  },
  'job.initial-savepoint-alone': {
    title: 'Another initial savepoint for a job that has been deployed',
    severity: 'warning',
    why: 'The initial savepoint counts at the first deployment and when savepointRedeployNonce changes; otherwise the change has no effect.',
    fix: 'Give spec.job.savepointRedeployNonce a new value as well, if the job shall go back to that savepoint.',
  },
  'job.parallelism-overruled': {
    title: 'A parallelism that the number of TaskManagers overrules',
    severity: 'warning',
    why: 'With spec.taskManager.replicas the parallelism is their number times taskmanager.numberOfTaskSlots, whatever spec.job.parallelism says.',
    fix: 'Keep one of the two. In native mode spec.job.parallelism is the one to keep.',
  },
  'job.scaling-loses-state': {
    title: 'An autoscaler on a job that keeps no state over restarts',
    severity: 'warning',
    why: 'Every decision of the autoscaler is a change of the spec. In mode stateless the job is restarted for it, and its state is dropped.',
    fix: 'Use upgradeMode savepoint or last-state, or let Flink scale in place: jobmanager.scheduler adaptive, Flink 1.18 or later.',
  },
  'cluster.ha-without-storage': {
    title: 'High availability without a directory',
    severity: 'error',
    why: 'Kubernetes and ZooKeeper hold only pointers to the metadata. Without a directory for the metadata themselves no JobManager starts.',
    fix: 'Set high-availability.storageDir to a durable directory, for example s3://bucket/ha.',
  },
  'cluster.resource-shadowed': {
    title: 'Both ways to size a component at once',
    severity: 'warning',
    why:
      'As soon as resources has one request or limit, the Java operator looks at resource no more, not even for what resources lacks: a ' +
      'cluster that runs here may then get no memory there.',
    fix: 'Write everything into resources, which is the newer of the two.',
  },
  'cluster.memory-spelling': {
    title: 'A size that Flink and Kubernetes read differently',
    severity: 'warning',
    why:
      "Memory is read in Flink's syntax first: 2g, 2G and 2048m are 2 GiB. To Kubernetes 2G is 2 000 000 000 bytes, 2048m is two bytes, and " +
      '2g is nothing at all; the Java operator, which compares by that reading, fails at every reconciliation after the first.',
    fix: 'Write sizes with Ki, Mi or Gi, which both read the same.',
  },
  'cluster.replicas-ignored': {
    title: 'A fixed number of TaskManagers in a native session',
    severity: 'warning',
    why: 'A native session asks Kubernetes for TaskManagers when jobs need them, and gives them back. A wished number has no effect.',
    fix: 'Remove spec.taskManager.replicas, or use spec.mode: standalone.',
  },
  'cluster.image-missing': {
    title: 'A cluster without an image of its own',
    severity: 'warning',
    why: 'The default of the operator runs. Which Flink that is nobody can see from the resource, and an update of the operator may change it.',
    fix: 'Set spec.image.',
  },
  'cluster.image-version': {
    title: 'An image with another Flink than the spec names',
    severity: 'warning',
    why: 'Keys, REST requests and scripts are those of spec.flinkVersion; what runs may not know them, or know them by other names.',
    fix: 'Change spec.image and spec.flinkVersion together.',
  },
  'cluster.ingress-host': {
    title: 'A host that no Ingress can have',
    severity: 'error',
    why: 'Kubernetes refuses the Ingress, and the deployment fails with it.',
    fix: 'Write a DNS name in lower-case letters. Only {{name}} and {{namespace}}, without blanks, are replaced.',
  },
  'cluster.ingress-not-managed': {
    title: 'An ingress for an operator that makes none',
    severity: 'warning',
    why: 'The operator is configured not to manage Ingresses: it tells so in an event, and makes none.',
    fix: 'Make the Ingress yourself, or set kubernetes.operator.ingress.manage to true.',
  },
  'cluster.plugin-missing': {
    title: 'A plugin that the official image does not have',
    severity: 'warning',
    why: 'The entry point of the image looks for each jar of ENABLE_BUILT_IN_PLUGINS in /opt/flink/opt, and ends the container if one is not there.',
    fix: 'Write the name of the file with the full version of the image, such as flink-s3-fs-presto-1.20.1.jar for flink:1.20.1.',
  },
  'cluster.no-token': {
    title: 'A native cluster whose JobManager gets no token',
    severity: 'warning',
    why: 'Without the token of its service account the JobManager may call nothing of Kubernetes: it starts no TaskManagers, and ends with an error.',
    fix: 'Remove automountServiceAccountToken: false from the pod template of the JobManager. Only standalone clusters can do without.',
  },
  'cluster.service-account-default': {
    title: 'The default service account',
    severity: 'hint',
    why:
      'In native mode, and with high availability by Kubernetes, the JobManager creates pods and ConfigMaps as its service account. The ' +
      'default one of a namespace usually may not, and must not for the sake of all other pods that use it.',
    fix: 'Use an account with the role that the operator installation makes for jobs ("flink" unless it was changed).',
  },
  'job.directory-in-container': {
    title: 'State in a directory of the container',
    severity: 'warning',
    why:
      'A path without a scheme, or with file:, is a directory of the container. Unless a persistent volume is mounted there, what is written ' +
      'goes with the pod; TaskManagers and JobManager do not see the same files, so that restoring fails.',
    fix: 'Use object storage, or mount one persistent volume at this path in all pods (spec.podTemplate).',
  },
};
