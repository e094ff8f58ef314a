// SPDX-License-Identifier: Apache-2.0
// Rules that compare with what was last deployed: changes that no upgrade can carry out. They are silent while nothing is recorded.

import { isBlank } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

export function versionChangedAfterLastStateSuspend({ spec, recorded }: RuleInput): Problem | undefined {
  const old = recorded?.job;
  if (old === undefined || spec.job === undefined || spec.job.upgradeMode === 'stateless') return undefined;
  if (old.state !== 'suspended' || old.upgradeMode !== 'last-state') return undefined;
  if (recorded?.flinkVersion === spec.flinkVersion) return undefined;
  return {
    path: 'spec.flinkVersion',
    message:
      `The job was suspended in upgrade mode last-state under ${recorded?.flinkVersion ?? 'no version'}; its metadata cannot be read ` +
      `by ${spec.flinkVersion ?? 'no version'}.`,
    allowed: recorded?.flinkVersion ?? 'the version under which it was suspended',
    remedy: 'Resume the job with the old version first, then change the version with upgradeMode savepoint.',
  };
}

export function sessionBecameApplication({ spec, recorded }: RuleInput): Problem | undefined {
  if (recorded === undefined || recorded.job !== undefined || spec.job === undefined) return undefined;
  return kindOfClusterChanged('a session cluster', 'an application cluster', 'Remove spec.job');
}

export function applicationBecameSession({ spec, recorded }: RuleInput): Problem | undefined {
  if (recorded?.job === undefined || spec.job !== undefined) return undefined;
  return kindOfClusterChanged('an application cluster', 'a session cluster', 'Put spec.job back');
}

function kindOfClusterChanged(from: string, to: string, undo: string): Problem {
  return {
    path: 'spec.job',
    message: `The resource is deployed as ${from}; it cannot become ${to}.`,
    remedy: `${undo}; for ${to} create a resource with another name, or delete this one first.`,
  };
}

export function nativeBecameStandalone({ spec, recorded }: RuleInput): Problem | undefined {
  if (recorded === undefined || (recorded.mode ?? 'native') !== 'native' || spec.mode !== 'standalone')
    return undefined;
  return modeChanged('native', 'standalone');
}

export function standaloneBecameNative({ spec, recorded }: RuleInput): Problem | undefined {
  if (recorded?.mode !== 'standalone' || (spec.mode ?? 'native') !== 'native') return undefined;
  return modeChanged('standalone', 'native');
}

function modeChanged(from: string, to: string): Problem {
  return {
    path: 'spec.mode',
    message: `The resource is deployed in mode ${from}; it cannot change to mode ${to}.`,
    allowed: from,
    remedy: `Set spec.mode to ${from}; for mode ${to} create a resource with another name, or delete this one first.`,
  };
}

export function redeployWithoutPath({ spec, recorded }: RuleInput): Problem | undefined {
  const nonce = spec.job?.savepointRedeployNonce;
  if (recorded?.job === undefined || nonce === undefined || nonce === recorded.job.savepointRedeployNonce)
    return undefined;
  if (!isBlank(spec.job?.initialSavepointPath)) return undefined;
  return {
    path: 'spec.job.initialSavepointPath',
    message: 'spec.job.savepointRedeployNonce asks to redeploy from a savepoint, but not from which one.',
    allowed: 'the path of a savepoint',
    remedy: 'Set spec.job.initialSavepointPath, or take the nonce back.',
  };
}
