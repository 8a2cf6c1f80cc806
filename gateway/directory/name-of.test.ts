// What the person is told an order was about.
import { expect, test } from "vitest";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { newId } from "../../domain/ids.ts";
import { nameOf } from "./name-of.ts";

const at = "2026-12-01T08:00:00.000Z";
const [id, gone] = [newId(), newId()];
const kept = { position: 1, colour: null, version: 1, createdAt: at, updatedAt: at };
const tags = [{ id, name: "Errand", ...kept }];
const name = { before: "Errand", after: null };

const orders: [DirectoryCommand, string | null][] = [
  [{ type: "tag.create", tagId: gone, fields: { name: "New" } }, "New"],
  [{ type: "tag.change", tag: id, changes: { colour: "red" } }, "Errand"],
  [{ type: "tag.change", tag: "errand", changes: { colour: "red" } }, "Errand"],
  [{ type: "tag.delete", tag: "Only on tasks", becomes: null }, "Only on tasks"],
  [{ type: "tag.delete", tag: gone, becomes: null }, null],
  [{ type: "section.create", project: "Work", sectionId: gone, fields: { name: "Now" } }, "Work"],
  [{ type: "directory.back", kind: "tag", id, was: "changed", changes: {} }, "Errand"],
  [{ type: "directory.back", kind: "tag", id: gone, was: "deleted", changes: { name } }, "Errand"],
];

test.each(orders)("%j is about %s", (order, called) => {
  expect(nameOf({ ...emptyDirectory, tags }, order)).toBe(called);
});
