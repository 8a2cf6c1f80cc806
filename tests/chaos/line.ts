// The line between one device and the gateways: a proxy that can be cut, and that goes to a gateway that takes it. Used by main.ts.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Line = {
  url: string;
  /** Everything on it ends at once, and nothing gets through until `heal`. */
  cut: () => void;
  heal: () => void;
  isCut: () => boolean;
  close: () => Promise<void>;
};

/** A proxy of its own for a device. `gateways` are asked in turn, as a load balancer does it. */
export const openLine = async (gateways: () => readonly string[]): Promise<Line> => {
  let broken = false;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
  };

  const pass = (from: Socket, [first, ...others]: readonly string[]): void => {
    if (first === undefined || from.destroyed) return void from.destroy();
    const { hostname, port } = new URL(first);
    const to = keep(connect(Number(port), hostname));
    let isOpen = false;
    to.once("connect", () => {
      isOpen = true;
      from.pipe(to).pipe(from);
    });
    to.on("close", () => (isOpen ? from.destroy() : pass(from, others)));
    from.on("close", () => to.destroy());
  };

  const server = createServer((from) => {
    keep(from);
    if (broken) return void from.destroy();
    const all = gateways();
    const at = Math.floor(Math.random() * all.length);
    pass(from, [...all.slice(at), ...all.slice(0, at)]);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const end = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      broken = true;
      end();
    },
    heal: () => {
      broken = false;
    },
    isCut: () => broken,
    close: async () => {
      end();
      server.close();
      await once(server, "close");
    },
  };
};
