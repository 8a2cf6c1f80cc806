// `npm run chaos`: devices whose lines are cut at random, gateways that are restarted, people who go on working. Nothing may be lost, all devices of a
// person have to end equal, and who has a line has to be back within 5 s. Starts a stack of its own and writes docs/bench/chaos.md; exit code 1 when it
// is not so.
import { mkdirSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Person, signUp } from "../client.ts";
import { machine } from "../bench/machine.ts";
import { startReplica } from "../gateway-replica.ts";
import { type Stack, startStack, tireless } from "../stack.ts";
import { type ChaosDevice, cutNowAndThen, live, openChaosDevice } from "./device.ts";
import { differences, lost } from "./judge.ts";
import { report } from "./report.ts";

const help = `Cuts lines and restarts gateways while people work.

Usage: npm run chaos -- [flags]

  --minutes <n>  how long (default 5)
  --people <n>   how many people (default 8)
  --devices <n>  devices of each (default 3)
  --print        print only; leave docs/bench/chaos.md as it is`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Restarts one gateway after the other, in order and by SIGKILL, until `over`; how often. */
const restarting = async (
  stack: Stack,
  addresses: string[],
  over: AbortSignal,
): Promise<{ restarts: number; stop: () => Promise<void> }> => {
  let second = await startReplica(stack, tireless);
  addresses.push(second.url);
  let restarts = 0;
  while (!over.aborted) {
    await pause(15_000, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) break;
    restarts += 1;
    if (restarts % 2 === 0) {
      await stack.kill("gateway", restarts % 4 === 0 ? "SIGKILL" : "SIGTERM");
      continue;
    }
    await second.stop();
    second = await startReplica(stack, tireless);
    addresses[1] = second.url;
  }
  return { restarts, stop: () => second.stop() };
};

const gather = async (stack: Stack, count: number): Promise<Person[]> => {
  const people: Person[] = [];
  while (people.length < count) people.push(await signUp(stack.url));
  return people;
};

type Size = { minutes: number; people: number; devices: number };

const run = async (stack: Stack, size: Size) => {
  const addresses = [stack.url];
  const people = await gather(stack, size.people);
  const opened = people.flatMap((person, one) =>
    Array.from({ length: size.devices }, (_, at) =>
      openChaosDevice(person, `device-${one}-${at}`, () => addresses),
    ),
  );
  const devices = await Promise.all(opened);
  const over = AbortSignal.timeout(size.minutes * 60_000);
  const gateways = restarting(stack, addresses, over);
  const cuts = devices.map((device) =>
    cutNowAndThen(device, { everyMs: 10_000, mostMs: 8_000 }, over),
  );
  await Promise.all(devices.map((device) => live(device, 2_000, over)));
  const figures = devices.map(({ watch }) => watch.figures());
  const counted = await Promise.all(cuts);
  const { restarts, stop } = await gateways;
  await stack.waitHealthy();
  say("the time is up; what waits is sent");
  const ended = await settle(devices);
  const found = {
    ...size,
    restarts,
    cuts: counted.reduce((sum, one) => sum + one, 0),
    figures,
    ...ended,
    lost: await lost(devices),
    differences: await differences(devices),
  };
  for (const { client } of devices) client.close();
  await Promise.all(devices.map(({ line }) => line.close()));
  await stop();
  return found;
};

const settleWithinMs = 60_000;

/** Waits until every order has its answer and every device is live; says how many there were, and how many had none. */
const settle = async (
  devices: readonly ChaosDevice[],
): Promise<{ orders: number; refused: number; unanswered: number }> => {
  const orders = devices.flatMap((device) => device.orders);
  const late = pause(settleWithinMs, "late" as const);
  const ends = await Promise.all(orders.map((order) => Promise.race([order, late])));
  await Promise.all(
    devices.map(({ client }) =>
      client.until(
        "a device is live at the end",
        ({ connection }) => connection === "live",
        30_000,
      ),
    ),
  );
  return {
    orders: orders.length,
    refused: ends.filter((end) => end === false).length,
    unanswered: ends.filter((end) => end === "late").length,
  };
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "5" },
      people: { type: "string", default: "8" },
      devices: { type: "string", default: "3" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const [minutes, people, devices] = [values.minutes, values.people, values.devices].map(Number);
  if (!minutes || !people || !devices || Math.min(minutes, people, devices) <= 0)
    throw new Error("--minutes, --people and --devices take numbers above 0");
  const on = machine();
  say(on);
  const stack = await startStack({ env: tireless });
  try {
    const { text, isWell } = report(on, await run(stack, { minutes, people, devices }));
    say(text.slice(text.indexOf("|")));
    process.exitCode = isWell ? 0 : 1;
    if (values.print) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("chaos.md", folder), text);
    say("written to docs/bench/chaos.md");
  } finally {
    await stack.stop();
  }
};

await main();
