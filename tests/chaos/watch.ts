// How long a device was neither connected nor coming back within its time. Pure; used by main.ts.

/** A device whose line holds is live again within this. */
export const recoveringMs = 5_000;

export type Watch = {
  /** The socket is live, or lost. */
  live: (isLive: boolean) => void;
  /** The line is cut, or back: what it cannot do meanwhile is not the device's fault. */
  line: (isCut: boolean) => void;
  /** Ms so far: of all time, lost in all, and lost for longer than a device may take once its line is back. */
  figures: () => { allMs: number; lostMs: number; lateMs: number };
};

/** Watches from now on, lost at first. */
export const createWatch = (now: () => number): Watch => {
  const startedAt = now();
  let isLive = false;
  let isCut = false;
  let since = startedAt;
  let recoversFrom = startedAt;
  let [lostMs, lateMs] = [0, 0];

  /** Adds up what has passed since it was last called. */
  const count = (): void => {
    const at = now();
    if (!isLive) {
      lostMs += at - since;
      if (!isCut) lateMs += Math.max(0, at - Math.max(since, recoversFrom + recoveringMs));
    }
    since = at;
  };

  return {
    live: (next) => {
      if (next === isLive) return;
      count();
      isLive = next;
      if (!next) recoversFrom = now();
    },
    line: (next) => {
      if (next === isCut) return;
      count();
      isCut = next;
      recoversFrom = now();
    },
    figures: () => {
      count();
      return { allMs: since - startedAt, lostMs, lateMs };
    },
  };
};
