// SPDX-License-Identifier: Apache-2.0
// A write that webhooks want to see: rehearsed first, to know what would be stored, shown to them, and then done with what they made of it. The
// object may change between the two; the write then meets the usual rules.

import { admit } from './admission.ts';
import type { AdmissionOptions, Admitted } from './admission.ts';
import { webhooksFor } from './admission-rules.ts';
import type { AdmittedRequest } from './admission-rules.ts';
import { refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import { ApiError } from './api-error.ts';
import type { HandledRequest, RequestHandler } from './request-handler.ts';
import type { ResourceRegistry } from './resource-registry.ts';
import { routeOf } from './route.ts';
import type { StoredObject } from './stored-object.ts';

export async function handleWithAdmission(
  handler: RequestHandler,
  options: AdmissionOptions & { readonly registry: ResourceRegistry },
  request: HandledRequest,
): Promise<Answer> {
  const route = routeOf(request.path, options.registry);
  const ofWebhooks = route?.type.group === 'admissionregistration.k8s.io';
  if (route === undefined || ofWebhooks) return handler.handle(request);
  const seen: AdmittedRequest[] = [];
  const rehearsed = handler.handle({
    ...request,
    rehearsal: true,
    admit: (object, before) => {
      const operation = object === undefined ? 'DELETE' : before === undefined ? 'CREATE' : 'UPDATE';
      const { type, namespace, subresource } = route;
      seen.push({
        operation,
        type,
        namespace,
        subresource,
        object: object as StoredObject | undefined,
        before: before as StoredObject | undefined,
      });
      return object;
    },
  });
  const concerned = seen.some((each) => KINDS.some((kind) => webhooksFor(options.store, kind, each).length > 0));
  if (!concerned) return handler.handle(request);
  if (rehearsed.code >= 400) return rehearsed;
  const admitted: Admitted[] = [];
  try {
    const dryRun = request.query.getAll('dryRun').includes('All');
    for (const each of seen) admitted.push(await admit(options, each, dryRun));
  } catch (error) {
    if (error instanceof ApiError) return refusal(error.status);
    throw error;
  }
  const [first] = admitted;
  // Only the fields of the object itself: what the server adds to its metadata is added anew.
  const answer = handler.handle({
    ...request,
    admit: (object) =>
      object === undefined || first?.object === undefined
        ? object
        : { ...first.object, metadata: { ...(object['metadata'] as object), ...mutableMetadata(first.object) } },
  });
  const warnings = [...(answer.warnings ?? []), ...admitted.flatMap((each) => each.warnings)];
  return warnings.length === 0 ? answer : { ...answer, warnings };
}

const KINDS = ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'];

function mutableMetadata(object: StoredObject): Record<string, unknown> {
  const { labels, annotations, finalizers, ownerReferences } = object.metadata;
  return Object.fromEntries(
    Object.entries({ labels, annotations, finalizers, ownerReferences }).filter(([, value]) => value !== undefined),
  );
}
