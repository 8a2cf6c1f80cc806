// A local HTTP server that keeps what it is sent, for the tests of webhooks and pushes.
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };

export type Receiver = {
  url: string;
  received: Received[];
  /** What the next requests are answered: a status, or nothing at all. */
  answer: number | "nothing";
  headers: Record<string, string>;
  close: () => void;
};

export const startReceiver = async (): Promise<Receiver> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => {
      const { url: path = "", headers } = request;
      receiver.received.push({ path, headers, body: Buffer.concat(chunks) });
      if (receiver.answer === "nothing") return;
      response.writeHead(receiver.answer, receiver.headers).end("an answer nobody reads");
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer: 200,
    headers: {},
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return receiver;
};
