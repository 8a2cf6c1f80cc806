// The outbox of a page: in the browser's storage, shared with its other tabs, sent while the socket is live. Made by workspace.ts.
import { createPunctual } from "../../api/punctual.ts";
import { netWhile } from "../../api/request.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import type { Store } from "../../store/store.ts";
import { keptDatabase } from "../database.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createSend } from "./send.ts";
import { createSettling } from "./settle.ts";
import { browserShelf } from "./shelf.ts";
import { browserTabs } from "./tabs.ts";

type Page = {
  userId: string;
  device: string;
  store: Store;
  drafts: Drafts;
  onSignedOut: () => void;
};

/** Opens the outbox and shows what is left in it. Sending begins when the socket has said that it is this person's. */
export const openBrowserOutbox = ({ userId, device, store, drafts, onSignedOut }: Page): Outbox => {
  let line = new AbortController();
  // What is under way on a line that is lost would be waited for long; under its key it can be sent again.
  const net = netWhile(() => line.signal);
  const outbox = createOutbox({
    shelf: browserShelf(keptDatabase, userId),
    tabs: browserTabs(userId),
    send: createSend(store, createPunctual(device, net)),
    ...createSettling(store, drafts),
    onSignedOut,
    setTimer: (run, ms) => {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
  });
  let wasLive = false;
  const look = (): void => {
    const isLive = store.read().connection === "live";
    if (isLive === wasLive) return;
    wasLive = isLive;
    if (isLive) line = new AbortController();
    else line.abort();
    outbox.setLive(isLive);
  };
  const stopLooking = store.subscribe(look);
  void outbox.recall();
  return {
    ...outbox,
    stop: () => {
      stopLooking();
      line.abort();
      outbox.stop();
    },
  };
};
