// SPDX-License-Identifier: Apache-2.0
// What the client tells about each request it made, for the `rest_client_*` metrics. One record per try, not per call.

export interface RequestInfo {
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`: the names of RBAC. */
  readonly verb: string;
  /** `GET`, `POST`, ... */
  readonly method: string;
  readonly group: string;
  readonly resource: string;
  /** Empty for the object itself. */
  readonly subresource: string;
  /** HTTP status as text, or `<error>` when no answer came, as client-go has it. */
  readonly code: string;
  /** From sending until the whole answer was read; of a watch, until its head was. */
  readonly seconds: number;
  readonly requestBytes: number;
  /** 0 for a watch. */
  readonly responseBytes: number;
  /** 0 for the first try. */
  readonly retry: number;
}
