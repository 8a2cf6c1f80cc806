// Closes a process's HTTP server. Called by the main.ts of those whose sidecar calls them.
import { Server } from "node:http";

const lookEveryMs = 50;

/**
 * Takes no new connection, and resolves when every answer under way is given. Node closes the connections that are idle at that moment;
 * one that is not would stay for as long as its caller uses it, and a sidecar asks for health every second, for ever.
 */
export const closeServer = async (server: object): Promise<void> => {
  if (!(server instanceof Server)) throw new Error("only a plain HTTP server is closed here");
  server.prependListener("request", (_, response) => response.setHeader("connection", "close"));
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  const looking = setInterval(() => server.closeIdleConnections(), lookEveryMs);
  await promise;
  clearInterval(looking);
};
