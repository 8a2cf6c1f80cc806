// Lists and histories page by page: every item once, in order, also while others are written.
import { beforeAll, expect, test } from "vitest";
import { type Person, problemOf, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();
let person: Person;
beforeAll(async () => {
  person = await signUp(url);
  for (let batch = 0; batch < 3; batch += 1) {
    await Promise.all(
      Array.from({ length: 8 }, (_, at) => {
        const position = batch * 8 + at;
        return person.create({
          title: `task ${position}`,
          // Equal positions too: the order must still be total.
          position: Math.floor(position / 3),
          priority: 1 + (position % 4),
          tags: position % 2 === 0 ? ["even"] : ["odd"],
        });
      }),
    );
  }
});

const pagesOf = async (query: Record<string, string | number>) => {
  const pages = [await person.page(query)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    pages.push(await person.page({ ...query, cursor: next }));
  }
  return pages;
};

test("pages of any size hold every task once, in the order of the whole list", async () => {
  const whole = (await person.list()).map(({ id }) => id);
  expect(whole).toHaveLength(24);
  for (const limit of [1, 5, 12, 24, 200]) {
    const pages = await pagesOf({ limit });
    expect(pages.flatMap(({ tasks }) => tasks.map(({ id }) => id))).toEqual(whole);
    expect(pages).toHaveLength(Math.ceil(24 / limit));
  }
});

test("a filter holds over all pages", async () => {
  const pages = await pagesOf({ limit: 2, tag: "even", priority: 1 });
  const found = pages.flatMap(({ tasks }) => tasks);
  expect(found).toHaveLength(6);
  expect(found.every(({ tags, priority }) => tags[0] === "even" && priority === 1)).toBe(true);
});

test("a task written while someone pages does not move the others", async () => {
  const before = (await person.list()).map(({ id }) => id);
  const first = await person.page({ limit: 10 });
  const early = await person.create({ title: "before all", position: -1 });
  const late = await person.create({ title: "after all", position: 1_000 });
  const rest = await person.page({ limit: 200, cursor: first.next ?? "" });
  const seen = [...first.tasks, ...rest.tasks].map(({ id }) => id);
  expect(seen).toEqual([...before, late.id]);
  await Promise.all([person.remove(early.id), person.remove(late.id)]);
});

test("the history comes newest first, page by page, every event once", async () => {
  await until(
    "28 events in the history",
    async () => (await person.events({ limit: 200 })).events.length === 28,
  );
  const whole = (await person.events({ limit: 200 })).events;
  const places = whole.map(({ occurredAt, seq }) => `${occurredAt} ${String(seq).padStart(12)}`);
  expect(places).toEqual(places.toSorted().toReversed());
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page = await person.events({ limit: 9, ...(cursor && { cursor }) });
    ids.push(...page.events.map(({ eventId }) => eventId));
    cursor = page.next;
  }
  expect(ids).toEqual(whole.map(({ eventId }) => eventId));
});

test.each(["/tasks", "/events"])(
  "%s refuses broken paging by the parameter's name",
  async (path) => {
    for (const [name, value] of [
      ["cursor", "nonsense"],
      ["limit", "0"],
      ["limit", "201"],
      ["limit", "many"],
      ["colour", "red"],
    ] as const) {
      const answer = await person.call("GET", path, { query: { [name]: value } });
      expect([name, value, answer.status]).toEqual([name, value, 422]);
      expect((await problemOf(answer)).fields?.[0]?.path).toBe(name);
    }
  },
);
