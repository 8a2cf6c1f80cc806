// Reminders as cards: one for each telling, gone everywhere once seen anywhere. Needs nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ServerFrame } from "../../domain/frame.ts";
import type { Alert } from "../../domain/reminder.ts";
import { openAlerts, tellingOf, titleFor } from "./alerts.ts";
import { type Action, reduce } from "./reduce.ts";
import { sampleAlert } from "./samples.ts";
import { emptyState, type State } from "./state.ts";

const frame = (one: ServerFrame): Action => ({ type: "frames", frames: [one] });
const told = (more: Partial<Alert> = {}): Action =>
  frame({ type: "alert", cursor: "0:1", alert: sampleAlert(more) });
const seen = (sequence: number): Action => told({ sequence, state: "acknowledged" });
const snapshot = (alerts?: Alert[]): Action =>
  frame({ type: "snapshot", tasks: [], first: true, more: false, ...(alerts && { alerts }) });
const after = (...actions: Action[]): State => actions.reduce(reduce, emptyState("laptop"));
const ids = (state: State): string[] => openAlerts(state).map(({ id }) => id);

describe("a told reminder", () => {
  test("is one card, however often it is heard of", () => {
    expect(ids(after(told(), told(), snapshot([sampleAlert()])))).toEqual(["r1"]);
  });

  test("is another one than that of another task with the same id", () => {
    const other = told({ taskId: "t2", sequence: 9 });
    expect(ids(after(other, told()))).toEqual(["r1", "r1"]);
    expect(ids(after(told(), other, told({ sequence: 3, state: "acknowledged" })))).toEqual(["r1"]);
  });

  test("is cleared when it was seen on another device", () => {
    expect(ids(after(told(), seen(3)))).toEqual([]);
  });

  test("does not come back with a late message", () => {
    expect(ids(after(seen(3), told()))).toEqual([]);
  });

  test("is shown again when it is told again", () => {
    expect(ids(after(told(), seen(3), told({ sequence: 5 })))).toEqual(["r1"]);
  });

  test("the newest is on top", () => {
    const later = { id: "r2", firedAt: "2026-11-22T11:00:00.000Z" };
    expect(ids(after(told(), told(later)))).toEqual(["r2", "r1"]);
  });
});

describe("a snapshot", () => {
  test("brings what was told while away, and takes what was seen elsewhere", () => {
    expect(ids(after(told(), snapshot([sampleAlert({ id: "r2" })])))).toEqual(["r2"]);
  });

  test("that is older than what the page heard changes nothing about it", () => {
    expect(ids(after(seen(3), snapshot([sampleAlert()])))).toEqual([]);
  });

  test("without alerts says nothing about them", () => {
    expect(ids(after(told(), snapshot()))).toEqual(["r1"]);
  });
});

describe("a reminder dismissed here", () => {
  const telling = tellingOf(sampleAlert());
  const dismiss: Action = { type: "hushed", telling, hidden: true };

  test("is gone at once, and back when the gateway refused", () => {
    expect(ids(after(told(), dismiss))).toEqual([]);
    expect(ids(after(told(), dismiss, { type: "hushed", telling, hidden: false }))).toEqual(["r1"]);
  });

  test("shows when it is told anew", () => {
    expect(ids(after(told(), dismiss, told({ sequence: 5 })))).toEqual(["r1"]);
  });
});

test("whatever order messages come in, the one with the highest sequence decides", () => {
  const message = fc.record({
    sequence: fc.integer({ min: 1, max: 8 }),
  });
  const stateAt = (sequence: number) => (sequence % 2 === 0 ? "fired" : "acknowledged");
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 20 }), (heard) => {
      const state = after(
        ...heard.map(({ sequence }) => told({ sequence, state: stateAt(sequence) })),
      );
      const last = Math.max(...heard.map(({ sequence }) => sequence));
      expect(ids(state)).toEqual(stateAt(last) === "fired" ? ["r1"] : []);
    }),
  );
});

test("a digest is shown once and stays until it is closed", () => {
  const notice = { id: "n1", kind: "summary", title: "Reminders you missed", text: "Call mum" };
  const heard = frame({
    type: "notice",
    cursor: "0:1",
    notice: { ...notice, kind: "summary", taskIds: ["t1"], at: "2026-11-22T10:00:00.000Z" },
  });
  expect(after(heard, heard).notices).toMatchObject([
    { tone: "lasting", text: "Reminders you missed: Call mum" },
  ]);
});

test("the page's title counts them", () => {
  expect([titleFor(0), titleFor(2)]).toEqual(["Punctual", "(2) Punctual"]);
});
