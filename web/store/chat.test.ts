// The conversation as the page shows it. Needs nothing.
import { expect, test } from "vitest";
import { type ChatAction, type Exchange, openChoices, reduceChat } from "./chat.ts";

const ticket = (key: string) => ({ key, correlationId: `r-${key}` });
const said = (key: string): ChatAction => ({ type: "said", ticket: ticket(key), message: key });
const reply = (choices: string[] = []) => ({
  correlationId: "r",
  text: "Done.",
  turnId: "turn",
  undoable: false,
  undoes: null,
  interpreter: "grammar" as const,
  changes: [],
  tasks: [],
  choices,
});
const after = (actions: ChatAction[]): Exchange[] => actions.reduce(reduceChat, [] as Exchange[]);

test("an answer goes to the message it belongs to, whichever comes first", () => {
  const talk = after([said("a"), said("b"), { type: "answered", key: "b", reply: reply() }]);
  expect(talk.map(({ state }) => state.is)).toEqual(["sending", "answered"]);
});

test("a message that failed is said again under the same ticket", () => {
  const failed = after([said("a"), { type: "failed", key: "a", reason: "no line" }]);
  expect(failed[0]?.state).toEqual({ is: "failed", reason: "no line" });
  const again = reduceChat(failed, { type: "repeated", key: "a" });
  expect(again).toEqual([{ ticket: ticket("a"), message: "a", state: { is: "sending" } }]);
});

test("the choices of a question are open until the person says something", () => {
  const asked = after([said("a"), { type: "answered", key: "a", reply: reply(["one", "two"]) }]);
  expect(openChoices(asked)).toEqual(["one", "two"]);
  expect(openChoices(reduceChat(asked, said("one")))).toEqual([]);
  expect(openChoices([])).toEqual([]);
});

test("a page remembers the last fifty exchanges", () => {
  const talk = after(Array.from({ length: 60 }, (_, at) => said(String(at))));
  expect(talk).toHaveLength(50);
  expect(talk[0]?.message).toBe("10");
});
