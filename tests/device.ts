// A device on the socket, for whole-stack tests: says hello, keeps every frame with the time it came, and shows what a
// device would show.
import { WebSocket } from "ws";
import { ServerFrame } from "../domain/frame.ts";
import type { Task } from "../domain/task.ts";

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

/** What a device shows after a frame: newer versions replace, tombstones remove, the first page begins anew. */
const apply = (shown: Map<string, Task>, seen: Map<string, number>, frame: ServerFrame): void => {
  if (frame.type === "snapshot") {
    if (frame.first) {
      shown.clear();
      seen.clear();
    }
    for (const task of frame.tasks) {
      shown.set(task.id, task);
      seen.set(task.id, task.version);
    }
  } else if (frame.type === "update") {
    const { taskId, version, task } = frame.update;
    if (version <= (seen.get(taskId) ?? 0)) return;
    seen.set(taskId, version);
    if (task) shown.set(taskId, task);
    else shown.delete(taskId);
  }
};

/** Opens a socket and says hello. Resolves once it is open; frames are awaited one by one. Close it. */
export const openDevice = async (url: string, coming: Coming) => {
  const socket = await connect(url, coming);
  const frames: Received[] = [];
  const shown = new Map<string, Task>();
  const seen = new Map<string, number>();
  const waiting = new Set<() => void>();
  let cursor: string | undefined = coming.cursor;

  const closed = new Promise<Closed>((resolve) => {
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on("message", (data: Buffer) => {
    const at = nowMs();
    const frame = ServerFrame.parse(JSON.parse(data.toString("utf8")));
    frames.push({ frame, at });
    apply(shown, seen, frame);
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
    /** What it shows now, by task id. */
    shown,
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
