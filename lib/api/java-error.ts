// SPDX-License-Identifier: Apache-2.0
// `status.error` as the Java operator writes it: a JSON object that names the exception, its message and its causes. Dashboards match
// on the class names, so they are kept for the same situations. Stack traces are not written; a read one is carried along.

import { javaJson } from './java-json.ts';
import { isObject } from '../runtime/json.ts';

/** The classes that readers meet, by situation. */
export const JavaErrorType = {
  /** Any failure of a reconciliation; the message names the cause. */
  reconciliation: 'org.apache.flink.kubernetes.operator.exception.ReconciliationException',
  /** The resource breaks a rule. */
  validation: 'org.apache.flink.kubernetes.operator.exception.ValidationException',
  /** An upgrade cannot go on, for example because there is no state to go on from. */
  upgradeFailure: 'org.apache.flink.kubernetes.operator.exception.UpgradeFailureException',
  /** The JobManager cannot start: image, volumes, crashes. */
  deploymentFailed: 'org.apache.flink.kubernetes.operator.exception.DeploymentFailedException',
  /** The JobManager Deployment is gone. */
  missingJobManager: 'org.apache.flink.kubernetes.operator.exception.MissingJobManagerException',
  /** Somebody else wrote the status. */
  statusConflict: 'org.apache.flink.kubernetes.operator.exception.StatusConflictException',
  /** The job itself failed; the message carries the text of its exception. */
  jobFailure: 'org.apache.flink.util.SerializedThrowable',
  /** Flink's REST API answered with an error; the metadata holds `httpResponseCode`. */
  restClient: 'org.apache.flink.runtime.rest.util.RestClientException',
} as const;
export type JavaErrorType = (typeof JavaErrorType)[keyof typeof JavaErrorType];

/** The plain text, not JSON, for a job that Flink does not know; it is compared as a whole. */
export const JOB_NOT_FOUND = 'Job Not Found';

/** Texts that turn a cluster without JobManager into lifecycle state FAILED wherever they stand in an error. */
export const FAILURE_MARKERS = {
  manualRestoreRequired: 'Manual restore required.',
  haMetadataNotAvailable: 'HA metadata is not available',
} as const;

/** One exception: what is known of it besides its text. */
export interface JavaErrorPart {
  /** Fully qualified class name. */
  type: string;
  message?: string;
  metadata?: JavaErrorMetadata;
}

export interface JavaErrorMetadata {
  /** Status of a failed REST call. */
  httpResponseCode?: number;
  /** Why a deployment failed. */
  reason?: string;
  /** What the label mapper found in the messages. */
  labels?: string[];
}

/** An exception with its chain of causes, outermost first. */
export interface JavaError extends JavaErrorPart {
  causes?: JavaErrorPart[];
  /** Only ever read. */
  stackTrace?: string;
}

/** How much is written; `kubernetes.operator.exception.*`. */
export interface JavaErrorLimits {
  /** UTF-16 units of class name, message and reason: `...field.max.length`. */
  fieldLength: number;
  /** Number of causes: `...throwable.list.max.count`. */
  causes: number;
}

/** The Java operator's own defaults. */
export const DEFAULT_ERROR_LIMITS: JavaErrorLimits = { fieldLength: 2048, causes: 2 };

/** The text for `status.error`. */
export function errorJson(error: JavaError, limits: JavaErrorLimits = DEFAULT_ERROR_LIMITS): string {
  const causes = (error.causes ?? []).slice(0, limits.causes).map((cause) => written(cause, limits));
  return javaJson({ ...written(error, limits), throwableList: causes });
}

function written({ type, message, metadata = {} }: JavaErrorPart, limits: JavaErrorLimits): Record<string, unknown> {
  const cut = (text: string): string => text.slice(0, limits.fieldLength);
  return {
    type: cut(type),
    ...(message === undefined ? {} : { message: cut(message) }),
    additionalMetadata: metadata.reason === undefined ? metadata : { ...metadata, reason: cut(metadata.reason) },
  };
}

/** Reads `status.error`; `undefined` for plain text. Unknown members are passed over. */
export function parseErrorJson(text: string): JavaError | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const error = part(value);
  if (error === undefined || !isObject(value)) return undefined;
  const list = value['throwableList'];
  const causes = Array.isArray(list) ? list.map(part).filter((cause) => cause !== undefined) : [];
  const stackTrace = value['stackTrace'];
  return {
    ...error,
    ...(causes.length === 0 ? {} : { causes }),
    ...(typeof stackTrace === 'string' ? { stackTrace } : {}),
  };
}

/** The message of an error for people: that of the JSON object, or the plain text itself. */
export function errorMessage(text: string): string {
  const error = parseErrorJson(text);
  return error === undefined ? text : (error.message ?? error.type);
}

function part(value: unknown): JavaErrorPart | undefined {
  if (!isObject(value) || typeof value['type'] !== 'string') return undefined;
  const metadata = metadataOf(value['additionalMetadata']);
  return {
    type: value['type'],
    ...(typeof value['message'] === 'string' ? { message: value['message'] } : {}),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
  };
}

function metadataOf(value: unknown): JavaErrorMetadata {
  if (!isObject(value)) return {};
  const { httpResponseCode, reason, labels } = value;
  return {
    ...(typeof httpResponseCode === 'number' ? { httpResponseCode } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(Array.isArray(labels) ? { labels: labels.filter((label) => typeof label === 'string') } : {}),
  };
}
