// Step 6 of the trip, seen from the device: one socket to the gateway, opened again whenever it is lost. Called by browser.ts.
// Frames are trusted as typed: they come from this page's own origin, which made them by domain/frame.ts.
import { type Backoff, backoffMs } from "../../domain/backoff.ts";
import type { ClientFrame, ServerFrame } from "../../domain/frame.ts";
import type { Connection } from "../store/state.ts";

/** Before the page tries to reach the gateway again. */
const pauses: Backoff = { firstMs: 300, mostMs: 5_000 };

/** The part of a WebSocket the feed uses, and what it wants to hear from it. */
export type Socket = { send: (data: string) => void; close: () => void };
export type Listener = {
  opened: () => void;
  said: (data: unknown) => void;
  closed: (code: number) => void;
};

export type FeedOptions = {
  /** Whose page this is; null takes whoever the session is of. */
  userId: string | null;
  /** The bearer token of who has no cookie. */
  token?: string;
  open: (listener: Listener) => Socket;
  onFrame: (frame: ServerFrame) => void;
  onConnection: (connection: Connection) => void;
  /** The session is over: close code 4401, or a welcome to somebody else, who has signed in in another tab. The feed stops. */
  onSignedOut: () => void;
  random: () => number;
  isOnline: () => boolean;
  /** Whether someone looks at the page. */
  isVisible: () => boolean;
  setTimer: (run: () => void, ms: number) => () => void;
};

/** The gateway beats every 20 s; a socket silent for longer than this is dead, whatever the network says. */
export const silenceMs = 45_000;
/** A nudged socket must answer its ping, and a new one must say welcome, within this. */
export const answerMs = 8_000;
const codes = { signedOut: 4401, tooMany: 4409 };
const protocolVersion = 1;

export type Feed = { nudge: () => void; lost: () => void; stop: () => void };

/**
 * Opens the feed and keeps it open until `stop`. After a loss it resumes from the last cursor it saw. `nudge` is for the
 * moments a device knows something happened to it (woke up, came online): it asks for a sign of life, or reconnects at once; `lost` for when it is told that
 * its network is gone. A page nobody looks at that was
 * closed because others of the same person are open rests until then.
 */
export const openFeed = (options: FeedOptions): Feed => {
  let socket: Socket | null = null;
  let cursor: string | null = null;
  let attempt = 0;
  let live = false;
  let stopped = false;
  let cancelTimer = (): void => undefined;

  const timer = (run: () => void, ms: number): void => {
    cancelTimer();
    cancelTimer = options.setTimer(run, ms);
  };

  const drop = (): void => {
    cancelTimer();
    const old = socket;
    socket = null;
    old?.close();
  };

  const retry = (): void => {
    drop();
    if (stopped) return;
    options.onConnection(options.isOnline() ? "reconnecting" : "offline");
    timer(connect, backoffMs(attempt + 1, pauses, options.random()));
    attempt += 1;
  };

  const rest = (): void => {
    drop();
    options.onConnection("reconnecting");
  };

  const end = (): void => {
    stopped = true;
    drop();
  };

  const hello = (): ClientFrame => ({
    type: "hello",
    ...(options.token !== undefined && { token: options.token }),
    ...(cursor !== null && { cursor }),
  });

  const onFrame = (frame: ServerFrame): void => {
    if (frame.type === "welcome" && frame.v !== protocolVersion) {
      end();
      options.onConnection("outdated");
      return;
    }
    if (frame.type === "welcome" && options.userId !== null && frame.userId !== options.userId) {
      end();
      options.onSignedOut();
      return;
    }
    if (frame.type === "live") {
      live = true;
      attempt = 0;
    }
    // Before `live` the page may lack what an earlier cursor stands for: a loss then resumes from the old one.
    if (live && "cursor" in frame) cursor = frame.cursor;
    timer(retry, silenceMs);
    options.onFrame(frame);
  };

  const onData = (data: unknown): void => {
    const frame = readFrame(data);
    if (frame === null) retry();
    else onFrame(frame);
  };

  const onClosed = (code: number): void => {
    if (code === codes.tooMany && !options.isVisible()) return rest();
    if (code !== codes.signedOut) return retry();
    end();
    options.onSignedOut();
  };

  const connect = (): void => {
    drop();
    live = false;
    timer(retry, answerMs);
    // What a dropped socket still has to say is not heard.
    const opened: Socket = options.open({
      opened: () => opened === socket && say(opened, hello()),
      said: (data) => opened === socket && onData(data),
      closed: (code) => opened === socket && onClosed(code),
    });
    socket = opened;
  };

  connect();
  return {
    nudge: () => {
      if (stopped) return;
      if (socket === null) return connect();
      timer(retry, answerMs);
      say(socket, { type: "ping" });
    },
    lost: () => {
      if (socket !== null) retry();
    },
    stop: end,
  };
};

/** A socket that is not open yet, or no longer, needs no words: its timer takes care of it. */
const say = (socket: Socket, frame: ClientFrame): void => {
  try {
    socket.send(JSON.stringify(frame));
  } catch {
    // WebSocket.send throws while connecting; hello follows from onopen.
  }
};

const readFrame = (data: unknown): ServerFrame | null => {
  try {
    return JSON.parse(String(data)) as ServerFrame;
  } catch {
    return null;
  }
};
