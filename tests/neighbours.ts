// Requests from a loopback address of their own each, as from another machine: what is counted by address does not make one test wait
// for another. Called by client.ts.
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

/** All of 127.0.0.0/8 is this machine on Linux; elsewhere only the first is, and tests come from there. */
const anAddress = (): string | undefined =>
  process.platform === "linux"
    ? `127.${randomInt(1, 255)}.${randomInt(255)}.${randomInt(1, 255)}`
    : undefined;

const isLoopback = ({ hostname }: URL): boolean => hostname === "127.0.0.1";

const headersOf = ({ headersDistinct }: IncomingMessage): Headers =>
  new Headers(
    Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );

/** POSTs JSON over HTTP as a neighbour who was never here before. Throws when no answer came within `withinMs`. */
export const postAsNeighbour = async (
  url: URL,
  body: object,
  withinMs: number,
): Promise<Response> => {
  const localAddress = isLoopback(url) ? anAddress() : undefined;
  const sent = request(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(withinMs),
    agent: false,
    ...(localAddress !== undefined && { localAddress }),
  });
  sent.end(JSON.stringify(body));
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return new Response(await text(answer), {
    status: answer.statusCode ?? 500,
    headers: headersOf(answer),
  });
};
