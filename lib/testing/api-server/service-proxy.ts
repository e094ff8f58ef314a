// SPDX-License-Identifier: Apache-2.0
// The API server's way to Services, `/api/v1/namespaces/<namespace>/services/[<scheme>:]<name>[:<port>]/proxy/...`, as a program outside of
// the cluster takes it. What stands behind the Services is another transport's business.

import { TransportError } from '../../runtime/transport.ts';
import type { Transport, TransportRequest, TransportResponse } from '../../runtime/transport.ts';
import { ApiError } from './api-error.ts';

const PROXY = /^\/api\/v1\/namespaces\/([^/]+)\/services\/(?:(https?):)?([^/:]+)(?::(\d+))?\/proxy(\/[^?]*)?(\?.*)?$/;

/** The answer of the Service that the request is meant for; undefined when it is meant for the API server itself. */
export async function throughProxy(
  services: Transport,
  request: TransportRequest,
): Promise<TransportResponse | undefined> {
  const match = PROXY.exec(request.path);
  if (match === null) return undefined;
  const [, namespace = '', scheme = 'http', name = '', port = '80', path = '/', query = ''] = match;
  try {
    return await services.request({
      ...request,
      origin: `${scheme}://${name}.${namespace}:${port}`,
      path: path + query,
    });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return responseOf(refusalOf(error, name));
  }
}

function refusalOf({ code, message }: TransportError, name: string): ApiError {
  return code === 'ENOTFOUND'
    ? new ApiError(404, 'NotFound', `services "${name}" not found`, { name, kind: 'services' })
    : new ApiError(
        503,
        'ServiceUnavailable',
        `error trying to reach service: ${code === 'ECONNREFUSED' ? 'connection refused' : message}`,
      );
}

function responseOf({ status }: ApiError): TransportResponse {
  return {
    status: status.code,
    headers: { 'content-type': 'application/json' },
    body: (async function* () {
      yield new TextEncoder().encode(JSON.stringify(status));
    })(),
  };
}
