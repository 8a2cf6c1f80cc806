// A recurring task from occurrence to occurrence: the table of the semantics, and what goes with it. Pure.
import { expect, test } from "vitest";
import type { TaskCommand, Origin } from "../../domain/command.ts";
import { fold, TaskEvent } from "../../domain/event.ts";
import { newId } from "../../domain/ids.ts";
import type { Reminder } from "../../domain/reminder.ts";
import { defaultSettings, type Owner, ownerOf } from "../../domain/settings.ts";
import type { TaskPatch } from "../../domain/task.ts";
import { toInstant } from "../../domain/time.ts";
import type { When } from "../../domain/when.ts";
import { decide } from "./decide.ts";
import { rollOver, rollsOverAt } from "./decide/roll.ts";
import type { Decision, TaskDoc } from "./doc.ts";
import { taskEvent } from "./event.ts";

const zone = "Europe/Berlin";
const owner: Owner = ownerOf({ version: 1, settings: { ...defaultSettings, timeZone: zone } });
const ownerId = newId();
const taskId = newId();

const origin = (): Origin => ({
  commandId: newId(),
  correlationId: newId(),
  causationId: newId(),
  actorId: ownerId,
  source: "rest",
  device: null,
  traceparent: null,
});

const at = (local: string): Date =>
  new Date(toInstant(local.includes("T") ? local : `${local}T12:00`, zone));

const decided = (doc: TaskDoc | null, command: TaskCommand, now: string) =>
  decide(doc, { command, origin: origin(), owner }, at(now));

const run = (doc: TaskDoc | null, command: TaskCommand, now: string): Decision => {
  const decision = decided(doc, command, now);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value;
};

const day = (on: string): When => ({ kind: "day", at: on });

type More = TaskPatch & { anchor?: "completion" };

const repeating = (rrule: string, due: When, now: string, more: More = {}) => {
  const { anchor = "schedule" as const, ...fields } = more;
  const recurrence = { rrule, anchor, overflow: "clamp" as const };
  const all = { ...fields, title: "pay rent", due, recurrence };
  return run(null, { type: "task.create", taskId, fields: all }, now).doc;
};

const complete: TaskCommand = { type: "task.complete", taskId };

test.each<[string, When, string, string, string, ("completion" | undefined)?]>([
  ["FREQ=WEEKLY;BYDAY=MO", day("2026-03-02"), "2026-03-18", "2026-03-23", "late"],
  ["FREQ=WEEKLY;BYDAY=MO", day("2026-03-02"), "2026-03-01", "2026-03-09", "early"],
  [
    "FREQ=MONTHLY;INTERVAL=3",
    day("2026-01-10"),
    "2026-01-20",
    "2026-04-20",
    "every!",
    "completion",
  ],
  ["FREQ=MONTHLY;INTERVAL=3", day("2026-01-10"), "2026-01-20", "2026-04-10", "every"],
  ["FREQ=MONTHLY;BYMONTHDAY=31", day("2027-01-31"), "2027-01-31", "2027-02-28", "clamped"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", day("2028-02-29"), "2028-02-29", "2029-02-28", "leap"],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    day("2026-07-31"),
    "2026-07-31",
    "2026-08-31",
    "last workday",
  ],
  [
    "FREQ=DAILY",
    { kind: "fixed", at: "2027-03-27T09:00", zone },
    "2027-03-27T09:05",
    "2027-03-28T09:00",
    "dst",
  ],
])("%s due %o, done on %s: next is %s (%s)", (rrule, due, done, next, _, anchor) => {
  const doc = repeating(rrule, due, "2026-01-01", anchor ? { anchor } : {});
  const { doc: after, event } = run(doc, complete, done);
  expect(after.task).toMatchObject({ status: "open", due: { ...due, at: next }, version: 2 });
  expect(event?.type).toBe("punctual.task.occurrence-completed.v1");
});

test("the 31st is not lost in February", () => {
  const doc = repeating("FREQ=MONTHLY", day("2027-01-31"), "2027-01-01");
  const february = run(doc, complete, "2027-01-31").doc;
  expect(february.task.due?.at).toBe("2027-02-28");
  expect(run(february, complete, "2027-02-28").doc.task.due?.at).toBe("2027-03-31");
});

test("what was missed is recorded as skipped, and not created", () => {
  const doc = repeating("FREQ=WEEKLY;BYDAY=MO", day("2026-03-02"), "2026-01-01");
  const { event } = run(doc, complete, "2026-03-18");
  expect(event?.passed?.map(({ slot, outcome }) => [slot, outcome])).toEqual([
    ["2026-03-02", "done"],
    ["2026-03-09", "skipped"],
    ["2026-03-16", "skipped"],
  ]);
});

test("completing an occurrence twice is once", () => {
  const doc = repeating("FREQ=DAILY", day("2026-03-02"), "2026-03-01");
  const occurrence = doc.task.occurrence?.id ?? "";
  const first = run(doc, { ...complete, occurrence }, "2026-03-02").doc;
  const second = run(first, { ...complete, occurrence }, "2026-03-02");
  expect(second).toMatchObject({ event: null, doc: { task: { version: 2 } } });
  expect(decided(first, { ...complete, occurrence: newId() }, "2026-03-02")).toMatchObject({
    ok: false,
    error: { code: "conflict" },
  });
});

test("an occurrence's id is made of series and slot: undone and done again, it is the same", () => {
  const doc = repeating("FREQ=DAILY", day("2026-03-02"), "2026-03-01");
  const once = run(doc, complete, "2026-03-02").doc;
  const back = run(once, { type: "task.reopen", taskId }, "2026-03-02").doc;
  expect(back.task.occurrence).toEqual(doc.task.occurrence);
  expect(back.task.due).toEqual(doc.task.due);
  expect(run(back, complete, "2026-03-02").doc.task.occurrence).toEqual(once.task.occurrence);
});

test("after COUNT the task is done, and undoing that restores the occurrence", () => {
  const doc = repeating("FREQ=DAILY;COUNT=2", day("2026-03-02"), "2026-03-01");
  const second = run(doc, complete, "2026-03-02").doc;
  const over = run(second, complete, "2026-03-03");
  expect(over.event?.type).toBe("punctual.task.completed.v1");
  expect(over.doc.task).toMatchObject({ status: "done", due: day("2026-03-03") });
  const back = run(over.doc, { type: "task.reopen", taskId }, "2026-03-04").doc;
  expect(back.task).toMatchObject({ status: "open", due: day("2026-03-03") });
  expect(run(back, complete, "2026-03-04").doc.task.status).toBe("done");
});

test("completed forever, it does not go on", () => {
  const doc = repeating("FREQ=DAILY", day("2026-03-02"), "2026-03-01");
  const over = run(doc, { ...complete, forever: true }, "2026-03-02").doc;
  expect(over.task).toMatchObject({ status: "done", due: day("2026-03-02") });
  const back = run(over, { type: "task.reopen", taskId }, "2026-03-02").doc;
  expect(back.task).toMatchObject({ status: "open", due: day("2026-03-02") });
});

test("a skip passes the slot, and can be taken back", () => {
  const doc = repeating("FREQ=WEEKLY;BYDAY=MO", day("2026-03-02"), "2026-03-01");
  const { doc: after, event } = run(doc, { type: "task.skip", taskId }, "2026-03-01");
  expect(after.task.due).toEqual(day("2026-03-09"));
  expect(event).toMatchObject({
    type: "punctual.task.occurrence-skipped.v1",
    passed: [{ slot: "2026-03-02", outcome: "skipped" }],
  });
  const { doc: back, event: undone } = run(after, { type: "task.reopen", taskId }, "2026-03-01");
  expect(back.task.due).toEqual(day("2026-03-02"));
  expect(undone?.cameBack).toBe("2026-03-02");
});

test("this one moved: the next keeps the rhythm; this and following moved: the rule goes along", () => {
  const doc = repeating("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", day("2026-03-02"), "2026-03-01");
  const move = (scope: "this" | "following"): TaskCommand => ({
    type: "task.patch",
    taskId,
    changes: { due: day("2026-03-04") },
    scope,
  });
  const once = run(doc, move("this"), "2026-03-02").doc;
  expect(once.task.due).toEqual(day("2026-03-04"));
  expect(run(once, complete, "2026-03-04").doc.task.due).toEqual(day("2026-03-16"));
  const all = run(doc, move("following"), "2026-03-02").doc;
  expect(all.task.recurrence?.rrule).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE");
  expect(run(all, complete, "2026-03-04").doc.task.due).toEqual(day("2026-03-18"));
});

test("an occurrence moved beyond later ones passes them when it is done", () => {
  const doc = repeating("FREQ=DAILY", day("2026-03-02"), "2026-03-01");
  const changes = { due: day("2026-03-05") };
  const moved = run(doc, { type: "task.patch", taskId, changes }, "2026-03-02").doc;
  expect(run(moved, complete, "2026-03-03").doc.task.due).toEqual(day("2026-03-06"));
});

test("a rule of several days cannot follow one of them, and says so", () => {
  const doc = repeating("FREQ=WEEKLY;BYDAY=MO,TH", day("2026-03-02"), "2026-03-01");
  const changes = { due: day("2026-03-04") };
  expect(
    decided(doc, { type: "task.patch", taskId, changes, scope: "following" }, "2026-03-02"),
  ).toMatchObject({ ok: false, error: { code: "invalid", fields: [{ path: "due" }] } });
});

test("the first due is the first date of the rule; a rule without a date is refused with its field", () => {
  const doc = repeating("FREQ=WEEKLY;BYDAY=MO", day("2026-03-04"), "2026-03-01");
  expect(doc.task.due).toEqual(day("2026-03-09"));
  const create: TaskCommand = {
    type: "task.create",
    taskId,
    fields: {
      title: "x",
      recurrence: {
        rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        anchor: "schedule",
        overflow: "skip",
      },
    },
  };
  expect(decided(null, create, "2026-03-01")).toMatchObject({
    ok: false,
    error: { code: "invalid", fields: [{ path: "recurrence.rrule" }] },
  });
});

test("a repeating task keeps a due date, unless it stops repeating as well", () => {
  const doc = repeating("FREQ=DAILY", day("2026-03-02"), "2026-03-01");
  const patch = (changes: TaskPatch): TaskCommand => ({ type: "task.patch", taskId, changes });
  expect(decided(doc, patch({ due: null }), "2026-03-02").ok).toBe(false);
  const stopped = run(doc, patch({ due: null, recurrence: null }), "2026-03-02").doc;
  expect(stopped.task).toMatchObject({ due: null, recurrence: null, occurrence: null });
});

test("PATCH status done on a repeating task is a completion of its occurrence", () => {
  const doc = repeating("FREQ=DAILY", day("2026-03-02"), "2026-03-01");
  const changes = { status: "done" as const, title: "pay the rent" };
  const { doc: after, event } = run(doc, { type: "task.patch", taskId, changes }, "2026-03-02");
  expect(after.task).toMatchObject({
    status: "open",
    title: "pay the rent",
    due: day("2026-03-03"),
    version: 2,
  });
  expect(Object.keys(event?.changes ?? {}).toSorted()).toEqual(["due", "occurrence", "title"]);
});

test("with onMissed skip the task goes on by itself to the latest slot that has begun", () => {
  const doc = repeating("FREQ=DAILY", { kind: "floating", at: "2026-03-02T09:00" }, "2026-03-01", {
    onMissed: "skip",
  });
  expect(rollsOverAt(doc)).toBe("2026-03-03T08:00:00.000Z");
  expect(rollOver(doc, at("2026-03-03T08:59"))).toBeNull();
  const late = rollOver(doc, at("2026-03-05T10:00"));
  expect(late?.doc.task).toMatchObject({
    due: { at: "2026-03-05T09:00" },
    version: 2,
    status: "open",
  });
  expect(late?.event?.passed?.map(({ slot }) => slot.slice(0, 10))).toEqual([
    "2026-03-02",
    "2026-03-03",
    "2026-03-04",
  ]);
});

test("with onMissed keep it stays", () => {
  expect(rollsOverAt(repeating("FREQ=DAILY", day("2026-03-02"), "2026-03-01"))).toBeNull();
});

test("an absolute reminder keeps its day offset and clock time to the due", () => {
  const reminders: Reminder[] = [
    {
      id: newId(),
      trigger: { kind: "wall", when: { kind: "floating", at: "2026-03-01T18:00" } },
      channels: null,
    },
    { id: newId(), trigger: { kind: "relative", to: "due", minutes: -60 }, channels: null },
    { id: newId(), trigger: { kind: "instant", at: "2026-03-02T06:30:15.000Z" }, channels: null },
  ];
  const doc = repeating("FREQ=MONTHLY", day("2026-03-02"), "2026-02-01", { reminders });
  const after = run(doc, complete, "2026-03-02").doc;
  expect(after.task.reminders.map(({ trigger }) => trigger)).toMatchObject([
    { when: { at: "2026-04-01T18:00" } },
    { minutes: -60 },
    { at: "2026-04-02T05:30:15.000Z" }, // 07:30:15 in Berlin, in summer time now
  ]);
  expect(after.reminders.map(({ scheduledFor }) => scheduledFor)).toEqual([
    "2026-04-01T16:00:00.000Z",
    "2026-04-02T06:00:00.000Z",
    "2026-04-02T05:30:15.000Z",
  ]);
});

test("a parent's roll-over opens a done subtask, and taking it back closes it as it was", () => {
  const occurrence = newId();
  const made = run(
    null,
    { type: "task.create", taskId, fields: { title: "x", parentId: newId() } },
    "2026-03-01",
  ).doc;
  const done = run(made, complete, "2026-03-01").doc;
  const opened = run(done, { type: "task.reset", taskId, occurrence }, "2026-03-02").doc;
  expect(opened.task.status).toBe("open");
  const back = run(opened, { type: "task.unreset", taskId, occurrence }, "2026-03-03").doc;
  expect(back.task).toMatchObject({ status: "done", completedAt: done.task.completedAt });
  expect(
    run(opened, { type: "task.unreset", taskId, occurrence: newId() }, "2026-03-03").event,
  ).toBeNull();
});

test("the events of a series fold to the task its actor holds", () => {
  let doc: TaskDoc | null = null;
  let folded: TaskDoc["task"] | null = null;
  const recurrence = {
    rrule: "FREQ=DAILY;COUNT=4",
    anchor: "schedule" as const,
    overflow: "clamp" as const,
  };
  const commands: [TaskCommand, string][] = [
    [
      { type: "task.create", taskId, fields: { title: "x", due: day("2026-03-02"), recurrence } },
      "2026-03-01",
    ],
    [complete, "2026-03-02"],
    [{ type: "task.skip", taskId }, "2026-03-02"],
    [{ type: "task.reopen", taskId }, "2026-03-02"],
    [
      { type: "task.patch", taskId, changes: { due: day("2026-03-03") }, scope: "following" },
      "2026-03-02",
    ],
    [complete, "2026-03-10"],
    [{ type: "task.patch", taskId, changes: { recurrence: null } }, "2026-03-11"],
  ];
  for (const [command, now] of commands) {
    const decision: Decision = run(doc, command, now);
    doc = decision.doc;
    if (decision.event === null) continue;
    folded = fold(folded, TaskEvent.parse(taskEvent(doc.task, decision.event, origin(), newId())));
    expect(folded).toEqual(doc.task);
  }
});

test("a repeating task put off by so many minutes, to the second, goes on to its next date as ever", () => {
  const due = (wall: string): When => ({ kind: "floating", at: wall });
  const doc = repeating("FREQ=DAILY", due("2026-03-02T09:00"), "2026-03-01");
  const later: TaskCommand = {
    type: "task.patch",
    taskId,
    changes: { due: due("2026-03-02T12:20:49") },
  };
  const put = run(doc, later, "2026-03-02").doc;
  expect(put.task.due).toEqual(due("2026-03-02T12:20:49"));
  expect(run(put, complete, "2026-03-02T12:30").doc.task.due).toEqual(due("2026-03-03T09:00"));
});

test("a task due at a second repeats from the full minute at or after it", () => {
  const due: When = { kind: "floating", at: "2026-03-02T09:59:30" };
  const first = { kind: "floating", at: "2026-03-02T10:00" };
  expect(repeating("FREQ=DAILY", due, "2026-03-01").task.due).toEqual(first);
  const doc = repeating("FREQ=DAILY", { ...due, at: "2026-03-01T09:00" }, "2026-03-01");
  const moved = run(
    doc,
    { type: "task.patch", taskId, changes: { due }, scope: "following" },
    "2026-03-01",
  ).doc;
  expect(moved.task.due).toEqual(first);
});

test.each([
  ["FREQ=WEEKLY;BYDAY=SU", day("2026-05-03"), "2026-05-01", "2026-05-10"],
  ["FREQ=WEEKLY;INTERVAL=3;BYDAY=SA", day("2026-04-18"), "2026-05-26", "2026-06-20"],
  [
    "FREQ=DAILY",
    { kind: "floating", at: "2026-05-03T18:00" },
    "2026-05-02T20:00",
    "2026-05-04T18:00",
  ],
  [
    "FREQ=WEEKLY;BYDAY=SU",
    { kind: "fixed", at: "2026-05-03T18:00", zone: "America/New_York" },
    "2026-05-03T05:00", // still the 2nd in New York
    "2026-05-10T18:00",
  ],
] as [string, When, string, string][])(
  "every! %s due %o, done early on %s: %s, and the same completion sent twice is once",
  (rrule, due, done, next) => {
    const anchor = "completion";
    const doc = repeating(`${rrule};COUNT=2`, due, "2026-04-01", { anchor });
    const once = { ...complete, occurrence: doc.task.occurrence?.id };
    const first = run(doc, once, done).doc;
    expect(first.task).toMatchObject({ status: "open", due: { ...due, at: next } });
    expect(run(first, once, done)).toMatchObject({ event: null, doc: { task: { version: 2 } } });
    const back = run(first, { type: "task.reopen", taskId }, done).doc;
    expect(back.task).toMatchObject({ due, occurrence: doc.task.occurrence });
    expect(run(back, once, done).doc.task.occurrence).toEqual(first.task.occurrence);
    expect(run(first, complete, next).doc.task.status).toBe("done");
  },
);

test("every! moved by hand and done before that day: neither the slot nor the moved day comes again", () => {
  const doc = repeating("FREQ=DAILY", day("2026-05-03"), "2026-05-01", { anchor: "completion" });
  const changes = { due: day("2026-05-04") };
  const moved = run(doc, { type: "task.patch", taskId, changes }, "2026-05-02").doc;
  expect(run(moved, complete, "2026-05-03").doc.task.due).toEqual(day("2026-05-05"));
});

test("every! with onMissed skip goes on to the slot that has begun, not to one after it", () => {
  const more = { anchor: "completion" as const, onMissed: "skip" as const };
  const doc = repeating("FREQ=DAILY;INTERVAL=3", day("2026-05-03"), "2026-05-01", more);
  const rolled = rollOver(doc, at("2026-05-06T10:00"));
  expect(rolled?.doc.task.due).toEqual(day("2026-05-06"));
});
