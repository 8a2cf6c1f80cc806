// What an outbox is given: where orders are kept, who else has them, how one is sent, and who hears of it. Made by workspace.ts and the client.
import type { Entry, Outcome } from "./entry.ts";
import type { Send } from "./send.ts";
import type { Shelf } from "./shelf.ts";
import type { Tabs } from "./tabs.ts";

/** `here`: this tab has sent it, and does what is to be done once. `awaited`: who gave the order is still here to hear of it. */
export type Answered = { here: boolean; awaited: boolean };

export type OutboxNeeds = {
  shelf: Shelf;
  tabs: Tabs;
  send: Send;
  /** It has just been given, in this tab. */
  onOrdered: (entry: Entry) => void;
  /** An order is to be shown: of this tab, of another, or of a page before this one. */
  onAdded: (entry: Entry) => void;
  /** It is kept where it outlives the page. */
  onKept: (entry: Entry) => void;
  /** It has its answer. */
  onAnswered: (entry: Entry, outcome: Outcome, by: Answered) => void;
  /** Whether what is left waits for longer than a request takes. */
  onStalled: (isStalled: boolean) => void;
  /** The gateway does not know this person any more. */
  onSignedOut: () => void;
  setTimer: (run: () => void, ms: number) => () => void;
};
