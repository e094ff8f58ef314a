// SPDX-License-Identifier: Apache-2.0
// Who the client is: a bearer token that is renewed in time and once more when the server no longer takes it. Client certificates
// are not here: they belong to the connection (tls-material.ts).

import type { Clock } from '../../lib/runtime/clock.ts';
import type { Transport, TransportRequest, TransportResponse } from '../../lib/runtime/transport.ts';

/** Where a bearer token comes from. */
export interface Credentials {
  /** The token to send, or undefined when a client certificate (or nobody) speaks for the client. */
  token(): Promise<string | undefined>;
  /** The server refused the last one: get another. Returns false when there is no other to be had. */
  refresh(): Promise<boolean>;
}

/** No token. */
export const noCredentials: Credentials = {
  token: () => Promise.resolve(undefined),
  refresh: () => Promise.resolve(false),
};

/** A token that never changes. */
export function staticToken(token: string): Credentials {
  return { token: () => Promise.resolve(token), refresh: () => Promise.resolve(false) };
}

/** A token together with how long it may be used, in milliseconds from now; for ever unless given. */
export interface IssuedToken {
  readonly token: string | undefined;
  readonly validForMs?: number;
}

/** A token that is fetched again when its time is over, by one fetch for all who ask meanwhile. */
export function renewedToken(clock: Clock, fetch: () => Promise<IssuedToken>): Credentials {
  let current: { token: string | undefined; until: number } | undefined;
  let pending: Promise<string | undefined> | undefined;
  const renew = (): Promise<string | undefined> => {
    pending ??= fetch()
      .then(({ token, validForMs }) => {
        current = { token, until: clock.monotonic() + (validForMs ?? Infinity) };
        return token;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  return {
    token: async () => {
      if (current !== undefined && clock.monotonic() < current.until) return current.token;
      return renew();
    },
    refresh: async () => {
      await renew();
      return true;
    },
  };
}

/**
 * A transport that adds the token to every request and, when the server answers 401, asks for a new one and repeats the request
 * once. A refused request was not carried out, so repeating a write is safe.
 */
export function withCredentials(transport: Transport, credentials: Credentials): Transport {
  const send = async (request: TransportRequest): Promise<TransportResponse> => {
    const token = await credentials.token();
    if (token === undefined) return transport.request(request);
    return transport.request({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
  };
  return {
    request: async (request) => {
      const response = await send(request);
      if (response.status !== 401 || !(await credentials.refresh())) return response;
      await discard(response.body);
      return send(request);
    },
  };
}

async function discard(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _part of body);
}
