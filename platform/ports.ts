// Before step 1: a free loopback port for every part, the same ones as last time where they are still free. Called by stack.ts.
import { createServer } from "node:net";

// Below the range the system hands out for outgoing connections, so that none of those takes a port between choice and use.
const lowest = 20_000;
const highest = 32_000;

/** Whether nothing listens on this loopback port now. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });

type Check = (port: number) => Promise<boolean>;

const findFree = async (taken: Set<number>, free: Check): Promise<number> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (!taken.has(port) && (await free(port))) return port;
  }
  throw new Error(`no free port was found between ${lowest} and ${highest} on 127.0.0.1`);
};

/** A port for each name. A remembered one is kept when it is free; no port is given twice. */
export const choosePorts = async (
  names: readonly string[],
  remembered: Record<string, number>,
  free: Check = isFree,
): Promise<Record<string, number>> => {
  const taken = new Set<number>();
  const chosen: Record<string, number> = {};
  for (const name of names) {
    const old = remembered[name];
    const keep = old !== undefined && !taken.has(old) && (await free(old));
    const port = keep ? old : await findFree(taken, free);
    taken.add(port);
    chosen[name] = port;
  }
  return chosen;
};

/** The wished web port, or the next free one of the hundred after it; 0 means any free one. */
export const chooseWebPort = async (wish: number, free: Check = isFree): Promise<number> => {
  if (wish === 0) return findFree(new Set(), free);
  for (let port = wish; port < wish + 100 && port <= 65_535; port += 1) {
    if (await free(port)) return port;
  }
  throw new Error(`the ports ${wish} to ${wish + 99} are all taken: name a free one with --port`);
};
