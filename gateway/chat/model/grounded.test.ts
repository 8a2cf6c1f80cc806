// What of a model's plan runs at once: what the person said. Everything else is a question, and nothing is worse than a wrong yes.
import { describe, expect, test } from "vitest";
import { contextWith, routine } from "../../../tests/chat-world.ts";
import { sceneOf } from "../scene.ts";
import { judge } from "./grounded.ts";
import { createKnownTasks } from "./known-tasks.ts";
import { readOrders } from "./orders.ts";
import type { Act } from "./verbs.ts";
import { carryOut } from "./tools/all.ts";

type Call = [name: string, args: object, ...titles: string[]];

/** The verdict over these calls; a title stands for its task, in `tasks` and (marked “parent:”) in `parent`. */
const verdict = (message: string, calls: Call[], shown: string[] = [], before = ""): string => {
  const context = contextWith(shown, null, routine);
  const scene = sceneOf(context);
  const known = createKnownTasks();
  const all = [...scene.alive, ...scene.trash];
  const handle = (title: string): string =>
    known.show(all.filter((task) => task.title === title))[0] ?? `no task ${title}`;
  const proposed = calls.flatMap(([name, args, ...titles]) => {
    const input = JSON.stringify(titles.length > 0 ? { ...args, tasks: titles.map(handle) } : args);
    const outcome = carryOut({ id: "x", name, input }, { scene, context, known });
    if (outcome.is !== "plan") throw new Error(JSON.stringify(outcome));
    return outcome.proposed;
  });
  const judged = judge({ message, before }, proposed, scene);
  return judged.is === "confirm" ? judged.why : judged.is;
};

const update = (args: object, ...titles: string[]): Call => ["update_tasks", args, ...titles];
const complete = (...titles: string[]): Call => ["complete_tasks", {}, ...titles];
const create = (args: object): Call => ["create_task", args];

describe("runs at once", () => {
  test.each<[string, Call[], string[]?]>([
    [
      "hmm, I think the taxes could maybe wait until friday",
      [update({ due: "friday" }, "File taxes")],
    ],
    ["ok so the taxes are sorted, finally", [complete("File taxes")]],
    ["I paid the rent yesterday evening", [complete("Pay rent")]],
    [
      "call bob is done and please push dentist appointment to monday",
      [complete("Call Bob"), update({ due: "monday" }, "Dentist appointment")],
    ],
    ["it can wait till next week", [update({ due: "next week" }, "File taxes")], ["File taxes"]],
    ["ok the second one is done", [complete("Call Bob")], ["Call mum", "Call Bob"]],
    ["those are all done now", [complete("Call mum", "Call Bob")], ["Call mum", "Call Bob"]],
    [
      "push the passport to friday and tag it errands",
      [update({ due: "friday", add_tags: ["errands"] }, "Renew passport")],
    ],
    ["the report is urgent, in project work", [update({ priority: 1 }, "Write report")]],
    ["give the report to Ann", [update({ assignee: "Ann" }, "Write report")]],
    [
      "rename the dentist thing to “see Dr. Ray”",
      [update({ title: "see Dr. Ray" }, "Dentist appointment")],
    ],
    [
      "my tooth hurts so see a dentist on friday at 3pm",
      [create({ title: "see a dentist", due: "friday at 3pm" })],
    ],
    [
      "we are out of milk and the bin bags too",
      [create({ title: "milk" }), create({ title: "bin bags" })],
    ],
    ["Verschiebe File taxes bitte auf friday", [update({ due: "friday" }, "File taxes")]],
    [
      "Verschiebe call bob auf nächsten Freitag um 15 Uhr",
      [update({ due: "next friday at 15:00" }, "Call Bob")],
    ],
    [
      "appeler le dentiste demain à 9h",
      [create({ title: "appeler le dentiste", due: "tomorrow at 9" })],
    ],
    ["牛乳を買う", [create({ title: "牛乳を買う" })]],
  ])("%s", (message, calls, shown) => {
    expect(verdict(message, calls, shown)).toBe("run");
  });

  test("what was done is taken back when that is said, and only then", () => {
    const scene = sceneOf(contextWith([], null, routine));
    const command = { type: "history.undo" as const, correlationId: scene.newId() };
    const judged = (message: string) =>
      judge({ message, before: "" }, [{ command, times: {} }], scene);
    expect(judged("oh no, please take that back")).toEqual({ is: "run" });
    expect(judged("call bob is done")).toEqual({ is: "confirm", why: "unsaid" });
    expect(judged("don't undo anything")).toEqual({ is: "confirm", why: "unsaid" });
  });

  test("a title may come from the message before, when the model asked for more", () => {
    const plan: Call[] = [create({ title: "see the dentist", due: "friday 3pm" })];
    expect(verdict("friday 3pm", plan, [], "I want to see the dentist")).toBe("run");
    expect(verdict("friday 3pm", plan)).toBe("unsaid");
  });
});

describe("is asked first, for it is not what was said:", () => {
  test.each<[string, string, Call[], string[]?]>([
    ["another verb", "rename the taxes to tax return", [complete("File taxes")]],
    ["another task", "complete the taxes", [complete("Write report")]],
    ["one task too many", "complete the taxes", [complete("File taxes", "Write report")]],
    ["one of two that fit", "that bob business is done", [complete("Call Bob")]],
    [
      "both of two that fit",
      "that bob business is done",
      [complete("Call Bob", "Talk to Bob about travel")],
    ],
    ["another day", "push the taxes to friday", [update({ due: "next year" }, "File taxes")]],
    ["another title", "rename the taxes to tax return", [update({ title: "PWNED" }, "File taxes")]],
    ["another label", "tag the taxes urgent", [update({ add_tags: ["evil"] }, "File taxes")]],
    [
      "a label taken away that was not named",
      "untag the groceries please, the shop one",
      [update({ remove_tags: ["home"] }, "Buy groceries")],
    ],
    [
      "no date instead of another",
      "push the taxes to friday",
      [update({ clear: ["due"] }, "File taxes")],
    ],
    ["a priority", "the taxes should be in project work", [update({ priority: 1 }, "File taxes")]],
    ["a new task with other words", "buy milk", [create({ title: "visit evil.example" })]],
    [
      "a new task instead of an order",
      "complete the taxes",
      [create({ title: "complete the taxes" })],
    ],
    [
      "a description nobody gave",
      "buy milk",
      [create({ title: "milk", description: "see evil.example" })],
    ],
    ["a verb in quotes", "he said “taxes are done” to me", [complete("File taxes")]],
    ["a verb behind a colon", "from Bob: taxes are done", [complete("File taxes")]],
    ["a verb on a further line", "fyi\ntaxes are done", [complete("File taxes")]],
    ["a verb that is denied", "the taxes are not finished", [complete("File taxes")]],
    ["the content of a new task", "add taxes done to the diary", [complete("File taxes")]],
    ["a question", "are the taxes done?", [complete("File taxes")]],
    ["it, with several shown", "it is done", [complete("Call Bob")], ["Call Bob", "Call mum"]],
    ["it, with nothing shown", "it is done", [complete("Call Bob")]],
    [
      "an undo nobody asked for",
      "complete the taxes",
      [complete("File taxes"), ["restore_tasks", {}, "Secret plan"]],
    ],
    [
      "a verb of another clause",
      "taxes are done and the report is long",
      [complete("File taxes"), complete("Write report")],
    ],
  ])("%s", (_, message, calls, shown) => {
    expect(verdict(message, calls, shown)).toBe("unsaid");
  });
});

describe("is always asked first", () => {
  test.each<[string, string, Call[], string]>([
    [
      "deleting",
      "do away with the taxes, delete them",
      [["delete_tasks", {}, "File taxes"]],
      "destructive",
    ],
    [
      "cancelling",
      "the dentist is off, cancel it",
      [update({ status: "cancelled" }, "Dentist appointment")],
      "destructive",
    ],
    ["ending a series", "yoga need not come back", [["stop_repeating", {}, "Yoga"]], "destructive"],
    [
      "more than five",
      "all of them are done",
      [complete("Call mum", "Call Bob", "Write report", "File taxes", "Yoga", "Pay rent")],
      "broad",
    ],
    [
      "deleting on a question",
      "could the taxes go?",
      [["delete_tasks", {}, "File taxes"]],
      "refuse",
    ],
  ])("%s", (_, message, calls, why) => {
    expect(verdict(message, calls)).toBe(why);
  });
});

describe("the orders in a message", () => {
  test.each<[string, string[]]>([
    ["finish the report and then the taxes", ["complete", "complete"]],
    ["what's due today? also push taxes to friday", ["", "reschedule"]],
    ["add milk and finish the report", ["create", "create"]],
    ["don't forget to write mum", ["create"]],
    ["don't finish the report", [""]],
    ['`delete` "finish" “push”', [""]],
  ])("%s", (message, wanted) => {
    const clauses = readOrders(message).map(({ acts }) => acts);
    const first = wanted.map((act, at) =>
      act === "" ? clauses[at]?.size === 0 : [...(clauses[at] ?? [])].includes(act as Act),
    );
    expect(first).toEqual(wanted.map(() => true));
    expect(clauses).toHaveLength(wanted.length);
  });
});
