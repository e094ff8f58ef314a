// SPDX-License-Identifier: Apache-2.0
// Java exceptions as text, with the class names that Flink uses, in the two forms in which its REST API shows them. One frame stands for
// the stack.

export const FLINK_CLASSES = {
  jobNotFound: 'org.apache.flink.runtime.messages.FlinkJobNotFoundException',
  checkpoint: 'org.apache.flink.runtime.checkpoint.CheckpointException',
  unavailable: 'org.apache.flink.runtime.dispatcher.UnavailableDispatcherOperationException',
  stopping: 'org.apache.flink.runtime.scheduler.stopwithsavepoint.StopWithSavepointStoppingException',
  jobExecution: 'org.apache.flink.runtime.client.JobInitializationException',
  restHandler: 'org.apache.flink.runtime.rest.handler.RestHandlerException',
  notFound: 'org.apache.flink.runtime.rest.NotFoundException',
  badRequest: 'org.apache.flink.runtime.rest.handler.HandlerRequestException',
  completion: 'java.util.concurrent.CompletionException',
  io: 'java.io.IOException',
  noFile: 'java.io.FileNotFoundException',
  illegalState: 'java.lang.IllegalStateException',
  jobException: 'org.apache.flink.runtime.JobException',
  application: 'org.apache.flink.client.program.ProgramInvocationException',
} as const;

/** An exception and what caused it. */
export interface JavaException {
  readonly type: string;
  readonly message: string;
  readonly cause?: JavaException;
}

export function exception(type: string, message: string, cause?: JavaException): JavaException {
  return { type, message, ...(cause && { cause }) };
}

/** As Java's futures wrap it: class and message of the cause are its message. */
export function completion(cause: JavaException): JavaException {
  return exception(FLINK_CLASSES.completion, firstLine(cause), cause);
}

export function firstLine({ type, message }: JavaException): string {
  return message === '' ? type : `${type}: ${message}`;
}

/** The text of the stack trace. */
export function stackTrace(thrown: JavaException): string {
  const frame = '\n\tat flinkwright.simulated.Flink.run(Flink.java:1)\n';
  const chain: JavaException[] = [];
  for (let at: JavaException | undefined = thrown; at !== undefined; at = at.cause) chain.push(at);
  return chain.map((link, i) => (i === 0 ? '' : 'Caused by: ') + firstLine(link) + frame).join('');
}

/** The JSON form inside results. */
export function serialized(thrown: JavaException): Record<string, string> {
  return { class: thrown.type, 'stack-trace': stackTrace(thrown), 'serialized-throwable': 'rO0ABXA=' };
}
