// Everything a signed-in page holds: state, routes, wishes and the open socket. Made by app.tsx, given to the views by context.
import type { Settings } from "../domain/settings.ts";
import type { Account } from "./api/account.ts";
import { deviceId } from "./api/device.ts";
import { createPunctual, type Punctual } from "./api/punctual.ts";
import { createStore, type Store } from "./store/store.ts";
import { openBrowserFeed } from "./sync/browser.ts";
import { createWishes, type Wishes } from "./wishes.ts";

export type Workspace = {
  account: Account;
  settings: Settings;
  device: string;
  store: Store;
  punctual: Punctual;
  wishes: Wishes;
};

/** A workspace for an account; `connect` opens its socket and returns what closes it. */
export const createWorkspace = (account: Account, settings: Settings): Workspace => {
  const device = deviceId();
  const store = createStore(device);
  const punctual = createPunctual(device);
  return { account, settings, device, store, punctual, wishes: createWishes(store, punctual) };
};

/** Opens the workspace's socket; the result closes it. */
export const connect = (
  { store }: Pick<Workspace, "store">,
  onSignedOut: () => void,
): (() => void) =>
  openBrowserFeed({
    onFrame: (frame) => store.dispatch({ type: "frame", frame }),
    onConnection: (connection) => store.dispatch({ type: "connection", connection }),
    onSignedOut,
  });
