// How statements share a round trip: alone at once, many together, each with its own answer.
import { expect, test } from "vitest";
import type { Queryable } from "./pool.ts";
import { Failed, together } from "./together.ts";

const db = {} as Queryable;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Statements that are answered by hand. */
const statements = () => {
  const asked: { all: number[]; answer(): void; fail(error: Error): void }[] = [];
  const ask = together<number, string>(
    (_, all) =>
      new Promise((resolve, reject) => {
        asked.push({ all, answer: () => resolve(all.map((one) => `is ${one}`)), fail: reject });
      }),
  );
  return { asked, ask: (one: number) => ask(db, one) };
};

test("what comes while two are under way goes as one, and each caller has its own answer", async () => {
  const { asked, ask } = statements();
  const answers = [1, 2, 3, 4, 5].map(ask);
  expect(asked.map(({ all }) => all)).toEqual([[1], [2]]);
  asked[0]?.answer();
  await turn();
  expect(asked.map(({ all }) => all)).toEqual([[1], [2], [3, 4, 5]]);
  asked[1]?.answer();
  asked[2]?.answer();
  expect(await Promise.all(answers)).toEqual(["is 1", "is 2", "is 3", "is 4", "is 5"]);
});

test("one statement that hangs holds up none of the others", async () => {
  const { asked, ask } = statements();
  void ask(1);
  for (const one of [2, 3, 4]) {
    const answer = ask(one);
    await turn();
    asked.at(-1)?.answer();
    expect(await answer).toBe(`is ${one}`);
  }
});

test("a bad value is only its sender's error", async () => {
  const { asked, ask } = statements();
  const answers = [1, 2, 3, 4].map(ask);
  asked[0]?.answer();
  asked[1]?.answer();
  await turn();
  asked[2]?.fail(new Error("invalid input"));
  await turn();
  expect(asked.slice(3).map(({ all }) => all)).toEqual([[3], [4]]);
  asked[3]?.fail(new Error("invalid input"));
  asked[4]?.answer();
  const settled = await Promise.allSettled(answers);
  expect(settled.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
});

test("a row that another holds is waited for by its own sender only", async () => {
  const { asked, ask } = statements();
  const answers = [1, 2, 3, 4].map(ask);
  asked[0]?.answer();
  asked[1]?.answer();
  await turn();
  const tooLong = Object.assign(new Error("canceling statement"), { code: "57014" });
  asked[2]?.fail(tooLong);
  await turn();
  expect(asked.slice(3).map(({ all }) => all)).toEqual([[3], [4]]);
  asked[3]?.answer();
  asked[4]?.fail(tooLong);
  const settled = await Promise.allSettled(answers);
  expect(settled.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "fulfilled",
    "rejected",
  ]);
});

test("one of many may have failed by itself", async () => {
  const ask = together<number, number>(async (_, all) =>
    all.map((one) => (one === 2 ? new Failed(new Error("not this one")) : one)),
  );
  const settled = await Promise.allSettled([1, 2, 3].map((one) => ask(db, one)));
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("when the database is away all are told at once, and who comes later is tried anew", async () => {
  const { asked, ask } = statements();
  const answers = [1, 2, 3, 4].map(ask);
  asked[0]?.answer();
  asked[1]?.answer();
  await turn();
  asked[2]?.fail(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
  const settled = await Promise.allSettled(answers);
  expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(2);
  expect(asked).toHaveLength(3);
  const later = ask(5);
  asked[3]?.answer();
  expect(await later).toBe("is 5");
});
