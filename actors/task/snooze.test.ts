// A snooze lives through whatever is done and taken back (semantics: Reminders). Pure.
import { expect, test } from "vitest";
import type { TaskCommand, Origin } from "../../domain/command.ts";
import { newId } from "../../domain/ids.ts";
import { isWaiting, type Reminder, type Trigger } from "../../domain/reminder.ts";
import { defaultSettings, type Owner, ownerOf, type Settings } from "../../domain/settings.ts";
import type { Task, TaskFields, TaskPatch } from "../../domain/task.ts";
import { decide } from "./decide.ts";
import { fireDue } from "./decide/fire.ts";
import { TaskDoc, type Decision } from "./doc.ts";
import { eventsOf } from "./event.ts";

const ownerId = newId();
const taskId = newId();
const reminderId = newId();
/** A clock time of 1 December in Berlin. */
const at = (time: string, day = 1): Date => new Date(`2026-12-0${day}T${time}:00+01:00`);
const iso = (time: string, day = 1): string => at(time, day).toISOString();

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
const ownerWith = (more: Partial<Settings> = {}): Owner =>
  ownerOf({
    version: (version += 1),
    settings: { ...defaultSettings, timeZone: "Europe/Berlin", ...more },
  });
const berlin = ownerWith();

const run = (doc: TaskDoc | null, command: TaskCommand, now: Date, owner = berlin): Decision => {
  const decision = decide(doc, { command, origin: origin(), owner }, now);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value;
};
const statusOf = (doc: TaskDoc) => doc.reminders.find((one) => one.reminderId === reminderId);
const patch = (
  changes: TaskPatch,
  asBefore?: { occurrence?: Task["occurrence"] },
): TaskCommand => ({
  type: "task.patch",
  taskId,
  changes,
  ...(asBefore && { asBefore }),
});
const bare = (
  type: "task.reopen" | "task.delete" | "task.restore" | "task.complete" | "task.skip",
) => ({ type, taskId }) as TaskCommand;

const daily = { rrule: "FREQ=DAILY", anchor: "schedule" as const, overflow: "clamp" as const };
const evening = { kind: "floating" as const, at: "2026-12-01T17:00" };
const fullDay = { kind: "day" as const, at: "2026-12-01" };
const relative: Trigger = { kind: "relative", to: "due", minutes: 0 };

/** What a reminder may count from: told at 17:00 (a full day: by a day hour of 17:00), and snoozed to 18:05. */
const kinds: [string, Partial<TaskFields>, Trigger][] = [
  ["relative to the due", { due: evening }, relative],
  ["relative to the due of a full day", { due: fullDay }, relative],
  [
    "relative to the deadline",
    { due: evening, deadline: "2026-12-01" },
    { ...relative, to: "deadline" },
  ],
  ["at an instant", { due: evening }, { kind: "instant", at: iso("17:00") }],
  ["at a wall clock", { due: evening }, { kind: "wall", when: evening }],
  [
    "at a fixed wall clock",
    { due: evening },
    { kind: "wall", when: { kind: "fixed", at: "2026-12-01T17:00", zone: "Europe/Berlin" } },
  ],
];
const day17 = ownerWith({ dayTime: "17:00" });

const snooze = (until: string): TaskCommand => ({
  type: "reminder.snooze",
  taskId,
  reminderId,
  until,
});

/** Told at 17:00 and snoozed to 18:05. */
const snoozed = (fields: Partial<TaskFields>, trigger: Trigger, until = iso("18:05")): TaskDoc => {
  const reminders: Reminder[] = [{ id: reminderId, trigger, channels: null }];
  const all = { title: "x", ...fields, reminders };
  const made = run(null, { type: "task.create", taskId, fields: all }, at("08:00"), day17).doc;
  const told = fireDue(made, at("17:00"));
  expect(told?.told).toMatchObject([{ type: "punctual.reminder.fired.v1" }]);
  return run((told as Decision).doc, snooze(until), at("17:01"), day17).doc;
};

/** What takes a waiting reminder away, and what brings it back (an undo: as the planner of undo orders it). */
const pairs: [string, Partial<TaskFields>, TaskCommand, (doc: TaskDoc) => TaskCommand][] = [
  ["completed and reopened", {}, bare("task.complete"), () => bare("task.reopen")],
  ["completed and set open", {}, bare("task.complete"), () => patch({ status: "open" })],
  ["set done and undone", {}, patch({ status: "done" }), () => bare("task.reopen")],
  ["deleted and restored", {}, bare("task.delete"), () => bare("task.restore")],
  [
    "cancelled and opened",
    {},
    patch({ status: "cancelled" }),
    () => patch({ status: "in_progress" }, {}),
  ],
  ["cancelled and reopened", {}, patch({ status: "cancelled" }), () => bare("task.reopen")],
  ["skipped and undone", { recurrence: daily }, bare("task.skip"), () => bare("task.reopen")],
  ["date done and undone", { recurrence: daily }, bare("task.complete"), () => bare("task.reopen")],
  [
    "done forever and undone",
    { recurrence: daily },
    { type: "task.complete", taskId, forever: true },
    () => bare("task.reopen"),
  ],
  [
    "last date done and undone",
    { recurrence: { ...daily, rrule: "FREQ=DAILY;COUNT=1" } },
    bare("task.complete"),
    () => bare("task.reopen"),
  ],
  [
    "postponed and undone",
    {},
    patch({ due: { ...evening, at: "2026-12-02T17:00" } }),
    ({ task }) => patch({ due: task.due }, {}),
  ],
  [
    "this date postponed and undone",
    { recurrence: daily },
    patch({ due: { ...evening, at: "2026-12-02T19:00" } }),
    ({ task }) => patch({ due: task.due }, {}),
  ],
  [
    "due moved into the past and back",
    {},
    patch({ due: { ...evening, at: "2026-11-30T17:00" } }),
    ({ task }) => patch({ due: task.due }, {}),
  ],
  [
    "due taken away and put back",
    {},
    patch({ due: null }),
    ({ task }) => patch({ due: task.due }, {}),
  ],
  [
    "deadline moved and moved back",
    {},
    patch({ deadline: "2026-12-09" }),
    ({ task }) => patch({ deadline: task.deadline }, {}),
  ],
  [
    "reminder removed and put back",
    {},
    { type: "reminder.remove", taskId, reminderId },
    ({ task }) => patch({ reminders: task.reminders }, {}),
  ],
  [
    "reminder changed and changed back",
    {},
    {
      type: "reminder.change",
      taskId,
      reminderId,
      changes: { trigger: { kind: "instant", at: iso("23:00") } },
    },
    ({ task }) => patch({ reminders: task.reminders }, {}),
  ],
  [
    "made to repeat and not",
    {},
    patch({ recurrence: daily }),
    () => patch({ recurrence: null }, { occurrence: null }),
  ],
  [
    "made not to repeat and undone",
    { recurrence: daily },
    patch({ recurrence: null }),
    ({ task }) => patch({ recurrence: task.recurrence }, { occurrence: task.occurrence }),
  ],
  [
    "another series begun and undone",
    { recurrence: daily },
    patch({ recurrence: { ...daily, rrule: "FREQ=WEEKLY" } }),
    ({ task }) => patch({ recurrence: task.recurrence }, { occurrence: task.occurrence }),
  ],
];
const cases = kinds.flatMap(([kind, fields, trigger]) =>
  pairs.map(
    (pair) => [pair[0], kind, { ...fields, ...pair[1] }, trigger, pair[2], pair[3]] as const,
  ),
);

test.each(cases)("%s, it stays snoozed (%s)", (_, __, fields, trigger, away, back) => {
  const doc = snoozed(fields, trigger);
  const without = run(doc, away, at("17:10"), day17).doc;
  // What is stored is read again, as after a crash.
  const { doc: after } = run(TaskDoc.parse(without), back(doc), at("17:20"), day17);
  expect(statusOf(after)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05") });
  const told = fireDue(after, at("18:05"));
  expect(told?.told).toMatchObject([{ type: "punctual.reminder.fired.v1" }]);
  expect(fireDue((told as Decision).doc, at("23:59", 9))).toBeNull();
});

test.each(cases)("%s twice over, and then told once (%s)", (_, __, fields, trigger, away, back) => {
  let doc = snoozed(fields, trigger);
  const first = doc;
  for (const minute of ["10", "20"]) {
    doc = run(doc, away, at(`17:${minute}`), day17).doc;
    doc = run(doc, back(first), at(`17:${minute}`), day17).doc;
  }
  expect(statusOf(doc)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05") });
});

/** Those that leave nothing waiting. */
const takenAway = cases.filter(([, , fields, trigger, away]) => {
  const { doc } = run(snoozed(fields, trigger), away, at("17:10"), day17);
  return statusOf(doc)?.state !== "snoozed";
});

test.each(takenAway)(
  "%s only after its instant: it is told at once, and says by how much it is late (%s)",
  (_, __, fields, trigger, away, back) => {
    const doc = snoozed(fields, trigger);
    const { doc: without } = run(doc, away, at("17:10"), day17);
    const { doc: after, told } = run(without, back(doc), at("18:30"), day17);
    expect(told.at(-1)).toMatchObject({
      type: "punctual.reminder.fired.v1",
      status: { lateByMs: 25 * 60_000 },
    });
    expect(statusOf(after)?.state).toBe("fired");
    expect(after.reminders.some(isWaiting)).toBe(false);
  },
);

test("brought back more than twelve hours after its instant it is missed, for the summary", () => {
  const doc = run(
    snoozed({ due: evening }, relative),
    bare("task.complete"),
    at("17:10"),
    day17,
  ).doc;
  const { told } = run(doc, bare("task.reopen"), at("08:00", 2), day17);
  expect(told.at(-1)).toMatchObject({ type: "punctual.reminder.missed.v1" });
});

test.each(kinds)("a change of day hour or zone leaves it snoozed (%s)", (_, fields, trigger) => {
  let doc = snoozed(fields, trigger);
  for (const owner of [
    ownerWith({ dayTime: "21:00" }),
    ownerWith({ dayTime: "06:00" }),
    ownerWith({ timeZone: "America/New_York" }),
    ownerWith({ timeZone: "Asia/Tokyo", quietHours: { from: "22:00", to: "07:00" } }),
  ]) {
    const retimed = run(doc, { type: "task.retime", taskId }, at("17:10"), owner);
    doc = retimed.doc;
    expect(statusOf(doc)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05") });
    expect(run(doc, { type: "task.retime", taskId }, at("17:10"), owner).doc).toBe(doc);
  }
  const told = fireDue(doc, at("18:05"));
  const seen = run((told as Decision).doc, patch({ title: "y" }), at("18:10"), doc.owner).doc;
  expect(statusOf(seen)).toMatchObject({ state: "fired" });
});

test.each(kinds)(
  "a change of zone while it is done, and it is snoozed when reopened (%s)",
  (_, fields, trigger) => {
    const doc = run(snoozed(fields, trigger), bare("task.complete"), at("17:10"), day17).doc;
    const owner = ownerWith({ timeZone: "America/New_York" });
    const after = run(doc, bare("task.reopen"), at("17:20"), owner).doc;
    expect(statusOf(after)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05") });
  },
);

test("one that was stored snoozed before this was known is kept as well", () => {
  const { putOff: _, gone: __, ...old } = snoozed({ due: evening }, relative);
  const done = run(TaskDoc.parse(old), bare("task.complete"), at("17:10"), day17).doc;
  const after = run(done, bare("task.reopen"), at("17:20"), day17).doc;
  expect(statusOf(after)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05") });
});

test.each(kinds)(
  "one that was stored snoozed before this was known lives through changes of zone and day hour (%s)",
  (_, fields, trigger) => {
    const { putOff: _putOff, gone: __, ...old } = snoozed(fields, trigger);
    let doc = TaskDoc.parse(old);
    for (const owner of [
      ownerWith({ timeZone: "Europe/Helsinki", dayTime: "06:00" }),
      ownerWith({ timeZone: "Asia/Tokyo" }),
    ]) {
      doc = run(doc, { type: "task.retime", taskId }, at("17:10"), owner).doc;
      expect(statusOf(doc)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05") });
    }
  },
);

test("one that was stored snoozed before this was known stands for its due, not for another", () => {
  const { putOff: _, gone: __, ...old } = snoozed({ due: evening }, relative);
  const due = { kind: "floating" as const, at: "2026-12-03T17:00" };
  const berlinAgain = ownerWith({ dayTime: "17:00" });
  const retimed = run(
    TaskDoc.parse(old),
    { type: "task.retime", taskId },
    at("17:05"),
    berlinAgain,
  );
  const moved = run(retimed.doc, patch({ due }), at("17:10"), berlinAgain).doc;
  expect(statusOf(moved)).toMatchObject({ state: "scheduled", scheduledFor: iso("17:00", 3) });
  const back = run(moved, patch({ due: evening }), at("17:20"), day17).doc;
  expect(statusOf(back)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05") });
});

test("told and seen after its snooze, it does not come again", () => {
  const told = fireDue(snoozed({ due: evening }, relative), at("18:05")) as Decision;
  const done = run(told.doc, bare("task.complete"), at("18:10"), day17).doc;
  const after = run(done, bare("task.reopen"), at("18:20"), day17);
  expect(statusOf(after.doc)?.state).toBe("acknowledged");
  expect(after.doc.putOff).toEqual([]);
});

test("snoozed anew, the last snooze counts", () => {
  const doc = run(
    snoozed({ due: evening }, relative),
    snooze(iso("19:00")),
    at("17:05"),
    day17,
  ).doc;
  const done = run(doc, bare("task.complete"), at("17:10"), day17).doc;
  const after = run(done, bare("task.reopen"), at("17:20"), day17).doc;
  expect(statusOf(after)).toMatchObject({ state: "snoozed", scheduledFor: iso("19:00") });
});

test("each date of a series keeps its own snooze", () => {
  const first = snoozed({ due: evening, recurrence: daily }, relative, iso("18:05", 4));
  const second = run(first, bare("task.complete"), at("17:10"), day17).doc;
  expect(statusOf(second)).toMatchObject({ state: "scheduled", scheduledFor: iso("17:00", 2) });
  const told = fireDue(second, at("17:00", 2)) as Decision;
  const again = run(told.doc, snooze(iso("20:00", 2)), at("17:01", 2), day17).doc;
  const third = run(again, bare("task.complete"), at("17:10", 2), day17).doc;
  const back = run(third, bare("task.reopen"), at("17:20", 2), day17).doc;
  expect(statusOf(back)).toMatchObject({ state: "snoozed", scheduledFor: iso("20:00", 2) });
  const first2 = run(back, bare("task.reopen"), at("17:20", 2), day17).doc;
  expect(statusOf(first2)).toMatchObject({ state: "snoozed", scheduledFor: iso("18:05", 4) });
});

test.each([
  ["completed and reopened", {}, bare("task.complete"), () => bare("task.reopen")],
  ["deleted and restored", {}, bare("task.delete"), () => bare("task.restore")],
  ["date done and undone", { recurrence: daily }, bare("task.complete"), () => bare("task.reopen")],
  [
    "postponed and undone",
    {},
    patch({ due: { ...evening, at: "2026-12-03T23:00" } }),
    ({ task }: TaskDoc) => patch({ due: task.due }, {}),
  ],
] as const)(
  "what quiet hours hold is told when they end, though %s meanwhile",
  (_, fields, away, back) => {
    const owner = ownerWith({ quietHours: { from: "22:00", to: "07:00" } });
    const reminders: Reminder[] = [{ id: reminderId, trigger: relative, channels: null }];
    const due = { ...evening, at: "2026-12-01T23:00" };
    const all = { title: "x", due, ...fields, reminders };
    const doc = run(null, { type: "task.create", taskId, fields: all }, at("08:00"), owner).doc;
    expect(statusOf(doc)).toMatchObject({ state: "scheduled", scheduledFor: iso("07:00", 2) });
    const without = run(doc, away, at("23:10"), owner).doc;
    const after = run(TaskDoc.parse(without), back(doc), at("23:20"), owner).doc;
    expect(statusOf(after)).toMatchObject({ state: "scheduled", scheduledFor: iso("07:00", 2) });
    const late = run(without, back(doc), at("07:30", 2), owner).doc;
    expect(statusOf(late)).toMatchObject({ state: "passed" });
  },
);

test("a reminder that was removed and put back is another notification than those told before", () => {
  const reminders: Reminder[] = [{ id: reminderId, trigger: relative, channels: null }];
  const fields = { title: "x", due: evening, reminders };
  const doc = run(null, { type: "task.create", taskId, fields }, at("08:00")).doc;
  const first = fireDue(doc, at("17:00")) as Decision;
  const removed = run(first.doc, { type: "reminder.remove", taskId, reminderId }, at("17:10")).doc;
  const back = run(TaskDoc.parse(removed), patch({ reminders }, {}), at("17:20")).doc;
  const moved = run(back, patch({ due: { ...evening, at: "2026-12-01T19:00" } }), at("17:30")).doc;
  const second = fireDue(moved, at("19:00")) as Decision;
  const [one, other] = [first, second].map((told) =>
    eventsOf(told, origin(), { now: at("19:00"), newId }).at(0),
  );
  expect(other?.id).not.toBe(one?.id);
  expect(other?.sequence).toBeGreaterThan(removed.gone[0]?.sequence ?? 99);
});
