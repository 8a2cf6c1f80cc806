// `npm run bench:reconnect`: 2,000 devices are connected when their gateway ends and starts again: how long until all are live, and what a socket
// takes of the gateway's memory. Starts a stack of its own and writes docs/bench/reconnect.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { WebSocket } from "ws";
import { type Feed, openFeed } from "../../web/sync/feed.ts";
import { type Person, signUp } from "../client.ts";
import { type Stack, startStack, tireless } from "../stack.ts";
import { machine } from "./machine.ts";
import { inMs, line, percentile } from "./table.ts";

const help = `Has many devices reconnect at once.

Usage: npm run bench:reconnect -- [flags]

  --sockets <n>  how many (default 2000)
  --rounds <n>   how often the gateway ends (default 3)
  --print        print only; leave docs/bench/reconnect.md as it is`;

/** A gateway lets one person have 50. */
const ofOnePerson = 40;
const tasksEach = 20;
const withinMs = 120_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Device = { feed: Feed; isLive: () => boolean; liveAt: () => number };

/** A device at an address of its own: a gateway lets few of one address wait to say whose they are. */
const openDevice = (url: string, { token }: Person, at: number): Device => {
  let [isLive, liveAt] = [false, 0];
  const address = `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
  const feed = openFeed({
    userId: null,
    token,
    open: (listener) => {
      const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws`, {
        headers: { "x-forwarded-for": address },
        perMessageDeflate: false,
      });
      socket.on("open", listener.opened);
      socket.on("message", (data: Buffer) => listener.said(data.toString()));
      socket.on("close", (code) => listener.closed(code));
      socket.on("error", () => undefined);
      return socket;
    },
    onFrame: ({ type }) => {
      if (type === "live") [isLive, liveAt] = [true, performance.now()];
    },
    onConnection: () => {
      isLive = false;
    },
    onSignedOut: () => {
      throw new Error("a device was signed out");
    },
    random: Math.random,
    isOnline: () => true,
    isVisible: () => true,
    setTimer: (run, ms) => {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
  });
  return { feed, isLive: () => isLive, liveAt: () => liveAt };
};

/** Resident memory of the gateway, MiB. */
const residentMiB = (stack: Stack): number => {
  const status = readFileSync(`/proc/${stack.part("gateway").pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
};

const allLive = async (devices: readonly Device[]): Promise<void> => {
  const deadline = performance.now() + withinMs;
  while (!devices.every((device) => device.isLive())) {
    if (performance.now() > deadline)
      throw new Error(`${devices.filter((one) => !one.isLive()).length} devices are not live`);
    await pause(20);
  }
};

const gather = async (stack: Stack, sockets: number): Promise<Person[]> => {
  const people: Person[] = [];
  while (people.length * ofOnePerson < sockets) {
    const person = await signUp(stack.url);
    for (let at = 0; at < tasksEach; at += 1) await person.create({ title: `task ${at}` });
    people.push(person);
  }
  return people;
};

/** One end of the gateway: seconds from its end, and from its being ready again, until the half, 99 % and all are live; its memory then. */
const round = async (stack: Stack, devices: readonly Device[]) => {
  const before = stack.part("gateway").pid;
  const endedAt = performance.now();
  await stack.kill("gateway", "SIGKILL");
  while (stack.part("gateway").pid === before || !stack.part("gateway").ready) await pause(20);
  const readyAt = performance.now();
  await pause(0);
  await allLive(devices);
  const times = devices.map((device) => device.liveAt() - endedAt).toSorted((a, b) => a - b);
  return { readyMs: readyAt - endedAt, times, mib: residentMiB(stack) };
};

const seconds = (ms: number): string => (ms / 1_000).toFixed(2);

const measure = async (stack: Stack, sockets: number, rounds: number): Promise<string> => {
  const on = machine();
  const people = await gather(stack, sockets);
  await stack.kill("gateway", "SIGKILL");
  await stack.waitHealthy();
  const empty = residentMiB(stack);
  const devices = Array.from({ length: sockets }, (_, at) =>
    openDevice(stack.url, people[Math.floor(at / ofOnePerson)] as Person, at),
  );
  await allLive(devices);
  say(`${sockets} devices are live`);
  const found = [];
  for (let at = 0; at < rounds; at += 1) {
    await pause(3_000);
    found.push(await round(stack, devices));
  }
  for (const { feed } of devices) feed.stop();
  const rows = found.map(({ readyMs, times, mib }, at) =>
    line([
      String(at + 1),
      seconds(readyMs),
      ...[50, 99, 100].map((p) => seconds(percentile(times, p))),
      seconds((times.at(-1) ?? 0) - readyMs),
      inMs(mib),
      inMs(((mib - empty) * 1_024) / sockets),
    ]),
  );
  const names = [
    "round",
    "ready s",
    "half live s",
    "99 % live s",
    "all live s",
    "all live after ready s",
  ];
  return `# Benchmark: ${sockets} sockets reconnect at once

Printed by \`npm run bench:reconnect -- --sockets ${sockets} --rounds ${rounds}\`. The gateway ends by SIGKILL with all of them connected and is started again; stack and devices
share this one machine. Times are from its end on. Each device is one of ${ofOnePerson} of a person with ${tasksEach} tasks, and comes back by the page's own rules. The gateway
took ${inMs(empty)} MiB of memory before the first device came.

${on}

${[line([...names, "memory MiB", "KiB a socket"]), line(["---", ...Array<string>(7).fill("---:")]), ...rows].join("\n")}
`;
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      sockets: { type: "string", default: "2000" },
      rounds: { type: "string", default: "3" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const stack = await startStack({ env: { ...tireless, TRUSTED_PROXY_HOPS: "1" } });
  try {
    const text = await measure(stack, Number(values.sockets), Number(values.rounds));
    say(text.slice(text.indexOf("|")));
    if (values.print) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("reconnect.md", folder), text);
    say("written to docs/bench/reconnect.md");
  } finally {
    await stack.stop();
  }
};

await main();
