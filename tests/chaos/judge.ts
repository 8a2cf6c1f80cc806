// What a chaos run has lost, and where its devices differ. Used by main.ts.
import { setTimeout as pause } from "node:timers/promises";
import type { Person } from "../client.ts";
import type { ChaosDevice } from "./device.ts";

/** What is on its way has so long to arrive. */
const withinMs = 20_000;
const statuses = { status: "open,in_progress,done,cancelled" };

/** What a person sees, as one text: id, version and what each task is. */
const textOf = (tasks: readonly { id: string; version: number; title: string; status: string }[]) =>
  tasks
    .map(({ id, version, title, status }) => `${id} ${version} ${status} ${title}`)
    .toSorted()
    .join("\n");

const ofPerson = (devices: readonly ChaosDevice[]): Map<Person, ChaosDevice[]> =>
  Map.groupBy(devices, ({ person }) => person);

const isInLog = async (person: Person, task: string): Promise<boolean> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if ((await person.events({ task, limit: 1 })).events.length > 0) return true;
    if (Date.now() > deadline) return false;
    await pause(200);
  }
};

/** How many of the tasks that were made, and acknowledged, are not in the log. */
export const lost = async (devices: readonly ChaosDevice[]): Promise<number> => {
  let count = 0;
  for (const device of devices) {
    for (const id of device.made) {
      if (!(await isInLog(device.person, id))) count += 1;
    }
  }
  return count;
};

/** The people whose devices do not all show what the server has. What is on its way has 20 s to arrive. */
export const differences = async (devices: readonly ChaosDevice[]): Promise<number> => {
  let count = 0;
  for (const [person, theirs] of ofPerson(devices)) {
    const expected = textOf(await person.list(statuses));
    const deadline = Date.now() + withinMs;
    const differs = (): boolean => theirs.some(({ client }) => textOf(client.tasks()) !== expected);
    while (differs() && Date.now() < deadline) await pause(200);
    if (differs()) count += 1;
  }
  return count;
};
