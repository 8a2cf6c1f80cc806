// What the tabs of one person tell each other about their outbox, and who of them sends. Made by workspace.ts, used by outbox.ts.
import type { Entry, Outcome } from "./entry.ts";

export type Word =
  | { is: "added"; entry: Entry }
  /** It is being sent: it may arrive whatever becomes of the tab. */
  | { is: "begun"; key: string }
  | { is: "withdrawn"; key: string }
  | { is: "answered"; key: string; outcome: Outcome };

export type Tabs = {
  /** Tells the others. */
  tell: (word: Word) => void;
  /** Hears the others. */
  listen: (onWord: (word: Word) => void) => void;
  /** Does the work when no other tab does such work, one after the other; a tab that is closed lets the next one in. */
  alone: (work: () => Promise<void>) => Promise<void>;
  close: () => void;
};

/** A page that is alone. */
export const noTabs = (): Tabs => ({
  tell: () => undefined,
  listen: () => undefined,
  alone: (work) => work(),
  close: () => undefined,
});

/**
 * The tabs of a person in this browser. Browsers give locks to https and localhost only: without, each tab sends all it knows of, and the
 * keys see to it that nothing happens twice.
 */
export const browserTabs = (userId: string): Tabs => {
  const name = `punctual.outbox.${userId}`;
  const channel = new BroadcastChannel(name);
  const locks = navigator.locks as LockManager | undefined;
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- only windows have one
    tell: (word) => channel.postMessage(word),
    listen: (onWord) =>
      channel.addEventListener("message", ({ data }: MessageEvent<Word>) => onWord(data)),
    alone: (work) => (locks ? locks.request(name, work) : work()),
    close: () => channel.close(),
  };
};
