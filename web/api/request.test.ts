// One HTTP request: its headers, its repetitions, its problems. Needs nothing: the network is made of paper.
import { describe, expect, test } from "vitest";
import { type Net, netUntil, request } from "./request.ts";

const ticket = { key: "k1", correlationId: "r1" };
type Reply = Response | "no answer";

/** A network that gives these replies in turn, and a clock that moves while waiting. */
const paperNet = (...replies: Reply[]) => {
  const calls: { url: string; init: RequestInit }[] = [];
  let now = 0;
  const net: Net = {
    fetch: async (url, init) => {
      calls.push({ url, init });
      const reply = replies[calls.length - 1];
      if (reply === undefined || reply === "no answer") throw new TypeError("Failed to fetch");
      return reply;
    },
    wait: async (ms) => {
      now += ms;
    },
    now: () => now,
  };
  return { net, calls };
};

const problem = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });

describe("an answer in pieces", () => {
  const stream = (...events: [name: string, data: unknown][]): Response =>
    new Response(
      events.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`).join(""),
      { headers: { "content-type": "text/event-stream" } },
    );
  const ask = async (...replies: Reply[]) => {
    const heard: (string | null)[] = [];
    const { net, calls } = paperNet(...replies);
    const onWords = (words: string | null): void => void heard.push(words);
    const answer = await request("/chat", { method: "POST", ticket, onWords }, net);
    return { answer, heard, calls };
  };

  test("is heard word by word and ends with the reply", async () => {
    const { answer, heard, calls } = await ask(
      stream(["text", "I "], ["text", "added"], ["reply", { text: "I added" }]),
    );
    expect(heard).toEqual(["I ", "added"]);
    expect(answer).toEqual({ ok: true, value: { text: "I added" } });
    const accept = new Headers(calls[0]?.init.headers).get("accept");
    expect(accept).toBe("text/event-stream, application/json");
  });

  test("that is cut off is asked for again under the same key, and heard anew", async () => {
    const { answer, heard, calls } = await ask(
      stream(["text", "I add"]),
      Response.json({ text: "I added" }),
    );
    expect(heard).toEqual(["I add", null]);
    expect(answer).toEqual({ ok: true, value: { text: "I added" } });
    expect(calls.map(({ init }) => new Headers(init.headers).get("idempotency-key"))).toEqual([
      "k1",
      "k1",
    ]);
  });

  test("may end with a problem", async () => {
    const refused = { code: "conflict", status: 409, detail: "done already" };
    const { answer } = await ask(stream(["problem", refused]));
    expect(answer).toMatchObject({ ok: false, problem: { code: "conflict", status: 409 } });
  });
});

describe("repeating", () => {
  test("a write is repeated under the same key until it is answered", async () => {
    const { net, calls } = paperNet("no answer", problem(503, {}), Response.json({ id: "t1" }));
    const answer = await request("/tasks", { method: "POST", body: { title: "a" }, ticket }, net);
    expect(answer).toEqual({ ok: true, value: { id: "t1" } });
    const keys = calls.map(({ init }) => new Headers(init.headers).get("idempotency-key"));
    expect(keys).toEqual(["k1", "k1", "k1"]);
  });

  test("a write without a key is tried once", async () => {
    const { net, calls } = paperNet();
    const answer = await request("/api/auth/sign-in/email", { method: "POST", body: {} }, net);
    expect(answer).toMatchObject({ ok: false, problem: { code: "unreachable" } });
    expect(calls).toHaveLength(1);
  });

  test("a write that came too fast waits as long as Retry-After says", async () => {
    const tooFast = problem(429, { code: "rate_limited" }, { "retry-after": "7" });
    const { net, calls } = paperNet(tooFast, Response.json({ id: "t1" }));
    const answer = await request("/tasks", { method: "POST", ticket }, net);
    expect(answer).toEqual({ ok: true, value: { id: "t1" } });
    expect(calls).toHaveLength(2);
    expect(net.now()).toBe(7_000);
  });

  test("a write that would have to wait longer than a person does is given back", async () => {
    const { net, calls } = paperNet(problem(429, {}, { "retry-after": "61" }));
    const answer = await request("/tasks", { method: "POST", ticket }, net);
    expect(answer).toMatchObject({ ok: false, problem: { code: "rate_limited" } });
    expect([calls.length, net.now()]).toEqual([1, 0]);
  });

  test("a sign-in that came too fast is tried once", async () => {
    const { net, calls } = paperNet(problem(429, {}, { "retry-after": "1" }));
    await request("/api/auth/sign-in/email", { method: "POST", body: {} }, net);
    expect(calls).toHaveLength(1);
  });

  test("what waits when the person leaves is not sent as whoever comes next", async () => {
    const { net, calls } = paperNet("no answer", Response.json({}), Response.json({}));
    const leaving = new AbortController();
    const left: Net = { ...net, wait: async () => leaving.abort(), over: leaving.signal };
    const waiting = await request("/tasks", { method: "POST", ticket }, left);
    const later = await request("/tasks", { method: "POST", ticket }, left);
    expect([waiting, later]).toMatchObject([
      { ok: false, problem: { code: "unreachable" } },
      { ok: false, problem: { code: "unreachable" } },
    ]);
    expect(calls).toHaveLength(1);
  });

  test("a pause ends at once when the person leaves", async () => {
    const leaving = new AbortController();
    const pause = netUntil(leaving.signal).wait(1_000_000);
    leaving.abort();
    await expect(pause).resolves.toBeUndefined();
  });

  test("a refusal is final", async () => {
    const { net, calls } = paperNet(problem(409, { code: "conflict", detail: "done already" }));
    const answer = await request("/tasks/t1/complete", { method: "POST", ticket }, net);
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: "conflict", status: 409, message: "done already" },
    });
    expect(calls).toHaveLength(1);
  });

  test("a write outlives a restart of the gateway, and is given up within a minute", async () => {
    const { net, calls } = paperNet();
    const answer = await request("/tasks", { method: "POST", ticket }, net);
    expect(answer).toMatchObject({ ok: false, problem: { code: "unreachable" } });
    expect(net.now()).toBeGreaterThan(45_000);
    expect(net.now()).toBeLessThanOrEqual(60_000);
    expect(calls.length).toBeLessThan(15);
  });

  test("a read is given up sooner: a person waits for it", async () => {
    const { net } = paperNet();
    const answer = await request("/tasks", {}, net);
    expect(answer).toMatchObject({ ok: false, problem: { code: "unreachable" } });
    expect(net.now()).toBeLessThanOrEqual(10_000);
  });

  test("attempts that hang count too", async () => {
    const { net, calls } = paperNet();
    let now = 0;
    const slow: Net = {
      ...net,
      now: () => now,
      fetch: (url, init) => {
        now += 16_000;
        return net.fetch(url, init);
      },
    };
    await request("/tasks", { method: "POST", ticket }, slow);
    expect(calls).toHaveLength(4);
  });
});

test("a request says which device it is and under which correlation id it runs", async () => {
  const { net, calls } = paperNet(Response.json({}));
  await request("/tasks", { method: "POST", body: {}, ticket, device: "web-1" }, net);
  const headers = new Headers(calls[0]?.init.headers);
  expect(headers.get("x-device-id")).toBe("web-1");
  expect(headers.get("x-correlation-id")).toBe("r1");
});

test("an answer that is no problem+json still becomes a sentence", async () => {
  const html = new Response("<html>", { status: 500 });
  const { net } = paperNet(html);
  const answer = await request("/tasks", { method: "POST", body: {} }, net);
  expect(answer).toMatchObject({
    ok: false,
    problem: { status: 500, message: expect.stringContaining("Something broke") },
  });
});
