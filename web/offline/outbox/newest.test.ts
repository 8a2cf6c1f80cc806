// The change that Ctrl+Z means while some wait.
import { expect, test } from "vitest";
import type { Entry, Order } from "./entry.ts";
import { newestChange } from "./newest.ts";

const entry = (id: string, order: Order = { kind: "remove" }, key = id): Entry => ({
  v: 1,
  ticket: { key, correlationId: id },
  taskId: key,
  order,
  wish: { kind: "trash" },
  unless: "no",
});
const keys = (entries: Entry[]): string[] => entries.map(({ ticket }) => ticket.key);

test("is the last one given, all of it", () => {
  const several = [
    entry("c1"),
    entry("c2", { kind: "remove" }, "a"),
    entry("c2", { kind: "remove" }, "b"),
  ];
  expect(keys(newestChange(several))).toEqual(["a", "b"]);
});

test("is none of those that wait where a later one was carried out", () => {
  expect(newestChange([entry("c1")], "c2")).toEqual([]);
  expect(keys(newestChange([entry("c2")], "c1"))).toEqual(["c2"]);
});

test("is not what was done to a reminder's card", () => {
  const dismissed = entry("c2", { kind: "dismiss", reminderId: "r" });
  expect(keys(newestChange([entry("c1"), dismissed]))).toEqual(["c1"]);
});
