// A loop that goes on until it is stopped: what looks after something every few seconds. Started by the gateway and the consumers.
import { setTimeout as sleep } from "node:timers/promises";

/** `everyMs` lies between the end of a round and the beginning of the next; `waitsFirst`: before the first one, too. */
export type Rhythm = {
  everyMs: number;
  /** Hears of a round that failed; must not throw. The next one comes all the same. */
  onFailure: (error: unknown) => void;
  waitsFirst?: boolean;
};

/** `stop` aborts the rounds' signal, and resolves when the one under way is over. */
export type Loop = { stop(): Promise<void> };

/** Does `round` again and again until stopped. One that fails because it was stopped is no failure. */
export const startLoop = (
  round: (signal: AbortSignal) => Promise<unknown>,
  { everyMs, onFailure, waitsFirst = false }: Rhythm,
): Loop => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const pause = () => sleep(everyMs, undefined, { signal }).catch(() => undefined);
  const run = async (): Promise<void> => {
    if (waitsFirst) await pause();
    while (!signal.aborted) {
      try {
        await round(signal);
      } catch (error) {
        if (!signal.aborted) onFailure(error);
      }
      await pause();
    }
  };
  const running = run();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
};
