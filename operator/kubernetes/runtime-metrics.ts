// SPDX-License-Identifier: Apache-2.0
// What the runtime tells about itself. Each method names the series of controller-runtime (and our own) that it feeds; the
// exporter lives in operator/telemetry, and a test passes its own.

/** Told of every event that a metric counts. Must not throw. */
export interface RuntimeMetrics {
  /** `controller_runtime_reconcile_total{result}`, `_reconcile_errors_total`, `_reconcile_time_seconds`. */
  reconciled(controller: string, result: 'success' | 'error' | 'requeue' | 'requeue_after', seconds: number): void;
  /** `controller_runtime_terminal_reconcile_errors_total`. */
  terminalError(controller: string): void;
  /** `controller_runtime_reconcile_panics_total`. */
  panicked(controller: string): void;
  /** `controller_runtime_reconcile_timeouts_total`. */
  timedOut(controller: string): void;
  /** `controller_runtime_active_workers`, `controller_runtime_max_concurrent_reconciles`. */
  workers(controller: string, active: number, max: number): void;
  /** `workqueue_depth{priority}`. */
  queueDepth(queue: string, priority: number, depth: number): void;
  /** `workqueue_adds_total`. */
  queueAdded(queue: string): void;
  /** `workqueue_retries_total`. */
  queueRetried(queue: string): void;
  /** `workqueue_queue_duration_seconds`: from ready to handed out. */
  queueWaited(queue: string, seconds: number): void;
  /** `workqueue_work_duration_seconds`: from handed out to done. */
  queueWorked(queue: string, seconds: number): void;
  /** `flinkwright_informer_relists_total`. */
  relisted(resource: string): void;
  /** `flinkwright_informer_watch_restarts_total{reason}`. */
  watchRestarted(resource: string, reason: string): void;
  /** `flinkwright_informer_objects`. */
  informerObjects(resource: string, count: number): void;
  /** `flinkwright_event_drops_total{reason}`. */
  eventDropped(reason: 'full' | 'spam' | 'rejected' | 'unsent'): void;
}

const nothing = (): void => undefined;

/** Counts nothing. */
export const noMetrics: RuntimeMetrics = {
  reconciled: nothing,
  terminalError: nothing,
  panicked: nothing,
  timedOut: nothing,
  workers: nothing,
  queueDepth: nothing,
  queueAdded: nothing,
  queueRetried: nothing,
  queueWaited: nothing,
  queueWorked: nothing,
  relisted: nothing,
  watchRestarted: nothing,
  informerObjects: nothing,
  eventDropped: nothing,
};
