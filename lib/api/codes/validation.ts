// SPDX-License-Identifier: Apache-2.0
// The catalogue of the rules on whole resources: the Java operator's under its numbers, and those that it does not have, under words.

import type { CodeInfo } from './code-info.ts';

export type ValidationCode =
  | 'V-01'
  | 'V-02'
  | 'V-03'
  | 'V-04'
  | 'V-05'
  | 'V-06'
  | 'V-07'
  | 'V-08'
  | 'V-09'
  | 'V-10'
  | 'V-11'
  | 'V-12'
  | 'V-13'
  | 'V-14'
  | 'V-15'
  | 'V-16'
  | 'V-17'
  | 'V-18'
  | 'V-19'
  | 'V-20'
  | 'V-21'
  | 'V-22'
  | 'V-23'
  | 'V-24'
  | 'V-25'
  | 'V-26'
  | 'V-30'
  | 'V-31'
  | 'V-32'
  | 'V-33'
  | 'V-34'
  | 'V-35'
  | 'image-pull-policy'
  | 'jar-missing'
  | 'flink-version-deprecated';

const REFUSED = 'The operator refuses the spec; what already runs goes on unchanged.';

function noMemory(component: string, key: string): CodeInfo {
  return {
    title: `${component} without memory, or with memory that Flink cannot divide up`,
    severity: 'error',
    why: `Flink derives every part of its memory from one total. Without a total, or with parts that do not fit into it, no process starts. ${REFUSED}`,
    fix: `Set spec.${key}.resources.requests.memory or spec.${key}.resource.memory (2Gi is a good start), or ${key.toLowerCase()}.memory.process.size.`,
  };
}

function unreadableResource(component: string, key: string): CodeInfo {
  return {
    title: `An amount in spec.${key}.resource that cannot be read`,
    severity: 'error',
    why: `The ${component} cannot be given this amount. ${REFUSED}`,
    fix: 'Write memory as 2048m or 2Gi (whole numbers only), ephemeral storage as a Kubernetes quantity such as 10Gi.',
  };
}

function impossibleResources(component: string, key: string): CodeInfo {
  return {
    title: `Requests or limits in spec.${key}.resources that cannot be`,
    severity: 'error',
    why: `Kubernetes could not create a pod of the ${component}: an amount is no quantity, is not positive, or a request is above its limit. ${REFUSED}`,
    fix: 'Correct the amount that the finding names; a request may be at most its limit.',
  };
}

function modeSwitch(from: string, to: string): CodeInfo {
  return {
    title: `Change from ${from} to ${to} mode`,
    severity: 'error',
    why: `The two modes make different objects for a cluster, and nothing carries a running cluster from one to the other. ${REFUSED}`,
    fix: `Set spec.mode back. For ${to} mode create a resource with another name, with spec.job.initialSavepointPath to take the state along.`,
  };
}

const SAVEPOINT_DIRECTORY =
  'Set execution.checkpointing.savepoint-dir to a durable directory, for example s3://bucket/savepoints';

function savepointDirectoryMissing(what: string, otherwise: string): CodeInfo {
  return {
    title: `${what} without a directory for savepoints`,
    severity: 'error',
    why: `Flink would have nowhere to write the savepoint when it is asked for. ${REFUSED}`,
    fix: `${SAVEPOINT_DIRECTORY}, or ${otherwise}.`,
  };
}

export const VALIDATION_CODES: Readonly<Record<ValidationCode, CodeInfo>> = {
  'V-01': {
    title: 'A name that the objects of a Flink cluster cannot have',
    severity: 'error',
    why: `Services, ConfigMaps and pods get names made of metadata.name and a suffix, and must fit into what Kubernetes allows. ${REFUSED}`,
    fix: 'Use at most 45 lower-case letters, digits and "-", a letter first and a letter or digit last.',
  },
  'V-02': {
    title: 'The Flink version is missing',
    severity: 'error',
    why: 'Keys, the REST API and what can be done in place depend on the version; without it the operator leaves the resource alone.',
    fix: 'Set spec.flinkVersion to the minor version of the Flink in spec.image, for example v1_20.',
  },
  'V-03': {
    title: 'A Flink version that is not supported',
    severity: 'error',
    why: 'The operator leaves the resource alone: nothing is deployed and nothing changes.',
    fix: 'Move to a supported Flink: change spec.image and spec.flinkVersion together.',
  },
  'V-04': {
    title: 'A new Flink version for a job that was suspended in mode last-state',
    severity: 'error',
    why: 'What was kept of the job is the high-availability metadata of the old Flink version, which another version does not read.',
    fix: 'Resume the job with the old version, then change the version with upgradeMode savepoint.',
  },
  'V-05': {
    title: 'A configuration key that belongs to the operator',
    severity: 'error',
    why: `The operator finds a cluster again by these keys, so it sets them from the name and namespace of the resource. ${REFUSED}`,
    fix: 'Remove the key; to get another value, rename or move the resource.',
  },
  'V-06': {
    title: 'Roll-back without high availability',
    severity: 'error',
    why: `A roll-back restores the job from high-availability metadata; without them it would have to drop the state. ${REFUSED}`,
    fix: 'Set high-availability.type to kubernetes and high-availability.storageDir to a durable directory, or turn the roll-back off.',
  },
  'V-07': {
    title: 'Health check without recovery',
    severity: 'error',
    why: `The health check restarts an unhealthy cluster through the recovery that is turned off. ${REFUSED}`,
    fix: 'Set kubernetes.operator.jm-deployment-recovery.enabled to true, or turn the health check off.',
  },
  'V-08': {
    title: 'An ingress without a template',
    severity: 'error',
    why: `There is no host or path for the Ingress. ${REFUSED}`,
    fix: 'Set spec.ingress.template, for example "{{name}}.{{namespace}}.flink.example.com".',
  },
  'V-09': {
    title: 'An ingress template that gives no URL',
    severity: 'error',
    why: `Host and path of the Ingress are taken from the template as from a URL. ${REFUSED}`,
    fix: 'Correct spec.ingress.template: a host, an optional numeric port, a path; {{name}} and {{namespace}} are put in.',
  },
  'V-10': {
    title: 'A log configuration file that Flink does not read',
    severity: 'error',
    why: `Flink looks for two file names only; any other text would lie in the cluster unread. ${REFUSED}`,
    fix: 'Name the file log4j-console.properties or logback-console.xml.',
  },
  'V-11': {
    title: 'An upgrade mode that keeps state, without a directory for checkpoints',
    severity: 'error',
    why: `The modes savepoint and last-state go on from what checkpoints have written. ${REFUSED}`,
    fix: 'Set execution.checkpointing.dir to a durable directory, for example s3://bucket/checkpoints, or use upgradeMode stateless.',
  },
  'V-12': savepointDirectoryMissing('Upgrade mode savepoint', 'choose another upgradeMode'),
  'V-13': savepointDirectoryMissing('A manual savepoint', 'remove spec.job.savepointTriggerNonce'),
  'V-14': savepointDirectoryMissing('Periodic savepoints', 'remove kubernetes.operator.periodic.savepoint.interval'),
  'V-15': savepointDirectoryMissing(
    'A limit on the age of the last checkpoint',
    'remove kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age',
  ),
  'V-16': {
    title: 'No TaskManagers for a job',
    severity: 'error',
    why: `spec.taskManager.replicas fixes how many run; with none the job could never start. ${REFUSED}`,
    fix: 'Set spec.taskManager.replicas to 1 or more, or remove it. To stop a job, set spec.job.state to suspended.',
  },
  'V-17': {
    title: 'A parallelism below 1',
    severity: 'error',
    why: `The parallelism decides how many TaskManagers there are; 0 is what an absent one counts as. ${REFUSED}`,
    fix: 'Set spec.job.parallelism to 1 or more. To stop a job, set spec.job.state to suspended.',
  },
  'V-18': noMemory('A JobManager', 'jobManager'),
  'V-19': unreadableResource('JobManager', 'jobManager'),
  'V-20': impossibleResources('JobManager', 'jobManager'),
  'V-21': {
    title: 'No JobManager',
    severity: 'error',
    why: `A Flink cluster needs at least one JobManager. ${REFUSED}`,
    fix: 'Set spec.jobManager.replicas to 1, or remove it.',
  },
  'V-22': {
    title: 'Standby JobManagers without high availability',
    severity: 'error',
    why: `Several JobManagers agree on a leader through high availability; without it each would run the job. ${REFUSED}`,
    fix: 'Set high-availability.type to kubernetes and high-availability.storageDir, or spec.jobManager.replicas to 1.',
  },
  'V-23': noMemory('TaskManagers', 'taskManager'),
  'V-24': unreadableResource('TaskManager', 'taskManager'),
  'V-25': impossibleResources('TaskManager', 'taskManager'),
  'V-26': {
    title: 'No TaskManagers in a session cluster that fixes their number',
    severity: 'error',
    why: `spec.taskManager.replicas fixes how many run; with none no job of the session could start. ${REFUSED}`,
    fix: 'Set spec.taskManager.replicas to 1 or more, or remove it: a native session then makes TaskManagers as its jobs need them.',
  },
  'V-30': {
    title: 'A session cluster that is to become an application cluster',
    severity: 'error',
    why: `The jobs of the session would be lost with it. ${REFUSED}`,
    fix: 'Remove spec.job, and create an application with another name.',
  },
  'V-31': {
    title: 'An application cluster that is to become a session cluster',
    severity: 'error',
    why: `The job of the application would be lost. ${REFUSED}`,
    fix: 'Put spec.job back, and create a session with another name.',
  },
  'V-32': modeSwitch('native', 'standalone'),
  'V-33': modeSwitch('standalone', 'native'),
  'V-34': {
    title: 'A redeployment from a savepoint that is not named',
    severity: 'error',
    why: `A new spec.job.savepointRedeployNonce stops the job and starts it from spec.job.initialSavepointPath, which is empty. ${REFUSED}`,
    fix: 'Set spec.job.initialSavepointPath, or take the nonce back.',
  },
  'V-35': {
    title: 'The service account is missing',
    severity: 'error',
    why: `JobManagers create TaskManagers and write metadata through the Kubernetes API, as this account. ${REFUSED}`,
    fix: 'Set spec.serviceAccount to the job service account of the operator installation ("flink" unless it was changed).',
  },
  'image-pull-policy': {
    title: 'An image pull policy that there is not',
    severity: 'error',
    why: 'It passes the API server, and every attempt to deploy fails when the configuration is built.',
    fix: 'Set spec.imagePullPolicy to Always, IfNotPresent or Never, or remove it.',
  },
  'jar-missing': {
    title: 'A native application without a jar',
    severity: 'error',
    why: 'Flink refuses to start an application cluster that has no program.',
    fix:
      'Set spec.job.jarURI, for example to local:///opt/flink/usrlib/job.jar. For Python set spec.job.entryClass to ' +
      'org.apache.flink.client.python.PythonDriver.',
  },
  'flink-version-deprecated': {
    title: 'A Flink version on its way out',
    severity: 'warning',
    why: 'It still works; a later release of the operator will leave such resources alone.',
    fix: 'Plan an upgrade with upgradeMode savepoint.',
  },
};
