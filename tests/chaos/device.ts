// A device of a chaos run: a client on a line of its own, whose person does what people do. Used by main.ts.
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../domain/ids.ts";
import { type Client, openClient } from "../../web/client/client.ts";
import type { Person } from "../client.ts";
import { type Line, openLine } from "./line.ts";
import { createWatch, type Watch } from "./watch.ts";

export type ChaosDevice = {
  person: Person;
  client: Client;
  line: Line;
  watch: Watch;
  /** What was ordered, with what has become of it. */
  orders: Promise<boolean>[];
  /** Ids of the tasks it made, once that was acknowledged. */
  made: string[];
};

/** Opens one; it is live when this resolves. */
export const openChaosDevice = async (
  person: Person,
  name: string,
  gateways: () => readonly string[],
): Promise<ChaosDevice> => {
  const line = await openLine(gateways);
  const client = openClient({ url: line.url, token: person.token, device: name });
  const watch = createWatch(() => performance.now());
  const look = (): void => watch.live(client.store.read().connection === "live");
  client.store.subscribe(look);
  await client.until(`${name} is live`, ({ connection }) => connection === "live", 30_000);
  return { person, client, line, watch, orders: [], made: [] };
};

const between = (least: number, most: number): number => least + Math.random() * (most - least);
const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];

/** Orders one thing: mostly a new task, else a change, a completion or a deletion of one it sees. */
const order = ({ client, orders, made }: ChaosDevice, at: number): void => {
  const task = oneOf(client.tasks().filter(({ status }) => status === "open"));
  const dice = Math.random();
  const { wishes } = client;
  if (task === undefined || dice < 0.5) {
    const id = newId();
    const making = wishes.create({ title: `task ${at}` }, id);
    void making.then((isMade) => isMade && made.push(id));
    orders.push(making);
  } else if (dice < 0.8) orders.push(wishes.patch(task, { priority: 1 + (at % 4) }));
  else if (dice < 0.92) orders.push(wishes.complete(task));
  else orders.push(wishes.remove(task));
};

/** Orders about every `everyMs` until `over`, with or without a line. */
export const live = async (
  device: ChaosDevice,
  everyMs: number,
  over: AbortSignal,
): Promise<void> => {
  for (let at = 0; !over.aborted; at += 1) {
    order(device, at);
    await pause(between(0, 2 * everyMs), undefined, { signal: over }).catch(() => undefined);
  }
};

/** Cuts its line now and then, for up to `mostMs`, until `over`; then it is whole. */
export const cutNowAndThen = async (
  { line, watch, client }: ChaosDevice,
  { everyMs, mostMs }: { everyMs: number; mostMs: number },
  over: AbortSignal,
): Promise<number> => {
  let cuts = 0;
  while (!over.aborted) {
    await pause(between(0, 2 * everyMs), undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) break;
    cuts += 1;
    watch.line(true);
    line.cut();
    await pause(between(0, mostMs), undefined, { signal: over }).catch(() => undefined);
    line.heal();
    watch.line(false);
    // Half of all networks tell when they are back.
    if (Math.random() < 0.5) client.nudge();
  }
  return cuts;
};
