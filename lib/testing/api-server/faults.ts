// SPDX-License-Identifier: Apache-2.0
// What can go wrong between a client and the API server, on order: which requests, and what happens to them. A plan only chooses; the
// transport carries the choice out.

/** What happens to a request that was chosen. */
export type Fault =
  /** The connection is lost before the server has seen the request: it is not carried out, and the client cannot know that. */
  | { readonly kind: 'drop-before' }
  /** The request is carried out and its answer is lost. */
  | { readonly kind: 'drop-after' }
  /** Nothing listens: refused before anything was sent. */
  | { readonly kind: 'refuse' }
  /** No answer, ever; only the client's own signal ends it. The request is not carried out. */
  | { readonly kind: 'stall' }
  /** 429 with `Retry-After`, in seconds. */
  | { readonly kind: 'too-many-requests'; readonly retryAfterSeconds: number }
  /** Any failure status, such as 500 or 503, without the request being carried out. */
  | { readonly kind: 'status'; readonly code: number; readonly reason?: string; readonly message?: string }
  /** 409 Conflict, as if another client had been faster. */
  | { readonly kind: 'conflict' }
  /** 401, as with an expired token. */
  | { readonly kind: 'unauthorized' }
  /** The request is carried out after `ms` milliseconds on the clock. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** The answer comes `ms` milliseconds after the request was carried out. */
  | { readonly kind: 'slow-answer'; readonly ms: number }
  /** A watch ends in the middle of its line number `line` (from 1). */
  | { readonly kind: 'truncate-watch'; readonly line: number }
  /** A watch ends at once, without an event and without an error. */
  | { readonly kind: 'close-watch' }
  /** A watch begins with the 410 of an expired version. */
  | { readonly kind: 'expire-watch' }
  /** A watch falls silent after `events` events; its connection stays open. */
  | { readonly kind: 'mute-watch'; readonly events: number };

/** A request as a plan sees it. */
export interface SeenRequest {
  readonly client: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly watch: boolean;
}

/** Which requests; members that are left out match everything. */
export interface FaultMatch {
  readonly client?: string | RegExp;
  readonly method?: string | readonly string[];
  /** A text is searched for anywhere in the path. */
  readonly path?: string | RegExp;
  readonly watch?: boolean;
  readonly when?: (request: SeenRequest) => boolean;
  /** How many matching requests are let through first; default 0. */
  readonly skip?: number;
  /** How many requests are hit after that; default 1, `Infinity` for all. */
  readonly times?: number;
}

/** A fault that was ordered. */
export interface OrderedFault {
  /** How many requests it has hit so far. */
  readonly hits: number;
  /** It hits nothing any more. */
  cancel(): void;
}

interface Entry {
  readonly match: FaultMatch;
  readonly fault: Fault;
  seen: number;
  hits: number;
}

/** The faults that are on order, tried in the order in which they were added; a request meets at most one. */
export class FaultPlan {
  #entries: Entry[] = [];

  /** Orders a fault. */
  add(match: FaultMatch, fault: Fault): OrderedFault {
    const entry: Entry = { match, fault, seen: 0, hits: 0 };
    this.#entries.push(entry);
    return {
      get hits(): number {
        return entry.hits;
      },
      cancel: () => {
        this.#entries = this.#entries.filter((other) => other !== entry);
      },
    };
  }

  /** Cancels all of them. */
  clear(): void {
    this.#entries = [];
  }

  /** The fault for this request; counts it. */
  choose(request: SeenRequest): Fault | undefined {
    for (const entry of this.#entries) {
      if (!matches(entry.match, request)) continue;
      entry.seen++;
      if (entry.seen <= (entry.match.skip ?? 0) || entry.hits >= (entry.match.times ?? 1)) continue;
      entry.hits++;
      return entry.fault;
    }
    return undefined;
  }
}

function matches(match: FaultMatch, request: SeenRequest): boolean {
  return (
    fits(match.client, request.client, (wanted) => wanted === request.client) &&
    (match.method === undefined || [match.method].flat().includes(request.method)) &&
    fits(match.path, request.path, (wanted) => request.path.includes(wanted)) &&
    (match.watch === undefined || match.watch === request.watch) &&
    (match.when === undefined || match.when(request))
  );
}

function fits(pattern: string | RegExp | undefined, text: string, same: (wanted: string) => boolean): boolean {
  if (pattern === undefined) return true;
  return typeof pattern === 'string' ? same(pattern) : pattern.test(text);
}
