// The filter language against the read model: the index may find more, the answer is what matches says of each task.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { matches } from "../../domain/filter/matches.ts";
import { readFilter } from "../../domain/filter/read-filter.ts";
import { newId } from "../../domain/ids.ts";
import { type Clock, clockAt } from "../../domain/language/clock.ts";
import type { Task } from "../../domain/task.ts";
import { exampleTask } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { Database } from "../pool.ts";
import { listMatching } from "./list-matching.ts";
import { projectTasks } from "./project-tasks.ts";

const clocks = ["Pacific/Auckland", "Pacific/Pago_Pago"].map((zone) =>
  clockAt({ now: "2026-11-25T09:00:00Z", zone, locale: "en" }),
);
const ownerId = newId();
let postgres: TestPostgres;
let db: Database;
let tasks: Task[];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
const dues = [
  null,
  { kind: "day", at: "2026-11-25" },
  { kind: "day", at: "2026-11-26" },
  { kind: "floating", at: "2026-11-25T22:30" },
  { kind: "floating", at: "2026-11-25T08:00" },
  { kind: "fixed", at: "2026-11-24T20:00", zone: "America/New_York" },
  { kind: "fixed", at: "2026-11-26T00:30", zone: "Pacific/Kiritimati" },
  { kind: "day", at: "2026-12-09" },
  { kind: "day", at: "2026-11-20" },
] as const;

beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  tasks = Array.from({ length: 700 }, (_, n) =>
    exampleTask({
      id: newId(),
      ownerId,
      position: n % 300, // some share one
      title: pick(["call Bob", "buy bread", "bobsled café", "write"], n),
      due: pick(dues, n >> 1),
      project: pick([null, "Home", "home repairs"], n),
      tags: pick([[], ["errand"], ["Errand", "b"]], n * 7),
      priority: pick([1, 2, 3, 4], n * 5),
      status: pick(["open", "in_progress", "done", "cancelled"] as const, n >> 2),
      completedAt:
        pick(["open", "in_progress", "done", "cancelled"], n >> 2) === "done"
          ? "2026-11-24T22:30:00.000Z"
          : null,
      deletedAt: n % 11 === 0 ? "2026-11-24T10:00:00.000Z" : null,
    }),
  );
  await projectTasks(db, [
    ...tasks,
    ...tasks.map((task) => ({ ...task, id: newId(), ownerId: newId() })),
  ]);
}, 60_000);
afterAll(() => postgres.stop());

const everything = async (line: string, limit: number, clock: Clock): Promise<string[]> => {
  const read = readFilter(line, clock);
  if (!read.ok) throw new Error(read.problem.message);
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMatching(db, { ownerId, filter: read.filter, clock, cursor, limit });
    if (!page.ok) throw new Error(page.error.message);
    expect(page.value.tasks.length).toBeLessThanOrEqual(limit);
    found.push(...page.value.tasks.map(({ id }) => id));
    cursor = page.value.next ?? undefined;
  } while (cursor !== undefined);
  return found;
};

const wanted = (line: string, clock: Clock): string[] => {
  const read = readFilter(line, clock);
  if (!read.ok) throw new Error(read.problem.message);
  return tasks
    .filter((task) => matches(task, read.filter, clock))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
};

const terms = [
  "today",
  "tomorrow",
  "overdue",
  "no date",
  "due before: today",
  "due after: yesterday",
  "14 days",
  "p1",
  "#home",
  "#home*",
  "@errand",
  "search: bob",
  "search: caf",
  "done",
  "open",
  "completed: today",
  "no project",
  "all",
];
const line: fc.Arbitrary<string> = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...terms),
    tie("filter").map((of) => `!(${of})`),
    fc
      .tuple(tie("filter"), fc.constantFrom("&", "|"), tie("filter"))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
  ),
})).filter;

test("every filter lists just what it matches, each once, in order, over pages, whatever the zone", async () => {
  await fc.assert(
    fc.asyncProperty(
      line,
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom(...clocks),
      async (filter, most, clock) => {
        const found = wanted(filter, clock);
        const limit = Math.max(most, Math.ceil(found.length / 5));
        expect(await everything(filter, limit, clock)).toEqual(found);
      },
    ),
    { numRuns: 60 },
  );
});

test.each(terms)("%s", async (filter) => {
  for (const clock of clocks) {
    expect(wanted(filter, clock).length).toBeGreaterThan(0);
    expect(await everything(filter, 50, clock)).toEqual(wanted(filter, clock));
  }
});

test("words that no index finds are looked for in five thousand tasks at a time, and the next page goes on", async () => {
  const [clock] = clocks as [Clock];
  const many = newId();
  const rows = Array.from({ length: 5_600 }, (_, n) =>
    exampleTask({
      id: newId(),
      ownerId: many,
      position: n,
      title: n === 5_500 ? "needle" : "hay",
      project: null,
      tags: [],
    }),
  );
  for (let at = 0; at < rows.length; at += 800) await projectTasks(db, rows.slice(at, at + 800));
  const read = readFilter("search: needle | search: pin", clock);
  if (!read.ok) throw new Error(read.problem.message);
  const query = { ownerId: many, filter: read.filter, clock, limit: 10 };
  const first = await listMatching(db, query);
  if (!first.ok) throw new Error(first.error.message);
  expect(first.value.tasks).toEqual([]);
  const second = await listMatching(db, { ...query, cursor: first.value.next ?? "" });
  expect(second).toMatchObject({ value: { tasks: [{ title: "needle" }], next: null } });
});
