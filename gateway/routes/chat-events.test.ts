// POST /chat in pieces: words while they come, the reply at the end, errors as they would have been.
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { ActorUnavailable } from "../../actors/client.ts";
import type { ChatReply } from "../../domain/reply.ts";
import { refuse } from "../../domain/result.ts";
import { exampleChat } from "../api/examples.ts";
import type { Chat } from "../deps.ts";
import { wantsEvents } from "../http/event-stream.ts";
import { exposition } from "../../process/metrics/instruments.ts";
import { createTestApp, noDatabase, signedIn } from "../../tests/gateway-app.ts";

const reply = exampleChat as ChatReply;

/** Says something to an app with this chat; gives the answer. */
const say = async (chat: Chat, accept: string, body: object = { message: "hello" }) => {
  const { call } = await createTestApp(noDatabase, { ...signedIn(), chat });
  return call("POST", "/chat", { token: "t", body, headers: { accept } });
};

const eventsOf = async (answer: Response): Promise<[string, unknown][]> =>
  (await answer.text()).split("\n\n").flatMap((block): [string, unknown][] => {
    const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
    return name === undefined ? [] : [[name, JSON.parse(data ?? "")]];
  });

const talking: Chat = async ({ onText }) => {
  for (const words of ["You have ", "3 tasks.\n", "“Büro” ✓"]) onText?.(words);
  return { ok: true, value: reply };
};

test("words come piece by piece, then the reply", async () => {
  const answer = await say(talking, "text/event-stream, application/json");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  expect(answer.headers.get("x-correlation-id")).not.toBeNull();
  expect(await eventsOf(answer)).toEqual([
    ["text", "You have "],
    ["text", "3 tasks.\n"],
    ["text", "“Büro” ✓"],
    ["reply", reply],
  ]);
});

/** A chat that waits, and a way to read on until some words were heard. */
const waiting = async () => {
  const next = Promise.withResolvers<void>();
  const answer = await say(async ({ onText }) => {
    onText?.("first");
    await next.promise;
    return { ok: true, value: reply };
  }, "text/event-stream");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const until = async (words: string): Promise<string> => {
    while (!heard.includes(words)) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: "" };
      if (done) throw new Error(`the stream ended with ${heard}`);
      heard += value;
    }
    return heard;
  };
  return { until, next: next.resolve };
};

test("a word arrives before the next one is thought of", async () => {
  const { until, next } = await waiting();
  expect(await until('data: "first"')).toMatch(/^: hello\n\n/);
  expect(await until("first")).not.toContain("reply");
  next();
  await until("event: reply");
});

test("while nothing is said the connection is kept alive", async () => {
  const { until, next } = await waiting();
  expect(await until(": alive\n\n")).not.toContain("reply");
  next();
  await until("event: reply");
});

describe("errors", () => {
  test("of the message itself are problem+json, whatever is accepted", async () => {
    const answer = await say(talking, "text/event-stream", { message: "" });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  test.each<[string, Chat, object]>([
    [
      "a refusal",
      async () => refuse("idempotency_mismatch", "another message"),
      { code: "idempotency_mismatch", status: 422, detail: "another message" },
    ],
    [
      "a part that is down",
      () => Promise.reject(new ActorUnavailable(new Error("away"))),
      { code: "unavailable", status: 503 },
    ],
    ["a bug", () => Promise.reject(new Error("secret text")), { code: "internal", status: 500 }],
  ])("%s is an event with the body of the problem", async (_, chat, problem) => {
    const events = await eventsOf(await say(chat, "text/event-stream"));
    expect(events).toMatchObject([["problem", problem]]);
    expect(JSON.stringify(events)).not.toContain("secret text");
  });
});

test("whoever leaves in between loses the answer, not what it does", async () => {
  const next = Promise.withResolvers<void>();
  const done = Promise.withResolvers<string>();
  const answer = await say(async ({ onText }) => {
    await next.promise;
    onText?.("into the void");
    done.resolve("done");
    return { ok: true, value: reply };
  }, "text/event-stream");
  await answer.body?.cancel();
  next.resolve();
  expect(await done.promise).toBe("done");
});

describe("what is measured of an answer in pieces", () => {
  /** How many POST /chat were counted, by status. */
  const counted = async (): Promise<Record<string, number>> => {
    const { text } = await exposition();
    const line = /^punctual_http_request_seconds_count\{(.*route="\/chat".*)\} (\d+)$/gm;
    return Object.fromEntries(
      [...text.matchAll(line)].map(([, labels = "", count]) => [
        /status="(\d+)"/.exec(labels)?.[1] ?? "",
        Number(count),
      ]),
    );
  };

  test("is told at its end, with the status that it came to", async () => {
    type Line = { msg: string; status?: number };
    const told = Promise.withResolvers<Line>();
    const lines: string[] = [];
    const write = (line: string): void => {
      const parsed = JSON.parse(line) as Line;
      lines.push(parsed.msg);
      if (parsed.msg === "request answered") told.resolve(parsed);
    };
    const next = Promise.withResolvers<never>();
    const log = pino({ level: "info" }, { write });
    const chat: Chat = () => next.promise;
    const { call } = await createTestApp(noDatabase, { ...signedIn(), chat, log });
    const before = await counted();
    const headers = { accept: "text/event-stream" };
    const answer = await call("POST", "/chat", { token: "t", body: { message: "hi" }, headers });
    expect({ lines, counted: await counted() }).toEqual({ lines: [], counted: before });
    next.reject(new ActorUnavailable(new Error("away")));
    expect(await eventsOf(answer)).toMatchObject([["problem", { status: 503 }]]);
    expect(await told.promise).toMatchObject({ status: 503 });
    const after = await counted();
    expect(after).toEqual({ ...before, 503: (before["503"] ?? 0) + 1 });
  });
});

test.each([
  [undefined, false],
  ["*/*", false],
  ["application/json", false],
  ["text/event-stream", true],
  ["Text/Event-Stream;q=0.5, application/json", true],
  ["text/event-stream;q=0", false],
])("accepting %s wants pieces: %s", (accept, wants) => {
  expect(wantsEvents(accept)).toBe(wants);
});

test("who accepts JSON gets JSON, as ever", async () => {
  const answer = await say(talking, "application/json");
  expect(answer.headers.get("content-type")).toContain("application/json");
  expect(await answer.json()).toEqual(reply);
});
