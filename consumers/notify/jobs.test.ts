// Which events ask for tries.
import { expect, test } from "vitest";
import { ReminderEventType } from "../../domain/reminder-event.ts";
import { exampleEvent, exampleTask } from "../../tests/examples.ts";
import { dueNotice, firedReminder } from "../../tests/reminder-examples.ts";
import { readEvent } from "../../domain/read-event.ts";
import { jobsOf, staleMs } from "./jobs.ts";

const now = new Date();

test("a fired reminder asks for each of its attempts and says whom to tell", () => {
  const event = firedReminder({
    status: { generation: 4 },
    data: {
      attempts: [
        { channel: "email", attempt: 1 },
        { channel: "push", attempt: 3 },
      ],
    },
  });
  const { taskId, reminderId } = event.data.status;
  const report = { kind: "reminder", taskId, reminderId, generation: 4 };
  const jobs = jobsOf(event, now);
  expect(jobs).toMatchObject([
    { channel: "email", attempt: 1, report },
    { channel: "push", attempt: 3, report },
  ]);
  expect(jobs[0]?.notification).toBe(jobs[1]?.notification);
});

test("a notification has one name in all its tries, another in the next generation, occurrence and task", () => {
  const { status } = firedReminder().data;
  const nameOf = (more: object, type?: "punctual.reminder.retry-due.v1") =>
    jobsOf(firedReminder({ status: { ...status, ...more }, ...(type ? { type } : {}) }), now)[0]
      ?.notification;
  expect(nameOf({}, "punctual.reminder.retry-due.v1")).toBe(nameOf({ sequence: 9 }));
  expect(nameOf({ generation: 2 })).not.toBe(nameOf({}));
  expect(nameOf({ occurrence: status.reminderId })).not.toBe(nameOf({}));
  expect(nameOf({ taskId: status.reminderId })).not.toBe(nameOf({}));
});

test("a notice is told to its person", () => {
  const event = dueNotice();
  expect(jobsOf(event, now)).toMatchObject([
    {
      notification: event.subject,
      channel: "webhook",
      report: { kind: "notice", userId: event.ownerid, noticeId: event.subject },
    },
  ]);
});

test("every other event asks for nothing, whatever attempts it names", () => {
  const asking = ["punctual.reminder.fired.v1", "punctual.reminder.retry-due.v1"];
  for (const type of ReminderEventType.options) {
    expect(jobsOf(firedReminder({ type }), now)).toHaveLength(asking.includes(type) ? 1 : 0);
  }
  expect(jobsOf({ ...dueNotice(), type: "punctual.notice.delivered.v1" }, now)).toEqual([]);
  expect(jobsOf(exampleEvent(exampleTask()), now)).toEqual([]);
});

test("what was asked so long ago that the actor asks anew is not tried", () => {
  const event = firedReminder();
  const later = (ms: number) => new Date(Date.parse(event.time) + ms);
  expect(jobsOf(event, later(staleMs))).toHaveLength(1);
  expect(jobsOf(event, later(staleMs + 1))).toEqual([]);
});

const bytes = (event: object) => Buffer.from(JSON.stringify(event));

test("events of reminders and notices are read; one whose parts do not fit is refused", () => {
  const [reminder, notice] = [firedReminder(), dueNotice()];
  expect(readEvent(bytes(reminder))).toEqual({ ok: true, value: reminder });
  expect(readEvent(bytes(notice))).toEqual({ ok: true, value: notice });
  const other = exampleTask().id;
  expect(readEvent(bytes({ ...reminder, subject: other }))).toMatchObject({ ok: false });
  expect(readEvent(bytes({ ...reminder, sequence: 99 }))).toMatchObject({ ok: false });
  expect(readEvent(bytes({ ...notice, subject: other }))).toMatchObject({ ok: false });
});
