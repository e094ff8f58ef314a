// SPDX-License-Identifier: Apache-2.0
// `flinkwright/testing`: a cluster with Flink and an operator inside one process, to test the life of one's jobs without any of them.

export { EmbeddedCluster, type EmbeddedClusterOptions, type RunOptions } from './embedded-cluster.ts';
export {
  OperatorProcess,
  type OperatorSurroundings,
  type StartedOperator,
  type StartOperator,
} from './operator-process.ts';
export { ProcessBoundary, type ProcessWrite, type WriteFate, type WriteJudge } from './process-boundary.ts';
export { SeededRandom } from './seeded-random.ts';
export { VirtualClock, type VirtualClockOptions } from './virtual-clock.ts';

export { InMemoryApiServer, type ApiServerOptions, type WriteObserver } from './api-server/server.ts';
export type { ClientTransport, Write } from './api-server/in-process-transport.ts';
export type { Fault, FaultMatch, FaultPlan, OrderedFault, SeenRequest } from './api-server/faults.ts';
export { isWrite, type LoggedRequest } from './api-server/request-log.ts';

export { Cluster, type ClusterOptions } from './controllers/cluster.ts';
export { IdleRuntime, type ContainerContext, type ContainerRuntime } from './controllers/container-runtime.ts';
export { DEFAULT_LATENCIES, type ClusterLatencies } from './controllers/latencies.ts';

export { SimulatedFlink, type SimulatedFlinkOptions } from './flink/simulated-flink.ts';
export type { ClusterFaults, FaultyRequest, FlinkFaults, RequestFault } from './flink/faults.ts';
export { MEASURED_LATENCIES, type Latencies } from './flink/latencies.ts';
export type { FlinkHistory, FlinkRun, RestoredFrom, RunEnding, SnapshotRecord } from './flink/runs.ts';
export type { SimulatedStorage, Snapshot } from './flink/storage.ts';
