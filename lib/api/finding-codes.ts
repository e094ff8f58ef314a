// SPDX-License-Identifier: Apache-2.0
// Every code that a finding can have, with what it means and what to do: the one catalogue, from which the pages of the documentation are
// made. Each area keeps its own part in codes/; the rules only name their codes.

import { AUTOSCALER_CODES } from './codes/autoscaler.ts';
import type { AutoscalerCode } from './codes/autoscaler.ts';
import type { CodeInfo } from './codes/code-info.ts';
import { INVENTION_CODES } from './codes/invention.ts';
import type { InventionCode } from './codes/invention.ts';
import { MEMORY_CODES } from './codes/memory.ts';
import type { MemoryCode } from './codes/memory.ts';
import { DOCUMENT_CODES } from './codes/document.ts';
import type { DocumentCode } from './codes/document.ts';
import { BLUE_GREEN_CODES } from './codes/blue-green.ts';
import type { BlueGreenCode } from './codes/blue-green.ts';
import { METADATA_CODES } from './codes/metadata.ts';
import type { MetadataCode } from './codes/metadata.ts';
import { SESSION_JOB_CODES } from './codes/session-job.ts';
import type { SessionJobCode } from './codes/session-job.ts';
import { SNAPSHOT_CODES } from './codes/snapshot.ts';
import type { SnapshotCode } from './codes/snapshot.ts';
import { JOB_CODES } from './codes/job.ts';
import type { JobCode } from './codes/job.ts';
import { POD_TEMPLATE_CODES } from './codes/pod-template.ts';
import type { PodTemplateCode } from './codes/pod-template.ts';
import { OPTIONS_CODES } from './codes/options.ts';
import type { OptionsCode } from './codes/options.ts';
import { PROPS_CODES } from './codes/props.ts';
import type { PropsCode } from './codes/props.ts';
import { RECORDED_CODES } from './codes/recorded.ts';
import type { RecordedCode } from './codes/recorded.ts';
import { SCHEMA_CODES } from './codes/schema.ts';
import type { SchemaCode } from './codes/schema.ts';
import { SECRET_CODES } from './codes/secret.ts';
import type { SecretCode } from './codes/secret.ts';
import { UPGRADE_CODES } from './codes/upgrade.ts';
import type { UpgradeCode } from './codes/upgrade.ts';
import { VALIDATION_CODES } from './codes/validation.ts';
import type { ValidationCode } from './codes/validation.ts';

export type { CodeInfo } from './codes/code-info.ts';

/** The stable name of a rule. */
export type FindingCode =
  | DocumentCode
  | InventionCode
  | SchemaCode
  | ValidationCode
  | AutoscalerCode
  | RecordedCode
  | MemoryCode
  | OptionsCode
  | PropsCode
  | SecretCode
  | UpgradeCode
  | JobCode
  | PodTemplateCode
  | BlueGreenCode
  | MetadataCode
  | SessionJobCode
  | SnapshotCode;

/** What each code means, by area. */
export const FINDING_CODES: Readonly<Record<FindingCode, CodeInfo>> = {
  ...DOCUMENT_CODES,
  ...INVENTION_CODES,
  ...SCHEMA_CODES,
  ...VALIDATION_CODES,
  ...AUTOSCALER_CODES,
  ...RECORDED_CODES,
  ...MEMORY_CODES,
  ...BLUE_GREEN_CODES,
  ...METADATA_CODES,
  ...SESSION_JOB_CODES,
  ...SNAPSHOT_CODES,
  ...JOB_CODES,
  ...POD_TEMPLATE_CODES,
  ...OPTIONS_CODES,
  ...PROPS_CODES,
  ...SECRET_CODES,
  ...UPGRADE_CODES,
};
