// The one way to the sidecar's HTTP API: every call has a deadline and tells what was refused. Called by actors/dapr.ts and consumers/dapr.ts.
// Why not @dapr/dapr: its client has no deadline, no abort and no headers a call (docs/design.md).
import { request } from "./request.ts";

/** What the sidecar answered when it refused: the status and the body it gave, kept for logs. */
export class DaprError extends Error {
  readonly status: number;
  readonly body: string;
  constructor(what: string, status: number, body: string) {
    super(`${what}: the sidecar answered ${status} ${body.slice(0, 500)}`);
    this.name = "DaprError";
    this.status = status;
    this.body = body;
  }
}

/** Whether a call failed because the sidecar, or what it needs, is away, and not because of what was asked. */
export const isOutage = (error: unknown): boolean =>
  (error instanceof DaprError && error.status >= 500) ||
  (error instanceof DOMException && error.name === "TimeoutError") ||
  (error instanceof Error && "code" in error && /^E(CONN|PIPE|TIMEDOUT)/.test(String(error.code)));

/** Where the sidecar listens on loopback, and the token it asks for. */
export type SidecarAddress = { httpPort: number; apiToken: string };

/** A call: bytes are sent as they are, any other body as JSON. `deadlineMs` counts to the end of the answer. */
export type SidecarCall = {
  method: string;
  body?: unknown;
  headers?: Record<string, string>;
  deadlineMs: number;
};

/**
 * Calls a path of the API (`/jobs/x`) and gives the body of the answer. Throws `DaprError` (with `what` in its message) for an
 * answer that is not 2xx, what the socket says when nobody listens, and `TimeoutError` (a DOMException) at the deadline.
 */
export type Sidecar = (what: string, path: string, call: SidecarCall) => Promise<string>;

export const createSidecar =
  ({ httpPort, apiToken }: SidecarAddress): Sidecar =>
  async (what, path, call) => {
    const { status, body } = await request({
      port: httpPort,
      method: call.method,
      path: `/v1.0${path}`,
      headers: {
        "dapr-api-token": apiToken,
        "content-type": isBytes(call.body) ? "application/octet-stream" : "application/json",
        ...call.headers,
      },
      deadlineMs: call.deadlineMs,
      ...(call.body === undefined ? {} : { body: encode(call.body) }),
    });
    if (status < 200 || status > 299) throw new DaprError(what, status, body);
    return body;
  };

const isBytes = (body: unknown): body is Uint8Array => body instanceof Uint8Array;

const encode = (body: unknown): string | Uint8Array =>
  isBytes(body) ? body : JSON.stringify(body);
