// Pasted lines become tasks, with or without the parser.
import { expect, test } from "vitest";
import type { NewTask } from "../../api/punctual.ts";
import { linesOf } from "../../quick-add/pasted.ts";
import { addLines } from "./add-lines.ts";

test("without the parser each pasted line is a title as it stands, in the list it was pasted in", () => {
  const made: (NewTask & { id: string | undefined })[] = [];
  const create = async (fields: NewTask, id?: string): Promise<boolean> => {
    made.push({ ...fields, id });
    return true;
  };
  addLines(linesOf("- pay rent tomorrow p1\n  - [x] find the number"), { create }, null, {
    project: "home",
  });
  expect(made).toMatchObject([
    { title: "pay rent tomorrow p1", project: "home" },
    { title: "find the number", project: "home", parentId: made[0]?.id, status: "done" },
  ]);
});
