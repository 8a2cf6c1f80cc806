// People who write and devices that hear of it, and whether all of what they wrote has arrived. Used by the benchmarks that look for what is lost.
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { type Device, liveDevice } from "../device.ts";
import type { Stack } from "../stack.ts";
import { atRate, type Run } from "./load.ts";

export const people = 8;
/** After this long without any progress nothing more is waited for. */
const patienceMs = 180_000;

/** People who write, each with a device that waits for it. */
export type Crowd = { persons: Person[]; devices: Device[] };

/** Signs them up, one after the other: hashing their passwords at once would be a load of its own. */
export const gather = async (stack: Stack): Promise<Crowd> => {
  const persons: Person[] = [];
  while (persons.length < people) persons.push(await signUp(stack.url));
  return { persons, devices: await Promise.all(persons.map((person) => liveDevice(person))) };
};

/** Has a person of the crowd, in turn, make a new task; keeps the ids that were acknowledged. */
export const writing = ({
  persons,
}: Crowd): { ids: string[]; work: (at: number) => Promise<void> } => {
  const ids: string[] = [];
  const work = async (at: number): Promise<void> => {
    const id = newId();
    const body = { id, title: `write ${at}` };
    const answer = await (persons[at % people] as Person).call("POST", "/tasks", { body });
    await answer.arrayBuffer();
    if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
    ids.push(id);
  };
  return { ids, work };
};

/** New tasks at the rate; gives the ids that were acknowledged. */
export const write = async (
  crowd: Crowd,
  perSecond: number,
  seconds: number,
): Promise<{ run: Run; ids: string[] }> => {
  const { ids, work } = writing(crowd);
  return { run: await atRate(perSecond, seconds, work), ids };
};

/** How many of the acknowledged tasks the log has. */
export const inLog = async (
  db: Database,
  { persons }: Crowd,
  ids: readonly string[],
): Promise<number> => {
  const owners = persons.map(({ userId }) => userId);
  const { rows } = await db.query<{ count: number }>(
    "select count(distinct subject)::int as count from audit where owner_id = any ($1) and subject = any ($2) and type = 'punctual.task.created.v1'",
    [owners, ids],
  );
  return rows[0]?.count ?? 0;
};

/** How many of the acknowledged tasks the devices have, and how many of them twice. */
export const onDevices = (
  { devices }: Crowd,
  ids: readonly string[],
): { tasks: number; twice: number } => {
  const wanted = new Set(ids);
  const all = devices.flatMap((device) =>
    device.updates().flatMap(({ update }) => (wanted.has(update.taskId) ? [update.taskId] : [])),
  );
  const tasks = new Set(all).size;
  return { tasks, twice: all.length - tasks };
};

/** Ms from the call until `count` is reached; null when nothing comes any more. */
export const reached = async (
  count: () => Promise<number> | number,
  wanted: number,
): Promise<{ ms: number | null; got: number }> => {
  const startedAt = performance.now();
  let [got, progressAt] = [await count(), startedAt];
  while (got < wanted && performance.now() - progressAt < patienceMs) {
    await pause(500);
    const now = await count();
    if (now > got) [got, progressAt] = [now, performance.now()];
  }
  return { ms: got < wanted ? null : performance.now() - startedAt, got };
};
