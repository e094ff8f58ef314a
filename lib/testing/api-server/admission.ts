// SPDX-License-Identifier: Apache-2.0
// Admission webhooks: shows an object that is about to be stored to those who asked for it, and does as they say. They are reached through a
// Transport; how they are found in a network and trusted is that transport's business.

import type { Clock } from '../../runtime/clock.ts';
import { sleep } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';
import { readText } from '../../runtime/transport.ts';
import type { Transport } from '../../runtime/transport.ts';
import { webhooksFor } from './admission-rules.ts';
import type { AdmittedRequest, Webhook } from './admission-rules.ts';
import { ApiError } from './api-error.ts';
import type { Json } from '../../runtime/json.ts';
import { applyJsonPatch } from './json-patch.ts';
import { apiVersionOf } from './resource-type.ts';
import type { Store } from './store.ts';
import type { StoredObject } from './stored-object.ts';

const DEFAULT_TIMEOUT_SECONDS = 10;

export interface AdmissionOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Carries the calls; `origin` of its requests is `https://<service>.<namespace>.svc:<port>`, or that of the webhook's URL. */
  readonly transport: Transport;
}

/** How a request went through admission. */
export interface Admitted {
  /** The object as mutating webhooks left it; absent on a DELETE. */
  readonly object: StoredObject | undefined;
  readonly warnings: readonly string[];
}

interface Review {
  response?: {
    uid?: string;
    allowed?: boolean;
    status?: { code?: number; message?: string; reason?: string };
    warnings?: string[];
    patch?: string;
  };
}

/** @throws ApiError when a webhook denies, or cannot be asked and must be. */
export async function admit(options: AdmissionOptions, request: AdmittedRequest, dryRun: boolean): Promise<Admitted> {
  const warnings: string[] = [];
  let { object } = request;
  for (const webhook of webhooksFor(options.store, 'mutatingwebhookconfigurations', request)) {
    const { patch } = await ask(options, webhook, { ...request, object }, dryRun, warnings);
    if (patch !== undefined)
      object = applyJsonPatch(
        object as unknown as Json,
        JSON.parse(Buffer.from(patch, 'base64').toString()),
      ) as unknown as StoredObject;
  }
  const validating = webhooksFor(options.store, 'validatingwebhookconfigurations', { ...request, object });
  // The real server asks them all at once, and reports the first denial.
  await Promise.all(validating.map((webhook) => ask(options, webhook, { ...request, object }, dryRun, warnings)));
  return { object, warnings };
}

async function ask(
  options: AdmissionOptions,
  webhook: Webhook,
  request: AdmittedRequest,
  dryRun: boolean,
  warnings: string[],
): Promise<{ patch?: string }> {
  let review: Review;
  try {
    review = await call(options, webhook, request, dryRun);
  } catch (error) {
    if (webhook.failurePolicy === 'Ignore') return {};
    throw new ApiError(
      500,
      'InternalError',
      `Internal error occurred: failed calling webhook "${webhook.name}": failed to call webhook: ${(error as Error).message}`,
      { causes: [{ reason: '', message: `failed calling webhook "${webhook.name}"`, field: '' }] },
    );
  }
  const { response } = review;
  warnings.push(...(response?.warnings ?? []));
  if (response?.allowed === true) return response.patch === undefined ? {} : { patch: response.patch };
  const status = response?.status ?? {};
  const denied = `admission webhook "${webhook.name}" denied the request`;
  const why = status.message || status.reason;
  throw new ApiError(
    Math.max(400, status.code ?? 0),
    status.reason ?? '',
    why === undefined || why === '' ? `${denied} without explanation` : `${denied}: ${why}`,
  );
}

async function call(
  options: AdmissionOptions,
  webhook: Webhook,
  request: AdmittedRequest,
  dryRun: boolean,
): Promise<Review> {
  const { type, namespace, operation, subresource, object, before } = request;
  const { origin, path } = addressOf(webhook);
  const name = (object ?? before)?.metadata.name ?? '';
  const uid = options.random.uuid();
  const limit = webhook.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  const gaveUp = new AbortController();
  const answered = new AbortController();
  sleep(options.clock, limit * 1000, answered.signal).then(
    () => gaveUp.abort(new Error('context deadline exceeded')),
    () => undefined,
  );
  try {
    const response = await options.transport.request({
      method: 'POST',
      origin,
      path: `${path}${path.includes('?') ? '&' : '?'}timeout=${limit}s`,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      signal: gaveUp.signal,
      body: JSON.stringify({
        kind: 'AdmissionReview',
        apiVersion: 'admission.k8s.io/v1',
        request: {
          uid,
          kind: { group: type.group, version: type.version, kind: type.kind },
          resource: { group: type.group, version: type.version, resource: type.plural },
          ...(subresource === '' ? {} : { subResource: subresource }),
          requestKind: { group: type.group, version: type.version, kind: type.kind },
          requestResource: { group: type.group, version: type.version, resource: type.plural },
          name,
          ...(namespace === '' ? {} : { namespace }),
          operation,
          userInfo: { username: 'kubernetes-admin', groups: ['system:masters', 'system:authenticated'] },
          object: shown(type, object),
          oldObject: shown(type, before),
          dryRun,
          options: null,
        },
      }),
    });
    const text = await readText(response.body);
    if (response.status !== 200) throw new Error(`the server answered ${response.status}: ${text.slice(0, 200)}`);
    const review = JSON.parse(text) as Review;
    if (review.response?.uid !== uid)
      throw new Error(`expected response.uid="${uid}", got "${review.response?.uid ?? ''}"`);
    return review;
  } finally {
    answered.abort();
  }
}

function shown(type: AdmittedRequest['type'], object: StoredObject | undefined): unknown {
  return object === undefined ? null : { ...object, apiVersion: apiVersionOf(type) };
}

function addressOf(webhook: Webhook): { origin: string; path: string } {
  const { url, service } = webhook.clientConfig;
  if (url !== undefined) {
    const parsed = new URL(url);
    return { origin: parsed.origin, path: parsed.pathname + parsed.search };
  }
  if (service === undefined) throw new Error('clientConfig has neither url nor service');
  return {
    origin: `https://${service.name}.${service.namespace}.svc:${service.port ?? 443}`,
    path: service.path ?? '/',
  };
}
