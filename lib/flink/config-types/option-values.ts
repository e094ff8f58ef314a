// SPDX-License-Identifier: Apache-2.0
// The options of Flink and of the operator with the types of their values, for editors. Made by scripts/generate-config-types.ts; do not
// edit.
/* eslint max-lines: "off" -- a generated table */

import type {
  AnyCase,
  BooleanValue,
  ClassName,
  DurationValue,
  ListValue,
  MapValue,
  MemoryValue,
  Nested,
  NumberValue,
  TextValue,
} from './values.ts';

/** Options of all Flink versions and of the operator, under their own names and older ones. */
export interface OptionValues {
  /** @deprecated use pekko.ask.callstack */
  readonly 'akka.ask.callstack'?: BooleanValue;
  /** @deprecated use pekko.ask.timeout */
  readonly 'akka.ask.timeout'?: DurationValue;
  /** @deprecated use pekko.client-socket-worker-pool.pool-size-factor */
  readonly 'akka.client-socket-worker-pool.pool-size-factor'?: NumberValue;
  /** @deprecated use pekko.client-socket-worker-pool.pool-size-max */
  readonly 'akka.client-socket-worker-pool.pool-size-max'?: NumberValue;
  /** @deprecated use pekko.client-socket-worker-pool.pool-size-min */
  readonly 'akka.client-socket-worker-pool.pool-size-min'?: NumberValue;
  /** @deprecated use client.timeout */
  readonly 'akka.client.timeout'?: TextValue;
  /** @deprecated use pekko.fork-join-executor.parallelism-factor */
  readonly 'akka.fork-join-executor.parallelism-factor'?: NumberValue;
  /** @deprecated use pekko.fork-join-executor.parallelism-max */
  readonly 'akka.fork-join-executor.parallelism-max'?: NumberValue;
  /** @deprecated use pekko.fork-join-executor.parallelism-min */
  readonly 'akka.fork-join-executor.parallelism-min'?: NumberValue;
  /** @deprecated use pekko.framesize */
  readonly 'akka.framesize'?: TextValue;
  /** @deprecated use pekko.jvm-exit-on-fatal-error */
  readonly 'akka.jvm-exit-on-fatal-error'?: BooleanValue;
  /** @deprecated use pekko.log.lifecycle.events */
  readonly 'akka.log.lifecycle.events'?: BooleanValue;
  /** @deprecated use pekko.lookup.timeout */
  readonly 'akka.lookup.timeout'?: DurationValue;
  /** @deprecated use pekko.retry-gate-closed-for */
  readonly 'akka.retry-gate-closed-for'?: NumberValue;
  /** @deprecated use pekko.server-socket-worker-pool.pool-size-factor */
  readonly 'akka.server-socket-worker-pool.pool-size-factor'?: NumberValue;
  /** @deprecated use pekko.server-socket-worker-pool.pool-size-max */
  readonly 'akka.server-socket-worker-pool.pool-size-max'?: NumberValue;
  /** @deprecated use pekko.server-socket-worker-pool.pool-size-min */
  readonly 'akka.server-socket-worker-pool.pool-size-min'?: NumberValue;
  /** @deprecated use pekko.ssl.enabled */
  readonly 'akka.ssl.enabled'?: BooleanValue;
  /** @deprecated use pekko.startup-timeout */
  readonly 'akka.startup-timeout'?: TextValue;
  /** @deprecated use pekko.tcp.timeout */
  readonly 'akka.tcp.timeout'?: TextValue;
  /** @deprecated use pekko.throughput */
  readonly 'akka.throughput'?: NumberValue;
  /** @deprecated Default: 10 s. Until 1.20. */
  readonly 'akka.watch.heartbeat.interval'?: TextValue;
  /** @deprecated Default: 60 s. Until 1.20. */
  readonly 'akka.watch.heartbeat.pause'?: TextValue;
  /** @deprecated Default: 12. Until 1.20. */
  readonly 'akka.watch.threshold'?: NumberValue;
  /** Default: true. Since 2.3. */
  readonly 'application-result-store.delete-on-commit'?: BooleanValue;
  /** Since 2.3. */
  readonly 'application-result-store.storage-path'?: TextValue;
  /** Default: 0. */
  readonly 'blob.client.connect.timeout'?: NumberValue;
  /** Default: 300000. */
  readonly 'blob.client.socket.timeout'?: NumberValue;
  /** Default: 1000. */
  readonly 'blob.fetch.backlog'?: NumberValue;
  /** Default: 50. */
  readonly 'blob.fetch.num-concurrent'?: NumberValue;
  /** Default: 5. */
  readonly 'blob.fetch.retries'?: NumberValue;
  /** Default: 1048576. */
  readonly 'blob.offload.minsize'?: NumberValue;
  /** Default: 0. */
  readonly 'blob.server.port'?: TextValue;
  /** Default: 3600. */
  readonly 'blob.service.cleanup.interval'?: NumberValue;
  /** Default: true. */
  readonly 'blob.service.ssl.enabled'?: BooleanValue;
  readonly 'blob.storage.directory'?: TextValue;
  /** Default: true. */
  readonly 'classloader.check-leaked-classloader'?: BooleanValue;
  /** Default: true. */
  readonly 'classloader.fail-on-metaspace-oom-error'?: BooleanValue;
  /** @deprecated use classloader.parent-first-patterns.default */
  readonly 'classloader.parent-first-patterns'?: ListValue | Nested;
  readonly 'classloader.parent-first-patterns.additional'?: ListValue;
  readonly 'classloader.parent-first-patterns.default'?: ListValue;
  /** Default: child-first. */
  readonly 'classloader.resolve-order'?: AnyCase<'child-first' | 'parent-first'>;
  /** @deprecated use cleanup-strategy.type */
  readonly 'cleanup-strategy'?:
    | AnyCase<'none' | 'disable' | 'off' | 'fixed-delay' | 'fixeddelay' | 'exponential-delay' | 'exponentialdelay'>
    | Nested;
  /** Default: 2147483647. */
  readonly 'cleanup-strategy.exponential-delay.attempts'?: NumberValue;
  /** Default: 1 s. */
  readonly 'cleanup-strategy.exponential-delay.initial-backoff'?: DurationValue;
  /** Default: 1 h. */
  readonly 'cleanup-strategy.exponential-delay.max-backoff'?: DurationValue;
  /** Default: 2147483647. */
  readonly 'cleanup-strategy.fixed-delay.attempts'?: NumberValue;
  /** Default: 1 min. */
  readonly 'cleanup-strategy.fixed-delay.delay'?: DurationValue;
  /** Default: exponential-delay. Since 1.17. */
  readonly 'cleanup-strategy.type'?: AnyCase<
    'none' | 'disable' | 'off' | 'fixed-delay' | 'fixeddelay' | 'exponential-delay' | 'exponentialdelay'
  >;
  /** Default: 30 s. Since 1.17. */
  readonly 'client.heartbeat.interval'?: DurationValue;
  /** Default: 3 min. Since 1.17. */
  readonly 'client.heartbeat.timeout'?: DurationValue;
  /** Default: 2 s. */
  readonly 'client.retry-period'?: DurationValue;
  /** Default: 1 min. */
  readonly 'client.timeout'?: DurationValue;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'cluster.evenly-spread-out-slots'?: BooleanValue;
  /** @deprecated Default: true. Until 1.18. */
  readonly 'cluster.fine-grained-resource-management.enabled'?: BooleanValue;
  /** Default: 00000000000000000000000000000000. Since 2.3. */
  readonly 'cluster.id'?: TextValue;
  /** Default: DISABLED. */
  readonly 'cluster.intercept-user-system-exit'?: AnyCase<'DISABLED' | 'LOG' | 'THROW'>;
  readonly 'cluster.io-pool.size'?: NumberValue;
  /** Default: false. */
  readonly 'cluster.processes.halt-on-fatal-error'?: BooleanValue;
  /** Default: 10 s. */
  readonly 'cluster.registration.error-delay'?: DurationValue;
  /** Default: 100 ms. */
  readonly 'cluster.registration.initial-timeout'?: DurationValue;
  /** Default: 30 s. */
  readonly 'cluster.registration.max-timeout'?: DurationValue;
  /** Default: 30 s. */
  readonly 'cluster.registration.refused-registration-delay'?: DurationValue;
  /** Default: 30 s. */
  readonly 'cluster.services.shutdown-timeout'?: DurationValue;
  /** Default: 50. */
  readonly 'cluster.thread-dump.stacktrace-max-depth'?: NumberValue;
  /** Default: LOG. */
  readonly 'cluster.uncaught-exception-handling'?: AnyCase<'LOG' | 'FAIL'>;
  /** Default: 2 mb. */
  readonly 'collect-sink.batch-size.max'?: MemoryValue;
  /** Default: 10 s. */
  readonly 'collect-sink.socket-timeout'?: DurationValue;
  /** Default: 10. */
  readonly 'compiler.delimited-informat.max-line-samples'?: NumberValue;
  /** Default: 2097152. */
  readonly 'compiler.delimited-informat.max-sample-len'?: NumberValue;
  /** Default: 2. */
  readonly 'compiler.delimited-informat.min-line-samples'?: NumberValue;
  /** Default: 52428800. Since 2.3. */
  readonly 'completed-application-store.cache-size'?: NumberValue;
  /** Default: 1 h. Since 2.3. */
  readonly 'completed-application-store.expiration-time'?: DurationValue;
  /** Default: 2147483647. Since 2.3. */
  readonly 'completed-application-store.max-capacity'?: NumberValue;
  /** Default: File. Since 2.3. */
  readonly 'completed-application-store.type'?: AnyCase<'File' | 'Memory'>;
  /** @deprecated use state.changelog.dstl.dfs.base-path */
  readonly 'dstl.dfs.base-path'?: TextValue;
  /** @deprecated use state.changelog.dstl.dfs.batch.persist-delay */
  readonly 'dstl.dfs.batch.persist-delay'?: DurationValue;
  /** @deprecated use state.changelog.dstl.dfs.batch.persist-size-threshold */
  readonly 'dstl.dfs.batch.persist-size-threshold'?: MemoryValue;
  /** @deprecated use state.changelog.dstl.dfs.compression.enabled */
  readonly 'dstl.dfs.compression.enabled'?: BooleanValue;
  /** @deprecated use state.changelog.dstl.dfs.discard.num-threads */
  readonly 'dstl.dfs.discard.num-threads'?: NumberValue;
  /** @deprecated use state.changelog.dstl.dfs.download.local-cache.idle-timeout-ms */
  readonly 'dstl.dfs.download.local-cache.idle-timeout-ms'?: DurationValue;
  /** @deprecated use state.changelog.dstl.dfs.preemptive-persist-threshold */
  readonly 'dstl.dfs.preemptive-persist-threshold'?: MemoryValue;
  /** @deprecated use state.changelog.dstl.dfs.upload.buffer-size */
  readonly 'dstl.dfs.upload.buffer-size'?: MemoryValue;
  /** @deprecated use state.changelog.dstl.dfs.upload.max-attempts */
  readonly 'dstl.dfs.upload.max-attempts'?: NumberValue;
  /** @deprecated use state.changelog.dstl.dfs.upload.max-in-flight */
  readonly 'dstl.dfs.upload.max-in-flight'?: MemoryValue;
  /** @deprecated use state.changelog.dstl.dfs.upload.next-attempt-delay */
  readonly 'dstl.dfs.upload.next-attempt-delay'?: DurationValue;
  /** @deprecated use state.changelog.dstl.dfs.upload.num-threads */
  readonly 'dstl.dfs.upload.num-threads'?: NumberValue;
  /** @deprecated use state.changelog.dstl.dfs.upload.retry-policy */
  readonly 'dstl.dfs.upload.retry-policy'?: TextValue;
  /** @deprecated use state.changelog.dstl.dfs.upload.timeout */
  readonly 'dstl.dfs.upload.timeout'?: DurationValue;
  readonly 'env.hadoop.conf.dir'?: TextValue;
  readonly 'env.hbase.conf.dir'?: TextValue;
  /** Since 1.19. */
  readonly 'env.java.default-opts.all'?: TextValue;
  /** Since 1.19. */
  readonly 'env.java.default-opts.jobmanager'?: TextValue;
  /** Since 1.19. */
  readonly 'env.java.default-opts.taskmanager'?: TextValue;
  /** Since 2.0. */
  readonly 'env.java.home'?: TextValue;
  /** @deprecated use env.java.opts.all */
  readonly 'env.java.opts'?: TextValue | Nested;
  /** Since 1.17. */
  readonly 'env.java.opts.all'?: TextValue;
  readonly 'env.java.opts.client'?: TextValue;
  readonly 'env.java.opts.historyserver'?: TextValue;
  readonly 'env.java.opts.jobmanager'?: TextValue;
  /** Since 1.19. */
  readonly 'env.java.opts.sql-gateway'?: TextValue;
  readonly 'env.java.opts.taskmanager'?: TextValue;
  readonly 'env.log.dir'?: TextValue;
  /** Default: INFO. Since 1.19. */
  readonly 'env.log.level'?: TextValue;
  /** Default: 10. */
  readonly 'env.log.max'?: NumberValue;
  /** Default: /tmp. */
  readonly 'env.pid.dir'?: TextValue;
  readonly 'env.ssh.opts'?: TextValue;
  /** Default: false. Since 1.18. */
  readonly 'env.stdout-err.redirect-to-file'?: BooleanValue;
  readonly 'env.yarn.conf.dir'?: TextValue;
  /** Since 2.1. */
  readonly 'events.reporters'?: TextValue;
  /** @deprecated use execution.program-config.enabled */
  readonly 'execution.allow-client-job-configurations'?: BooleanValue;
  /** Default: 1000. Since 2.0. */
  readonly 'execution.async-state.active-buffer-size'?: NumberValue;
  /** Default: 1000. Since 2.0. */
  readonly 'execution.async-state.active-buffer-timeout'?: NumberValue;
  /** Default: 1000. Since 1.20. Until 1.20. */
  readonly 'execution.async-state.buffer-size'?: NumberValue;
  /** Default: 1000. Since 1.20. Until 1.20. */
  readonly 'execution.async-state.buffer-timeout'?: NumberValue;
  /** Default: 6000. Since 1.20. Until 1.20. */
  readonly 'execution.async-state.in-flight-records-limit'?: NumberValue;
  /** Default: 6000. Since 2.0. */
  readonly 'execution.async-state.total-buffer-size'?: NumberValue;
  /** Default: false. */
  readonly 'execution.attached'?: BooleanValue;
  /** Default: ALL_EXCHANGES_BLOCKING. */
  readonly 'execution.batch-shuffle-mode'?: AnyCase<
    | 'ALL_EXCHANGES_PIPELINED'
    | 'ALL_EXCHANGES_BLOCKING'
    | 'ALL_EXCHANGES_HYBRID_FULL'
    | 'ALL_EXCHANGES_HYBRID_SELECTIVE'
  >;
  /** Default: true. */
  readonly 'execution.batch-state-backend.enabled'?: BooleanValue;
  /** Default: 16 mb. Since 1.17. */
  readonly 'execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task'?: MemoryValue;
  /** Since 1.17. */
  readonly 'execution.batch.adaptive.auto-parallelism.default-source-parallelism'?: NumberValue;
  /** Default: true. Since 1.17. */
  readonly 'execution.batch.adaptive.auto-parallelism.enabled'?: BooleanValue;
  /** Default: 128. Since 1.17. */
  readonly 'execution.batch.adaptive.auto-parallelism.max-parallelism'?: NumberValue;
  /** Default: 1. Since 1.17. */
  readonly 'execution.batch.adaptive.auto-parallelism.min-parallelism'?: NumberValue;
  /** Default: false. Since 1.20. */
  readonly 'execution.batch.job-recovery.enabled'?: BooleanValue;
  /** Default: 30 s. Since 1.20. */
  readonly 'execution.batch.job-recovery.previous-worker.recovery.timeout'?: DurationValue;
  /** Default: 3 min. Since 1.20. */
  readonly 'execution.batch.job-recovery.snapshot.min-pause'?: DurationValue;
  /** Default: 1 min. Since 1.17. */
  readonly 'execution.batch.speculative.block-slow-node-duration'?: DurationValue;
  /** Default: false. Since 1.17. */
  readonly 'execution.batch.speculative.enabled'?: BooleanValue;
  /** Default: 2. Since 1.17. */
  readonly 'execution.batch.speculative.max-concurrent-executions'?: NumberValue;
  /** @deprecated use execution.buffer-timeout.interval */
  readonly 'execution.buffer-timeout'?: DurationValue | Nested;
  /** Default: true. */
  readonly 'execution.buffer-timeout.enabled'?: BooleanValue;
  /** Default: 100 ms. */
  readonly 'execution.buffer-timeout.interval'?: DurationValue;
  /** Default: 0 ms. */
  readonly 'execution.checkpointing.aligned-checkpoint-timeout'?: DurationValue;
  /** @deprecated use execution.checkpointing.aligned-checkpoint-timeout */
  readonly 'execution.checkpointing.alignment-timeout'?: DurationValue;
  /** Default: true. Since 1.20. */
  readonly 'execution.checkpointing.checkpoints-after-tasks-finish'?: BooleanValue | Nested;
  /** @deprecated use execution.checkpointing.checkpoints-after-tasks-finish */
  readonly 'execution.checkpointing.checkpoints-after-tasks-finish.enabled'?: BooleanValue;
  /** Default: true. Since 1.20. */
  readonly 'execution.checkpointing.cleaner.parallel-mode'?: BooleanValue;
  /** Default: true. Since 1.20. */
  readonly 'execution.checkpointing.create-subdir'?: BooleanValue;
  /** Default: 20 kb. Since 1.20. */
  readonly 'execution.checkpointing.data-inline-threshold'?: MemoryValue;
  /** Since 1.20. */
  readonly 'execution.checkpointing.dir'?: TextValue;
  /** Default: false. Since 2.3. */
  readonly 'execution.checkpointing.during-recovery.enabled'?: BooleanValue;
  /** Default: NO_EXTERNALIZED_CHECKPOINTS. */
  readonly 'execution.checkpointing.externalized-checkpoint-retention'?: AnyCase<
    'DELETE_ON_CANCELLATION' | 'RETAIN_ON_CANCELLATION' | 'NO_EXTERNALIZED_CHECKPOINTS'
  >;
  /** Default: false. Since 1.20. */
  readonly 'execution.checkpointing.file-merging.across-checkpoint-boundary'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'execution.checkpointing.file-merging.enabled'?: BooleanValue;
  /** Default: 32 mb. Since 1.20. */
  readonly 'execution.checkpointing.file-merging.max-file-size'?: MemoryValue;
  /** Default: 2.0. Since 1.20. */
  readonly 'execution.checkpointing.file-merging.max-space-amplification'?: NumberValue;
  /** Default: 4. Since 1.20. */
  readonly 'execution.checkpointing.file-merging.max-subtasks-per-file'?: NumberValue;
  /** Default: false. Since 1.20. */
  readonly 'execution.checkpointing.file-merging.pool-blocking'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'execution.checkpointing.incremental'?: BooleanValue;
  readonly 'execution.checkpointing.interval'?: DurationValue;
  /** Since 1.19. */
  readonly 'execution.checkpointing.interval-during-backlog'?: DurationValue;
  /** Since 1.20. */
  readonly 'execution.checkpointing.local-backup.dirs'?: TextValue;
  /** Default: false. Since 1.20. */
  readonly 'execution.checkpointing.local-backup.enabled'?: BooleanValue;
  /** Default: 1. */
  readonly 'execution.checkpointing.max-concurrent-checkpoints'?: NumberValue;
  /** Default: 0 ms. */
  readonly 'execution.checkpointing.min-pause'?: DurationValue;
  /** Default: EXACTLY_ONCE. */
  readonly 'execution.checkpointing.mode'?: AnyCase<'EXACTLY_ONCE' | 'AT_LEAST_ONCE'>;
  /** Default: 1. Since 1.20. */
  readonly 'execution.checkpointing.num-retained'?: NumberValue;
  /** @deprecated use execution.state-recovery.without-channel-state.checkpoint-id */
  readonly 'execution.checkpointing.recover-without-channel-state.checkpoint-id'?: NumberValue;
  /** Since 1.20. */
  readonly 'execution.checkpointing.savepoint-dir'?: TextValue;
  /** Default: false. */
  readonly 'execution.checkpointing.snapshot-compression'?: BooleanValue;
  /** Since 1.20. */
  readonly 'execution.checkpointing.storage'?: AnyCase<'jobmanager' | 'filesystem'> | ClassName;
  /** Default: 10 min. */
  readonly 'execution.checkpointing.timeout'?: DurationValue;
  /** Default: 0. */
  readonly 'execution.checkpointing.tolerable-failed-checkpoints'?: NumberValue;
  /** @deprecated use execution.checkpointing.unaligned.enabled */
  readonly 'execution.checkpointing.unaligned'?: BooleanValue | Nested;
  /** Default: false. Since 1.17. */
  readonly 'execution.checkpointing.unaligned.enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'execution.checkpointing.unaligned.forced'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'execution.checkpointing.unaligned.interruptible-timers.enabled'?: BooleanValue;
  /** Default: 5. Since 1.17. */
  readonly 'execution.checkpointing.unaligned.max-subtasks-per-channel-state-file'?: NumberValue;
  /** Default: false. Since 2.3. */
  readonly 'execution.checkpointing.unaligned.recover-output-on-downstream.enabled'?: BooleanValue;
  /** Default: 4096. Since 1.20. */
  readonly 'execution.checkpointing.write-buffer-size'?: NumberValue;
  readonly 'execution.job-listeners'?: ListValue;
  /** Since 2.0. */
  readonly 'execution.job-status-changed-listeners'?: ListValue;
  /** Default: true. */
  readonly 'execution.program-config.enabled'?: BooleanValue;
  readonly 'execution.program-config.wildcards'?: ListValue;
  /** Default: STREAMING. */
  readonly 'execution.runtime-mode'?: AnyCase<'STREAMING' | 'BATCH' | 'AUTOMATIC'>;
  /** @deprecated use execution.state-recovery.claim-mode */
  readonly 'execution.savepoint-restore-mode'?: AnyCase<'CLAIM' | 'NO_CLAIM' | 'LEGACY'>;
  /** @deprecated use execution.state-recovery.ignore-unclaimed-state */
  readonly 'execution.savepoint.ignore-unclaimed-state'?: BooleanValue;
  /** @deprecated use execution.state-recovery.path */
  readonly 'execution.savepoint.path'?: TextValue;
  /** Default: true. */
  readonly 'execution.shutdown-on-application-finish'?: BooleanValue;
  /** Default: false. */
  readonly 'execution.shutdown-on-attached-exit'?: BooleanValue;
  /** Default: 128 mb. Since 1.20. */
  readonly 'execution.sort-keyed-partition.memory'?: MemoryValue;
  /** Default: 128 mb. Since 1.20. */
  readonly 'execution.sort-partition.memory'?: MemoryValue;
  /** Default: true. */
  readonly 'execution.sorted-inputs.enabled'?: BooleanValue;
  /** Default: 128 mb. */
  readonly 'execution.sorted-inputs.memory'?: MemoryValue;
  /** Default: NO_CLAIM. Since 1.20. */
  readonly 'execution.state-recovery.claim-mode'?: AnyCase<'CLAIM' | 'NO_CLAIM' | 'LEGACY'>;
  /** Default: false. Since 1.20. */
  readonly 'execution.state-recovery.from-local'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'execution.state-recovery.ignore-unclaimed-state'?: BooleanValue;
  /** Since 1.20. */
  readonly 'execution.state-recovery.path'?: TextValue;
  /** Default: -1. Since 1.20. */
  readonly 'execution.state-recovery.without-channel-state.checkpoint-id'?: NumberValue;
  /** @deprecated Default: false. */
  readonly 'execution.submit-failed-job-on-application-error'?: BooleanValue;
  readonly 'execution.target'?: TextValue;
  /** Default: true. Since 2.3. */
  readonly 'execution.terminate-application-on-any-job-terminated-exceptionally'?: BooleanValue;
  readonly 'external-resources'?: ListValue;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'fine-grained.shuffle-mode.all-blocking'?: BooleanValue;
  readonly 'fs.allowed-fallback-filesystems'?: TextValue;
  readonly 'fs.default-scheme'?: TextValue;
  /** Default: false. */
  readonly 'fs.output.always-create-directory'?: BooleanValue;
  /** Default: false. */
  readonly 'fs.overwrite-files'?: BooleanValue;
  /** Since 2.3. */
  readonly 'fs.s3.aws.credentials.provider'?: TextValue;
  /** Default: false. Since 1.20. */
  readonly 'gs.filesink.entropy.enabled'?: BooleanValue;
  /** Since 1.20. */
  readonly 'gs.http.connect-timeout'?: NumberValue;
  /** Since 1.20. */
  readonly 'gs.http.read-timeout'?: NumberValue;
  /** Since 1.20. */
  readonly 'gs.retry.init-rpc-timeout'?: DurationValue;
  /** Since 1.20. */
  readonly 'gs.retry.max-attempt'?: NumberValue;
  /** Since 1.20. */
  readonly 'gs.retry.max-rpc-timeout'?: DurationValue;
  /** Since 1.20. */
  readonly 'gs.retry.rpc-timeout-multiplier'?: NumberValue;
  /** Since 1.20. */
  readonly 'gs.retry.total-timeout'?: DurationValue;
  readonly 'gs.writer.chunk.size'?: MemoryValue;
  readonly 'gs.writer.temporary.bucket.name'?: TextValue;
  /** Default: 10 s. */
  readonly 'heartbeat.interval'?: DurationValue;
  /** Default: 2. */
  readonly 'heartbeat.rpc-failure-threshold'?: NumberValue;
  /** Default: 50 s. */
  readonly 'heartbeat.timeout'?: DurationValue;
  /** Default: PIPELINED. Since 1.17. Until 1.20. */
  readonly 'hidden.execution.mode'?: AnyCase<'PIPELINED' | 'PIPELINED_FORCED' | 'BATCH' | 'BATCH_FORCED'>;
  /** @deprecated Default: -1. Since 1.17. Until 1.20. */
  readonly 'hidden.execution.retries'?: NumberValue;
  /** @deprecated use high-availability.type */
  readonly 'high-availability'?: AnyCase<'NONE' | 'standalone' | 'KUBERNETES' | 'ZOOKEEPER'> | ClassName | Nested;
  /** Default: /default. */
  readonly 'high-availability.cluster-id'?: TextValue;
  /** @deprecated Until 1.20. */
  readonly 'high-availability.job.delay'?: TextValue;
  /** Default: 0. */
  readonly 'high-availability.jobmanager.port'?: TextValue;
  /** Default: 15 s. */
  readonly 'high-availability.kubernetes.leader-election.lease-duration'?: DurationValue;
  /** Default: 15 s. */
  readonly 'high-availability.kubernetes.leader-election.renew-deadline'?: DurationValue;
  /** Default: 5 s. */
  readonly 'high-availability.kubernetes.leader-election.retry-period'?: DurationValue;
  readonly 'high-availability.storageDir'?: TextValue;
  /** Default: NONE. Since 1.17. */
  readonly 'high-availability.type'?: AnyCase<'NONE' | 'standalone' | 'KUBERNETES' | 'ZOOKEEPER'> | ClassName;
  /** Default: open. */
  readonly 'high-availability.zookeeper.client.acl'?: AnyCase<'open' | 'creator'>;
  /** Since 1.20. */
  readonly 'high-availability.zookeeper.client.authorization'?: MapValue;
  /** Default: 15 s. */
  readonly 'high-availability.zookeeper.client.connection-timeout'?: DurationValue;
  /** Default: true. Since 1.18. */
  readonly 'high-availability.zookeeper.client.ensemble-tracker'?: BooleanValue;
  /** Since 1.20. */
  readonly 'high-availability.zookeeper.client.max-close-wait'?: DurationValue;
  /** Default: 3. */
  readonly 'high-availability.zookeeper.client.max-retry-attempts'?: NumberValue;
  /** Default: 1 min. Since 2.0. */
  readonly 'high-availability.zookeeper.client.max-retry-wait'?: DurationValue;
  /** Default: 5 s. */
  readonly 'high-availability.zookeeper.client.retry-wait'?: DurationValue;
  /** Default: 1 min. */
  readonly 'high-availability.zookeeper.client.session-timeout'?: DurationValue;
  /** Since 1.20. */
  readonly 'high-availability.zookeeper.client.simulated-session-expiration-percent'?: NumberValue;
  /** Default: false. */
  readonly 'high-availability.zookeeper.client.tolerate-suspended-connections'?: BooleanValue;
  /** Default: /applications. Since 2.3. */
  readonly 'high-availability.zookeeper.path.applications'?: TextValue;
  /** Default: /execution-plans. Since 2.0. */
  readonly 'high-availability.zookeeper.path.execution-plans'?: TextValue;
  /** @deprecated use high-availability.zookeeper.path.execution-plans */
  readonly 'high-availability.zookeeper.path.jobgraphs'?: TextValue;
  /** @deprecated use high-availability.cluster-id */
  readonly 'high-availability.zookeeper.path.namespace'?: TextValue;
  /** Default: /flink. */
  readonly 'high-availability.zookeeper.path.root'?: TextValue;
  /** @deprecated Default: /running_job_registry/. Until 1.20. */
  readonly 'high-availability.zookeeper.path.running-registry'?: TextValue;
  readonly 'high-availability.zookeeper.quorum'?: TextValue;
  /** @deprecated use high-availability.storageDir */
  readonly 'high-availability.zookeeper.storageDir'?: TextValue;
  /** Default: false. Since 2.3. */
  readonly 'historyserver.archive.clean-expired-applications'?: BooleanValue;
  /** Default: false. */
  readonly 'historyserver.archive.clean-expired-jobs'?: BooleanValue;
  readonly 'historyserver.archive.fs.dir'?: TextValue;
  /** Default: 10 s. */
  readonly 'historyserver.archive.fs.refresh-interval'?: DurationValue;
  /** Default: -1. Since 2.3. */
  readonly 'historyserver.archive.retained-applications'?: NumberValue;
  /** Default: -1. */
  readonly 'historyserver.archive.retained-jobs'?: NumberValue;
  /** Since 2.2. */
  readonly 'historyserver.archive.retained-ttl'?: DurationValue;
  readonly 'historyserver.log.jobmanager.url-pattern'?: TextValue;
  readonly 'historyserver.log.taskmanager.url-pattern'?: TextValue;
  readonly 'historyserver.web.address'?: TextValue;
  /** Default: 8082. */
  readonly 'historyserver.web.port'?: NumberValue;
  /** Default: 10 s. */
  readonly 'historyserver.web.refresh-interval'?: DurationValue;
  /** Default: false. */
  readonly 'historyserver.web.ssl.enabled'?: BooleanValue;
  readonly 'historyserver.web.tmpdir'?: TextValue;
  readonly 'io.tmp.dirs'?: TextValue;
  readonly 'jmx.server.port'?: TextValue;
  /** Default: 1 s. Since 1.20. */
  readonly 'job-event.store.write-buffer.flush-interval'?: DurationValue;
  /** Default: 1 mb. Since 1.20. */
  readonly 'job-event.store.write-buffer.size'?: MemoryValue;
  /** @deprecated use jobmanager.execution.attempts-history-size */
  readonly 'job-manager.max-attempts-history-size'?: NumberValue;
  /** @deprecated Default: true. */
  readonly 'job-result-store.delete-on-commit'?: BooleanValue;
  readonly 'job-result-store.storage-path'?: TextValue;
  /** Default: 5 min. */
  readonly 'job.autoscaler.backlog-processing.lag-threshold'?: DurationValue;
  /** Default: 30 min. */
  readonly 'job.autoscaler.catch-up.duration'?: DurationValue;
  /** Default: false. */
  readonly 'job.autoscaler.enabled'?: BooleanValue;
  readonly 'job.autoscaler.excluded.periods'?: ListValue;
  /** Default: 10 s. */
  readonly 'job.autoscaler.flink.rest-client.timeout'?: DurationValue;
  /** Default: 24 h. */
  readonly 'job.autoscaler.history.max.age'?: DurationValue;
  /** Default: 3. */
  readonly 'job.autoscaler.history.max.count'?: NumberValue;
  /** Default: 1. */
  readonly 'job.autoscaler.memory.gc-pressure.threshold'?: NumberValue;
  /** Default: 1. */
  readonly 'job.autoscaler.memory.heap-usage.threshold'?: NumberValue;
  /** Default: false. */
  readonly 'job.autoscaler.memory.tuning.enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'job.autoscaler.memory.tuning.maximize-managed-memory'?: BooleanValue;
  /** Default: 0.2. */
  readonly 'job.autoscaler.memory.tuning.overhead'?: NumberValue;
  /** Default: true. */
  readonly 'job.autoscaler.memory.tuning.scale-down-compensation.enabled'?: BooleanValue;
  /** Default: MAX. */
  readonly 'job.autoscaler.metrics.busy-time.aggregator'?: AnyCase<'AVG' | 'MAX' | 'MIN'>;
  readonly 'job.autoscaler.metrics.custom-evaluators'?: ListValue;
  /** Default: 15 min. */
  readonly 'job.autoscaler.metrics.window'?: DurationValue;
  /** Default: 0.5. */
  readonly 'job.autoscaler.observed-scalability.coefficient-min'?: NumberValue;
  /** Default: false. */
  readonly 'job.autoscaler.observed-scalability.enabled'?: BooleanValue;
  /** Default: 3. */
  readonly 'job.autoscaler.observed-scalability.min-observations'?: NumberValue;
  /** Default: 30 s. */
  readonly 'job.autoscaler.observed-true-processing-rate.lag-threshold'?: DurationValue;
  /** Default: 2. */
  readonly 'job.autoscaler.observed-true-processing-rate.min-observations'?: NumberValue;
  /** Default: 0.15. */
  readonly 'job.autoscaler.observed-true-processing-rate.switch-threshold'?: NumberValue;
  readonly 'job.autoscaler.quota.cpu'?: NumberValue;
  readonly 'job.autoscaler.quota.memory'?: MemoryValue;
  /** Default: 5 min. */
  readonly 'job.autoscaler.restart.time'?: DurationValue;
  /** Default: false. */
  readonly 'job.autoscaler.restart.time-tracking.enabled'?: BooleanValue;
  /** Default: 15 min. */
  readonly 'job.autoscaler.restart.time-tracking.limit'?: DurationValue;
  /** Default: 1 h. */
  readonly 'job.autoscaler.scale-down.interval'?: DurationValue;
  /** Default: 0.6. */
  readonly 'job.autoscaler.scale-down.max-factor'?: NumberValue;
  /** Default: 100000. */
  readonly 'job.autoscaler.scale-up.max-factor'?: NumberValue;
  readonly 'job.autoscaler.scaling.custom-executors'?: ListValue;
  /** Default: false. */
  readonly 'job.autoscaler.scaling.effectiveness.detection.enabled'?: BooleanValue;
  /** Default: 0.1. */
  readonly 'job.autoscaler.scaling.effectiveness.threshold'?: NumberValue;
  /** Default: true. */
  readonly 'job.autoscaler.scaling.enabled'?: BooleanValue;
  /** Default: 30 min. */
  readonly 'job.autoscaler.scaling.event.interval'?: DurationValue;
  /** @deprecated Default: EVENLY_SPREAD. */
  readonly 'job.autoscaler.scaling.key-group.partitions.adjust.mode'?: AnyCase<
    'EVENLY_SPREAD' | 'MAXIMIZE_UTILISATION'
  >;
  /** Default: BALANCED. */
  readonly 'job.autoscaler.scaling.parallelism-alignment.mode'?: TextValue;
  /** Default: 5 min. */
  readonly 'job.autoscaler.stabilization.interval'?: DurationValue;
  /** @deprecated Default: 0.3. */
  readonly 'job.autoscaler.target.utilization.boundary'?: NumberValue;
  readonly 'job.autoscaler.utilization.max'?: NumberValue;
  readonly 'job.autoscaler.utilization.min'?: NumberValue;
  /** Default: 0.7. */
  readonly 'job.autoscaler.utilization.target'?: NumberValue;
  readonly 'job.autoscaler.vertex.exclude.ids'?: ListValue;
  /** Default: 200. */
  readonly 'job.autoscaler.vertex.max-parallelism'?: NumberValue;
  /** Default: 1. */
  readonly 'job.autoscaler.vertex.min-parallelism'?: NumberValue;
  /** @deprecated use execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task */
  readonly 'jobmanager.adaptive-batch-scheduler.avg-data-volume-per-task'?: MemoryValue;
  /** @deprecated use execution.batch.adaptive.auto-parallelism.default-source-parallelism */
  readonly 'jobmanager.adaptive-batch-scheduler.default-source-parallelism'?: NumberValue;
  /** @deprecated use execution.batch.adaptive.auto-parallelism.max-parallelism */
  readonly 'jobmanager.adaptive-batch-scheduler.max-parallelism'?: NumberValue;
  /** @deprecated use execution.batch.adaptive.auto-parallelism.min-parallelism */
  readonly 'jobmanager.adaptive-batch-scheduler.min-parallelism'?: NumberValue;
  /** @deprecated use execution.batch.speculative.block-slow-node-duration */
  readonly 'jobmanager.adaptive-batch-scheduler.speculative.block-slow-node-duration'?: DurationValue;
  /** @deprecated use execution.batch.speculative.enabled */
  readonly 'jobmanager.adaptive-batch-scheduler.speculative.enabled'?: BooleanValue;
  /** @deprecated use execution.batch.speculative.max-concurrent-executions */
  readonly 'jobmanager.adaptive-batch-scheduler.speculative.max-concurrent-executions'?: NumberValue;
  /** Default: 30 s. Since 2.0. */
  readonly 'jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling'?: DurationValue;
  /** Default: 1 min. Since 2.0. */
  readonly 'jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout'?: DurationValue;
  /** @deprecated Default: 1. */
  readonly 'jobmanager.adaptive-scheduler.min-parallelism-increase'?: NumberValue;
  /** Default: true. Since 1.19. */
  readonly 'jobmanager.adaptive-scheduler.prefer-minimal-taskmanagers'?: BooleanValue;
  /** Default: 2. Since 2.0. */
  readonly 'jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures'?: NumberValue;
  /** Since 2.0. */
  readonly 'jobmanager.adaptive-scheduler.rescale-trigger.max-delay'?: DurationValue;
  /** @deprecated use jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout */
  readonly 'jobmanager.adaptive-scheduler.resource-stabilization-timeout'?: DurationValue;
  /** @deprecated use jobmanager.adaptive-scheduler.submission.resource-wait-timeout */
  readonly 'jobmanager.adaptive-scheduler.resource-wait-timeout'?: DurationValue;
  /** @deprecated Since 1.19. */
  readonly 'jobmanager.adaptive-scheduler.scaling-interval.max'?: DurationValue;
  /** @deprecated use jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling */
  readonly 'jobmanager.adaptive-scheduler.scaling-interval.min'?: DurationValue;
  /** Default: 10 s. Since 2.0. */
  readonly 'jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout'?: DurationValue;
  /** Default: 5 min. Since 2.0. */
  readonly 'jobmanager.adaptive-scheduler.submission.resource-wait-timeout'?: DurationValue;
  readonly 'jobmanager.archive.fs.dir'?: TextValue;
  readonly 'jobmanager.bind-host'?: TextValue;
  /** Default: 16. */
  readonly 'jobmanager.execution.attempts-history-size'?: NumberValue;
  /** Default: region. */
  readonly 'jobmanager.execution.failover-strategy'?: AnyCase<'full' | 'region'>;
  /** Since 1.18. */
  readonly 'jobmanager.failure-enrichers'?: TextValue;
  readonly 'jobmanager.future-pool.size'?: NumberValue;
  /** @deprecated Until 1.20. */
  readonly 'jobmanager.heap.mb'?: NumberValue;
  /** @deprecated Until 1.20. */
  readonly 'jobmanager.heap.size'?: MemoryValue;
  readonly 'jobmanager.io-pool.size'?: NumberValue;
  /** Default: false. */
  readonly 'jobmanager.memory.enable-jvm-direct-memory-limit'?: BooleanValue;
  readonly 'jobmanager.memory.flink.size'?: MemoryValue;
  readonly 'jobmanager.memory.heap.size'?: MemoryValue;
  /** Default: 256 mb. */
  readonly 'jobmanager.memory.jvm-metaspace.size'?: MemoryValue;
  /** Default: 0.1. */
  readonly 'jobmanager.memory.jvm-overhead.fraction'?: NumberValue;
  /** Default: 1 gb. */
  readonly 'jobmanager.memory.jvm-overhead.max'?: MemoryValue;
  /** Default: 192 mb. */
  readonly 'jobmanager.memory.jvm-overhead.min'?: MemoryValue;
  /** Default: 128 mb. */
  readonly 'jobmanager.memory.off-heap.size'?: MemoryValue;
  readonly 'jobmanager.memory.process.size'?: MemoryValue;
  /** Since 1.17. */
  readonly 'jobmanager.partition.hybrid.partition-data-consume-constraint'?: AnyCase<
    'ALL_PRODUCERS_FINISHED' | 'ONLY_FINISHED_PRODUCERS' | 'UNFINISHED_PRODUCERS'
  >;
  /** Default: true. */
  readonly 'jobmanager.partition.release-during-job-execution'?: BooleanValue;
  readonly 'jobmanager.resource-id'?: TextValue;
  /** Default: true. */
  readonly 'jobmanager.retrieve-taskmanager-hostname'?: BooleanValue;
  readonly 'jobmanager.rpc.address'?: TextValue;
  readonly 'jobmanager.rpc.bind-port'?: NumberValue;
  /** Default: 6123. */
  readonly 'jobmanager.rpc.port'?: NumberValue;
  /** Default: Default. */
  readonly 'jobmanager.scheduler'?: AnyCase<'Ng' | 'Default' | 'Adaptive' | 'AdaptiveBatch'>;
  /** Default: 4194304. Since 1.18. */
  readonly 'jobmanager.task-deployment.offload-shuffle-descriptors-to-blob-server.threshold-num'?: NumberValue;
  /** @deprecated use web.access-control-allow-origin */
  readonly 'jobmanager.web.access-control-allow-origin'?: TextValue;
  /** @deprecated use rest.bind-address */
  readonly 'jobmanager.web.address'?: TextValue;
  /** @deprecated use web.backpressure.cleanup-interval */
  readonly 'jobmanager.web.backpressure.cleanup-interval'?: NumberValue;
  /** @deprecated use web.backpressure.delay-between-samples */
  readonly 'jobmanager.web.backpressure.delay-between-samples'?: NumberValue;
  /** @deprecated use web.backpressure.num-samples */
  readonly 'jobmanager.web.backpressure.num-samples'?: NumberValue;
  /** @deprecated use web.backpressure.refresh-interval */
  readonly 'jobmanager.web.backpressure.refresh-interval'?: NumberValue;
  /** @deprecated use web.checkpoints.history */
  readonly 'jobmanager.web.checkpoints.history'?: NumberValue;
  /** @deprecated use web.history */
  readonly 'jobmanager.web.history'?: NumberValue;
  /** @deprecated use web.log.path */
  readonly 'jobmanager.web.log.path'?: TextValue;
  /** @deprecated use rest.bind-port */
  readonly 'jobmanager.web.port'?: TextValue;
  /** @deprecated use web.refresh-interval */
  readonly 'jobmanager.web.refresh-interval'?: NumberValue;
  /** @deprecated use web.ssl.enabled */
  readonly 'jobmanager.web.ssl.enabled'?: BooleanValue;
  /** @deprecated use web.submit.enable */
  readonly 'jobmanager.web.submit.enable'?: BooleanValue;
  /** @deprecated use web.tmpdir */
  readonly 'jobmanager.web.tmpdir'?: TextValue;
  /** @deprecated use web.upload.dir */
  readonly 'jobmanager.web.upload.dir'?: TextValue;
  /** @deprecated use completed-application-store.cache-size */
  readonly 'jobstore.cache-size'?: NumberValue;
  /** @deprecated Default: 3600. */
  readonly 'jobstore.expiration-time'?: NumberValue;
  /** @deprecated use completed-application-store.max-capacity */
  readonly 'jobstore.max-capacity'?: NumberValue;
  /** @deprecated use completed-application-store.type */
  readonly 'jobstore.type'?: AnyCase<'File' | 'Memory'>;
  /** Default: false. Since 1.20. */
  readonly 'kubernetes.artifacts.local-upload-enabled'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'kubernetes.artifacts.local-upload-overwrite'?: BooleanValue;
  /** Since 1.20. */
  readonly 'kubernetes.artifacts.local-upload-target'?: TextValue;
  /** Default: 4. */
  readonly 'kubernetes.client.io-pool.size'?: NumberValue;
  /** Default: flink. */
  readonly 'kubernetes.client.user-agent'?: TextValue;
  readonly 'kubernetes.cluster-id'?: TextValue;
  readonly 'kubernetes.config.file'?: TextValue;
  /** @deprecated use kubernetes.container.image.ref */
  readonly 'kubernetes.container.image'?: TextValue | Nested;
  /** Default: IfNotPresent. */
  readonly 'kubernetes.container.image.pull-policy'?: AnyCase<'IfNotPresent' | 'Always' | 'Never'>;
  readonly 'kubernetes.container.image.pull-secrets'?: ListValue;
  /** Since 1.17. */
  readonly 'kubernetes.container.image.ref'?: TextValue;
  readonly 'kubernetes.context'?: TextValue;
  /** Default: true. Since 1.17. */
  readonly 'kubernetes.decorator.hadoop-conf-mount.enabled'?: BooleanValue;
  /** Default: true. Since 1.17. */
  readonly 'kubernetes.decorator.kerberos-mount.enabled'?: BooleanValue;
  /** Default: /docker-entrypoint.sh. */
  readonly 'kubernetes.entry.path'?: TextValue;
  readonly 'kubernetes.env.secretKeyRef'?: ListValue;
  /** Default: /opt/flink/conf. */
  readonly 'kubernetes.flink.conf.dir'?: TextValue;
  readonly 'kubernetes.flink.log.dir'?: TextValue;
  readonly 'kubernetes.hadoop.conf.config-map.name'?: TextValue;
  /** Default: false. */
  readonly 'kubernetes.hostnetwork.enabled'?: BooleanValue;
  /** Since 1.20. */
  readonly 'kubernetes.internal-service.annotations'?: MapValue;
  /** Since 2.2. */
  readonly 'kubernetes.internal-service.labels'?: MapValue;
  readonly 'kubernetes.jobmanager.annotations'?: MapValue;
  /** @deprecated use kubernetes.jobmanager.cpu.amount */
  readonly 'kubernetes.jobmanager.cpu'?: NumberValue | Nested;
  /** Default: 1.0. Since 1.17. */
  readonly 'kubernetes.jobmanager.cpu.amount'?: NumberValue;
  /** Default: 1.0. */
  readonly 'kubernetes.jobmanager.cpu.limit-factor'?: NumberValue;
  readonly 'kubernetes.jobmanager.entrypoint.args'?: TextValue;
  readonly 'kubernetes.jobmanager.labels'?: MapValue;
  /** Default: 1.0. */
  readonly 'kubernetes.jobmanager.memory.limit-factor'?: NumberValue;
  readonly 'kubernetes.jobmanager.node-selector'?: MapValue;
  readonly 'kubernetes.jobmanager.owner.reference'?: ListValue;
  /** Default: 1. */
  readonly 'kubernetes.jobmanager.replicas'?: NumberValue;
  /** Default: default. */
  readonly 'kubernetes.jobmanager.service-account'?: TextValue;
  readonly 'kubernetes.jobmanager.tolerations'?: ListValue;
  /** Default: default. */
  readonly 'kubernetes.namespace'?: TextValue;
  /** Default: kubernetes.io/hostname. */
  readonly 'kubernetes.node-name-label'?: TextValue;
  /** Default: 1 min. */
  readonly 'kubernetes.operator.checkpoint.trigger.grace-period'?: DurationValue;
  /** Default: FULL. */
  readonly 'kubernetes.operator.checkpoint.type'?: AnyCase<'FULL' | 'INCREMENTAL' | 'UNKNOWN'>;
  /** Default: true. */
  readonly 'kubernetes.operator.cluster.health-check.checkpoint-progress.enabled'?: BooleanValue;
  readonly 'kubernetes.operator.cluster.health-check.checkpoint-progress.window'?: DurationValue;
  /** Default: false. */
  readonly 'kubernetes.operator.cluster.health-check.enabled'?: BooleanValue;
  /** Default: 64. */
  readonly 'kubernetes.operator.cluster.health-check.restarts.threshold'?: NumberValue;
  /** Default: 2 min. */
  readonly 'kubernetes.operator.cluster.health-check.restarts.window'?: DurationValue;
  /** Default: 5 min. */
  readonly 'kubernetes.operator.deployment.readiness.timeout'?: DurationValue;
  /** Default: false. */
  readonly 'kubernetes.operator.deployment.rollback.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'kubernetes.operator.jm-deployment-recovery.enabled'?: BooleanValue;
  /** Default: 1 d. */
  readonly 'kubernetes.operator.jm-deployment.shutdown-ttl'?: DurationValue;
  /** Default: true. */
  readonly 'kubernetes.operator.jm-deployment.startup.probe.enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'kubernetes.operator.job.drain-on-savepoint-deletion'?: BooleanValue;
  /** Default: false. */
  readonly 'kubernetes.operator.job.restart.failed'?: BooleanValue;
  /** Default: false. */
  readonly 'kubernetes.operator.job.savepoint-on-deletion'?: BooleanValue;
  /** Default: false. */
  readonly 'kubernetes.operator.job.upgrade.ignore-pending-savepoint'?: BooleanValue;
  /** Default: true. */
  readonly 'kubernetes.operator.job.upgrade.inplace-scaling.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'kubernetes.operator.job.upgrade.last-state-fallback.enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'kubernetes.operator.job.upgrade.last-state.job-cancel.enabled'?: BooleanValue;
  readonly 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age'?: DurationValue;
  readonly 'kubernetes.operator.periodic.checkpoint.interval'?: TextValue;
  readonly 'kubernetes.operator.periodic.savepoint.interval'?: TextValue;
  /** Default: false. */
  readonly 'kubernetes.operator.pod-template.merge-arrays-by-name'?: BooleanValue;
  /** Default: true. */
  readonly 'kubernetes.operator.savepoint.cleanup.enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'kubernetes.operator.savepoint.dispose-on-delete'?: BooleanValue;
  /** Default: CANONICAL. */
  readonly 'kubernetes.operator.savepoint.format.type'?: AnyCase<'CANONICAL' | 'NATIVE'>;
  /** Default: 24 h. */
  readonly 'kubernetes.operator.savepoint.history.max.age'?: DurationValue;
  /** Default: 10. */
  readonly 'kubernetes.operator.savepoint.history.max.count'?: NumberValue;
  /** Default: 1 min. */
  readonly 'kubernetes.operator.savepoint.trigger.grace-period'?: DurationValue;
  /** Default: true. */
  readonly 'kubernetes.operator.session.deletion.block-on-session-jobs'?: BooleanValue;
  /** Default: true. */
  readonly 'kubernetes.operator.session.deletion.block-on-unmanaged-jobs'?: BooleanValue;
  /** Default: true. */
  readonly 'kubernetes.operator.snapshot.resource.enabled'?: BooleanValue;
  readonly 'kubernetes.operator.user.artifacts.http.header'?: MapValue;
  /** Default: false. Since 2.3. */
  readonly 'kubernetes.persistent-volume-claim-read-only'?: BooleanValue;
  /** Since 2.3. */
  readonly 'kubernetes.persistent-volume-claims'?: MapValue;
  /** @deprecated use kubernetes.pod-template-file.default */
  readonly 'kubernetes.pod-template-file'?: TextValue | Nested;
  /** Since 1.17. */
  readonly 'kubernetes.pod-template-file.default'?: TextValue;
  readonly 'kubernetes.pod-template-file.jobmanager'?: TextValue;
  readonly 'kubernetes.pod-template-file.taskmanager'?: TextValue;
  readonly 'kubernetes.rest-service.annotations'?: MapValue;
  /** Default: InternalIP. */
  readonly 'kubernetes.rest-service.exposed.node-port-address-type'?: AnyCase<'InternalIP' | 'ExternalIP'>;
  /** Default: ClusterIP. */
  readonly 'kubernetes.rest-service.exposed.type'?: AnyCase<
    'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'Headless_ClusterIP'
  >;
  /** Since 2.2. */
  readonly 'kubernetes.rest-service.labels'?: MapValue;
  readonly 'kubernetes.secrets'?: MapValue;
  /** Default: default. */
  readonly 'kubernetes.service-account'?: TextValue;
  readonly 'kubernetes.taskmanager.annotations'?: MapValue;
  /** @deprecated use kubernetes.taskmanager.cpu.amount */
  readonly 'kubernetes.taskmanager.cpu'?: NumberValue | Nested;
  /** Default: -1.0. Since 1.17. */
  readonly 'kubernetes.taskmanager.cpu.amount'?: NumberValue;
  /** Default: 1.0. */
  readonly 'kubernetes.taskmanager.cpu.limit-factor'?: NumberValue;
  readonly 'kubernetes.taskmanager.entrypoint.args'?: TextValue;
  readonly 'kubernetes.taskmanager.labels'?: MapValue;
  /** Default: 1.0. */
  readonly 'kubernetes.taskmanager.memory.limit-factor'?: NumberValue;
  readonly 'kubernetes.taskmanager.node-selector'?: MapValue;
  /** Default: default. */
  readonly 'kubernetes.taskmanager.service-account'?: TextValue;
  readonly 'kubernetes.taskmanager.tolerations'?: ListValue;
  /** Default: 50 ms. Since 1.20. */
  readonly 'kubernetes.transactional-operation.initial-retry-delay'?: DurationValue;
  /** Default: 15. */
  readonly 'kubernetes.transactional-operation.max-retries'?: NumberValue;
  /** Default: 1 min. Since 1.20. */
  readonly 'kubernetes.transactional-operation.max-retry-delay'?: DurationValue;
  /** @deprecated use blob.service.cleanup.interval */
  readonly 'library-cache-manager.cleanup.interval'?: NumberValue;
  /** @deprecated Default: 1. Until 1.20. */
  readonly 'local.number-resourcemanager'?: NumberValue;
  /** @deprecated use minicluster.number-of-taskmanagers */
  readonly 'local.number-taskmanager'?: NumberValue;
  /** Default: 3 min. Since 2.2. */
  readonly 'materialized-table.default-freshness.continuous'?: DurationValue;
  /** Default: 1 h. Since 2.2. */
  readonly 'materialized-table.default-freshness.full'?: DurationValue;
  /** Default: FROM_BEGINNING. Since 2.3. */
  readonly 'materialized-table.default-start-mode'?: AnyCase<
    | 'FROM_BEGINNING'
    | 'FROM_NOW'
    | 'FROM_TIMESTAMP'
    | 'RESUME_OR_FROM_BEGINNING'
    | 'RESUME_OR_FROM_NOW'
    | 'RESUME_OR_FROM_TIMESTAMP'
  >;
  /** Default: 30 min. Since 1.20. */
  readonly 'materialized-table.refresh-mode.freshness-threshold'?: DurationValue;
  /** Default: 10 s. */
  readonly 'metrics.fetcher.update-interval'?: DurationValue;
  /** Default: 0. */
  readonly 'metrics.internal.query-service.port'?: TextValue;
  /** Default: 1. */
  readonly 'metrics.internal.query-service.thread-priority'?: NumberValue;
  /** Default: CURRENT_TIME. */
  readonly 'metrics.job.status.enable'?: ListValue;
  /** Default: operator. */
  readonly 'metrics.latency.granularity'?: TextValue;
  /** Default: 128. */
  readonly 'metrics.latency.history-size'?: NumberValue;
  /** Default: 0 ms. */
  readonly 'metrics.latency.interval'?: DurationValue;
  readonly 'metrics.reporters'?: TextValue;
  /** Default: .. */
  readonly 'metrics.scope.delimiter'?: TextValue;
  /** Default: <host>.jobmanager. */
  readonly 'metrics.scope.jm'?: TextValue | Nested;
  /** Default: <host>.jobmanager.<job_name>. Since 1.17. */
  readonly 'metrics.scope.jm-job'?: TextValue;
  /** Default: <host>.jobmanager.<job_name>.<operator_name>. Since 1.18. */
  readonly 'metrics.scope.jm-operator'?: TextValue;
  /** @deprecated use metrics.scope.jm-job */
  readonly 'metrics.scope.jm.job'?: TextValue;
  readonly 'metrics.scope.operator'?: TextValue;
  readonly 'metrics.scope.task'?: TextValue;
  /** Default: <host>.taskmanager.<tm_id>. */
  readonly 'metrics.scope.tm'?: TextValue | Nested;
  /** Default: <host>.taskmanager.<tm_id>.<job_name>. Since 1.17. */
  readonly 'metrics.scope.tm-job'?: TextValue;
  /** @deprecated use metrics.scope.tm-job */
  readonly 'metrics.scope.tm.job'?: TextValue;
  /** Default: false. */
  readonly 'metrics.system-resource'?: BooleanValue;
  /** Default: 5 s. */
  readonly 'metrics.system-resource-probing-interval'?: DurationValue;
  /** Default: 1. Since 1.19. */
  readonly 'minicluster.number-of-taskmanagers'?: NumberValue;
  readonly 'oss.upload.max.concurrent.uploads'?: NumberValue;
  /** Default: 10485760. */
  readonly 'oss.upload.min.part.size'?: NumberValue;
  /** Default: 1. */
  readonly 'parallelism.default'?: NumberValue;
  /** Default: true. Since 1.18. */
  readonly 'pekko.ask.callstack'?: BooleanValue;
  /** Default: 10 s. Since 1.18. */
  readonly 'pekko.ask.timeout'?: DurationValue;
  /** Default: 1.0. Since 1.18. */
  readonly 'pekko.client-socket-worker-pool.pool-size-factor'?: NumberValue;
  /** Default: 2. Since 1.18. */
  readonly 'pekko.client-socket-worker-pool.pool-size-max'?: NumberValue;
  /** Default: 1. Since 1.18. */
  readonly 'pekko.client-socket-worker-pool.pool-size-min'?: NumberValue;
  /** Default: 2.0. Since 1.18. */
  readonly 'pekko.fork-join-executor.parallelism-factor'?: NumberValue;
  /** Default: 64. Since 1.18. */
  readonly 'pekko.fork-join-executor.parallelism-max'?: NumberValue;
  /** Default: 8. Since 1.18. */
  readonly 'pekko.fork-join-executor.parallelism-min'?: NumberValue;
  /** Default: 10485760b. Since 1.18. */
  readonly 'pekko.framesize'?: TextValue;
  /** Default: true. Since 1.18. */
  readonly 'pekko.jvm-exit-on-fatal-error'?: BooleanValue;
  /** Default: false. Since 1.18. */
  readonly 'pekko.log.lifecycle.events'?: BooleanValue;
  /** Default: 10 s. Since 1.18. */
  readonly 'pekko.lookup.timeout'?: DurationValue;
  /** Default: 2.0. Since 1.19. */
  readonly 'pekko.remote-fork-join-executor.parallelism-factor'?: NumberValue;
  /** Default: 16. Since 1.19. */
  readonly 'pekko.remote-fork-join-executor.parallelism-max'?: NumberValue;
  /** Default: 8. Since 1.19. */
  readonly 'pekko.remote-fork-join-executor.parallelism-min'?: NumberValue;
  /** Default: 50. Since 1.18. */
  readonly 'pekko.retry-gate-closed-for'?: NumberValue;
  /** Default: 1.0. Since 1.18. */
  readonly 'pekko.server-socket-worker-pool.pool-size-factor'?: NumberValue;
  /** Default: 2. Since 1.18. */
  readonly 'pekko.server-socket-worker-pool.pool-size-max'?: NumberValue;
  /** Default: 1. Since 1.18. */
  readonly 'pekko.server-socket-worker-pool.pool-size-min'?: NumberValue;
  /** Default: true. Since 1.18. */
  readonly 'pekko.ssl.enabled'?: BooleanValue;
  /** Since 1.18. */
  readonly 'pekko.startup-timeout'?: DurationValue;
  /** Default: 20 s. Since 1.18. */
  readonly 'pekko.tcp.timeout'?: DurationValue;
  /** Default: 15. Since 1.18. */
  readonly 'pekko.throughput'?: NumberValue;
  /** Default: true. */
  readonly 'pipeline.auto-generate-uids'?: BooleanValue;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'pipeline.auto-type-registration'?: BooleanValue;
  /** Default: 200 ms. */
  readonly 'pipeline.auto-watermark-interval'?: DurationValue;
  readonly 'pipeline.cached-files'?: ListValue;
  /** Default: 1024. */
  readonly 'pipeline.cep.sharedbuffer.cache.entry-slots'?: NumberValue;
  /** Default: 1024. */
  readonly 'pipeline.cep.sharedbuffer.cache.event-slots'?: NumberValue;
  /** Default: 30 min. */
  readonly 'pipeline.cep.sharedbuffer.cache.statistics-interval'?: DurationValue;
  readonly 'pipeline.classpaths'?: ListValue;
  /** Default: RECURSIVE. */
  readonly 'pipeline.closure-cleaner-level'?: AnyCase<'NONE' | 'TOP_LEVEL' | 'RECURSIVE'>;
  /** @deprecated Until 1.20. */
  readonly 'pipeline.default-kryo-serializers'?: ListValue;
  /** Default: false. */
  readonly 'pipeline.force-avro'?: BooleanValue;
  /** Default: false. */
  readonly 'pipeline.force-kryo'?: BooleanValue;
  /** Since 1.20. */
  readonly 'pipeline.force-kryo-avro'?: BooleanValue;
  /** Default: true. */
  readonly 'pipeline.generic-types'?: BooleanValue;
  readonly 'pipeline.global-job-parameters'?: MapValue;
  readonly 'pipeline.jars'?: ListValue;
  /** Since 1.17. */
  readonly 'pipeline.jobvertex-parallelism-overrides'?: MapValue;
  /** Default: -1. */
  readonly 'pipeline.max-parallelism'?: NumberValue;
  readonly 'pipeline.name'?: TextValue;
  /** Default: false. */
  readonly 'pipeline.object-reuse'?: BooleanValue;
  /** @deprecated use pipeline.operator-chaining.enabled */
  readonly 'pipeline.operator-chaining'?: BooleanValue | Nested;
  /** Default: true. Since 1.18. */
  readonly 'pipeline.operator-chaining.chain-operators-with-different-max-parallelism'?: BooleanValue;
  /** Default: true. Since 1.18. */
  readonly 'pipeline.operator-chaining.enabled'?: BooleanValue;
  /** @deprecated Until 1.20. */
  readonly 'pipeline.registered-kryo-types'?: ListValue;
  /** @deprecated Until 1.20. */
  readonly 'pipeline.registered-pojo-types'?: ListValue;
  /** Since 1.19. */
  readonly 'pipeline.serialization-config'?: ListValue;
  /** Default: false. Since 2.3. */
  readonly 'pipeline.sources.pause-until-first-checkpoint'?: BooleanValue;
  /** @deprecated Default: EventTime. Until 1.20. */
  readonly 'pipeline.time-characteristic'?: AnyCase<'ProcessingTime' | 'IngestionTime' | 'EventTime'>;
  /** Default: TREE. */
  readonly 'pipeline.vertex-description-mode'?: AnyCase<'TREE' | 'CASCADING'>;
  /** Default: false. */
  readonly 'pipeline.vertex-name-include-index-prefix'?: BooleanValue;
  /** Default: false. Since 1.17. */
  readonly 'pipeline.watermark-alignment.allow-unaligned-source-splits'?: BooleanValue;
  /** Default: 3. Since 2.3. */
  readonly 'pipeline.watermark-alignment.buffer-size'?: NumberValue;
  readonly 'plugin.classloader.parent-first-patterns.additional'?: ListValue;
  readonly 'plugin.classloader.parent-first-patterns.default'?: ListValue;
  readonly 'process.jobmanager.working-dir'?: TextValue;
  readonly 'process.taskmanager.working-dir'?: TextValue;
  readonly 'process.working-dir'?: TextValue;
  readonly 'python.archives'?: TextValue;
  /** Default: python. */
  readonly 'python.client.executable'?: TextValue;
  /** Default: python. */
  readonly 'python.executable'?: TextValue;
  /** Default: process. */
  readonly 'python.execution-mode'?: TextValue;
  readonly 'python.files'?: TextValue;
  /** Default: 1000. */
  readonly 'python.fn-execution.arrow.batch.size'?: NumberValue;
  /** Default: 1000. */
  readonly 'python.fn-execution.bundle.size'?: NumberValue;
  /** Default: 1000. */
  readonly 'python.fn-execution.bundle.time'?: NumberValue;
  /** Default: true. */
  readonly 'python.fn-execution.memory.managed'?: BooleanValue;
  readonly 'python.internal.archives-key-map'?: MapValue;
  readonly 'python.internal.files-key-map'?: MapValue;
  readonly 'python.internal.requirements-file-key'?: MapValue;
  readonly 'python.job-options'?: MapValue;
  /** Default: INFO. Since 2.3. */
  readonly 'python.logging.default.level'?: TextValue;
  /** Since 2.3. */
  readonly 'python.logging.level.overrides'?: MapValue;
  readonly 'python.loopback-server.address'?: TextValue;
  /** Default: 1000. */
  readonly 'python.map-state.iterate-response-batch-size'?: NumberValue;
  /** Default: 1000. */
  readonly 'python.map-state.read-cache-size'?: NumberValue;
  /** Default: 1000. */
  readonly 'python.map-state.write-cache-size'?: NumberValue;
  /** Default: true. */
  readonly 'python.metric.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'python.operator-chaining.enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'python.profile.enabled'?: BooleanValue;
  /** Since 1.18. */
  readonly 'python.pythonpath'?: TextValue;
  readonly 'python.requirements'?: TextValue;
  /** Default: 1000. */
  readonly 'python.state.cache-size'?: NumberValue;
  /** Default: true. */
  readonly 'python.systemenv.enabled'?: BooleanValue;
  /** @deprecated use queryable-state.client.network-threads */
  readonly 'query.client.network-threads'?: NumberValue;
  /** @deprecated use queryable-state.proxy.network-threads */
  readonly 'query.proxy.network-threads'?: NumberValue;
  /** @deprecated use queryable-state.proxy.ports */
  readonly 'query.proxy.ports'?: TextValue;
  /** @deprecated use queryable-state.proxy.query-threads */
  readonly 'query.proxy.query-threads'?: NumberValue;
  /** @deprecated use queryable-state.server.network-threads */
  readonly 'query.server.network-threads'?: NumberValue;
  /** @deprecated use queryable-state.server.ports */
  readonly 'query.server.ports'?: TextValue;
  /** @deprecated use queryable-state.server.query-threads */
  readonly 'query.server.query-threads'?: NumberValue;
  /** @deprecated Default: 0. */
  readonly 'queryable-state.client.network-threads'?: NumberValue;
  /** @deprecated Default: false. */
  readonly 'queryable-state.enable'?: BooleanValue;
  /** @deprecated Default: 0. */
  readonly 'queryable-state.proxy.network-threads'?: NumberValue;
  /** @deprecated Default: 9069. */
  readonly 'queryable-state.proxy.ports'?: TextValue;
  /** @deprecated Default: 0. */
  readonly 'queryable-state.proxy.query-threads'?: NumberValue;
  /** @deprecated Default: 0. */
  readonly 'queryable-state.server.network-threads'?: NumberValue;
  /** @deprecated Default: 9067. */
  readonly 'queryable-state.server.ports'?: TextValue;
  /** @deprecated Default: 0. */
  readonly 'queryable-state.server.query-threads'?: NumberValue;
  /** @deprecated use high-availability.job.delay */
  readonly 'recovery.job.delay'?: TextValue;
  /** @deprecated use high-availability.jobmanager.port */
  readonly 'recovery.jobmanager.port'?: TextValue;
  /** @deprecated use high-availability */
  readonly 'recovery.mode'?: AnyCase<'NONE' | 'standalone' | 'KUBERNETES' | 'ZOOKEEPER'> | ClassName;
  /** @deprecated use high-availability.zookeeper.client.connection-timeout */
  readonly 'recovery.zookeeper.client.connection-timeout'?: NumberValue;
  /** @deprecated use high-availability.zookeeper.client.max-retry-attempts */
  readonly 'recovery.zookeeper.client.max-retry-attempts'?: NumberValue;
  /** @deprecated use high-availability.zookeeper.client.retry-wait */
  readonly 'recovery.zookeeper.client.retry-wait'?: NumberValue;
  /** @deprecated use high-availability.zookeeper.client.session-timeout */
  readonly 'recovery.zookeeper.client.session-timeout'?: NumberValue;
  /** @deprecated use high-availability.zookeeper.path.execution-plans */
  readonly 'recovery.zookeeper.path.jobgraphs'?: TextValue;
  /** @deprecated use high-availability.cluster-id */
  readonly 'recovery.zookeeper.path.namespace'?: TextValue;
  /** @deprecated use high-availability.zookeeper.path.root */
  readonly 'recovery.zookeeper.path.root'?: TextValue;
  /** @deprecated use high-availability.zookeeper.quorum */
  readonly 'recovery.zookeeper.quorum'?: TextValue;
  /** @deprecated use high-availability.storageDir */
  readonly 'recovery.zookeeper.storageDir'?: TextValue;
  /** Default: 5 min. */
  readonly 'resourcemanager.job.timeout'?: DurationValue;
  /** Default: 0 ms. */
  readonly 'resourcemanager.previous-worker.recovery.timeout'?: DurationValue;
  /** Default: 0. */
  readonly 'resourcemanager.rpc.port'?: NumberValue;
  readonly 'resourcemanager.standalone.start-up-time'?: DurationValue;
  /** Default: 10.0. */
  readonly 'resourcemanager.start-worker.max-failure-rate'?: NumberValue;
  /** Default: 3 s. */
  readonly 'resourcemanager.start-worker.retry-interval'?: DurationValue;
  /** Default: 5 min. */
  readonly 'resourcemanager.taskmanager-registration.timeout'?: DurationValue;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'resourcemanager.taskmanager-release.wait.result.consumed'?: BooleanValue;
  /** Default: 30 s. */
  readonly 'resourcemanager.taskmanager-timeout'?: DurationValue;
  readonly 'rest.address'?: TextValue;
  /** Default: 5 min. */
  readonly 'rest.async.store-duration'?: DurationValue;
  /** Default: 30 s. */
  readonly 'rest.await-leader-timeout'?: DurationValue;
  readonly 'rest.bind-address'?: TextValue;
  /** Default: 8081. */
  readonly 'rest.bind-port'?: TextValue;
  /** Default: 1000. Since 1.18. */
  readonly 'rest.cache.checkpoint-statistics.size'?: NumberValue;
  /** Default: 3 s. Since 1.18. */
  readonly 'rest.cache.checkpoint-statistics.timeout'?: DurationValue;
  /** Since 2.3. */
  readonly 'rest.cache.execution-graph.timeout'?: DurationValue;
  /** Default: 104857600. */
  readonly 'rest.client.max-content-length'?: NumberValue;
  /** Default: 15 s. */
  readonly 'rest.connection-timeout'?: DurationValue;
  /** Default: 10 min. */
  readonly 'rest.flamegraph.cleanup-interval'?: DurationValue;
  /** Default: 50 ms. */
  readonly 'rest.flamegraph.delay-between-samples'?: DurationValue;
  /** Default: false. */
  readonly 'rest.flamegraph.enabled'?: BooleanValue;
  /** Default: 100. */
  readonly 'rest.flamegraph.num-samples'?: NumberValue;
  /** Default: 1 min. */
  readonly 'rest.flamegraph.refresh-interval'?: DurationValue;
  /** Default: 100. */
  readonly 'rest.flamegraph.stack-depth'?: NumberValue;
  /** Default: 5 min. */
  readonly 'rest.idleness-timeout'?: DurationValue;
  /** Since 1.19. */
  readonly 'rest.path'?: TextValue;
  /** Default: 8081. */
  readonly 'rest.port'?: NumberValue;
  /** Since 1.19. */
  readonly 'rest.profiling.dir'?: TextValue;
  /** Default: 5 min. Since 1.19. */
  readonly 'rest.profiling.duration-max'?: DurationValue;
  /** Default: false. Since 1.19. */
  readonly 'rest.profiling.enabled'?: BooleanValue;
  /** Default: 10. Since 1.19. */
  readonly 'rest.profiling.history-size'?: NumberValue;
  /** Default: 3 s. */
  readonly 'rest.retry.delay'?: DurationValue;
  /** Default: 20. */
  readonly 'rest.retry.max-attempts'?: NumberValue;
  /** Default: 104857600. */
  readonly 'rest.server.max-content-length'?: NumberValue;
  /** Default: 4. */
  readonly 'rest.server.numThreads'?: NumberValue;
  /** Default: 5. */
  readonly 'rest.server.thread-priority'?: NumberValue;
  /** Default: /. Since 1.18. */
  readonly 'rest.url-prefix'?: TextValue;
  /** @deprecated use restart-strategy.type */
  readonly 'restart-strategy'?:
    | AnyCase<
        | 'none'
        | 'off'
        | 'disable'
        | 'fixeddelay'
        | 'fixed-delay'
        | 'failurerate'
        | 'failure-rate'
        | 'exponentialdelay'
        | 'exponential-delay'
      >
    | Nested;
  /** Default: 2147483647. Since 1.19. */
  readonly 'restart-strategy.exponential-delay.attempts-before-reset-backoff'?: NumberValue;
  /** Default: 1.5. */
  readonly 'restart-strategy.exponential-delay.backoff-multiplier'?: NumberValue;
  /** Default: 1 s. */
  readonly 'restart-strategy.exponential-delay.initial-backoff'?: DurationValue;
  /** Default: 0.1. */
  readonly 'restart-strategy.exponential-delay.jitter-factor'?: NumberValue;
  /** Default: 1 min. */
  readonly 'restart-strategy.exponential-delay.max-backoff'?: DurationValue;
  /** Default: 1 h. */
  readonly 'restart-strategy.exponential-delay.reset-backoff-threshold'?: DurationValue;
  /** Default: 1 s. */
  readonly 'restart-strategy.failure-rate.delay'?: DurationValue;
  /** Default: 1 min. */
  readonly 'restart-strategy.failure-rate.failure-rate-interval'?: DurationValue;
  /** Default: 1. */
  readonly 'restart-strategy.failure-rate.max-failures-per-interval'?: NumberValue;
  /** Default: 1. */
  readonly 'restart-strategy.fixed-delay.attempts'?: NumberValue;
  /** Default: 1 s. */
  readonly 'restart-strategy.fixed-delay.delay'?: DurationValue;
  /** Since 1.17. */
  readonly 'restart-strategy.type'?: AnyCase<
    | 'none'
    | 'off'
    | 'disable'
    | 'fixeddelay'
    | 'fixed-delay'
    | 'failurerate'
    | 'failure-rate'
    | 'exponentialdelay'
    | 'exponential-delay'
  >;
  /** Since 2.0. */
  readonly 's3.access-key'?: TextValue;
  /** @deprecated use s3.access-key */
  readonly 's3.access.key'?: TextValue;
  /** Since 2.3. */
  readonly 's3.assume-role.arn'?: TextValue;
  /** Since 2.3. */
  readonly 's3.assume-role.external-id'?: TextValue;
  /** Default: 3600. Since 2.3. */
  readonly 's3.assume-role.session-duration'?: NumberValue;
  /** Default: flink-s3-session. Since 2.3. */
  readonly 's3.assume-role.session-name'?: TextValue;
  /** Default: true. Since 2.3. */
  readonly 's3.async.enabled'?: BooleanValue;
  /** Default: true. Since 2.3. */
  readonly 's3.bulk-copy.enabled'?: BooleanValue;
  /** Default: 16. Since 2.3. */
  readonly 's3.bulk-copy.max-concurrent'?: NumberValue;
  /** Default: true. Since 2.3. */
  readonly 's3.checksum-validation.enabled'?: BooleanValue;
  /** Default: true. Since 2.3. */
  readonly 's3.chunked-encoding.enabled'?: BooleanValue;
  /** Default: 30 s. Since 2.3. */
  readonly 's3.client.close.timeout'?: DurationValue;
  /** Default: 1 min. Since 2.3. */
  readonly 's3.close.timeout'?: DurationValue;
  /** Default: 50. Since 2.3. */
  readonly 's3.connection.max'?: NumberValue;
  /** Default: 1 min. Since 2.3. */
  readonly 's3.connection.max-idle-time'?: DurationValue;
  /** Default: 1 min. Since 2.3. */
  readonly 's3.connection.timeout'?: DurationValue;
  /** Since 2.0. */
  readonly 's3.endpoint'?: TextValue;
  readonly 's3.entropy.key'?: TextValue;
  /** Default: 4. */
  readonly 's3.entropy.length'?: NumberValue;
  /** Default: false. Since 2.3. */
  readonly 's3.path-style-access'?: BooleanValue;
  /** @deprecated use s3.path-style-access */
  readonly 's3.path.style.access'?: BooleanValue;
  /** Default: 262144. Since 2.3. */
  readonly 's3.read.buffer.size'?: NumberValue;
  /** Since 2.3. */
  readonly 's3.region'?: TextValue;
  /** Default: 3. Since 2.3. */
  readonly 's3.retry.max-num-retries'?: NumberValue;
  /** Default: -r 0. Since 2.0. */
  readonly 's3.s5cmd.args'?: TextValue;
  /** Default: 100. Since 2.0. */
  readonly 's3.s5cmd.batch.max-files'?: NumberValue;
  /** Default: 1 gb. Since 2.0. */
  readonly 's3.s5cmd.batch.max-size'?: MemoryValue;
  /** Since 2.0. */
  readonly 's3.s5cmd.path'?: TextValue;
  /** Since 2.0. */
  readonly 's3.secret-key'?: TextValue;
  /** @deprecated use s3.secret-key */
  readonly 's3.secret.key'?: TextValue;
  /** Default: 1 min. Since 2.3. */
  readonly 's3.socket.timeout'?: DurationValue;
  /** Since 2.3. */
  readonly 's3.sse.kms.key-id'?: TextValue;
  /** Default: none. Since 2.3. */
  readonly 's3.sse.type'?: TextValue;
  readonly 's3.upload.max.concurrent.uploads'?: NumberValue;
  /** Default: 5242880. */
  readonly 's3.upload.min.part.size'?: NumberValue;
  /** @deprecated use execution.checkpointing.savepoint-dir */
  readonly 'savepoints.state.backend.fs.dir'?: TextValue;
  readonly 'scheduler-mode'?: AnyCase<'REACTIVE'>;
  readonly 'security.context.factory.classes'?: ListValue;
  /** Default: true. Since 1.17. */
  readonly 'security.delegation.tokens.enabled'?: BooleanValue;
  /** Default: 1 h. Since 1.17. */
  readonly 'security.delegation.tokens.renewal.retry.backoff'?: DurationValue;
  /** Default: 0.75. Since 1.17. */
  readonly 'security.delegation.tokens.renewal.time-ratio'?: NumberValue;
  readonly 'security.kerberos.access.hadoopFileSystems'?: ListValue;
  /** @deprecated use security.delegation.tokens.enabled */
  readonly 'security.kerberos.fetch.delegation-token'?: BooleanValue;
  readonly 'security.kerberos.krb5-conf.path'?: TextValue;
  readonly 'security.kerberos.login.contexts'?: TextValue;
  readonly 'security.kerberos.login.keytab'?: TextValue;
  readonly 'security.kerberos.login.principal'?: TextValue;
  /** Default: true. */
  readonly 'security.kerberos.login.use-ticket-cache'?: BooleanValue;
  /** Default: 1 min. */
  readonly 'security.kerberos.relogin.period'?: DurationValue;
  /** @deprecated use security.delegation.tokens.renewal.retry.backoff */
  readonly 'security.kerberos.tokens.renewal.retry.backoff'?: DurationValue;
  /** @deprecated use security.delegation.tokens.renewal.time-ratio */
  readonly 'security.kerberos.tokens.renewal.time-ratio'?: NumberValue;
  /** @deprecated use security.kerberos.login.keytab */
  readonly 'security.keytab'?: TextValue;
  readonly 'security.module.factory.classes'?: ListValue;
  /** @deprecated use security.kerberos.login.principal */
  readonly 'security.principal'?: TextValue;
  readonly 'security.ssl.algorithms'?: TextValue;
  /** @deprecated use security.ssl.internal.close-notify-flush-timeout */
  readonly 'security.ssl.close-notify-flush-timeout'?: NumberValue;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'security.ssl.enabled'?: BooleanValue;
  /** @deprecated use security.ssl.internal.handshake-timeout */
  readonly 'security.ssl.handshake-timeout'?: NumberValue;
  readonly 'security.ssl.internal.cert.fingerprint'?: TextValue;
  /** Default: -1. */
  readonly 'security.ssl.internal.close-notify-flush-timeout'?: NumberValue;
  /** Default: false. */
  readonly 'security.ssl.internal.enabled'?: BooleanValue;
  /** Default: -1. */
  readonly 'security.ssl.internal.handshake-timeout'?: NumberValue;
  readonly 'security.ssl.internal.key-password'?: TextValue;
  readonly 'security.ssl.internal.keystore'?: TextValue;
  readonly 'security.ssl.internal.keystore-password'?: TextValue;
  /** Default: pkcs12. Since 1.20. */
  readonly 'security.ssl.internal.keystore-type'?: TextValue;
  /** Default: -1. */
  readonly 'security.ssl.internal.session-cache-size'?: NumberValue;
  /** Default: -1. */
  readonly 'security.ssl.internal.session-timeout'?: NumberValue;
  readonly 'security.ssl.internal.truststore'?: TextValue;
  readonly 'security.ssl.internal.truststore-password'?: TextValue;
  /** Default: pkcs12. Since 1.20. */
  readonly 'security.ssl.internal.truststore-type'?: TextValue;
  readonly 'security.ssl.key-password'?: TextValue;
  readonly 'security.ssl.keystore'?: TextValue;
  readonly 'security.ssl.keystore-password'?: TextValue;
  /** Default: TLSv1.2. */
  readonly 'security.ssl.protocol'?: TextValue;
  /** Default: JDK. */
  readonly 'security.ssl.provider'?: AnyCase<'JDK' | 'OPENSSL'>;
  /** Default: false. */
  readonly 'security.ssl.rest.authentication-enabled'?: BooleanValue;
  readonly 'security.ssl.rest.cert.fingerprint'?: TextValue;
  /** Default: false. */
  readonly 'security.ssl.rest.enabled'?: BooleanValue;
  readonly 'security.ssl.rest.key-password'?: TextValue;
  readonly 'security.ssl.rest.keystore'?: TextValue;
  readonly 'security.ssl.rest.keystore-password'?: TextValue;
  /** Default: pkcs12. Since 1.20. */
  readonly 'security.ssl.rest.keystore-type'?: TextValue;
  readonly 'security.ssl.rest.truststore'?: TextValue;
  readonly 'security.ssl.rest.truststore-password'?: TextValue;
  /** Default: pkcs12. Since 1.20. */
  readonly 'security.ssl.rest.truststore-type'?: TextValue;
  /** Default: false. Since 2.3. */
  readonly 'security.ssl.rest.verify-hostname'?: BooleanValue;
  /** @deprecated use security.ssl.internal.session-cache-size */
  readonly 'security.ssl.session-cache-size'?: NumberValue;
  /** @deprecated use security.ssl.internal.session-timeout */
  readonly 'security.ssl.session-timeout'?: NumberValue;
  readonly 'security.ssl.truststore'?: TextValue;
  readonly 'security.ssl.truststore-password'?: TextValue;
  /** @deprecated Default: false. */
  readonly 'security.ssl.verify-hostname'?: BooleanValue;
  readonly 'shuffle-service-factory.class'?: TextValue;
  /** Default: 10. Since 1.19. */
  readonly 'sink.committer.retries'?: NumberValue;
  /** Default: 50 s. */
  readonly 'slot.idle.timeout'?: DurationValue;
  /** Default: 20 ms. Since 2.0. */
  readonly 'slot.request.max-interval'?: DurationValue;
  /** Default: 5 min. */
  readonly 'slot.request.timeout'?: DurationValue;
  /** Default: 50 ms. Since 1.17. */
  readonly 'slotmanager.declare-needed-resource.delay'?: DurationValue;
  readonly 'slotmanager.max-total-resource.cpu'?: NumberValue;
  readonly 'slotmanager.max-total-resource.memory'?: MemoryValue;
  /** Since 1.19. */
  readonly 'slotmanager.min-total-resource.cpu'?: NumberValue;
  /** Since 1.19. */
  readonly 'slotmanager.min-total-resource.memory'?: MemoryValue;
  /** Default: 2147483647. */
  readonly 'slotmanager.number-of-slots.max'?: NumberValue;
  /** Default: 0. Since 1.19. */
  readonly 'slotmanager.number-of-slots.min'?: NumberValue;
  /** Default: 0. */
  readonly 'slotmanager.redundant-taskmanager-num'?: NumberValue;
  /** @deprecated Default: -1. Until 1.17. */
  readonly 'slotmanager.request-timeout'?: NumberValue;
  /** Default: 50 ms. */
  readonly 'slotmanager.requirement-check.delay'?: DurationValue;
  /** @deprecated use resourcemanager.taskmanager-timeout */
  readonly 'slotmanager.taskmanager-timeout'?: NumberValue;
  /** Default: 1 s. */
  readonly 'slow-task-detector.check-interval'?: DurationValue;
  /** Default: 1 min. */
  readonly 'slow-task-detector.execution-time.baseline-lower-bound'?: DurationValue;
  /** Default: 1.5. */
  readonly 'slow-task-detector.execution-time.baseline-multiplier'?: NumberValue;
  /** Default: 0.75. */
  readonly 'slow-task-detector.execution-time.baseline-ratio'?: NumberValue;
  /** @deprecated Default: 128. Until 1.20. */
  readonly 'source.file.records.fetch-size'?: NumberValue;
  /** Default: 1 mb. */
  readonly 'source.file.stream.io-fetch-size'?: MemoryValue;
  /** Default: 30000. */
  readonly 'source.reader.close.timeout'?: NumberValue;
  /** Default: 2. */
  readonly 'source.reader.element.queue.capacity'?: NumberValue;
  /** Default: DEFAULT. Since 1.18. */
  readonly 'sql-client.display.color-schema'?: TextValue;
  /** @deprecated Default: 30. Until 1.20. */
  readonly 'sql-client.display.max-column-width'?: NumberValue;
  /** Default: true. Since 1.19. */
  readonly 'sql-client.display.print-time-cost'?: BooleanValue;
  /** Default: false. Since 1.18. */
  readonly 'sql-client.display.show-line-numbers'?: BooleanValue;
  /** Default: 1000000. */
  readonly 'sql-client.execution.max-table-result.rows'?: NumberValue;
  /** Default: TABLE. */
  readonly 'sql-client.execution.result-mode'?: AnyCase<'TABLE' | 'CHANGELOG' | 'TABLEAU'>;
  /** Default: false. */
  readonly 'sql-client.verbose'?: BooleanValue;
  readonly 'sql-gateway.endpoint.rest.address'?: TextValue;
  readonly 'sql-gateway.endpoint.rest.bind-address'?: TextValue;
  /** Default: 8083. */
  readonly 'sql-gateway.endpoint.rest.bind-port'?: TextValue;
  /** Default: 8083. */
  readonly 'sql-gateway.endpoint.rest.port'?: NumberValue;
  /** Default: rest. */
  readonly 'sql-gateway.endpoint.type'?: ListValue;
  /** Default: 1 min. */
  readonly 'sql-gateway.session.check-interval'?: DurationValue;
  /** Default: 10 min. */
  readonly 'sql-gateway.session.idle-timeout'?: DurationValue;
  /** Default: 1000000. */
  readonly 'sql-gateway.session.max-num'?: NumberValue;
  /** Default: false. Since 1.19. */
  readonly 'sql-gateway.session.plan-cache.enabled'?: BooleanValue;
  /** Default: 100. Since 1.19. */
  readonly 'sql-gateway.session.plan-cache.size'?: NumberValue;
  /** Default: 1 h. Since 1.19. */
  readonly 'sql-gateway.session.plan-cache.ttl'?: DurationValue;
  /** Default: 5 min. */
  readonly 'sql-gateway.worker.keepalive-time'?: DurationValue;
  /** Default: 500. */
  readonly 'sql-gateway.worker.threads.max'?: NumberValue;
  /** Default: 5. */
  readonly 'sql-gateway.worker.threads.min'?: NumberValue;
  /** @deprecated use state.backend.type */
  readonly 'state.backend'?:
    AnyCase<'hashmap' | 'rocksdb' | 'forst' | 'jobmanager' | 'filesystem'> | ClassName | Nested;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'state.backend.async'?: BooleanValue;
  /** @deprecated use state.changelog.enabled */
  readonly 'state.backend.changelog.enabled'?: BooleanValue;
  /** @deprecated use state.changelog.max-failures-allowed */
  readonly 'state.backend.changelog.max-failures-allowed'?: NumberValue;
  /** @deprecated use state.changelog.periodic-materialize.enabled */
  readonly 'state.backend.changelog.periodic-materialize.enabled'?: BooleanValue;
  /** @deprecated use state.changelog.periodic-materialize.interval */
  readonly 'state.backend.changelog.periodic-materialize.interval'?: DurationValue;
  /** @deprecated use state.changelog.storage */
  readonly 'state.backend.changelog.storage'?: TextValue;
  /** Default: 4 kb. Since 2.0. */
  readonly 'state.backend.forst.block.blocksize'?: MemoryValue;
  /** Default: 8 mb. Since 2.0. */
  readonly 'state.backend.forst.block.cache-size'?: MemoryValue;
  /** Default: 4 kb. Since 2.0. */
  readonly 'state.backend.forst.block.metadata-blocksize'?: MemoryValue;
  /** Default: 10.0. Since 2.0. */
  readonly 'state.backend.forst.bloom-filter.bits-per-key'?: NumberValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.bloom-filter.block-based-mode'?: BooleanValue;
  /** Since 2.0. */
  readonly 'state.backend.forst.cache.dir'?: TextValue;
  /** Default: 6. Since 2.0. */
  readonly 'state.backend.forst.cache.lru.access-before-promote'?: NumberValue;
  /** Default: 3. Since 2.0. */
  readonly 'state.backend.forst.cache.lru.promote-limit'?: NumberValue;
  /** Default: 256 mb. Since 2.0. */
  readonly 'state.backend.forst.cache.reserve-size'?: MemoryValue;
  /** Default: 0 bytes. Since 2.0. */
  readonly 'state.backend.forst.cache.size-based-limit'?: MemoryValue;
  /** Default: 30 d. Since 2.0. */
  readonly 'state.backend.forst.compaction.filter.periodic-compaction-time'?: DurationValue;
  /** Default: 1000. Since 2.0. */
  readonly 'state.backend.forst.compaction.filter.query-time-after-num-entries'?: NumberValue;
  /** Default: 256 mb. Since 2.0. */
  readonly 'state.backend.forst.compaction.level.max-size-level-base'?: MemoryValue;
  /** Default: 64 mb. Since 2.0. */
  readonly 'state.backend.forst.compaction.level.target-file-size-base'?: MemoryValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.compaction.level.use-dynamic-size'?: BooleanValue;
  /** Default: LEVEL. Since 2.0. */
  readonly 'state.backend.forst.compaction.style'?: AnyCase<'LEVEL' | 'UNIVERSAL' | 'FIFO' | 'NONE'>;
  /** Default: SNAPPY_COMPRESSION. Since 2.0. */
  readonly 'state.backend.forst.compression.per.level'?: ListValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.executor.inline-coordinator'?: BooleanValue;
  /** Default: true. Since 2.0. */
  readonly 'state.backend.forst.executor.inline-write'?: BooleanValue;
  /** Default: 3. Since 2.0. */
  readonly 'state.backend.forst.executor.read-io-parallelism'?: NumberValue;
  /** Default: 1. Since 2.0. */
  readonly 'state.backend.forst.executor.write-io-parallelism'?: NumberValue;
  /** Default: -1. Since 2.0. */
  readonly 'state.backend.forst.files.open'?: NumberValue;
  /** Since 2.0. */
  readonly 'state.backend.forst.local-dir'?: TextValue;
  /** Since 2.0. */
  readonly 'state.backend.forst.log.dir'?: TextValue;
  /** Default: 4. Since 2.0. */
  readonly 'state.backend.forst.log.file-num'?: NumberValue;
  /** Default: INFO_LEVEL. Since 2.0. */
  readonly 'state.backend.forst.log.level'?: AnyCase<
    'DEBUG_LEVEL' | 'INFO_LEVEL' | 'WARN_LEVEL' | 'ERROR_LEVEL' | 'FATAL_LEVEL' | 'HEADER_LEVEL' | 'NUM_INFO_LOG_LEVELS'
  >;
  /** Default: 25 mb. Since 2.0. */
  readonly 'state.backend.forst.log.max-file-size'?: MemoryValue;
  /** Since 2.0. */
  readonly 'state.backend.forst.memory.fixed-per-slot'?: MemoryValue;
  /** Since 2.0. */
  readonly 'state.backend.forst.memory.fixed-per-tm'?: MemoryValue;
  /** Default: 0.1. Since 2.0. */
  readonly 'state.backend.forst.memory.high-prio-pool-ratio'?: NumberValue;
  /** Default: true. Since 2.0. */
  readonly 'state.backend.forst.memory.managed'?: BooleanValue;
  /** Default: true. Since 2.0. */
  readonly 'state.backend.forst.memory.partitioned-index-filters'?: BooleanValue;
  /** Default: 0.5. Since 2.0. */
  readonly 'state.backend.forst.memory.write-buffer-ratio'?: NumberValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.actual-delayed-write-rate'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.background-errors'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.block-cache-capacity'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.block-cache-hit'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.block-cache-miss'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.block-cache-pinned-usage'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.block-cache-usage'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.bloom-filter-full-positive'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.bloom-filter-full-true-positive'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.bloom-filter-useful'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.bytes-read'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.bytes-written'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.column-family-as-variable'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.compaction-pending'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.compaction-read-bytes'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.compaction-write-bytes'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.cur-size-active-mem-table'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.cur-size-all-mem-tables'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.estimate-live-data-size'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.estimate-num-keys'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.estimate-pending-compaction-bytes'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.estimate-table-readers-mem'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.is-write-stopped'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.iter-bytes-read'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.live-sst-files-size'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.mem-table-flush-pending'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-deletes-active-mem-table'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-deletes-imm-mem-tables'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-entries-active-mem-table'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-entries-imm-mem-tables'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-files-at-level'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-immutable-mem-table'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-live-versions'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-running-compactions'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-running-flushes'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.num-snapshots'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.size-all-mem-tables'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.stall-micros'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.metrics.total-sst-files-size'?: BooleanValue;
  /** Since 2.0. */
  readonly 'state.backend.forst.options-factory'?: TextValue;
  /** Default: checkpoint-dir. Since 2.0. */
  readonly 'state.backend.forst.primary-dir'?: TextValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.rescaling.use-delete-files-in-range'?: BooleanValue;
  /** Default: 0.0. Since 2.0. */
  readonly 'state.backend.forst.restore-overlap-fraction-threshold'?: NumberValue;
  /** Default: true. Since 2.0. */
  readonly 'state.backend.forst.sync.enforce-local'?: BooleanValue;
  /** Default: 2. Since 2.0. */
  readonly 'state.backend.forst.thread.num'?: NumberValue;
  /** Default: 128. Since 2.0. */
  readonly 'state.backend.forst.timer-service.cache-size'?: NumberValue;
  /** Default: ForStDB. Since 2.0. */
  readonly 'state.backend.forst.timer-service.factory'?: AnyCase<'HEAP' | 'ForStDB'>;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.use-bloom-filter'?: BooleanValue;
  /** Default: false. Since 2.0. */
  readonly 'state.backend.forst.use-ingest-db-restore-mode'?: BooleanValue;
  /** Default: 2 mb. Since 2.0. */
  readonly 'state.backend.forst.write-batch-size'?: MemoryValue;
  /** Default: 2. Since 2.0. */
  readonly 'state.backend.forst.writebuffer.count'?: NumberValue;
  /** Default: 1. Since 2.0. */
  readonly 'state.backend.forst.writebuffer.number-to-merge'?: NumberValue;
  /** Default: 64 mb. Since 2.0. */
  readonly 'state.backend.forst.writebuffer.size'?: MemoryValue;
  /** @deprecated use execution.checkpointing.dir */
  readonly 'state.backend.fs.checkpointdir'?: TextValue;
  /** @deprecated use execution.checkpointing.data-inline-threshold */
  readonly 'state.backend.fs.memory-threshold'?: MemoryValue;
  /** @deprecated use execution.checkpointing.write-buffer-size */
  readonly 'state.backend.fs.write-buffer-size'?: NumberValue;
  /** @deprecated use execution.checkpointing.incremental */
  readonly 'state.backend.incremental'?: BooleanValue;
  /** @deprecated use state.latency-track.history-size */
  readonly 'state.backend.latency-track.history-size'?: NumberValue;
  /** @deprecated use state.latency-track.keyed-state-enabled */
  readonly 'state.backend.latency-track.keyed-state-enabled'?: BooleanValue;
  /** @deprecated use state.latency-track.sample-interval */
  readonly 'state.backend.latency-track.sample-interval'?: NumberValue;
  /** @deprecated use state.latency-track.state-name-as-variable */
  readonly 'state.backend.latency-track.state-name-as-variable'?: BooleanValue;
  /** @deprecated use execution.checkpointing.local-backup.enabled */
  readonly 'state.backend.local-recovery'?: BooleanValue;
  /** Default: 4 kb. */
  readonly 'state.backend.rocksdb.block.blocksize'?: MemoryValue;
  /** Default: 8 mb. */
  readonly 'state.backend.rocksdb.block.cache-size'?: MemoryValue;
  /** Default: 4 kb. */
  readonly 'state.backend.rocksdb.block.metadata-blocksize'?: MemoryValue;
  /** Default: 10.0. */
  readonly 'state.backend.rocksdb.bloom-filter.bits-per-key'?: NumberValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.bloom-filter.block-based-mode'?: BooleanValue;
  /** Default: 4. */
  readonly 'state.backend.rocksdb.checkpoint.transfer.thread.num'?: NumberValue;
  /** @deprecated use state.backend.rocksdb.localdir */
  readonly 'state.backend.rocksdb.checkpointdir'?: TextValue;
  /** Default: 30 d. Since 2.0. */
  readonly 'state.backend.rocksdb.compaction.filter.periodic-compaction-time'?: DurationValue;
  /** Default: 1000. Since 2.0. */
  readonly 'state.backend.rocksdb.compaction.filter.query-time-after-num-entries'?: NumberValue;
  /** Default: 256 mb. */
  readonly 'state.backend.rocksdb.compaction.level.max-size-level-base'?: MemoryValue;
  /** Default: 64 mb. */
  readonly 'state.backend.rocksdb.compaction.level.target-file-size-base'?: MemoryValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.compaction.level.use-dynamic-size'?: BooleanValue;
  /** Default: LEVEL. */
  readonly 'state.backend.rocksdb.compaction.style'?: AnyCase<'LEVEL' | 'UNIVERSAL' | 'FIFO' | 'NONE'>;
  /** Default: SNAPPY_COMPRESSION. Since 1.19. */
  readonly 'state.backend.rocksdb.compression.per.level'?: ListValue;
  /** Default: -1. */
  readonly 'state.backend.rocksdb.files.open'?: NumberValue;
  /** Default: false. Since 1.20. */
  readonly 'state.backend.rocksdb.incremental-restore-async-compact-after-rescale'?: BooleanValue;
  readonly 'state.backend.rocksdb.localdir'?: TextValue;
  readonly 'state.backend.rocksdb.log.dir'?: TextValue;
  /** Default: 4. */
  readonly 'state.backend.rocksdb.log.file-num'?: NumberValue;
  /** Default: INFO_LEVEL. */
  readonly 'state.backend.rocksdb.log.level'?: AnyCase<
    'DEBUG_LEVEL' | 'INFO_LEVEL' | 'WARN_LEVEL' | 'ERROR_LEVEL' | 'FATAL_LEVEL' | 'HEADER_LEVEL' | 'NUM_INFO_LOG_LEVELS'
  >;
  /** Default: 25 mb. */
  readonly 'state.backend.rocksdb.log.max-file-size'?: MemoryValue;
  /** Default: 30. Since 1.20. */
  readonly 'state.backend.rocksdb.manual-compaction.max-auto-compactions'?: NumberValue;
  /** Default: 50 kb. Since 1.20. */
  readonly 'state.backend.rocksdb.manual-compaction.max-file-size-to-compact'?: MemoryValue;
  /** Default: 30. Since 1.20. */
  readonly 'state.backend.rocksdb.manual-compaction.max-files-to-compact'?: NumberValue;
  /** Default: 64 mb. Since 1.20. */
  readonly 'state.backend.rocksdb.manual-compaction.max-output-file-size'?: MemoryValue;
  /** Default: 5. Since 1.20. */
  readonly 'state.backend.rocksdb.manual-compaction.max-parallel-compactions'?: NumberValue;
  /** Default: 5. Since 1.20. */
  readonly 'state.backend.rocksdb.manual-compaction.min-files-to-compact'?: NumberValue;
  /** Default: 0 ms. Since 1.20. */
  readonly 'state.backend.rocksdb.manual-compaction.min-interval'?: DurationValue;
  readonly 'state.backend.rocksdb.memory.fixed-per-slot'?: MemoryValue;
  /** Since 1.17. */
  readonly 'state.backend.rocksdb.memory.fixed-per-tm'?: MemoryValue;
  /** Default: 0.1. */
  readonly 'state.backend.rocksdb.memory.high-prio-pool-ratio'?: NumberValue;
  /** Default: true. */
  readonly 'state.backend.rocksdb.memory.managed'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.memory.partitioned-index-filters'?: BooleanValue;
  /** Default: 0.5. */
  readonly 'state.backend.rocksdb.memory.write-buffer-ratio'?: NumberValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.actual-delayed-write-rate'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.background-errors'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.block-cache-capacity'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.block-cache-hit'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.block-cache-miss'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.block-cache-pinned-usage'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.block-cache-usage'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'state.backend.rocksdb.metrics.bloom-filter-full-positive'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'state.backend.rocksdb.metrics.bloom-filter-full-true-positive'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'state.backend.rocksdb.metrics.bloom-filter-useful'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.bytes-read'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.bytes-written'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.column-family-as-variable'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.compaction-pending'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.compaction-read-bytes'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.compaction-write-bytes'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.cur-size-active-mem-table'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.cur-size-all-mem-tables'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.estimate-live-data-size'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.estimate-num-keys'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.estimate-pending-compaction-bytes'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.estimate-table-readers-mem'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.is-write-stopped'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.iter-bytes-read'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.live-sst-files-size'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.mem-table-flush-pending'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-deletes-active-mem-table'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-deletes-imm-mem-tables'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-entries-active-mem-table'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-entries-imm-mem-tables'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'state.backend.rocksdb.metrics.num-files-at-level'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-immutable-mem-table'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-live-versions'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-running-compactions'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-running-flushes'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.num-snapshots'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.size-all-mem-tables'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.stall-micros'?: BooleanValue;
  /** Default: false. */
  readonly 'state.backend.rocksdb.metrics.total-sst-files-size'?: BooleanValue;
  readonly 'state.backend.rocksdb.options-factory'?: TextValue;
  /** Default: DEFAULT. */
  readonly 'state.backend.rocksdb.predefined-options'?:
    'DEFAULT' | 'SPINNING_DISK_OPTIMIZED' | 'SPINNING_DISK_OPTIMIZED_HIGH_MEM' | 'FLASH_SSD_OPTIMIZED';
  /** Default: false. Since 1.20. */
  readonly 'state.backend.rocksdb.rescaling.use-delete-files-in-range'?: BooleanValue;
  /** Default: 0.0. */
  readonly 'state.backend.rocksdb.restore-overlap-fraction-threshold'?: NumberValue;
  /** Default: 2. */
  readonly 'state.backend.rocksdb.thread.num'?: NumberValue;
  /** Default: 128. Since 1.19. */
  readonly 'state.backend.rocksdb.timer-service.cache-size'?: NumberValue;
  /** Default: ROCKSDB. */
  readonly 'state.backend.rocksdb.timer-service.factory'?: AnyCase<'HEAP' | 'ROCKSDB'>;
  /** Default: false. */
  readonly 'state.backend.rocksdb.use-bloom-filter'?: BooleanValue;
  /** Default: false. Since 1.20. */
  readonly 'state.backend.rocksdb.use-ingest-db-restore-mode'?: BooleanValue;
  /** Default: 2 mb. */
  readonly 'state.backend.rocksdb.write-batch-size'?: MemoryValue;
  /** Default: 2. */
  readonly 'state.backend.rocksdb.writebuffer.count'?: NumberValue;
  /** Default: 1. */
  readonly 'state.backend.rocksdb.writebuffer.number-to-merge'?: NumberValue;
  /** Default: 64 mb. */
  readonly 'state.backend.rocksdb.writebuffer.size'?: MemoryValue;
  /** Default: hashmap. Since 1.17. */
  readonly 'state.backend.type'?: AnyCase<'hashmap' | 'rocksdb' | 'forst' | 'jobmanager' | 'filesystem'> | ClassName;
  /** Since 1.20. */
  readonly 'state.changelog.dstl.dfs.base-path'?: TextValue;
  /** Default: 10 ms. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.batch.persist-delay'?: DurationValue;
  /** Default: 10 mb. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.batch.persist-size-threshold'?: MemoryValue;
  /** Default: false. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.compression.enabled'?: BooleanValue;
  /** Default: 1. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.discard.num-threads'?: NumberValue;
  /** Default: 10 min. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.download.local-cache.idle-timeout-ms'?: DurationValue;
  /** Default: 5 mb. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.preemptive-persist-threshold'?: MemoryValue;
  /** Default: 1 mb. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.upload.buffer-size'?: MemoryValue;
  /** Default: 3. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.upload.max-attempts'?: NumberValue;
  /** Default: 100 mb. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.upload.max-in-flight'?: MemoryValue;
  /** Default: 500 ms. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.upload.next-attempt-delay'?: DurationValue;
  /** Default: 5. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.upload.num-threads'?: NumberValue;
  /** Default: fixed. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.upload.retry-policy'?: TextValue;
  /** Default: 1 s. Since 1.20. */
  readonly 'state.changelog.dstl.dfs.upload.timeout'?: DurationValue;
  /** Default: false. Since 1.20. */
  readonly 'state.changelog.enabled'?: BooleanValue;
  /** Default: 3. Since 1.20. */
  readonly 'state.changelog.max-failures-allowed'?: NumberValue;
  /** Default: true. Since 1.20. */
  readonly 'state.changelog.periodic-materialize.enabled'?: BooleanValue;
  /** Default: 10 min. Since 1.20. */
  readonly 'state.changelog.periodic-materialize.interval'?: DurationValue;
  /** Default: memory. Since 1.20. */
  readonly 'state.changelog.storage'?: TextValue;
  /** @deprecated use execution.checkpointing.storage */
  readonly 'state.checkpoint-storage'?: AnyCase<'jobmanager' | 'filesystem'> | ClassName;
  /** @deprecated use execution.checkpointing.cleaner.parallel-mode */
  readonly 'state.checkpoint.cleaner.parallel-mode'?: BooleanValue;
  /** @deprecated use execution.checkpointing.create-subdir */
  readonly 'state.checkpoints.create-subdir'?: BooleanValue;
  /** @deprecated use execution.checkpointing.dir */
  readonly 'state.checkpoints.dir'?: TextValue;
  /** @deprecated use execution.checkpointing.num-retained */
  readonly 'state.checkpoints.num-retained'?: NumberValue;
  /** Default: 128. Since 1.20. */
  readonly 'state.latency-track.history-size'?: NumberValue;
  /** Default: false. Since 1.20. */
  readonly 'state.latency-track.keyed-state-enabled'?: BooleanValue;
  /** Default: 100. Since 1.20. */
  readonly 'state.latency-track.sample-interval'?: NumberValue;
  /** Default: true. Since 1.20. */
  readonly 'state.latency-track.state-name-as-variable'?: BooleanValue;
  /** @deprecated use execution.checkpointing.savepoint-dir */
  readonly 'state.savepoints.dir'?: TextValue;
  /** Default: 128. Since 2.1. */
  readonly 'state.size-track.history-size'?: NumberValue;
  /** Default: false. Since 2.1. */
  readonly 'state.size-track.keyed-state-enabled'?: BooleanValue;
  /** Default: 100. Since 2.1. */
  readonly 'state.size-track.sample-interval'?: NumberValue;
  /** Default: true. Since 2.1. */
  readonly 'state.size-track.state-name-as-variable'?: BooleanValue;
  /** @deprecated use execution.checkpointing.data-inline-threshold */
  readonly 'state.storage.fs.memory-threshold'?: MemoryValue;
  /** @deprecated use execution.checkpointing.write-buffer-size */
  readonly 'state.storage.fs.write-buffer-size'?: NumberValue;
  /** Default: default_catalog. */
  readonly 'table.builtin-catalog-name'?: TextValue;
  /** Default: default_database. */
  readonly 'table.builtin-database-name'?: TextValue;
  /** Since 1.18. */
  readonly 'table.catalog-modification.listeners'?: ListValue;
  /** Since 1.18. */
  readonly 'table.catalog-store.file.path'?: TextValue;
  /** Default: generic_in_memory. Since 1.18. */
  readonly 'table.catalog-store.kind'?: TextValue;
  /** Since 1.19. */
  readonly 'table.column-expansion-strategy'?: ListValue;
  /** Default: 30. Since 1.18. */
  readonly 'table.display.max-column-width'?: NumberValue;
  /** Default: false. */
  readonly 'table.dml-sync'?: BooleanValue;
  /** Default: true. */
  readonly 'table.dynamic-table-options.enabled'?: BooleanValue;
  /** Default: 100. */
  readonly 'table.exec.async-lookup.buffer-capacity'?: NumberValue;
  /** Default: false. Since 2.1. */
  readonly 'table.exec.async-lookup.key-ordered-enabled'?: BooleanValue;
  /** Default: ORDERED. */
  readonly 'table.exec.async-lookup.output-mode'?: AnyCase<'ORDERED' | 'ALLOW_UNORDERED'>;
  /** Default: 3 min. */
  readonly 'table.exec.async-lookup.timeout'?: DurationValue;
  /** Default: 10. Since 2.1. */
  readonly 'table.exec.async-ml-predict.max-concurrent-operations'?: NumberValue;
  /** Default: ORDERED. Since 2.1. */
  readonly 'table.exec.async-ml-predict.output-mode'?: AnyCase<'ORDERED' | 'ALLOW_UNORDERED'>;
  /** Default: 3 min. Since 2.1. */
  readonly 'table.exec.async-ml-predict.timeout'?: DurationValue;
  /** @deprecated use table.exec.async-scalar.max-concurrent-operations */
  readonly 'table.exec.async-scalar.buffer-capacity'?: NumberValue;
  /** Default: 3. Since 1.19. */
  readonly 'table.exec.async-scalar.max-attempts'?: NumberValue;
  /** Default: 10. Since 2.2. */
  readonly 'table.exec.async-scalar.max-concurrent-operations'?: NumberValue;
  /** Default: 100 ms. Since 1.19. */
  readonly 'table.exec.async-scalar.retry-delay'?: DurationValue;
  /** Default: FIXED_DELAY. Since 1.19. */
  readonly 'table.exec.async-scalar.retry-strategy'?: AnyCase<'NO_RETRY' | 'FIXED_DELAY'>;
  /** Default: 3 min. Since 1.19. */
  readonly 'table.exec.async-scalar.timeout'?: DurationValue;
  /** Default: false. Since 2.0. */
  readonly 'table.exec.async-state.enabled'?: BooleanValue;
  /** Default: 10. Since 2.2. */
  readonly 'table.exec.async-table.max-concurrent-operations'?: NumberValue;
  /** Default: 3. Since 2.2. */
  readonly 'table.exec.async-table.max-retries'?: NumberValue;
  /** Default: 100 ms. Since 2.2. */
  readonly 'table.exec.async-table.retry-delay'?: DurationValue;
  /** Default: FIXED_DELAY. Since 2.2. */
  readonly 'table.exec.async-table.retry-strategy'?: AnyCase<'NO_RETRY' | 'FIXED_DELAY'>;
  /** Default: 3 min. Since 2.2. */
  readonly 'table.exec.async-table.timeout'?: DurationValue;
  /** Default: 10. Since 2.2. */
  readonly 'table.exec.async-vector-search.max-concurrent-operations'?: NumberValue;
  /** Default: ORDERED. Since 2.2. */
  readonly 'table.exec.async-vector-search.output-mode'?: AnyCase<'ORDERED' | 'ALLOW_UNORDERED'>;
  /** Default: 3 min. Since 2.2. */
  readonly 'table.exec.async-vector-search.timeout'?: DurationValue;
  /** @deprecated use table.exec.deduplicate.insert-update-after-sensitive-enabled */
  readonly 'table.exec.deduplicate.insert-and-updateafter-sensitive.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.exec.deduplicate.insert-update-after-sensitive-enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'table.exec.deduplicate.mini-batch.compact-changes-enabled'?: BooleanValue;
  /** @deprecated use table.exec.deduplicate.mini-batch.compact-changes-enabled */
  readonly 'table.exec.deduplicate.mini-batch.compact-changes.enabled'?: BooleanValue;
  /** Default: true. Since 2.2. */
  readonly 'table.exec.delta-join.cache-enabled'?: BooleanValue;
  /** Default: 10000. Since 2.2. */
  readonly 'table.exec.delta-join.left.cache-size'?: NumberValue;
  /** Default: 10000. Since 2.2. */
  readonly 'table.exec.delta-join.right.cache-size'?: NumberValue;
  readonly 'table.exec.disabled-operators'?: TextValue;
  /** Default: 8 mb. */
  readonly 'table.exec.dynamic-filtering.threshold'?: MemoryValue;
  readonly 'table.exec.emit.allow-lateness'?: DurationValue;
  readonly 'table.exec.emit.early-fire.delay'?: DurationValue;
  /** Default: false. */
  readonly 'table.exec.emit.early-fire.enabled'?: BooleanValue;
  readonly 'table.exec.emit.late-fire.delay'?: DurationValue;
  /** Default: false. */
  readonly 'table.exec.emit.late-fire.enabled'?: BooleanValue;
  /** Default: 3. Until 1.20. */
  readonly 'table.exec.hive.calculate-partition-size.thread-num'?: NumberValue;
  /** Default: false. Until 1.20. */
  readonly 'table.exec.hive.fallback-mapred-reader'?: BooleanValue;
  /** Default: true. Until 1.20. */
  readonly 'table.exec.hive.fallback-mapred-writer'?: BooleanValue;
  /** Default: 4 mb. Until 1.20. */
  readonly 'table.exec.hive.file-open-cost'?: MemoryValue;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'table.exec.hive.infer-source-parallelism'?: BooleanValue | Nested;
  /** Default: 1000. Until 1.20. */
  readonly 'table.exec.hive.infer-source-parallelism.max'?: NumberValue;
  /** Default: dynamic. Since 1.20. Until 1.20. */
  readonly 'table.exec.hive.infer-source-parallelism.mode'?: AnyCase<'static' | 'dynamic' | 'none'>;
  /** Default: 3. Until 1.20. */
  readonly 'table.exec.hive.load-partition-splits.thread-num'?: NumberValue;
  /** Default: false. Since 1.17. Until 1.20. */
  readonly 'table.exec.hive.native-agg-function.enabled'?: BooleanValue;
  /** Default: true. Until 1.20. */
  readonly 'table.exec.hive.read-partition-with-subdirectory.enabled'?: BooleanValue;
  /** Since 1.18. Until 1.20. */
  readonly 'table.exec.hive.read-statistics.thread-num'?: NumberValue;
  /** Default: true. Until 1.20. */
  readonly 'table.exec.hive.sink.sort-by-dynamic-partition.enable'?: BooleanValue;
  /** Default: true. Until 1.20. */
  readonly 'table.exec.hive.sink.statistic-auto-gather.enable'?: BooleanValue;
  /** Default: 3. Until 1.20. */
  readonly 'table.exec.hive.sink.statistic-auto-gather.thread-num'?: NumberValue;
  /** Default: 128 mb. Until 1.20. */
  readonly 'table.exec.hive.split-max-size'?: MemoryValue;
  /** Default: 0 ms. Since 1.18. */
  readonly 'table.exec.interval-join.min-cleanup-interval'?: DurationValue;
  /** Default: DISABLED. */
  readonly 'table.exec.legacy-cast-behaviour'?: AnyCase<'ENABLED' | 'DISABLED'>;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'table.exec.legacy-transformation-uids'?: BooleanValue;
  /** Default: 0.5. Since 1.17. */
  readonly 'table.exec.local-hash-agg.adaptive.distinct-value-rate-threshold'?: NumberValue;
  /** Default: true. Since 1.17. */
  readonly 'table.exec.local-hash-agg.adaptive.enabled'?: BooleanValue;
  /** Default: 500000. Since 1.17. */
  readonly 'table.exec.local-hash-agg.adaptive.sampling-threshold'?: NumberValue;
  /** Default: 0 ms. */
  readonly 'table.exec.mini-batch.allow-latency'?: DurationValue;
  /** Default: false. */
  readonly 'table.exec.mini-batch.enabled'?: BooleanValue;
  /** Default: -1. */
  readonly 'table.exec.mini-batch.size'?: NumberValue;
  /** Default: false. Since 1.18. */
  readonly 'table.exec.operator-fusion-codegen.enabled'?: BooleanValue;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'table.exec.range-sort.enabled'?: BooleanValue;
  /** Default: 10000. */
  readonly 'table.exec.rank.topn-cache-size'?: NumberValue;
  /** Default: -1. */
  readonly 'table.exec.resource.default-parallelism'?: NumberValue;
  /** Default: 10 mb. */
  readonly 'table.exec.resource.external-buffer-memory'?: MemoryValue;
  /** Default: 128 mb. */
  readonly 'table.exec.resource.hash-agg.memory'?: MemoryValue;
  /** Default: 128 mb. */
  readonly 'table.exec.resource.hash-join.memory'?: MemoryValue;
  /** Default: 128 mb. */
  readonly 'table.exec.resource.sort.memory'?: MemoryValue;
  /** @deprecated Until 1.20. */
  readonly 'table.exec.shuffle-mode'?: TextValue;
  /** Default: true. */
  readonly 'table.exec.simplify-operator-name-enabled'?: BooleanValue;
  /** Default: AUTO. */
  readonly 'table.exec.sink.keyed-shuffle'?: AnyCase<'NONE' | 'AUTO' | 'FORCE'>;
  /** Default: IGNORE. Since 2.1. */
  readonly 'table.exec.sink.nested-constraint-enforcer'?: AnyCase<'IGNORE' | 'ROWS' | 'ROWS_AND_COLLECTIONS'>;
  /** Default: ERROR. */
  readonly 'table.exec.sink.not-null-enforcer'?: AnyCase<'ERROR' | 'DROP'>;
  /** Default: true. Since 2.3. */
  readonly 'table.exec.sink.require-on-conflict'?: BooleanValue;
  /** Default: ENABLED. Since 1.18. */
  readonly 'table.exec.sink.rowtime-inserter'?: AnyCase<'ENABLED' | 'DISABLED'>;
  /** Default: IGNORE. */
  readonly 'table.exec.sink.type-length-enforcer'?: AnyCase<'IGNORE' | 'TRIM_PAD' | 'ERROR'>;
  /** Default: AUTO. */
  readonly 'table.exec.sink.upsert-materialize'?: AnyCase<'NONE' | 'AUTO' | 'FORCE'>;
  /** Since 2.2. */
  readonly 'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.high'?: NumberValue;
  /** Since 2.2. */
  readonly 'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.low'?: NumberValue;
  /** Default: LEGACY. Since 2.2. */
  readonly 'table.exec.sink.upsert-materialize-strategy.type'?: AnyCase<'LEGACY' | 'MAP' | 'VALUE' | 'ADAPTIVE'>;
  /** Default: true. */
  readonly 'table.exec.sort.async-merge-enabled'?: BooleanValue;
  /** Default: -1. */
  readonly 'table.exec.sort.default-limit'?: NumberValue;
  /** Default: 128. */
  readonly 'table.exec.sort.max-num-file-handles'?: NumberValue;
  /** Default: false. */
  readonly 'table.exec.source.cdc-events-duplicate'?: BooleanValue;
  /** Default: 0 ms. */
  readonly 'table.exec.source.idle-timeout'?: DurationValue;
  /** Default: 64 kb. */
  readonly 'table.exec.spill-compression.block-size'?: MemoryValue;
  /** Default: true. */
  readonly 'table.exec.spill-compression.enabled'?: BooleanValue;
  /** Default: 0 ms. */
  readonly 'table.exec.state.ttl'?: DurationValue;
  /** @deprecated use table.exec.rank.topn-cache-size */
  readonly 'table.exec.topn-cache-size'?: NumberValue;
  /** Default: <id>_<transformation>. */
  readonly 'table.exec.uid.format'?: TextValue;
  /** Default: PLAN_ONLY. */
  readonly 'table.exec.uid.generation'?: AnyCase<'PLAN_ONLY' | 'ALWAYS' | 'DISABLED'>;
  /** Default: 2. Since 2.1. */
  readonly 'table.exec.unbounded-over.version'?: NumberValue;
  /** Default: 100000. */
  readonly 'table.exec.window-agg.buffer-size-limit'?: NumberValue;
  /** Default: 4000. */
  readonly 'table.generated-code.max-length'?: NumberValue;
  /** Default: 10000. */
  readonly 'table.generated-code.max-members'?: NumberValue;
  /** Default: false. Since 2.2. */
  readonly 'table.legacy-nested-row-nullability'?: BooleanValue;
  /** Default: default. */
  readonly 'table.local-time-zone'?: TextValue;
  /** Default: auto. Since 2.0. */
  readonly 'table.optimizer.adaptive-broadcast-join.strategy'?: AnyCase<'auto' | 'runtime_only' | 'none'>;
  /** Default: AUTO. */
  readonly 'table.optimizer.agg-phase-strategy'?: AnyCase<'AUTO' | 'ONE_PHASE' | 'TWO_PHASE'>;
  /** Default: 12. Since 1.17. */
  readonly 'table.optimizer.bushy-join-reorder-threshold'?: NumberValue;
  /** @deprecated Default: -1. Until 1.20. */
  readonly 'table.optimizer.cnf-nodes-limit'?: NumberValue;
  /** Default: AUTO. Since 2.1. */
  readonly 'table.optimizer.delta-join.strategy'?: AnyCase<'AUTO' | 'FORCE' | 'NONE'>;
  /** Default: 1024. */
  readonly 'table.optimizer.distinct-agg.split.bucket-num'?: NumberValue;
  /** Default: false. */
  readonly 'table.optimizer.distinct-agg.split.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.optimizer.dynamic-filtering.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.optimizer.incremental-agg-enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'table.optimizer.join-reorder-enabled'?: BooleanValue;
  /** Default: 1048576. */
  readonly 'table.optimizer.join.broadcast-threshold'?: NumberValue;
  /** @deprecated Default: 2000000. Until 1.20. */
  readonly 'table.optimizer.join.null-filter-threshold'?: NumberValue;
  /** Default: false. Since 2.1. */
  readonly 'table.optimizer.multi-join.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.optimizer.multiple-input-enabled'?: BooleanValue;
  /** Default: IGNORE. */
  readonly 'table.optimizer.non-deterministic-update.strategy'?: AnyCase<'TRY_RESOLVE' | 'IGNORE'>;
  /** Default: 20. Since 2.1. */
  readonly 'table.optimizer.ptf.max-tables'?: NumberValue;
  /** Default: false. */
  readonly 'table.optimizer.reuse-optimize-block-with-digest-enabled'?: BooleanValue;
  /** Default: true. Since 2.1. */
  readonly 'table.optimizer.reuse-sink-enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.optimizer.reuse-source-enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.optimizer.reuse-sub-plan-enabled'?: BooleanValue;
  /** @deprecated Default: 1000000. Until 1.20. */
  readonly 'table.optimizer.rows-per-local-agg'?: NumberValue;
  /** Default: false. Since 1.18. */
  readonly 'table.optimizer.runtime-filter.enabled'?: BooleanValue;
  /** Default: 150 mb. Since 1.18. */
  readonly 'table.optimizer.runtime-filter.max-build-data-size'?: MemoryValue;
  /** Default: 0.5. Since 1.18. */
  readonly 'table.optimizer.runtime-filter.min-filter-ratio'?: NumberValue;
  /** Default: 10 gb. Since 1.18. */
  readonly 'table.optimizer.runtime-filter.min-probe-data-size'?: MemoryValue;
  /** @deprecated Default: 0.8. Until 1.20. */
  readonly 'table.optimizer.semi-anti-join.build-distinct.ndv-ratio'?: NumberValue;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'table.optimizer.shuffle-by-partial-key-enabled'?: BooleanValue;
  /** Default: 4.0. Since 2.0. */
  readonly 'table.optimizer.skewed-join-optimization.skewed-factor'?: NumberValue;
  /** Default: 256 mb. Since 2.0. */
  readonly 'table.optimizer.skewed-join-optimization.skewed-threshold'?: MemoryValue;
  /** Default: auto. Since 2.0. */
  readonly 'table.optimizer.skewed-join-optimization.strategy'?: AnyCase<'auto' | 'forced' | 'none'>;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'table.optimizer.smj.remove-sort-enabled'?: BooleanValue;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'table.optimizer.source.aggregate-pushdown-enabled'?: BooleanValue;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'table.optimizer.source.predicate-pushdown-enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.optimizer.source.report-statistics-enabled'?: BooleanValue;
  /** @deprecated use table.optimizer.sql2rel.project-merge.enabled */
  readonly 'table.optimizer.sql-to-rel.project.merge.enabled'?: BooleanValue;
  /** Default: false. Since 1.18. */
  readonly 'table.optimizer.sql2rel.project-merge.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'table.optimizer.union-all-as-breakpoint-enabled'?: BooleanValue;
  /** Default: ALL. */
  readonly 'table.plan.compile.catalog-objects'?: AnyCase<'ALL' | 'SCHEMA' | 'IDENTIFIER'>;
  /** Default: false. */
  readonly 'table.plan.force-recompile'?: BooleanValue;
  /** Default: ALL. */
  readonly 'table.plan.restore.catalog-objects'?: AnyCase<'ALL' | 'ALL_ENFORCED' | 'IDENTIFIER'>;
  readonly 'table.resources.download-dir'?: TextValue;
  /** Default: false. Since 1.18. */
  readonly 'table.rtas-ctas.atomicity-enabled'?: BooleanValue;
  /** Default: generic_in_memory. Since 2.3. */
  readonly 'table.secret-store.kind'?: TextValue;
  /** Default: default. */
  readonly 'table.sql-dialect'?: TextValue;
  /** @deprecated use task.cancellation.interval */
  readonly 'task.cancellation-interval'?: NumberValue;
  /** Default: 30 s. */
  readonly 'task.cancellation.interval'?: DurationValue;
  /** Default: 3 min. */
  readonly 'task.cancellation.timeout'?: DurationValue;
  /** Default: 7500 ms. */
  readonly 'task.cancellation.timers.timeout'?: DurationValue;
  readonly 'taskmanager.bind-host'?: TextValue;
  /** Default: 0. Since 1.19. */
  readonly 'taskmanager.collect-sink.port'?: NumberValue;
  readonly 'taskmanager.cpu.cores'?: NumberValue;
  readonly 'taskmanager.data.bind-port'?: TextValue;
  /** Default: 0. */
  readonly 'taskmanager.data.port'?: NumberValue;
  /** Default: true. */
  readonly 'taskmanager.data.ssl.enabled'?: BooleanValue;
  /** Default: false. */
  readonly 'taskmanager.debug.memory.log'?: BooleanValue;
  /** Default: 5 s. */
  readonly 'taskmanager.debug.memory.log-interval'?: DurationValue;
  /** @deprecated use taskmanager.debug.memory.log-interval */
  readonly 'taskmanager.debug.memory.logIntervalMs'?: NumberValue;
  /** @deprecated use taskmanager.debug.memory.log */
  readonly 'taskmanager.debug.memory.startLogThread'?: BooleanValue;
  /** @deprecated Default: false. Until 1.20. */
  readonly 'taskmanager.exit-on-fatal-akka-error'?: BooleanValue;
  /** @deprecated Until 1.20. */
  readonly 'taskmanager.heap.mb'?: NumberValue;
  /** @deprecated Until 1.20. */
  readonly 'taskmanager.heap.size'?: MemoryValue;
  readonly 'taskmanager.host'?: TextValue;
  /** @deprecated use taskmanager.registration.initial-backoff */
  readonly 'taskmanager.initial-registration-pause'?: DurationValue;
  /** Default: false. */
  readonly 'taskmanager.jvm-exit-on-oom'?: BooleanValue;
  /** Default: NONE. Since 1.19. */
  readonly 'taskmanager.load-balance.mode'?: AnyCase<'NONE' | 'SLOTS' | 'MIN_RESOURCES' | 'TASKS'>;
  /** Since 1.19. */
  readonly 'taskmanager.log.path'?: TextValue;
  /** @deprecated use taskmanager.registration.max-backoff */
  readonly 'taskmanager.max-registration-pause'?: DurationValue;
  /** @deprecated use taskmanager.registration.timeout */
  readonly 'taskmanager.maxRegistrationDuration'?: DurationValue;
  readonly 'taskmanager.memory.flink.size'?: MemoryValue;
  /** Default: 128 mb. */
  readonly 'taskmanager.memory.framework.heap.size'?: MemoryValue;
  /** Default: 64 mb. */
  readonly 'taskmanager.memory.framework.off-heap.batch-shuffle.size'?: MemoryValue;
  /** Default: 128 mb. */
  readonly 'taskmanager.memory.framework.off-heap.size'?: MemoryValue;
  /** Default: 256 mb. */
  readonly 'taskmanager.memory.jvm-metaspace.size'?: MemoryValue;
  /** Default: 0.1. */
  readonly 'taskmanager.memory.jvm-overhead.fraction'?: NumberValue;
  /** Default: 1 gb. */
  readonly 'taskmanager.memory.jvm-overhead.max'?: MemoryValue;
  /** Default: 192 mb. */
  readonly 'taskmanager.memory.jvm-overhead.min'?: MemoryValue;
  /** Default: OPERATOR:70,STATE_BACKEND:70,PYTHON:30. */
  readonly 'taskmanager.memory.managed.consumer-weights'?: MapValue;
  /** Default: 0.4. */
  readonly 'taskmanager.memory.managed.fraction'?: NumberValue;
  readonly 'taskmanager.memory.managed.size'?: MemoryValue;
  /** Default: 256 bytes. */
  readonly 'taskmanager.memory.min-segment-size'?: MemoryValue;
  /** Default: 0.1. */
  readonly 'taskmanager.memory.network.fraction'?: NumberValue;
  /** Default: no limit. */
  readonly 'taskmanager.memory.network.max'?: MemoryValue;
  /** Default: 64 mb. */
  readonly 'taskmanager.memory.network.min'?: MemoryValue;
  readonly 'taskmanager.memory.process.size'?: MemoryValue;
  /** Default: 32 kb. */
  readonly 'taskmanager.memory.segment-size'?: MemoryValue;
  /** @deprecated use taskmanager.memory.managed.size */
  readonly 'taskmanager.memory.size'?: MemoryValue;
  /** Default: 1 kb. Since 2.0. */
  readonly 'taskmanager.memory.starting-segment-size'?: MemoryValue;
  readonly 'taskmanager.memory.task.heap.size'?: MemoryValue;
  /** Default: 0 bytes. */
  readonly 'taskmanager.memory.task.off-heap.size'?: MemoryValue;
  /** @deprecated use taskmanager.network.netty.client.connectTimeoutSec */
  readonly 'taskmanager.net.client.connectTimeoutSec'?: NumberValue;
  /** @deprecated use taskmanager.network.netty.client.numThreads */
  readonly 'taskmanager.net.client.numThreads'?: NumberValue;
  /** @deprecated use taskmanager.network.netty.num-arenas */
  readonly 'taskmanager.net.num-arenas'?: NumberValue;
  /** @deprecated use taskmanager.network.request-backoff.initial */
  readonly 'taskmanager.net.request-backoff.initial'?: NumberValue;
  /** @deprecated use taskmanager.network.request-backoff.max */
  readonly 'taskmanager.net.request-backoff.max'?: NumberValue;
  /** @deprecated use taskmanager.network.netty.sendReceiveBufferSize */
  readonly 'taskmanager.net.sendReceiveBufferSize'?: NumberValue;
  /** @deprecated use taskmanager.network.netty.server.backlog */
  readonly 'taskmanager.net.server.backlog'?: NumberValue;
  /** @deprecated use taskmanager.network.netty.server.numThreads */
  readonly 'taskmanager.net.server.numThreads'?: NumberValue;
  /** @deprecated use taskmanager.network.netty.transport */
  readonly 'taskmanager.net.transport'?: TextValue;
  /** Default: false. Since 2.3. */
  readonly 'taskmanager.network.adaptive-partitioner.enabled'?: BooleanValue;
  /** Default: 4. Since 2.3. */
  readonly 'taskmanager.network.adaptive-partitioner.max-traverse-size'?: NumberValue;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'taskmanager.network.batch-shuffle.compression.enabled'?: BooleanValue;
  /** Default: ip. */
  readonly 'taskmanager.network.bind-policy'?: TextValue;
  /** @deprecated use taskmanager.network.batch-shuffle.compression.enabled */
  readonly 'taskmanager.network.blocking-shuffle.compression.enabled'?: BooleanValue;
  /** @deprecated Default: file. Until 1.20. */
  readonly 'taskmanager.network.blocking-shuffle.type'?: TextValue;
  /** Default: LZ4. */
  readonly 'taskmanager.network.compression.codec'?: AnyCase<'NONE' | 'LZ4' | 'LZO' | 'ZSTD'>;
  /** Default: false. */
  readonly 'taskmanager.network.detailed-metrics'?: BooleanValue;
  /** @deprecated Default: true. Since 1.18. Until 1.20. */
  readonly 'taskmanager.network.hybrid-shuffle.enable-new-mode'?: BooleanValue;
  /** Since 1.20. */
  readonly 'taskmanager.network.hybrid-shuffle.external-remote-tier-factory.class'?: TextValue;
  /** @deprecated Default: 1048576. Since 1.17. Until 1.20. */
  readonly 'taskmanager.network.hybrid-shuffle.num-retained-in-memory-regions-max'?: NumberValue;
  /** Since 1.18. */
  readonly 'taskmanager.network.hybrid-shuffle.remote.path'?: TextValue;
  /** @deprecated Default: 1024. Since 1.18. Until 1.20. */
  readonly 'taskmanager.network.hybrid-shuffle.spill-index-region-group-size'?: NumberValue;
  /** Default: 1024. Since 1.17. Until 1.17. */
  readonly 'taskmanager.network.hybrid-shuffle.spill-index-segment-size'?: NumberValue;
  /** @deprecated Default: 1. Until 1.20. */
  readonly 'taskmanager.network.max-num-tcp-connections'?: NumberValue;
  /** Default: false. */
  readonly 'taskmanager.network.memory.buffer-debloat.enabled'?: BooleanValue;
  /** Default: 200 ms. */
  readonly 'taskmanager.network.memory.buffer-debloat.period'?: DurationValue;
  /** Default: 20. */
  readonly 'taskmanager.network.memory.buffer-debloat.samples'?: NumberValue;
  /** Default: 1 s. */
  readonly 'taskmanager.network.memory.buffer-debloat.target'?: DurationValue;
  /** Default: 25. */
  readonly 'taskmanager.network.memory.buffer-debloat.threshold-percentages'?: NumberValue;
  /** @deprecated Default: 2. Until 1.20. */
  readonly 'taskmanager.network.memory.buffers-per-channel'?: NumberValue;
  /** Default: 30 s. Since 1.20. */
  readonly 'taskmanager.network.memory.buffers-request-timeout'?: DurationValue;
  /** @deprecated use taskmanager.network.memory.buffers-request-timeout */
  readonly 'taskmanager.network.memory.exclusive-buffers-request-timeout-ms'?: NumberValue;
  /** @deprecated Default: 8. Until 1.20. */
  readonly 'taskmanager.network.memory.floating-buffers-per-gate'?: NumberValue;
  /** @deprecated use taskmanager.memory.network.fraction */
  readonly 'taskmanager.network.memory.fraction'?: NumberValue;
  /** @deprecated use taskmanager.memory.network.max */
  readonly 'taskmanager.network.memory.max'?: TextValue;
  /** @deprecated Default: 10. Until 1.20. */
  readonly 'taskmanager.network.memory.max-buffers-per-channel'?: NumberValue;
  /** @deprecated Default: 5. Until 1.20. */
  readonly 'taskmanager.network.memory.max-overdraft-buffers-per-gate'?: NumberValue;
  /** @deprecated use taskmanager.memory.network.min */
  readonly 'taskmanager.network.memory.min'?: TextValue;
  /** Since 1.17. */
  readonly 'taskmanager.network.memory.read-buffer.required-per-gate.max'?: NumberValue;
  /** Default: 120. */
  readonly 'taskmanager.network.netty.client.connectTimeoutSec'?: NumberValue;
  /** @deprecated Default: -1. Until 1.20. */
  readonly 'taskmanager.network.netty.client.numThreads'?: NumberValue;
  /** Since 1.18. */
  readonly 'taskmanager.network.netty.client.tcp.keepCount'?: NumberValue;
  /** Since 1.18. */
  readonly 'taskmanager.network.netty.client.tcp.keepIdleSec'?: NumberValue;
  /** Since 1.18. */
  readonly 'taskmanager.network.netty.client.tcp.keepIntervalSec'?: NumberValue;
  /** @deprecated Default: -1. Until 1.20. */
  readonly 'taskmanager.network.netty.num-arenas'?: NumberValue;
  /** @deprecated Default: 0. Until 1.20. */
  readonly 'taskmanager.network.netty.sendReceiveBufferSize'?: NumberValue;
  /** @deprecated Default: 0. Until 1.20. */
  readonly 'taskmanager.network.netty.server.backlog'?: NumberValue;
  /** @deprecated Default: -1. Until 1.20. */
  readonly 'taskmanager.network.netty.server.numThreads'?: NumberValue;
  /** @deprecated Default: auto. Until 1.20. */
  readonly 'taskmanager.network.netty.transport'?: TextValue;
  /** @deprecated Default: 2048. Until 1.20. */
  readonly 'taskmanager.network.numberOfBuffers'?: NumberValue;
  /** Default: 10 s. Since 1.19. */
  readonly 'taskmanager.network.partition-request-timeout'?: DurationValue;
  /** Default: 100. */
  readonly 'taskmanager.network.request-backoff.initial'?: NumberValue;
  /** Default: 10000. */
  readonly 'taskmanager.network.request-backoff.max'?: NumberValue;
  /** @deprecated use taskmanager.network.retries */
  readonly 'taskmanager.network.retries'?: NumberValue;
  /** Default: 512. */
  readonly 'taskmanager.network.sort-shuffle.min-buffers'?: NumberValue;
  /** @deprecated Default: 1. Until 1.20. */
  readonly 'taskmanager.network.sort-shuffle.min-parallelism'?: NumberValue;
  /** Default: true. */
  readonly 'taskmanager.network.tcp-connection.enable-reuse-across-jobs'?: BooleanValue;
  /** Default: 1. */
  readonly 'taskmanager.numberOfTaskSlots'?: NumberValue;
  /** @deprecated use taskmanager.registration.refused-backoff */
  readonly 'taskmanager.refused-registration-pause'?: DurationValue;
  /** @deprecated Default: 500 ms. Until 1.20. */
  readonly 'taskmanager.registration.initial-backoff'?: DurationValue;
  /** @deprecated Default: 30 s. Until 1.20. */
  readonly 'taskmanager.registration.max-backoff'?: DurationValue;
  /** @deprecated Default: 10 s. Until 1.20. */
  readonly 'taskmanager.registration.refused-backoff'?: DurationValue;
  /** Default: 5 min. */
  readonly 'taskmanager.registration.timeout'?: DurationValue;
  readonly 'taskmanager.resource-id'?: TextValue;
  readonly 'taskmanager.rpc.bind-port'?: NumberValue;
  /** Default: 0. */
  readonly 'taskmanager.rpc.port'?: TextValue;
  /** Default: 0 ms. Since 1.19. */
  readonly 'taskmanager.runtime.fs-timeout'?: DurationValue;
  /** @deprecated use taskmanager.runtime.fs-timeout */
  readonly 'taskmanager.runtime.fs_timeout'?: DurationValue;
  /** Default: false. */
  readonly 'taskmanager.runtime.hashjoin-bloom-filters'?: BooleanValue;
  /** Default: false. */
  readonly 'taskmanager.runtime.large-record-handler'?: BooleanValue;
  /** Default: 128. */
  readonly 'taskmanager.runtime.max-fan'?: NumberValue;
  /** Default: 0.8. */
  readonly 'taskmanager.runtime.sort-spilling-threshold'?: NumberValue;
  /** Default: 10 s. */
  readonly 'taskmanager.slot.timeout'?: DurationValue;
  /** @deprecated use execution.checkpointing.local-backup.dirs */
  readonly 'taskmanager.state.local.root-dirs'?: TextValue;
  /** Default: 100 kb. Since 1.19. */
  readonly 'taskmanager.system-out.log.cache-upper-size'?: MemoryValue;
  /** Default: false. Since 1.19. */
  readonly 'taskmanager.system-out.log.thread-name.enabled'?: BooleanValue;
  /** Default: DEFAULT. Since 1.19. */
  readonly 'taskmanager.system-out.mode'?: AnyCase<'DEFAULT' | 'LOG' | 'IGNORE'>;
  /** @deprecated use io.tmp.dirs */
  readonly 'taskmanager.tmp.dirs'?: TextValue;
  /** @deprecated use task.cancellation.timers.timeout */
  readonly 'timerservice.exceptional.shutdown.timeout'?: NumberValue;
  /** Default: SPAN_PER_CHECKPOINT. Since 2.2. */
  readonly 'traces.checkpoint.span-detail-level'?: AnyCase<
    'SPAN_PER_CHECKPOINT' | 'SPAN_PER_CHECKPOINT_WITH_TASKS' | 'CHILDREN_SPANS_PER_TASK' | 'CHILDREN_SPANS_PER_SUBTASK'
  >;
  /** @deprecated Default: false. Since 1.20. Until 2.1. */
  readonly 'traces.report-events-as-spans'?: BooleanValue;
  /** Since 1.19. */
  readonly 'traces.reporters'?: TextValue;
  /** Since 1.19. */
  readonly 'user.artifacts.artifact-list'?: ListValue;
  /** Default: /opt/flink/artifacts. Since 1.19. */
  readonly 'user.artifacts.base-dir'?: TextValue;
  /** Since 1.19. */
  readonly 'user.artifacts.http-headers'?: MapValue;
  /** Default: false. Since 1.19. */
  readonly 'user.artifacts.raw-http-enabled'?: BooleanValue;
  /** Default: *. */
  readonly 'web.access-control-allow-origin'?: TextValue;
  /** Default: 0. Since 2.3. */
  readonly 'web.adaptive-scheduler.rescale-history.size'?: NumberValue;
  /** @deprecated Until 1.20. */
  readonly 'web.address'?: TextValue;
  /** @deprecated Default: 600000. Until 1.20. */
  readonly 'web.backpressure.cleanup-interval'?: NumberValue;
  /** @deprecated Default: 50. Until 1.20. */
  readonly 'web.backpressure.delay-between-samples'?: NumberValue;
  /** @deprecated Default: 100. Until 1.20. */
  readonly 'web.backpressure.num-samples'?: NumberValue;
  /** @deprecated Default: 60000. Until 1.20. */
  readonly 'web.backpressure.refresh-interval'?: NumberValue;
  /** Default: true. */
  readonly 'web.cancel.enable'?: BooleanValue;
  /** Default: 10. */
  readonly 'web.checkpoints.history'?: NumberValue;
  /** Default: 16. */
  readonly 'web.exception-history-size'?: NumberValue;
  /** Default: 5. */
  readonly 'web.history'?: NumberValue;
  readonly 'web.log.path'?: TextValue;
  /** @deprecated use rest.bind-port */
  readonly 'web.port'?: NumberValue;
  /** Default: 3 s. */
  readonly 'web.refresh-interval'?: DurationValue;
  /** Default: true. Since 1.18. */
  readonly 'web.rescale.enable'?: BooleanValue;
  /** @deprecated Default: true. Until 1.20. */
  readonly 'web.ssl.enabled'?: BooleanValue;
  /** Default: true. */
  readonly 'web.submit.enable'?: BooleanValue;
  /** Default: 10 min. */
  readonly 'web.timeout'?: DurationValue;
  readonly 'web.tmpdir'?: TextValue;
  readonly 'web.upload.dir'?: TextValue;
  /** Since 1.20. */
  readonly 'workflow-scheduler.type'?: TextValue;
  /** @deprecated use security.kerberos.access.hadoopFileSystems */
  readonly 'yarn.security.kerberos.additionalFileSystems'?: ListValue;
  /** Default: false. */
  readonly 'zookeeper.sasl.disable'?: BooleanValue;
  /** Default: Client. */
  readonly 'zookeeper.sasl.login-context-name'?: TextValue;
  /** Default: zookeeper. */
  readonly 'zookeeper.sasl.service-name'?: TextValue;
}

/** Keys that are understood from a version on, and not before. */
export interface KeysSince {
  readonly v1_17:
    | 'cleanup-strategy.type'
    | 'client.heartbeat.interval'
    | 'client.heartbeat.timeout'
    | 'env.java.opts.all'
    | 'execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task'
    | 'execution.batch.adaptive.auto-parallelism.default-source-parallelism'
    | 'execution.batch.adaptive.auto-parallelism.enabled'
    | 'execution.batch.adaptive.auto-parallelism.max-parallelism'
    | 'execution.batch.adaptive.auto-parallelism.min-parallelism'
    | 'execution.batch.speculative.block-slow-node-duration'
    | 'execution.batch.speculative.enabled'
    | 'execution.batch.speculative.max-concurrent-executions'
    | 'execution.checkpointing.unaligned.enabled'
    | 'execution.checkpointing.unaligned.max-subtasks-per-channel-state-file'
    | 'hidden.execution.mode'
    | 'hidden.execution.retries'
    | 'high-availability.type'
    | 'jobmanager.partition.hybrid.partition-data-consume-constraint'
    | 'kubernetes.container.image.ref'
    | 'kubernetes.decorator.hadoop-conf-mount.enabled'
    | 'kubernetes.decorator.kerberos-mount.enabled'
    | 'kubernetes.jobmanager.cpu.amount'
    | 'kubernetes.pod-template-file.default'
    | 'kubernetes.taskmanager.cpu.amount'
    | 'metrics.scope.jm-job'
    | 'metrics.scope.tm-job'
    | 'pipeline.jobvertex-parallelism-overrides'
    | 'pipeline.watermark-alignment.allow-unaligned-source-splits'
    | 'restart-strategy.type'
    | 'security.delegation.tokens.enabled'
    | 'security.delegation.tokens.renewal.retry.backoff'
    | 'security.delegation.tokens.renewal.time-ratio'
    | 'slotmanager.declare-needed-resource.delay'
    | 'state.backend.rocksdb.memory.fixed-per-tm'
    | 'state.backend.type'
    | 'table.exec.hive.native-agg-function.enabled'
    | 'table.exec.local-hash-agg.adaptive.distinct-value-rate-threshold'
    | 'table.exec.local-hash-agg.adaptive.enabled'
    | 'table.exec.local-hash-agg.adaptive.sampling-threshold'
    | 'table.optimizer.bushy-join-reorder-threshold'
    | 'taskmanager.network.hybrid-shuffle.num-retained-in-memory-regions-max'
    | 'taskmanager.network.hybrid-shuffle.spill-index-segment-size'
    | 'taskmanager.network.memory.read-buffer.required-per-gate.max';
  readonly v1_18:
    | 'env.stdout-err.redirect-to-file'
    | 'high-availability.zookeeper.client.ensemble-tracker'
    | 'jobmanager.failure-enrichers'
    | 'jobmanager.task-deployment.offload-shuffle-descriptors-to-blob-server.threshold-num'
    | 'metrics.scope.jm-operator'
    | 'pekko.ask.callstack'
    | 'pekko.ask.timeout'
    | 'pekko.client-socket-worker-pool.pool-size-factor'
    | 'pekko.client-socket-worker-pool.pool-size-max'
    | 'pekko.client-socket-worker-pool.pool-size-min'
    | 'pekko.fork-join-executor.parallelism-factor'
    | 'pekko.fork-join-executor.parallelism-max'
    | 'pekko.fork-join-executor.parallelism-min'
    | 'pekko.framesize'
    | 'pekko.jvm-exit-on-fatal-error'
    | 'pekko.log.lifecycle.events'
    | 'pekko.lookup.timeout'
    | 'pekko.retry-gate-closed-for'
    | 'pekko.server-socket-worker-pool.pool-size-factor'
    | 'pekko.server-socket-worker-pool.pool-size-max'
    | 'pekko.server-socket-worker-pool.pool-size-min'
    | 'pekko.ssl.enabled'
    | 'pekko.startup-timeout'
    | 'pekko.tcp.timeout'
    | 'pekko.throughput'
    | 'pipeline.operator-chaining.chain-operators-with-different-max-parallelism'
    | 'pipeline.operator-chaining.enabled'
    | 'python.pythonpath'
    | 'rest.cache.checkpoint-statistics.size'
    | 'rest.cache.checkpoint-statistics.timeout'
    | 'rest.url-prefix'
    | 'sql-client.display.color-schema'
    | 'sql-client.display.show-line-numbers'
    | 'table.catalog-modification.listeners'
    | 'table.catalog-store.file.path'
    | 'table.catalog-store.kind'
    | 'table.display.max-column-width'
    | 'table.exec.hive.read-statistics.thread-num'
    | 'table.exec.interval-join.min-cleanup-interval'
    | 'table.exec.operator-fusion-codegen.enabled'
    | 'table.exec.sink.rowtime-inserter'
    | 'table.optimizer.runtime-filter.enabled'
    | 'table.optimizer.runtime-filter.max-build-data-size'
    | 'table.optimizer.runtime-filter.min-filter-ratio'
    | 'table.optimizer.runtime-filter.min-probe-data-size'
    | 'table.optimizer.sql-to-rel.project.merge.enabled'
    | 'table.optimizer.sql2rel.project-merge.enabled'
    | 'table.rtas-ctas.atomicity-enabled'
    | 'taskmanager.network.hybrid-shuffle.enable-new-mode'
    | 'taskmanager.network.hybrid-shuffle.remote.path'
    | 'taskmanager.network.hybrid-shuffle.spill-index-region-group-size'
    | 'taskmanager.network.netty.client.tcp.keepCount'
    | 'taskmanager.network.netty.client.tcp.keepIdleSec'
    | 'taskmanager.network.netty.client.tcp.keepIntervalSec'
    | 'web.rescale.enable';
  readonly v1_19:
    | 'env.java.default-opts.all'
    | 'env.java.default-opts.jobmanager'
    | 'env.java.default-opts.taskmanager'
    | 'env.java.opts.sql-gateway'
    | 'env.log.level'
    | 'execution.checkpointing.interval-during-backlog'
    | 'jobmanager.adaptive-scheduler.prefer-minimal-taskmanagers'
    | 'jobmanager.adaptive-scheduler.scaling-interval.max'
    | 'jobmanager.adaptive-scheduler.scaling-interval.min'
    | 'minicluster.number-of-taskmanagers'
    | 'pekko.remote-fork-join-executor.parallelism-factor'
    | 'pekko.remote-fork-join-executor.parallelism-max'
    | 'pekko.remote-fork-join-executor.parallelism-min'
    | 'pipeline.serialization-config'
    | 'rest.path'
    | 'rest.profiling.dir'
    | 'rest.profiling.duration-max'
    | 'rest.profiling.enabled'
    | 'rest.profiling.history-size'
    | 'restart-strategy.exponential-delay.attempts-before-reset-backoff'
    | 'sink.committer.retries'
    | 'slotmanager.min-total-resource.cpu'
    | 'slotmanager.min-total-resource.memory'
    | 'slotmanager.number-of-slots.min'
    | 'sql-client.display.print-time-cost'
    | 'sql-gateway.session.plan-cache.enabled'
    | 'sql-gateway.session.plan-cache.size'
    | 'sql-gateway.session.plan-cache.ttl'
    | 'state.backend.changelog.periodic-materialize.enabled'
    | 'state.backend.rocksdb.compression.per.level'
    | 'state.backend.rocksdb.timer-service.cache-size'
    | 'state.checkpoint.cleaner.parallel-mode'
    | 'state.checkpoints.create-subdir'
    | 'table.column-expansion-strategy'
    | 'table.exec.async-scalar.buffer-capacity'
    | 'table.exec.async-scalar.max-attempts'
    | 'table.exec.async-scalar.retry-delay'
    | 'table.exec.async-scalar.retry-strategy'
    | 'table.exec.async-scalar.timeout'
    | 'taskmanager.collect-sink.port'
    | 'taskmanager.load-balance.mode'
    | 'taskmanager.network.partition-request-timeout'
    | 'taskmanager.runtime.fs-timeout'
    | 'taskmanager.system-out.log.cache-upper-size'
    | 'taskmanager.system-out.log.thread-name.enabled'
    | 'taskmanager.system-out.mode'
    | 'traces.reporters'
    | 'user.artifacts.artifact-list'
    | 'user.artifacts.base-dir'
    | 'user.artifacts.http-headers'
    | 'user.artifacts.raw-http-enabled';
  readonly v1_20:
    | 'execution.async-state.buffer-size'
    | 'execution.async-state.buffer-timeout'
    | 'execution.async-state.in-flight-records-limit'
    | 'execution.batch.job-recovery.enabled'
    | 'execution.batch.job-recovery.previous-worker.recovery.timeout'
    | 'execution.batch.job-recovery.snapshot.min-pause'
    | 'execution.checkpointing.checkpoints-after-tasks-finish'
    | 'execution.checkpointing.cleaner.parallel-mode'
    | 'execution.checkpointing.create-subdir'
    | 'execution.checkpointing.data-inline-threshold'
    | 'execution.checkpointing.dir'
    | 'execution.checkpointing.file-merging.across-checkpoint-boundary'
    | 'execution.checkpointing.file-merging.enabled'
    | 'execution.checkpointing.file-merging.max-file-size'
    | 'execution.checkpointing.file-merging.max-space-amplification'
    | 'execution.checkpointing.file-merging.max-subtasks-per-file'
    | 'execution.checkpointing.file-merging.pool-blocking'
    | 'execution.checkpointing.incremental'
    | 'execution.checkpointing.local-backup.dirs'
    | 'execution.checkpointing.local-backup.enabled'
    | 'execution.checkpointing.num-retained'
    | 'execution.checkpointing.savepoint-dir'
    | 'execution.checkpointing.storage'
    | 'execution.checkpointing.unaligned.interruptible-timers.enabled'
    | 'execution.checkpointing.write-buffer-size'
    | 'execution.sort-keyed-partition.memory'
    | 'execution.sort-partition.memory'
    | 'execution.state-recovery.claim-mode'
    | 'execution.state-recovery.from-local'
    | 'execution.state-recovery.ignore-unclaimed-state'
    | 'execution.state-recovery.path'
    | 'execution.state-recovery.without-channel-state.checkpoint-id'
    | 'gs.filesink.entropy.enabled'
    | 'gs.http.connect-timeout'
    | 'gs.http.read-timeout'
    | 'gs.retry.init-rpc-timeout'
    | 'gs.retry.max-attempt'
    | 'gs.retry.max-rpc-timeout'
    | 'gs.retry.rpc-timeout-multiplier'
    | 'gs.retry.total-timeout'
    | 'high-availability.zookeeper.client.authorization'
    | 'high-availability.zookeeper.client.max-close-wait'
    | 'high-availability.zookeeper.client.simulated-session-expiration-percent'
    | 'job-event.store.write-buffer.flush-interval'
    | 'job-event.store.write-buffer.size'
    | 'kubernetes.artifacts.local-upload-enabled'
    | 'kubernetes.artifacts.local-upload-overwrite'
    | 'kubernetes.artifacts.local-upload-target'
    | 'kubernetes.internal-service.annotations'
    | 'kubernetes.transactional-operation.initial-retry-delay'
    | 'kubernetes.transactional-operation.max-retry-delay'
    | 'materialized-table.refresh-mode.freshness-threshold'
    | 'pipeline.force-kryo-avro'
    | 'security.ssl.internal.keystore-type'
    | 'security.ssl.internal.truststore-type'
    | 'security.ssl.rest.keystore-type'
    | 'security.ssl.rest.truststore-type'
    | 'state.backend.rocksdb.incremental-restore-async-compact-after-rescale'
    | 'state.backend.rocksdb.manual-compaction.max-auto-compactions'
    | 'state.backend.rocksdb.manual-compaction.max-file-size-to-compact'
    | 'state.backend.rocksdb.manual-compaction.max-files-to-compact'
    | 'state.backend.rocksdb.manual-compaction.max-output-file-size'
    | 'state.backend.rocksdb.manual-compaction.max-parallel-compactions'
    | 'state.backend.rocksdb.manual-compaction.min-files-to-compact'
    | 'state.backend.rocksdb.manual-compaction.min-interval'
    | 'state.backend.rocksdb.metrics.bloom-filter-full-positive'
    | 'state.backend.rocksdb.metrics.bloom-filter-full-true-positive'
    | 'state.backend.rocksdb.metrics.bloom-filter-useful'
    | 'state.backend.rocksdb.metrics.num-files-at-level'
    | 'state.backend.rocksdb.rescaling.use-delete-files-in-range'
    | 'state.backend.rocksdb.use-ingest-db-restore-mode'
    | 'state.changelog.dstl.dfs.base-path'
    | 'state.changelog.dstl.dfs.batch.persist-delay'
    | 'state.changelog.dstl.dfs.batch.persist-size-threshold'
    | 'state.changelog.dstl.dfs.compression.enabled'
    | 'state.changelog.dstl.dfs.discard.num-threads'
    | 'state.changelog.dstl.dfs.download.local-cache.idle-timeout-ms'
    | 'state.changelog.dstl.dfs.preemptive-persist-threshold'
    | 'state.changelog.dstl.dfs.upload.buffer-size'
    | 'state.changelog.dstl.dfs.upload.max-attempts'
    | 'state.changelog.dstl.dfs.upload.max-in-flight'
    | 'state.changelog.dstl.dfs.upload.next-attempt-delay'
    | 'state.changelog.dstl.dfs.upload.num-threads'
    | 'state.changelog.dstl.dfs.upload.retry-policy'
    | 'state.changelog.dstl.dfs.upload.timeout'
    | 'state.changelog.enabled'
    | 'state.changelog.max-failures-allowed'
    | 'state.changelog.periodic-materialize.enabled'
    | 'state.changelog.periodic-materialize.interval'
    | 'state.changelog.storage'
    | 'state.latency-track.history-size'
    | 'state.latency-track.keyed-state-enabled'
    | 'state.latency-track.sample-interval'
    | 'state.latency-track.state-name-as-variable'
    | 'table.exec.hive.infer-source-parallelism.mode'
    | 'taskmanager.network.hybrid-shuffle.external-remote-tier-factory.class'
    | 'taskmanager.network.memory.buffers-request-timeout'
    | 'traces.report-events-as-spans'
    | 'workflow-scheduler.type';
  readonly v2_0:
    | 'execution.async-state.active-buffer-size'
    | 'execution.async-state.active-buffer-timeout'
    | 'execution.async-state.total-buffer-size'
    | 'execution.job-status-changed-listeners'
    | 'high-availability.zookeeper.client.max-retry-wait'
    | 'high-availability.zookeeper.path.execution-plans'
    | 'jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling'
    | 'jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout'
    | 'jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures'
    | 'jobmanager.adaptive-scheduler.rescale-trigger.max-delay'
    | 'jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout'
    | 'jobmanager.adaptive-scheduler.submission.resource-wait-timeout'
    | 's3.access-key'
    | 's3.access.key'
    | 's3.endpoint'
    | 's3.s5cmd.args'
    | 's3.s5cmd.batch.max-files'
    | 's3.s5cmd.batch.max-size'
    | 's3.s5cmd.path'
    | 's3.secret-key'
    | 's3.secret.key'
    | 'slot.request.max-interval'
    | 'state.backend.forst.block.blocksize'
    | 'state.backend.forst.block.cache-size'
    | 'state.backend.forst.block.metadata-blocksize'
    | 'state.backend.forst.bloom-filter.bits-per-key'
    | 'state.backend.forst.bloom-filter.block-based-mode'
    | 'state.backend.forst.cache.dir'
    | 'state.backend.forst.cache.lru.access-before-promote'
    | 'state.backend.forst.cache.lru.promote-limit'
    | 'state.backend.forst.cache.reserve-size'
    | 'state.backend.forst.cache.size-based-limit'
    | 'state.backend.forst.compaction.filter.periodic-compaction-time'
    | 'state.backend.forst.compaction.filter.query-time-after-num-entries'
    | 'state.backend.forst.compaction.level.max-size-level-base'
    | 'state.backend.forst.compaction.level.target-file-size-base'
    | 'state.backend.forst.compaction.level.use-dynamic-size'
    | 'state.backend.forst.compaction.style'
    | 'state.backend.forst.compression.per.level'
    | 'state.backend.forst.executor.inline-coordinator'
    | 'state.backend.forst.executor.inline-write'
    | 'state.backend.forst.executor.read-io-parallelism'
    | 'state.backend.forst.executor.write-io-parallelism'
    | 'state.backend.forst.files.open'
    | 'state.backend.forst.local-dir'
    | 'state.backend.forst.log.dir'
    | 'state.backend.forst.log.file-num'
    | 'state.backend.forst.log.level'
    | 'state.backend.forst.log.max-file-size'
    | 'state.backend.forst.memory.fixed-per-slot'
    | 'state.backend.forst.memory.fixed-per-tm'
    | 'state.backend.forst.memory.high-prio-pool-ratio'
    | 'state.backend.forst.memory.managed'
    | 'state.backend.forst.memory.partitioned-index-filters'
    | 'state.backend.forst.memory.write-buffer-ratio'
    | 'state.backend.forst.metrics.actual-delayed-write-rate'
    | 'state.backend.forst.metrics.background-errors'
    | 'state.backend.forst.metrics.block-cache-capacity'
    | 'state.backend.forst.metrics.block-cache-hit'
    | 'state.backend.forst.metrics.block-cache-miss'
    | 'state.backend.forst.metrics.block-cache-pinned-usage'
    | 'state.backend.forst.metrics.block-cache-usage'
    | 'state.backend.forst.metrics.bloom-filter-full-positive'
    | 'state.backend.forst.metrics.bloom-filter-full-true-positive'
    | 'state.backend.forst.metrics.bloom-filter-useful'
    | 'state.backend.forst.metrics.bytes-read'
    | 'state.backend.forst.metrics.bytes-written'
    | 'state.backend.forst.metrics.column-family-as-variable'
    | 'state.backend.forst.metrics.compaction-pending'
    | 'state.backend.forst.metrics.compaction-read-bytes'
    | 'state.backend.forst.metrics.compaction-write-bytes'
    | 'state.backend.forst.metrics.cur-size-active-mem-table'
    | 'state.backend.forst.metrics.cur-size-all-mem-tables'
    | 'state.backend.forst.metrics.estimate-live-data-size'
    | 'state.backend.forst.metrics.estimate-num-keys'
    | 'state.backend.forst.metrics.estimate-pending-compaction-bytes'
    | 'state.backend.forst.metrics.estimate-table-readers-mem'
    | 'state.backend.forst.metrics.is-write-stopped'
    | 'state.backend.forst.metrics.iter-bytes-read'
    | 'state.backend.forst.metrics.live-sst-files-size'
    | 'state.backend.forst.metrics.mem-table-flush-pending'
    | 'state.backend.forst.metrics.num-deletes-active-mem-table'
    | 'state.backend.forst.metrics.num-deletes-imm-mem-tables'
    | 'state.backend.forst.metrics.num-entries-active-mem-table'
    | 'state.backend.forst.metrics.num-entries-imm-mem-tables'
    | 'state.backend.forst.metrics.num-files-at-level'
    | 'state.backend.forst.metrics.num-immutable-mem-table'
    | 'state.backend.forst.metrics.num-live-versions'
    | 'state.backend.forst.metrics.num-running-compactions'
    | 'state.backend.forst.metrics.num-running-flushes'
    | 'state.backend.forst.metrics.num-snapshots'
    | 'state.backend.forst.metrics.size-all-mem-tables'
    | 'state.backend.forst.metrics.stall-micros'
    | 'state.backend.forst.metrics.total-sst-files-size'
    | 'state.backend.forst.options-factory'
    | 'state.backend.forst.primary-dir'
    | 'state.backend.forst.rescaling.use-delete-files-in-range'
    | 'state.backend.forst.restore-overlap-fraction-threshold'
    | 'state.backend.forst.sync.enforce-local'
    | 'state.backend.forst.thread.num'
    | 'state.backend.forst.timer-service.cache-size'
    | 'state.backend.forst.timer-service.factory'
    | 'state.backend.forst.use-bloom-filter'
    | 'state.backend.forst.use-ingest-db-restore-mode'
    | 'state.backend.forst.write-batch-size'
    | 'state.backend.forst.writebuffer.count'
    | 'state.backend.forst.writebuffer.number-to-merge'
    | 'state.backend.forst.writebuffer.size'
    | 'state.backend.rocksdb.compaction.filter.periodic-compaction-time'
    | 'state.backend.rocksdb.compaction.filter.query-time-after-num-entries'
    | 'table.exec.async-state.enabled'
    | 'table.optimizer.adaptive-broadcast-join.strategy'
    | 'table.optimizer.skewed-join-optimization.skewed-factor'
    | 'table.optimizer.skewed-join-optimization.skewed-threshold'
    | 'table.optimizer.skewed-join-optimization.strategy'
    | 'taskmanager.memory.starting-segment-size';
  readonly v2_1:
    | 'events.reporters'
    | 'state.size-track.history-size'
    | 'state.size-track.keyed-state-enabled'
    | 'state.size-track.sample-interval'
    | 'state.size-track.state-name-as-variable'
    | 'table.exec.async-lookup.key-ordered-enabled'
    | 'table.exec.async-ml-predict.max-concurrent-operations'
    | 'table.exec.async-ml-predict.output-mode'
    | 'table.exec.async-ml-predict.timeout'
    | 'table.exec.sink.nested-constraint-enforcer'
    | 'table.exec.unbounded-over.version'
    | 'table.optimizer.delta-join.strategy'
    | 'table.optimizer.multi-join.enabled'
    | 'table.optimizer.ptf.max-tables'
    | 'table.optimizer.reuse-sink-enabled';
  readonly v2_2:
    | 'historyserver.archive.retained-ttl'
    | 'kubernetes.internal-service.labels'
    | 'kubernetes.rest-service.labels'
    | 'materialized-table.default-freshness.continuous'
    | 'materialized-table.default-freshness.full'
    | 'table.exec.async-scalar.max-concurrent-operations'
    | 'table.exec.async-table.max-concurrent-operations'
    | 'table.exec.async-table.max-retries'
    | 'table.exec.async-table.retry-delay'
    | 'table.exec.async-table.retry-strategy'
    | 'table.exec.async-table.timeout'
    | 'table.exec.async-vector-search.max-concurrent-operations'
    | 'table.exec.async-vector-search.output-mode'
    | 'table.exec.async-vector-search.timeout'
    | 'table.exec.delta-join.cache-enabled'
    | 'table.exec.delta-join.left.cache-size'
    | 'table.exec.delta-join.right.cache-size'
    | 'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.high'
    | 'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.low'
    | 'table.exec.sink.upsert-materialize-strategy.type'
    | 'table.legacy-nested-row-nullability'
    | 'traces.checkpoint.span-detail-level';
  readonly v2_3:
    | 'application-result-store.delete-on-commit'
    | 'application-result-store.storage-path'
    | 'cluster.id'
    | 'completed-application-store.cache-size'
    | 'completed-application-store.expiration-time'
    | 'completed-application-store.max-capacity'
    | 'completed-application-store.type'
    | 'execution.checkpointing.during-recovery.enabled'
    | 'execution.checkpointing.unaligned.recover-output-on-downstream.enabled'
    | 'execution.terminate-application-on-any-job-terminated-exceptionally'
    | 'fs.s3.aws.credentials.provider'
    | 'high-availability.zookeeper.path.applications'
    | 'historyserver.archive.clean-expired-applications'
    | 'historyserver.archive.retained-applications'
    | 'kubernetes.persistent-volume-claim-read-only'
    | 'kubernetes.persistent-volume-claims'
    | 'materialized-table.default-start-mode'
    | 'pipeline.sources.pause-until-first-checkpoint'
    | 'pipeline.watermark-alignment.buffer-size'
    | 'python.logging.default.level'
    | 'python.logging.level.overrides'
    | 'rest.cache.execution-graph.timeout'
    | 's3.assume-role.arn'
    | 's3.assume-role.external-id'
    | 's3.assume-role.session-duration'
    | 's3.assume-role.session-name'
    | 's3.async.enabled'
    | 's3.bulk-copy.enabled'
    | 's3.bulk-copy.max-concurrent'
    | 's3.checksum-validation.enabled'
    | 's3.chunked-encoding.enabled'
    | 's3.client.close.timeout'
    | 's3.close.timeout'
    | 's3.connection.max'
    | 's3.connection.max-idle-time'
    | 's3.connection.timeout'
    | 's3.path-style-access'
    | 's3.path.style.access'
    | 's3.read.buffer.size'
    | 's3.region'
    | 's3.retry.max-num-retries'
    | 's3.socket.timeout'
    | 's3.sse.kms.key-id'
    | 's3.sse.type'
    | 'security.ssl.rest.verify-hostname'
    | 'table.exec.sink.require-on-conflict'
    | 'table.secret-store.kind'
    | 'taskmanager.network.adaptive-partitioner.enabled'
    | 'taskmanager.network.adaptive-partitioner.max-traverse-size'
    | 'web.adaptive-scheduler.rescale-history.size';
}

/** Keys that are understood up to a version, and not any more after it. */
export interface KeysUntil {
  readonly v1_16: never;
  readonly v1_17: 'slotmanager.request-timeout';
  readonly v1_18: 'cluster.fine-grained-resource-management.enabled';
  readonly v1_19: never;
  readonly v1_20:
    | 'akka.watch.heartbeat.interval'
    | 'akka.watch.heartbeat.pause'
    | 'akka.watch.threshold'
    | 'cluster.evenly-spread-out-slots'
    | 'execution.async-state.buffer-size'
    | 'execution.async-state.buffer-timeout'
    | 'execution.async-state.in-flight-records-limit'
    | 'fine-grained.shuffle-mode.all-blocking'
    | 'hidden.execution.mode'
    | 'hidden.execution.retries'
    | 'high-availability.job.delay'
    | 'high-availability.zookeeper.path.running-registry'
    | 'jobmanager.heap.mb'
    | 'jobmanager.heap.size'
    | 'jobmanager.web.backpressure.cleanup-interval'
    | 'jobmanager.web.backpressure.delay-between-samples'
    | 'jobmanager.web.backpressure.num-samples'
    | 'jobmanager.web.backpressure.refresh-interval'
    | 'jobmanager.web.ssl.enabled'
    | 'local.number-resourcemanager'
    | 'pipeline.auto-type-registration'
    | 'pipeline.default-kryo-serializers'
    | 'pipeline.registered-kryo-types'
    | 'pipeline.registered-pojo-types'
    | 'pipeline.time-characteristic'
    | 'recovery.job.delay'
    | 'resourcemanager.taskmanager-release.wait.result.consumed'
    | 'security.ssl.enabled'
    | 'source.file.records.fetch-size'
    | 'sql-client.display.max-column-width'
    | 'state.backend.async'
    | 'state.backend.rocksdb.checkpointdir'
    | 'table.exec.deduplicate.insert-and-updateafter-sensitive.enabled'
    | 'table.exec.deduplicate.mini-batch.compact-changes.enabled'
    | 'table.exec.hive.calculate-partition-size.thread-num'
    | 'table.exec.hive.fallback-mapred-reader'
    | 'table.exec.hive.fallback-mapred-writer'
    | 'table.exec.hive.file-open-cost'
    | 'table.exec.hive.infer-source-parallelism'
    | 'table.exec.hive.infer-source-parallelism.max'
    | 'table.exec.hive.infer-source-parallelism.mode'
    | 'table.exec.hive.load-partition-splits.thread-num'
    | 'table.exec.hive.native-agg-function.enabled'
    | 'table.exec.hive.read-partition-with-subdirectory.enabled'
    | 'table.exec.hive.read-statistics.thread-num'
    | 'table.exec.hive.sink.sort-by-dynamic-partition.enable'
    | 'table.exec.hive.sink.statistic-auto-gather.enable'
    | 'table.exec.hive.sink.statistic-auto-gather.thread-num'
    | 'table.exec.hive.split-max-size'
    | 'table.exec.legacy-transformation-uids'
    | 'table.exec.range-sort.enabled'
    | 'table.exec.shuffle-mode'
    | 'table.exec.topn-cache-size'
    | 'table.optimizer.cnf-nodes-limit'
    | 'table.optimizer.join.null-filter-threshold'
    | 'table.optimizer.rows-per-local-agg'
    | 'table.optimizer.semi-anti-join.build-distinct.ndv-ratio'
    | 'table.optimizer.shuffle-by-partial-key-enabled'
    | 'table.optimizer.smj.remove-sort-enabled'
    | 'table.optimizer.source.aggregate-pushdown-enabled'
    | 'table.optimizer.source.predicate-pushdown-enabled'
    | 'table.optimizer.sql-to-rel.project.merge.enabled'
    | 'taskmanager.exit-on-fatal-akka-error'
    | 'taskmanager.heap.mb'
    | 'taskmanager.heap.size'
    | 'taskmanager.initial-registration-pause'
    | 'taskmanager.max-registration-pause'
    | 'taskmanager.net.client.numThreads'
    | 'taskmanager.net.num-arenas'
    | 'taskmanager.net.sendReceiveBufferSize'
    | 'taskmanager.net.server.backlog'
    | 'taskmanager.net.server.numThreads'
    | 'taskmanager.net.transport'
    | 'taskmanager.network.batch-shuffle.compression.enabled'
    | 'taskmanager.network.blocking-shuffle.compression.enabled'
    | 'taskmanager.network.blocking-shuffle.type'
    | 'taskmanager.network.hybrid-shuffle.enable-new-mode'
    | 'taskmanager.network.hybrid-shuffle.num-retained-in-memory-regions-max'
    | 'taskmanager.network.hybrid-shuffle.spill-index-region-group-size'
    | 'taskmanager.network.hybrid-shuffle.spill-index-segment-size'
    | 'taskmanager.network.max-num-tcp-connections'
    | 'taskmanager.network.memory.buffers-per-channel'
    | 'taskmanager.network.memory.floating-buffers-per-gate'
    | 'taskmanager.network.memory.max-buffers-per-channel'
    | 'taskmanager.network.memory.max-overdraft-buffers-per-gate'
    | 'taskmanager.network.netty.client.numThreads'
    | 'taskmanager.network.netty.num-arenas'
    | 'taskmanager.network.netty.sendReceiveBufferSize'
    | 'taskmanager.network.netty.server.backlog'
    | 'taskmanager.network.netty.server.numThreads'
    | 'taskmanager.network.netty.transport'
    | 'taskmanager.network.numberOfBuffers'
    | 'taskmanager.network.sort-shuffle.min-parallelism'
    | 'taskmanager.refused-registration-pause'
    | 'taskmanager.registration.initial-backoff'
    | 'taskmanager.registration.max-backoff'
    | 'taskmanager.registration.refused-backoff'
    | 'web.backpressure.cleanup-interval'
    | 'web.backpressure.delay-between-samples'
    | 'web.backpressure.num-samples'
    | 'web.backpressure.refresh-interval'
    | 'web.ssl.enabled';
  readonly v2_0: never;
  readonly v2_1: 'traces.report-events-as-spans';
  readonly v2_2: never;
}
