// What the search finds on the page, and in which order.
import { expect, test } from "vitest";
import { sampleTask } from "../store/samples.ts";
import { findNames, findTasks } from "./find.ts";

const task = (id: string, more = {}) => sampleTask({ id, project: null, ...more });
const tasks = [
  task("a", { title: "Call the dentist", tags: ["phone"] }),
  task("b", { title: "Dentist bill", status: "done" }),
  task("c", { title: "Dental floss", project: "Shopping" }),
  task("d", { title: "Größe des Café-Tischs" }),
];
const found = (text: string, limit = 9): string =>
  findTasks(tasks, text, limit)
    .map(({ id }) => id)
    .join("");

test.each([
  ["dent", "cab"], // it begins so; it has the word; it is done
  ["CALL den", "a"],
  ["phone", "a"],
  ["shop dent", "c"],
  ["cafe", "d"],
  ["entist", ""],
  ["  ", ""],
  ["!?", ""],
])("%s finds %s", (text, ids) => expect(found(text)).toBe(ids));

test("no more are given than are wanted", () => expect(found("dent", 1)).toBe("c"));

test("names are found by their words, and all of them without any", () => {
  const names = [{ name: "Home Repairs" }, { name: "Work" }];
  expect(findNames(names, "rep")).toEqual([{ name: "Home Repairs" }]);
  expect(findNames(names, "")).toEqual(names);
});
