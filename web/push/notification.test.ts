// What a push becomes on the screen. Needs nothing.
import { expect, test } from "vitest";
import { linkOf, readPush } from "./notification.ts";

const at = "2026-11-22T10:00:00.000Z";

test("a reminder becomes a notification that leads to its task", () => {
  const text = JSON.stringify({
    id: "n1",
    title: "Call mum",
    body: "Due 11:00.",
    at,
    taskId: "t1",
  });
  expect(readPush(text)).toEqual({
    title: "Call mum",
    body: "Due 11:00.",
    tag: `t1/${at}`,
    timestamp: Date.parse(at),
    data: { taskId: "t1" },
  });
});

test("a digest has no task, and its own tag", () => {
  const text = JSON.stringify({ id: "n1", title: "Your day", body: "3 tasks.", at });
  expect(readPush(text)).toMatchObject({ tag: "n1", data: {} });
});

test.each(["", "nonsense", "null", "[]"])("a push of %j is still told", (text) => {
  expect(readPush(text)).toMatchObject({ title: "Punctual", body: "Something is due." });
});

test("a click without a page opens one at the task", () => {
  expect([linkOf("t 1"), linkOf(null)]).toEqual(["/task/t%201", "/"]);
});
