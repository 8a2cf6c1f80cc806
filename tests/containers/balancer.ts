// A load balancer as a cluster has one, for the tests of rolling restarts: leads each request to a gateway that is ready, keeps its
// connections, and repeats nothing. What fails at a gateway fails for the caller.
import { once } from "node:events";
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { startLoop } from "../../process/loop.ts";

const askEveryMs = 500;
/** So many answers that are no "ready", one after the other, take a gateway out; one that is takes it in. */
const failuresToLeave = 2;

type Upstream = { url: string; failures: number };

const isReady = async ({ url }: Upstream): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Serves on a free port until `stop`. */
export const startBalancer = async (urls: readonly string[]) => {
  const upstreams: Upstream[] = urls.map((url) => ({ url, failures: 0 }));
  const agent = new Agent({ keepAlive: true });
  let turn = 0;

  const look = async (): Promise<void> => {
    await Promise.all(
      upstreams.map(async (one) => {
        one.failures = (await isReady(one)) ? 0 : one.failures + 1;
      }),
    );
  };
  const looking = startLoop(look, { everyMs: askEveryMs, onFailure: () => undefined });

  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    const ready = upstreams.filter(({ failures }) => failures < failuresToLeave);
    const upstream = ready[turn++ % Math.max(1, ready.length)];
    if (!upstream) return void answer.writeHead(502).end("no gateway is ready");
    const { method, headers } = asked;
    const sent = request(`${upstream.url}${asked.url}`, { method, headers, agent }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    sent.on("error", (error) => answer.writeHead(502).end(`${upstream.url}: ${error.message}`));
    asked.pipe(sent);
  };

  const server = createServer(pass).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async (): Promise<void> => {
      await looking.stop();
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
};
