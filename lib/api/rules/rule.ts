// SPDX-License-Identifier: Apache-2.0
// What a validation rule is: a name, a code, and a pure function from a resource to what is wrong with it.

import type { ConfigOption, FlatConfiguration } from '../../flink/configuration.ts';
import type { SpecWithDefaults } from '../defaults.ts';
import type { Finding } from '../finding.ts';
import type { FindingCode } from '../finding-codes.ts';

/** What a rule may look at. */
export interface RuleInput {
  /** `metadata.name`; empty if there is none. */
  readonly name: string;
  /** `metadata.generateName`, if there is one. */
  readonly generateName?: string;
  readonly namespace: string;
  /** With defaults written out; members of a wrong type are gone, they are findings already. */
  readonly spec: SpecWithDefaults;
  /** The operator's defaults with the configuration of the spec over them. */
  readonly config: FlatConfiguration;
  /** What was last deployed, if anything was. */
  readonly recorded?: SpecWithDefaults;
  /** Reads an option; a value that cannot be read is reported once, and counts as not set. */
  readonly read: <T>(option: ConfigOption<T>) => T;
}

/** A finding; without a code it gets the rule's, and it is an error unless it says otherwise. */
export type Problem = Omit<Finding, 'code' | 'severity'> & { code?: FindingCode; severity?: Finding['severity'] };

/** A rule on one kind of input; without a word for it, on a FlinkDeployment. */
export interface Rule<Input = RuleInput> {
  /** `V-01` and so on as in the Java operator's order, or a word for rules that it does not have. */
  readonly code: FindingCode;
  /** Named after what it finds. */
  readonly find: (input: Input) => Problem | readonly Problem[] | undefined;
}

/** All findings of a list of rules, in their order. Where there are none, nothing is allocated but the list. */
export function runRules<Input>(rules: readonly Rule<Input>[], input: Input): Finding[] {
  const findings: Finding[] = [];
  for (const { code, find } of rules) {
    const found = find(input);
    if (found === undefined) continue;
    if (!isList(found)) findings.push({ code, severity: 'error', ...found });
    else for (const problem of found) findings.push({ code, severity: 'error', ...problem });
  }
  return findings;
}

function isList(found: Problem | readonly Problem[]): found is readonly Problem[] {
  return Array.isArray(found);
}

/** Where a configuration key stands. */
export function configurationPath(key: string): string {
  return `spec.flinkConfiguration.${key}`;
}

/** Absent, empty or only white space. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
