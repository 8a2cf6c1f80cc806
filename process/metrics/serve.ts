// GET /metrics on a port of its own, for a Prometheus. Started by the main.ts of each process where METRICS_PORT is set.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isSame } from "../app-token.ts";
import { exposition, watchProcess } from "./instruments.ts";

type MetricsOptions = {
  METRICS_PORT?: number | undefined;
  METRICS_HOST: string;
  METRICS_TOKEN?: string | undefined;
};
type MetricsLog = {
  info(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
};

/**
 * Serves what this process (`app` is its name) has measured until it ends; a request without the token (where there is one) gets 401. Never on the port that
 * people reach, and it keeps no process alive. A port that is taken is an error in the log and nothing else: to measure is not the work.
 */
export const serveMetrics = (
  app: string,
  { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token }: MetricsOptions,
  log: MetricsLog,
): { stop(): void; listening: Promise<number | null> } => {
  if (port === undefined) return { stop: () => undefined, listening: Promise.resolve(null) };
  watchProcess(app);
  const server = createServer(
    { requestTimeout: 5_000, headersTimeout: 5_000 },
    (request, response) => void answer(request, response, token),
  );
  const listening = new Promise<number | null>((resolve) => {
    server.once("error", (err) => {
      log.error({ err, host, port }, "the metrics cannot be served");
      resolve(null);
    });
    server.listen(port, host, () => {
      log.info({ host, port }, "the metrics are served");
      resolve(port);
    });
  });
  server.unref();
  return {
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
    listening,
  };
};

const answer = async (
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
  token: string | undefined,
): Promise<void> => {
  const say = (status: number, body: string, type = "text/plain; charset=utf-8"): void => {
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
  };
  if (token !== undefined && !isSame(headers.authorization ?? "", `Bearer ${token}`))
    return say(401, "the token of METRICS_TOKEN is missing or wrong\n");
  if (method !== "GET" || url?.split("?")[0] !== "/metrics")
    return say(404, "there is only GET /metrics\n");
  try {
    const { type, text } = await exposition();
    say(200, text, type);
  } catch (error) {
    say(500, `${(error as Error).message}\n`);
  }
};
