// A proxy in front of the gateway, for the tests of what a browser does when another version of the page is there. Used by the browser tests.
import { createServer, request, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { once } from "node:events";

export type Front = {
  url: string;
  /** From now on the service worker is another one. */
  release: (version: string) => void;
  stop: () => Promise<void>;
};

/** Starts it; pages of it are pages of the gateway behind. */
export const startFront = async (behind: string): Promise<Front> => {
  const { hostname, port } = new URL(behind);
  let version = "";

  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const passed = request(
      { hostname, port, method, path: url, headers },
      (got: IncomingMessage) => {
        const isWorker = url === "/sw.js" && got.statusCode === 200;
        const { "content-length": _, etag: __, ...others } = got.headers;
        answer.writeHead(got.statusCode ?? 502, isWorker ? others : got.headers);
        if (isWorker) answer.write(`// ${version}\n`);
        got.pipe(answer);
      },
    );
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.on("upgrade", (asked, socket, head) => {
    const to = connect(Number(port), hostname, () => {
      const lines = Object.entries(asked.headers).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      to.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      to.write(head);
      to.pipe(socket).pipe(to);
    });
    to.on("error", () => socket.destroy());
    socket.on("error", () => to.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: (next) => {
      version = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
