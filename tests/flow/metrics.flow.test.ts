// What an operator sees of the whole stack: what people did is in the numbers of each process, and nothing of who they are.
import { expect, onTestFinished, test } from "vitest";
import { signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { startReceiver } from "../http-receiver.ts";
import { type App, metricsUrl, type Samples, scrape, total } from "../scrape.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();

/** Waits until a process has counted `by` more of something than `before`. */
const grows = (app: App, before: Samples, by: number, ...what: [string, ...string[]]) =>
  until(`${what.join(" ")} of ${app} grows by ${by}`, async () => {
    return total(await scrape(stack, app), ...what) - total(before, ...what) >= by;
  });

test("writes, refusals, frames, chats and requests of people are counted where they happen", async () => {
  const person = await signUp(stack.url);
  const before = await scrape(stack, "gateway");
  const device = await liveDevice(person);
  const task = await person.create({ title: "a word nobody else says: xylophonist" });
  await person.post(task.id, "/complete");
  await person.call("PATCH", `/tasks/${task.id}`, {
    body: { due: { kind: "day", at: "nonsense" } },
  });
  await person.say("what's due today?");
  await grows(
    "gateway",
    before,
    1,
    "punctual_writes_total",
    'kind="task.create"',
    'outcome="done"',
  );
  await grows(
    "gateway",
    before,
    1,
    "punctual_writes_total",
    'kind="task.complete"',
    'outcome="done"',
  );
  await grows(
    "gateway",
    before,
    1,
    "punctual_chat_messages_total",
    'interpreter="grammar"',
    'outcome="answer"',
  );
  await grows(
    "gateway",
    before,
    1,
    "punctual_http_request_seconds_count",
    'route="/tasks"',
    'method="POST"',
    'status="201"',
  );
  await grows("gateway", before, 2, "punctual_feed_latency_seconds_count");
  const now = await scrape(stack, "gateway");
  expect(total(now, "punctual_sockets", 'state="following"')).toBeGreaterThanOrEqual(1);
  expect(total(now, "punctual_feed_up")).toBe(1);
  expect(total(now, "punctual_database_connections")).toBeGreaterThanOrEqual(1);
  expect(total(now, "nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
  await device.leave();

  for (const app of ["gateway", "actors", "consumers"] as const) {
    const text = await (await fetch(metricsUrl(stack, app))).text();
    for (const secret of [person.userId, person.email, task.id, "xylophonist", person.token])
      expect(text).not.toContain(secret);
  }
});

test("a reminder leaves how late it was fired, and how late its channel took it", async () => {
  const [actors, consumers] = await Promise.all([
    scrape(stack, "actors"),
    scrape(stack, "consumers"),
  ]);
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  const person = await signUp(stack.url);
  const body = { webhookUrl: `${receiver.url}/hook`, channels: ["webhook"] };
  expect((await person.call("PATCH", "/settings", { body })).status).toBe(200);
  const task = await person.create({ title: "ring" });
  const asked = { taskId: task.id, in: "PT2S" };
  expect((await person.call("POST", "/reminders", { body: asked })).status).toBe(201);
  await grows("actors", actors, 1, "punctual_reminder_events_total", 'event="fired"');
  await grows("actors", actors, 1, "punctual_reminder_lateness_seconds_count", 'stage="fired"');
  await grows(
    "actors",
    actors,
    1,
    "punctual_actor_turn_seconds_count",
    'type="TaskActor"',
    'outcome="done"',
  );
  await grows(
    "consumers",
    consumers,
    2,
    "punctual_consumer_records_total",
    'reader="log"',
    'fate="done"',
  );
  const accepted = ['channel="webhook"', 'outcome="accepted"'];
  await grows("consumers", consumers, 1, "punctual_deliveries_total", ...accepted);
  const lateness = "punctual_reminder_lateness_seconds_count";
  await grows("consumers", consumers, 1, lateness, 'stage="accepted"', 'channel="webhook"');
  const now = await scrape(stack, "consumers");
  for (const group of ["log", "notify", "follow"])
    expect(now.get(`punctual_consumer_lag{group="${group}"}`)).toBeGreaterThanOrEqual(0);
  expect(now.get("punctual_scheduler_away_seconds")).toBe(0);
  expect(total(now, "punctual_arming_rounds_total", 'outcome="done"')).toBeGreaterThanOrEqual(1);
  const depth = (await scrape(stack, "actors")).get('punctual_outbox_depth{state="left"}');
  expect(depth).toBe(0);
});
