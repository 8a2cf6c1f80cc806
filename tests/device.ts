// A device on the socket, for whole-stack tests: says hello, keeps every frame with the time it came, and shows what the page would
// show. One that comes back by itself and does things is web/client.
import { WebSocket } from "ws";
import { ServerFrame } from "../domain/frame.ts";
import type { Task } from "../domain/task.ts";
import { createStore } from "../web/store/store.ts";

/** A frame and when it came (ms since 1970, with fractions, the same clock as an event's `time`). */
export type Received = { frame: ServerFrame; at: number };
export type UpdateFrame = Extract<ServerFrame, { type: "update" }>;
export type Closed = { code: number; reason: string };
type FrameOf<T extends ServerFrame["type"]> = Extract<ServerFrame, { type: T }>;

/** How a device comes: by token in the hello, or by cookie and Origin. `hello: false` says nothing by itself. */
export type Coming = {
  token?: string;
  cursor?: string;
  cookie?: string;
  origin?: string;
  hello?: boolean;
  path?: string;
};

export type Device = Awaited<ReturnType<typeof openDevice>>;

const openWithinMs = 10_000;
const frameWithinMs = 15_000;

/** Milliseconds since 1970 with fractions. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

const withDeadline = <T>(what: string, ms: number, work: Promise<T>): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${what} did not happen within ${ms} ms`)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

const connect = async (url: string, coming: Coming): Promise<WebSocket> => {
  const { cookie, origin, path = "/ws" } = coming;
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}${path}`, {
    headers: { ...(cookie && { cookie }), ...(origin && { origin }) },
  });
  return socket;
};

/** Opens a socket and says hello. Resolves once it is open; frames are awaited one by one. Close it. */
export const openDevice = async (url: string, coming: Coming) => {
  const socket = await connect(url, coming);
  const frames: Received[] = [];
  const store = createStore("watcher");
  let told = 0;
  const waiting = new Set<() => void>();
  let cursor: string | undefined = coming.cursor;

  const closed = new Promise<Closed>((resolve) => {
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on("message", (data: Buffer) => {
    const at = nowMs();
    const frame = ServerFrame.parse(JSON.parse(data.toString("utf8")));
    frames.push({ frame, at });
    if ("cursor" in frame) cursor = frame.cursor;
    for (const look of waiting) look();
  });
  await withDeadline(
    "the socket's opening",
    openWithinMs,
    new Promise<void>((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    }),
  );
  socket.on("error", () => undefined); // a cut connection is told by `closed`

  const send = (text: string | Buffer): void => socket.send(text);
  /** The first frame, from the beginning on, that fits; waits for it when it has not come yet. */
  const received = (
    what: string,
    fits: (frame: ServerFrame) => boolean,
    ms = frameWithinMs,
  ): Promise<Received> => {
    const { promise, resolve } = Promise.withResolvers<Received>();
    const look = (): void => {
      const found = frames.find(({ frame }) => fits(frame));
      if (found) resolve(found);
    };
    waiting.add(look);
    look();
    return withDeadline(what, ms, promise).finally(() => waiting.delete(look));
  };
  const frame = async <T extends ServerFrame["type"]>(type: T, ms?: number) =>
    (await received(`a ${type} frame`, (one) => one.type === type, ms)).frame as FrameOf<T>;

  const { token, hello = true } = coming;
  if (hello) send(JSON.stringify({ type: "hello", token, cursor: coming.cursor }));

  return {
    frames,
    /** What a page would show now, by task id. */
    get shown(): ReadonlyMap<string, Task> {
      store.dispatch({ type: "frames", frames: frames.slice(told).map((one) => one.frame) });
      told = frames.length;
      return store.read().tasks;
    },
    cursor: () => cursor,
    send,
    received,
    /** The first frame of a type. */
    frame,
    /** The update to (at least) a version of a task. */
    update: async (taskId: string, version = 1, ms?: number) =>
      (await received(
        `the update of ${taskId} to version ${version}`,
        (one) =>
          one.type === "update" && one.update.taskId === taskId && one.update.version >= version,
        ms,
      )) as Received & { frame: UpdateFrame },
    updates: (): UpdateFrame[] =>
      frames.flatMap(({ frame: one }) => (one.type === "update" ? [one] : [])),
    /** How the server ended it. */
    closed: (ms = frameWithinMs) => withDeadline("the socket's end", ms, closed),
    /** Ends it and waits until it has. */
    leave: async () => {
      socket.close();
      const late = setTimeout(() => socket.terminate(), 2_000);
      await closed;
      clearTimeout(late);
    },
  };
};

/** A device of a person that is up to date. */
export const liveDevice = async (
  person: { url: string; token: string },
  cursor?: string,
): Promise<Device> => {
  const { url, token } = person;
  const device = await openDevice(url, { token, ...(cursor === undefined ? {} : { cursor }) });
  await device.frame("live");
  return device;
};
