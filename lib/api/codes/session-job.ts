// SPDX-License-Identifier: Apache-2.0
// The catalogue of the rules on FlinkSessionJob: the Java operator's under its numbers, and those that it does not have, under words. Rules on the
// job itself are those of an application.

import type { CodeInfo } from './code-info.ts';

export type SessionJobCode =
  | 'V-42'
  | 'V-43'
  | 'V-45'
  | 'V-46'
  | 'V-47'
  | 'V-48'
  | 'V-49'
  | 'V-50'
  | 'V-51'
  | 'V-52'
  | 'V-53'
  | 'session-job.nothing-to-run'
  | 'session-job.configuration-not-shipped';

const REFUSED = 'The operator refuses the spec; a job that runs goes on unchanged.';
const FETCHED = 'The operator fetches the jar of a session job itself, and uploads it to the cluster.';

export const SESSION_JOB_CODES: Readonly<Record<SessionJobCode, CodeInfo>> = {
  'V-42': {
    title: 'No session cluster, or a name that none can have',
    severity: 'error',
    why: REFUSED,
    fix: 'Set spec.deploymentName to the name of a session FlinkDeployment in the same namespace.',
  },
  'V-43': {
    title: 'A session job without a job',
    severity: 'error',
    why: REFUSED,
    fix: 'Set spec.job with jarURI and parallelism.',
  },
  'V-45': {
    title: 'A job that is to move to another session cluster',
    severity: 'error',
    why: `The state of the job would stay behind. ${REFUSED}`,
    fix: 'Set spec.deploymentName back. For another session create a job with another name, from a savepoint of this one.',
  },
  'V-46': {
    title: 'The location of the jar is no URI',
    severity: 'error',
    why: `${FETCHED} ${REFUSED}`,
    fix: 'Write spec.job.jarURI as a URI; blanks and other special characters as %20 and the like.',
  },
  'V-47': {
    title: 'The location of the jar has no scheme',
    severity: 'error',
    why: `${FETCHED} A path says nothing about where. ${REFUSED}`,
    fix: 'Write spec.job.jarURI with a scheme, for example https://artifacts.example.com/job-1.0.jar.',
  },
  'V-48': {
    title: 'A jar that is offered in a way that the operator does not allow',
    severity: 'error',
    why: `${FETCHED} It does so only by the schemes that it was configured with; https is the default. ${REFUSED}`,
    fix: 'Offer the jar by https, or add the scheme to kubernetes.operator.user.artifacts.allowed-schemes of the operator.',
  },
  'V-49': {
    title: 'The location of the jar names no host',
    severity: 'error',
    why: `${FETCHED} ${REFUSED}`,
    fix: 'Write the host behind "//" in spec.job.jarURI.',
  },
  'V-50': {
    title: 'The host of the jar cannot be resolved',
    severity: 'error',
    why: `${FETCHED} ${REFUSED}`,
    fix: 'Correct the host in spec.job.jarURI, or the name service that the operator uses.',
  },
  'V-51': {
    title: 'The host of the jar is inside the cluster or the machine',
    severity: 'error',
    why:
      `${FETCHED} So that nobody can make it read what only it can reach, loopback and private addresses are closed by default. ` +
      REFUSED,
    fix: 'Offer the jar at a public address, or set kubernetes.operator.user.artifacts.disallow-restricted-hosts to false for the operator.',
  },
  'V-52': {
    title: 'A session job in an application cluster',
    severity: 'error',
    why: `An application cluster lives and ends with its own job. ${REFUSED}`,
    fix: 'Name a FlinkDeployment without spec.job.',
  },
  'V-53': {
    title: 'A session job that names another session cluster',
    severity: 'error',
    why: REFUSED,
    fix: 'Set spec.deploymentName to the name of the session that is meant.',
  },
  'session-job.nothing-to-run': {
    title: 'A session job with neither a jar nor a class',
    severity: 'error',
    why: 'Without spec.job.jarURI an empty jar is uploaded; without spec.job.entryClass Flink looks into it for a class, and there is none.',
    fix: 'Set spec.job.jarURI, or spec.job.entryClass for a program on the class path of the session.',
  },
  'session-job.configuration-not-shipped': {
    title: 'Configuration of a single job in a Flink that takes none',
    severity: 'warning',
    why: 'Before Flink 1.17 a job is submitted without configuration: the job runs with that of the session.',
    fix: 'Set the options in the session cluster or in the program, or move the session to Flink 1.17 or later.',
  },
};
