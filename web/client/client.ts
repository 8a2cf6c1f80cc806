// A device of a person without a page: the page's own state, routes, line and outbox, for programs and tests. Runs wherever there are fetch and
// WebSocket: Node from 22 on, Deno, Bun, a browser.
import type { ServerFrame } from "../../domain/frame.ts";
import { createPunctual } from "../api/punctual.ts";
import { browserNet, type Net } from "../api/request.ts";
import { createDrafts } from "../drafts/drafts.ts";
import { memoryStorage } from "../drafts/memory-storage.ts";
import { createOutbox } from "../offline/outbox/outbox.ts";
import { createSend } from "../offline/outbox/send.ts";
import { createSettling } from "../offline/outbox/settle.ts";
import { memoryShelf } from "../offline/outbox/shelf.ts";
import { noTabs } from "../offline/outbox/tabs.ts";
import { createRewind } from "../rewind.ts";
import type { State } from "../store/state.ts";
import { createStore } from "../store/store.ts";
import { visibleTasks } from "../store/visible.ts";
import { openFeed } from "../sync/feed.ts";
import { createWishes } from "../wishes.ts";

export type ClientOptions = {
  /** Where the gateway is, such as `https://todo.example.com`. */
  url: string;
  /** A bearer token: of a session, or one made in the settings. */
  token: string;
  /** Names the device in the log; changes of others show as arrivals. */
  device?: string;
  /** Hears each frame after the state has it. */
  onFrame?: (frame: ServerFrame) => void;
  /** The token is not good any more. The line stays closed. */
  onSignedOut?: () => void;
};

export type Client = ReturnType<typeof openClient>;

const setTimer = (run: () => void, ms: number): (() => void) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};

/** Requests to a gateway elsewhere, with the token. */
const netOf = ({ url, token }: ClientOptions): Net => ({
  ...browserNet,
  fetch: (path, init) =>
    fetch(new URL(path, url), {
      ...init,
      headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
    }),
});

const openSocket =
  (url: string): Parameters<typeof openFeed>[0]["open"] =>
  (listener) => {
    const socket = new WebSocket(new URL("/ws", url.replace(/^http/, "ws")));
    socket.addEventListener("open", listener.opened);
    socket.addEventListener("message", ({ data }: MessageEvent) => listener.said(data));
    socket.addEventListener("close", ({ code }) => listener.closed(code));
    socket.addEventListener("error", () => undefined); // `close` follows
    return socket;
  };

/** Opens the line and keeps it open until `close`: what was missed while it was lost comes first, and what was wished meanwhile goes out. */
export const openClient = (options: ClientOptions) => {
  const { url, token, device = "client" } = options;
  const store = createStore(device);
  const net = netOf(options);
  const punctual = createPunctual(device, net);
  const onSignedOut = (): void => options.onSignedOut?.();
  const outbox = createOutbox({
    shelf: memoryShelf(),
    tabs: noTabs(),
    send: createSend(store, createPunctual(device, { ...net, once: true })),
    ...createSettling(store, createDrafts(device, memoryStorage())),
    onSignedOut,
    setTimer,
  });
  store.subscribe(() => outbox.setLive(store.read().connection === "live"));
  const feed = openFeed({
    userId: null,
    token,
    open: openSocket(url),
    onFrame: (frame) => {
      store.dispatch({ type: "frames", frames: [frame] });
      options.onFrame?.(frame);
    },
    onConnection: (connection) => store.dispatch({ type: "connection", connection }),
    onSignedOut,
    random: Math.random,
    isOnline: () => true,
    isVisible: () => true,
    setTimer,
  });

  return {
    store,
    /** The routes, as functions. */
    punctual,
    /** Orders that show at once and are sent until they are answered. */
    wishes: createWishes(store, outbox, createRewind(store, punctual)),
    /** What a person would see, in no order. */
    tasks: () => visibleTasks(store.read()),
    /** Asks for a sign of life, or connects at once: for who knows that the network is back. */
    nudge: feed.nudge,
    /** Resolves with the state as soon as it is as asked; throws after `withinMs`, naming `what`. */
    until: (what: string, check: (state: State) => boolean, withinMs = 15_000): Promise<State> => {
      const { promise, resolve, reject } = Promise.withResolvers<State>();
      const look = (): void => {
        if (check(store.read())) resolve(store.read());
      };
      const stop = store.subscribe(look);
      const late = setTimer(
        () => reject(new Error(`${what}: not within ${withinMs} ms`)),
        withinMs,
      );
      look();
      return promise.finally(() => {
        stop();
        late();
      });
    },
    close: (): void => {
      outbox.stop();
      feed.stop();
    },
  };
};
