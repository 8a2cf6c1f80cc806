// The conversation as its person's actor keeps it: every turn once, pages of older ones, no more than the last 500.
import { expect, test } from "vitest";
import type { Turn } from "../../domain/conversation.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { exampleTurn } from "../../tests/turns.ts";
import { converse } from "./converse.ts";
import { newUser } from "./decide.ts";
import { readTurns } from "./pages.ts";
import { emptyState, UserState } from "./state.ts";
import { bounded, shownOf } from "./turns.ts";

const now = new Date("2026-12-01T08:00:00.000Z");
const userId = newId();
const actor = { type: "UserActor", id: userId };

/** A conversation whose state and pages are kept as the store would. */
const conversation = () => {
  let state = emptyState(newUser(userId, now));
  const stored = new Map<string, unknown>();
  const dapr = { readState: async (_: unknown, key: string) => stored.get(key) ?? null };
  return {
    state: () => state,
    pages: () => [...stored.keys()].toSorted(),
    say: (turn: Partial<Turn> = {}, from: Id = userId) => {
      const next = converse(state, exampleTurn(from, turn), now);
      if (next === null) return false;
      state = UserState.parse(JSON.parse(JSON.stringify({ ...next.state, outbox: [] })));
      for (const { operation, request } of next.beside) {
        if (operation === "upsert")
          stored.set(request.key, JSON.parse(JSON.stringify(request.value)));
        else stored.delete(request.key);
      }
      return true;
    },
    read: (asked: { before?: Id; limit: number }) => readTurns(dapr, actor, state, asked),
  };
};

const said = (turns: Turn[]): string[] => turns.map(({ message }) => message);
const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => String(from + n));

const talk = (count: number) => {
  const one = conversation();
  for (const message of numbers(1, count)) one.say({ message });
  return one;
};

/** Every turn, by scrolling up `limit` at a time. */
const scroll = async (one: ReturnType<typeof conversation>, limit: number): Promise<string[]> => {
  const all: string[] = [];
  let before: Id | undefined;
  for (;;) {
    const page = await one.read({ limit, ...(before === undefined ? {} : { before }) });
    expect(page.turns.length).toBeLessThanOrEqual(limit);
    all.unshift(...said(page.turns));
    if (page.before === null) return all;
    before = page.before;
  }
};

test("the same turn twice is kept once, and another person's not at all", () => {
  const one = conversation();
  const id = newId();
  expect([one.say({ id }), one.say({ id }), one.say({}, newId())]).toEqual([true, false, false]);
  expect(one.state().conversation.recent).toHaveLength(1);
});

test("an interpreter is given the last 20 turns, and the state never holds 40", () => {
  for (const count of [1, 19, 20, 21, 39, 40, 41, 59, 60, 75]) {
    const { conversation: kept } = talk(count).state();
    expect(kept.recent.length).toBeLessThan(40);
    expect(said(shownOf(kept).recent)).toEqual(numbers(Math.max(1, count - 19), count));
  }
});

test.each([1, 7, 20, 33, 100])(
  "scrolling up %i at a time shows every turn once, in order",
  async (limit) => {
    for (const count of [0, 1, 20, 39, 40, 41, 100, 139]) {
      expect([count, await scroll(talk(count), limit)]).toEqual([count, numbers(1, count)]);
    }
  },
);

test("of a long conversation at least the last 500 turns are kept, and the oldest page is deleted", async () => {
  for (const count of [519, 520, 600, 1_234]) {
    const one = talk(count);
    const all = await scroll(one, 100);
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(all.length).toBeLessThan(520);
    expect(all).toEqual(numbers(count - all.length + 1, count));
    expect(one.pages()).toHaveLength(24);
  }
});

test("before a turn that is not there is nothing", async () => {
  expect(await talk(50).read({ before: newId(), limit: 20 })).toEqual({ turns: [], before: null });
});

test("a state of before there were turns loads", () => {
  const { pages: _, ...old } = emptyState(newUser(userId, now));
  const stored = { ...old, conversation: { question: null, shownTaskIds: [userId] } };
  expect(UserState.parse(stored)).toMatchObject({
    conversation: { recent: [], shownTaskIds: [userId] },
    pages: { first: 0, next: 0 },
  });
});

test("a turn is told as two events of one correlation id: the message, and the answer with the message as its cause", () => {
  const state = emptyState(newUser(userId, now));
  const given = exampleTurn(userId, { message: "add milk", text: "Added “milk”." });
  const events = converse(state, given, now)?.state.outbox ?? [];
  const { id, correlationId } = given.turn;
  expect(events).toMatchObject([
    {
      type: "punctual.chat.message.v1",
      subject: id,
      sequence: 1,
      origin: "chat",
      correlationid: correlationId,
      data: { changes: { message: { before: null, after: "add milk" } } },
    },
    {
      type: "punctual.chat.answered.v1",
      subject: id,
      sequence: 2,
      correlationid: correlationId,
      causationid: id,
      data: { changes: { text: { after: "Added “milk”." } } },
    },
  ]);
  const again = converse(state, given, now)?.state.outbox ?? [];
  expect(again.map((event) => event.id)).toEqual(events.map((event) => event.id));
});

test("however large a turn is, what is kept of it is bounded and still text", () => {
  const long = "👍".repeat(5_000);
  const turn = bounded({
    ...exampleTurn(userId).turn,
    message: long,
    text: `x${long}`,
    changes: Array.from({ length: 50 }, () => ({ taskId: newId(), title: long, what: "created" })),
    taskIds: Array.from({ length: 500 }, () => newId()),
    choices: Array.from({ length: 50 }, () => long),
  });
  expect([turn.message.length, turn.text.length]).toEqual([1_999, 4_000]);
  expect([turn.changes.length, turn.taskIds.length, turn.choices.length]).toEqual([20, 100, 20]);
  expect(JSON.stringify(turn).isWellFormed()).toBe(true);
  for (const text of [turn.message, turn.text, ...turn.choices])
    expect(text.isWellFormed()).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(turn))).toBeLessThan(70_000);
});
