// SPDX-License-Identifier: Apache-2.0
// `flinkwright/operator`: the operator as a library, for embedding it and for running it in tests.

export { startOperator, type RunningOperator, type Surroundings } from './operator.ts';
export type { Decided, OperatorSettings } from './controllers/flink-deployment/context.ts';
export { DEFAULT_SETTINGS } from './settings.ts';
export { noLog, type Log, type LogFields } from './telemetry/log.ts';
export { pinoLog } from './telemetry/pino-log.ts';
