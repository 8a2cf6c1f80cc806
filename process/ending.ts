// How a process ends in order. Started by the main.ts of each.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { flushTraces } from "./tracing/tracing.ts";

/** Whether the process was told to end: its health and readiness say so from that moment on. */
export type Ending = { isEnding(): boolean };

type Ended = {
  /** How long it serves on while it says that it is ending, so that sidecar and balancer lead calls elsewhere first; 0: not at all. */
  drainMs: number;
  /** The most that `close` may take. */
  withinMs: number;
  /** At the first signal. */
  onTold?: () => void;
  /** Takes no more work, finishes what is under way and lets go of everything. */
  close: () => Promise<unknown>;
  log: Logger;
  process?: { on(signal: string, told: () => void): unknown; exit(code: number): void };
  wait?: (ms: number) => Promise<unknown>;
};

const unrefed = (ms: number): Promise<unknown> => sleep(ms, undefined, { ref: false });

/** Ends the process on SIGTERM or SIGINT: drain, close, send the last spans (for at most a second), exit. A second signal cuts the drain short. */
export const startEnding = (options: Ended): Ending => {
  const { drainMs, withinMs, close, log } = options;
  const { process: its = process, wait = unrefed } = options;
  const hurry = Promise.withResolvers<void>();
  let isEnding = false;

  const end = async (): Promise<void> => {
    log.info({ drainMs }, "told to end");
    options.onTold?.();
    if (drainMs > 0) await Promise.race([wait(drainMs), hurry.promise]);
    const closed = close().then(
      () => 0,
      (err: unknown) => {
        log.error({ err }, "something could not be closed");
        return 1;
      },
    );
    const tooLate = wait(withinMs).then(() => {
      log.warn({ withinMs }, "not all could be closed in time; it is left");
      return 0;
    });
    const code = await Promise.race([closed, tooLate]);
    await flushTraces();
    its.exit(code);
  };

  const told = (): void => {
    if (isEnding) return hurry.resolve();
    isEnding = true;
    void end();
  };
  for (const signal of ["SIGTERM", "SIGINT"]) its.on(signal, told);
  return { isEnding: () => isEnding };
};
