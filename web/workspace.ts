// Everything a signed-in page holds: state, routes, wishes and the open socket. Made by app.tsx, given to the views by context.
import type { ServerFrame } from "../domain/frame.ts";
import type { Id } from "../domain/ids.ts";
import type { Settings } from "../domain/settings.ts";
import { type Account, readAccount } from "./api/account.ts";
import { deviceId } from "./api/device.ts";
import { createPunctual, type Punctual } from "./api/punctual.ts";
import { netUntil } from "./api/request.ts";
import { createDrafts, type Drafts } from "./drafts/drafts.ts";
import { forgetKept, keepChanged, keepPerson } from "./offline/kept.ts";
import { startKeeper } from "./offline/keeper.ts";
import { openBrowserOutbox } from "./offline/outbox/browser.ts";
import type { Outbox } from "./offline/outbox/outbox.ts";
import { forgetLists } from "./look/kept.ts";
import { createReminderWishes, type ReminderWishes } from "./reminder-wishes.ts";
import { createRewind, type Rewind } from "./rewind.ts";
import type { Recalled } from "./store/recall.ts";
import { createStore, type Store } from "./store/store.ts";
import { openBrowserFeed } from "./sync/browser.ts";
import { isNews } from "./sync/heard.ts";
import { createBatches } from "./sync/batches.ts";
import { createLookUp, type LookUp } from "./sync/look-up.ts";
import { createWishes, type Wishes } from "./wishes.ts";
import { sayNext } from "./say/next.ts";

export type Workspace = {
  account: Account;
  settings: Settings;
  device: string;
  store: Store;
  drafts: Drafts;
  punctual: Punctual;
  outbox: Outbox;
  /** Fetches tasks that are spoken of and not here. */
  lookUp: LookUp;
  rewind: Rewind;
  wishes: Wishes;
  reminderWishes: ReminderWishes;
  /** Calls `run` when the gateway says, elsewhere than on the socket, that the session is over. */
  onEnded: (run: () => void) => void;
  /** The person is gone: nothing that waits is sent any more, and what they saw is forgotten. What they typed and ordered stays for them. */
  leave: () => void;
  /** They have signed out, or their account is no more: that is forgotten too, and what names their lists. */
  forget: () => Promise<void>;
};

/** A workspace for an account, with what was seen last where that is kept; `connect` opens its socket and returns what closes it. */
export const createWorkspace = (
  account: Account,
  settings: Settings,
  recalled?: Recalled,
): Workspace => {
  const device = deviceId();
  const store = createStore(device, recalled);
  const over = new AbortController();
  const punctual = createPunctual(device, netUntil(over.signal));
  const rewind = createRewind(store, punctual, (than, only) => outbox.takeBack(than, only));
  const drafts = createDrafts(account.id);
  const lookUp = createLookUp(store, punctual);
  const keeper = startKeeper(store, (changed) => keepChanged(account.id, changed));
  const flush = (): void => void keeper.flush();
  addEventListener("pagehide", flush);
  let ended = (): void => undefined;
  const outbox = openBrowserOutbox({
    userId: account.id,
    device,
    store,
    drafts,
    onSignedOut: () => ended(),
  });
  const leave = (): void => {
    over.abort();
    outbox.stop();
    keeper.stop();
    removeEventListener("pagehide", flush);
    void forgetKept(account.id);
  };
  const forget = async (): Promise<void> => {
    drafts.forget();
    forgetLists();
    outbox.stop();
    keeper.stop();
    await Promise.all([outbox.clear(), forgetKept(account.id)]);
  };
  const onEnded = (run: () => void): void => {
    ended = run;
  };
  const kept = { account, device, store, drafts, punctual, outbox, lookUp, rewind };
  return withSettings({ ...kept, onEnded, leave, forget }, settings);
};

/** The same workspace after its person changed their settings: what is said from now on is said by them. */
export const withSettings = (
  kept: Omit<Workspace, "settings" | "wishes" | "reminderWishes">,
  settings: Settings,
): Workspace => {
  const { account, store, outbox, rewind } = kept;
  void keepPerson(account, settings);
  const wishes = createWishes(store, outbox, rewind, sayNext(settings));
  const reminderWishes = createReminderWishes(store, outbox, wishes);
  return { ...kept, settings, wishes, reminderWishes };
};

/** The same workspace after its person changed their name or address. */
export const withAccount = (workspace: Workspace, account: Account): Workspace => {
  void keepPerson(account, workspace.settings);
  return { ...workspace, account };
};

/**
 * Opens the workspace's socket; the result closes it. A session may get another token (when a second step is turned on): then the
 * line is closed, and opened anew for the same person.
 */
export const connect = (
  { store, account, onEnded }: Pick<Workspace, "store" | "onEnded"> & { account: { id: Id } },
  onSignedOut: () => void,
): (() => void) => {
  let isOver = false;
  let close = (): void => undefined;
  onEnded(() => {
    close();
    void ended();
  });
  const frames = createBatches<ServerFrame>((all) =>
    store.dispatch({ type: "frames", frames: all }),
  );
  const open = (): void => {
    close = openBrowserFeed({
      userId: account.id,
      onFrame: (frame) => {
        if (isNews(frame)) frames.push(frame);
      },
      onConnection: (connection) => {
        // What the line said while it held comes before the news of its loss.
        frames.flush();
        store.dispatch({ type: "connection", connection });
      },
      onSignedOut: () => void ended(),
    });
  };
  const ended = async (): Promise<void> => {
    const found = await readAccount();
    if (isOver) return;
    if (found.ok && found.value?.id === account.id) open();
    else onSignedOut();
  };
  open();
  return () => {
    isOver = true;
    close();
  };
};
