// Any commands on a few tasks, for the property tests of undo.
import fc from "fast-check";
import type { TaskCommand } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";
import type { Reminder } from "../domain/reminder.ts";
import type { TaskPatch } from "../domain/task.ts";
import type { When } from "../domain/when.ts";

const ids: Id[] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
const taskId = fc.constantFrom(...ids);
const reminderId = fc.constantFrom(...[1, 2].map((n) => `00000000-0000-7000-8000-00000000001${n}`));

/** From a month before the tests' now to a year after it. */
const day = fc
  .integer({ min: -30, max: 365 })
  .map((away) => new Date(Date.UTC(2026, 10, 25 + away)).toISOString().slice(0, 10));
const due: fc.Arbitrary<When> = fc.oneof(
  day.map((at) => ({ kind: "day" as const, at })),
  day.map((at) => ({ kind: "floating" as const, at: `${at}T17:00` })),
  day.map((at) => ({ kind: "fixed" as const, at: `${at}T17:00`, zone: "America/New_York" })),
);
const recurrence = fc
  .constantFrom(
    ...["FREQ=DAILY", "FREQ=MONTHLY", "FREQ=DAILY;COUNT=2", "FREQ=WEEKLY;COUNT=3"].flatMap(
      (rrule) => [
        { rrule, anchor: "schedule" as const },
        { rrule, anchor: "completion" as const },
      ],
    ),
    { rrule: "FREQ=WEEKLY;BYDAY=MO,TH", anchor: "schedule" as const },
    { rrule: "FREQ=MONTHLY;BYMONTHDAY=31", anchor: "schedule" as const },
  )
  .map((rule) => ({ ...rule, overflow: "clamp" as const }));
const trigger = fc.oneof(
  fc
    .constantFrom(0, -30, -1440, 60)
    .map((minutes) => ({ kind: "relative" as const, to: "due" as const, minutes })),
  day.map((at) => ({ kind: "wall" as const, when: { kind: "day" as const, at } })),
);
const reminder: fc.Arbitrary<Reminder> = fc.record({
  id: reminderId,
  trigger,
  channels: fc.constantFrom(null, []),
});
const reminders = fc.uniqueArray(reminder, { maxLength: 2, selector: ({ id }) => id });

const fields = fc.record(
  {
    title: fc.constantFrom("Buy milk", "Call Bob", "File taxes"),
    description: fc.constantFrom("", "see the mail"),
    priority: fc.integer({ min: 1, max: 4 }),
    tags: fc.uniqueArray(fc.constantFrom("home", "Work", "urgent"), { maxLength: 3 }),
    project: fc.constantFrom(null, "Work"),
    assignee: fc.constantFrom(null, "bob"),
    due: fc.option(due),
    deadline: fc.option(day),
    durationMinutes: fc.constantFrom(null, 30),
    reminders,
    recurrence: fc.option(recurrence),
    onMissed: fc.constantFrom("keep", "skip"),
    parentId: fc.constantFrom(null, ids[0] ?? null),
    position: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TaskPatch>;

const status = fc.constantFrom("open", "in_progress", "done", "cancelled");

const create = fc
  .record({ taskId, fields, title: fc.constantFrom("Buy milk", "Call Bob", "File taxes") })
  .map(({ title, fields: more, ...rest }) => ({
    type: "task.create" as const,
    ...rest,
    fields: { ...more, title },
  }));

const one: fc.Arbitrary<TaskCommand> = fc.oneof(
  { arbitrary: create, weight: 4 },
  fc.record({ taskId, status }).map(({ status: set, ...rest }) => ({
    type: "task.patch" as const,
    ...rest,
    changes: { status: set },
  })) as fc.Arbitrary<TaskCommand>,
  {
    weight: 6,
    arbitrary: fc.record(
      {
        type: fc.constant("task.patch" as const),
        taskId,
        changes: fields,
        scope: fc.constantFrom("this" as const, "following" as const),
      },
      { requiredKeys: ["type", "taskId", "changes"] },
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        type: fc.constantFrom(
          "task.complete" as const,
          "task.skip" as const,
          "task.reopen" as const,
          "task.delete" as const,
          "task.restore" as const,
        ),
        taskId,
      })
      .map((bare) => bare as TaskCommand),
  },
  fc.record({ taskId }).map((bare) => ({ type: "task.complete" as const, forever: true, ...bare })),
  fc.record({ type: fc.constant("reminder.add" as const), taskId, reminder }),
  fc.record({
    type: fc.constant("reminder.change" as const),
    taskId,
    reminderId,
    changes: fc.record({ trigger }),
  }),
  fc.record({ type: fc.constant("reminder.remove" as const), taskId, reminderId }),
);

/** Up to `most` commands; many of them are refused, as it should be. */
export const commandsOn = ({ most }: { most: number }): fc.Arbitrary<TaskCommand[]> =>
  fc.array(one, { maxLength: most });
