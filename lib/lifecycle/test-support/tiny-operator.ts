// SPDX-License-Identifier: Apache-2.0
// An operator round the pure core, as small as it can be: asks, decides, writes, acts, again with the outcome, as the real one does.
// It can be struck by every fault that a process can meet between two of these steps.

import type { Finding } from '../../api/finding.ts';
import type { Action } from '../action.ts';
import { decide } from '../decide.ts';
import type { Decision, Input } from '../decision.ts';
import {
  known,
  NOT_ASKED,
  NOTHING_OBSERVED,
  type ActionOutcome,
  type CheckpointsSeen,
  type Observation,
  type Observed,
} from '../observation.ts';
import { isTerminalState } from '../predicates.ts';
import { questions, type Questions } from '../questions.ts';
import type { World } from './world.ts';

export const FAULTS = [
  'none',
  'dies before the status is written',
  'dies before the action',
  'dies in the middle of the action',
  'dies after the action',
  'the action fails',
  'the action works but its answer is lost',
  'the status write conflicts',
  'HA metadata cannot be read',
  'checkpoints cannot be read',
  'the savepoint cannot be asked about',
] as const;
export type Fault = (typeof FAULTS)[number];

/** When the operator looks next by itself: milliseconds, or `event` when only an event helps. */
export type Wake = number | 'event';

/** More steps in one run than any chain of decisions needs. */
const TOO_MANY_STEPS = 15;
const RETRY_AFTER = 5000;
const UNREADABLE = { known: false, why: { code: 'error', message: 'cannot be read' } } as const;

/** What was decided on what. */
export interface Decided {
  readonly input: Input;
  readonly errors: readonly Finding[];
  readonly decision: Decision;
}

export class TinyOperator {
  /** Told of every decision before it is carried out. */
  onDecision: ((decided: Decided) => void) | undefined;
  last: Decision | undefined;
  decisions = 0;
  /** Changes of the status that were written. */
  writes = 0;
  readonly #world: World;
  #failingSince: number | undefined;
  #jobIds = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** One run for the resource, struck by `fault` at its `at`-th step. */
  run(fault: Fault = 'none', at = 0): Wake {
    let outcome: ActionOutcome | undefined;
    for (let step = 0; step < TOO_MANY_STEPS; step++) {
      const struck = step === at ? fault : 'none';
      const world = this.#world;
      if (world.resource === undefined) return 'event';
      const errors = errorsOf(world);
      const decision = this.#decide(errors, outcome, struck);
      if (struck === 'dies before the status is written') return this.#reborn();
      if (struck === 'the status write conflicts' && this.#differs(decision)) {
        outcome = undefined;
        continue;
      }
      if (this.#differs(decision)) {
        this.writes++;
        world.writeStatus(decision.status);
      }
      if (decision.action !== undefined) {
        if (struck === 'dies before the action') return this.#reborn();
        outcome = this.#act(decision.action, struck);
        if (struck === 'dies in the middle of the action' || struck === 'dies after the action') return this.#reborn();
        continue;
      }
      outcome = undefined;
      if (decision.retry === true) return RETRY_AFTER;
      if (decision.requeueAfter === undefined) return 'event';
      if (decision.requeueAfter > 0) return decision.requeueAfter;
    }
    this.#world.witness.note(`the chain of decisions does not end: ${this.last?.because.at(-1)?.code ?? '-'}`);
    return 'event';
  }

  #decide(errors: Finding[], outcome: ActionOutcome | undefined, fault: Fault): Decision {
    const world = this.#world;
    const base: Input = {
      resource: world.resource ?? {},
      observed: this.#cached(outcome),
      base: {},
      now: world.now,
      freshJobId: (++this.#jobIds + world.now).toString(16).padStart(32, '0'),
    };
    const input = { ...base, observed: this.#observe(base.observed, questions(base, errors), fault) };
    const decision = decide(input, errors);
    world.witness.decided(world, errors.length === 0, decision);
    this.onDecision?.({ input, errors, decision });
    this.last = decision;
    this.decisions++;
    return decision;
  }

  #cached(outcome: ActionOutcome | undefined): Observation {
    const deployment = this.#world.viewDeployment();
    return {
      ...NOTHING_OBSERVED,
      pods: this.#world.viewPods(),
      ...(deployment === undefined ? {} : { deployment }),
      ...(outcome === undefined ? {} : { outcome }),
    };
  }

  #observe(cached: Observation, asked: Questions, fault: Fault): Observation {
    const world = this.#world;
    const readable = fault !== 'HA metadata cannot be read';
    const ha = asked.ha ? (readable ? known(world.haMetadata()) : UNREADABLE) : NOT_ASKED;
    if (!asked.jobs) return { ...cached, ha };
    const { flink } = world;
    if (flink === undefined || world.now < world.flinkUnreachableUntil)
      return { ...cached, ha, ...this.#noAnswer(asked) };
    this.#failingSince = undefined;
    const stop =
      asked.stop === undefined
        ? NOT_ASKED
        : fault === 'the savepoint cannot be asked about'
          ? UNREADABLE
          : known(flink.stop(asked.stop.triggerId));
    if (stop.known && stop.value.state !== 'never-asked') return { ...cached, ha, stop };
    const { state, config, startTime } = flink;
    const jobs = known(state === undefined ? [] : [{ id: config.jobId, name: 'clicks', state, startTime }]);
    const job = world.resource?.status?.jobStatus;
    const ours = state !== undefined && job?.jobId === config.jobId;
    const describe = ours && state === 'RUNNING' && job.state !== 'RUNNING';
    let checkpoints: Observed<CheckpointsSeen> = NOT_ASKED;
    if (ours && (isTerminalState(state) || describe || asked.checkpoints))
      checkpoints = fault === 'checkpoints cannot be read' ? UNREADABLE : known(flink.checkpoints);
    const cluster = describe ? known({ flinkVersion: '1.20.5', flinkRevision: 'abc', taskManagers: 1 }) : NOT_ASKED;
    const failure =
      ours && state === 'FAILED' && job.state !== 'FAILED' ? known({ type: 'Boom', message: 'boom' }) : NOT_ASKED;
    return { ...cached, ha, stop, jobs, checkpoints, cluster, failure };
  }

  #noAnswer(asked: Questions): Partial<Observation> {
    this.#failingSince ??= this.#world.now;
    const why = { code: 'unreachable', message: 'connection refused' } as const;
    const silence = { known: false, why, since: this.#failingSince } as const;
    return { jobs: silence, ...(asked.stop === undefined ? {} : { stop: silence }) };
  }

  #act(action: Action, fault: Fault): ActionOutcome {
    const failure = { kind: 'retry', type: 'java.io.IOException', message: 'no answer' } as const;
    if (fault === 'the action fails') return { action, result: { ok: false, failure } };
    try {
      this.#carryOut(action, fault === 'dies in the middle of the action');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const kind = error instanceof Refusal ? 'refused' : 'retry';
      return { action, result: { ok: false, failure: { ...failure, kind, message } } };
    }
    if (fault === 'the action works but its answer is lost') return { action, result: { ok: false, failure } };
    return { action, result: { ok: true } };
  }

  #carryOut(action: Action, half: boolean): void {
    const world = this.#world;
    const flink = world.now < world.flinkUnreachableUntil ? undefined : world.flink;
    switch (action.do) {
      case 'add-finalizer':
        return world.setFinalizer(true);
      case 'remove-finalizer':
        return world.setFinalizer(false);
      case 'deploy':
        return world.deploy(action, half);
      case 'scale-to-zero':
        return world.scaleToZero(action.uid);
      case 'delete-cluster':
        return world.deleteCluster(action.uid, action.propagation === 'Foreground');
      case 'delete-ha-data':
        return world.deleteHaData();
      case 'stop-with-savepoint':
        if (flink === undefined) throw new Error('connection refused');
        if (!flink.askToStop(action.triggerId, world.now)) throw new Refusal('the job does not run');
        return;
      case 'cancel':
        if (flink === undefined) throw new Error('connection refused');
        if (!flink.cancel(action.jobId) && !action.missingIsFine) throw new Refusal('the job is not there');
    }
  }

  #differs(decision: Decision): boolean {
    return JSON.stringify(decision.status) !== JSON.stringify(this.#world.resource?.status ?? {});
  }

  /** A new process knows nothing of the old one, and looks at every resource when it starts. */
  #reborn(): Wake {
    this.#failingSince = undefined;
    return 0;
  }
}

class Refusal extends Error {}

/** The one rule of this small world: a job needs a parallelism. */
function errorsOf(world: World): Finding[] {
  const parallelism = world.resource?.spec?.job?.parallelism ?? 1;
  if (parallelism > 0) return [];
  const message = 'parallelism must be positive';
  return [{ code: 'V-17', path: 'spec.job.parallelism', message, remedy: 'Raise it.', severity: 'error' }];
}
