// The conversation as it is shown. Needs nothing.
import { describe, expect, test } from "vitest";
import type { Turn } from "../../domain/conversation.ts";
import type { Exchange } from "./chat.ts";
import { entriesOf, newDays, openChoices, remedyOf, standingOf, turnOf } from "./conversation.ts";
import { sampleTurn } from "./samples.ts";

const change = { taskId: "t1", title: "milk", what: "created" as const };
const turn = (id: string, more: Partial<Turn> = {}): Turn =>
  sampleTurn({ id, correlationId: `c-${id}`, changes: [change], ...more });
const exchange = (key: string, after: string | null, is: "sending" | "failed"): Exchange => ({
  ticket: { key, correlationId: `r-${key}` },
  message: key,
  after,
  state: is === "sending" ? { is, words: "" } : { is, reason: "no line" },
});
const shown = (turns: Turn[], exchanges: Exchange[]): string[] =>
  entriesOf({ turns, exchanges }).map((one) =>
    one.is === "turn" ? one.turn.id : one.exchange.message,
  );

describe("the order", () => {
  const turns = [turn("1"), turn("2")];

  test("a message that failed stands where it was said, one on its way is the last", () => {
    const open = [exchange("lost", "1", "failed"), exchange("now", "1", "sending")];
    expect(shown(turns, open)).toEqual(["1", "lost", "2", "now"]);
    expect(shown(turns, [exchange("first", null, "failed")])).toEqual(["first", "1", "2"]);
  });

  test("one whose place is not known any more is the last", () => {
    expect(shown(turns, [exchange("lost", "gone", "failed")])).toEqual(["1", "2", "lost"]);
  });
});

test("a day is named where it begins, today only after another", () => {
  const at = (id: string, day: string): Turn => turn(id, { at: `${day}T10:00:00.000Z` });
  const named = (turns: Turn[]) => [
    ...newDays(turns, (instant) => instant.slice(0, 10), "2026-11-23"),
  ];
  const [old, older] = ["2026-11-22", "2026-11-20"];
  expect(named([at("1", "2026-11-23")])).toEqual([]);
  expect(named([at("1", older), at("2", older), at("3", old), at("4", "2026-11-23")])).toEqual([
    ["1", older],
    ["3", old],
    ["4", "2026-11-23"],
  ]);
});

test("the choices of a question are open until something is said, here or elsewhere", () => {
  const asked = [turn("1"), turn("2", { choices: ["this one", "that one"] })];
  const choices = (turns: Turn[], exchanges: Exchange[] = []) =>
    openChoices(entriesOf({ turns, exchanges }));
  expect(choices(asked)).toEqual(["this one", "that one"]);
  expect(choices([...asked, turn("3")])).toEqual([]);
  expect(choices(asked, [exchange("this one", "2", "sending")])).toEqual([]);
  expect(choices([])).toEqual([]);
});

describe("what can be done about a turn", () => {
  const remedies = (turns: Turn[]) => {
    const standing = standingOf(turns);
    return turns.map((one) => remedyOf(one, standing));
  };
  const undo = (correlationId: string) => ({ is: "undo", correlationId });
  const redo = (correlationId: string) => ({ is: "redo", correlationId });
  const done = turn("do");
  const undone = turn("undo", { undoes: "c-do" });
  const redone = turn("redo", { undoes: "c-undo" });

  test("its changes are taken back while they stand, words alone are not", () => {
    expect(remedies([done, turn("talk", { changes: [] })])).toEqual([undo("c-do"), null]);
  });

  test("taken back, they are brought back, from either end", () => {
    expect(remedies([done, undone])).toEqual([redo("c-undo"), redo("c-undo")]);
  });

  test("brought back, they can be taken back again, and so on", () => {
    expect(remedies([done, undone, redone])).toEqual([undo("c-do"), null, null]);
    const again = turn("again", { undoes: "c-do" });
    expect(remedies([done, undone, redone, again])).toEqual([
      redo("c-again"),
      null,
      null,
      redo("c-again"),
    ]);
  });

  test("an undo whose own turn is not loaded can be taken back", () => {
    expect(remedies([undone])).toEqual([redo("c-undo")]);
  });
});

test("an answer is the turn the server keeps", () => {
  const reply = {
    turnId: "1",
    correlationId: "c-1",
    undoable: true,
    undoes: null,
    interpreter: "grammar" as const,
    text: "Added.",
    changes: [{ ...change, changes: {} }],
    tasks: [],
    choices: [],
  };
  const at = new Date("2026-11-22T10:00:00.000Z");
  expect(turnOf(reply, { message: "add milk", at, device: "laptop" })).toEqual(
    turn("1", { message: "add milk", text: "Added.", device: "laptop", at: at.toISOString() }),
  );
});
