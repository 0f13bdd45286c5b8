/** Requests and answers of the gateway as plain data. */

/** A request as it crosses the border between server and worker. */
export interface PlainRequest {
  method: string;
  /** Path with query, beginning with `/rest/v1/` or `/auth/v1/`. */
  path: string;
  headers: [name: string, value: string][];
  body: Uint8Array | null;
}

export interface PlainResponse {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array;
}
