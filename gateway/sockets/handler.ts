// /ws: takes a socket, waits for its hello, finds out who it is, and answers what it says. Attached to the server by main.ts.
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { WebSocketServer, type WebSocket } from "ws";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import type { Database } from "../../database/pool.ts";
import { type ClientFrame, maxClientFrameBytes } from "../../domain/frame.ts";
import type { Sessions } from "../auth/sessions.ts";
import type { UpdateFeed } from "../feed/feed.ts";
import { type Allowance, tooMany } from "../http/allowance.ts";
import { clientAddress } from "../http/client-address.ts";
import type { Session } from "../http/env.ts";
import { isFromOurPage } from "../http/origins.ts";
import { type Connection, createConnection } from "./connection.ts";
import { greet } from "./greeting.ts";
import type { Hub } from "./hub.ts";
import type { Outages } from "../../domain/outages.ts";
import { createSocketLimits, type Visit } from "./limits.ts";
import { frame, readFrame } from "./messages.ts";

export type SocketDeps = {
  db: Database;
  sessions: Sessions;
  feed: Pick<UpdateFeed, "ring" | "ready">;
  hub: Hub;
  allowance: Allowance;
  origins: string[];
  trustedProxyHops: number;
  log: Logger;
  outages: Outages;
  helloDeadlineMs?: number;
};

type Hello = Extract<ClientFrame, { type: "hello" }>;

const helloDeadlineMs = 5_000;
/** A gateway that has just started reads the feed first, if Kafka is there; it serves without, too. */
const feedPatienceMs = 3_000;

/** Serves sockets on the server's upgrades. `close` refuses new ones and ends all with 1012. */
export const attachSockets = (server: Server, deps: SocketDeps): { close: () => void } => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxClientFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const limits = createSocketLimits();
  let closing = false;

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const path = request.url?.split("?")[0];
    if (closing) return refuse(socket, "503 Service Unavailable");
    if (path !== "/ws" && path !== "/api/v1/ws") return refuse(socket, "404 Not Found");
    const visit = limits.enter(addressOf(request, deps.trustedProxyHops));
    if (!visit) return refuse(socket, "429 Too Many Requests");
    socket.once("close", visit.leave);
    sockets.handleUpgrade(request, socket, head, (opened) => serve(deps, opened, request, visit));
  });

  return {
    close: () => {
      closing = true;
      for (const connection of deps.hub.all()) {
        connection.close("restarting", "this gateway restarts: connect again");
      }
    },
  };
};

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const addressOf = ({ headers, socket }: IncomingMessage, trustedProxyHops: number): string => {
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",") || undefined;
  return clientAddress({ forwarded, remote: socket.remoteAddress }, trustedProxyHops);
};

const serve = (
  deps: SocketDeps,
  socket: WebSocket,
  request: IncomingMessage,
  visit: Visit,
): void => {
  const connection = createConnection(socket);
  deps.hub.add(connection);
  const patience = deps.helloDeadlineMs ?? helloDeadlineMs;
  const noHello = setTimeout(
    () => connection.close("no_hello", `say hello within ${patience} ms`),
    patience,
  );
  socket.on("close", () => {
    clearTimeout(noHello);
    deps.hub.remove(connection);
  });
  // An oversized or broken frame: ws closes the socket with the right code by itself.
  socket.on("error", (error) => deps.log.debug({ err: error }, "a socket failed"));

  /** Also before it is known whose allowance it takes. */
  const maySpeak = (): boolean => {
    if (!connection.isOpen()) return false;
    if (visit.maySpeak()) return true;
    connection.close("rate_limited", "too much at once: come back with your last cursor");
    return false;
  };
  socket.on("ping", maySpeak);

  let greeted = false;
  socket.on("message", (data, isBinary) => {
    if (!maySpeak()) return;
    const said = readFrame(data, isBinary);
    if (!said || (said.type === "hello") === greeted) {
      connection.close("garbage", "say hello once, and then only what the protocol knows");
    } else if (said.type === "ping") {
      if (mayAsk(deps, connection)) connection.send(frame({ type: "pong" }));
    } else {
      greeted = true;
      clearTimeout(noHello);
      welcome(deps, { connection, visit }, said, request).catch((error: unknown) => {
        if (isDatabaseDown(error)) deps.outages.failed("the database", { err: error });
        else deps.log.warn({ err: error }, "a socket could not be greeted");
        connection.close("unavailable", "a part of the system is down: come back shortly");
      });
    }
  });
};

/** Takes from the person's allowance, which is one for all doors; who has used it up is told for how long, and closed. */
const mayAsk = ({ allowance }: SocketDeps, connection: Connection): boolean => {
  const userId = connection.session()?.userId;
  const waitMs = userId === undefined ? 0 : allowance.take(userId);
  if (waitMs === 0) return true;
  connection.close("rate_limited", tooMany(waitMs).message);
  return false;
};

const welcome = async (
  deps: SocketDeps,
  { connection, visit }: { connection: Connection; visit: Visit },
  hello: Hello,
  request: IncomingMessage,
): Promise<void> => {
  const session = await identify(deps, hello, request);
  if (!session) {
    return connection.close("unauthenticated", "sign in: no valid token or cookie");
  }
  connection.signIn(session);
  visit.signIn(session.userId, connection);
  if (!mayAsk(deps, connection)) return;
  await deps.feed.ready(feedPatienceMs);
  const parts = { db: deps.db, ring: deps.feed.ring, hub: deps.hub };
  await greet(parts, connection, { userId: session.userId, cursor: hello.cursor });
};

/** The token in the hello, or the cookie when the page is ours: any page can open a socket with a person's cookie. */
const identify = async (
  deps: SocketDeps,
  hello: Hello,
  request: IncomingMessage,
): Promise<Session | null> => {
  if (hello.token !== undefined) return deps.sessions.ofBearer(hello.token);
  const { cookie, origin, host } = request.headers;
  if (cookie === undefined) return null;
  const headers = new Headers({ ...(origin && { origin }), ...(host && { host }) });
  return isFromOurPage(headers, deps.origins) ? deps.sessions.ofCookie(cookie) : null;
};
