// The parts of one task. Needs nothing.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { partsOf } from "./parts.ts";
import { sampleTask } from "./samples.ts";

test("parts stand in their order, those that are done last, and no part of another task among them", () => {
  const [trip, other] = [newId(), newId()];
  const part = (title: string, position: number, status: "open" | "done" = "open", of = trip) =>
    sampleTask({ id: newId(), title, position, status, parentId: of });
  const tasks = [
    part("second", 2),
    part("done", 0, "done"),
    part("first", 1),
    part("another's", 1, "open", other),
    sampleTask({ id: trip, title: "trip" }),
  ];
  expect(partsOf(tasks, trip).map(({ title }) => title)).toEqual(["first", "second", "done"]);
});
