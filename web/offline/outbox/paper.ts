// An outbox without a browser, and a gateway that answers what a test says. Called by the tests only.
import { createPunctual } from "../../api/punctual.ts";
import type { Net } from "../../api/request.ts";
import { createDrafts } from "../../drafts/drafts.ts";
import { memoryStorage } from "../../drafts/memory-storage.ts";
import { createStore } from "../../store/store.ts";
import type { Entry } from "./entry.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createSend } from "./send.ts";
import { createSettling } from "./settle.ts";
import { memoryShelf } from "./shelf.ts";
import { noTabs, type Tabs, type Word } from "./tabs.ts";

/** What a browser has of a person, shared by all its pages. */
export type PaperBrowser = { kept: Map<string, Entry>; storage: Storage; enter: () => Tabs };

export const paperBrowser = (): PaperBrowser => {
  const ears = new Set<(word: Word) => void>();
  let turn = Promise.resolve();
  return {
    kept: new Map(),
    storage: memoryStorage(),
    enter: () => {
      let mine: (word: Word) => void = () => undefined;
      return {
        // As a browser does it: to the others, a moment later, and as a copy.
        tell: (word) => {
          const others = [...ears].filter((ear) => ear !== mine);
          queueMicrotask(() => others.forEach((ear) => ear(structuredClone(word))));
        },
        listen: (onWord) => ears.add((mine = onWord)),
        alone: (work) => (turn = turn.then(work)),
        close: () => ears.delete(mine),
      };
    },
  };
};

/** One request as a gateway sees it. */
export type Call = {
  method: string;
  path: string;
  key: string;
  correlationId: string;
  ifMatch: string | null;
  body: unknown;
};

/** Answers a request; null: the line is cut, nobody knows whether it arrived. */
export type Answering = (call: Call) => Response | null | Promise<Response | null>;

const callOf = (url: string, init: RequestInit): Call => {
  const headers = new Headers(init.headers);
  return {
    method: init.method ?? "GET",
    path: url,
    key: headers.get("idempotency-key") ?? "",
    correlationId: headers.get("x-correlation-id") ?? "",
    ifMatch: headers.get("if-match"),
    body: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined,
  };
};

/** A page with an outbox; the line is live unless `live` says otherwise. `elapse` lets the pause before the next try pass. */
export const paperPage = (answer: Answering, browser?: PaperBrowser, live = true) => {
  const store = createStore("laptop");
  const calls: Call[] = [];
  const net: Net = {
    once: true,
    fetch: async (url, init) => {
      const call = callOf(url, init);
      calls.push(call);
      const answered = await answer(call);
      if (answered === null) throw new TypeError("Failed to fetch");
      return answered;
    },
    wait: async () => undefined,
    now: () => 0,
  };
  const punctual = createPunctual("laptop", net);
  const drafts = createDrafts("u1", browser?.storage ?? memoryStorage());
  let timer: (() => void) | null = null;
  let signedOut = 0;
  const outbox: Outbox = createOutbox({
    shelf: memoryShelf(browser?.kept),
    tabs: browser?.enter() ?? noTabs(),
    send: createSend(store, punctual),
    ...createSettling(store, drafts),
    onSignedOut: () => {
      signedOut += 1;
    },
    setTimer: (run) => {
      timer = run;
      return () => {
        if (timer === run) timer = null;
      };
    },
  });
  if (live) outbox.setLive(true);
  return {
    store,
    punctual,
    drafts,
    outbox,
    calls,
    signedOut: () => signedOut,
    /** Whether another try is planned. */
    waits: () => timer !== null,
    elapse: (): void => timer?.(),
  };
};
