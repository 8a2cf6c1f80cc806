// The conversation as the page knows it: turns of the server, and what has no answer yet. Needs nothing.
import { describe, expect, test } from "vitest";
import type { Turn } from "../../domain/conversation.ts";
import { type Chat, type ChatAction, emptyChat, reduceChat } from "./chat.ts";
import { sampleTurn } from "./samples.ts";

const ticket = (key: string) => ({ key, correlationId: `r-${key}` });
const said = (key: string): ChatAction => ({ type: "said", ticket: ticket(key), message: key });
const turned = (turn: Turn): ChatAction => ({ type: "turned", turn });
const newest = (turns: Turn[], before: string | null = null): ChatAction => ({
  type: "newest_read",
  page: { turns, before },
  wanted: 1,
});
const after = (actions: ChatAction[], from: Chat = emptyChat): Chat =>
  actions.reduce(reduceChat, from);
const ids = ({ turns }: Chat): string[] => turns.map(({ id }) => id);

/** Turn 1, 2, 3 … a minute apart. */
const turn = (number: number, more: Partial<Turn> = {}): Turn =>
  sampleTurn({
    id: `t${number}`,
    at: `2026-11-22T10:${String(number).padStart(2, "0")}:00.000Z`,
    correlationId: `c${number}`,
    ...more,
  });

describe("one's own message", () => {
  const answer = turn(1, { correlationId: "r-a" });

  test("is open until its turn is there, whether the answer or the socket brings it", () => {
    const open = after([said("a"), said("b")]);
    expect(open.exchanges.map(({ message }) => message)).toEqual(["a", "b"]);
    const answered = reduceChat(open, turned(answer));
    expect(answered.exchanges.map(({ message }) => message)).toEqual(["b"]);
    expect(
      ids(reduceChat(answered, turned({ ...answer, text: "as the server keeps it" }))),
    ).toEqual(["t1"]);
  });

  test("keeps the turn as the server keeps it, whichever comes first", () => {
    const made = { ...answer, text: "as the page made it" };
    const both: ChatAction[] = [{ type: "answered", turn: made }, turned(answer)];
    for (const order of [both, both.toReversed()]) expect(after(order).turns).toEqual([answer]);
  });

  test("that failed is said again under the same ticket", () => {
    const failed = after([said("a"), { type: "failed", ticket: ticket("a"), reason: "no line" }]);
    expect(failed.exchanges[0]?.state).toEqual({ is: "failed", reason: "no line" });
    const again = reduceChat(failed, { type: "repeated", ticket: ticket("a") });
    expect(again.exchanges).toMatchObject([{ message: "a", state: { is: "sending" } }]);
  });

  test("that failed here but was answered there is no longer open", () => {
    const failed = after([said("a"), { type: "failed", ticket: ticket("a"), reason: "no line" }]);
    expect(reduceChat(failed, newest([answer])).exchanges).toEqual([]);
    const { exchanges } = failed;
    expect(after([newest([answer]), { type: "recalled", exchanges }]).exchanges).toEqual([]);
  });

  test("hears its answer piece by piece, and anew when it is said again", () => {
    const heard = (words: string): ChatAction => ({ type: "heard", ticket: ticket("a"), words });
    const words = (chat: Chat) => chat.exchanges[0]?.state;
    const half = after([said("a"), heard("I add"), heard("ed")]);
    expect(words(half)).toEqual({ is: "sending", words: "I added" });
    const repeated = reduceChat(half, { type: "repeated", ticket: ticket("a") });
    expect(words(repeated)).toEqual({ is: "sending", words: "" });
  });
});

describe("turns", () => {
  test("stand in the order they happened, each once", () => {
    const chat = after([
      newest([turn(2), turn(3)], "t2"),
      turned(turn(5)),
      turned(turn(4)),
      turned(turn(5)),
    ]);
    expect(ids(chat)).toEqual(["t2", "t3", "t4", "t5"]);
  });

  test("older ones are read page by page until there are none", () => {
    const chat = after([
      newest([turn(4), turn(5)], "t4"),
      { type: "older_read", page: { turns: [turn(2), turn(3)], before: "t2" } },
    ]);
    expect([ids(chat), chat.before]).toEqual([["t2", "t3", "t4", "t5"], "t2"]);
    const whole = reduceChat(chat, {
      type: "older_read",
      page: { turns: [turn(1)], before: null },
    });
    expect([ids(whole), whole.before]).toEqual([["t1", "t2", "t3", "t4", "t5"], null]);
  });

  test("read anew after a lost line join those known", () => {
    const known = after([newest([turn(1), turn(2)], "t1")]);
    const again = reduceChat(known, newest([turn(2), turn(3)], "t2"));
    expect([ids(again), again.before]).toEqual([["t1", "t2", "t3"], "t1"]);
  });

  test("read anew after a long absence leave no hole: what lies before them is read when wanted", () => {
    const known = after([newest([turn(1), turn(2)], null)]);
    const again = after([newest([turn(8), turn(9)], "t8"), turned(turn(10))], known);
    expect([ids(again), again.before]).toEqual([["t8", "t9", "t10"], "t8"]);
  });

  test("a turn that came while the first page was on its way is kept", () => {
    const chat = after([turned(turn(3)), newest([turn(1), turn(2)], "t1")]);
    expect([ids(chat), chat.before]).toEqual([["t1", "t2", "t3"], "t1"]);
  });
});
