// SPDX-License-Identifier: Apache-2.0
// What a test can make go wrong: with single requests, and with what a cluster does. Everything is off until it is set.

/** A request to a cluster's REST service as a rule sees it. */
export interface FaultyRequest {
  /** `namespace/cluster-id`. */
  readonly cluster: string;
  readonly method: string;
  /** Without the version prefix. */
  readonly path: string;
}

/** What happens to a request instead of, before or after its normal course. */
export type RequestFault =
  /** The port is closed. */
  | { readonly kind: 'refused' }
  /** The request is lost before Flink has seen it, or carried out and its answer lost. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** Flink answers so and does nothing, e.g. 503 while no dispatcher leads, or 500. */
  | { readonly kind: 'status'; readonly status: number; readonly errors?: readonly string[] }
  /** Carried out, but later. Infinity: it is accepted and never answered. */
  | { readonly kind: 'delay'; readonly ms: number };

/** How a cluster misbehaves; each member is off when absent. */
export interface ClusterFaults {
  /** Savepoints (and the savepoint of a stop) fail with this message of an IOException. */
  savepointFails?: string;
  /** Milliseconds that a savepoint takes. */
  savepointMs?: number;
  /** The savepoint of a stop is complete, then the job fails for good: Flink does not restart it, and tells the savepoint in the failure. */
  stopFailsAfterSavepoint?: boolean;
  /** Checkpoints are declined. */
  checkpointsFail?: boolean;
  /** `main()` throws with this message. The job is then listed as FAILED, if `execution.submit-failed-job-on-application-error` is on. */
  failsAtStart?: string;
  /** The JobManager ends with this code before it serves, each time: 1 for a main class or a jar that is not there. */
  exitsAtStart?: number;
  /** The REST server never serves: 503 for ever. */
  neverServes?: boolean;
  /** Whether a JobManager that ends releases its leader lock; absent: as likely as not, as it was measured. */
  releasesLock?: boolean;
  /** No TaskManager ever registers. */
  noTaskManagers?: boolean;
}

interface Rule {
  matches: (request: FaultyRequest) => boolean;
  fault: RequestFault;
  left: number;
}

/** The faults of a simulated Flink. */
export class FlinkFaults {
  #rules: Rule[] = [];
  readonly #clusters = new Map<string, ClusterFaults>();

  /** Applies `fault` to the next `times` matching requests (all of them by default). Returns what takes the rule back. */
  onRequest(matches: (request: FaultyRequest) => boolean, fault: RequestFault, times: number = Infinity): () => void {
    const rule: Rule = { matches, fault, left: times };
    this.#rules.push(rule);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== rule);
    };
  }

  /** The misbehaviour of one cluster (`namespace/cluster-id`), to be changed by whoever asks. */
  of(cluster: string): ClusterFaults {
    let faults = this.#clusters.get(cluster);
    if (faults === undefined) this.#clusters.set(cluster, (faults = {}));
    return faults;
  }

  /** Takes back everything. */
  clear(): void {
    this.#rules = [];
    // Clusters keep the object that they were given.
    for (const faults of this.#clusters.values())
      for (const name of Object.keys(faults) as (keyof ClusterFaults)[]) delete faults[name];
  }

  /** The fault of a request; counts it as used. */
  take(request: FaultyRequest): RequestFault | undefined {
    const rule = this.#rules.find((candidate) => candidate.left > 0 && candidate.matches(request));
    if (rule === undefined) return undefined;
    rule.left--;
    return rule.fault;
  }
}
