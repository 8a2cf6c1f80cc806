// A snooze taken back: only of a reminder that had still been waiting, and only while nothing else happened to it.
import { expect, test } from "vitest";
import type { ReminderStatus } from "../../domain/reminder.ts";
import { exampleTask } from "../../tests/examples.ts";
import { firedReminder } from "../../tests/reminder-examples.ts";
import { planSnoozes } from "./plan-snoozes.ts";

const task = exampleTask({ title: "call mum" });
const at = "2026-12-01T08:00:00.000Z";
const until = "2026-12-01T10:00:00.000Z";
const { status: fired } = firedReminder({ data: { taskId: task.id } }).data;
const snooze = { taskId: task.id, reminderId: fired.reminderId, until };

const planned = (before: string | null, status: Partial<ReminderStatus> = {}) => {
  const now = { ...fired, state: "snoozed" as const, scheduledFor: until, ...status };
  return planSnoozes([{ ...snooze, before }], [{ task, reminders: [now] }], at);
};

test("one that still waited waits for its first time again", () => {
  const before = "2026-12-01T09:00:00.000Z";
  expect(planned(before)).toEqual({
    commands: [
      { type: "reminder.snooze", taskId: task.id, reminderId: fired.reminderId, until: before },
    ],
    notes: [],
  });
});

test.each([["2026-12-01T07:59:00.000Z"], [null]])(
  "one that had been told (%s) cannot be untold, and it says when it comes again",
  (before) => {
    expect(planned(before)).toEqual({
      commands: [],
      notes: [{ taskId: task.id, title: "call mum", why: "told", until }],
    });
  },
);

test("one that was snoozed again or told since is left alone", () => {
  const later = "2026-12-01T12:00:00.000Z";
  for (const status of [{ scheduledFor: later }, { state: "fired" as const }])
    expect(planned("2026-12-01T09:00:00.000Z", status)).toEqual({
      commands: [],
      notes: [{ taskId: task.id, title: "call mum", why: "not_snoozed" }],
    });
});
