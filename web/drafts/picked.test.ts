// A reminder that was picked: added once, and nothing picked is lost. Needs nothing.
import { expect, test } from "vitest";
import { unreachable } from "../api/problem.ts";
import type { Answer } from "../api/request.ts";
import { createDrafts } from "./drafts.ts";
import { memoryStorage } from "./memory-storage.ts";
import { reminderName } from "./names.ts";
import { addPicked } from "./picked.ts";

const name = reminderName("t1");
const [ten, eleven] = ["2031-05-04T10:00", "2031-05-04T11:00"];
const added: Answer<unknown> = { ok: true, value: null };
const lost: Answer<unknown> = { ok: false, problem: unreachable };
const past: Answer<unknown> = {
  ok: false,
  problem: { code: "invalid", status: 422, message: "is in the past", fields: [] },
};

/** A picked time, and a gateway that answers when told to. */
const page = () => {
  const drafts = createDrafts("u1", memoryStorage());
  drafts.write(name, ten);
  const sent: { picked: string; key: string; answer: (answer: Answer<unknown>) => void }[] = [];
  const add = () =>
    addPicked(drafts, "t1", (picked, { key }) => {
      const { promise, resolve } = Promise.withResolvers<Answer<unknown>>();
      sent.push({ picked, key, answer: resolve });
      return promise;
    });
  return { drafts, sent, add, picked: () => drafts.read(name, "") };
};

test("a second click while it is on its way adds nothing", async () => {
  const { sent, add } = page();
  const both = [add(), add()];
  for (const { answer } of sent) answer(added);
  expect(await Promise.all(both)).toEqual([added, null]);
  expect(sent).toHaveLength(1);
});

test("a time picked since stays, whatever becomes of the first", async () => {
  for (const becomes of [added, lost, past]) {
    const { drafts, sent, add, picked } = page();
    const first = add();
    drafts.write(name, eleven);
    sent[0]?.answer(becomes);
    await first;
    expect(picked()).toBe(eleven);
  }
});

test("refused, it is picked again", async () => {
  const { sent, add, picked } = page();
  const first = add();
  sent[0]?.answer(past);
  await first;
  expect(picked()).toBe(ten);
});

test("without an answer it is sent again under the same key; another time, or after a refusal, under its own", async () => {
  const { drafts, sent, add } = page();
  for (const [becomes, next] of [
    [lost, ten],
    [past, ten],
    [lost, eleven],
    [added, ten],
  ] as const) {
    const turn = add();
    sent.at(-1)?.answer(becomes);
    await turn;
    drafts.write(name, next);
  }
  const [first, second, third, fourth] = sent.map(({ key }) => key);
  expect(second).toBe(first);
  expect(new Set([second, third, fourth]).size).toBe(3);
});

test("when it was added nothing is left of it", async () => {
  const { drafts, sent, add } = page();
  const turn = add();
  sent[0]?.answer(added);
  await turn;
  expect(drafts.names()).toEqual([]);
});
