// Many tasks at once, for tests and benchmarks of long lists: rows straight into the read model, which no actor knows of.
import type { Queryable } from "../database/pool.ts";
import { projectTasks } from "../database/tasks/project-tasks.ts";
import { newId, type Id } from "../domain/ids.ts";
import type { Task } from "../domain/task.ts";
import { exampleTask } from "./examples.ts";

const verbs = ["call", "write", "order", "check", "pay", "repair", "plan", "sell", "clean", "book"];
const things = [
  "dentist",
  "invoice",
  "bicycle",
  "garden",
  "passport",
  "kitchen",
  "letter",
  "ticket",
  "roof",
  "battery",
  "curtain",
];
const colours = [
  "amber",
  "violet",
  "scarlet",
  "olive",
  "ivory",
  "cobalt",
  "crimson",
  "beige",
  "indigo",
  "teal",
  "maroon",
  "khaki",
  "ochre",
];

const dayMs = 86_400_000;
const at = (now: Date, days: number): string =>
  new Date(now.getTime() + days * dayMs).toISOString();

/** The n-th title: no two of the first million are alike, and each of its words stands in many. */
export const titleOf = (n: number): string =>
  `${verbs[n % 10]} ${colours[n % 13]} ${things[n % 11]} ${(n * 7919).toString(36)}x`;

type Wanted = { open: number; done: number; doneDaysAgo: [number, number]; now?: Date };

/**
 * `open` tasks, every fifth due within the next 400 days, and `done` ones that ended evenly between so many days ago. Every seventh stands in
 * one of 20 projects.
 */
export const manyTasks = (ownerId: Id, wanted: Wanted): Task[] => {
  const { open, done, doneDaysAgo, now = new Date() } = wanted;
  const [from, to] = doneDaysAgo;
  return Array.from({ length: open + done }, (_, n) => {
    const ended = n < open ? null : at(now, -from - ((n - open) * (to - from)) / done);
    const made = at(now, -to - 1);
    return exampleTask({
      id: newId(),
      ownerId,
      title: titleOf(n),
      status: ended === null ? "open" : "done",
      position: now.getTime() - (open + done) + n,
      project: n % 7 === 0 ? `Project ${n % 20}` : null,
      due:
        n % 5 === 0 && ended === null ? { kind: "day", at: at(now, n % 400).slice(0, 10) } : null,
      createdAt: made,
      updatedAt: ended ?? made,
      completedAt: ended,
    });
  });
};

/** Writes them to the read model, a thousand at a time. */
export const storeTasks = async (db: Queryable, tasks: Task[]): Promise<void> => {
  for (let from = 0; from < tasks.length; from += 1_000)
    await projectTasks(db, tasks.slice(from, from + 1_000));
};

/** Copies one person's rows for `people` others, each row with another id: what else a table holds. */
export const copyForOthers = async (db: Queryable, ownerId: Id, people: number): Promise<void> => {
  await db.query(
    `insert into tasks (id, owner_id, version, doc, project_key, tag_keys, search)
     select gen_random_uuid(), other.id, version, doc, project_key, tag_keys,
       array_to_tsvector(array(select right(other.id::text, 8) || substr(word, 9) from unnest(tsvector_to_array(search)) as word))
     from tasks cross join (select gen_random_uuid() as id from generate_series(1, $2)) as other
     where owner_id = $1`,
    [ownerId, people],
  );
};
