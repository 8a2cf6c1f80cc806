// The person who was here last and what they saw, read before there is a line. Called by app.tsx and keeper.ts.
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import type { Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import type { Account } from "../api/account.ts";
import { allOf, keptDatabase, type KeptPerson } from "./database.ts";

export type Kept = KeptPerson & { tasks: readonly Task[] };

/** Storage may be full or broken: the page then opens as if nothing were kept. */
const trying = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work();
  } catch {
    return otherwise;
  }
};

/** A browser that takes longer to find them than this had better ask the server. */
const patienceMs = 2_000;

/** Who was here last; null when nobody is kept. */
export const readKept = (): Promise<Kept | null> => {
  const read = trying(async () => {
    const database = await keptDatabase();
    const [person] = (await database?.getAll("people")) ?? [];
    if (!database || !person) return null;
    return { ...person, tasks: await database.getAll("tasks", allOf(person.account.id)) };
  }, null);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  return Promise.race([read, late]);
};

const nothingYet = {
  turns: [],
  before: null,
  alerts: [],
  directory: emptyDirectory,
  older: null,
};

/** From now on this person is kept, and nobody else. What they saw stays, if it was they who were here. */
export const keepPerson = (account: Account, settings: Settings): Promise<void> =>
  trying(async () => {
    const change = (await keptDatabase())?.transaction(["people", "tasks"], "readwrite");
    if (!change) return;
    const people = change.objectStore("people");
    const before = await people.get(account.id);
    if (before === undefined) {
      await people.clear();
      await change.objectStore("tasks").clear();
    }
    await people.put({ ...nothingYet, ...before, account, settings }, account.id);
    await change.done;
  }, undefined);

/** What changed about what a person sees. */
export type Changed = {
  person: Partial<KeptPerson>;
  put: readonly Task[];
  gone: readonly string[];
};

/** Keeps what changed, all or nothing. Of a person who is not kept any more (signed out, in another tab perhaps) nothing is. */
export const keepChanged = (userId: string, { person, put, gone }: Changed): Promise<void> =>
  trying(async () => {
    const change = (await keptDatabase())?.transaction(["people", "tasks"], "readwrite");
    if (!change) return;
    const people = change.objectStore("people");
    const tasks = change.objectStore("tasks");
    const before = await people.get(userId);
    if (before === undefined) return;
    await Promise.all([
      people.put({ ...before, ...person }, userId),
      ...put.map((task) => tasks.put(task, [userId, task.id])),
      ...gone.map((id) => tasks.delete([userId, id])),
      change.done,
    ]);
  }, undefined);

/** Forgets what a person saw. */
export const forgetKept = (userId: string): Promise<void> =>
  trying(async () => {
    const change = (await keptDatabase())?.transaction(["people", "tasks"], "readwrite");
    await Promise.all([
      change?.objectStore("people").delete(userId),
      change?.objectStore("tasks").delete(allOf(userId)),
      change?.done,
    ]);
  }, undefined);
