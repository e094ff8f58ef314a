// SPDX-License-Identifier: Apache-2.0
// Where a history has to end once nothing happens any more: with what the spec asks for, or with a reason why that cannot be.

import type { ReasonCode } from '../reason.ts';
import type { Ending } from './history.ts';

/** Reasons for which a resource may stay away from what its spec asks for until somebody helps. */
const NEEDS_HELP: readonly ReasonCode[] = [
  'HaMetadataMissing',
  'LastStateUnknown',
  'JobManagerFailed',
  'CannotRecover',
  'JobNotFound',
  'UpgradeHasToWait',
];

/** What is wrong with an ending; empty when nothing is. */
export function judge({ world, decision, restless }: Ending): string[] {
  const wrong = [...world.witness.findings, ...restless.map((what) => `still at it: ${what}`)];
  const end = endOf({ world, decision });
  return end === undefined ? wrong : [...wrong, end];
}

function endOf({ world, decision }: Pick<Ending, 'world' | 'decision'>): string | undefined {
  const { resource, flink } = world;
  if (resource === undefined) return undefined;
  const codes = decision?.because.map(({ code }) => code) ?? [];
  const because = codes.join(', ');
  if (resource.metadata?.deletionTimestamp !== undefined)
    return codes.includes('SavepointOnDeletionPending') ? undefined : `the deletion does not end: ${because}`;
  if (codes.includes('ValidationError')) return undefined;
  const { lifecycleState: state, jobStatus, observedGeneration } = resource.status ?? {};
  const helpless = codes.some((code) => NEEDS_HELP.includes(code));
  const running = flink?.state === 'RUNNING';
  if (resource.spec?.job?.state === 'suspended') {
    if (running) return `the job runs although it is suspended: ${because}`;
    return state === 'SUSPENDED' || state === 'CREATED' || helpless
      ? undefined
      : `not suspended but ${state ?? '-'}: ${because}`;
  }
  if (!running) {
    const ended = jobStatus?.state !== undefined && jobStatus.state === world.lastEnd;
    return ended || helpless ? undefined : `the job does not run, and nobody says why: ${because}`;
  }
  if (state !== 'STABLE') return `the job runs and is ${state ?? '-'}: ${because}`;
  if (observedGeneration !== resource.metadata?.generation) return `a change is not taken up: ${because}`;
  const wanted = resource.spec?.restartNonce;
  // Taking a nonce away is no change.
  return wanted === undefined || wanted === world.cluster?.action.spec.restartNonce
    ? undefined
    : 'what runs is not what the spec asks for';
}
