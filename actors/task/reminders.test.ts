// When a task reminds, and what moves, clears and repeats that: the rules of the semantics (Reminders). Pure.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { TaskCommand, Origin } from "../../domain/command.ts";
import { newId } from "../../domain/ids.ts";
import { ReminderEvent } from "../../domain/reminder-event.ts";
import { isWaiting, type Reminder, type Trigger } from "../../domain/reminder.ts";
import { defaultSettings, type Owner, ownerOf, type Settings } from "../../domain/settings.ts";
import type { TaskFields } from "../../domain/task.ts";
import { maxAttempts } from "../delivery/deliveries.ts";
import { decide } from "./decide.ts";
import { retryDue, takeReport } from "./decide/deliver.ts";
import { fire, fireDue } from "./decide/fire.ts";
import type { Decision, TaskDoc } from "./doc.ts";
import { eventsOf } from "./event.ts";

const ownerId = newId();
const taskId = newId();
const reminderId = newId();
const start = new Date("2026-12-01T08:00:00.000Z"); // 09:00 in Berlin
const minutes = (n: number): Date => new Date(start.getTime() + n * 60_000);

const origin = (): Origin => ({
  commandId: newId(),
  correlationId: newId(),
  causationId: newId(),
  actorId: ownerId,
  source: "rest",
  device: null,
  traceparent: null,
});

let version = 0;
const ownerWith = (more: Partial<Settings> = {}): Owner => {
  version += 1;
  return ownerOf({ version, settings: { ...defaultSettings, timeZone: "Europe/Berlin", ...more } });
};

type More = { owner?: Owner; now?: Date };

const decided = (
  doc: TaskDoc | null,
  command: TaskCommand,
  { owner = ownerWith(), now = start }: More = {},
) => decide(doc, { command, origin: origin(), owner }, now);

const run = (doc: TaskDoc | null, command: TaskCommand, more: More = {}): Decision => {
  const decision = decided(doc, command, more);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value;
};

const reminder = (trigger: Trigger, more: Partial<Reminder> = {}): Reminder => ({
  id: reminderId,
  trigger,
  channels: null,
  ...more,
});
const before = (n: number, to: "due" | "deadline" = "due"): Trigger => ({
  kind: "relative",
  to,
  minutes: -n,
});
const noon = { kind: "floating" as const, at: "2026-12-01T12:00" };

const taskWith = (fields: Partial<TaskFields>, more: More = {}): TaskDoc =>
  run(null, { type: "task.create", taskId, fields: { title: "x", due: noon, ...fields } }, more)
    .doc;

const add = (given: Reminder): TaskCommand => ({ type: "reminder.add", taskId, reminder: given });
const patch = (changes: Partial<TaskFields>): TaskCommand => ({
  type: "task.patch",
  taskId,
  changes,
});
const statusOf = (doc: TaskDoc, id = reminderId) =>
  doc.reminders.find((one) => one.reminderId === id);
const told = (doc: TaskDoc, at: Date): TaskDoc => fireDue(doc, at)?.doc ?? doc;

test.each<[string, Partial<TaskFields>, Trigger, string]>([
  ["half an hour before the due", {}, before(30), "2026-12-01T10:30:00.000Z"],
  [
    "a day before, at the same clock time",
    { due: { kind: "floating", at: "2027-03-29T09:00" } },
    before(1440),
    "2027-03-28T07:00:00.000Z",
  ],
  [
    "a full day reminds at the day hour",
    { due: { kind: "day", at: "2026-12-02" } },
    before(0),
    "2026-12-02T08:00:00.000Z",
  ],
  [
    "before the deadline",
    { deadline: "2026-12-05" },
    before(60, "deadline"),
    "2026-12-05T07:00:00.000Z",
  ],
  [
    "at an instant, to the millisecond",
    {},
    { kind: "instant", at: "2026-12-01T08:05:00.123Z" },
    "2026-12-01T08:05:00.123Z",
  ],
  [
    "at a wall clock of its own zone",
    {},
    { kind: "wall", when: { kind: "fixed", at: "2026-12-01T09:00", zone: "America/New_York" } },
    "2026-12-01T14:00:00.000Z",
  ],
])("%s", (_, fields, trigger, instant) => {
  const doc = taskWith({ ...fields, reminders: [reminder(trigger)] });
  expect(statusOf(doc)).toMatchObject({ state: "scheduled", generation: 1, scheduledFor: instant });
});

test("one in the past is refused with the time it would have been, and changes nothing", () => {
  const refused = decided(taskWith({}), add(reminder(before(300))));
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "invalid", fields: [{ path: "trigger" }] },
  });
  expect(!refused.ok && refused.error.message).toContain("2026-12-01T06:00:00.000Z");
});

test("one before a due the task does not have is refused", () => {
  expect(decided(taskWith({ due: null }), add(reminder(before(5))))).toMatchObject({
    ok: false,
    error: { code: "invalid", fields: [{ path: "trigger.to" }] },
  });
});

test("the 51st is refused", () => {
  const reminders = Array.from({ length: 50 }, () => reminder(before(5), { id: newId() }));
  expect(decided(taskWith({ reminders }), add(reminder(before(5))))).toMatchObject({
    ok: false,
    error: { code: "invalid", fields: [{ path: "reminders" }] },
  });
});

test("a moved due moves the relative ones; none fires at once for the past", () => {
  const doc = taskWith({ reminders: [reminder(before(30))] });
  const later = run(doc, patch({ due: { kind: "floating", at: "2026-12-01T15:00" } })).doc;
  expect(statusOf(later)).toMatchObject({
    generation: 2,
    scheduledFor: "2026-12-01T13:30:00.000Z",
  });
  const soon = run(doc, patch({ due: { kind: "floating", at: "2026-12-01T09:10" } })).doc;
  expect(statusOf(soon)).toMatchObject({ state: "passed", scheduledFor: null });
  expect(fireDue(soon, minutes(600))).toBeNull();
  const none = run(doc, patch({ due: null })).doc;
  expect(statusOf(none)).toMatchObject({ state: "idle" });
  expect(statusOf(run(none, patch({ due: noon })).doc)).toMatchObject({ state: "scheduled" });
});

test.each<[string, TaskCommand, TaskCommand | null]>([
  ["completing", { type: "task.complete", taskId }, { type: "task.reopen", taskId }],
  ["deleting", { type: "task.delete", taskId }, { type: "task.restore", taskId }],
])("%s cancels; undoing re-arms those still to come", (_, doIt, undoIt) => {
  const doc = taskWith({ reminders: [reminder(before(30))] });
  const over = run(doc, doIt).doc;
  expect(statusOf(over)).toMatchObject({ state: "cancelled" });
  if (!undoIt) return;
  expect(statusOf(run(over, undoIt).doc)).toMatchObject({ state: "scheduled", generation: 2 });
  expect(statusOf(run(over, undoIt, { now: minutes(500) }).doc)).toMatchObject({ state: "passed" });
});

test("it is told once, whoever comes how often, and an old generation tells nothing", () => {
  const doc = taskWith({ reminders: [reminder(before(30))] });
  const what = { reminderId, generation: 1 };
  const first = fire(doc, what, minutes(150));
  expect(first?.told).toMatchObject([
    { type: "punctual.reminder.fired.v1", status: { state: "fired", lateByMs: 0 } },
  ]);
  expect(fire(first?.doc as TaskDoc, what, minutes(150))).toBeNull();
  const moved = run(doc, patch({ due: { kind: "floating", at: "2026-12-01T15:00" } })).doc;
  expect(fire(moved, what, minutes(150))).toBeNull();
});

test("one that is told does not tell those of a later instant", () => {
  const later = newId();
  const reminders = [reminder(before(30)), reminder(before(10), { id: later })];
  const after = fire(taskWith({ reminders }), { reminderId, generation: 1 }, minutes(150));
  expect(after?.doc.reminders.map(({ state }) => state)).toEqual(["fired", "scheduled"]);
});

test("told twice at once by two hosts it is one event: the same id", () => {
  const doc = taskWith({ reminders: [reminder(before(30))] });
  const ids = [1, 2].map(() => {
    const decision = fire(doc, { reminderId, generation: 1 }, minutes(150)) as Decision;
    const [event] = eventsOf(decision, origin(), { now: minutes(150), newId });
    return ReminderEvent.parse(event).id;
  });
  expect(ids[0]).toBe(ids[1]);
});

test("two at the same instant are one notification, and are seen together", () => {
  const other = newId();
  const reminders = [
    reminder(before(30)),
    reminder(
      { kind: "instant", at: "2026-12-01T10:30:00.000Z" },
      { id: other, channels: ["email"] },
    ),
  ];
  const decision = fire(
    taskWith({ reminders }),
    { reminderId: other, generation: 1 },
    minutes(150),
  );
  expect(
    decision?.told.map(({ status, reminderIds, attempts }) => [
      status.toldWith,
      reminderIds.length,
      attempts,
    ]),
  ).toEqual([
    [null, 2, [{ channel: "email", attempt: 1 }]],
    [reminderId, 2, []],
  ]);
  const seen = run(decision?.doc as TaskDoc, {
    type: "reminder.acknowledge",
    taskId,
    reminderId: other,
  });
  expect(seen.doc.reminders.map(({ state }) => state)).toEqual(["acknowledged", "acknowledged"]);
});

test("late it says by how much; after twelve hours it is missed, for a summary", () => {
  const doc = taskWith({ reminders: [reminder(before(30))] });
  expect(statusOf(told(doc, minutes(150 + 7)))).toMatchObject({
    state: "fired",
    lateByMs: 7 * 60_000,
  });
  expect(statusOf(told(doc, minutes(150 + 12 * 60)))).toMatchObject({ state: "fired" });
  expect(statusOf(told(doc, minutes(150 + 12 * 60 + 1)))).toMatchObject({
    state: "missed",
    deliveries: [],
  });
});

test("snoozed it is told again, and the due stays", () => {
  const doc = told(taskWith({ reminders: [reminder(before(30))] }), minutes(150));
  const until = minutes(160).toISOString();
  const snooze: TaskCommand = { type: "reminder.snooze", taskId, reminderId, until };
  const snoozed = run(doc, snooze, { now: minutes(151) }).doc;
  expect(snoozed.task.due).toEqual(noon);
  expect(statusOf(snoozed)).toMatchObject({ state: "snoozed", generation: 2, scheduledFor: until });
  expect(statusOf(told(snoozed, minutes(160)))).toMatchObject({ state: "fired", lateByMs: 0 });
  expect(
    decided(doc, { ...snooze, until: minutes(1).toISOString() }, { now: minutes(151) }),
  ).toMatchObject({
    ok: false,
    error: { code: "invalid", fields: [{ path: "until" }] },
  });
  const renamed = run(snoozed, patch({ title: "y" }), { now: minutes(152) }).doc;
  expect(statusOf(renamed)).toEqual(statusOf(snoozed));
});

test("a task that begins to repeat stays snoozed", () => {
  const trigger: Trigger = { kind: "instant", at: minutes(10).toISOString() };
  const doc = told(taskWith({ reminders: [reminder(trigger)] }), minutes(10));
  const until = minutes(30).toISOString();
  const snooze: TaskCommand = { type: "reminder.snooze", taskId, reminderId, until };
  const snoozed = run(doc, snooze, { now: minutes(11) }).doc;
  const recurrence = {
    rrule: "FREQ=DAILY",
    anchor: "schedule" as const,
    overflow: "clamp" as const,
  };
  const repeating = run(snoozed, patch({ recurrence }), { now: minutes(12) }).doc;
  expect(statusOf(repeating)).toEqual(statusOf(snoozed));
  const done = run(repeating, { type: "task.complete", taskId }, { now: minutes(13) }).doc;
  expect(statusOf(done)).toMatchObject({ state: "scheduled" });
});

test("completing clears what was told on every device", () => {
  const doc = told(taskWith({ reminders: [reminder(before(30))] }), minutes(150));
  const { told: said } = run(doc, { type: "task.complete", taskId }, { now: minutes(151) });
  expect(said).toMatchObject([
    { type: "punctual.reminder.acknowledged.v1", status: { state: "acknowledged" } },
  ]);
});

test.each<[string, string, string]>([
  ["2026-12-01T23:30", "2026-12-02T06:00:00.000Z", "late in the evening"],
  ["2026-12-02T06:59", "2026-12-02T06:00:00.000Z", "early in the morning"],
  ["2026-12-02T07:00", "2026-12-02T06:00:00.000Z", "when they end"],
  ["2026-12-01T21:59", "2026-12-01T20:59:00.000Z", "before they begin"],
])("quiet hours hold what comes at %s until %s (%s)", (at, instant) => {
  const owner = ownerWith({ quietHours: { from: "22:00", to: "07:00" } });
  const due = { kind: "floating" as const, at };
  const doc = taskWith({ due, reminders: [reminder(before(0))] }, { owner });
  expect(statusOf(doc)?.scheduledFor).toBe(instant);
  const urgent = run(doc, patch({ priority: 1 }), { owner }).doc;
  expect(statusOf(urgent)?.scheduledFor).toBe(statusOf(urgent)?.plannedFor);
});

test("the owner moves from Berlin to New York: floating ones move, fixed ones do not", () => {
  const fixed: Trigger = {
    kind: "wall",
    when: { kind: "fixed", at: "2026-12-01T12:00", zone: "Europe/Berlin" },
  };
  const reminders = [
    reminder(before(0)),
    reminder(fixed, { id: newId() }),
    reminder({ kind: "instant", at: "2026-12-01T11:30:00.000Z" }, { id: newId() }),
  ];
  const doc = taskWith({ reminders });
  const owner = ownerWith({ timeZone: "America/New_York" });
  const { doc: moved, event, told: said } = run(doc, { type: "task.retime", taskId }, { owner });
  expect(event).toBeNull();
  expect(said).toHaveLength(1);
  expect(moved.reminders.map(({ scheduledFor }) => scheduledFor)).toEqual([
    "2026-12-01T17:00:00.000Z",
    "2026-12-01T11:00:00.000Z",
    "2026-12-01T11:30:00.000Z",
  ]);
  const older = { ...owner, version: 0, timeZone: "Asia/Tokyo" };
  expect(run(moved, { type: "task.retime", taskId }, { owner: older }).doc.owner).toEqual(owner);
});

test("a failed attempt is repeated with growing pauses, eight times over about a day, then it has failed with its reason", () => {
  let doc = told(
    taskWith({ reminders: [reminder(before(30), { channels: ["email", "webhook"] })] }),
    minutes(150),
  );
  let now = minutes(150);
  const report = (attempt: number) => ({
    reminderId,
    generation: 1,
    channel: "email" as const,
    attempt,
    outcome: { ok: false as const, reason: "421 try later", permanent: false },
  });
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const reported = takeReport(doc, report(attempt), now, 0.5) as Decision;
    expect(takeReport(reported.doc, report(attempt - 1), now, 0.5)).toBeNull();
    doc = reported.doc;
    const email = statusOf(doc)?.deliveries.find(({ channel }) => channel === "email");
    if (email?.nextAttemptAt == null) break;
    now = new Date(email.nextAttemptAt);
    doc = (retryDue(doc, now) as Decision).doc;
  }
  const [email, webhook] = statusOf(doc)?.deliveries ?? [];
  expect(email).toMatchObject({ state: "failed", attempt: 8, reason: "421 try later" });
  expect(webhook?.reason).toBeNull();
  const hours = (now.getTime() - minutes(150).getTime()) / 3_600_000;
  expect(hours).toBeGreaterThan(20);
  expect(hours).toBeLessThan(28);
});

test("one channel's acceptance leaves the other's attempts alone; a permanent failure ends its own", () => {
  const doc = told(
    taskWith({ reminders: [reminder(before(30), { channels: ["email", "push"] })] }),
    minutes(150),
  );
  const base = { reminderId, generation: 1, attempt: 1 };
  const at = minutes(151).toISOString();
  const one = takeReport(
    doc,
    { ...base, channel: "email", outcome: { ok: true, at } },
    minutes(151),
    0,
  ) as Decision;
  const outcome = { ok: false as const, reason: "no subscription", permanent: true };
  const two = takeReport(
    one.doc,
    { ...base, channel: "push", outcome },
    minutes(151),
    0,
  ) as Decision;
  expect(statusOf(two.doc)?.deliveries).toMatchObject([
    { state: "accepted", acceptedAt: at },
    { state: "failed", reason: "no subscription" },
  ]);
  expect([one, two].map(({ told: said }) => said[0]?.type)).toEqual([
    "punctual.reminder.delivered.v1",
    "punctual.reminder.failed.v1",
  ]);
});

test("whatever is done to a task, nothing waits for the past, nothing that is over waits, and no generation is told twice", () => {
  const step = fc.oneof(
    fc.constantFrom<TaskCommand[]>(
      [{ type: "task.complete", taskId }],
      [{ type: "task.reopen", taskId }],
      [{ type: "task.delete", taskId }],
      [{ type: "task.restore", taskId }],
      [{ type: "task.skip", taskId }],
      [{ type: "reminder.acknowledge", taskId, reminderId }],
      [patch({ due: null })],
      [patch({ due: noon })],
      [patch({ recurrence: null })],
      [patch({ recurrence: { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } })],
    ),
    fc
      .integer({ min: 1, max: 3_000 })
      .map((after): TaskCommand[] => [
        { type: "reminder.snooze", taskId, reminderId, until: minutes(after).toISOString() },
      ]),
  );
  const scripts = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 700 })), { maxLength: 25 });
  fc.assert(
    fc.property(scripts, (script) => {
      let doc = taskWith({ reminders: [reminder(before(30))] });
      let clock = 0;
      const seen = new Set<string>();
      for (const [[command], pause] of script) {
        clock += pause;
        const now = minutes(clock);
        for (const { type, status } of fireDue(doc, now)?.told ?? []) {
          const key = `${type} ${status.reminderId} ${status.generation}`;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
        doc = told(doc, now);
        const decision = decided(doc, command as TaskCommand, { now });
        if (decision.ok) doc = decision.value.doc;
        for (const status of doc.reminders.filter(isWaiting)) {
          expect(Date.parse(status.scheduledFor ?? "")).toBeGreaterThan(now.getTime());
          expect(doc.task.deletedAt === null && doc.task.status === "open").toBe(true);
        }
      }
    }),
  );
});
