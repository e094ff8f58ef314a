// SPDX-License-Identifier: Apache-2.0
// The closed set of findings. A code is stable: users match on it in conditions, logs and `flinkwright why`.

/** What a decision can find, with the meaning of each. */
export const REASONS = {
  // The resource as a whole
  FinalizerMissing: 'the resource is seen for the first time',
  NotServed: 'the resource, or something that it asks for, is not carried out by this operator yet',
  UnsupportedFlinkVersion: 'the Flink version is missing or older than any that is supported',
  ValidationError: 'the spec breaks a rule; what runs goes on as recorded',
  CreatedSuspended: 'the job is to be suspended and was never started',
  NothingToDo: 'the spec is carried out and the job is as wanted',
  SpecAcknowledged: 'the change needs no restart',
  // Deploying
  FirstDeployment: 'nothing was deployed yet',
  FirstDeploymentFailed: 'the first deployment did not come to pass and is made afresh',
  ClusterCreatedInPart: 'the Deployment of this very spec exists; what else belongs to it is completed',
  Starting: 'the old cluster is gone and what the job starts from is settled',
  Deployed: 'every object of the cluster exists',
  WaitingForJobManager: 'the JobManager is not available yet',
  WaitingForRest: 'the JobManager runs but its REST API has no leader yet',
  WaitingForJob: 'the JobManager answers but does not list the job yet',
  WaitingForTasks: 'the job is there but not all of its tasks run',
  JobIsStable: 'the job runs and its spec is now the stable one',
  OldClusterIsRemoved: 'the old cluster has to be gone before the new one is created',
  HaDataAreRemoved: 'HA data of an older run must not be found by the next one',
  ForeignDeployment: 'a Deployment of this name belongs to somebody else',
  // Upgrading
  StatelessUpgrade: 'upgradeMode is stateless',
  JobIsTerminal: 'the job has ended; its last state is known',
  SavepointUpgrade: 'upgradeMode is savepoint and the job runs',
  SavepointPending: 'the savepoint is being taken',
  SavepointTaken: 'the job stopped with a savepoint',
  SavepointFailed: 'the savepoint could not be taken',
  LastStateUpgrade: 'the job recovers from its HA metadata',
  LastStateFallback: 'the job does not run, so no savepoint can be taken; its HA metadata hold the last state',
  CancelForLastState: 'the job is cancelled and restarts from its last checkpoint',
  CancelPending: 'the job is being cancelled',
  CancelFailed: 'the job could not be cancelled',
  VersionChangeNeedsSavepoint: 'HA metadata are not carried over between Flink versions',
  CheckpointTooOld: 'the last checkpoint is older than allowed, a savepoint is taken instead',
  CheckpointPending: 'a checkpoint is in progress and young enough to be waited for',
  JobManagerNeverStarted: 'no JobManager of the deployed spec ever answered, so it cannot have taken a checkpoint',
  SavepointRedeploy: 'savepointRedeployNonce asks for a start from initialSavepointPath',
  UpgradeHasToWait: 'the job cannot be stopped with its state now',
  LastStateUnread: 'the job has ended and where its state lies could not be asked yet',
  LastStateUnknown: 'the job has ended and where its state lies is not known',
  HaMetadataMissing: 'there is no HA metadata to recover from',
  HaMetadataUnknown: 'whether there is HA metadata could not be found out',
  // Suspending
  Suspending: 'the spec asks for suspension',
  Suspended: 'the job is suspended',
  SuspendedJobManagerRestarts: 'a restarted JobManager would run the suspended job again',
  // Observing
  JobManagerMissing: 'the JobManager Deployment has vanished',
  JobManagerFailed: 'the JobManager cannot start',
  JobManagerUnreachable: 'the JobManager does not answer',
  JobNotFound: 'the JobManager does not know the job',
  JobFailed: 'the job has failed for good',
  ScaledToZero: 'an interrupted stop left the JobManager scaled to zero',
  // Other changes
  CannotRecover: 'the JobManager is lost and may not be started again',
  RecoverDeployment: 'the JobManager is lost and is started again',
  RestartFailedJob: 'job.restart.failed asks for a restart of a failed job',
  ShutdownTtlExpired: 'the job ended longer ago than jm-deployment.shutdown-ttl',
  // Deletion
  Deleting: 'the resource is being deleted',
  SavepointOnDeletionPending: 'the savepoint that is to be taken before the deletion needs a running job',
  Deleted: 'nothing is left but the finalizer',
  // Actions
  ActionFailed: 'the last action failed and is tried again',
} as const;

export type ReasonCode = keyof typeof REASONS;
