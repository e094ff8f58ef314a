// SPDX-License-Identifier: Apache-2.0
// What a phase of a decision comes to: an action, a wait, or an end.

import type { Action } from './action.ts';

export type Step =
  /** Carry this out next. */
  | { readonly step: 'act'; readonly action: Action }
  /** Nothing can be done now; look again after so many milliseconds if no event comes before. */
  | { readonly step: 'wait'; readonly ms: number }
  /** The phase is through, and the decision with it. */
  | { readonly step: 'end' }
  /** The last action failed: try again by the retry schedule. */
  | { readonly step: 'retry' }
  /** The phase had nothing to do: go on to the next. */
  | { readonly step: 'next' };

export function act(action: Action): Step {
  return { step: 'act', action };
}

export function wait(ms: number): Step {
  return { step: 'wait', ms };
}

export const END: Step = { step: 'end' };
export const RETRY: Step = { step: 'retry' };
export const NEXT: Step = { step: 'next' };
