// Before step 1: a free loopback port for every part, the same ones as last time where they are still free. Called by
// setting.ts. A chosen port is held by a listener of ours until its part starts, so that of two stacks that start at the
// same moment neither takes the other's.
import { type Server, createServer } from "node:net";

// Below the range the system hands out for outgoing connections, so that none of those takes a port between choice and use.
const lowest = 20_000;
const highest = 32_000;

/** Listens on a loopback port to hold it; null when somebody else has it. */
export const holdPort = (port: number): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => resolve(server.unref()));
  });

/** The ports that are held. `release` resolves when these can be listened on; ports that are not held are passed over. */
export type Ports = {
  choose(
    names: readonly string[],
    remembered: Record<string, number>,
  ): Promise<Record<string, number>>;
  chooseWeb(wish: number): Promise<number>;
  release(ports: Iterable<number>): Promise<void>;
  releaseAll(): Promise<void>;
};

/** `hold` tries to take one port (tests give a fake). */
export const createPorts = (hold: (port: number) => Promise<Server | null> = holdPort): Ports => {
  const held = new Map<number, Server>();

  const take = async (port: number): Promise<boolean> => {
    if (held.has(port)) return false;
    const server = await hold(port);
    if (server === null) return false;
    held.set(port, server);
    return true;
  };

  const takeAny = async (): Promise<number> => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const port = lowest + Math.floor(Math.random() * (highest - lowest));
      if (await take(port)) return port;
    }
    throw new Error(`no free port was found between ${lowest} and ${highest} on 127.0.0.1`);
  };

  const release = async (ports: Iterable<number>): Promise<void> => {
    const closing = [...ports].map((port) => {
      const server = held.get(port);
      held.delete(port);
      return server && new Promise<void>((done) => void server.close(() => done()));
    });
    await Promise.all(closing.filter((one) => one !== undefined));
  };

  return {
    /** A port for each name. A remembered one is kept when it is free; no port is given twice. */
    async choose(names, remembered) {
      const chosen: Record<string, number> = {};
      for (const name of names) {
        const old = remembered[name];
        chosen[name] = old !== undefined && (await take(old)) ? old : await takeAny();
      }
      return chosen;
    },
    /** The wished port, or the next free one of the hundred from it on; 0 means any free one. */
    async chooseWeb(wish) {
      if (wish === 0) return takeAny();
      for (let port = wish; port < wish + 100 && port <= 65_535; port += 1) {
        if (await take(port)) return port;
      }
      throw new Error(
        `the ports ${wish} to ${wish + 99} are all taken: name a free one with --port`,
      );
    },
    release,
    releaseAll: () => release([...held.keys()]),
  };
};
