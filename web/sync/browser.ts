// The feed on a real browser: its WebSocket, its timers, and its news of waking up and coming online. Called by workspace.ts.
import { type FeedOptions, openFeed } from "./feed.ts";

type Needs = Pick<FeedOptions, "userId" | "onFrame" | "onConnection" | "onSignedOut">;

/** Opens the feed of this page; call the result to close it and stop listening. */
export const openBrowserFeed = (needs: Needs): (() => void) => {
  const feed = openFeed({
    ...needs,
    open: (listener) => {
      const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/ws`);
      socket.addEventListener("open", listener.opened);
      socket.addEventListener("message", (event) => listener.said(event.data));
      socket.addEventListener("close", (event) => listener.closed(event.code));
      return socket;
    },
    random: Math.random,
    isOnline: () => navigator.onLine,
    isVisible: () => document.visibilityState === "visible",
    setTimer: (run, ms) => {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
  });
  const woke = (): void => {
    if (document.visibilityState === "visible") feed.nudge();
  };
  document.addEventListener("visibilitychange", woke);
  addEventListener("online", feed.nudge);
  addEventListener("offline", feed.lost);
  return () => {
    document.removeEventListener("visibilitychange", woke);
    removeEventListener("online", feed.nudge);
    removeEventListener("offline", feed.lost);
    feed.stop();
  };
};
