// Which record an order is about is settled before anything is done.
import { expect, test } from "vitest";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { newId } from "../../domain/ids.ts";
import { byId } from "./by-id.ts";

const at = "2026-12-01T08:00:00.000Z";
const id = newId();
const kept = { position: 1, colour: null, version: 1, createdAt: at, updatedAt: at };
const work = { id, name: "Work", archived: false, sections: [], ...kept };
const directory = { ...emptyDirectory, version: 1, projects: [work] };

test("a name that a record has becomes its id, whatever its case; one that only tasks hold stays", () => {
  expect(
    byId(directory, [
      { type: "project.change", project: "wOrK", changes: { archived: true } },
      { type: "project.change", project: "Garden", changes: { archived: true } },
      { type: "tag.delete", tag: "Work", becomes: null },
    ]),
  ).toMatchObject([{ project: id }, { project: "Garden" }, { tag: "Work" }]);
});

test("a name that an earlier order gives is not taken for the record that had it before", () => {
  const other = { ...work, id: newId(), name: "Home" };
  expect(
    byId({ ...directory, projects: [work, other] }, [
      { type: "project.delete", project: "Home", becomes: { is: "inbox" } },
      { type: "project.change", project: "Work", changes: { name: "Home" } },
      { type: "project.change", project: "Home", changes: { colour: "red" } },
    ]),
  ).toMatchObject([{ project: other.id }, { project: id }, { project: "Home" }]);
});
