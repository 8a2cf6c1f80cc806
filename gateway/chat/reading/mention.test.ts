// Which task a sentence speaks of: the longest name in it, whatever stands around.
import { expect, test } from "vitest";
import { taskCalled } from "../../../tests/chat-world.ts";
import { findMentions } from "./mention.ts";

const list = ["Dentist for Leo", "Hand in timesheet", "Call the landlord", "Call the vet"].map(
  (title, index) => taskCalled(title, index),
);
const spokenOf = (said: string) =>
  findMentions(said, list).map(({ rest, tasks }) => [rest, ...tasks.map(({ title }) => title)]);

test.each([
  ["leo's dentist can wait till monday", "§ can wait till monday", ["Dentist for Leo"]],
  ["the timesheet is sorted", "§ is sorted", ["Hand in timesheet"]],
  ["kill the landlord one", "kill §", ["Call the landlord"]],
  ["get rid of call", "get rid of §", ["Call the landlord", "Call the vet"]],
])("%s", (said, rest, titles) => {
  expect(spokenOf(said)[0]).toEqual([rest, ...titles]);
});

test("words of no title speak of none, small words alone neither", () => {
  expect(spokenOf("it is raining in the garden")).toEqual([]);
  expect(spokenOf("§ timesheet")).toEqual([]);
});
