// Which names go back with an undo: those that are still what the change made them.
import { expect, test } from "vitest";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { newId } from "../../domain/ids.ts";
import { renamingsOf } from "./renamings.ts";

const at = "2026-12-01T08:00:00.000Z";
const [id, first, second] = [newId(), newId(), newId()];
const section = (sectionId: string, name: string) => ({ id: sectionId, name, position: 1 });
const work = {
  id,
  name: "Work",
  colour: null,
  archived: false,
  position: 1,
  version: 1,
  createdAt: at,
  updatedAt: at,
  sections: [section(first, "Today"), section(second, "Someday")],
};

test("a section that was called otherwise since takes no task along", () => {
  const before = [section(first, "Now"), section(second, "Later")];
  const after = [section(first, "Today"), section(second, "Whenever")];
  const directory = { ...emptyDirectory, version: 3, projects: [work] };
  const changes = { sections: { before, after } };
  expect(
    renamingsOf(directory, {
      type: "directory.back",
      kind: "project",
      id,
      was: "changed",
      changes,
    }),
  ).toEqual([
    {
      held: { of: "section", name: "Today", project: "Work" },
      becomes: { is: "name", name: "Now" },
    },
  ]);
});
