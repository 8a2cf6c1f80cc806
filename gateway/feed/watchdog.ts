// Notices a reader that has stopped without an error, as kafkajs is known to do (its issue 659). Used by kafka.ts.

export type Watchdog = { seen: () => void; start: () => void; stop: () => void };

/** Once started, calls `onStalled` when `limitMs` (30 s) have passed without `seen`. `stop` is for good. */
export const createWatchdog = (onStalled: () => void, limitMs = 30_000): Watchdog => {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let ended = false;
  const rearm = (): void => {
    clearTimeout(timer);
    if (running) timer = setTimeout(onStalled, limitMs);
  };
  return {
    seen: rearm,
    start: () => {
      running = !ended;
      rearm();
    },
    stop: () => {
      ended = true;
      running = false;
      clearTimeout(timer);
    },
  };
};
