// Supervision: is a part ready? Each probe is one short look with its own deadline; waiting is `waitUntil`. Called by parts/.
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** One look. It never throws and takes two seconds at most. */
export type Probe = () => Promise<boolean>;

const lookMs = 2_000;

/** Ready when the address answers with a 2xx. */
export const httpOk =
  (url: string, headers: Record<string, string> = {}): Probe =>
  async () => {
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(lookMs) });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  };

/** Ready when something accepts connections on this loopback port. */
export const tcpOpen =
  (port: number): Probe =>
  () =>
    new Promise((resolve) => {
      const socket = connect({ port, host: "127.0.0.1", timeout: lookMs });
      const end = (answer: boolean) => () => {
        socket.destroy();
        resolve(answer);
      };
      socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
    });

/** Ready when all of them are, looked at in this order. */
export const allOf =
  (...probes: Probe[]): Probe =>
  async () => {
    for (const probe of probes) if (!(await probe())) return false;
    return true;
  };

/** Looks again until the probe says yes (true), the deadline passes (false) or the signal aborts (false). */
export const waitUntil = async (
  probe: Probe,
  { withinMs, signal }: { withinMs: number; signal?: AbortSignal },
): Promise<boolean> => {
  const until = Date.now() + withinMs;
  for (let wait = 20; !signal?.aborted; wait = Math.min(250, wait * 1.3)) {
    if (await probe()) return true;
    if (Date.now() + wait > until) return false;
    await pause(wait, undefined, signal ? { signal } : {}).catch(() => {});
  }
  return false;
};
