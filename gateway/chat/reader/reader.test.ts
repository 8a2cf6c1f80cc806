import { serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "../../../domain/ids.ts";
import { emptyConversation } from "../../../domain/conversation.ts";
import { now, settings, taskCalled, tasks } from "../../../tests/chat-world.ts";
import { Refused } from "../../http/refused.ts";
import { interpretByGrammar } from "../grammar.ts";
import { createReader } from "./reader.ts";
import { createTurns } from "./turns.ts";

const context = {
  now: now.toISOString(),
  zone: settings.timeZone,
  settings,
  tasks,
  conversation: emptyConversation,
};
const long =
  "mark buy milk and eggs as done, move the dentist appointment to monday at 9, tag call bob with family and delete file taxes";
const ada = newId();

// A busy machine may take long; only the test about that is about time.
const patient = 60_000;
let reader = createReader(patient);
afterEach(() => {
  reader.stop();
  reader = createReader(patient);
});

// The thread loads all rules anew, which takes a busy machine some seconds.
vi.setConfig({ testTimeout: 120_000 });

test("a long message means the same on the other thread", async () => {
  const read = await reader.read(long, context, ada);
  expect(read).toEqual(interpretByGrammar(long, context));
  expect(read.commands.length + (read.ask?.choices.length ?? 0)).toBeGreaterThan(0);
});

test("while a long message is read, the thread of everyone else is free", async () => {
  const turns: string[] = [];
  const read = reader.read(long, context, ada).then(() => turns.push("read"));
  await reader.read("help", context, newId()).then(() => turns.push("short"));
  await new Promise(setImmediate);
  turns.push("free");
  await read;
  expect(turns).toEqual(["short", "free", "read"]);
});

test("who says too much at once is told so; what was taken is read, and another is not refused", async () => {
  const said = Array.from({ length: 24 }, () => reader.read(long, context, ada));
  const other = reader.read(long, context, newId());
  const answers = await Promise.allSettled(said);
  const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toHaveLength(24 - 7);
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(Refused);
    expect((reason as Refused).refusal.code).toBe("rate_limited");
    expect((reason as Refused).headers).toEqual({ "retry-after": "2" });
  }
  expect((await other).commands).toEqual((await reader.read(long, context, ada)).commands);
});

test("what takes too long is answered as too long, and the next message is read", async () => {
  reader = createReader(0);
  const read = await reader.read(long, context, ada);
  expect(read.commands).toEqual([]);
  expect(read.answer?.text).toContain("too much at once");
  expect(await reader.read("help", context, ada)).toMatchObject({ answer: { kind: "help" } });
});

test("what cannot be handed to the thread fails alone: nobody else waits for it", async () => {
  await expect(reader.read(long, { ...context, newId }, ada)).rejects.toThrow("could not be read");
  expect((await reader.read(long, context, newId())).commands.length).toBeGreaterThan(0);
});

test("a thread that cannot be started fails the long message; short ones are read", async () => {
  vi.stubGlobal("URL", function broken() {
    throw new Error("no thread is left");
  });
  const [read, short] = await Promise.allSettled([
    reader.read(long, context, ada),
    reader.read("help", context, ada),
  ]).finally(() => vi.unstubAllGlobals());
  expect(String(read?.status === "rejected" && read.reason)).toContain("no thread is left");
  expect(short).toMatchObject({ value: { answer: { kind: "help" } } });
  expect((await reader.read(long, context, ada)).commands.length).toBeGreaterThan(0);
});

test("notes of any length reach the thread whole, and never much at once", async () => {
  const many = Array.from({ length: 600 }, (_, n) =>
    taskCalled(`number ${n}`, n, { description: "я".repeat(16_000) }),
  );
  const handed = vi.spyOn(Worker.prototype, "postMessage");
  const said = "add a note to number 345: this is to be put at the end of what is there already";
  const read = await reader.read(said, { ...context, tasks: many }, ada);
  const sizes = handed.mock.calls.map(([piece]) => serialize(piece).length);
  handed.mockRestore();
  expect(read.commands).toMatchObject([
    {
      taskId: many[345]?.id,
      changes: { description: expect.stringMatching(/^я{16000}\nthis is/u) },
    },
  ]);
  expect(Math.max(...sizes)).toBeLessThan(1_000_000);
});

test("each person in turn", () => {
  const turns = createTurns<string>();
  const [bob] = [newId()];
  for (const one of ["a1", "a2", "a3"]) turns.add(ada, one);
  turns.add(bob, "b1");
  expect([turns.waiting(), turns.waiting(ada), turns.waiting(newId())]).toEqual([4, 3, 0]);
  expect(["", "", "", "", ""].map(() => turns.next())).toEqual(["a1", "b1", "a2", "a3", undefined]);
  expect(turns.waiting()).toBe(0);
});
