// Reminders in words, on the person's clock. Needs nothing.
import { describe, expect, test } from "vitest";
import type { ReminderDoc } from "../api/reminders.ts";
import { sampleAlert } from "../store/samples.ts";
import { sayProblem } from "./problem.ts";
import {
  isPast,
  sayAlertTime,
  sayFailures,
  sayLate,
  sayMinutes,
  sayState,
  sayTrigger,
} from "./reminder.ts";

const at = new Date("2026-11-22T10:00:00.000Z");
const reader = { zone: "Europe/Berlin", locale: "en-GB", at };

const doc = (more: Partial<ReminderDoc> = {}): ReminderDoc => ({
  id: "r1",
  taskId: "t1",
  title: "Call mum",
  trigger: { kind: "relative", to: "due", minutes: 0 },
  channels: null,
  state: "scheduled",
  generation: 1,
  plannedFor: "2026-11-22T12:00:00.000Z",
  scheduledFor: "2026-11-22T12:00:00.000Z",
  firedAt: null,
  lateByMs: null,
  deliveries: [],
  ...more,
});

describe("when it is told", () => {
  test.each([
    [{ kind: "relative", to: "due", minutes: 0 }, "when it is due"],
    [{ kind: "relative", to: "due", minutes: -30 }, "30 min before"],
    [{ kind: "relative", to: "due", minutes: -60 }, "1 hour before"],
    [{ kind: "relative", to: "due", minutes: -1440 }, "1 day before"],
    [{ kind: "relative", to: "due", minutes: 90 }, "90 min after"],
    [{ kind: "relative", to: "deadline", minutes: -2880 }, "2 days before the deadline"],
    [{ kind: "relative", to: "deadline", minutes: 0 }, "on the deadline"],
    [{ kind: "instant", at: "2026-11-22T13:00:00.000Z" }, "Today 14:00"],
    [{ kind: "wall", when: { kind: "floating", at: "2026-11-23T09:15" } }, "Tomorrow 09:15"],
    [{ kind: "wall", when: { kind: "day", at: "2026-11-27" } }, "Friday"],
  ] as const)("%j is “%s”", (trigger, words) => {
    expect(sayTrigger(trigger, reader)).toBe(words);
  });

  test("weeks are weeks", () => expect(sayMinutes(2 * 7 * 1440)).toBe("2 weeks"));
});

describe("what became of it", () => {
  const firedAt = "2026-11-22T08:00:00.000Z";
  test.each<[Partial<ReminderDoc>, string]>([
    [{}, "in 2 h"],
    [{ scheduledFor: "2026-11-22T10:00:20.000Z" }, "in less than a minute"],
    [{ scheduledFor: "2026-11-25T10:00:00.000Z" }, "in 3 days"],
    [{ scheduledFor: "2026-11-22T09:59:59.000Z" }, "now"],
    [{ state: "snoozed" }, "snoozed until today 13:00"],
    [{ state: "fired", firedAt, lateByMs: 12 }, "reminded today 09:00"],
    [{ state: "fired", firedAt, lateByMs: 185_000 }, "reminded today 09:00, late by 3 min"],
    [{ state: "acknowledged", firedAt, lateByMs: 3 }, "reminded today 09:00, seen"],
    [{ state: "missed", firedAt }, "missed by more than 12 hours"],
    [{ state: "idle", scheduledFor: null }, "waits for a date"],
  ])("%j is “%s”", (more, words) => {
    expect(sayState(doc(more), reader)).toBe(words);
  });

  test("a minute late is said, less is not", () => {
    expect([59_999, 60_000, 7_200_000].map(sayLate)).toEqual([
      null,
      "late by 1 min",
      "late by 2 h",
    ]);
  });

  test("a failed delivery gives its reason, one under way when it is tried again", () => {
    const delivery = { attempts: 2, acceptedAt: null };
    const failures = sayFailures(
      [
        { ...delivery, channel: "in_app", state: "accepted" },
        { ...delivery, channel: "email", state: "failed", reason: "the address was refused" },
        {
          ...delivery,
          channel: "webhook",
          state: "pending",
          reason: "it answered 500",
          nextAttemptAt: "2026-11-22T10:05:00.000Z",
        },
      ],
      reader,
    );
    expect(failures).toEqual([
      "by e-mail: not delivered (the address was refused)",
      "by webhook: not delivered yet (it answered 500), again in 5 min",
    ]);
  });
});

test("a moment of its own passes, one before a due does not", () => {
  const wall = (time: string) =>
    ({ kind: "wall", when: { kind: "floating", at: `2026-11-22T${time}` } }) as const;
  expect(isPast({ kind: "instant", at: at.toISOString() }, at, reader.zone)).toBe(true);
  expect(isPast(wall("11:00"), at, reader.zone)).toBe(true);
  expect(isPast(wall("11:01"), at, reader.zone)).toBe(false);
  expect(isPast({ kind: "relative", to: "due", minutes: -10 }, at, reader.zone)).toBe(false);
});

test("a refusal is said of the thing itself, on the person's clock", () => {
  const why = "is in the past: it would have been shown at 2026-11-22T08:00:00.000Z";
  const fields = [{ path: "trigger", message: why }];
  expect(sayProblem({ message: `trigger: ${why}`, fields }, reader)).toBe(
    "That is in the past: it would have been shown at Today 09:00.",
  );
  expect(sayProblem({ message: "it is over", fields: [] }, reader)).toBe("It is over.");
});

test("a card names its time, with the day unless that is today", () => {
  expect(sayAlertTime(sampleAlert(), reader)).toBe("11:00");
  const yesterday = sampleAlert({ scheduledFor: "2026-11-21T10:00:00.000Z" });
  expect(sayAlertTime(yesterday, reader)).toBe("Yesterday 11:00");
});
