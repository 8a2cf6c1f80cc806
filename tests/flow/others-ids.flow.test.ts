// Every id and key of every request, tool and frame, given with another person's: the answer is the one for an unknown id, and
// the other person notices nothing. The places are found (id-fields.ts), so a new one is tried too, or fails here.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { type Assistant, connectAssistant } from "../assistant.ts";
import { makeBrowser } from "../browser-push.ts";
import { type Person, problemOf, send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { openDevice } from "../device.ts";
import { startReceiver, type Receiver } from "../http-receiver.ts";
import {
  type ApiDocument,
  idFieldsOfApi,
  idFieldsOfFrames,
  idFieldsOfTools,
} from "../id-fields.ts";
import { ownCalls } from "../own-calls.ts";
import { type Asked, ownRequests } from "../own-requests.ts";
import { type Owned, ownEverything, secret } from "../owned-ids.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

let receiver: Receiver;
let ada: Owned;
let eve: Person;
let assistant: Assistant;
let before: Awaited<ReturnType<Owned["world"]>>;
let places: { api: string[]; tools: string[]; frames: string[] };
beforeAll(async () => {
  receiver = await startReceiver();
  [ada, eve] = await Promise.all([ownEverything(url, receiver), signUp(url, "Eve")]);
  const made = await eve.call("POST", "/tokens", { body: { name: "assistant", access: "write" } });
  assistant = await connectAssistant(url, ((await made.json()) as { token: string }).token);
  const document = (await (await send(url, "GET", "/openapi.json")).json()) as ApiDocument;
  const { tools } = await assistant.client.listTools();
  places = {
    api: idFieldsOfApi(document),
    tools: idFieldsOfTools(tools),
    frames: idFieldsOfFrames(),
  };
  before = await ada.world();
});
afterAll(async () => {
  await assistant.close();
  await ada.device.leave();
  receiver.close();
});

/** A value of the same form that nobody has. */
const nobodys = (value: string): string => {
  if (/^[0-9a-f-]{36}$/.test(value)) return newId();
  if (value === "adas-phone") return "nobodys-phone";
  if (value.startsWith("http")) return `${receiver.url}/nobody`;
  const { p256dh, auth } = makeBrowser().subscription("");
  if (value.length === p256dh.length) return p256dh;
  if (value.length === auth.length) return auth;
  const place = Buffer.from(value, "base64url").toString();
  return Buffer.from(place.replaceAll(uuid, besides)).toString("base64url");
};

/** Another id at the same place in an order: what comes after it in a list stays the same. */
const besides = (id: string): string => `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** A text without what differs by its nature from one request to the next. */
const plain = (text: string, given: string): string =>
  text
    .replaceAll(given, "<given>")
    .replaceAll(uuid, "<id>")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<instant>")
    .replaceAll(/"version":\d+/g, '"version":<version>')
    .replaceAll(/\b\d{13}\b/g, "<ms>");

/** Sets `reminders[].id`, `keys.auth` or `id`, with what it stands in. */
const put = (into: Record<string, unknown>, field: string, value: string): void => {
  const steps = field.replaceAll("[]", ".0").split(".");
  const last = steps.pop() ?? "";
  const inner = steps.reduce((at, step) => (at[step] ??= {}) as Record<string, unknown>, into);
  inner[last] = value;
};

const ask = async (place: string, value: string) => {
  const [method = "", path = "", where = "", field = ""] = place.split(" ");
  const own = ownRequests(eve)[`${method} ${path}`];
  if (!own) throw new Error(`own-requests.ts has no request for ${method} ${path}`);
  const asked: Asked = { path: {}, query: {}, header: {}, body: {}, ...(await own()) };
  put(asked[where as keyof Asked], field, value);
  const at = Object.entries(asked.path).reduce(
    (so, [name, id]) => so.replace(`{${name}}`, id),
    path,
  );
  const { query, header: headers, body } = asked;
  const sent = Object.keys(body).length === 0 ? {} : { body };
  const answer = await eve.call(method, at, { query, headers, ...sent });
  const text = await answer.text();
  expect(text.toLowerCase()).not.toContain(secret);
  const names = [...answer.headers.keys()].toSorted();
  return { status: answer.status, names, text: plain(text, value) };
};

/** Another's id for a new task is the one that has to be refused: an id names one task. As what is not there, not as taken. */
const isRefused = (place: string, value: string) =>
  place === "POST /tasks body id" && value === ada.task.id;

test("every id and key of the API: another person's is answered as one that nobody has", async () => {
  expect(places.api.length).toBeGreaterThan(70);
  for (const place of places.api) {
    for (const value of await ada.valuesFor(place)) {
      const theirs = await ask(place, value);
      const expected = isRefused(place, value)
        ? { ...theirs, status: 404 }
        : await ask(place, nobodys(value));
      expect([place, value, theirs]).toEqual([place, value, expected]);
    }
  }
}, 300_000);

test("every id and key an assistant may give: another person's is answered as one that nobody has", async () => {
  expect(places.tools.length).toBeGreaterThan(25);
  const calls = ownCalls(eve, assistant);
  const call = async (name: string, field: string, value: string) => {
    const own = calls[name];
    if (!own) throw new Error(`own-calls.ts has no input for ${name}`);
    const input = await own();
    put(input, field, value);
    const { text, data, isError } = await assistant.call(name, input);
    const said = JSON.stringify({ text, data, isError });
    expect(said.toLowerCase()).not.toContain(secret);
    return plain(said, value);
  };
  for (const place of places.tools) {
    const [name = "", field = ""] = place.split(" ");
    for (const value of await ada.valuesFor(place)) {
      const theirs = await call(name, field, value);
      expect([place, theirs]).toEqual([place, await call(name, field, nobodys(value))]);
    }
  }
}, 300_000);

test("a socket that says hello with another person's id or cursor gets nothing of theirs", async () => {
  expect(places.frames).toEqual(["frame cursor", "frame token"]);
  const heard: unknown[] = [];
  for (const token of await ada.valuesFor("frame token")) {
    const device = await openDevice(url, { token });
    expect((await device.closed()).code).toBe(4401);
    heard.push(device.frames);
  }
  for (const cursor of await ada.valuesFor("frame cursor")) {
    const device = await openDevice(url, { token: eve.token, cursor });
    await device.frame("live");
    heard.push(device.frames);
    await device.leave();
  }
  expect(JSON.stringify(heard).toLowerCase()).not.toContain(secret);
});

test("an id in capitals names nothing: there is one way to write it", async () => {
  const own = await eve.create({ title: "own" });
  for (const id of [own.id.toUpperCase(), ada.task.id.toUpperCase()]) {
    expect((await eve.call("GET", `/tasks/${id}`)).status).toBe(404);
    expect((await eve.call("POST", `/tasks/${id}/complete`)).status).toBe(404);
    const body = { title: "own", parentId: id };
    expect((await problemOf(await eve.call("POST", "/tasks", { body }))).code).toBe("invalid");
  }
});

test("a session of another person is not ended by who knows its id", async () => {
  const { sessions } = (await (await ada.person.call("GET", "/account/sessions")).json()) as {
    sessions: { id: string }[];
  };
  for (const id of [sessions[0]?.id ?? "", newId()])
    expect((await eve.call("DELETE", `/account/sessions/${id}`)).status).toBe(404);
  expect((await ada.person.call("GET", "/tasks")).status).toBe(200);
});

test("changes under another person's correlation id are one's own to take back, and only those", async () => {
  const { correlationId } = ada;
  await eve.create({ title: "own under a known id" }, { "X-Correlation-Id": correlationId });
  const undone = await eve.call("POST", "/history/undo", { body: { correlationId } });
  expect(await undone.json()).toMatchObject({ changes: [{ title: "own under a known id" }] });
  const again = await eve.call("POST", "/history/undo", { body: { correlationId } });
  expect((await problemOf(again)).code).toBe("nothing_to_undo");
});

test("after all that the other person's list, reminders, history, notifications and log are as before", async () => {
  const last = await eve.create({ title: "the last of Eve's" });
  await until("Eve's log is at its end", async () =>
    (await eve.events({ task: last.id })).events.some(({ subject }) => subject === last.id),
  );
  expect(await ada.world()).toEqual(before);
  expect(receiver.received).toEqual([]);

  const [told] = ada.reminders.slice(-1);
  const { person, task, browser } = ada;
  await person.call("PATCH", `/reminders/${told?.id}`, { body: { in: "PT2S" } });
  await until("the reminder was delivered on both channels", async () => {
    const { events } = await person.events({ task: task.id });
    const delivered = events.filter(({ type }) => type === "punctual.reminder.delivered.v1");
    return delivered.length === 2;
  });
  const sent = receiver.received.map(({ path }) => path);
  expect(sent.toSorted()).toEqual(["/hook", "/push"]);
  const push = receiver.received.find(({ path }) => path === "/push");
  expect(browser.decrypt(push?.body ?? Buffer.alloc(0))).toContain(secret);
});
