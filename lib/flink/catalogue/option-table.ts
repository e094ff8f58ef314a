// SPDX-License-Identifier: Apache-2.0
// All options of Flink 1.16 to 2.3, merged over the versions, and those of the operator: one line an option, in the form that
// read-table.ts reads. Made by scripts/generate-option-catalogue.ts; do not edit.
/* eslint max-lines: "off" -- a generated table */

/** The versions that there is data for, oldest first; the digits in the tables count them from 0. */
export const TABLE_VERSIONS = ['v1_16', 'v1_17', 'v1_18', 'v1_19', 'v1_20', 'v2_0', 'v2_1', 'v2_2', 'v2_3'] as const;

/** key, type, versions, default, fallback keys, deprecated keys, flags, values, module, scope. */
export const FLINK_OPTIONS: string = `
$internal.application.id|s|88||||I
$internal.application.main|s|||||I
$internal.application.program-args|L|||||I
$internal.deployment.config-dir|s|||||I
$internal.dispatcher.client-aliveness-check.interval|D|18|1 min|||I
$internal.execution.batch.adaptive.skewed-optimization.skewed-factor|d|58|4.0|||I
$internal.execution.batch.adaptive.skewed-optimization.skewed-threshold|m|58|256 mb|||I
$internal.pipeline.job-id|s|||||I
__table.exec.sort.non-temporal.enabled__|b||false|||IX||1
__table.query-start.current-database__|s|||||I||1
__table.query-start.epoch-time__|l|||||I||1
__table.query-start.local-time__|l|||||I||1
akka.ask.callstack|b|01|true
akka.ask.timeout|D|01|10 s
akka.client-socket-worker-pool.pool-size-factor|d|01|1.0
akka.client-socket-worker-pool.pool-size-max|i|01|2
akka.client-socket-worker-pool.pool-size-min|i|01|1
akka.client.timeout|s|04|60 s|||D
akka.fork-join-executor.parallelism-factor|d|01|2.0
akka.fork-join-executor.parallelism-max|i|01|64
akka.fork-join-executor.parallelism-min|i|01|8
akka.framesize|s|01|10485760b
akka.jvm-exit-on-fatal-error|b|01|true
akka.log.lifecycle.events|b|01|false
akka.lookup.timeout|D|01|10 s
akka.retry-gate-closed-for|l|01|50
akka.rpc.force-invocation-serialization|b|01|false|||I
akka.server-socket-worker-pool.pool-size-factor|d|01|1.0
akka.server-socket-worker-pool.pool-size-max|i|01|2
akka.server-socket-worker-pool.pool-size-min|i|01|1
akka.ssl.enabled|b|01|true
akka.startup-timeout|s|01
akka.tcp.timeout|s|01|20 s
akka.throughput|i|01|15
akka.watch.heartbeat.interval|s|04|10 s|||D
akka.watch.heartbeat.pause|s|04|60 s|||D
akka.watch.threshold|i|04|12|||D
application-result-store.delete-on-commit|b|88|true||||||1
application-result-store.storage-path|s|88|||||||1
blob.client.connect.timeout|i||0
blob.client.socket.timeout|i||300000
blob.fetch.backlog|i||1000
blob.fetch.num-concurrent|i||50
blob.fetch.retries|i||5
blob.offload.minsize|i||1048576
blob.server.port|s||0
blob.service.cleanup.interval|l||3600||library-cache-manager.cleanup.interval
blob.service.ssl.enabled|b||true
blob.storage.directory|s
classloader.check-leaked-classloader|b||true||||||2
classloader.fail-on-metaspace-oom-error|b||true||||||2
classloader.parent-first-patterns.additional|L||''||||||2
classloader.parent-first-patterns.default|L||java.;scala.;org.apache.flink.;com.esotericsoftware.kryo;org.apache.hadoop.;javax.annotation.;org.xml;javax.xml;org.apache.xerces;org.w3c;org.rocksdb.;org.slf4j;org.apache.log4j;org.apache.logging;org.apache.commons.logging;ch.qos.logback||classloader.parent-first-patterns||||2
classloader.resolve-order|s||child-first||||||2
cleanup-strategy|s|00|exponential-delay
cleanup-strategy.exponential-delay.attempts|i||2147483647
cleanup-strategy.exponential-delay.initial-backoff|D||1 s
cleanup-strategy.exponential-delay.max-backoff|D||1 h
cleanup-strategy.fixed-delay.attempts|i||2147483647
cleanup-strategy.fixed-delay.delay|D||1 min
cleanup-strategy.type|s|18|exponential-delay||cleanup-strategy
client.heartbeat.interval|l~4D|18|30000~430 s
client.heartbeat.timeout|l~4D|18|180000~43 min
client.retry-period|D||2 s
client.timeout|D||1 min||akka.client.timeout
cluster.evenly-spread-out-slots|b|04|false|||~3D|||3
cluster.fine-grained-resource-management.enabled|b|02|false~2true|||~2D|||3
cluster.id|s|88|00000000000000000000000000000000||||||4
cluster.intercept-user-system-exit|e||DISABLED||||DISABLED,LOG,THROW||4
cluster.io-pool.size|i||||||||5
cluster.processes.halt-on-fatal-error|b||false||||||4
cluster.registration.error-delay|l~4D||10000~410 s||||||5
cluster.registration.initial-timeout|l~4D||100~4100 ms||||||5
cluster.registration.max-timeout|l~4D||30000~430 s||||||5
cluster.registration.refused-registration-delay|l~4D||30000~430 s||||||5
cluster.services.shutdown-timeout|l~4D||30000~430 s||||||5
cluster.thread-dump.stacktrace-max-depth|i||8~150||||||4
cluster.uncaught-exception-handling|e||LOG||||LOG,FAIL||4
collect-sink.batch-size.max|m||2 mb
collect-sink.socket-timeout|D||10 s
compiler.delimited-informat.max-line-samples|i||10
compiler.delimited-informat.max-sample-len|i||2097152
compiler.delimited-informat.min-line-samples|i||2
completed-application-store.cache-size|l|88|52428800||jobstore.cache-size||||6
completed-application-store.expiration-time|D|88|1 h||||||6
completed-application-store.max-capacity|i|88|2147483647||jobstore.max-capacity||||6
completed-application-store.type|e|88|File||jobstore.type||File,Memory||6
dstl.dfs.base-path|s|03
dstl.dfs.batch.persist-delay|D|03|10 ms
dstl.dfs.batch.persist-size-threshold|m|03|10 mb
dstl.dfs.compression.enabled|b|03|false
dstl.dfs.discard.num-threads|i|03|1
dstl.dfs.download.local-cache.idle-timeout-ms|D|03|10 min
dstl.dfs.preemptive-persist-threshold|m|03|5 mb
dstl.dfs.upload.buffer-size|m|03|1 mb
dstl.dfs.upload.max-attempts|i|03|3
dstl.dfs.upload.max-in-flight|m|03|100 mb
dstl.dfs.upload.next-attempt-delay|D|03|500 ms
dstl.dfs.upload.num-threads|i|03|5
dstl.dfs.upload.retry-policy|s|03|fixed
dstl.dfs.upload.timeout|D|03|1 s
env.hadoop.conf.dir|s
env.hbase.conf.dir|s
env.java.default-opts.all|s|38|''
env.java.default-opts.jobmanager|s|38|''
env.java.default-opts.taskmanager|s|38|''
env.java.home|s|58
env.java.opts|s|00|''
env.java.opts.all|s|18|''||env.java.opts
env.java.opts.client|s||''
env.java.opts.historyserver|s||''
env.java.opts.jobmanager|s||''
env.java.opts.sql-gateway|s|38|''
env.java.opts.taskmanager|s||''
env.log.dir|s
env.log.level|s|38|INFO
env.log.max|i||5~110
env.pid.dir|s||/tmp
env.ssh.opts|s
env.stdout-err.redirect-to-file|b|28|false
env.yarn.conf.dir|s
events.reporter.<name>.<parameter>|s|68|||||||7
events.reporter.<name>.factory.class|s|68|||||||7
events.reporter.<name>.filter.excludes|L|68|''||||||7
events.reporter.<name>.filter.includes|L|68|*:*:*||||||7
events.reporter.<name>.scope.delimiter|s|68|.||||||7
events.reporter.<name>.scope.variables.additional|M|68|''|||P|||7
events.reporter.<name>.scope.variables.excludes|s|68|.||||||7
events.reporters|s|68
execution.async-state.active-buffer-size|i|58|1000|||X
execution.async-state.active-buffer-timeout|l|58|1000|||X
execution.async-state.buffer-size|i|44|1000|||X
execution.async-state.buffer-timeout|l|44|1000|||X
execution.async-state.in-flight-records-limit|i|44|6000|||X
execution.async-state.total-buffer-size|i|58|6000|||X
execution.attached|b||false
execution.batch-shuffle-mode|e||ALL_EXCHANGES_BLOCKING||||ALL_EXCHANGES_PIPELINED,ALL_EXCHANGES_BLOCKING,ALL_EXCHANGES_HYBRID_FULL,ALL_EXCHANGES_HYBRID_SELECTIVE
execution.batch-state-backend.enabled|b||true
execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task|m|18|16 mb||jobmanager.adaptive-batch-scheduler.avg-data-volume-per-task||||3
execution.batch.adaptive.auto-parallelism.default-source-parallelism|i|18|1~3||jobmanager.adaptive-batch-scheduler.default-source-parallelism||||3
execution.batch.adaptive.auto-parallelism.enabled|b|18|true||||||3
execution.batch.adaptive.auto-parallelism.max-parallelism|i|18|128||jobmanager.adaptive-batch-scheduler.max-parallelism||||3
execution.batch.adaptive.auto-parallelism.min-parallelism|i|18|1||jobmanager.adaptive-batch-scheduler.min-parallelism||||3
execution.batch.adaptive.stream-graph-optimization.strategies|L|58||||I
execution.batch.job-recovery.enabled|b|48|false||||||3
execution.batch.job-recovery.previous-worker.recovery.timeout|D|48|30 s||||||3
execution.batch.job-recovery.snapshot.min-pause|D|48|3 min||||||3
execution.batch.speculative.block-slow-node-duration|D|18|1 min||jobmanager.adaptive-batch-scheduler.speculative.block-slow-node-duration||||3
execution.batch.speculative.enabled|b|18|false||jobmanager.adaptive-batch-scheduler.speculative.enabled||||3
execution.batch.speculative.max-concurrent-executions|i|18|2||jobmanager.adaptive-batch-scheduler.speculative.max-concurrent-executions||||3
execution.buffer-timeout.enabled|b||true
execution.buffer-timeout.interval|D||100 ms||execution.buffer-timeout
execution.checkpointing.aligned-checkpoint-timeout|D||0 ms||execution.checkpointing.alignment-timeout
execution.checkpointing.alignment-timeout|D|04|0 ms|||D
execution.checkpointing.approximate-local-recovery|b|14|false|||I~4DI
execution.checkpointing.checkpoints-after-tasks-finish|b|48|true||execution.checkpointing.checkpoints-after-tasks-finish.enabled
execution.checkpointing.checkpoints-after-tasks-finish.enabled|b|04|true|||~4D
execution.checkpointing.cleaner.parallel-mode|b|48|true||state.checkpoint.cleaner.parallel-mode||||8
execution.checkpointing.create-subdir|b|48|true||state.checkpoints.create-subdir||||9
execution.checkpointing.data-inline-threshold|m|48|20 kb||state.storage.fs.memory-threshold,state.backend.fs.memory-threshold||||9
execution.checkpointing.dir|s|48|||state.checkpoints.dir,state.backend.fs.checkpointdir||||8
execution.checkpointing.during-recovery.enabled|b|88|false|||X|||8
execution.checkpointing.externalized-checkpoint-retention|e||NO_EXTERNALIZED_CHECKPOINTS||||DELETE_ON_CANCELLATION,RETAIN_ON_CANCELLATION,NO_EXTERNALIZED_CHECKPOINTS
execution.checkpointing.file-merging.across-checkpoint-boundary|b|48|false|||X|||10
execution.checkpointing.file-merging.enabled|b|48|false|||X|||10
execution.checkpointing.file-merging.max-file-size|m|48|32 mb|||X|||10
execution.checkpointing.file-merging.max-space-amplification|f|48|2.0|||X|||10
execution.checkpointing.file-merging.max-subtasks-per-file|i|48|4|||X
execution.checkpointing.file-merging.pool-blocking|b|48|false|||X|||10
execution.checkpointing.force|b|14|false|||DI
execution.checkpointing.incremental|b|48|false||state.backend.incremental||||8
execution.checkpointing.interval|D
execution.checkpointing.interval-during-backlog|D|38
execution.checkpointing.local-backup.dirs|s|48|||taskmanager.state.local.root-dirs||||8
execution.checkpointing.local-backup.enabled|b|48|false|execution.state-recovery.from-local|state.backend.local-recovery||||8
execution.checkpointing.max-concurrent-checkpoints|i||1
execution.checkpointing.min-pause|D||0 ms
execution.checkpointing.mode|e||EXACTLY_ONCE||||EXACTLY_ONCE,AT_LEAST_ONCE
execution.checkpointing.num-retained|i|48|1||state.checkpoints.num-retained||||8
execution.checkpointing.recover-without-channel-state.checkpoint-id|l|04|-1|||~4D
execution.checkpointing.savepoint-dir|s|48|||state.savepoints.dir,savepoints.state.backend.fs.dir||||8
execution.checkpointing.snapshot-compression|b||false
execution.checkpointing.storage|s|48|||state.checkpoint-storage||||8
execution.checkpointing.timeout|D||10 min
execution.checkpointing.tolerable-failed-checkpoints|i||~30
execution.checkpointing.unaligned|b|00|false
execution.checkpointing.unaligned.enabled|b|18|false||execution.checkpointing.unaligned
execution.checkpointing.unaligned.forced|b||false
execution.checkpointing.unaligned.interruptible-timers.enabled|b|48|false|||X
execution.checkpointing.unaligned.max-subtasks-per-channel-state-file|i|18|5
execution.checkpointing.unaligned.recover-output-on-downstream.enabled|b|88|false|||X|||8
execution.checkpointing.write-buffer-size|i|48|4096||state.storage.fs.write-buffer-size,state.backend.fs.write-buffer-size||||9
execution.job-listeners|L
execution.job-status-changed-listeners|L|58
execution.program-config.enabled|b||true||execution.allow-client-job-configurations|X
execution.program-config.wildcards|L||''|||X
execution.runtime-mode|e||STREAMING||||STREAMING,BATCH,AUTOMATIC
execution.savepoint-restore-mode|e|04|NO_CLAIM|||~4D|CLAIM,NO_CLAIM,LEGACY
execution.savepoint.ignore-unclaimed-state|b|04|false|||~4D
execution.savepoint.path|s|04||||~4D
execution.shutdown-on-application-finish|b||true
execution.shutdown-on-attached-exit|b||false
execution.sort-keyed-partition.memory|m|48|128 mb
execution.sort-partition.memory|m|48|128 mb
execution.sorted-inputs.enabled|b||true
execution.sorted-inputs.memory|m||128 mb
execution.state-recovery.approximate-local-recovery|b|48|false||execution.checkpointing.approximate-local-recovery|I
execution.state-recovery.claim-mode|e|48|NO_CLAIM||execution.savepoint-restore-mode||CLAIM,NO_CLAIM,LEGACY
execution.state-recovery.from-local|b|48|false||state.backend.local-recovery
execution.state-recovery.ignore-unclaimed-state|b|48|false||execution.savepoint.ignore-unclaimed-state
execution.state-recovery.path|s|48|||execution.savepoint.path
execution.state-recovery.without-channel-state.checkpoint-id|l|48|-1||execution.checkpointing.recover-without-channel-state.checkpoint-id
execution.submit-failed-job-on-application-error|b||false|||X~8D
execution.target|s
execution.terminate-application-on-any-job-terminated-exceptionally|b|88|true|||X
external-resource.<resource_name>.amount|l
external-resource.<resource_name>.driver-factory.class|s
external-resource.<resource_name>.kubernetes.config-key|s
external-resource.<resource_name>.param.<param>|s
external-resource.<resource_name>.param.discovery-script.args|s|||||||2
external-resource.<resource_name>.param.discovery-script.path|s||plugins/external-resource-gpu/nvidia-gpu-discovery.sh|||||2
external-resources|L||''
fine-grained.shuffle-mode.all-blocking|b|04|false|||~4D
fs.<scheme>.limit.input|i||-1
fs.<scheme>.limit.output|i||-1
fs.<scheme>.limit.stream-timeout|l||0
fs.<scheme>.limit.timeout|l||0
fs.<scheme>.limit.total|i||-1
fs.<scheme>.priority.<factory_class>|i|88
fs.allowed-fallback-filesystems|s||''||||||11
fs.default-scheme|s||||||||11
fs.output.always-create-directory|b||false||||||12
fs.overwrite-files|b||false||||||12
fs.s3.aws.credentials.provider|s|88||||||3
gs.filesink.entropy.enabled|b|48|false|||||4
gs.http.connect-timeout|i|48||||||4
gs.http.read-timeout|i|48||||||4
gs.retry.init-rpc-timeout|D|48||||||4
gs.retry.max-attempt|i|48||||||4
gs.retry.max-rpc-timeout|D|48||||||4
gs.retry.rpc-timeout-multiplier|d|48||||||4
gs.retry.total-timeout|D|48||||||4
gs.writer.chunk.size|m|||||||4
gs.writer.temporary.bucket.name|s|||||||4
heartbeat.interval|l~4D||10000~410 s||||||5
heartbeat.rpc-failure-threshold|i||2||||||5
heartbeat.timeout|l~4D||50000~450 s||||||5
hidden.execution.mode|e|14|PIPELINED||||PIPELINED,PIPELINED_FORCED,BATCH,BATCH_FORCED
hidden.execution.retries|i|14|-1|||D
high-availability|s|00|NONE||recovery.mode||||13
high-availability.cluster-id|s||/default||high-availability.zookeeper.path.namespace,recovery.zookeeper.path.namespace||||13
high-availability.job.delay|s|04|||recovery.job.delay|D
high-availability.jobmanager.port|s||0||recovery.jobmanager.port||||14
high-availability.kubernetes.leader-election.lease-duration|D||15 s||||||15
high-availability.kubernetes.leader-election.renew-deadline|D||15 s||||||15
high-availability.kubernetes.leader-election.retry-period|D||5 s||||||15
high-availability.storageDir|s||||high-availability.zookeeper.storageDir,recovery.zookeeper.storageDir||||13
high-availability.type|s|18|NONE||recovery.mode,high-availability||||13
high-availability.zookeeper.client.acl|s||open||||||16
high-availability.zookeeper.client.authorization|M|48||||P
high-availability.zookeeper.client.connection-timeout|i~4D||15000~415 s||recovery.zookeeper.client.connection-timeout||||16
high-availability.zookeeper.client.ensemble-tracker|b|28|true||||||16
high-availability.zookeeper.client.max-close-wait|D|48
high-availability.zookeeper.client.max-retry-attempts|i||3||recovery.zookeeper.client.max-retry-attempts||||16
high-availability.zookeeper.client.max-retry-wait|D|58|1 min||||||16
high-availability.zookeeper.client.retry-wait|i~4D||5000~45 s||recovery.zookeeper.client.retry-wait||||16
high-availability.zookeeper.client.session-timeout|i~4D||60000~41 min||recovery.zookeeper.client.session-timeout||||16
high-availability.zookeeper.client.simulated-session-expiration-percent|i|48
high-availability.zookeeper.client.tolerate-suspended-connections|b||false||||||16
high-availability.zookeeper.path.applications|s|88|/applications||||||16
high-availability.zookeeper.path.execution-plans|s|58|/execution-plans||recovery.zookeeper.path.jobgraphs,high-availability.zookeeper.path.jobgraphs||||16
high-availability.zookeeper.path.jobgraphs|s|04|/jobgraphs||recovery.zookeeper.path.jobgraphs||||16
high-availability.zookeeper.path.root|s||/flink||recovery.zookeeper.path.root||||17
high-availability.zookeeper.path.running-registry|s|04|/running_job_registry/|||~3D|||16
high-availability.zookeeper.quorum|s||||recovery.zookeeper.quorum||||17
historyserver.archive.clean-expired-applications|b|88|false
historyserver.archive.clean-expired-jobs|b||false
historyserver.archive.fs.dir|s
historyserver.archive.fs.refresh-interval|l~4D||10000~410 s
historyserver.archive.retained-applications|i|88|-1
historyserver.archive.retained-jobs|i||-1
historyserver.archive.retained-ttl|D|78
historyserver.log.jobmanager.url-pattern|s
historyserver.log.taskmanager.url-pattern|s
historyserver.web.address|s
historyserver.web.port|i||8082
historyserver.web.refresh-interval|l~4D||10000~410 s
historyserver.web.ssl.enabled|b||false
historyserver.web.tmpdir|s
internal.cluster.execution-mode|s||NORMAL|||I
internal.io.tmpdirs.use-local-default|b||false|||I
internal.jobgraph-path|s||job.graph|||I
internal.taskmanager.node-id|s|||||I
internal.taskmanager.resource-id.metadata|s|||||I
io.tmp.dirs|s||@java.io.tmpdir||taskmanager.tmp.dirs||||11
jmx.server.port|s||||||||18
job-event.store.write-buffer.flush-interval|D|48|1 s||||||3
job-event.store.write-buffer.size|m|48|1 mb||||||3
job-result-store.delete-on-commit|b||true|||~8D
job-result-store.storage-path|s||||||||19
jobmanager.adaptive-batch-scheduler.avg-data-volume-per-task|m|04|1 gb|||~1D
jobmanager.adaptive-batch-scheduler.default-source-parallelism|i|04|1|||~1D
jobmanager.adaptive-batch-scheduler.max-parallelism|i|04|128|||~1D
jobmanager.adaptive-batch-scheduler.min-parallelism|i|04|1|||~1D
jobmanager.adaptive-batch-scheduler.speculative.block-slow-node-duration|D|04|1 min|||~1D
jobmanager.adaptive-batch-scheduler.speculative.enabled|b|04|false|||~1D
jobmanager.adaptive-batch-scheduler.speculative.max-concurrent-executions|i|04|2|||~1D
jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling|D|58|30 s||jobmanager.adaptive-scheduler.scaling-interval.min||||20
jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout|D|58|1 min||||||20
jobmanager.adaptive-scheduler.min-parallelism-increase|i||1|||~5D
jobmanager.adaptive-scheduler.prefer-minimal-taskmanagers|b|38|true|||X|||20
jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures|i|58|2||||||20
jobmanager.adaptive-scheduler.rescale-trigger.max-delay|D|58|||||||20
jobmanager.adaptive-scheduler.resource-stabilization-timeout|D||10 s|||~5D
jobmanager.adaptive-scheduler.resource-wait-timeout|D||5 min|||~5D
jobmanager.adaptive-scheduler.scaling-interval.max|D|38||||~5D
jobmanager.adaptive-scheduler.scaling-interval.min|D|38|30 s|||~5D
jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout|D|58|10 s||jobmanager.adaptive-scheduler.resource-stabilization-timeout||||20
jobmanager.adaptive-scheduler.submission.resource-wait-timeout|D|58|5 min||jobmanager.adaptive-scheduler.resource-wait-timeout||||20
jobmanager.archive.fs.dir|s||||||||6
jobmanager.bind-host|s||||||||21
jobmanager.execution.attempts-history-size|i||16||job-manager.max-attempts-history-size||||6
jobmanager.execution.failover-strategy|s||region||||||22
jobmanager.failure-enrichers|s|28|||||||6
jobmanager.future-pool.size|i||||||||23
jobmanager.heap.mb|i|04||||D
jobmanager.heap.size|m|04||||D|||6
jobmanager.io-pool.size|i||||||||23
jobmanager.memory.enable-jvm-direct-memory-limit|b||false||||||24
jobmanager.memory.flink.size|m||||||||24
jobmanager.memory.heap.size|m||||||||24
jobmanager.memory.jvm-metaspace.size|m||256 mb||||||24
jobmanager.memory.jvm-overhead.fraction|f||0.1||||||24
jobmanager.memory.jvm-overhead.max|m||1 gb||||||24
jobmanager.memory.jvm-overhead.min|m||192 mb||||||24
jobmanager.memory.off-heap.size|m||128 mb||||||24
jobmanager.memory.process.size|m||||||||24
jobmanager.partition.hybrid.partition-data-consume-constraint|e|18|||||ALL_PRODUCERS_FINISHED,ONLY_FINISHED_PRODUCERS,UNFINISHED_PRODUCERS||20
jobmanager.partition.release-during-job-execution|b||true
jobmanager.resource-id|s||||||||6
jobmanager.retrieve-taskmanager-hostname|b||true||||||6
jobmanager.rpc.address|s||||||||21
jobmanager.rpc.bind-port|i||||||||21
jobmanager.rpc.port|i||6123||||||21
jobmanager.scheduler|e||Default||||Ng,Default,Adaptive,AdaptiveBatch~5Default,Adaptive,AdaptiveBatch||20
jobmanager.task-deployment.offload-shuffle-descriptors-to-blob-server.threshold-num|i|28|4194304|||X
jobmanager.web.address|s|04||||D
jobstore.cache-size|l||52428800|||~8D
jobstore.expiration-time|l||3600|||~8D|||6
jobstore.max-capacity|i||2147483647|||~8D
jobstore.type|e||File|||~8D|File,Memory
kubernetes.artifacts.local-upload-enabled|b|48|false
kubernetes.artifacts.local-upload-overwrite|b|48|false
kubernetes.artifacts.local-upload-target|s|48
kubernetes.client.io-pool.size|i||4
kubernetes.client.user-agent|s||flink
kubernetes.cluster-id|s
kubernetes.config.file|s
kubernetes.container.image|s|00|@flinkVersion
kubernetes.container.image.pull-policy|e||IfNotPresent||||IfNotPresent,Always,Never
kubernetes.container.image.pull-secrets|L
kubernetes.container.image.ref|s|18|@flinkVersion||kubernetes.container.image
kubernetes.context|s
kubernetes.decorator.hadoop-conf-mount.enabled|b|18|true
kubernetes.decorator.kerberos-mount.enabled|b|18|true
kubernetes.entry.path|s||/docker-entrypoint.sh
kubernetes.env.secretKeyRef|Lm
kubernetes.flink.conf.dir|s||/opt/flink/conf
kubernetes.flink.log.dir|s
kubernetes.hadoop.conf.config-map.name|s
kubernetes.hostnetwork.enabled|b||false
kubernetes.internal-service.annotations|M|48||||P
kubernetes.internal-service.labels|M|78||||P
kubernetes.internal.jobmanager.entrypoint.class|s|||||I
kubernetes.jobmanager.annotations|M|||||P
kubernetes.jobmanager.cpu|d|00|1.0
kubernetes.jobmanager.cpu.amount|d|18|1.0||kubernetes.jobmanager.cpu
kubernetes.jobmanager.cpu.limit-factor|d||1.0
kubernetes.jobmanager.entrypoint.args|s||''
kubernetes.jobmanager.labels|M|||||P
kubernetes.jobmanager.memory.limit-factor|d||1.0
kubernetes.jobmanager.node-selector|M|||||P
kubernetes.jobmanager.owner.reference|Lm
kubernetes.jobmanager.replicas|i||1
kubernetes.jobmanager.service-account|s||default|kubernetes.service-account
kubernetes.jobmanager.tolerations|Lm
kubernetes.namespace|s||default
kubernetes.node-name-label|s||kubernetes.io/hostname
kubernetes.persistent-volume-claim-read-only|b|88|false
kubernetes.persistent-volume-claims|M|88||||P
kubernetes.pod-template-file|s|00
kubernetes.pod-template-file.default|s|18|||kubernetes.pod-template-file
kubernetes.pod-template-file.jobmanager|s|||kubernetes.pod-template-file~1kubernetes.pod-template-file,kubernetes.pod-template-file.default
kubernetes.pod-template-file.taskmanager|s|||kubernetes.pod-template-file~1kubernetes.pod-template-file,kubernetes.pod-template-file.default
kubernetes.rest-service.annotations|M|||||P
kubernetes.rest-service.exposed.node-port-address-type|e||InternalIP||||InternalIP,ExternalIP
kubernetes.rest-service.exposed.type|e||ClusterIP||||ClusterIP,NodePort,LoadBalancer,Headless_ClusterIP
kubernetes.rest-service.labels|M|78||||P
kubernetes.secrets|M|||||P
kubernetes.service-account|s||default
kubernetes.taskmanager.annotations|M|||||P
kubernetes.taskmanager.cpu|d|00|-1.0
kubernetes.taskmanager.cpu.amount|d|18|-1.0||kubernetes.taskmanager.cpu
kubernetes.taskmanager.cpu.limit-factor|d||1.0
kubernetes.taskmanager.entrypoint.args|s||''
kubernetes.taskmanager.labels|M|||||P
kubernetes.taskmanager.memory.limit-factor|d||1.0
kubernetes.taskmanager.node-selector|M|||||P
kubernetes.taskmanager.service-account|s||default|kubernetes.service-account
kubernetes.taskmanager.tolerations|Lm
kubernetes.transactional-operation.initial-retry-delay|D|48|50 ms
kubernetes.transactional-operation.max-retries|i||5~415
kubernetes.transactional-operation.max-retry-delay|D|48|1 min
local.number-resourcemanager|i|04|1|||D
materialized-table.default-freshness.continuous|D|78|3 min|||||5
materialized-table.default-freshness.full|D|78|1 h|||||5
materialized-table.default-start-mode|e|88|FROM_BEGINNING||||FROM_BEGINNING,FROM_NOW,FROM_TIMESTAMP,RESUME_OR_FROM_BEGINNING,RESUME_OR_FROM_NOW,RESUME_OR_FROM_TIMESTAMP|5
materialized-table.refresh-mode.freshness-threshold|D|48|30 min|||||5
metrics.fetcher.update-interval|l~4D||10000~410 s
metrics.internal.query-service.port|s||0||||||25
metrics.internal.query-service.thread-priority|i||1
metrics.job.status.enable|Le||CURRENT_TIME||||STATE,CURRENT_TIME,TOTAL_TIME
metrics.latency.granularity|s||operator
metrics.latency.history-size|i||128
metrics.latency.interval|l~4D||0~40 ms
metrics.reporter.<name>.<parameter>|s||||||||26
metrics.reporter.<name>.allowList|s|88|''|||||6
metrics.reporter.<name>.batch.size|i|88|0|||||7
metrics.reporter.<name>.class|s|04||||D
metrics.reporter.<name>.connectTimeout|i~4D||10000~410 s|||||8
metrics.reporter.<name>.consistency|e||ONE||||ALL,ANY,ONE,QUORUM|8
metrics.reporter.<name>.db|s|||||||8
metrics.reporter.<name>.deleteOnShutdown|b||true|||||6
metrics.reporter.<name>.export-completion-timeout-millis|l|88|300000|||||7
metrics.reporter.<name>.exporter.compression|s|88|none|||||7
metrics.reporter.<name>.exporter.endpoint|s|58||||||7
metrics.reporter.<name>.exporter.protocol|e|78|gRPC||||gRPC,HTTP|7
metrics.reporter.<name>.exporter.timeout|s|58||||||7
metrics.reporter.<name>.factory.class|s||||||||26
metrics.reporter.<name>.filter.excludes|L||''||||||26
metrics.reporter.<name>.filter.includes|L||*:*:*||||||26
metrics.reporter.<name>.filterLabelValueCharacters|b||true|||||6
metrics.reporter.<name>.groupingKey|s||''|||||6
metrics.reporter.<name>.host|s|||||||8
metrics.reporter.<name>.host|s|04||||D||6
metrics.reporter.<name>.hostUrl|s|||||||6
metrics.reporter.<name>.interval|D||10 s||||||26
metrics.reporter.<name>.jobName|s||''|||||6
metrics.reporter.<name>.password|s|||||||8
metrics.reporter.<name>.password|s|88||||||6
metrics.reporter.<name>.port|i||8086|||||8
metrics.reporter.<name>.port|i|04|-1|||D||6
metrics.reporter.<name>.randomJobNameSuffix|b||true|||||6
metrics.reporter.<name>.retentionPolicy|s||''|||||8
metrics.reporter.<name>.scheme|e||http||||http,https|8
metrics.reporter.<name>.scope.delimiter|s||.||||||26
metrics.reporter.<name>.scope.variables.additional|M||''|||P|||26
metrics.reporter.<name>.scope.variables.excludes|s||.||||||26
metrics.reporter.<name>.service.name|s|58||||||7
metrics.reporter.<name>.service.version|s|58||||||7
metrics.reporter.<name>.username|s|||||||8
metrics.reporter.<name>.username|s|88||||||6
metrics.reporter.<name>.writeTimeout|i~4D||10000~410 s|||||8
metrics.reporters|s
metrics.scope.delimiter|s||.
metrics.scope.jm|s||<host>.jobmanager
metrics.scope.jm-job|s|18|<host>.jobmanager.<job_name>||metrics.scope.jm.job
metrics.scope.jm-operator|s|28|<host>.jobmanager.<job_name>.<operator_name>
metrics.scope.jm.job|s|00|<host>.jobmanager.<job_name>
metrics.scope.operator|s||<host>.taskmanager.<tm_id>.<job_name>.<operator_name>.<subtask_index>
metrics.scope.task|s||<host>.taskmanager.<tm_id>.<job_name>.<task_name>.<subtask_index>
metrics.scope.tm|s||<host>.taskmanager.<tm_id>
metrics.scope.tm-job|s|18|<host>.taskmanager.<tm_id>.<job_name>||metrics.scope.tm.job
metrics.scope.tm.job|s|00|<host>.taskmanager.<tm_id>.<job_name>
metrics.system-resource|b||false
metrics.system-resource-probing-interval|l~4D||5000~45 s
minicluster.number-of-taskmanagers|i|38|1||local.number-taskmanager||||27
oss.upload.max.concurrent.uploads|i||@availableProcessors|||||9
oss.upload.min.part.size|l||10485760|||||9
parallelism.default|i||1
pekko.ask.callstack|b|28|true||akka.ask.callstack
pekko.ask.timeout|D|28|10 s||akka.ask.timeout
pekko.client-socket-worker-pool.pool-size-factor|d|28|1.0||akka.client-socket-worker-pool.pool-size-factor
pekko.client-socket-worker-pool.pool-size-max|i|28|2||akka.client-socket-worker-pool.pool-size-max
pekko.client-socket-worker-pool.pool-size-min|i|28|1||akka.client-socket-worker-pool.pool-size-min
pekko.fork-join-executor.parallelism-factor|d|28|2.0||akka.fork-join-executor.parallelism-factor
pekko.fork-join-executor.parallelism-max|i|28|64||akka.fork-join-executor.parallelism-max
pekko.fork-join-executor.parallelism-min|i|28|8||akka.fork-join-executor.parallelism-min
pekko.framesize|s|28|10485760b||akka.framesize
pekko.jvm-exit-on-fatal-error|b|28|true||akka.jvm-exit-on-fatal-error
pekko.log.lifecycle.events|b|28|false||akka.log.lifecycle.events
pekko.lookup.timeout|D|28|10 s||akka.lookup.timeout
pekko.remote-fork-join-executor.parallelism-factor|d|38|2.0
pekko.remote-fork-join-executor.parallelism-max|i|38|16
pekko.remote-fork-join-executor.parallelism-min|i|38|8
pekko.retry-gate-closed-for|l|28|50||akka.retry-gate-closed-for
pekko.rpc.force-invocation-serialization|b|28|false||akka.rpc.force-invocation-serialization|I
pekko.server-socket-worker-pool.pool-size-factor|d|28|1.0||akka.server-socket-worker-pool.pool-size-factor
pekko.server-socket-worker-pool.pool-size-max|i|28|2||akka.server-socket-worker-pool.pool-size-max
pekko.server-socket-worker-pool.pool-size-min|i|28|1||akka.server-socket-worker-pool.pool-size-min
pekko.ssl.enabled|b|28|true||akka.ssl.enabled
pekko.startup-timeout|s~4D|28|||akka.startup-timeout
pekko.tcp.timeout|s~4D|28|20 s||akka.tcp.timeout
pekko.throughput|i|28|15||akka.throughput
pipeline.auto-generate-uids|b||true
pipeline.auto-type-registration|b|04|true|||~2D
pipeline.auto-watermark-interval|D||0 ms~1200 ms
pipeline.cached-files|L
pipeline.cep.sharedbuffer.cache.entry-slots|i||1024|||||10
pipeline.cep.sharedbuffer.cache.event-slots|i||1024|||||10
pipeline.cep.sharedbuffer.cache.statistics-interval|D||30 min|||||10
pipeline.classpaths|L
pipeline.closure-cleaner-level|e||RECURSIVE||||NONE,TOP_LEVEL,RECURSIVE
pipeline.default-kryo-serializers|L|04||||~3D
pipeline.force-avro|b||false
pipeline.force-kryo|b||false
pipeline.force-kryo-avro|b|48
pipeline.generic-types|b||true
pipeline.global-job-parameters|M|||||P
pipeline.jars|L
pipeline.jobvertex-parallelism-overrides|M|18|''|||P
pipeline.max-parallelism|i||-1
pipeline.name|s
pipeline.object-reuse|b||false
pipeline.operator-chaining|b|01|true
pipeline.operator-chaining.chain-operators-with-different-max-parallelism|b|28|true
pipeline.operator-chaining.enabled|b|28|true||pipeline.operator-chaining
pipeline.registered-kryo-types|L|04||||~3D
pipeline.registered-pojo-types|L|04||||~3D
pipeline.serialization-config|L|38
pipeline.sources.pause-until-first-checkpoint|b|88|false
pipeline.time-characteristic|e|04|ProcessingTime~3EventTime|||~3D|ProcessingTime,IngestionTime,EventTime
pipeline.vertex-description-mode|e||TREE||||TREE,CASCADING
pipeline.vertex-name-include-index-prefix|b||false
pipeline.watermark-alignment.allow-unaligned-source-splits|b|18|false
pipeline.watermark-alignment.buffer-size|i|88|3|||X
plugin.classloader.parent-first-patterns.additional|L||''
plugin.classloader.parent-first-patterns.default|L||java.;org.apache.flink.;javax.annotation.;org.slf4j;org.apache.log4j;org.apache.logging;org.apache.commons.logging;ch.qos.logback
process.jobmanager.working-dir|s|||process.working-dir|||||4
process.taskmanager.working-dir|s|||process.working-dir|||||4
process.working-dir|s||||||||4
python.archives|s|||||||11
python.client.executable|s||python|||||11
python.executable|s||python|||||11
python.execution-mode|s||process|||X||11
python.files|s|||||||11
python.fn-execution.arrow.batch.size|i||1000|||||11
python.fn-execution.bundle.size|i||1000|||||11
python.fn-execution.bundle.time|l||1000|||||11
python.fn-execution.memory.managed|b||true|||||11
python.internal.archives-key-map|M|||||P||11
python.internal.files-key-map|M|||||P||11
python.internal.requirements-file-key|M|||||P||11
python.job-options|M|||||P||11
python.logging.default.level|s|88|INFO|||||11
python.logging.level.overrides|M|88||||P||11
python.loopback-server.address|s|||||||11
python.map-state.iterate-response-batch-size|i||1000|||X||11
python.map-state.read-cache-size|i||1000|||X||11
python.map-state.write-cache-size|i||1000|||X||11
python.metric.enabled|b||true|||||11
python.operator-chaining.enabled|b||true|||||11
python.profile.enabled|b||false|||||11
python.pythonpath|s|28||||||11
python.requirements|s|||||||11
python.state.cache-size|i||1000|||X||11
python.systemenv.enabled|b||true|||||11
queryable-state.client.network-threads|i||0||query.client.network-threads|~2D
queryable-state.enable|b||false|||~2D
queryable-state.proxy.network-threads|i||0||query.proxy.network-threads|~2D
queryable-state.proxy.ports|s||9069||query.proxy.ports|~2D
queryable-state.proxy.query-threads|i||0||query.proxy.query-threads|~2D
queryable-state.server.network-threads|i||0||query.server.network-threads|~2D
queryable-state.server.ports|s||9067||query.server.ports|~2D
queryable-state.server.query-threads|i||0||query.server.query-threads|~2D
resourcemanager.job.timeout|s~4D||5 minutes~45 min
resourcemanager.previous-worker.recovery.timeout|D||0 ms
resourcemanager.rpc.port|i||0
resourcemanager.standalone.start-up-time|l~4D||-1~4
resourcemanager.start-worker.max-failure-rate|d||10.0
resourcemanager.start-worker.retry-interval|D||3 s
resourcemanager.taskmanager-registration.timeout|D||5 min|taskmanager.registration.timeout
resourcemanager.taskmanager-release.wait.result.consumed|b|04|true|||D
resourcemanager.taskmanager-timeout|l~4D||30000~430 s||slotmanager.taskmanager-timeout
rest.address|s|||jobmanager.rpc.address|||||25
rest.async.store-duration|D||5 min||||||28
rest.await-leader-timeout|l~4D||30000~430 s||||||28
rest.bind-address|s|||web.address|jobmanager.web.address||||25
rest.bind-port|s||8081|rest.port|web.port,jobmanager.web.port||||25
rest.cache.checkpoint-statistics.size|i|28|1000||||||28
rest.cache.checkpoint-statistics.timeout|D|28|3 s|web.refresh-interval|||||28
rest.cache.execution-graph.timeout|D|88|||||||28
rest.client.max-content-length|i||104857600||||||28
rest.connection-timeout|l~4D||15000~415 s||||||28
rest.flamegraph.cleanup-interval|D||10 min||||||28
rest.flamegraph.delay-between-samples|D||50 ms||||||28
rest.flamegraph.enabled|b||false||||||28
rest.flamegraph.num-samples|i||100||||||28
rest.flamegraph.refresh-interval|D||1 min||||||28
rest.flamegraph.stack-depth|i||100||||||28
rest.idleness-timeout|l~4D||300000~45 min||||||28
rest.path|s|38|''||||||25
rest.port|i||8081||web.port||||25
rest.profiling.dir|s|38|@java.io.tmpdir||||||28
rest.profiling.duration-max|D|38|5 min||||||28
rest.profiling.enabled|b|38|false||||||28
rest.profiling.history-size|i|38|10||||||28
rest.retry.delay|l~4D||3000~43 s||||||28
rest.retry.max-attempts|i||20||||||28
rest.server.max-content-length|i||104857600||||||28
rest.server.numThreads|i||4||||||28
rest.server.thread-priority|i||5||||||28
rest.url-prefix|s|28|/
restart-strategy|s|00
restart-strategy.exponential-delay.attempts-before-reset-backoff|i|38|2147483647
restart-strategy.exponential-delay.backoff-multiplier|d||2.0~31.5
restart-strategy.exponential-delay.initial-backoff|D||1 s
restart-strategy.exponential-delay.jitter-factor|d||0.1
restart-strategy.exponential-delay.max-backoff|D||5 min~31 min
restart-strategy.exponential-delay.reset-backoff-threshold|D||1 h
restart-strategy.failure-rate.delay|D||1 s
restart-strategy.failure-rate.failure-rate-interval|D||1 min
restart-strategy.failure-rate.max-failures-per-interval|i||1
restart-strategy.fixed-delay.attempts|i||1
restart-strategy.fixed-delay.delay|D||1 s
restart-strategy.type|s|18|||restart-strategy
s3.access-key|s|58||s3.access.key||||12
s3.assume-role.arn|s|88||||||3
s3.assume-role.external-id|s|88||||||3
s3.assume-role.session-duration|i|88|3600|||||3
s3.assume-role.session-name|s|88|flink-s3-session|||||3
s3.async.enabled|b|88|true|||||3
s3.bulk-copy.enabled|b|88|true|||||3
s3.bulk-copy.max-concurrent|i|88|16|||||3
s3.checksum-validation.enabled|b|88|true|||||3
s3.chunked-encoding.enabled|b|88|true|||||3
s3.client.close.timeout|D|88|30 s|||||3
s3.close.timeout|D|88|1 min|||||3
s3.connection.max|i|88|50|||||3
s3.connection.max-idle-time|D|88|1 min|||||3
s3.connection.timeout|D|88|1 min|||||3
s3.endpoint|s|58||||||12
s3.entropy.key|s|||||||12
s3.entropy.length|i||4|||||12
s3.path-style-access|b|88|false|s3.path.style.access||||3
s3.read.buffer.size|i|88|262144|||||3
s3.region|s|88||||||3
s3.retry.max-num-retries|i|88|3|||||3
s3.s5cmd.args|s|58|-r 0|||||12
s3.s5cmd.batch.max-files|i|58|100|||||12
s3.s5cmd.batch.max-size|m|58|1 gb|||||12
s3.s5cmd.path|s|58||||||12
s3.secret-key|s|58||s3.secret.key||||12
s3.socket.timeout|D|88|1 min|||||3
s3.sse.kms.key-id|s|88||||||3
s3.sse.type|s|88|none|||||3
s3.upload.max.concurrent.uploads|i||@availableProcessors|||||12
s3.upload.min.part.size|l||5242880|||||12
scheduler-mode|e||||||REACTIVE||3
security.context.factory.classes|L||org.apache.flink.runtime.security.contexts.HadoopSecurityContextFactory;org.apache.flink.runtime.security.contexts.NoOpSecurityContextFactory
security.delegation.token.provider.<serviceName>.enabled|b|18|true||||||29
security.delegation.tokens.enabled|b|18|true||security.kerberos.fetch.delegation-token||||29
security.delegation.tokens.renewal.retry.backoff|D|18|1 h||security.kerberos.tokens.renewal.retry.backoff||||29
security.delegation.tokens.renewal.time-ratio|d|18|0.75||security.kerberos.tokens.renewal.time-ratio||||29
security.kerberos.access.hadoopFileSystems|L||||yarn.security.kerberos.additionalFileSystems||||30
security.kerberos.fetch.delegation-token|b|04|true|||~1D|||30
security.kerberos.krb5-conf.path|s
security.kerberos.login.contexts|s||||||||30
security.kerberos.login.keytab|s||||security.keytab||||30
security.kerberos.login.principal|s||||security.principal||||30
security.kerberos.login.use-ticket-cache|b||true||||||30
security.kerberos.relogin.period|D||1 min||||||30
security.kerberos.tokens.renewal.retry.backoff|D|04|1 h|||~1D|||30
security.kerberos.tokens.renewal.time-ratio|d|04|0.75|||~1D|||30
security.module.factory.classes|L||org.apache.flink.runtime.security.modules.HadoopModuleFactory;org.apache.flink.runtime.security.modules.JaasModuleFactory;org.apache.flink.runtime.security.modules.ZookeeperModuleFactory
security.ssl.algorithms|s||TLS_RSA_WITH_AES_128_CBC_SHA~4TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384||||||31
security.ssl.enabled|b|04|false|||D
security.ssl.internal.cert.fingerprint|s||||||||31
security.ssl.internal.close-notify-flush-timeout|i||-1||security.ssl.close-notify-flush-timeout||||32
security.ssl.internal.enabled|b||false||||||31
security.ssl.internal.handshake-timeout|i||-1||security.ssl.handshake-timeout||||32
security.ssl.internal.key-password|s||||||||31
security.ssl.internal.keystore|s||||||||31
security.ssl.internal.keystore-password|s||||||||31
security.ssl.internal.keystore-type|s|48|pkcs12||||||31
security.ssl.internal.session-cache-size|i||-1||security.ssl.session-cache-size||||32
security.ssl.internal.session-timeout|i||-1||security.ssl.session-timeout||||32
security.ssl.internal.truststore|s||||||||31
security.ssl.internal.truststore-password|s||||||||31
security.ssl.internal.truststore-type|s|48|pkcs12||||||31
security.ssl.key-password|s
security.ssl.keystore|s
security.ssl.keystore-password|s
security.ssl.protocol|s||TLSv1.2||||||31
security.ssl.provider|s||JDK||||||32
security.ssl.rest.authentication-enabled|b||false||||||31
security.ssl.rest.cert.fingerprint|s||||||||31
security.ssl.rest.enabled|b||false||||||31
security.ssl.rest.key-password|s||||||||31
security.ssl.rest.keystore|s||||||||31
security.ssl.rest.keystore-password|s||||||||31
security.ssl.rest.keystore-type|s|48|pkcs12||||||31
security.ssl.rest.truststore|s||||||||31
security.ssl.rest.truststore-password|s||||||||31
security.ssl.rest.truststore-type|s|48|pkcs12||||||31
security.ssl.rest.verify-hostname|b|88|false||||||31
security.ssl.truststore|s
security.ssl.truststore-password|s
security.ssl.verify-hostname|b||true~8false|||~8D
shuffle-service-factory.class|s||org.apache.flink.runtime.io.network.NettyShuffleServiceFactory
sink.committer.retries|i|38|10||||||11
slot.idle.timeout|l~4D||50000~450 s||||||3
slot.request.max-interval|D|58|20 ms||||||3
slot.request.timeout|l~4D||300000~45 min||||||3
slotmanager.declare-needed-resource.delay|D|18|50 ms
slotmanager.max-total-resource.cpu|d||||||||3
slotmanager.max-total-resource.memory|m||||||||3
slotmanager.min-total-resource.cpu|d|38|||||||3
slotmanager.min-total-resource.memory|m|38|||||||3
slotmanager.number-of-slots.max|i||2147483647||||||3
slotmanager.number-of-slots.min|i|38|0||||||3
slotmanager.redundant-taskmanager-num|i||0
slotmanager.request-timeout|l|01|-1|||D
slotmanager.requirement-check.delay|D||50 ms
slotmanager.taskmanager-timeout|l|04|30000|||D
slow-task-detector.check-interval|D||1 s||||||3
slow-task-detector.execution-time.baseline-lower-bound|D||1 min||||||3
slow-task-detector.execution-time.baseline-multiplier|d||1.5||||||3
slow-task-detector.execution-time.baseline-ratio|d||0.75||||||3
source.file.records.fetch-size|i|04|128|||D||13
source.file.stream.io-fetch-size|m||1 mb|||||13
source.reader.close.timeout|l||30000
source.reader.element.queue.capacity|i||2
sql-client.display.color-schema|s|28|DEFAULT|||||14
sql-client.display.max-column-width|i|04|30|~2table.display.max-column-width||~4D||14
sql-client.display.print-time-cost|b|38|true|||||14
sql-client.display.show-line-numbers|b|28|false|||||14
sql-client.execution.max-table-result.rows|i||1000000|||||14
sql-client.execution.result-mode|e||TABLE||||TABLE,CHANGELOG,TABLEAU|14
sql-client.verbose|b||false|||||14
sql-gateway.endpoint.rest.address|s|||||||15
sql-gateway.endpoint.rest.bind-address|s|||||||15
sql-gateway.endpoint.rest.bind-port|s||8083|||||15
sql-gateway.endpoint.rest.port|i||8083|||||15
sql-gateway.endpoint.type|L||rest|||||5
sql-gateway.session.check-interval|D||1 min|||||15
sql-gateway.session.idle-timeout|D||10 min|||||15
sql-gateway.session.max-num|i||1000000|||||15
sql-gateway.session.plan-cache.enabled|b|38|false|||||15
sql-gateway.session.plan-cache.size|i|38|100|||||15
sql-gateway.session.plan-cache.ttl|D|38|1 h|||||15
sql-gateway.worker.keepalive-time|D||5 min|||||15
sql-gateway.worker.threads.max|i||500|||||15
sql-gateway.worker.threads.min|i||5|||||15
state.backend|s|00|||||||33
state.backend.async|b|04|true|||D
state.backend.changelog.enabled|b|03|false||||||34
state.backend.changelog.enabled_for_application|b|02||||I
state.backend.changelog.max-failures-allowed|i|03|3||||||34
state.backend.changelog.periodic-materialize.enabled|b|33|true||||||34
state.backend.changelog.periodic-materialize.interval|D|03|10 min||||||34
state.backend.changelog.storage|s|03|memory||||||34
state.backend.forst.block.blocksize|m|58|4 kb
state.backend.forst.block.cache-size|m|58|8 mb
state.backend.forst.block.metadata-blocksize|m|58|4 kb
state.backend.forst.bloom-filter.bits-per-key|d|58|10.0
state.backend.forst.bloom-filter.block-based-mode|b|58|false
state.backend.forst.cache.dir|s|58|||||||35
state.backend.forst.cache.lru.access-before-promote|i|58|6||||||36
state.backend.forst.cache.lru.promote-limit|i|58|3||||||36
state.backend.forst.cache.reserve-size|m|58|256 mb||||||35
state.backend.forst.cache.size-based-limit|m|58|0 bytes||||||35
state.backend.forst.compaction.filter.periodic-compaction-time|D|58|30 d
state.backend.forst.compaction.filter.query-time-after-num-entries|l|58|1000
state.backend.forst.compaction.level.max-size-level-base|m|58|256 mb
state.backend.forst.compaction.level.target-file-size-base|m|58|64 mb
state.backend.forst.compaction.level.use-dynamic-size|b|58|false
state.backend.forst.compaction.style|e|58|LEVEL||||LEVEL,UNIVERSAL,FIFO,NONE
state.backend.forst.compression.per.level|Le|58|SNAPPY_COMPRESSION||||NO_COMPRESSION,SNAPPY_COMPRESSION,ZLIB_COMPRESSION,BZLIB2_COMPRESSION,LZ4_COMPRESSION,LZ4HC_COMPRESSION,XPRESS_COMPRESSION,ZSTD_COMPRESSION,DISABLE_COMPRESSION_OPTION
state.backend.forst.executor.inline-coordinator|b|58|false||||||36
state.backend.forst.executor.inline-write|b|58|true||||||36
state.backend.forst.executor.read-io-parallelism|i|58|3||||||35
state.backend.forst.executor.write-io-parallelism|i|58|1||||||35
state.backend.forst.files.open|i|58|-1
state.backend.forst.local-dir|s|58|||||||36
state.backend.forst.log.dir|s|58
state.backend.forst.log.file-num|i|58|4
state.backend.forst.log.level|e|58|INFO_LEVEL||||DEBUG_LEVEL,INFO_LEVEL,WARN_LEVEL,ERROR_LEVEL,FATAL_LEVEL,HEADER_LEVEL,NUM_INFO_LOG_LEVELS
state.backend.forst.log.max-file-size|m|58|25 mb
state.backend.forst.memory.fixed-per-slot|m|58|||||||36
state.backend.forst.memory.fixed-per-tm|m|58|||||||36
state.backend.forst.memory.high-prio-pool-ratio|d|58|0.1
state.backend.forst.memory.managed|b|58|true||||||36
state.backend.forst.memory.partitioned-index-filters|b|58|true||||||35
state.backend.forst.memory.write-buffer-ratio|d|58|0.5
state.backend.forst.metrics.actual-delayed-write-rate|b|58|false
state.backend.forst.metrics.background-errors|b|58|false
state.backend.forst.metrics.block-cache-capacity|b|58|false
state.backend.forst.metrics.block-cache-hit|b|58|false
state.backend.forst.metrics.block-cache-miss|b|58|false
state.backend.forst.metrics.block-cache-pinned-usage|b|58|false
state.backend.forst.metrics.block-cache-usage|b|58|false
state.backend.forst.metrics.bloom-filter-full-positive|b|58|false
state.backend.forst.metrics.bloom-filter-full-true-positive|b|58|false
state.backend.forst.metrics.bloom-filter-useful|b|58|false
state.backend.forst.metrics.bytes-read|b|58|false
state.backend.forst.metrics.bytes-written|b|58|false
state.backend.forst.metrics.column-family-as-variable|b|58|false
state.backend.forst.metrics.compaction-pending|b|58|false
state.backend.forst.metrics.compaction-read-bytes|b|58|false
state.backend.forst.metrics.compaction-write-bytes|b|58|false
state.backend.forst.metrics.cur-size-active-mem-table|b|58|false
state.backend.forst.metrics.cur-size-all-mem-tables|b|58|false
state.backend.forst.metrics.estimate-live-data-size|b|58|false
state.backend.forst.metrics.estimate-num-keys|b|58|false
state.backend.forst.metrics.estimate-pending-compaction-bytes|b|58|false
state.backend.forst.metrics.estimate-table-readers-mem|b|58|false
state.backend.forst.metrics.is-write-stopped|b|58|false
state.backend.forst.metrics.iter-bytes-read|b|58|false
state.backend.forst.metrics.live-sst-files-size|b|58|false
state.backend.forst.metrics.mem-table-flush-pending|b|58|false
state.backend.forst.metrics.num-deletes-active-mem-table|b|58|false
state.backend.forst.metrics.num-deletes-imm-mem-tables|b|58|false
state.backend.forst.metrics.num-entries-active-mem-table|b|58|false
state.backend.forst.metrics.num-entries-imm-mem-tables|b|58|false
state.backend.forst.metrics.num-files-at-level|b|58|false
state.backend.forst.metrics.num-immutable-mem-table|b|58|false
state.backend.forst.metrics.num-live-versions|b|58|false
state.backend.forst.metrics.num-running-compactions|b|58|false
state.backend.forst.metrics.num-running-flushes|b|58|false
state.backend.forst.metrics.num-snapshots|b|58|false
state.backend.forst.metrics.size-all-mem-tables|b|58|false
state.backend.forst.metrics.stall-micros|b|58|false
state.backend.forst.metrics.total-sst-files-size|b|58|false
state.backend.forst.options-factory|s|58|||||||36
state.backend.forst.primary-dir|s|58|checkpoint-dir||||||35
state.backend.forst.rescaling.use-delete-files-in-range|b|58|false
state.backend.forst.restore-overlap-fraction-threshold|d|58|0.0
state.backend.forst.sync.enforce-local|b|58|true||||||35
state.backend.forst.thread.num|i|58|2
state.backend.forst.timer-service.cache-size|i|58|128||||||35
state.backend.forst.timer-service.factory|e|58|ForStDB||||HEAP,ForStDB||35
state.backend.forst.use-bloom-filter|b|58|false
state.backend.forst.use-ingest-db-restore-mode|b|58|false
state.backend.forst.write-batch-size|m|58|2 mb
state.backend.forst.writebuffer.count|i|58|2
state.backend.forst.writebuffer.number-to-merge|i|58|1
state.backend.forst.writebuffer.size|m|58|64 mb
state.backend.incremental|b|03|false||||||33
state.backend.latency-track.history-size|i|04|128|||~4D
state.backend.latency-track.keyed-state-enabled|b|04|false|||~4D
state.backend.latency-track.sample-interval|i|04|100|||~4D
state.backend.latency-track.state-name-as-variable|b|04|true|||~4D
state.backend.local-recovery|b|04|false|||~4D|||33
state.backend.rocksdb.block.blocksize|m||4 kb
state.backend.rocksdb.block.cache-size|m||8 mb
state.backend.rocksdb.block.metadata-blocksize|m||4 kb
state.backend.rocksdb.bloom-filter.bits-per-key|d||10.0
state.backend.rocksdb.bloom-filter.block-based-mode|b||false
state.backend.rocksdb.checkpoint.transfer.thread.num|i||4||||||37
state.backend.rocksdb.compaction.filter.periodic-compaction-time|D|58|30 d
state.backend.rocksdb.compaction.filter.query-time-after-num-entries|l|58|1000
state.backend.rocksdb.compaction.level.max-size-level-base|m||256 mb
state.backend.rocksdb.compaction.level.target-file-size-base|m||64 mb
state.backend.rocksdb.compaction.level.use-dynamic-size|b||false
state.backend.rocksdb.compaction.style|e||LEVEL||||LEVEL,UNIVERSAL,FIFO,NONE
state.backend.rocksdb.compression.per.level|Le|38|SNAPPY_COMPRESSION||||NO_COMPRESSION,SNAPPY_COMPRESSION,ZLIB_COMPRESSION,BZLIB2_COMPRESSION,LZ4_COMPRESSION,LZ4HC_COMPRESSION,XPRESS_COMPRESSION,ZSTD_COMPRESSION,DISABLE_COMPRESSION_OPTION
state.backend.rocksdb.files.open|i||-1
state.backend.rocksdb.incremental-restore-async-compact-after-rescale|b|48|false
state.backend.rocksdb.localdir|s||||state.backend.rocksdb.checkpointdir~5||||37
state.backend.rocksdb.log.dir|s
state.backend.rocksdb.log.file-num|i||4
state.backend.rocksdb.log.level|e||INFO_LEVEL||||DEBUG_LEVEL,INFO_LEVEL,WARN_LEVEL,ERROR_LEVEL,FATAL_LEVEL,HEADER_LEVEL,NUM_INFO_LOG_LEVELS
state.backend.rocksdb.log.max-file-size|m||25 mb
state.backend.rocksdb.manual-compaction.max-auto-compactions|i|48|30||||||37
state.backend.rocksdb.manual-compaction.max-file-size-to-compact|m|48|50 kb||||||37
state.backend.rocksdb.manual-compaction.max-files-to-compact|i|48|30||||||37
state.backend.rocksdb.manual-compaction.max-output-file-size|m|48|64 mb||||||37
state.backend.rocksdb.manual-compaction.max-parallel-compactions|i|48|5||||||37
state.backend.rocksdb.manual-compaction.min-files-to-compact|i|48|5||||||37
state.backend.rocksdb.manual-compaction.min-interval|D|48|0 ms||||||37
state.backend.rocksdb.memory.fixed-per-slot|m||||||||38
state.backend.rocksdb.memory.fixed-per-tm|m|18|||||||38
state.backend.rocksdb.memory.high-prio-pool-ratio|d||0.1||||||38
state.backend.rocksdb.memory.managed|b||true||||||38
state.backend.rocksdb.memory.partitioned-index-filters|b||false||||||38
state.backend.rocksdb.memory.write-buffer-ratio|d||0.5||||||38
state.backend.rocksdb.metrics.actual-delayed-write-rate|b||false
state.backend.rocksdb.metrics.background-errors|b||false
state.backend.rocksdb.metrics.block-cache-capacity|b||false
state.backend.rocksdb.metrics.block-cache-hit|b||false
state.backend.rocksdb.metrics.block-cache-miss|b||false
state.backend.rocksdb.metrics.block-cache-pinned-usage|b||false
state.backend.rocksdb.metrics.block-cache-usage|b||false
state.backend.rocksdb.metrics.bloom-filter-full-positive|b|48|false
state.backend.rocksdb.metrics.bloom-filter-full-true-positive|b|48|false
state.backend.rocksdb.metrics.bloom-filter-useful|b|48|false
state.backend.rocksdb.metrics.bytes-read|b||false
state.backend.rocksdb.metrics.bytes-written|b||false
state.backend.rocksdb.metrics.column-family-as-variable|b||false
state.backend.rocksdb.metrics.compaction-pending|b||false
state.backend.rocksdb.metrics.compaction-read-bytes|b||false
state.backend.rocksdb.metrics.compaction-write-bytes|b||false
state.backend.rocksdb.metrics.cur-size-active-mem-table|b||false
state.backend.rocksdb.metrics.cur-size-all-mem-tables|b||false
state.backend.rocksdb.metrics.estimate-live-data-size|b||false
state.backend.rocksdb.metrics.estimate-num-keys|b||false
state.backend.rocksdb.metrics.estimate-pending-compaction-bytes|b||false
state.backend.rocksdb.metrics.estimate-table-readers-mem|b||false
state.backend.rocksdb.metrics.is-write-stopped|b||false
state.backend.rocksdb.metrics.iter-bytes-read|b||false
state.backend.rocksdb.metrics.live-sst-files-size|b||false
state.backend.rocksdb.metrics.mem-table-flush-pending|b||false
state.backend.rocksdb.metrics.num-deletes-active-mem-table|b||false
state.backend.rocksdb.metrics.num-deletes-imm-mem-tables|b||false
state.backend.rocksdb.metrics.num-entries-active-mem-table|b||false
state.backend.rocksdb.metrics.num-entries-imm-mem-tables|b||false
state.backend.rocksdb.metrics.num-files-at-level|b|48|false
state.backend.rocksdb.metrics.num-immutable-mem-table|b||false
state.backend.rocksdb.metrics.num-live-versions|b||false
state.backend.rocksdb.metrics.num-running-compactions|b||false
state.backend.rocksdb.metrics.num-running-flushes|b||false
state.backend.rocksdb.metrics.num-snapshots|b||false
state.backend.rocksdb.metrics.size-all-mem-tables|b||false
state.backend.rocksdb.metrics.stall-micros|b||false
state.backend.rocksdb.metrics.total-sst-files-size|b||false
state.backend.rocksdb.options-factory|s||||||||37
state.backend.rocksdb.predefined-options|s||DEFAULT||||||37
state.backend.rocksdb.rescaling.use-delete-files-in-range|b|48|false
state.backend.rocksdb.restore-overlap-fraction-threshold|d||0.0
state.backend.rocksdb.thread.num|i||2
state.backend.rocksdb.timer-service.cache-size|i|38|128||||||38
state.backend.rocksdb.timer-service.factory|e||ROCKSDB||||HEAP,ROCKSDB||38
state.backend.rocksdb.use-bloom-filter|b||false
state.backend.rocksdb.use-ingest-db-restore-mode|b|48|false
state.backend.rocksdb.write-batch-size|m||2 mb
state.backend.rocksdb.writebuffer.count|i||2
state.backend.rocksdb.writebuffer.number-to-merge|i||1
state.backend.rocksdb.writebuffer.size|m||64 mb
state.backend.type|s|18|~3hashmap||state.backend||||33
state.changelog.dstl.dfs.base-path|s|48|||dstl.dfs.base-path
state.changelog.dstl.dfs.batch.persist-delay|D|48|10 ms||dstl.dfs.batch.persist-delay
state.changelog.dstl.dfs.batch.persist-size-threshold|m|48|10 mb||dstl.dfs.batch.persist-size-threshold
state.changelog.dstl.dfs.compression.enabled|b|48|false||dstl.dfs.compression.enabled
state.changelog.dstl.dfs.discard.num-threads|i|48|1||dstl.dfs.discard.num-threads
state.changelog.dstl.dfs.download.local-cache.idle-timeout-ms|D|48|10 min||dstl.dfs.download.local-cache.idle-timeout-ms
state.changelog.dstl.dfs.preemptive-persist-threshold|m|48|5 mb||dstl.dfs.preemptive-persist-threshold
state.changelog.dstl.dfs.upload.buffer-size|m|48|1 mb||dstl.dfs.upload.buffer-size
state.changelog.dstl.dfs.upload.max-attempts|i|48|3||dstl.dfs.upload.max-attempts
state.changelog.dstl.dfs.upload.max-in-flight|m|48|100 mb||dstl.dfs.upload.max-in-flight
state.changelog.dstl.dfs.upload.next-attempt-delay|D|48|500 ms||dstl.dfs.upload.next-attempt-delay
state.changelog.dstl.dfs.upload.num-threads|i|48|5||dstl.dfs.upload.num-threads
state.changelog.dstl.dfs.upload.retry-policy|s|48|fixed||dstl.dfs.upload.retry-policy
state.changelog.dstl.dfs.upload.timeout|D|48|1 s||dstl.dfs.upload.timeout
state.changelog.enabled|b|48|false||state.backend.changelog.enabled||||39
state.changelog.max-failures-allowed|i|48|3||state.backend.changelog.max-failures-allowed||||39
state.changelog.periodic-materialize.enabled|b|48|true||state.backend.changelog.periodic-materialize.enabled||||39
state.changelog.periodic-materialize.interval|D|48|10 min||state.backend.changelog.periodic-materialize.interval||||39
state.changelog.storage|s|48|memory||state.backend.changelog.storage||||39
state.checkpoint-storage|s|03|||||||33
state.checkpoint.cleaner.parallel-mode|b|33|true||||||33
state.checkpoints.create-subdir|b|33|true||||||40
state.checkpoints.dir|s|03|||state.backend.fs.checkpointdir||||33
state.checkpoints.num-retained|i|03|1||||||33
state.latency-track.history-size|i|48|128||state.backend.latency-track.history-size||||41
state.latency-track.keyed-state-enabled|b|48|false||state.backend.latency-track.keyed-state-enabled||||41
state.latency-track.sample-interval|i|48|100||state.backend.latency-track.sample-interval||||41
state.latency-track.state-name-as-variable|b|48|true||state.backend.latency-track.state-name-as-variable||||41
state.savepoints.dir|s|03|||savepoints.state.backend.fs.dir||||33
state.size-track.history-size|i|68|128||||||42
state.size-track.keyed-state-enabled|b|68|false||||||42
state.size-track.sample-interval|i|68|100||||||42
state.size-track.state-name-as-variable|b|68|true||||||42
state.storage.fs.memory-threshold|m|03|20 kb||state.backend.fs.memory-threshold||||40
state.storage.fs.write-buffer-size|i|03|4096||state.backend.fs.write-buffer-size||||40
table.builtin-catalog-name|s||default_catalog|||||5
table.builtin-database-name|s||default_database|||||5
table.catalog-modification.listeners|L|28||||||5
table.catalog-store.file.path|s|28||||||5
table.catalog-store.kind|s|28|generic_in_memory|||||5
table.column-expansion-strategy|Le|38|''||||EXCLUDE_ALIASED_VIRTUAL_METADATA_COLUMNS,EXCLUDE_DEFAULT_VIRTUAL_METADATA_COLUMNS|5
table.display.max-column-width|i|28|30|||||5
table.dml-sync|b||false|||||5
table.dynamic-table-options.enabled|b||true|||||5
table.exec.async-lookup.buffer-capacity|i||100|||||5
table.exec.async-lookup.key-ordered-enabled|b|68|false|||||5
table.exec.async-lookup.output-mode|e||ORDERED||||ORDERED,ALLOW_UNORDERED|5
table.exec.async-lookup.timeout|D||3 min|||||5
table.exec.async-ml-predict.max-concurrent-operations|i|68|10|||||5
table.exec.async-ml-predict.output-mode|e|68|ORDERED||||ORDERED,ALLOW_UNORDERED|5
table.exec.async-ml-predict.timeout|D|68|3 min|||||5
table.exec.async-scalar.buffer-capacity|i|36|10|||||5
table.exec.async-scalar.max-attempts|i|38|3|||||5
table.exec.async-scalar.max-concurrent-operations|i|78|10||table.exec.async-scalar.buffer-capacity|||5
table.exec.async-scalar.retry-delay|D|38|100 ms|||||5
table.exec.async-scalar.retry-strategy|e|38|FIXED_DELAY||||NO_RETRY,FIXED_DELAY|5
table.exec.async-scalar.timeout|D|38|3 min|||||5
table.exec.async-state.enabled|b|58|false|||||5
table.exec.async-table.max-concurrent-operations|i|78|10|||||5
table.exec.async-table.max-retries|i|78|3|||||5
table.exec.async-table.retry-delay|D|78|100 ms|||||5
table.exec.async-table.retry-strategy|e|78|FIXED_DELAY||||NO_RETRY,FIXED_DELAY|5
table.exec.async-table.timeout|D|78|3 min|||||5
table.exec.async-vector-search.max-concurrent-operations|i|78|10|||||5
table.exec.async-vector-search.output-mode|e|78|ORDERED||||ORDERED,ALLOW_UNORDERED|5
table.exec.async-vector-search.timeout|D|78|3 min|||||5
table.exec.deduplicate.insert-update-after-sensitive-enabled|b||true||table.exec.deduplicate.insert-and-updateafter-sensitive.enabled~5|||5
table.exec.deduplicate.mini-batch.compact-changes-enabled|b||false||table.exec.deduplicate.mini-batch.compact-changes.enabled~5|||5
table.exec.delta-join.cache-enabled|b|78|true|||||5
table.exec.delta-join.left.cache-size|l|78|10000|||||5
table.exec.delta-join.right.cache-size|l|78|10000|||||5
table.exec.disabled-operators|s|||||||5
table.exec.dynamic-filtering.threshold|m||8 mb|||X||1
table.exec.emit.allow-lateness|D|||||X||1
table.exec.emit.early-fire.delay|D|||||X||1
table.exec.emit.early-fire.enabled|b||false|||X||1
table.exec.emit.late-fire.delay|D|||||X||1
table.exec.emit.late-fire.enabled|b||false|||X||1
table.exec.hive.calculate-partition-size.thread-num|i|04|3|||||16
table.exec.hive.fallback-mapred-reader|b|04|false|||||16
table.exec.hive.fallback-mapred-writer|b|04|true|||||16
table.exec.hive.file-open-cost|m|04|4 mb|||||16
table.exec.hive.infer-source-parallelism|b|04|true|||~4D||16
table.exec.hive.infer-source-parallelism.max|i|04|1000|||||16
table.exec.hive.infer-source-parallelism.mode|e|44|dynamic||||static,dynamic,none|16
table.exec.hive.load-partition-splits.thread-num|i|04|3|||||16
table.exec.hive.native-agg-function.enabled|b|14|false|||||16
table.exec.hive.read-partition-with-subdirectory.enabled|b|04|true|||||16
table.exec.hive.read-statistics.thread-num|i|24|@availableProcessors|||||16
table.exec.hive.sink.sort-by-dynamic-partition.enable|b|04|true|||||16
table.exec.hive.sink.statistic-auto-gather.enable|b|04|true|||||16
table.exec.hive.sink.statistic-auto-gather.thread-num|i|04|3|||||16
table.exec.hive.split-max-size|m|04|128 mb|||||16
table.exec.interval-join.min-cleanup-interval|D|28|0 ms|||||5
table.exec.legacy-cast-behaviour|e||DISABLED||||ENABLED,DISABLED|5
table.exec.legacy-transformation-uids|b|04|false|||D||5
table.exec.local-hash-agg.adaptive.distinct-value-rate-threshold|d|18|0.5|||X~4||5
table.exec.local-hash-agg.adaptive.enabled|b|18|true|||X~4||5
table.exec.local-hash-agg.adaptive.sampling-threshold|l|18|500000|||X~4||5
table.exec.mini-batch.allow-latency|D||0 ms|||||5
table.exec.mini-batch.enabled|b||false|||||5
table.exec.mini-batch.size|l||-1|||||5
table.exec.operator-fusion-codegen.enabled|b|28|false|||||5
table.exec.range-sort.enabled|b|04|false|||X~4DX||1
table.exec.rank.topn-cache-size|l||10000||table.exec.topn-cache-size~5|||5
table.exec.resource.default-parallelism|i||-1|||||5
table.exec.resource.external-buffer-memory|m||10 mb|||||5
table.exec.resource.hash-agg.memory|m||128 mb|||||5
table.exec.resource.hash-join.memory|m||128 mb|||||5
table.exec.resource.sort.memory|m||128 mb|||||5
table.exec.shuffle-mode|s|04||||D||5
table.exec.simplify-operator-name-enabled|b||true|||||5
table.exec.sink.keyed-shuffle|e||AUTO||||NONE,AUTO,FORCE|5
table.exec.sink.nested-constraint-enforcer|e|68|IGNORE||||IGNORE,ROWS,ROWS_AND_COLLECTIONS|5
table.exec.sink.not-null-enforcer|e||ERROR||||ERROR,DROP|5
table.exec.sink.require-on-conflict|b|88|true|||||5
table.exec.sink.rowtime-inserter|e|28|ENABLED||||ENABLED,DISABLED|5
table.exec.sink.type-length-enforcer|e||IGNORE||||IGNORE,TRIM_PAD~6IGNORE,TRIM_PAD,ERROR|5
table.exec.sink.upsert-materialize|e||AUTO||||NONE,AUTO,FORCE|5
table.exec.sink.upsert-materialize-strategy.adaptive.threshold.high|l|78||||||5
table.exec.sink.upsert-materialize-strategy.adaptive.threshold.low|l|78||||||5
table.exec.sink.upsert-materialize-strategy.type|e|78|LEGACY||||LEGACY,MAP,VALUE,ADAPTIVE|5
table.exec.sort.async-merge-enabled|b||true|||||5
table.exec.sort.default-limit|i||-1|||||5
table.exec.sort.max-num-file-handles|i||128|||||5
table.exec.source.cdc-events-duplicate|b||false|||||5
table.exec.source.idle-timeout|D||0 ms|||||5
table.exec.spill-compression.block-size|m||64 kb|||||5
table.exec.spill-compression.enabled|b||true|||||5
table.exec.state.ttl|D||0 ms|||||5
table.exec.uid.format|s||<id>_<transformation>|||||5
table.exec.uid.generation|e||PLAN_ONLY||||PLAN_ONLY,ALWAYS,DISABLED|5
table.exec.unbounded-over.version|i|68|2|||||5
table.exec.window-agg.buffer-size-limit|i||100000|||||5
table.generated-code.max-length|i||4000|||||5
table.generated-code.max-members|i||10000|||||5
table.legacy-nested-row-nullability|b|78|false|||||5
table.local-time-zone|s||default|||||5
table.optimizer.adaptive-broadcast-join.strategy|e|58|auto||||auto,runtime_only,none|5
table.optimizer.agg-phase-strategy|s~4e||AUTO||||~4AUTO,ONE_PHASE,TWO_PHASE|5
table.optimizer.bushy-join-reorder-threshold|i|18|12|||||5
table.optimizer.cnf-nodes-limit|i|04|-1|||X~4DX||1
table.optimizer.delta-join.strategy|e|68|AUTO||||AUTO,FORCE,NONE|5
table.optimizer.distinct-agg.split.bucket-num|i||1024|||||5
table.optimizer.distinct-agg.split.enabled|b||false|||||5
table.optimizer.dynamic-filtering.enabled|b||true|||||5
table.optimizer.incremental-agg-enabled|b||true|||X~4||5
table.optimizer.join-reorder-enabled|b||false|||||5
table.optimizer.join.broadcast-threshold|l||1048576|||||5
table.optimizer.join.null-filter-threshold|l|04|2000000|||X~4DX||1
table.optimizer.multi-join.enabled|b|68|false|||||5
table.optimizer.multiple-input-enabled|b||true|||||5
table.optimizer.non-deterministic-update.strategy|e||IGNORE||||TRY_RESOLVE,IGNORE|5
table.optimizer.ptf.max-tables|i|68|20|||||5
table.optimizer.reuse-optimize-block-with-digest-enabled|b||false|||X~4||5
table.optimizer.reuse-sink-enabled|b|68|true|||||5
table.optimizer.reuse-source-enabled|b||true|||||5
table.optimizer.reuse-sub-plan-enabled|b||true|||||5
table.optimizer.rows-per-local-agg|l|04|1000000|||X~4DX||1
table.optimizer.runtime-filter.enabled|b|28|false|||||5
table.optimizer.runtime-filter.max-build-data-size|m|28|150 mb|||||5
table.optimizer.runtime-filter.min-filter-ratio|d|28|0.5|||||5
table.optimizer.runtime-filter.min-probe-data-size|m|28|10 gb|||||5
table.optimizer.semi-anti-join.build-distinct.ndv-ratio|d|04|0.8|||X~4DX||1
table.optimizer.shuffle-by-partial-key-enabled|b|04|false|||X~4DX||1
table.optimizer.skewed-join-optimization.skewed-factor|d|58|4.0|||||5
table.optimizer.skewed-join-optimization.skewed-threshold|m|58|256 mb|||||5
table.optimizer.skewed-join-optimization.strategy|e|58|auto||||auto,forced,none|5
table.optimizer.smj.remove-sort-enabled|b|04|false|||X~4DX||1
table.optimizer.source.aggregate-pushdown-enabled|b|04|true|||~4D||5
table.optimizer.source.predicate-pushdown-enabled|b|04|true|||~4D||5
table.optimizer.source.report-statistics-enabled|b||true|||||5
table.optimizer.sql2rel.project-merge.enabled|b|28|false||table.optimizer.sql-to-rel.project.merge.enabled~5|||5
table.optimizer.union-all-as-breakpoint-enabled|b||true|||X~4||5
table.plan.compile.catalog-objects|e||ALL||||ALL,SCHEMA,IDENTIFIER|5
table.plan.force-recompile|b||false|||||5
table.plan.restore.catalog-objects|e||ALL||||ALL,ALL_ENFORCED,IDENTIFIER|5
table.resources.download-dir|s||@java.io.tmpdir|||||5
table.rtas-ctas.atomicity-enabled|b|28|false|||||5
table.secret-store.kind|s|88|generic_in_memory|||||5
table.sql-dialect|s||default|||||5
task.cancellation.interval|l~4D||30000~430 s||task.cancellation-interval||||27
task.cancellation.timeout|l~4D||180000~43 min||||||27
task.cancellation.timers.timeout|l~4D||7500~47500 ms||timerservice.exceptional.shutdown.timeout||||27
taskmanager.bind-host|s||||||||43
taskmanager.collect-sink.port|i|38|0||||||43
taskmanager.cpu.cores|d
taskmanager.data.bind-port|i~3s||||||||43
taskmanager.data.port|i||0||||||43
taskmanager.data.ssl.enabled|b||true||||||27
taskmanager.debug.memory.log|b||false||taskmanager.debug.memory.startLogThread||||27
taskmanager.debug.memory.log-interval|l~4D||5000~45 s||taskmanager.debug.memory.logIntervalMs||||27
taskmanager.exit-on-fatal-akka-error|b|04|false|||D
taskmanager.heap.mb|i|04||||D
taskmanager.heap.size|m|04||||D
taskmanager.host|s||||||||43
taskmanager.jvm-exit-on-oom|b||false||||||27
taskmanager.load-balance.mode|e|38|NONE||||NONE,SLOTS~6NONE,SLOTS,MIN_RESOURCES~7NONE,SLOTS,MIN_RESOURCES,TASKS||44
taskmanager.log.path|s|38|||||||27
taskmanager.memory.flink.size|m||||||||24
taskmanager.memory.framework.heap.size|m||128 mb||||||24
taskmanager.memory.framework.off-heap.batch-shuffle.size|m||64 mb||||||24
taskmanager.memory.framework.off-heap.size|m||128 mb||||||24
taskmanager.memory.jvm-metaspace.size|m||256 mb||||||24
taskmanager.memory.jvm-overhead.fraction|f||0.1||||||24
taskmanager.memory.jvm-overhead.max|m||1 gb||||||24
taskmanager.memory.jvm-overhead.min|m||192 mb||||||24
taskmanager.memory.managed.consumer-weights|M||OPERATOR:70,STATE_BACKEND:70,PYTHON:30|||P|||24
taskmanager.memory.managed.fraction|f||0.4||||||24
taskmanager.memory.managed.size|m||||taskmanager.memory.size||||24
taskmanager.memory.min-segment-size|m||256 bytes||||||27
taskmanager.memory.network.fraction|f||0.1||taskmanager.network.memory.fraction||||24
taskmanager.memory.network.max|m||1 gb~19223372036854775807 bytes||taskmanager.network.memory.max||||24
taskmanager.memory.network.min|m||64 mb||taskmanager.network.memory.min||||24
taskmanager.memory.process.size|m||||||||24
taskmanager.memory.segment-size|m||32 kb||||||27
taskmanager.memory.starting-segment-size|m|58|1 kb||||||27
taskmanager.memory.task.heap.size|m||||||||24
taskmanager.memory.task.off-heap.size|m||0 bytes||||||24
taskmanager.network.adaptive-partitioner.enabled|b|88|false||||||45
taskmanager.network.adaptive-partitioner.max-traverse-size|i|88|4||||||45
taskmanager.network.batch-shuffle.compression.enabled|b|04|true||taskmanager.network.blocking-shuffle.compression.enabled|~4D
taskmanager.network.bind-policy|s||ip||||||27
taskmanager.network.blocking-shuffle.type|s|04|file|||~4D
taskmanager.network.compression.codec|s~4e||LZ4|||X~4|~4NONE,LZ4,LZO,ZSTD||45
taskmanager.network.detailed-metrics|b||false||||||45
taskmanager.network.hybrid-shuffle.enable-new-mode|b|24|true|||X~4DX
taskmanager.network.hybrid-shuffle.external-remote-tier-factory.class|s|48||||X|||45
taskmanager.network.hybrid-shuffle.num-retained-in-memory-regions-max|l|14|1048576|||~4D
taskmanager.network.hybrid-shuffle.remote.path|s|28||||X|||45
taskmanager.network.hybrid-shuffle.spill-index-region-group-size|i|24|1024||taskmanager.network.hybrid-shuffle.spill-index-segment-size|~4D
taskmanager.network.hybrid-shuffle.spill-index-segment-size|i|11|1024||||||45
taskmanager.network.max-num-tcp-connections|i|04|1|||~4D
taskmanager.network.memory.buffer-debloat.enabled|b||false||||||45
taskmanager.network.memory.buffer-debloat.period|D||200 ms||||||45
taskmanager.network.memory.buffer-debloat.samples|i||20||||||45
taskmanager.network.memory.buffer-debloat.target|D||1 s||||||45
taskmanager.network.memory.buffer-debloat.threshold-percentages|i||25||||||45
taskmanager.network.memory.buffers-per-channel|i|04|2|||~4D
taskmanager.network.memory.buffers-request-timeout|D|48|30 s||taskmanager.network.memory.exclusive-buffers-request-timeout-ms
taskmanager.network.memory.exclusive-buffers-request-timeout-ms|l|04|30000|||~4D
taskmanager.network.memory.floating-buffers-per-gate|i|04|8|||~4D
taskmanager.network.memory.fraction|f|04|0.1|||D
taskmanager.network.memory.max|s|04|1gb|||D
taskmanager.network.memory.max-buffers-per-channel|i|04|10|||~4D
taskmanager.network.memory.max-overdraft-buffers-per-gate|i|04|5|||~4D
taskmanager.network.memory.min|s|04|64mb|||D
taskmanager.network.memory.read-buffer.required-per-gate.max|i|18||||X|||45
taskmanager.network.netty.client.connectTimeoutSec|i||120||taskmanager.net.client.connectTimeoutSec||||45
taskmanager.network.netty.client.numThreads|i|04|-1||taskmanager.net.client.numThreads|~4D
taskmanager.network.netty.client.tcp.keepCount|i|28|||||||45
taskmanager.network.netty.client.tcp.keepIdleSec|i|28|||||||45
taskmanager.network.netty.client.tcp.keepIntervalSec|i|28|||||||45
taskmanager.network.netty.num-arenas|i|04|-1||taskmanager.net.num-arenas|~4D
taskmanager.network.netty.sendReceiveBufferSize|i|04|0||taskmanager.net.sendReceiveBufferSize|~4D
taskmanager.network.netty.server.backlog|i|04|0||taskmanager.net.server.backlog|~4D
taskmanager.network.netty.server.numThreads|i|04|-1||taskmanager.net.server.numThreads|~4D
taskmanager.network.netty.transport|s|04|auto||taskmanager.net.transport|~4D
taskmanager.network.numberOfBuffers|i|04|2048|||D
taskmanager.network.partition-request-timeout|D|38|10 s||||||45
taskmanager.network.request-backoff.initial|i||100||taskmanager.net.request-backoff.initial||||45
taskmanager.network.request-backoff.max|i||10000||taskmanager.net.request-backoff.max||||45
taskmanager.network.retries|i||0||taskmanager.network.retries||||45
taskmanager.network.sort-shuffle.min-buffers|i||512||||||45
taskmanager.network.sort-shuffle.min-parallelism|i|04|1|||~4D
taskmanager.network.tcp-connection.enable-reuse-across-jobs|b||true||||||45
taskmanager.numberOfTaskSlots|i||1||||||27
taskmanager.registration.initial-backoff|D|04|500 ms||taskmanager.initial-registration-pause|D
taskmanager.registration.max-backoff|D|04|30 s||taskmanager.max-registration-pause|D
taskmanager.registration.refused-backoff|D|04|10 s||taskmanager.refused-registration-pause|D
taskmanager.registration.timeout|D||5 min||taskmanager.maxRegistrationDuration||||27
taskmanager.resource-id|s||||||||27
taskmanager.rpc.bind-port|i||||||||43
taskmanager.rpc.port|s||0||||||43
taskmanager.runtime.fs-timeout|D|38|0 ms||taskmanager.runtime.fs_timeout||||27
taskmanager.runtime.hashjoin-bloom-filters|b||false
taskmanager.runtime.large-record-handler|b||false
taskmanager.runtime.max-fan|i||128
taskmanager.runtime.sort-spilling-threshold|f||0.8
taskmanager.slot.timeout|D||10 s|akka.ask.timeout~2pekko.ask.timeout|||||27
taskmanager.state.local.root-dirs|s|03|||||||33
taskmanager.system-out.log.cache-upper-size|m|38|100 kb||||||27
taskmanager.system-out.log.thread-name.enabled|b|38|false||||||27
taskmanager.system-out.mode|e|38|DEFAULT||||DEFAULT,LOG,IGNORE||27
traces.checkpoint.span-detail-level|e|78|SPAN_PER_CHECKPOINT||||SPAN_PER_CHECKPOINT,SPAN_PER_CHECKPOINT_WITH_TASKS,CHILDREN_SPANS_PER_TASK,CHILDREN_SPANS_PER_SUBTASK
traces.report-events-as-spans|b|46|false|||D
traces.reporter.<name>.<parameter>|s|38|||||||46
traces.reporter.<name>.factory.class|s|38|||||||46
traces.reporter.<name>.filter.excludes|L|68|''||||||46
traces.reporter.<name>.filter.includes|L|68|*:*:*||||||46
traces.reporter.<name>.scope.delimiter|s|68|.||||||46
traces.reporter.<name>.scope.variables.additional|M|38|''|||P|||46
traces.reporter.<name>.scope.variables.excludes|s|68|.||||||46
traces.reporters|s|38
user.artifacts.artifact-list|L|38
user.artifacts.base-dir|s|38|/opt/flink/artifacts
user.artifacts.http-headers|M|38||||P
user.artifacts.raw-http-enabled|b|38|false
web.access-control-allow-origin|s||*||jobmanager.web.access-control-allow-origin
web.adaptive-scheduler.rescale-history.size|i|88|0||||||6
web.address|s|04|||jobmanager.web.address|D
web.backpressure.cleanup-interval|i|04|600000||jobmanager.web.backpressure.cleanup-interval|D
web.backpressure.delay-between-samples|i|04|50||jobmanager.web.backpressure.delay-between-samples|D
web.backpressure.num-samples|i|04|100||jobmanager.web.backpressure.num-samples|D
web.backpressure.refresh-interval|i|04|60000||jobmanager.web.backpressure.refresh-interval|D
web.cancel.enable|b||true
web.checkpoints.history|i||10||jobmanager.web.checkpoints.history
web.exception-history-size|i||16||||||6
web.history|i||5||jobmanager.web.history
web.log.path|s||||jobmanager.web.log.path
web.port|i|04|8081||jobmanager.web.port|D
web.refresh-interval|l~4D||3000~43 s||jobmanager.web.refresh-interval
web.rescale.enable|b|28|true
web.ssl.enabled|b|04|true||jobmanager.web.ssl.enabled|D
web.submit.enable|b||true||jobmanager.web.submit.enable
web.timeout|l~4D||600000~410 min
web.tmpdir|s||@java.io.tmpdir||jobmanager.web.tmpdir
web.upload.dir|s||||jobmanager.web.upload.dir
workflow-scheduler.type|s|48||||||5
zookeeper.sasl.disable|b||false||||||47
zookeeper.sasl.login-context-name|s||Client||||||47
zookeeper.sasl.service-name|s||zookeeper||||||47
`;

/** As above; the last field is what the operator reads it from, if not from each resource. */
export const OPERATOR_OPTIONS: string = `
job.autoscaler.backlog-processing.lag-threshold|D||5 min|kubernetes.operator.job.autoscaler.backlog-processing.lag-threshold
job.autoscaler.catch-up.duration|D||30 min|kubernetes.operator.job.autoscaler.catch-up.duration
job.autoscaler.enabled|b||false|kubernetes.operator.job.autoscaler.enabled
job.autoscaler.excluded.periods|L||''|kubernetes.operator.job.autoscaler.excluded.periods
job.autoscaler.flink.rest-client.timeout|D||10 s|kubernetes.operator.job.autoscaler.flink.rest-client.timeout
job.autoscaler.history.max.age|D||24 h|kubernetes.operator.job.autoscaler.history.max.age
job.autoscaler.history.max.count|i||3|kubernetes.operator.job.autoscaler.history.max.count
job.autoscaler.memory.gc-pressure.threshold|d||1|kubernetes.operator.job.autoscaler.memory.gc-pressure.threshold
job.autoscaler.memory.heap-usage.threshold|d||1|kubernetes.operator.job.autoscaler.memory.heap-usage.threshold
job.autoscaler.memory.tuning.enabled|b||false|kubernetes.operator.job.autoscaler.memory.tuning.enabled
job.autoscaler.memory.tuning.maximize-managed-memory|b||false|kubernetes.operator.job.autoscaler.memory.tuning.maximize-managed-memory
job.autoscaler.memory.tuning.overhead|d||0.2|kubernetes.operator.job.autoscaler.memory.tuning.overhead
job.autoscaler.memory.tuning.scale-down-compensation.enabled|b||true|kubernetes.operator.job.autoscaler.memory.tuning.scale-down-compensation.enabled
job.autoscaler.metrics.busy-time.aggregator|e||MAX|kubernetes.operator.job.autoscaler.metrics.busy-time.aggregator|||AVG,MAX,MIN
job.autoscaler.metrics.custom-evaluator.<name>.<parameter>|s|||kubernetes.operator.job.autoscaler.metrics.custom-evaluator.<name>.<parameter>
job.autoscaler.metrics.custom-evaluator.<name>.class|s|||kubernetes.operator.job.autoscaler.metrics.custom-evaluator.<name>.class
job.autoscaler.metrics.custom-evaluators|L||''|kubernetes.operator.job.autoscaler.metrics.custom-evaluators
job.autoscaler.metrics.window|D||15 min|kubernetes.operator.job.autoscaler.metrics.window
job.autoscaler.observed-scalability.coefficient-min|d||0.5|kubernetes.operator.job.autoscaler.observed-scalability.coefficient-min
job.autoscaler.observed-scalability.enabled|b||false|kubernetes.operator.job.autoscaler.observed-scalability.enabled
job.autoscaler.observed-scalability.min-observations|i||3|kubernetes.operator.job.autoscaler.observed-scalability.min-observations
job.autoscaler.observed-true-processing-rate.lag-threshold|D||30 s|kubernetes.operator.job.autoscaler.observed-true-processing-rate.lag-threshold
job.autoscaler.observed-true-processing-rate.min-observations|i||2|kubernetes.operator.job.autoscaler.observed-true-processing-rate.min-observations
job.autoscaler.observed-true-processing-rate.switch-threshold|d||0.15|kubernetes.operator.job.autoscaler.observed-true-processing-rate.switch-threshold
job.autoscaler.quota.cpu|d|||kubernetes.operator.job.autoscaler.quota.cpu
job.autoscaler.quota.memory|m|||kubernetes.operator.job.autoscaler.quota.memory
job.autoscaler.restart.time|D||5 min|kubernetes.operator.job.autoscaler.restart.time
job.autoscaler.restart.time-tracking.enabled|b||false|kubernetes.operator.job.autoscaler.restart.time-tracking.enabled
job.autoscaler.restart.time-tracking.limit|D||15 min|kubernetes.operator.job.autoscaler.restart.time-tracking.limit
job.autoscaler.scale-down.interval|D||1 h|kubernetes.operator.job.autoscaler.scale-up.grace-period,kubernetes.operator.job.autoscaler.scale-down.interval|job.autoscaler.scale-up.grace-period
job.autoscaler.scale-down.max-factor|d||0.6|kubernetes.operator.job.autoscaler.scale-down.max-factor
job.autoscaler.scale-up.max-factor|d||100000|kubernetes.operator.job.autoscaler.scale-up.max-factor
job.autoscaler.scaling.custom-executor.<name>.<parameter>|s|||kubernetes.operator.job.autoscaler.scaling.custom-executor.<name>.<parameter>
job.autoscaler.scaling.custom-executor.<name>.class|s|||kubernetes.operator.job.autoscaler.scaling.custom-executor.<name>.class
job.autoscaler.scaling.custom-executors|L||''|kubernetes.operator.job.autoscaler.scaling.custom-executors
job.autoscaler.scaling.effectiveness.detection.enabled|b||false|kubernetes.operator.job.autoscaler.scaling.effectiveness.detection.enabled
job.autoscaler.scaling.effectiveness.threshold|d||0.1|kubernetes.operator.job.autoscaler.scaling.effectiveness.threshold
job.autoscaler.scaling.enabled|b||true|kubernetes.operator.job.autoscaler.scaling.enabled
job.autoscaler.scaling.event.interval|D||30 min|kubernetes.operator.job.autoscaler.scaling.event.interval
job.autoscaler.scaling.key-group.partitions.adjust.mode|e||EVENLY_SPREAD|kubernetes.operator.job.autoscaler.scaling.key-group.partitions.adjust.mode||D|EVENLY_SPREAD,MAXIMIZE_UTILISATION
job.autoscaler.scaling.parallelism-alignment.mode|s||BALANCED|kubernetes.operator.job.autoscaler.scaling.parallelism-alignment.mode
job.autoscaler.scaling.parallelism-alignment.mode.<name>.<parameter>|s|||kubernetes.operator.job.autoscaler.scaling.parallelism-alignment.mode.<name>.<parameter>
job.autoscaler.scaling.parallelism-alignment.mode.<name>.class|s|||kubernetes.operator.job.autoscaler.scaling.parallelism-alignment.mode.<name>.class
job.autoscaler.stabilization.interval|D||5 min|kubernetes.operator.job.autoscaler.stabilization.interval
job.autoscaler.target.utilization.boundary|d||0.3|kubernetes.operator.job.autoscaler.target.utilization.boundary||D
job.autoscaler.utilization.max|d|||kubernetes.operator.job.autoscaler.utilization.max
job.autoscaler.utilization.min|d|||kubernetes.operator.job.autoscaler.utilization.min
job.autoscaler.utilization.target|d||0.7|kubernetes.operator.job.autoscaler.utilization.target,kubernetes.operator.job.autoscaler.target.utilization|job.autoscaler.target.utilization
job.autoscaler.vertex.exclude.ids|L||''|kubernetes.operator.job.autoscaler.vertex.exclude.ids
job.autoscaler.vertex.max-parallelism|i||200|kubernetes.operator.job.autoscaler.vertex.max-parallelism
job.autoscaler.vertex.min-parallelism|i||1|kubernetes.operator.job.autoscaler.vertex.min-parallelism
kubernetes.operator.bluegreen.abort.grace-period|D||10 min||||||bluegreen-resource
kubernetes.operator.bluegreen.deployment-deletion.delay|D||0 ms||||||bluegreen-resource
kubernetes.operator.bluegreen.reconciliation.reschedule-interval|D||15 s||||||bluegreen-resource
kubernetes.operator.checkpoint.trigger.grace-period|D||1 min
kubernetes.operator.checkpoint.type|e||FULL||||FULL,INCREMENTAL,UNKNOWN
kubernetes.operator.cluster.health-check.checkpoint-progress.enabled|b||true
kubernetes.operator.cluster.health-check.checkpoint-progress.window|D
kubernetes.operator.cluster.health-check.enabled|b||false
kubernetes.operator.cluster.health-check.restarts.threshold|i||64
kubernetes.operator.cluster.health-check.restarts.window|D||2 min
kubernetes.operator.cluster.resource-view.refresh-interval|D||-1 min||||||operator
kubernetes.operator.config.cache.size|i||1000||||||operator
kubernetes.operator.config.cache.timeout|D||10 min||||||operator
kubernetes.operator.default-configuration.flink-version.<vX_Y>+.<key>|s||||||||operator
kubernetes.operator.default-configuration.flink-version.<vX_Y>.<key>|s||||||||operator
kubernetes.operator.default-configuration.namespace.<namespace>.<key>|s||||||||operator
kubernetes.operator.deployment.readiness.timeout|D||5 min
kubernetes.operator.deployment.rollback.enabled|b||false
kubernetes.operator.dynamic.config.check.interval|D||5 min||||||operator
kubernetes.operator.dynamic.config.enabled|b||true||||||operator
kubernetes.operator.dynamic.namespaces.enabled|b||false||||||operator
kubernetes.operator.events.exceptions.limit-per-reconciliation|i||10||||||namespace-version
kubernetes.operator.events.exceptions.stacktrace-lines|i||5||||||namespace-version
kubernetes.operator.exception.field.max.length|i||2048||||||namespace-version
kubernetes.operator.exception.label.mapper|M||''||||||namespace-version
kubernetes.operator.exception.stacktrace.enabled|b||false||||||namespace-version
kubernetes.operator.exception.stacktrace.max.length|i||2048||||||namespace-version
kubernetes.operator.exception.throwable.list.max.count|i||2||||||namespace-version
kubernetes.operator.flink.client.cancel.timeout|D||1 min|kubernetes.operator.reconciler.flink.cancel.job.timeout|||||namespace-version
kubernetes.operator.flink.client.timeout|D||10 s|kubernetes.operator.observer.flink.client.timeout|||||namespace-version
kubernetes.operator.health.canary.resource.timeout|D||1 min||||||operator
kubernetes.operator.health.probe.enabled|b||true||||||operator
kubernetes.operator.health.probe.port|i||8085||||||operator
kubernetes.operator.ingress.manage|b||true||||||namespace-version
kubernetes.operator.jm-deployment-recovery.enabled|b||true|kubernetes.operator.reconciler.jm-deployment-recovery.enabled
kubernetes.operator.jm-deployment.shutdown-ttl|D||1 d
kubernetes.operator.jm-deployment.startup.probe.enabled|b||true
kubernetes.operator.job.drain-on-savepoint-deletion|b||false
kubernetes.operator.job.restart.failed|b||false
kubernetes.operator.job.savepoint-on-deletion|b||false
kubernetes.operator.job.submission.timeout|D||10 min||||||namespace-version
kubernetes.operator.job.upgrade.ignore-pending-savepoint|b||false
kubernetes.operator.job.upgrade.inplace-scaling.enabled|b||true
kubernetes.operator.job.upgrade.last-state-fallback.enabled|b||true
kubernetes.operator.job.upgrade.last-state.job-cancel.enabled|b||false
kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age|D
kubernetes.operator.josdk.metrics.enabled|b||true||||||operator
kubernetes.operator.jvm.metrics.enabled|b||true||||||operator
kubernetes.operator.kubernetes.client.metrics.enabled|b||true||||||operator
kubernetes.operator.kubernetes.client.metrics.http.response.code.groups.enabled|b||false||||||operator
kubernetes.operator.kubernetes.client.metrics.slow.request.threshold|D||5 s||||||operator
kubernetes.operator.label.selector|s||||||||operator
kubernetes.operator.leader-election.enabled|b||false||||||operator
kubernetes.operator.leader-election.lease-duration|D||15 s||||||operator
kubernetes.operator.leader-election.lease-name|s||||||||operator
kubernetes.operator.leader-election.renew-deadline|D||10 s||||||operator
kubernetes.operator.leader-election.retry-period|D||2 s||||||operator
kubernetes.operator.metrics.<flink metrics option>|s||||||||operator
kubernetes.operator.metrics.histogram.sample.size|i||1000||||||operator
kubernetes.operator.metrics.scope.k8soperator.resource|s||<host>.k8soperator.<namespace>.<name>.resource.<resourcens>.<resourcename>.<resourcetype>|metrics.scope.k8soperator.resource|||||operator
kubernetes.operator.metrics.scope.k8soperator.resourcens|s||<host>.k8soperator.<namespace>.<name>.namespace.<resourcens>.<resourcetype>|metrics.scope.k8soperator.resourcens|||||operator
kubernetes.operator.metrics.scope.k8soperator.system|s||<host>.k8soperator.<namespace>.<name>.system|metrics.scope.k8soperator|||||operator
kubernetes.operator.observer.progress-check.interval|D||10 s||||||namespace-version
kubernetes.operator.observer.rest-ready.delay|D||10 s||||||namespace-version
kubernetes.operator.periodic.checkpoint.interval|s||''
kubernetes.operator.periodic.savepoint.interval|s||''
kubernetes.operator.plugins.listeners.<listener-name>.<param>|s||||||||operator
kubernetes.operator.plugins.listeners.<listener-name>.class|s||||||||operator
kubernetes.operator.pod-template.merge-arrays-by-name|b||false
kubernetes.operator.rate-limiter.limit|i||5||||||operator
kubernetes.operator.rate-limiter.refresh-period|D||15 s||||||operator
kubernetes.operator.reconcile.interval|D||60 s|kubernetes.operator.reconciler.reschedule.interval|||||namespace-version
kubernetes.operator.reconcile.parallelism|i||50|kubernetes.operator.reconciler.max.parallelism|||||operator
kubernetes.operator.resource.cleanup.timeout|D||5 min|kubernetes.operator.reconciler.flink.cluster.shutdown.timeout|||||namespace-version
kubernetes.operator.resource.deletion.propagation|e||Foreground||||Foreground,Background,Orphan||namespace-version
kubernetes.operator.resource.lifecycle.metrics.enabled|b||true||||||operator
kubernetes.operator.resource.lifecycle.namespace.histograms.enabled|b||true||||||operator
kubernetes.operator.resource.metrics.enabled|b||true||||||operator
kubernetes.operator.retry.initial.interval|D||5 s||||||operator
kubernetes.operator.retry.interval.multiplier|d||1.5||||||operator
kubernetes.operator.retry.max.attempts|i||15||||||operator
kubernetes.operator.retry.max.interval|D||||||||operator
kubernetes.operator.savepoint.cleanup.enabled|b||true
kubernetes.operator.savepoint.dispose-on-delete|b||false
kubernetes.operator.savepoint.format.type|e||CANONICAL||||CANONICAL,NATIVE
kubernetes.operator.savepoint.history.max.age|D||24 h
kubernetes.operator.savepoint.history.max.age.threshold|D||||||||namespace-version
kubernetes.operator.savepoint.history.max.count|i||10
kubernetes.operator.savepoint.history.max.count.threshold|i||||||||namespace-version
kubernetes.operator.savepoint.trigger.grace-period|D||1 min|kubernetes.operator.observer.savepoint.trigger.grace-period
kubernetes.operator.session.deletion.block-on-session-jobs|b||true
kubernetes.operator.session.deletion.block-on-unmanaged-jobs|b||true|kubernetes.operator.session.block-on-unmanaged-jobs
kubernetes.operator.snapshot.resource.enabled|b||true
kubernetes.operator.startup.stop-on-informer-error|b||true||||||operator
kubernetes.operator.termination.timeout|D||10 s||||||operator
kubernetes.operator.user.artifacts.allowed-schemes|L||https||||||operator
kubernetes.operator.user.artifacts.base.dir|s||/opt/flink/artifacts||||||operator
kubernetes.operator.user.artifacts.disallow-restricted-hosts|b||true||||||operator
kubernetes.operator.user.artifacts.http.header|M
kubernetes.operator.watched.namespaces|s||JOSDK_ALL_NAMESPACES||||||operator
`;

/** Where an option is declared, if not in the main distribution; counted from 0. */
export const MODULES: readonly string[] = [
  '',
  'flink-table-planner',
  'flink-external-resource-gpu',
  'flink-s3-fs-native',
  'flink-gs-fs-hadoop',
  'flink-table-api-java-uber',
  'flink-metrics-prometheus',
  'flink-metrics-otel',
  'flink-metrics-influxdb',
  'flink-oss-fs-hadoop',
  'flink-cep',
  'flink-python',
  'flink-s3-fs-hadoop',
  'flink-connector-files',
  'flink-sql-client',
  'flink-sql-gateway',
  'flink-connector-hive_2.12',
];

/** Sections of Flink's documentation; counted from 0. */
export const SCOPES: readonly string[] = [
  '',
  'common_high_availability_ars',
  'expert_class_loading',
  'expert_scheduling',
  'expert_cluster',
  'expert_fault_tolerance',
  'all_jobmanager',
  'event_reporters',
  'common_checkpointing',
  'expert_checkpointing',
  'checkpoint_file_merging',
  'common_miscellaneous',
  'deprecated_file_sinks',
  'common_high_availability',
  'expert_high_availability',
  'expert_high_availability_k8s',
  'expert_high_availability_zk',
  'common_high_availability_zk',
  'expert_debugging_and_tuning',
  'common_high_availability_jrs',
  'expert_scheduling,all_jobmanager',
  'common_host_port,all_jobmanager',
  'all_jobmanager,expert_fault_tolerance',
  'expert_jobmanager,all_jobmanager',
  'common_memory',
  'common_host_port',
  'metric_reporters',
  'all_taskmanager',
  'expert_rest',
  'security_delegation_token',
  'security_auth_kerberos',
  'security_ssl',
  'expert_security_ssl',
  'common_state_backends',
  'state_backend_changelog',
  'state_backend_forst',
  'expert_forst',
  'expert_rocksdb',
  'state_backend_rocksdb',
  'state_changelog',
  'expert_state_backends',
  'state_latency_tracking',
  'state_size_tracking',
  'common_host_port,all_taskmanager',
  'expert_scheduling,all_taskmanager',
  'all_taskmanager_network',
  'trace_reporters',
  'security_auth_zk',
];

/** Families of keys: pattern, `open` if any sub-key is accepted, first version. */
export const FAMILIES: string = `
metrics.reporter.<name>.<parameter>|open
traces.reporter.<name>.<parameter>|open|3
events.reporter.<name>.<parameter>|open|6
containerized.master.env.<VARIABLE>|open
containerized.taskmanager.env.<VARIABLE>|open
flink.hadoop.<key>|open
external-resource.<resource_name>.param.<param>|open
fs.<scheme>.limit.total
fs.<scheme>.limit.input
fs.<scheme>.limit.output
fs.<scheme>.limit.timeout
fs.<scheme>.limit.stream-timeout
fs.<scheme>.priority.<factory_class>||8
s3.<key>|open
s3a.<key>|open
fs.s3a.<key>|open
presto.s3.<key>|open
gs.<key>|open
fs.gs.<key>|open
azure.<key>|open
fs.azure.<key>|open
fs.oss.<key>|open
security.delegation.token.provider.<serviceName>.<key>|open|1
security.delegation.token.receiver.<serviceName>.<key>|open|1
security.kerberos.token.provider.<serviceName>.renewer||1
sql-gateway.endpoint.<identifier>.<key>|open
workflow-scheduler.<identifier>.<key>|open|4
table.catalog-store.<kind>.<key>|open|2
table.secret-store.<kind>.<key>|open|8
`;

/** Keys that are read without being options: key, versions. */
export const RAW_KEYS: string = `
env.java.home|04
fs.hdfs.hadoopconf|04
fs.hdfs.hdfsdefault|04
fs.hdfs.hdfssite|04
taskmanager.runtime.fs_timeout|02
local.number-taskmanager|02
taskmanager.log.path|02
`;

/** Keys that once were options and that nothing reads any more. */
export const DEAD_KEYS: string = `
akka.transport.heartbeat.interval
akka.transport.heartbeat.pause
akka.transport.threshold
containerized.heap-cutoff-min
containerized.heap-cutoff-ratio
execution-retries.default
execution-retries.delay
flink.base.dir.path
high-availability.zookeeper.path.checkpoint-counter
high-availability.zookeeper.path.checkpoints
high-availability.zookeeper.path.latch
high-availability.zookeeper.path.leader
jobmanager.web.checkpoints.disable
local.number-jobmanager
local.start-webserver
query.server.port
recovery.zookeeper.path.checkpoint-counter
recovery.zookeeper.path.checkpoints
recovery.zookeeper.path.latch
recovery.zookeeper.path.leader
taskmanager.hostname
taskmanager.memory.fraction
taskmanager.memory.off-heap
taskmanager.memory.preallocate
taskmanager.network.defaultIOMode
`;

/** Set by Flink itself. */
export const INTERNAL_PREFIXES: readonly string[] = [
  '$internal.',
  'internal.',
  'kubernetes.internal.',
  'python.internal.',
];

/** Of use on other platforms only. */
export const OTHER_PLATFORMS: readonly string[] = ['yarn.', 'mesos.'];

/** A key that contains one of these holds a secret, as Flink's newest version sees it. */
export const SENSITIVE_KEY_PARTS: readonly string[] = [
  'password',
  'secret',
  'fs.azure.account.key',
  'apikey',
  'api-key',
  'auth-params',
  'service-key',
  'token',
  'basic-auth',
  'jaas.config',
  'http-headers',
];
