// Changes and history entries in words. Needs nothing.
import { describe, expect, test } from "vitest";
import type { AuditEntry } from "../../domain/audit.ts";
import { sampleTurn } from "../store/samples.ts";
import { sayChanges } from "./change.ts";
import { canUndo, sayEntry } from "./entry.ts";

const reader = {
  zone: "Europe/Berlin",
  locale: "en-GB",
  at: new Date("2026-11-24T11:00:00Z"),
  userId: "u1",
  device: "laptop",
};

const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  seq: 1,
  eventId: "e1",
  type: "punctual.task.changed.v1",
  subject: "t1",
  ownerId: "u1",
  actorId: "u1",
  origin: "web",
  device: "laptop",
  commandId: "c1",
  correlationId: "r1",
  causationId: "r1",
  traceparent: null,
  version: 1,
  occurredAt: "2026-11-24T10:00:00.000Z",
  recordedAt: "2026-11-24T10:00:00.100Z",
  changes: {},
  ...more,
});

describe("a change", () => {
  test("says old and new in the words of the list", () => {
    const due = {
      before: { kind: "floating", at: "2026-11-25T17:00" },
      after: { kind: "day", at: "2026-11-27" },
    };
    expect(sayChanges({ due }, reader)).toEqual([
      { field: "due", label: "Due", before: "Tomorrow 17:00", after: "Friday" },
    ]);
  });

  test.each([
    ["priority", 4, 1, "none", "p1"],
    ["status", "open", "done", "to do", "done"],
    ["tags", [], ["a", "b"], "none", "@a @b"],
    ["project", "home", null, "#home", "none"],
    ["durationMinutes", 15, 45, "15 min", "45 min"],
    ["timeZone", "UTC", "Europe/Berlin", "UTC", "Europe/Berlin"],
    ["fieldOfTomorrow", 1, 2, "1", "2"],
  ])("of %s", (field, before, after, old, now) => {
    expect(sayChanges({ [field]: { before, after } }, reader)).toMatchObject([
      { before: old, after: now },
    ]);
  });

  test("leaves out what means nothing to a person", () => {
    const changes = {
      position: { before: null, after: 1 },
      completedAt: { before: null, after: "2026-11-24T10:00:00.000Z" },
      description: { before: null, after: "" },
    };
    expect(sayChanges(changes, reader)).toEqual([]);
  });

  test("comes in reading order, whatever order the database kept", () => {
    const changes = {
      tags: { before: null, after: ["a"] },
      due: { before: null, after: { kind: "day", at: "2026-11-27" } },
      title: { before: null, after: "buy groceries" },
    };
    expect(sayChanges(changes, reader).map(({ field }) => field)).toEqual(["title", "due", "tags"]);
  });
});

describe("an entry", () => {
  test.each([
    [{ origin: "web" }, "You, on this page"],
    [{ origin: "web", device: "phone" }, "You, on the web page, on another device"],
    [{ origin: "chat" }, "You, in the chat"],
    [{ origin: "chat", device: "phone" }, "You, in the chat, on another device"],
    [{ origin: "rest", device: null }, "You, through the API"],
    [{ origin: "rest", device: null, actorId: "u2" }, "Someone else, through the API"],
  ] as const)("of %j says who did it through which door", (more, by) => {
    expect(sayEntry(entry(more), reader).by).toBe(by);
  });

  test("says a completion once, not again as a change of status", () => {
    const words = sayEntry(
      entry({
        type: "punctual.task.completed.v1",
        changes: {
          status: { before: "open", after: "done" },
          completedAt: { before: null, after: "2026-11-24T10:00:00.000Z" },
        },
      }),
      reader,
    );
    expect(words).toMatchObject({ headline: "Completed", details: [] });
  });

  test("names the one field that changed, or counts them", () => {
    const title = { before: "a", after: "b" };
    const priority = { before: 4, after: 1 };
    expect(sayEntry(entry({ changes: { title } }), reader).headline).toBe("Renamed");
    expect(sayEntry(entry({ changes: { title, priority } }), reader).headline).toBe(
      "Changed 2 things",
    );
  });
});

test("another name of its project is no move of the task", () => {
  const project = { before: "Work", after: "Office" };
  expect(sayEntry(entry({ changes: { project } }), reader).headline).toBe("Project changed");
});

test("what a person changed about a task can be undone once, what the clock did cannot", () => {
  const nothing = { back: new Map() };
  expect(canUndo(entry({ origin: "rest" }), nothing)).toBe(true);
  expect(canUndo(entry({ origin: "recurrence" }), nothing)).toBe(false);
  expect(canUndo(entry({ type: "punctual.reminder.fired.v1" }), nothing)).toBe(false);
  expect(canUndo(entry({}), { back: new Map([["r1", sampleTurn()]]) })).toBe(false);
});
