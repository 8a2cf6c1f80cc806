// What is done to a told reminder, and to a task that repeats. Needs nothing: the gateway is made of paper.
import { describe, expect, test } from "vitest";
import { paperPage } from "./offline/outbox/paper.ts";
import { createReminderWishes } from "./reminder-wishes.ts";
import { openAlerts } from "./store/alerts.ts";
import { sampleAlert, sampleTask } from "./store/samples.ts";
import { visibleTasks } from "./store/visible.ts";
import { createWishes } from "./wishes.ts";

const occurrence = {
  id: "o1",
  seriesId: "s1",
  start: "2026-11-23",
  slot: "2026-11-23",
  position: 1,
  zone: null,
};
const series = sampleTask({
  recurrence: { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" },
  occurrence,
});
const alert = sampleAlert({ occurrence: "o1" });

const now = Date.parse("2026-11-23T08:00:00.000Z");

const page = (reply: Response) => {
  const { store, outbox, calls } = paperPage(() => reply);
  store.dispatch({ type: "learned", tasks: [series] });
  store.dispatch({ type: "frames", frames: [{ type: "alert", cursor: "0:1", alert }] });
  const rewind = { did: () => undefined, aloud: async () => undefined };
  const wishes = createWishes(store, outbox, rewind, () => " Next: Tuesday.");
  return {
    store,
    wishes,
    sent: () =>
      calls.map(({ method, path, body }) =>
        `${method} ${path} ${body === undefined ? "" : JSON.stringify(body)}`.trim(),
      ),
    reminders: createReminderWishes(store, outbox, wishes, () => now),
  };
};

const next = () =>
  Response.json({ ...series, version: 2, occurrence: { ...occurrence, id: "o2" } });
const refused = () => Response.json({ code: "conflict", detail: "it is over" }, { status: 409 });

describe("a told reminder", () => {
  test("is gone at once when dismissed, before the gateway has answered", async () => {
    const { store, sent, reminders } = page(Response.json({}));
    const done = reminders.dismiss(alert);
    expect(openAlerts(store.read())).toEqual([]);
    expect(await done).toBe(true);
    expect(sent()).toEqual(["POST /api/v1/reminders/r1/acknowledge"]);
  });

  test("comes back with the reason when that is refused", async () => {
    const { store, reminders } = page(refused());
    expect(await reminders.snooze(alert, { preset: "1h" })).toBe(false);
    expect(openAlerts(store.read())).toEqual([alert]);
    expect(store.read().notices).toMatchObject([
      { tone: "problem", text: "“buy groceries” was not snoozed. It is over." },
    ]);
  });

  test("is snoozed by a name or to a moment", async () => {
    const { sent, reminders } = page(Response.json({}));
    await reminders.snooze(alert, { preset: "tomorrow" });
    expect(sent()).toEqual(['POST /api/v1/reminders/r1/snooze {"preset":"tomorrow"}']);
  });

  test("in ten minutes means from now on, however late it is sent", async () => {
    const { sent, reminders } = page(Response.json({}));
    await reminders.snooze(alert, { preset: "10m" });
    expect(sent()).toEqual([
      'POST /api/v1/reminders/r1/snooze {"until":"2026-11-23T08:10:00.000Z"}',
    ]);
  });

  test("completes the very date it was about", async () => {
    const { sent, reminders } = page(next());
    await reminders.done(sampleAlert({ occurrence: "o0" }));
    expect(sent()).toEqual(['POST /api/v1/tasks/t1/complete {"occurrence":"o0"}']);
  });
});

describe("a repeating task", () => {
  test("is not shown as done while it goes on to its next date, which is then named", async () => {
    const { store, sent, wishes } = page(next());
    const done = wishes.complete(series);
    expect(visibleTasks(store.read())).toMatchObject([{ status: "open", waiting: true }]);
    await done;
    expect(sent()).toEqual(['POST /api/v1/tasks/t1/complete {"occurrence":"o1"}']);
    expect(store.read().notices).toMatchObject([
      { text: "Completed “buy groceries”. Next: Tuesday.", action: { label: "Undo" } },
    ]);
  });

  test("that is done for good is shown so, and says it", async () => {
    const { store, sent, wishes } = page(Response.json({ ...series, version: 2, status: "done" }));
    const done = wishes.complete(series, { forever: true });
    expect(visibleTasks(store.read())).toMatchObject([{ status: "done" }]);
    await done;
    expect(sent()).toEqual(['POST /api/v1/tasks/t1/complete {"forever":true}']);
  });

  test("passes the date it is at when skipped", async () => {
    const { sent, wishes } = page(next());
    await wishes.skip(series);
    expect(sent()).toEqual(['POST /api/v1/tasks/t1/skip {"occurrence":"o1"}']);
  });

  test("says what a moved date is meant for", async () => {
    const { sent, wishes } = page(next());
    await wishes.patch(series, { due: { kind: "day", at: "2031-05-06" } }, "following");
    expect(sent()).toEqual([
      'PATCH /api/v1/tasks/t1 {"due":{"kind":"day","at":"2031-05-06"},"scope":"following"}',
    ]);
  });
});
